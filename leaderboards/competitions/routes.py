"""The doors of competitions: which there are, and making one. Their boards stand with the others."""

from typing import Any
from uuid import UUID

from flask import Response

from app.core import clock
from app.core.blueprints import Blueprint, may_answer
from app.core.db import committed
from app.core.errors import invalid, not_found
from app.core.http import PAGE_SIZE, json_answer, page_asked_for, paged
from app.identity.door import only_for, viewer
from app.identity.queries import departments
from leaderboards.competitions import actions, joining, schemas
from leaderboards.competitions.models import Competition
from leaderboards.competitions.queries import competition_for, competition_or_former, competitions_page, teams_of
from leaderboards.competitions.showing import MAKERS, choices_shown, competitions_shown, may_arrange, racing_in
from quests.paths.queries import paths_in

blueprint = Blueprint("competitions", __name__, url_prefix="/api/v1/competitions", description="Competitions")


@blueprint.get("")
@blueprint.response(200, schemas.CompetitionPageOut)
def competitions() -> Response:
    """All that have not been called off, the last to start first, each with where my team stands."""
    who, page = viewer(), page_asked_for()
    found, total = competitions_page(who.organisation_id, page, PAGE_SIZE)
    return json_answer(paged(competitions_shown(who, found, clock.now()), page, total))


@blueprint.get("/choices")
@only_for(*MAKERS)
@blueprint.response(200, schemas.RacingChoicesOut)
def choices() -> Response:
    """The departments I may let race, and the paths that may count."""
    return json_answer(choices_shown(viewer(), clock.now()))


@blueprint.put("/<uuid:new_id>")
@only_for(*MAKERS)
@blueprint.arguments(schemas.CompetitionPlanIn)
@blueprint.response(200, schemas.CompetitionOut)
@may_answer(404, 409)
def make(given: dict[str, Any], new_id: UUID) -> Response:
    """Make a competition under an id made on the device. Safe to repeat; the same id for another plan gives 409."""
    who = viewer()
    check_plan(given)
    return _told(committed(actions.make, who.organisation_id, new_id, given))


def check_plan(given: dict[str, Any]) -> None:
    """Everything named exists and may be arranged by who asks (else 404), and is named once (else 422)."""
    who = viewer()
    _check_teams(given)
    racing = [each for team in given["teams"] for each in team["departments"]] + (given.get("open_to") or [])
    known = {each.id for each in departments(who.organisation_id)}
    if not set(racing) <= known or not may_arrange(who, set(racing)):
        raise not_found()
    if len(set(racing)) != len(racing):
        raise invalid("Who races?", {"teams": ["Each department in one team only."]})
    if given["paths"] is not None and not set(given["paths"]) <= {each.id for each in paths_in(who.organisation_id)}:
        raise not_found()


def _check_teams(given: dict[str, Any]) -> None:
    """Departments race, or people: not some of each."""
    sizes = [len(team["departments"]) for team in given["teams"]]
    if any(size != 1 and team["name"] is None for size, team in zip(sizes, given["teams"], strict=True)):
        raise invalid("What is the team called?", {"teams": ["A name for a team that is not one department."]})
    names = [team["name"].strip().casefold() for team in given["teams"] if team["name"] is not None]
    if len(set(names)) < len(names):
        raise invalid("What is the team called?", {"teams": ["A name of its own for each team."]})
    if any(sizes) if given.get("open_to") else not all(sizes):
        raise invalid("Who races?", {"teams": ["Departments in every team; or in none, and open_to who may pick one."]})


@blueprint.put("/<uuid:competition_id>/team")
@blueprint.arguments(schemas.TeamPickIn)
@blueprint.response(200, schemas.CompetitionOut)
@may_answer(404, 409)
def pick(given: dict[str, Any], competition_id: UUID) -> Response:
    """Pick my team, or be drawn into the smallest. Safe to repeat; 409 after the first week, or to change in it."""
    who = viewer()
    return _told(committed(joining.join, who.organisation_id, competition_id, who.player_id, given["team"]))


@blueprint.delete("/<uuid:competition_id>/team")
@blueprint.response(200, schemas.CompetitionOut)
@may_answer(404, 409)
def quit_team(competition_id: UUID) -> Response:
    """Take part no more, with what I have brought. Safe to repeat; 409 once it has its result."""
    who = viewer()
    return _told(committed(joining.leave, who.organisation_id, competition_id, who.player_id))


@blueprint.post("/<uuid:competition_id>/cancel")
@only_for(*MAKERS)
@blueprint.response(200, schemas.CompetitionOut)
@may_answer(404, 409)
def cancel(competition_id: UUID) -> Response:
    """Call it off; nobody sees it any more. Safe to repeat; 409 when it has its result, 404 to who leads only some."""
    _check_arranges(competition_id)
    return _told(committed(actions.cancel, viewer().organisation_id, competition_id))


@blueprint.post("/<uuid:competition_id>/reveal")
@only_for(*MAKERS)
@blueprint.response(200, schemas.CompetitionOut)
@may_answer(404, 409)
def reveal(competition_id: UUID) -> Response:
    """Show what the board hides before the result is in. Safe to repeat; 409 while it runs."""
    _check_arranges(competition_id)
    return _told(committed(actions.reveal, viewer().organisation_id, competition_id))


def _check_arranges(competition_id: UUID) -> None:
    """404 to who leads only some of those that race."""
    who = viewer()
    found = competition_or_former(who.organisation_id, competition_id)
    if found is None or not may_arrange(who, racing_in(found, teams_of(who.organisation_id, competition_id))):
        raise not_found()


def _told(competition: Competition) -> Response:
    (told,) = competitions_shown(viewer(), [competition], clock.now())
    return json_answer(told)


def competition_or_404(organisation_id: UUID, competition_id: UUID) -> Competition:
    found = competition_for(organisation_id, competition_id)
    if found is None:
        raise not_found()
    return found
