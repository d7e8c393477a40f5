"""What happens to owners of modules, for those who tell people of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckDue(Event):
    """The day has come by which the owner of a module is to look at it again. `owner_id` is a person."""

    module_id: UUID
    owner_id: UUID
    check_by: date
