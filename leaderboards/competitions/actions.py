"""Making a competition, and keeping its sums: with what somebody does, and anew when who counts has changed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from app.core import clock
from app.core.db import db, table_of
from app.core.errors import Problem, invalid, not_found
from app.core.inserts import insert_for
from app.core.weeks import moment_at, week_of
from app.identity import queries as identity
from app.identity.actions import touch_organisation
from app.identity.rules import share_present
from leaderboards.competitions.board import classes_of
from leaderboards.competitions.measures import measured, period_of
from leaderboards.competitions.models import Competition, Team, TeamPart
from leaderboards.competitions.queries import open_ones, picked_teams, teams_of
from leaderboards.competitions.rules import Counted, end_of, teams_by_department
from leaderboards.standings.actions import take_turn
from leaderboards.standings.rules import Sums, result, weight

Row = dict[str, Any]
SUMMED = ("members", "possible", "taken", "weight", "result")


def make(organisation_id: UUID, competition_id: UUID, plan: Mapping[str, Any]) -> Competition:
    """Make a competition of a checked plan. Safe to repeat; the same id for another one is refused (409)."""
    known = db.session.get(Competition, (organisation_id, competition_id))
    if known is not None:
        if _told(known) != _wanted(plan):
            raise Problem(409, "taken", "This competition exists already, with another plan.")
        return known
    time_zone = identity.organisation(organisation_id).time_zone
    if plan["first_week"] < week_of(clock.now(), time_zone):
        raise invalid("When does it start?", {"first_week": ["A Monday that has not passed, or this week's."]})
    now = clock.now()
    competition = Competition(organisation_id=organisation_id, id=competition_id, created_at=now)
    for name in _PLANNED:
        setattr(competition, name, plan[name])
    competition.paths, competition.open_to = _ids(plan["paths"]), _ids(plan["open_to"])
    db.session.add(competition)
    db.session.flush()
    for number, each in enumerate(plan["teams"]):
        departments = [str(department) for department in each["departments"]]
        team = Team(organisation_id=organisation_id, competition_id=competition_id, name=each["name"])
        team.departments, team.shown_at, team.updated_at, team.position = departments, now, now, number
        db.session.add(team)
    db.session.flush()
    if competition.first_week <= week_of(now, time_zone):
        draw(competition)
        refresh(competition)
    touch_organisation(organisation_id)
    return competition


_PLANNED = ("name", "rule", "first_week", "weeks", "prize", "freeze_hours")


def _told(competition: Competition) -> Row:
    """The plan a competition was made of."""
    teams = teams_of(competition.organisation_id, competition.id)
    racing = [(each.name, each.departments) for each in teams]
    return {name: getattr(competition, name) for name in (*_PLANNED, "paths", "open_to")} | {"teams": racing}


def _wanted(plan: Mapping[str, Any]) -> Row:
    """A plan in the form it is kept in."""
    racing = [(each["name"], [str(department) for department in each["departments"]]) for each in plan["teams"]]
    chosen = {name: _ids(plan[name]) for name in ("paths", "open_to")}
    return {name: plan[name] for name in _PLANNED} | chosen | {"teams": racing}


def _ids(given: Sequence[UUID] | None) -> list[str] | None:
    return None if given is None else [str(each) for each in given]


def cancel(organisation_id: UUID, competition_id: UUID) -> Competition:
    """Call it off: nobody sees it any more. Safe to repeat; 409 `closed` when it has a result."""
    competition = held(organisation_id, competition_id)
    if competition.closed_at is not None:
        raise Problem(409, "closed", "This competition has its result, which stands.")
    if competition.cancelled_at is None:
        competition.cancelled_at = clock.now()
        db.session.flush()
        touch_organisation(organisation_id)
    return competition


def reveal(organisation_id: UUID, competition_id: UUID) -> Competition:
    """Show what there is before the result is in. Safe to repeat; 409 `not_over` while it runs."""
    competition = held(organisation_id, competition_id)
    time_zone = identity.organisation(organisation_id).time_zone
    if clock.now() < moment_at(end_of(competition.first_week, competition.weeks), 0, time_zone):
        raise Problem(409, "not_over", "It still runs: what the board hides may be shown when it has ended.")
    if competition.revealed_at is None:
        competition.revealed_at = clock.now()
        db.session.flush()
        touch_organisation(organisation_id)
    return competition


def held(organisation_id: UUID, competition_id: UUID) -> Competition:
    """The competition, held until the transaction ends; 404 where there is none."""
    found = db.session.get(Competition, (organisation_id, competition_id), with_for_update=True, populate_existing=True)
    if found is None:
        raise not_found()
    return found


def draw(competition: Competition) -> None:
    """Draw the size classes from those who are members in the period, and let them stand.

    Teams that people pick race in one: they are still being picked.
    """
    weights = _weights(competition, None)
    sizes: dict[UUID, Sums] = {}
    for (_, team_id), heavy in weights.items():
        sizes[team_id] = sizes.get(team_id, Sums()) + Sums(members=1, weight=heavy)
    drawn = classes_of(competition, sizes)
    for team in teams_of(competition.organisation_id, competition.id):
        team.size_class = drawn.get(team.id) if competition.open_to is None else 1
    competition.drawn_at = clock.now()
    db.session.flush()


def refresh(competition: Competition, players: Sequence[UUID] | None = None) -> None:
    """Work it out anew, for everybody or for these players, and bring the teams' sums in line."""
    take_turn(f"{competition.organisation_id} {competition.id}", alone=True)
    own = (TeamPart.organisation_id == competition.organisation_id, TeamPart.competition_id == competition.id)
    mine = (*own, TeamPart.player_id.in_(list(players))) if players is not None else own
    shown = select(TeamPart.player_id, TeamPart.team_id, TeamPart.shown_result).where(*mine)
    before = {(row[0], row[1]): row[2] for row in db.session.execute(shown)}
    db.session.execute(delete(TeamPart).where(*mine).execution_options(synchronize_session=False))
    rows = _rows(competition, players)
    for row in rows:
        row["shown_result"] = before.get((row["player_id"], row["team_id"]), 0)
    if rows:
        db.session.execute(insert_for(TeamPart), rows)
    _sum_up(competition)


