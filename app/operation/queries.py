"""What is known of the installation's own processes."""

from datetime import datetime

from sqlalchemy import select

from app.core.db import db
from app.operation.models import Heartbeat

WORKER = "worker"


def worker_seen() -> datetime | None:
    """When a worker was last at work; None when none ever was."""
    return db.session.scalar(select(Heartbeat.at).where(Heartbeat.name == WORKER))
