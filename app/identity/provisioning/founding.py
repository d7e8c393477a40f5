"""Making an organisation that somebody can sign in to."""

import secrets
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.core.errors import invalid
from app.identity import actions
from app.identity.queries import organisation_by_code
from app.identity.rules import is_code, is_common

PIN_DIGITS = 8


def found(code: str, name: str, admin_number: str, admin_name: str, time_zone: str) -> str:
    """Make an organisation and its first administrator; the PIN that opens it. Raises Problem for what cannot be."""
    if not is_code(code):
        raise invalid("A code has 2 to 32 signs: small letters a to z, digits and hyphens.")
    if organisation_by_code(code) is not None:
        raise invalid(f"There is an organisation {code} already.")
    for text in (name, admin_number, admin_name):
        if not text.strip() or len(text) > 200 or not text.isprintable():
            raise invalid("Names and numbers have 1 to 200 signs that can be shown.")
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise invalid(f"There is no time zone {time_zone}.") from None
    organisation_id: UUID = actions.create_organisation(code, name.strip(), time_zone).id
    pin = drawn_pin()
    person, _ = actions.add_person(organisation_id, admin_number, admin_name.strip(), pin)
    actions.give_role(organisation_id, person.id, "admin")
    return pin


def drawn_pin() -> str:
    """A PIN by lot that nobody would guess."""
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(PIN_DIGITS))
        if not is_common(pin):
            return pin
