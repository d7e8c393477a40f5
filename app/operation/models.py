"""Signs of life of the installation's own processes."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, UtcDateTime


class Heartbeat(Model):
    """When a process was last at work. Belongs to no organisation."""

    __tablename__ = "heartbeats"

    name: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
