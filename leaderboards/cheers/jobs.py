"""The clock's door: old cheers are forgotten."""

from app.core.db import committed, scope
from app.identity.queries import organisation_ids
from leaderboards.cheers.actions import forget_old_cheers


def forget_cheers() -> None:
    """Forget every organisation's old cheers. Safe to run at any time."""
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            committed(forget_old_cheers, organisation_id)
