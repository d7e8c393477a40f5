"""Who answers for a module, and by when what it says must be looked at again."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Model, Owned, UtcDateTime, belongs_to


class ModuleOwner(Owned, Model):
    """The owner of a module. `told_of` is the day to check by that the owner has been told of."""

    __tablename__ = "module_owners"
    __table_args__ = (
        belongs_to("modules", "module_id"),
        belongs_to("persons", "owner_id"),
        Index(None, "organisation_id", "check_by"),
    )

    module_id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID]
    check_by: Mapped[date | None]
    told_of: Mapped[date | None]
    since: Mapped[datetime] = mapped_column(UtcDateTime)
