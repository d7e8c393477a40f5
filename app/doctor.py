"""What each setting is, and what is wrong with this installation, each fault with its mend."""

import os
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.core.config import Config
from app.core.db import db, scope
from app.core.health import missing_migrations
from app.identity.queries import organisation_ids
from app.nudges.queries import refusing_services


def settings(config: Config) -> Iterator[str]:
    """A line for every setting: its variable, its value, what it is."""
    for each in fields(config):
        value = getattr(config, each.name)
        shown = "(set)" if each.name == "database_url" and value else value if value != "" else "(empty)"
        yield f"LOYPE_{each.name.upper()} = {shown}\n    {each.metadata['text']}"


def faults(config: Config) -> Iterator[str]:
    """What is wrong, and what to do about it."""
    if not os.access(config.folder, os.W_OK):
        yield f"The data folder {config.folder} cannot be written to: give Løype's user the right, or name another."
    for name in ("tls_cert", "tls_key"):
        file = getattr(config, name)
        if file and not os.access(file, os.R_OK):
            yield f"LOYPE_{name.upper()} names {file}, which cannot be read: mend the path or its rights."
    if not (Path(config.pwa) / "index.html").is_file():
        yield f"The app is not built in {config.pwa}: run make run once, or npm run build in pwa/."
    if config.env == "production" and not config.secure:
        yield "People would sign in unencrypted: give a certificate, or LOYPE_HTTPS=1 behind a proxy that has one."
    if config.env == "production" and config.push_contact.endswith(".invalid"):
        yield "Push services cannot reach you when something is wrong: give an address in LOYPE_PUSH_CONTACT."
    yield from _database_faults()


def _database_faults() -> Iterator[str]:
    try:
        if missing_migrations():
            yield "The database lacks migrations: run loype migrate."
        else:
            yield from _push_faults()
        if db.engine.dialect.name == "postgresql" and _sees_everything():
            yield "The database user bypasses row-level security: use a plain role that owns the database."
    except SQLAlchemyError as error:
        yield f"The database does not answer ({type(error).__name__}): mend LOYPE_DATABASE_URL or start the database."


def _sees_everything() -> bool:
    query = "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"
    with db.engine.connect() as connection:
        return bool(connection.scalar(text(query)))


def _push_faults() -> Iterator[str]:
    refusing: set[str] = set()
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            refusing |= refusing_services(organisation_id).keys()
    for service in sorted(refusing):
        yield f"{service} refuses our pushes: see the log for its answer, and that the clock of this machine is right."
