"""The database: model base, column types, the scope of one organisation, and the one way to write."""

import fcntl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, TypeVarTuple
from uuid import UUID, uuid4
from weakref import WeakSet

import orjson
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Engine, ForeignKeyConstraint, MetaData, Select, Table, TypeDecorator, event, text
from sqlalchemy.engine import Connection, CursorResult, Dialect
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

P = ParamSpec("P")
R = TypeVar("R")
Columns = TypeVarTuple("Columns")


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def _from_json(value: Any) -> Any:
    """SQLite gives a lone number in a JSON column back as a number, not as text."""
    return orjson.loads(value) if isinstance(value, str | bytes) else value


db = SQLAlchemy(
    model_class=Base,
    disable_autonaming=True,
    session_options={"expire_on_commit": False},
    engine_options={
        "hide_parameters": True,  # else names and answers would stand in errors, and so in logs
        "json_serializer": lambda value: orjson.dumps(value).decode(),
        "json_deserializer": _from_json,
    },
)
if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


class UtcDateTime(TypeDecorator[datetime]):
    """Aware moments in, aware UTC moments out, also from SQLite, which knows no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment must know its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Owned:
    """A row that belongs to one organisation, which comes first in its key."""

    organisation_id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-2)


class Identified(Owned):
    """An owned row with an id of its own."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, sort_order=-1)


def belongs_to(parent: str, column: str) -> ForeignKeyConstraint:
    """A foreign key that cannot leave the organisation: (organisation_id, column) → parent."""
    return ForeignKeyConstraint(["organisation_id", column], [f"{parent}.organisation_id", f"{parent}.id"])


def table_of(model: type[Base]) -> Table:
    """The table itself, for statements on hot paths that need no objects."""
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101
    return table


_scope: ContextVar[UUID | None] = ContextVar("scope", default=None)
_writing: ContextVar[bool] = ContextVar("writing", default=False)
_reading: WeakSet[Any] = WeakSet()  # PostgreSQL's connections whose transaction can only read
_one_writer = threading.Lock()


def enter(organisation_id: UUID | None) -> None:
    """From here on only rows of this organisation can be seen; None: no rows at all."""
    if _scope.get() == organisation_id:
        return
    _scope.set(organisation_id)
    if db.session.registry.has() and db.session().in_transaction():
        _announce(db.session().connection())


def leave() -> None:
    """From the next transaction on no rows can be seen; the one that still runs is about to be rolled back."""
    _scope.set(None)


@contextmanager
def scope(organisation_id: UUID) -> Iterator[None]:
    """Within the block only rows of this organisation can be seen."""
    before = _scope.get()
    enter(organisation_id)
    try:
        yield
    finally:
        enter(before)


def read(statement: Select[*Columns], values: Mapping[str, Any]) -> CursorResult[*Columns]:
    """Run a hot read of plain columns in the session's transaction, without what the ORM would do for objects.

    Half the time of `session.execute`, and no autoflush: not for what this transaction has changed and not flushed.
    """
    return db.session.connection().execute(statement, values)


def scoped_to() -> UUID | None:
    return _scope.get()


_TO_WRITE = text("select set_config('loype.organisation', :organisation, true)")
_TO_READ = text(
    "select set_config('loype.organisation', :organisation, true), set_config('transaction_read_only', 'on', true)"
)


def _announce(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(_TO_WRITE if _writing.get() else _TO_READ, {"organisation": str(_scope.get() or "")})
        if not _writing.get():
            _reading.add(connection.connection.driver_connection)


@event.listens_for(Session, "after_begin")
def _announce_scope(session: Session, transaction: Any, connection: Connection) -> None:
    _announce(connection)


def committed(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run `function` in a write transaction of its own and commit; what it raises undoes all of it.

    Work is done again, at most twice, when another writer came first (a unique key, a deadlock). The only way to
    write; called by routes, jobs and the command line.
    """
    for left in (2, 1, 0):
        try:
            with _turn_to_write():
                result = function(*args, **kwargs)
                db.session.commit()
                return result
        except DBAPIError as error:
            if not left or not _worth_another_try(error):
                raise
    raise AssertionError("unreachable")


@contextmanager
def _turn_to_write() -> Iterator[None]:
    db.session.rollback()
    marked = _writing.set(True)
    try:
        with _only_writer():
            try:
                yield
            except BaseException:
                db.session.rollback()
                raise
    finally:
        _writing.reset(marked)


@contextmanager
def _only_writer() -> Iterator[None]:
    """SQLite has one writer at a time: wait in line here rather than sleep and retry there.

    Who has written must pass a second lock before the first, which another process waiting holds: so they take turns.
    """
    name = db.engine.url.database
    if db.engine.dialect.name != "sqlite" or not name:
        yield
        return
    with _one_writer, Path(f"{name}.lock").open("w") as turn:
        with Path(f"{name}.next").open("w") as line:
            fcntl.flock(line, fcntl.LOCK_EX)
            fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _worth_another_try(error: DBAPIError) -> bool:
    state = getattr(error.orig, "sqlstate", None)
    return isinstance(error, IntegrityError) or state in ("40001", "40P01")


PREPARED = 300  # statements a connection keeps; psycopg's own hundred are fewer than we have


def prepare(engine: Engine) -> None:
    """Set an engine up for its database."""
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    else:
        _prepare_postgresql(engine)


def _prepare_postgresql(engine: Engine) -> None:
    """A transaction that can only read ends by committing: psycopg forgets all it has prepared at every rollback."""
    undo, keep = engine.dialect.do_rollback, engine.dialect.do_commit

    def commit(connection: Any) -> None:
        _reading.discard(connection.driver_connection)
        keep(connection)

    def end(connection: Any) -> None:
        (commit if connection.driver_connection in _reading else undo)(connection)

    _replace(engine, do_rollback=end, do_commit=commit)

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.prepared_max = PREPARED


def _prepare_sqlite(engine: Engine) -> None:
    """Its pragmas, and transactions that begin when we say so."""

    def begin(connection: Any) -> None:
        connection.driver_connection.execute("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")

    _replace(engine, do_begin=begin)

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
            connection.execute(f"pragma {pragma}")


def _replace(engine: Engine, **methods: Callable[[Any], None]) -> None:
    """Give its dialect other methods. An event would do it too, but then every statement would look for events."""
    for name, method in methods.items():
        setattr(engine.dialect, name, method)
