"""What leaders do with people: take them in, end a membership, note a leave. Each is safe to repeat."""

from datetime import date
from uuid import UUID

from app.core.errors import Problem, invalid
from app.identity import actions, queries
from app.identity.models import Membership
from app.identity.people.queries import number_is_taken, same_leave


def take_in(
    organisation_id: UUID, department_id: UUID, name: str, employee_number: str, share: float, starts_on: date
) -> UUID:
    """A new person in a department; their id. Raises Problem 409 when somebody has that number already."""
    if number_is_taken(organisation_id, employee_number):
        taken = {"employee_number": ["Somebody has this number already."]}
        raise Problem(409, "number_taken", "Somebody has this employee number already.", taken)
    language = queries.organisation(organisation_id).language
    person, player = actions.add_person(organisation_id, employee_number, " ".join(name.split()), language=language)
    actions.join_department(organisation_id, player.id, department_id, starts_on, share)
    return person.id


def end_membership(membership: Membership, last_day: date) -> None:
    """Let a membership end after `last_day`, or change the day it ends."""
    if last_day < membership.starts_on:
        raise invalid("A membership ends on the day it starts, or later.", {"last_day": ["Not before the first day."]})
    actions.leave_department(membership.organisation_id, membership.id, last_day)


def note_leave(organisation_id: UUID, player_id: UUID, starts_on: date, ends_on: date) -> None:
    """Record a period away, unless just that one stands already."""
    if same_leave(organisation_id, player_id, starts_on, ends_on) is None:
        actions.record_leave(organisation_id, player_id, starts_on, ends_on)
