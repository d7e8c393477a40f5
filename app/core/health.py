"""Whether this process lives, and whether it can serve."""

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask, Response, current_app
from sqlalchemy.exc import SQLAlchemyError

from app.core.db import db
from app.core.http import json_answer, public


def install(application: Flask) -> None:
    application.add_url_rule("/healthz", view_func=healthz)
    application.add_url_rule("/readyz", view_func=readyz)


def missing_migrations() -> bool:
    """Whether the database is not in the form this code wants. Raises SQLAlchemyError when it does not answer."""
    with db.engine.connect() as connection:
        present = MigrationContext.configure(connection).get_current_heads()
    return set(present) != {wanted_migration()}


def wanted_migration() -> str:
    """The form of the database this code wants."""
    head = ScriptDirectory(current_app.extensions["migrate"].directory).get_current_head()
    assert head is not None  # noqa: S101
    return head


@public
def healthz() -> Response:
    return json_answer({"status": "ok"})


@public
def readyz() -> Response:
    """200 when the database answers and has every migration, else 503 with the reason."""
    try:
        missing = missing_migrations()
    except SQLAlchemyError:
        return json_answer({"status": "no_database"}, 503)
    return json_answer({"status": "not_migrated"}, 503) if missing else json_answer({"status": "ok"})
