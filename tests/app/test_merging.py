"""Two employee numbers turn out to be one human: everything goes over, each thing counts once, nothing is lost."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.cli import loype
from app.core import clock
from app.core.db import committed, db
from app.identity.actions import record_leave
from app.identity.models import Membership
from app.identity.queries import looks_at
from app.merging.actions import REASON, Merged, merge
from app.merging.rows import STAY, columns_naming
from app.merging.rules import Days, without
from leaderboards.points.models import LedgerEntry
from leaderboards.points.queries import points_of
from leaderboards.points.rules import WORTH
from leaderboards.recount import recount_all
from leaderboards.standings.models import MembershipWeek
from quests.authoring.statistics.actions import recount_figures
from quests.authoring.statistics.models import ModuleFigures
from quests.paths.models import Enrolment
from quests.play.models import Letter, ModuleProgress, QuestProgress
from quests.review.actions import recount_memory
from quests.review.models import MemoryItem
from tests.help.asking import asked
from tests.identity.provisioning.test_importing import LIST
from tests.quests.course import course_in
from tests.world import LONG_AGO, Somebody, World

MONDAY = date(2026, 11, 16)
DAY = st.integers(0, 20).map(lambda number: MONDAY + timedelta(days=number))
DAYS = st.tuples(DAY, st.one_of(st.none(), DAY)).filter(lambda each: each[1] is None or each[0] <= each[1])


def days_of(days: Days) -> Iterator[date]:
    first, last = days
    return (
        day for day in (MONDAY + timedelta(days=n) for n in range(40)) if first <= day and (last is None or day <= last)
    )


@given(DAYS, st.lists(DAYS, max_size=4))
def test_what_is_left_of_a_membership_is_each_day_that_no_other_has(days: Days, others: list[Days]) -> None:
    left = [day for each in without(days, others) for day in days_of(each)]
    taken = {day for each in others for day in days_of(each)}
    assert left == [day for day in days_of(days) if day not in taken]


def merged(world: World, old: Somebody, into: Somebody) -> Merged:
    world.enter()
    return committed(merge, world.organisation_id, old.person_id, into.person_id)


def test_what_both_have_done_counts_once_and_the_rest_comes_over(world: World) -> None:
    old, kept = world.somebody(), world.somebody()
    world.somebody("Skagen")
    course = course_in(world)
    for somebody, which in ((old, 0), (old, 1), (kept, 1)):
        assert somebody.post("/play/letters", course.finished(which)).json["verdicts"][0]["status"] == "accepted"
    world.enter()
    had, both = (points_of(world.organisation_id, each.player_id, MONDAY)["total"] for each in (old, kept))
    done = merged(world, old, kept)
    world.enter()
    assert points_of(world.organisation_id, old.player_id, MONDAY) == {"total": 0, "week": 0}
    assert points_of(world.organisation_id, kept.player_id, MONDAY)["total"] == had  # which was all there is
    back = list(db.session.scalars(select(LedgerEntry).where(LedgerEntry.reverses_id.is_not(None))))
    assert sum(each.points for each in back) == -both
    assert ({each.reason for each in back}, len(back)) == ({REASON}, done.doubles)
    assert [row.taken for row in db.session.scalars(select(MembershipWeek)) if row.player_id != kept.player_id] == [0]
    assert db.session.scalar(select(func.count()).select_from(Letter).where(Letter.player_id == kept.player_id)) == 3
    assert kept.get("/play/bests").status_code == 200
    assert old.get("/me").status_code == 401
    world.enter()
    begun = select(func.sum(ModuleFigures.begun)).where(ModuleFigures.organisation_id == world.organisation_id)
    assert db.session.scalar(begun) == 2  # people, not numbers
    for recount in (recount_memory, recount_figures):
        assert committed(recount, world.organisation_id) == 0
    assert set(committed(recount_all, world.organisation_id).values()) == {0}
    assert merged(world, old, kept) == Merged(0, 0)


def test_what_was_done_first_and_what_is_remembered_stays(world: World) -> None:
    old, kept = world.somebody(), world.somebody()
    course = course_in(world)
    old.post("/play/letters", course.finished(0))
    with clock.standing_at(clock.now() + timedelta(hours=5)):
        kept.post("/play/letters", course.finished(0))
    world.enter()
    done = dict(db.session.execute(select(ModuleProgress.player_id, ModuleProgress.done_at)).all())
    merged(world, old, kept)
    world.enter()
    after = dict(db.session.execute(select(ModuleProgress.player_id, ModuleProgress.done_at)).all())
    assert after == {kept.player_id: done[old.player_id]}
    (item,) = db.session.scalars(select(MemoryItem))
    assert (item.player_id, item.tries) == (kept.player_id, 2)


def test_a_stage_that_each_did_a_half_of_is_done(world: World) -> None:
    old, kept = world.somebody(), world.somebody()
    course = course_in(world)
    old.post("/play/letters", course.finished(0))
    kept.post("/play/letters", course.finished(1))
    world.enter()
    had = [points_of(world.organisation_id, each.player_id, MONDAY)["week"] for each in (old, kept)]
    merged(world, old, kept)
    world.enter()
    assert points_of(world.organisation_id, kept.player_id, MONDAY)["week"] == sum(had) + WORTH["quest"]
    assert db.session.scalars(select(QuestProgress.player_id)).all() == [kept.player_id]
    assert merged(world, old, kept) == Merged(0, 0)
    world.enter()
    assert points_of(world.organisation_id, kept.player_id, MONDAY)["week"] == sum(had) + WORTH["quest"]


def test_a_day_in_a_department_counts_once(world: World) -> None:
    kept, old = world.somebody("Solbakken"), world.somebody("Solbakken", starts_on=date(2025, 6, 2))
    world.department("Skagen")
    world.join(old, "Skagen", 0.4)
    course_in(world)
    merged(world, old, kept)
    world.enter()
    rows = db.session.execute(select(Membership).order_by(Membership.starts_on, Membership.share)).scalars()
    found = [(each.player_id, each.starts_on, each.ends_on, each.is_primary) for each in rows]
    assert found == [
        (kept.player_id, date(2025, 6, 2), LONG_AGO - timedelta(days=1), False),
        (kept.player_id, LONG_AGO, None, False),
        (kept.player_id, LONG_AGO, None, True),
    ]
    weights = select(MembershipWeek.player_id, MembershipWeek.weight).order_by(MembershipWeek.weight)
    found = [tuple(row) for row in db.session.execute(weights)]
    assert found == [(kept.player_id, 400_000), (kept.player_id, 1_000_000)]


def test_no_table_that_names_people_is_left_behind(world: World) -> None:
    old, kept = world.somebody(), world.somebody()
    world.somebody("Solbakken", "resource_person")
    course = course_in(world)
    old.post("/play/letters", course.finished(0))
    asked(old)
    old.kept()
    world.enter()
    committed(record_leave, world.organisation_id, old.player_id, MONDAY, MONDAY)
    assert merged(world, old, kept).rows > 10
    world.enter()
    for table, names in (("players", old.player_id), ("persons", old.person_id)):
        for column in columns_naming(table):
            there = select(func.count()).where(column == names)
            if column.table.name == "enrolments":  # both were in the run, and one of them is no longer
                there = there.where(Enrolment.left_at.is_(None))
            assert db.session.scalar(there) == 0, column
    tables = {each.name for each in db.metadata.sorted_tables}
    assert STAY.keys() <= tables
    assert looks_at(world.organisation_id, kept.person_id, 1, 10)[1] == 0


def test_the_command_asks_and_refuses_whom_it_does_not_know(tmp_path: Path) -> None:
    run = CliRunner(env={"LOYPE_DATA": str(tmp_path / "data"), "LOYPE_ENV": "test"}).invoke
    run(loype, ["migrate"])
    run(loype, ["org", "create", "fjell", "Fjell", "--admin-number", "1", "--admin-name", "Gro Ås"])
    file = tmp_path / "people.csv"
    file.write_text(LIST)
    run(loype, ["people", "import", str(file)])
    unknown = run(loype, ["people", "merge", "0042", "9", "--yes"])
    assert (unknown.exit_code, "Nobody has the employee number 9" in unknown.output) == (1, True)
    assert run(loype, ["people", "merge", "0042", "0042", "--yes"]).exit_code == 1
    asking = run(loype, ["people", "merge", "0042", "0043"], input="n\n")
    assert (asking.exit_code, "Åse Øvrebø (0042) becomes Jon Berg (0043)" in asking.output) == (1, True)
    done = run(loype, ["people", "merge", "0042", "0043", "--yes"])
    assert re.fullmatch(r"\d+ rows went over; 0 entries .*\n", done.output), done.output
