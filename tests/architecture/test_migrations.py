"""Migrations give exactly the tables the models describe, and take them away again."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_DNS, uuid5

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from app.core.config import Config
from app.core.db import db
from app.factory import create_app
from tests import databases


@pytest.mark.parametrize("name", databases.NAMES)
def test_up_is_what_the_models_say_and_down_is_nothing(name: str, tmp_path: Path) -> None:
    with databases.database(name, tmp_path) as url:
        application = create_app(Config(env="test", data=str(tmp_path), database_url=url))
        with application.app_context():
            flask_migrate.upgrade()
            with db.engine.connect() as connection:
                context = MigrationContext.configure(connection, opts={"compare_type": True})
                assert compare_metadata(context, db.metadata) == []
            flask_migrate.downgrade(revision="base")
            assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
            flask_migrate.upgrade()
            db.engine.dispose()


@pytest.mark.parametrize("name", databases.NAMES)
def test_who_was_here_before_the_practice_post_is_no_newcomer(name: str, tmp_path: Path) -> None:
    with databases.database(name, tmp_path) as url:
        application = create_app(Config(env="test", data=str(tmp_path), database_url=url))
        with application.app_context():
            flask_migrate.upgrade(revision="20261124_nudges")
            with db.engine.begin() as connection:
                _somebody(connection, "before")
            flask_migrate.upgrade()
            with db.engine.begin() as connection:
                _somebody(connection, "after")
            with db.engine.connect() as connection:
                assert [_practised(connection, alias) for alias in ("before", "after")] == [True, False]
            db.engine.dispose()


def _somebody(connection: Connection, alias: str) -> None:
    """A player in an organisation of their own, by what the tables had before."""
    own = {"id": uuid5(NAMESPACE_DNS, alias).hex, "code": alias, "now": datetime(2026, 11, 19, tzinfo=UTC).isoformat()}
    connection.execute(
        text(
            "insert into organisations (id, code, name, time_zone, language, policy, created_at)"
            " values (:id, :code, :code, 'UTC', 'nb', '{}', :now)"
        ),
        own,
    )
    _enter(connection, alias)
    connection.execute(text("insert into players (organisation_id, id, alias) values (:id, :id, :code)"), own)


def _practised(connection: Connection, alias: str) -> bool:
    _enter(connection, alias)
    return bool(connection.scalar(text("select practised from players where alias = :alias"), {"alias": alias}))


def _enter(connection: Connection, alias: str) -> None:
    """Where PostgreSQL guards the rows, only those of the organisation in scope are seen."""
    if connection.dialect.name == "postgresql":
        own = {"id": str(uuid5(NAMESPACE_DNS, alias))}
        connection.execute(text("select set_config('loype.organisation', :id, true)"), own)
