"""Doors of leaders and admins to the people of the departments they lead. Every named look is noted."""

from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Response

from app.core.address import origin
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import Problem, invalid, not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged, rfc3339
from app.identity.actions import log_look, withdraw_leave
from app.identity.door import only_for, viewer
from app.identity.enrolment import actions as enrolment
from app.identity.enrolment.drawing import svg_of
from app.identity.enrolment.rules import MOST_CARDS, address_of
from app.identity.enrolment.schemas import CodeOut, SheetIn
from app.identity.enrolment.sheet import Card, sheet_of
from app.identity.people import actions, queries, schemas
from app.identity.viewer import Viewer

blueprint = Blueprint("people", __name__, url_prefix="/api/v1/people", description="The people of my departments")
PLACES_SHOWN = 500


@blueprint.get("")
@blueprint.arguments(schemas.ListIn, location="query")
@blueprint.response(200, schemas.ListedPeopleOut)
@only_for("leader", "admin")
def people(asked: dict[str, Any]) -> Response:
    """The people of the departments I lead; `department` and `q` (name or number) narrow it. Each look is noted."""
    who, page = viewer(), page_asked_for()
    items, total = queries.colleagues_for(who, asked["department"], asked["q"].strip(), page, PAGE_SIZE)
    committed(log_look, who.organisation_id, who.person_id, [UUID(each["id"]) for each in items], "people")
    return json_answer(paged(items, page, total))


@blueprint.post("")
@blueprint.arguments(schemas.NewPersonIn)
@blueprint.response(201, schemas.LedPersonOut)
@only_for("leader", "admin")
@may_answer(409)
def add(given: dict[str, Any]) -> Response:
    """Take in a new person. A number that is taken gives 409, so that sending twice makes nobody twice."""
    who = viewer()
    queries.department_for(who, given["department"])
    person_id = committed(
        actions.take_in,
        who.organisation_id,
        given["department"],
        given["name"],
        given["employee_number"],
        given["share"],
        given["starts_on"],
    )
    return _shown(person_id, "added", 201)


@blueprint.get("/departments")
@blueprint.response(200, schemas.LedDepartmentsOut)
@only_for("leader", "admin")
def departments() -> Response:
    """The departments I lead, as a tree read from above."""
    page = page_asked_for()
    items, total = queries.departments_for(viewer(), page, PLACES_SHOWN)
    return json_answer(paged(items, page, total, PLACES_SHOWN))


@blueprint.get("/<uuid:person_id>")
@blueprint.response(200, schemas.LedPersonOut)
@only_for("leader", "admin")
def person(person_id: UUID) -> Response:
    """One of the people I lead; noted in their access log."""
    return _shown(person_id, "person")


@blueprint.post("/<uuid:person_id>/memberships/<uuid:membership_id>/end")
@blueprint.arguments(schemas.EndIn)
@blueprint.response(204)
@only_for("leader", "admin")
def end_membership(given: dict[str, Any], person_id: UUID, membership_id: UUID) -> Response:
    """Let a membership end after its last day. What they did stays."""
    who = viewer()
    membership = queries.membership_for(who, person_id, membership_id)
    committed(actions.end_membership, membership, given["last_day"])
    committed(log_look, who.organisation_id, who.person_id, [person_id], "membership")
    return Response(status=204)


@blueprint.post("/<uuid:person_id>/leaves")
@blueprint.arguments(schemas.LeaveIn)
@blueprint.response(201, schemas.LedPersonOut)
@only_for("leader", "admin")
def note_leave(given: dict[str, Any], person_id: UUID) -> Response:
    """Note a period away, without a reason. The same period twice is noted once."""
    who = viewer()
    player_id = queries.player_for(who, person_id)
    committed(actions.note_leave, who.organisation_id, player_id, given["starts_on"], given["ends_on"])
    return _shown(person_id, "leave", 201)


@blueprint.delete("/<uuid:person_id>/leaves/<uuid:leave_id>")
@blueprint.response(200, schemas.LedPersonOut)
@only_for("leader", "admin")
def unnote_leave(person_id: UUID, leave_id: UUID) -> Response:
    """Withdraw a leave that was noted by mistake."""
    who = viewer()
    leave = queries.leave_for(who, person_id, leave_id)
    committed(withdraw_leave, who.organisation_id, leave.id)
    return _shown(person_id, "leave")


@blueprint.post("/<uuid:person_id>/code")
@blueprint.response(200, CodeOut)
@only_for("leader", "admin")
def make_code(person_id: UUID) -> Response:
    """A new QR code for one person: works once, for a day. With a PIN there already, using it sets a new one."""
    who = viewer()
    shown = queries.colleague_for(who, person_id)
    if not shown["can_enrol"]:
        raise not_found()
    made, expires_at = committed(_issued, who, [person_id])
    address = address_of(origin(), made[person_id])
    answer = {"address": address, "svg": svg_of(address), "expires_at": rfc3339(expires_at)}
    return json_answer(answer, headers={"Cache-Control": "no-store"})


@blueprint.post("/sheet")
@blueprint.arguments(SheetIn)
@blueprint.response(200, {"type": "string", "format": "binary"}, content_type="application/pdf")
@only_for("leader", "admin")
def make_sheet(given: dict[str, Any]) -> Response:
    """A new QR code for everybody in a department, or those who have no PIN yet, as a sheet to print."""
    who = viewer()
    department = queries.department_for(who, given["department"])
    people = queries.cards_for(who, department.id, given["everybody"], MOST_CARDS)
    if not people:
        raise _refused("nobody", "Nobody there needs a code.")
    if len(people) > MOST_CARDS:
        raise _refused("too_many", f"At most {MOST_CARDS} codes at a time: choose a smaller department.")
    made, expires_at = committed(_issued, who, [person_id for person_id, _, _ in people])
    cards = [Card(name, number, address_of(origin(), made[person_id])) for person_id, name, number in people]
    pdf = sheet_of(who.organisation_name, who.organisation_code, department.name, cards, expires_at, who.time_zone)
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="loype.pdf"'}
    return Response(pdf, 200, headers, mimetype="application/pdf")


def _refused(code: str, title: str) -> Problem:
    problem = invalid(title)
    problem.code = code
    return problem


def _issued(who: Viewer, people: list[UUID]) -> tuple[dict[UUID, str], datetime]:
    log_look(who.organisation_id, who.person_id, people, "code")
    return enrolment.issue(who.organisation_id, people, who.person_id)


def _shown(person_id: UUID, what: str, status: int = 200) -> Response:
    """The person as they are now, and the look noted."""
    who = viewer()
    shown = queries.colleague_for(who, person_id)
    committed(log_look, who.organisation_id, who.person_id, [person_id], what)
    return json_answer(shown, status)
