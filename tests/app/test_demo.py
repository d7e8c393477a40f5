"""The demo organisations: always in week two, the same from the same seed, and nothing of one in the other."""

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.cli import loype
from app.core import clock
from app.core.db import db, scope
from app.core.rows import owned_tables
from app.demo import load as demo
from app.demo.cast import Cast
from app.demo.fjordvik import FJORDVIK
from app.demo.naerkjop import NAERKJOP
from app.help.models import HelpReply, HelpRequest
from app.identity.models import ROLES, DeviceSession, Person, Player, PlayerLink
from app.identity.queries import organisation_by_code
from leaderboards.points.models import PointTotal
from quests.paths.models import Release
from quests.paths.rules import openings

pytestmark = pytest.mark.xdist_group("demo")
SMALL = replace(
    FJORDVIK,
    departments=(("Solbakken sykehjem", None, 6), ("Hjemmetjenesten nord", None, 3), ("Dagsenteret", None, 3)),
    lends_to={},
    requirements=tuple(replace(each, departments=()) for each in FJORDVIK.requirements),
)
SMALL_CHAIN = replace(
    NAERKJOP,
    departments=(
        ("Kjedekontoret", None, 3),
        ("Region vest", None, 1),
        ("Nærkjøp Torget", None, 3),
        ("Nærkjøp Bryggekanten", "Region vest", 4),
    ),
    lends_to={},
    requirements=tuple(replace(each, departments=()) for each in NAERKJOP.requirements),
)
on_sqlite = pytest.mark.parametrize("on_database", ["sqlite"], indirect=True)
"""Where it is play that is looked at: both databases are loaded by `test_demo_both`."""
each_cast = pytest.mark.parametrize("cast", demo.CASTS, ids=lambda cast: cast.code)


@given(st.integers(0, 7 * 366 * 24 * 60))
def test_now_is_always_in_week_two_of_three(minutes: int) -> None:
    now = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    _, second, third = openings(demo.first_monday(now), 3, demo.HOUR, demo.ZONE)
    assert second.opens_at <= now < third.opens_at


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ("2026-11-16T04:59Z", "2026-11-02"),  # Monday 05:59
        ("2026-11-16T05:01Z", "2026-11-09"),  # Monday 06:01
        ("2026-11-15T22:59Z", "2026-11-02"),  # Sunday 23:59
        ("2026-03-29T00:59Z", "2026-03-16"),  # the last minute of winter time
        ("2026-03-30T03:59Z", "2026-03-16"),  # the Monday after, 05:59 in summer time
        ("2026-03-30T04:00Z", "2026-03-23"),  # 06:00
        ("2026-10-25T01:30Z", "2026-10-12"),  # half past two for the second time
        ("2026-10-26T04:59Z", "2026-10-12"),
        ("2026-10-26T05:00Z", "2026-10-19"),
        ("2026-12-31T23:30Z", "2026-12-21"),  # in Oslo it is the new year, still week 53
        ("2027-01-04T05:00Z", "2026-12-28"),
    ],
)
def test_the_turns_of_week_clock_and_year(now: str, first: str) -> None:
    assert demo.first_monday(datetime.fromisoformat(now)).isoformat() == first


@each_cast
def test_who_one_can_sign_in_as(cast: Cast) -> None:
    assert {account.role for account in cast.accounts} == set(ROLES)
    learners = [account for account in cast.accounts if account.role == "learner"]
    assert list(Counter(each.department for each in learners).values()) == [2, 2]
    assert [each.plays_this_week for each in learners[:3]] == [False] * 3
    assert len({account.employee_number for account in cast.accounts}) == len(cast.accounts)
    sizes = {name: size for name, _, size in cast.departments}
    needed = Counter(account.department for account in cast.accounts)
    assert all(sizes[name] >= number for name, number in needed.items())


def test_the_chain_has_forty_shops_in_regions_and_nine_hundred_people() -> None:
    shops = [name for name, parent, _ in NAERKJOP.departments if parent]
    assert (len(shops), len(set(shops)), NAERKJOP.people) == (40, 40, 900)
    assert len({parent for _, parent, _ in NAERKJOP.departments if parent}) == 5


@pytest.mark.parametrize("now", ["2026-11-16T04:59Z", "2026-11-16T05:01Z", "2027-01-03T22:59Z"])
@on_sqlite
def test_two_of_three_weeks_are_open_whenever_it_is_loaded(application: Flask, now: str) -> None:
    moment = datetime.fromisoformat(now)
    with clock.standing_at(moment):
        demo.load(SMALL)
        with scope(organisation_of(SMALL)):
            releases = db.session.scalars(select(Release).order_by(Release.opens_at)).all()
            assert [each.opened_at is not None for each in releases] == [True, True, False]
            assert releases[1].opens_at <= moment < releases[1].closes_at
            assert releases[1].opened_at == releases[1].opens_at
            assert set(db.session.scalars(select(Player.practised))) == {True}, "who plays has met the practice post"


