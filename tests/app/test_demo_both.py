"""Both demo organisations in one installation: alive, signed in to, and nothing of one in the other."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.core import clock
from app.core.db import db, enter, scope
from app.core.rows import owned_tables
from app.demo import load as demo
from app.demo.cast import Cast
from app.identity.models import Department, Person
from leaderboards.points.models import PointTotal
from leaderboards.standings.jobs import show_small
from tests.app.test_demo import organisation_of
from tests.architecture.test_doors import routes
from tests.conftest import THURSDAY, empty

pytestmark = pytest.mark.xdist_group("demo")
CASTS = [
    replace(cast, departments=tuple((name, parent, min(size, 6)) for name, parent, size in cast.departments))
    for cast in demo.CASTS
]
OTHER = {cast.code: other for cast, other in zip(CASTS, reversed(CASTS), strict=True)}
WORD = re.compile(r"[\w-]+")
each_cast = pytest.mark.parametrize("cast", CASTS, ids=lambda cast: cast.code)


@pytest.fixture(scope="module")
def both(on_database: Flask) -> Iterator[Flask]:
    """Both demo organisations as a person gets them, on a Thursday."""
    with on_database.app_context(), clock.standing_at(THURSDAY):
        for cast in CASTS:
            demo.load(cast)
        show_small()
        db.session.remove()
    yield on_database
    with on_database.app_context():
        empty()


@pytest.fixture
def at_thursday(both: Flask) -> Iterator[Flask]:
    with both.app_context(), clock.standing_at(THURSDAY):
        yield both
        db.session.remove()
        enter(None)


def signed_in(application: Flask, cast: Cast, which: int) -> FlaskClient:
    client, account = application.test_client(), cast.accounts[which].shown()
    body = {"organisation": cast.code, "employee_number": account["employee_number"], "pin": account["pin"]}
    answer = client.post("/api/v1/session", json=body)
    assert answer.status_code == 200, answer.text
    return client


@each_cast
def test_every_account_signs_in_with_its_pin_and_role(at_thursday: Flask, cast: Cast) -> None:
    for which, account in enumerate(cast.accounts):
        me = signed_in(at_thursday, cast, which).get("/api/v1/me").json
        assert me["person"]["name"] == account.name
        assert account.role in me["person"]["roles"]
        assert me["departments"][0]["name"] == account.department
        assert me["organisation"]["code"] == cast.code


@each_cast
def test_the_first_three_learners_have_played_nothing_this_week(at_thursday: Flask, cast: Cast) -> None:
    for which in range(3):
        client = signed_in(at_thursday, cast, which)
        today = client.get("/api/v1/today").json
        assert today["quest"]["progress"] == {"done": 0, "total": 6}
        assert client.get("/api/v1/me").json["points"]["week"] == 0


@each_cast
def test_it_looks_alive(at_thursday: Flask, cast: Cast) -> None:
    """Boards of both have departments that differ, and people with points from this week and the last."""
    board = signed_in(at_thursday, cast, 0).get("/api/v1/boards/departments").json
    assert len({row["score"] for row in board["rows"]}) > 5
    with scope(organisation_of(cast)):
        weeks = set(db.session.scalars(select(PointTotal.period).distinct()))
    assert weeks == {"2026-11-09", "2026-11-16", "all"}


@each_cast
def test_some_race_in_a_league_where_there_is_one(at_thursday: Flask, cast: Cast) -> None:
    for which, account in enumerate(cast.accounts):
        league = signed_in(at_thursday, cast, which).get("/api/v1/boards/league").json
        races = account.employee_number in cast.league
        assert league["state"] == ("running" if races else "out" if cast.league else "off")
        assert not races or (league["last"] and any(not row["me"] for row in league["rows"]))


@each_cast
def test_nothing_of_one_is_in_any_answer_of_the_other(at_thursday: Flask, cast: Cast) -> None:
    canaries = _traces(OTHER[cast.code]) - _traces(cast)
    own, theirs = _places(cast), _places(OTHER[cast.code])
    admin = signed_in(at_thursday, cast, len(cast.accounts) - 1)
    answered = 0
    for method, path in routes(at_thursday):
        if method != "GET":
            continue
        for values in (own, theirs):
            address = path.format_map(values)
            for page in range(1, 20):
                answer = admin.get(address, query_string={"page": page})
                answered += answer.status_code == 200
                said = answer.data.decode(errors="replace")
                words = set(WORD.findall(said))  # five digits may stand within an id by chance
                found = {each for each in canaries if (each in words if each.isdigit() else each in said)}
                assert not found, (address, page, found)
                if not answer.is_json or page >= answer.json.get("pages", 1):
                    break
    assert answered > len(own)


def _traces(cast: Cast) -> set[str]:
    """Names, numbers and ids by which an organisation would be known."""
    organisation_id = organisation_of(cast)
    found = {cast.code, cast.name, str(organisation_id)}
    with scope(organisation_id):
        for column in (Person.name, Person.employee_number, Department.name):
            found |= set(db.session.scalars(select(column).where(column.is_not(None))))
        for name in owned_tables():
            table = db.metadata.tables[name]
            if name not in ("answers", "ledger_entries", "access_log") and "id" in table.c:
                found |= {str(id) for id in db.session.scalars(select(table.c.id))}
    return found


class _Places(dict[str, str]):
    """What an organisation has for the names in a route; a name that is not known gets a department's id."""

    def __missing__(self, name: str) -> str:
        return self["department_id"]


def _places(cast: Cast) -> _Places:
    with scope(organisation_of(cast)):
        tables = db.metadata.tables
        first = {
            name: str(db.session.scalars(select(tables[table].c[column]).limit(1)).one())
            for name, table, column in (
                ("quest_id", "quests", "id"),
                ("version", "module_versions", "version"),
                ("digest", "media", "hash"),
                ("person_id", "persons", "id"),
                ("department_id", "departments", "id"),
            )
        }
    return _Places(first, language="nb")
