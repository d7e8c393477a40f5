"""The law of the boards: whatever is done in any order, all that is derived is what the ledger and the facts say."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.core import clock
from app.core.db import committed, db
from app.identity import actions
from app.identity.models import Membership
from app.merging.actions import Merged, merge
from leaderboards.competitions.actions import make
from leaderboards.competitions.measures import _MEASURES
from leaderboards.competitions.models import Team, TeamPart
from leaderboards.points.actions import reverse
from leaderboards.points.models import LedgerEntry, PointSpread, PointTotal
from leaderboards.recount import recount_all
from leaderboards.standings.models import DepartmentWeek, MembershipWeek
from tests.conftest import THURSDAY, empty
from tests.quests.course import Course, body, course_in
from tests.world import Somebody, World

MONDAY, MILLION = date(2026, 11, 16), 1_000_000
PLACES = ("Solbakken", "Skagen", "Natt")
numbers = count()
Step = tuple[str, int, int, int]


@dataclass
class Season:
    """People of three departments in a course, racing under every rule."""

    world: World
    course: Course
    people: list[Somebody]
    same: dict[UUID, UUID] = field(default_factory=dict)  # by player: whom they became

    def who(self, number: int) -> Somebody:
        return self.people[number % len(self.people)]

    def play(self, number: int, which: int) -> None:
        letter = self.course.letter(which % 3, skill=(number + which) % 3 / 2)
        verdict = self.who(number).post("/play/letters", body(letter)).json["verdicts"][0]
        assert verdict["status"] == "accepted" or verdict["code"] == "not_released"

    def take_back(self, number: int, which: int) -> None:
        entries = select(LedgerEntry.id).where(LedgerEntry.reverses_id.is_(None)).order_by(LedgerEntry.entered_at)
        found = list(db.session.scalars(entries.order_by(LedgerEntry.key)))
        if found:
            entry = found[(number * 7 + which) % len(found)]
            committed(reverse, self.world.organisation_id, entry, "tried by mistake")

    def move(self, number: int, which: int) -> None:
        """From today on somewhere else."""
        organisation_id, player, today = self.world.organisation_id, self.who(number).player_id, clock.now().date()
        own = select(Membership).where(Membership.player_id == player, Membership.ends_on.is_(None))
        for each in db.session.scalars(own).all():
            committed(actions.leave_department, organisation_id, each.id, today - timedelta(days=1))
        place = self.world.departments[PLACES[which % 3]]
        committed(actions.join_department, organisation_id, player, place, today)

    def go_away(self, number: int, which: int) -> None:
        """On leave for some days, and at times not after all."""
        organisation_id, player, today = self.world.organisation_id, self.who(number).player_id, clock.now().date()
        until = today + timedelta(days=which)
        leave = committed(actions.record_leave, organisation_id, player, today - timedelta(days=1), until)
        if number % 2:
            committed(actions.withdraw_leave, organisation_id, leave.id)

    def become(self, number: int, which: int) -> None:
        """Two of them are the same human."""
        old, kept = self.who(number), self.who(which)
        if old is kept or len(self.people) < 3:
            return
        ids = (self.world.organisation_id, old.person_id, kept.person_id)
        committed(merge, *ids)
        assert committed(merge, *ids) == Merged(0, 0)
        self.people.remove(old)
        self.same[old.player_id] = kept.player_id

    def human(self, player: UUID) -> UUID:
        while player in self.same:
            player = self.same[player]
        return player


STEPS: dict[str, Callable[[Season, int, int], None]] = {
    "play": Season.play,
    "take back": Season.take_back,
    "move": Season.move,
    "go away": Season.go_away,
    "become": Season.become,
}
KINDS = st.sampled_from(["play", "play", "play", "take back", "move", "go away", "become"])
SEASONS = st.lists(st.tuples(KINDS, st.integers(0, 5), st.integers(0, 5), st.integers(0, 20)), min_size=5, max_size=10)


def season_in(application: Flask, people: int = 5) -> Season:
    world = World(application, code=f"lov{next(numbers)}", policy={"least_members": 1})
    players = [world.somebody(PLACES[number % 3], share=(1.0, 0.5)[number % 2]) for number in range(people)]
    course = course_in(world)
    for rule in _MEASURES:
        places = [{"name": None, "departments": [world.departments[each]]} for each in PLACES]
        plan: dict[str, Any] = {"name": rule, "rule": rule, "first_week": MONDAY, "weeks": 1, "teams": places}
        committed(
            make,
            world.organisation_id,
            uuid4(),
            {**plan, "paths": None, "open_to": None, "prize": "", "freeze_hours": 0},
        )
    return Season(world, course, players)


@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=SEASONS)
def test_everything_derived_is_what_the_ledger_and_the_facts_say(application: Flask, steps: list[Step]) -> None:
    live(application, steps)


def live(application: Flask, steps: list[Step]) -> None:
    """A season of its own, step by step, and whether it has kept the law."""
    empty()
    now = THURSDAY - timedelta(days=3)
    with clock.standing_at(now):
        season = season_in(application)
    for kind, number, which, hours in steps:
        now += timedelta(hours=hours)
        with clock.standing_at(now):
            season.world.enter()
            STEPS[kind](season, number, which)
    season.world.enter()
    with clock.standing_at(now):
        check(season)


def check(season: Season) -> None:
    assert totals() == from_the_ledger()
    assert_earned_once(season)
    assert_sums(DepartmentWeek, MembershipWeek, "department_id", DepartmentWeek.week == MONDAY)
    assert_sums(Team, TeamPart, "team_id")
    assert_weighed_once(season)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("leaderboards.points.queries.LARGE", 1)  # as where there are very many
        assert set(committed(recount_all, season.world.organisation_id).values()) == {0}
        assert_spread()


def totals() -> dict[tuple[UUID, str], int]:
    rows = db.session.execute(select(PointTotal.player_id, PointTotal.period, PointTotal.points))
    return {(player, period): points for player, period, points in rows if points}


def from_the_ledger() -> dict[tuple[UUID, str], int]:
    found: Counter[tuple[UUID, str]] = Counter()
    for player, week, points in db.session.execute(select(LedgerEntry.player_id, LedgerEntry.week, LedgerEntry.points)):
        for period in (week.isoformat(), "all"):
            found[player, period] += points
    return {key: points for key, points in found.items() if points}


def assert_spread() -> None:
    rows = db.session.execute(select(PointSpread.points, PointSpread.people))
    week = Counter(points for (_, period), points in totals().items() if period == MONDAY.isoformat())
    assert dict(rows.all()) == {points: n for points, n in week.items() if points > 0}


def assert_earned_once(season: Season) -> None:
    """No human has two entries for the same that both stand."""
    entries = list(db.session.scalars(select(LedgerEntry)))
    back = {each.reverses_id for each in entries}
    standing = [each for each in entries if each.reverses_id is None and each.id not in back]
    earned = Counter((season.human(each.player_id), each.key) for each in standing)
    assert not [key for key, times in earned.items() if times > 1]
    assert sum(each.points for each in standing) == sum(each.points for each in entries)


def assert_sums(whole: Any, part: Any, name: str, *of: Any) -> None:
    columns = ("possible", "taken", "weight", "result")
    key = (lambda each: getattr(each, name)) if whole is DepartmentWeek else (lambda each: each.id)
    kept = {
        key(each): tuple(getattr(each, one) for one in columns) for each in db.session.scalars(select(whole).where(*of))
    }
    query = select(getattr(part, name), *(func.sum(getattr(part, each)) for each in columns))
    parts = {row[0]: tuple(map(int, row[1:])) for row in db.session.execute(query.group_by(getattr(part, name)))}
    assert {key: sums for key, sums in kept.items() if any(sums)} == parts


def assert_weighed_once(season: Season) -> None:
    """Who is moved in the middle of the week weighs no more than who is not."""
    weights = select(MembershipWeek.player_id, func.sum(MembershipWeek.weight)).group_by(MembershipWeek.player_id)
    several = set(season.same.values())  # who may have had two positions
    found = {player: int(weight) for player, weight in db.session.execute(weights) if player not in several}
    assert all(weight <= MILLION + len(PLACES) for weight in found.values())


def test_points_taken_back_are_taken_from_the_race_as_well(application: Flask) -> None:
    with clock.standing_at(THURSDAY):
        season = season_in(application)
        season.world.enter()
        season.play(2, 1)
        season.world.enter()
        before = db.session.scalar(select(func.sum(Team.taken)))
        season.take_back(0, 0)
        assert db.session.scalar(select(func.sum(Team.taken))) < before
        check(season)