@on_sqlite
def test_each_has_asked_a_colleague_one_answered_and_one_open(application: Flask, thursday: datetime) -> None:
    for cast in (SMALL, SMALL_CHAIN):
        demo.load(cast)
        own = organisation_of(cast)
        with scope(own):
            asked = select(HelpRequest).where(HelpRequest.organisation_id == own).order_by(HelpRequest.asked_at)
            answered, waits = db.session.scalars(asked).all()
            (reply,) = db.session.scalars(select(HelpReply).where(HelpReply.organisation_id == own)).all()
            sessions = db.session.scalars(select(DeviceSession).where(DeviceSession.organisation_id == own)).all()
        assert (answered.state, waits.state) == ("answered", "open")
        assert answered.version is not None
        assert waits.version is not None
        assert answered.asked_at < reply.at < waits.asked_at < thursday
        assert reply.request_id == answered.id
        assert sessions == []


@on_sqlite
def test_the_same_seed_gives_the_same_people_and_the_same_points(application: Flask, thursday: datetime) -> None:
    seen = []
    for seed in (7, 7, 8):
        demo.load(SMALL, seed)
        seen.append(_people_and_points(SMALL))
        demo.forget(SMALL)
    assert seen[0] == seen[1] != seen[2]
    assert sum(points for _, _, points in seen[0]) > 500


def test_forgetting_leaves_nothing_and_the_other_untouched(application: Flask, thursday: datetime) -> None:
    other = replace(SMALL, code="nabo")
    for cast in (SMALL, other):
        demo.load(cast)
    gone, kept = organisation_of(SMALL), organisation_of(other)
    before = _rows(kept)
    demo.forget(SMALL)
    assert not demo.is_loaded(SMALL)
    assert sum(_rows(gone).values()) == 0
    assert _rows(kept) == before
    media = application.config["LOYPE"].folder / "media"
    assert not (media / str(gone)).exists()
    assert (media / str(kept)).exists()
    demo.forget(SMALL)


def test_the_command_prints_both_and_keeps_the_shape_of_the_first(tmp_path: Path) -> None:
    printed = CliRunner().invoke(loype, ["demo", "--json"], env={"LOYPE_DATA": str(tmp_path)})
    shown = json.loads(printed.output)
    assert shown["organisation"] == "fjordvik"
    assert [other["organisation"] for other in shown["others"]] == ["naerkjop"]
    for each in (shown, *shown["others"]):
        for account in each["accounts"]:
            assert account.keys() == {"role", "name", "employee_number", "pin", "department"}


@pytest.mark.parametrize("arguments", [[], ["--refresh"]])
def test_it_is_refused_in_production(tmp_path: Path, arguments: list[str]) -> None:
    environment = {"LOYPE_DATA": str(tmp_path), "LOYPE_ENV": "production"}
    answer = CliRunner().invoke(loype, ["demo", *arguments], env=environment)
    assert answer.exit_code == 1
    assert "refused in production" in answer.output


@on_sqlite
def test_a_week_later_a_refresh_brings_it_back_to_week_two(application: Flask, thursday: datetime) -> None:
    demo.load(SMALL)
    with clock.standing_at(thursday + timedelta(days=7)):
        demo.forget(SMALL)
        demo.load(SMALL)
        with scope(organisation_of(SMALL)):
            opened = db.session.scalars(select(Release.week).where(Release.opened_at.is_not(None)))
            assert {each.isoformat() for each in opened} == {"2026-11-16", "2026-11-23"}


def organisation_of(cast: Cast) -> UUID:
    found = organisation_by_code(cast.code)
    assert found is not None
    return found.id


def _people_and_points(cast: Cast) -> list[tuple[str, str, int]]:
    with scope(organisation_of(cast)):
        query = (
            select(Person.employee_number, Person.name, func.coalesce(PointTotal.points, 0))
            .join(PlayerLink, PlayerLink.person_id == Person.id)
            .outerjoin(PointTotal, (PointTotal.player_id == PlayerLink.player_id) & (PointTotal.period == "all"))
            .order_by(Person.employee_number)
        )
        return [tuple(row) for row in db.session.execute(query)]  # type: ignore[misc]


def _rows(organisation_id: UUID) -> dict[str, int]:
    with scope(organisation_id):
        found = {}
        for name in owned_tables():
            table = db.metadata.tables[name]
            query = select(func.count()).select_from(table).where(table.c.organisation_id == organisation_id)
            found[name] = db.session.scalar(query) or 0
        return found
