"""Brings a test database to the form that migrations give it."""

from sqlalchemy import inspect

from app.core.db import committed, db
from app.core.keys import make_keys
from app.core.rows import owned_tables, protect


def build() -> None:
    db.create_all()
    with db.engine.begin() as connection:
        protect(connection, *[t for t in owned_tables() if inspect(connection).has_table(t)])
    committed(make_keys)
