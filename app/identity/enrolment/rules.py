"""How long a code lasts, where it leads, and who may make one for whom."""

from collections.abc import Collection, Iterable
from datetime import timedelta
from uuid import UUID

from app.identity.rules import GUARDED_ROLES

LASTS = timedelta(hours=24)
MOST_CARDS = 120  # on one sheet: more than any ward has, and made in a second or two


def address_of(origin: str, token: str) -> str:
    """Where a code leads. The token stands in the fragment, which browsers send to nobody."""
    return f"{origin}/velkommen#{token}"


def may_vouch(
    roles: Collection[str], led: Collection[UUID] | None, held: Iterable[tuple[str, UUID | None]], oneself: bool
) -> bool:
    """Whether somebody with `roles`, leading `led` (None: everything), may make a code for who holds `held`.

    Who makes a code could use it, so it may give no power its maker has not: `held` are (role, department).
    """
    if "admin" in roles or oneself:
        return True
    return all(
        role not in GUARDED_ROLES or (role == "leader" and led is not None and department in led)
        for role, department in held
    )
