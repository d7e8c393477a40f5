"""What content says has happened."""

from dataclasses import dataclass
from uuid import UUID

from app.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ModulesTakenIn(Event):
    """A package brought modules, or versions of modules, that are in force from now on."""

    module_ids: tuple[UUID, ...]
