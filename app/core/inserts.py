"""Inserting that can say what to do with rows whose key is there already, on whichever database is in use."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from app.core.db import Base, db, table_of


def insert_for(model: type[Base], dialect: str | None = None) -> Any:
    """An INSERT that takes `on_conflict_do_nothing` and `on_conflict_do_update`; for the database in use, or that."""
    dialect = dialect or db.session.get_bind().dialect.name
    return (postgresql if dialect == "postgresql" else sqlite).insert(table_of(model))
