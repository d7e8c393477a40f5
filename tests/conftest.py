"""What every test may use: an application on each database, a clock that stands, people who are signed in."""

import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings
from sqlalchemy import Connection, event, text

from app.core import clock
from app.core.config import Config
from app.core.db import db, enter
from app.core.rows import EVERYBODYS
from app.factory import create_app
from app.identity import passwords
from tests import databases
from tests.schema import build
from tests.served import SHARED, sunday
from tests.world import World

collect_ignore = [] if os.environ.get("LOYPE_SOAK") else ["soak"]
THURSDAY = datetime(2026, 11, 19, 11, tzinfo=UTC)  # in week 47, noon in Oslo
settings.register_profile("loype", deadline=None, max_examples=60)
settings.load_profile("loype")


def pytest_configure() -> None:
    """Before any process of the run is made."""
    sunday()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test with a browser in it that fails is run once more."""
    for each in items:
        if each.get_closest_marker("browser"):
            each.add_marker(pytest.mark.flaky(reruns=1))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What made a test run once more is told as if it had failed for good."""
    for each in terminalreporter.stats.get("rerun", []):
        terminalreporter.section(f"run once more: {each.nodeid}")
        terminalreporter.line(each.longreprtext)


@pytest.fixture(scope="session", autouse=True)
def _shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> None:
    """The folder above those of the workers of this run; of a run in one process its own."""
    own = tmp_path_factory.getbasetemp()
    os.environ[SHARED] = str(own if worker_id == "master" else own.parent)


@pytest.fixture(scope="session", autouse=True)
def _quick_pins() -> Iterator[None]:
    """PINs that are hashed in this process cost next to nothing, also to whoever checks them later."""
    with pytest.MonkeyPatch.context() as patch:
        quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
        patch.setattr(passwords, "_hasher", quick)
        yield


@pytest.fixture(scope="session", params=databases.NAMES)
def on_database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An application with every table, once a session and database."""
    folder = tmp_path_factory.mktemp(request.param)
    with databases.database(request.param, folder) as url:
        application = create_app(Config(env="test", data=str(folder), database_url=url))
        with application.app_context():
            event.listen(db.engine, "connect", _hasty)
            build()
        yield application
        with application.app_context():
            db.engine.dispose()


def _hasty(connection: Any, _record: object) -> None:
    """Nothing a test writes has to outlive the machine; PostgreSQL is told so when it starts."""
    if isinstance(connection, sqlite3.Connection):
        connection.execute("pragma synchronous = off")


@pytest.fixture
def application(on_database: Flask) -> Iterator[Flask]:
    """The application with an empty database; every row a test makes is gone after it."""
    with on_database.app_context():
        try:
            yield on_database
        finally:
            empty()


_TRUNCATED = text(f"truncate {', '.join(sorted(EVERYBODYS - {'installation_keys'}))} cascade")
_EVERY = 60
"""Emptying tables whole costs a third of a second, deleting the few rows of a test a tenth of that; what is deleted
leaves its room behind, so that now and then they are emptied whole."""
_times = count()


def empty() -> None:
    """Take every organisation away, and with it all rows. Looks away first: PostgreSQL would wait for who reads."""
    db.session.remove()
    enter(None)
    with db.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("pragma defer_foreign_keys=on")
            for table in reversed(db.metadata.sorted_tables):
                if table.name != "installation_keys":
                    connection.execute(table.delete())
        elif next(_times) % _EVERY == 0:
            connection.execute(_TRUNCATED)
        else:
            _delete(connection)


def _delete(connection: Connection) -> None:
    """Row by row, as each organisation, since nobody else sees its rows."""
    names = [table.name for table in reversed(db.metadata.sorted_tables) if table.name != "installation_keys"]
    owned = "; ".join(f"delete from {name}" for name in names if name not in EVERYBODYS)
    for id in connection.execute(text("select id from organisations")).scalars().all():
        connection.execute(text("select set_config('loype.organisation', :id, true)"), {"id": str(id)})
        connection.exec_driver_sql(owned)
    connection.exec_driver_sql("; ".join(f"delete from {name}" for name in names if name in EVERYBODYS))


@pytest.fixture
def thursday() -> Iterator[datetime]:
    """The clock stands at noon on Thursday of week 47, 2026."""
    with clock.standing_at(THURSDAY):
        yield THURSDAY


@pytest.fixture
def client(application: Flask) -> FlaskClient:
    """Nobody in particular."""
    return application.test_client()


@pytest.fixture
def world(application: Flask, thursday: datetime) -> World:
    """Fjordvik: departments and people made as a test needs them, on a Thursday at noon."""
    return World(application)
