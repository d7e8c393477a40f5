"""Verbs of owning: answer for a module, plan when it is looked at again, tell of the day."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.core.errors import invalid, not_found
from app.core.events import publish
from app.identity.queries import players_of, roles_of_player
from quests.authoring.owning.events import CheckDue
from quests.authoring.owning.models import ModuleOwner
from quests.authoring.owning.queries import owner_of
from quests.content.queries import module_exists

MAKERS = frozenset({"editor", "admin"})


def own(organisation_id: UUID, module_id: UUID, owner_id: UUID, check_by: date | None) -> ModuleOwner:
    """Let somebody who makes content answer for a module from now on. Safe to repeat.

    404 without such a module, 422 for a person who does not make content.
    """
    if not module_exists(organisation_id, module_id):
        raise not_found()
    players = players_of(organisation_id, [owner_id])
    if not any(roles_of_player(organisation_id, each) & MAKERS for each in players):
        raise invalid("The owner must be somebody who makes content.", {"owner": ["An editor."]})
    return _kept(organisation_id, module_id, owner_id, check_by)


def own_if_nobody_does(organisation_id: UUID, module_id: UUID, person_id: UUID) -> ModuleOwner:
    """Who publishes a module answers for it, unless somebody does already."""
    return owner_of(organisation_id, module_id) or _kept(organisation_id, module_id, person_id, None)


def _kept(organisation_id: UUID, module_id: UUID, owner_id: UUID, check_by: date | None) -> ModuleOwner:
    found = db.session.get(ModuleOwner, (organisation_id, module_id), with_for_update=True, populate_existing=True)
    if found is None:
        found = ModuleOwner(organisation_id=organisation_id, module_id=module_id, since=clock.now())
        db.session.add(found)
    elif found.owner_id != owner_id:
        found.since = clock.now()
    found.owner_id, found.check_by = owner_id, check_by
    db.session.flush()
    return found


def tell_of_check(organisation_id: UUID, module_id: UUID, today: date) -> bool:
    """Tell the owner of a module that its day has come, once for each such day; whether there was anything to tell."""
    query = select(ModuleOwner).where(
        ModuleOwner.organisation_id == organisation_id, ModuleOwner.module_id == module_id
    )
    found = db.session.scalar(query.with_for_update(skip_locked=True).execution_options(populate_existing=True))
    if found is None or found.check_by is None or found.check_by > today or found.told_of == found.check_by:
        return False
    found.told_of = found.check_by
    db.session.flush()
    publish(
        CheckDue(organisation_id=organisation_id, module_id=module_id, owner_id=found.owner_id, check_by=found.check_by)
    )
    return True
