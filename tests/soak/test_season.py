"""A season of weeks with everything at once: two workers, letters in any order and more than once, clocks that lie."""

import threading
from datetime import date, timedelta
from random import Random

from app.core import clock
from app.core.db import committed
from app.core.weeks import moment_at
from leaderboards.recount import recount_all
from leaderboards.standings.jobs import show_small
from quests.paths.jobs import follow_audiences, open_due
from tests.quests.course import body, course_in
from tests.world import World

WEEKS, PEOPLE = 26, 40


def test_a_season_leaves_every_total_right(world: World) -> None:
    random = Random(2026)
    people = [world.somebody(random.choice(["Solbakken", "Skagen", "Natt"])) for _ in range(PEOPLE)]
    monday = date(2026, 11, 16)
    course = course_in(world, starts_on=monday)
    sent = []
    for week in range(WEEKS):
        now = moment_at(monday + timedelta(weeks=week), 6, "Europe/Oslo") + timedelta(hours=random.randint(0, 150))
        with clock.standing_at(now):
            _two_workers(world)
            people = [world.signed_in_again(each) for each in people]
            for number in random.sample(range(PEOPLE), 10):
                lie = timedelta(days=random.randint(-400, 400))
                sent.append((number, body(course.letter(random.randrange(2), random.random(), now + lie))))
            for number, letters in random.sample(sent, min(len(sent), 20)):
                assert people[number].post("/play/letters", letters).status_code == 200
            show_small()
            follow_audiences()
            world.enter()
            assert set(committed(recount_all, world.organisation_id).values()) == {0}


def _two_workers(world: World) -> None:
    def work() -> None:
        with world.application.app_context():
            open_due()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
