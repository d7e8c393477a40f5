"""kill -9 at every step of opening a release: afterwards another worker opens it, once and whole."""

from datetime import timedelta
from itertools import count
from uuid import UUID

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.core.weeks import moment_at, monday_of
from leaderboards.standings.models import MembershipWeek
from quests.paths.jobs import open_due
from quests.paths.models import Release, ReleaseActivity
from tests.faults.test_killed import board_is_the_recount, died
from tests.quests.course import course_in
from tests.world import World

PER_WEEK = 2  # activities in the first week of the small course


def state_of(world: World, run_id: UUID) -> tuple[int, int]:
    """How many releases of a run are open, and how many activities they hold."""
    world.enter()
    db.session.rollback()
    opened = select(Release.id).where(Release.run_id == run_id, Release.opened_at.is_not(None))
    held = select(func.count()).where(ReleaseActivity.release_id.in_(opened))
    return len(db.session.scalars(opened).all()), db.session.scalar(held) or 0


def test_a_release_opens_once_wherever_the_worker_died(world: World) -> None:
    world.somebody()
    monday = monday_of(clock.now().date()) + timedelta(days=7)
    for step in count(1):
        run_id = course_in(world, starts_on=monday).run.id
        assert state_of(world, run_id) == (0, 0)
        with clock.standing_at(moment_at(monday, 6, "Europe/Oslo")):
            was_killed = died(open_due, step)
            assert state_of(world, run_id) in ((0, 0), (1, PER_WEEK)), step
            assert open_due() in (0, 1)
            assert open_due() == 0
        assert state_of(world, run_id) == (1, PER_WEEK), step
        if not was_killed:
            break
    assert step > 8, "so few steps prove nothing"
    with clock.standing_at(moment_at(monday, 6, "Europe/Oslo")):
        world.enter()
        assert db.session.scalar(select(MembershipWeek.possible)) == step * PER_WEEK
        board_is_the_recount(world)
