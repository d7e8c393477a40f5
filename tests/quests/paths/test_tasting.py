"""Teasers: to be tried by the audience before a run starts; nothing of it is received, and then they are posts."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.core import clock
from app.core.db import committed
from quests.content.queries import modules_named
from quests.paths.actions import create_run
from quests.paths.jobs import open_due
from quests.paths.queries import path_by_slug
from quests.paths.rules import tastes
from tests.quests.course import Course, course_in
from tests.world import Somebody, World

FRIDAY, MONDAY = datetime(2026, 11, 20, 8, tzinfo=UTC), datetime(2026, 11, 23, 5, tzinfo=UTC)
FROM, OPENS = date(2026, 11, 20), MONDAY


@pytest.fixture
def course(world: World) -> Course:
    """The course, first given to nobody, then to Solbakken from next Monday with a taste of `hender` from Friday."""
    world.department("Solbakken")
    course = course_in(world, audience={"roles": ["resource_person"]})

    def run() -> None:
        path = path_by_slug(world.organisation_id, "trygg")
        assert path is not None
        teasers = modules_named(world.organisation_id, ["hender"]).values()
        audience: dict[str, Any] = {"departments": [str(world.departments["Solbakken"])]}
        monday = date(2026, 11, 23)
        create_run(world.organisation_id, path, audience, monday, teasers=list(teasers), teaser_from=FROM)

    world.enter()
    committed(run)
    return course


def teasers(somebody: Somebody) -> list[str]:
    return [each["module"] for each in somebody.get("/paths").json["teasers"]]


def readable(somebody: Somebody, course: Course) -> list[int]:
    first, second = (somebody.get(f"/modules/{course.versions[each]}/nb").status_code for each in (0, 1))
    return [first, somebody.get(f"/media/{course.picture}").status_code, second]


def test_a_taste_is_there_from_its_day_until_the_run_opens(world: World, course: Course) -> None:
    somebody = world.somebody()
    assert (teasers(somebody), readable(somebody, course)) == ([], [404, 404, 404])
    with clock.standing_at(FRIDAY):
        (one,) = somebody.get("/paths").json["teasers"]
        assert (one["module"], one["opens_at"], one["path_title"]) == ("hender", "2026-11-23T05:00:00Z", "Trygg (nb)")
        assert one["version"] == course.versions[0]
        assert readable(somebody, course) == [200, 200, 404]
    with clock.standing_at(MONDAY):
        assert teasers(somebody) == []
        open_due()
        assert readable(somebody, course) == [200, 200, 200]
        assert somebody.get("/today").json["quest"]["progress"] == {"done": 0, "total": 2}


def test_nothing_is_received_of_a_taste(world: World, course: Course) -> None:
    somebody = world.somebody()
    with clock.standing_at(FRIDAY):
        told = somebody.post("/play/letters", course.finished(0)).json["verdicts"][0]
    assert (told["status"], told["code"]) == ("refused", "not_released")
    assert somebody.get("/me").json["points"]["total"] == 0


def test_others_taste_nothing(world: World, course: Course) -> None:
    other = world.somebody("Teknisk")
    neighbour = World(world.application, "fjellby").somebody()
    with clock.standing_at(FRIDAY):
        for each in (other, neighbour):
            assert (teasers(each), readable(each, course)) == ([], [404, 404, 404])


@pytest.mark.parametrize(
    ("first", "opens_at", "now", "expected"),
    [
        (None, OPENS, FRIDAY, False),
        (FROM, None, FRIDAY, False),
        (FROM, OPENS, datetime(2026, 11, 19, 22, 59, tzinfo=UTC), False),
        (FROM, OPENS, FRIDAY, True),
        (FROM, OPENS, datetime(2026, 11, 23, 4, 59, tzinfo=UTC), True),
        (FROM, OPENS, OPENS, False),
    ],
)
def test_when_a_taste_may_be_had(first: date | None, opens_at: datetime | None, now: datetime, expected: bool) -> None:
    assert tastes(first, opens_at, now.date(), now) is expected
