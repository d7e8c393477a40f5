"""Making an organisation that somebody can sign in to."""

from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.core.errors import invalid
from app.identity import actions
from app.identity.enrolment.actions import issue
from app.identity.queries import organisation_by_code
from app.identity.rules import is_code


def found(code: str, name: str, admin_number: str, admin_name: str, time_zone: str) -> str:
    """Make an organisation and its first administrator; the one-time token that lets them in. Raises Problem."""
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
    person, _ = actions.add_person(organisation_id, admin_number, admin_name.strip())
    actions.give_role(organisation_id, person.id, "admin")
    tokens, _ = issue(organisation_id, [person.id], person.id)
    return tokens[person.id]
