"""The clock's door: the worker says that it is at work."""

from app.core import clock
from app.core.db import committed, db
from app.operation.models import Heartbeat
from app.operation.queries import WORKER


def beat() -> None:
    """Note that a worker is at work now."""
    committed(_noted)


def _noted() -> None:
    db.session.merge(Heartbeat(name=WORKER, at=clock.now()))
    db.session.flush()
