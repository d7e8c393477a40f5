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


@public
def healthz() -> Response:
    return json_answer({"status": "ok"})


@public
def readyz() -> Response:
    """200 when the database answers and has every migration, else 503 with the reason."""
    try:
        with db.engine.connect() as connection:
            present = MigrationContext.configure(connection).get_current_heads()
    except SQLAlchemyError:
        return json_answer({"status": "no_database"}, 503)
    wanted = ScriptDirectory(current_app.extensions["migrate"].directory).get_heads()
    if set(present) != set(wanted):
        return json_answer({"status": "not_migrated"}, 503)
    return json_answer({"status": "ok"})
