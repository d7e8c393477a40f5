"""What each setting is, and what is wrong with this installation, each fault with its mend."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime, timedelta
from hashlib import sha256
from os import urandom
from pathlib import Path
from uuid import UUID

from cryptography.x509 import load_pem_x509_certificate
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.core import clock
from app.core.bucket import Bucket
from app.core.config import Config
from app.core.db import db, scope
from app.core.errors import Problem
from app.core.health import missing_migrations
from app.identity.queries import organisation_ids
from app.nudges.queries import queue_of, refusing_services
from app.operation.queries import worker_seen

SECRETS = ("database_url", "metrics_token", "media_secret_key")
LEAST_FREE = 500 * 2**20  # bytes
OTHERS = 0o077
RENEWED_BY, SILENT = timedelta(days=21), timedelta(minutes=5)
STUCK = timedelta(minutes=30)
APART = 5.0  # seconds


def settings(config: Config) -> Iterator[str]:
    """A line for every setting: its variable, its value, what it is."""
    for each in fields(config):
        value = getattr(config, each.name)
        shown = "(set)" if each.name in SECRETS and value else value if value != "" else "(empty)"
        yield f"LOYPE_{each.name.upper()} = {shown}\n    {each.metadata['text']}"


def faults(config: Config) -> Iterator[str]:
    """What is wrong, and what to do about it."""
    if not os.access(config.folder, os.W_OK):
        yield f"The data folder {config.folder} cannot be written to: give Løype's user the right, or name another."
    for name in ("tls_cert", "tls_key"):
        file = getattr(config, name)
        if file and not os.access(file, os.R_OK):
            yield f"LOYPE_{name.upper()} names {file}, which cannot be read: mend the path or its rights."
    yield from _folder_faults(config)
    yield from _certificate_faults(config)
    if not (Path(config.pwa) / "index.html").is_file():
        yield f"The app is not built in {config.pwa}: run make run once, or npm run build in pwa/."
    if config.env == "production" and not config.secure:
        yield "People would sign in unencrypted: give a certificate, or LOYPE_HTTPS=1 behind a proxy that has one."
    if config.env == "production" and config.https and not config.tls_cert and not config.proxies:
        yield "All callers look like the proxy, and share its limit of failed sign-ins: say LOYPE_PROXIES=1."
    if config.env == "production" and not config.origin:
        yield "QR codes and passkeys follow whatever address a request names: say it once in LOYPE_ORIGIN."
    if config.env == "production" and config.push_contact.endswith(".invalid"):
        yield "Push services cannot reach you when something is wrong: give an address in LOYPE_PUSH_CONTACT."
    yield from _media_faults(config)
    yield from _database_faults()


def _database_faults() -> Iterator[str]:
    try:
        if missing_migrations():
            yield "The database lacks migrations: run loype migrate."
        else:
            yield from _worker_faults()
            yield from _push_faults()
        yield from _clock_faults()
        if db.engine.dialect.name == "postgresql" and _sees_everything():
            yield "The database user bypasses row-level security: use a plain role that owns the database."
    except SQLAlchemyError as error:
        yield f"The database does not answer ({type(error).__name__}): mend LOYPE_DATABASE_URL or start the database."


def _sees_everything() -> bool:
    query = "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"
    with db.engine.connect() as connection:
        return bool(connection.scalar(text(query)))


def _folder_faults(config: Config) -> Iterator[str]:
    """Room on the disk, and whether others on this machine can read what is kept."""
    if not config.folder.is_dir():
        return
    free = shutil.disk_usage(config.folder).free
    if free < LEAST_FREE:
        yield f"Only {free >> 20} MiB are free where {config.folder} is: make room, or no answer can be kept."
    if config.env == "production" and config.folder.stat().st_mode & OTHERS:
        yield f"Others on this machine can look into {config.folder}, which holds keys: chmod 700 {config.folder}."


def _certificate_faults(config: Config) -> Iterator[str]:
    if not config.tls_cert or not os.access(config.tls_cert, os.R_OK):
        return
    try:
        certificate = load_pem_x509_certificate(Path(config.tls_cert).read_bytes())
    except ValueError:
        yield f"{config.tls_cert} is no certificate in PEM form: give the file your authority sent."
        return
    left = certificate.not_valid_after_utc - clock.now()
    if left < timedelta():
        yield f"The certificate {config.tls_cert} has expired: renew it, phones refuse to connect."
    elif left < RENEWED_BY:
        yield f"The certificate {config.tls_cert} expires in {left.days} days: renew it."


def _worker_faults() -> Iterator[str]:
    seen = worker_seen()
    if seen is None:
        yield "No worker has ever been at work: start loype worker, or loype run, or no quest will open."
    elif clock.now() - seen > SILENT:
        yield f"No worker has been at work since {seen:%Y-%m-%d %H:%M} UTC: start loype worker, or no quest will open."


def _clock_faults() -> Iterator[str]:
    """Whether this machine and the database agree on the time; SQLite has no clock of its own."""
    if db.engine.dialect.name != "postgresql":
        return
    with db.engine.connect() as connection:
        theirs = connection.scalar(text("select clock_timestamp()"))
    apart = abs((theirs - clock.now()).total_seconds())
    if apart > APART:
        yield f"This machine's clock and the database's are {apart:.0f} seconds apart: let both follow a time server."


def _media_faults(config: Config) -> Iterator[str]:
    """Whether the bucket takes, gives back and lets go of a few bytes, as it must for every picture."""
    if not config.media_bucket:
        return
    if config.env == "production" and config.media_endpoint.startswith("http://"):
        yield "Media go unencrypted to LOYPE_MEDIA_ENDPOINT: give an https:// address, or keep it on this machine only."
    home, nobody, content = Bucket(config), UUID(int=0), urandom(64)
    digest = sha256(content).hexdigest()
    try:
        home.keep(nobody, digest, content)
        pieces = home.pieces(nobody, digest, 1, 62, 16) or ()
        if b"".join(pieces) != content[1:63] or home.size(nobody, digest) != len(content):
            yield f"The bucket {config.media_bucket} does not give back what it was given: use another server."
        if next(iter(home.kept()), None) is None:
            yield f"The key may not list the bucket {config.media_bucket}, which a backup needs: give it that right."
        home.forget(nobody, digest)
    except Problem as problem:
        yield (
            f"The bucket {config.media_bucket} does not answer as it should ({problem.reason}): mend LOYPE_MEDIA_*, "
            "the rights of the key (read, write, list, delete), or start the server."
        )


def _push_faults() -> Iterator[str]:
    refusing: set[str] = set()
    waiting: list[datetime] = []
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            refusing |= refusing_services(organisation_id).keys()
            queue = queue_of(organisation_id)
        if queue.since is not None and clock.now() - queue.since > STUCK:
            waiting.append(queue.since)
    if waiting:
        since = f"{min(waiting):%Y-%m-%d %H:%M} UTC"
        yield f"Nudges that were due at {since} have not gone out: see the worker's log, or start loype worker."
    for service in sorted(refusing):
        yield f"{service} refuses our pushes: see the log for its answer, and that the clock of this machine is right."
