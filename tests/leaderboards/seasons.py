"""A path of many weeks, one short post in each or more, to play through a season in a few lines."""

from datetime import date, datetime, timedelta

from app.core import clock
from app.core.weeks import moment_at
from quests.paths.jobs import open_due
from tests.quests.course import CHOICE, PATH, Course, Json, body, course_in, module, quest
from tests.world import Somebody, World

FIRST = date(2026, 10, 5)  # week 41, in the last quarter


def season_in(world: World, weeks: int, posts: int = 1, audience: Json | None = None) -> Course:
    """A course that runs from that Monday, so many weeks with so many posts each. Post n of week w is w·posts + n."""
    names = [[f"uke{week}-{post}" for post in range(posts)] for week in range(weeks)]
    path = {**PATH, "quests": [quest(f"uke-{week}", *each) for week, each in enumerate(names)]}
    sources = [module(name, {**CHOICE, "remember": False}) for each in names for name in each]
    with clock.standing_at(moment_at(FIRST - timedelta(days=3), 12, "Europe/Oslo")):
        return course_in(world, starts_on=FIRST, audience=audience, sources=sources, path_source=path)


def wednesday(week: int) -> datetime:
    return moment_at(FIRST + timedelta(weeks=week, days=2), 12, "Europe/Oslo")


def in_week(world: World, week: int) -> None:
    """What is due by the Wednesday of that week is open, each since its own."""
    for each in range(week + 1):
        with clock.standing_at(wednesday(each) - timedelta(days=1)):
            open_due()
    world.enter()


def plays(course: Course, somebody: Somebody, week: int, *posts: int, received_week: int | None = None) -> list[str]:
    """The slugs of the badges that playing these posts on the Wednesday of their week brought.

    `received_week`: the letter comes on the Wednesday of a later week.
    """
    in_week(course.world, week if received_week is None else received_week)
    found = []
    with clock.standing_at(wednesday(week if received_week is None else received_week)):
        fresh = course.world.signed_in_again(somebody)
        for post in posts:
            letter = course.letter(post, started_at=wednesday(week) - timedelta(minutes=10))
            answer = fresh.post("/play/letters", body(letter)).json["verdicts"][0]
            assert answer["status"] == "accepted", answer
            found += [each["badge"] for each in answer["notices"] if each["code"] == "badge"]
    return found


def seen(somebody: Somebody, path: str, week: int) -> dict[str, object]:
    """What somebody is answered on the Wednesday of that week."""
    in_week(somebody.world, week)
    with clock.standing_at(wednesday(week)):
        found: dict[str, object] = somebody.world.signed_in_again(somebody).get(path).json
        return found
