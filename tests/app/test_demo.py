"""The demo municipality: today always falls in week two, it is the same each time, and production will not have it."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import func, select

from app.cli import loype
from app.core import clock
from app.core.db import db, enter
from app.demo import load as demonstration
from app.demo.cast import ACCOUNTS, CODE
from app.identity.models import Person, PlayerLink
from app.identity.queries import organisation_by_code
from leaderboards.points.models import PointTotal
from quests.paths.models import Release
from quests.play.models import Attempt

THURSDAY = datetime(2026, 11, 19, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        (datetime(2026, 11, 19, 11, tzinfo=UTC), date(2026, 11, 9)),
        (datetime(2026, 11, 23, 4, 59, tzinfo=UTC), date(2026, 11, 9)),  # 05:59 in Oslo: the last hour of week two
        (datetime(2026, 11, 23, 5, 0, tzinfo=UTC), date(2026, 11, 16)),
        (datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 12)),  # after midnight, the night the clock turned
        (datetime(2027, 1, 3, 12, tzinfo=UTC), date(2026, 12, 21)),  # Sunday of week 53
    ],
)
def test_today_falls_in_week_two(now: datetime, monday: date) -> None:
    assert demonstration.first_monday(now) == monday


def test_it_is_the_same_each_time_and_alive(application: Flask) -> None:
    with clock.standing_at(THURSDAY):
        demonstration.load()
        once = facts()
        assert once["people"] == 260
        assert once["opened"] == [True, True, False]
        assert once["points"] > 0
        demonstration.forget()
        assert organisation_by_code(CODE) is None
        demonstration.load()
        assert facts() == once


def facts() -> dict[str, object]:
    """What can be seen of Fjordvik from outside, ids left out."""
    organisation = organisation_by_code(CODE)
    assert organisation
    enter(organisation.id)
    first_three = [each.employee_number for each in ACCOUNTS if each.role == "learner"][:3]
    players = (
        select(PlayerLink.player_id)
        .join(Person, Person.id == PlayerLink.person_id)
        .where(Person.employee_number.in_(first_three))
    )
    monday = datetime(2026, 11, 16, 5, tzinfo=UTC)
    played = select(func.count()).where(Attempt.player_id.in_(players), Attempt.happened_at >= monday)
    assert db.session.scalar(played) == 0, "the first three have played nothing this week"
    return {
        "people": db.session.scalar(select(func.count()).select_from(Person)),
        "names": sorted(db.session.scalars(select(Person.name))),
        "attempts": db.session.scalar(select(func.count()).select_from(Attempt)),
        "points": db.session.scalar(select(func.sum(PointTotal.points))),
        "opened": [each is not None for each in db.session.scalars(select(Release.opened_at).order_by(Release.week))],
    }


def test_what_is_printed_for_programs_and_what_production_says(tmp_path: Path) -> None:
    settings = {"LOYPE_DATA": str(tmp_path), "LOYPE_ENV": "production"}
    told = json.loads(CliRunner(env=settings).invoke(loype, ["demo", "--json"]).output)
    assert told["organisation"] == CODE
    roles = [each["role"] for each in told["accounts"]]
    assert set(roles) == {"learner", "leader", "editor", "resource_person", "admin"}
    places = [each["department"] for each in told["accounts"] if each["role"] == "learner"]
    assert sorted(places.count(each) for each in set(places)) == [2, 2]
    refused = CliRunner(env=settings).invoke(loype, ["demo"])
    assert refused.exit_code == 1
    assert "refused in production" in refused.output