def _rows(competition: Competition, players: Iterable[UUID] | None) -> list[Row]:
    """What every membership in a team brings: one row for each player and team with something possible and weight."""
    organisation_id = competition.organisation_id
    period = period_of(competition, identity.organisation(organisation_id).time_zone)
    counted = measured(competition.rule, period, players)
    return [
        {
            "organisation_id": organisation_id,
            "competition_id": competition.id,
            "player_id": player_id,
            "team_id": team_id,
            "weight": heavy,
            **_brought(heavy, counted[player_id]),
        }
        for (player_id, team_id), heavy in sorted(_weights(competition, players).items())
        if player_id in counted
    ]


def _weights(competition: Competition, players: Iterable[UUID] | None) -> dict[tuple[UUID, UUID], int]:
    """By player and team: position share times the share of the period present, in millionths."""
    organisation_id = competition.organisation_id
    first, end = competition.first_week, end_of(competition.first_week, competition.weeks)
    days, last = (end - first).days, end - timedelta(days=1)
    leaves = identity.leaves_between(organisation_id, first, last, players)
    places = places_of(competition)
    picked = None if competition.open_to is None else picked_teams(organisation_id, competition.id, players)
    found: dict[tuple[UUID, UUID], int] = {}
    for each in identity.memberships_between(organisation_id, first, last, players):
        if each.department_id not in places or (picked is not None and each.player_id not in picked):
            continue
        present = share_present(first, days, each.starts_on, each.ends_on, leaves.get(each.player_id, ()))
        key = each.player_id, places[each.department_id] if picked is None else picked[each.player_id]
        found[key] = found.get(key, 0) + weight(each.share, present, days)
    return {key: heavy for key, heavy in found.items() if heavy}


def _brought(heavy: int, counted: Counted) -> Row:
    possible, taken = counted
    return {"possible": possible, "taken": taken, "result": result(heavy, taken, possible)}


def places_of(competition: Competition) -> dict[UUID, UUID]:
    """By department: the team it races in; where people pick one, the competition itself, if they may."""
    parents = {each.id: each.parent_id for each in identity.departments(competition.organisation_id)}
    if competition.open_to is not None:
        return teams_by_department({competition.id: map(UUID, competition.open_to)}, parents)
    teams = teams_of(competition.organisation_id, competition.id)
    return teams_by_department({each.id: map(UUID, each.departments) for each in teams}, parents)


def _sum_up(competition: Competition) -> None:
    """Set the teams' sums from their parts. The hourly picture stays of one moment, unless nothing is in it yet."""
    organisation_id, now = competition.organisation_id, clock.now()
    query = select(TeamPart).where(
        TeamPart.organisation_id == organisation_id, TeamPart.competition_id == competition.id
    )
    sums: dict[UUID, Row] = {}
    for part in db.session.scalars(query.execution_options(populate_existing=True)):
        own = sums.setdefault(part.team_id, dict.fromkeys(SUMMED, 0))
        own["members"] += 1
        for name in SUMMED[1:]:
            own[name] += getattr(part, name)
    for team in teams_of(organisation_id, competition.id):
        own = sums.get(team.id, dict.fromkeys(SUMMED, 0))
        for name, value in own.items():
            setattr(team, name, value)
        if team.shown_result == 0:
            team.shown_weight = team.weight
        team.updated_at, team.version = now, team.version + 1
    db.session.flush()


APPEARS = ("recall",)
"""The rules under which what somebody does makes something possible for them; else only a release does."""


_OWN = (
    TeamPart.organisation_id == bindparam("organisation"),
    TeamPart.competition_id == bindparam("competition"),
    TeamPart.player_id == bindparam("player"),
)
_OWN_TEAMS = select(TeamPart.team_id).where(*_OWN)
_OWN_PARTS = (
    select(TeamPart).where(*_OWN).order_by(TeamPart.team_id).with_for_update().execution_options(populate_existing=True)
)
_MOVE_TEAM = (
    update(table_of(Team))
    .where(Team.organisation_id == bindparam("organisation"), Team.id == bindparam("team"))
    .values(
        **{name: getattr(Team, name) + bindparam(f"more_{name}") for name in ("possible", "taken", "result")},
        updated_at=bindparam("moment"),
        version=Team.version + 1,
    )
)


def follow(competition: Competition, player_id: UUID) -> None:
    """Somebody has done something that counts: their rows and their teams move by the difference.

    The rows are held first, so that of two letters at once the second sees what the first has brought.
    """
    own = {"organisation": competition.organisation_id, "competition": competition.id, "player": player_id}
    if db.session.scalars(_OWN_TEAMS, own).first() is None:
        if competition.rule in APPEARS:
            refresh(competition, [player_id])
        return
    take_turn(f"{competition.organisation_id} {competition.id}", alone=False)
    parts = list(db.session.scalars(_OWN_PARTS, own))
    period = period_of(competition, identity.organisation(competition.organisation_id).time_zone)
    counted = measured(competition.rule, period, [player_id]).get(player_id, Counted(0, 0))
    for part in parts:
        brought = _brought(part.weight, counted)
        more = {name: value - getattr(part, name) for name, value in brought.items()}
        if not any(more.values()):
            continue
        for name, value in brought.items():
            setattr(part, name, value)
        team = {"organisation": competition.organisation_id, "team": part.team_id, "moment": clock.now()}
        db.session.execute(_MOVE_TEAM, {**team, **{f"more_{name}": value for name, value in more.items()}})
    db.session.flush()


def recount_teams(organisation_id: UUID) -> int:
    """Work every open competition out anew; how many teams' sums were wrong."""
    wrong = 0
    for each in open_ones(organisation_id, date.max):
        before = _sums(each)
        refresh(each)
        wrong += sum(before.get(team) != sums for team, sums in _sums(each).items())
    return wrong


def _sums(competition: Competition) -> dict[UUID, tuple[int, ...]]:
    teams = teams_of(competition.organisation_id, competition.id)
    return {each.id: tuple(getattr(each, name) for name in SUMMED) for each in teams}
