"""Competitions as the app is told of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.identity.access import departments_led, departments_of
from app.identity.queries import departments, memberships_between, policy
from app.identity.viewer import Viewer
from leaderboards.competitions.board import gap_shown, race_of, rows_shown
from leaderboards.competitions.facts import Facts, facts_of
from leaderboards.competitions.joining import open_until
from leaderboards.competitions.meets.board import together
from leaderboards.competitions.meets.queries import side_of
from leaderboards.competitions.models import Competition, Team
from leaderboards.competitions.rules import Clock, clock_of, teams_by_department
from leaderboards.standings.rules import MILLION
from quests.paths.queries import paths_in
from quests.paths.rules import in_language
from quests.play.showing import week_shown

Shown = dict[str, Any]

MAKERS = ("editor", "leader", "admin")


def times_of(competition: Competition, time_zone: str) -> Clock:
    return clock_of(competition.first_week, competition.weeks, competition.freeze_hours, time_zone)


def state_of(competition: Competition, time_zone: str, now: datetime) -> str:
    return times_of(competition, time_zone).state(now, competition.closed_at, competition.cancelled_at)


def competitions_shown(who: Viewer, found: Sequence[Competition], now: datetime) -> list[Shown]:
    """The `CompetitionOut` of each, with where the viewer's team stands."""
    titles = {str(each.id): in_language(each.title, who.language) for each in paths_in(who.organisation_id)}
    known, may = facts_of(who.organisation_id, who.player_id, [each.id for each in found]), _arrangeable(who)
    return [
        _shown(who, each, known[each.id], titles, now)
        | _powers(each, known[each.id], may, state_of(each, who.time_zone, now))
        for each in found
    ]


def _powers(competition: Competition, facts: Facts, may: set[UUID] | None, state: str) -> Shown:
    """What somebody who may let these departments race (None: all) may do with it."""
    arranges = may is None or racing_in(competition, facts.teams) <= may
    return {
        "may_reveal": arranges and state == "ended" and competition.revealed_at is None,
        "may_cancel": arranges and competition.closed_at is None,
    }


def _shown(who: Viewer, competition: Competition, facts: Facts, titles: Mapping[str, str], now: datetime) -> Shown:
    times, teams = times_of(competition, who.time_zone), facts.teams
    rows, _ = _rows_now(who, competition, facts, now)
    mine = next((each for each in rows if each["mine"]), None)
    beside = [each for each in rows if mine and each["size_class"] == mine["size_class"]]
    paths = None if competition.paths is None else [{"id": id, "title": titles.get(id, "")} for id in competition.paths]
    return {
        "id": str(competition.id),
        "name": competition.name,
        "rule": competition.rule,
        "week": week_shown(competition.first_week),
        "weeks": competition.weeks,
        "starts_at": rfc3339(times.starts_at),
        "freezes_at": rfc3339(times.freezes_at) if competition.freeze_hours else None,
        "ends_at": rfc3339(times.ends_at),
        "closes_at": rfc3339(times.closes_at),
        "state": (state := state_of(competition, who.time_zone, now)),
        "prize": competition.prize,
        "paths": paths,
        "teams": len(teams),
        "mine": {"name": mine["name"], "rank": mine["rank"], "of": len(beside)} if mine else None,
        "joining": _joining(who, competition, facts, state, now),
        "sides": [each.name for each in facts.others],
        "revealed": competition.revealed_at is not None,
    }


def _joining(who: Viewer, competition: Competition, facts: Facts, state: str, now: datetime) -> Shown | None:
    """The teams to pick from and the one the viewer has; None where whole departments race."""
    if competition.open_to is None:
        return None
    until = open_until(competition, who.time_zone)
    own, sizes = facts.picked, facts.sizes
    within = teams_by_department({competition.id: map(UUID, competition.open_to)}, facts.parents)
    open_now = now < until and any(each in within for each in facts.home)
    return {
        "teams": [{"id": str(each.id), "name": each.name, "members": sizes.get(each.id, 0)} for each in facts.teams],
        "mine": str(own) if own else None,
        "may_join": open_now and own is None and not facts.left,
        "may_change": open_now and own is not None and state == "planned",
        "until": rfc3339(until),
    }


def rows_now(who: Viewer, competition: Competition, now: datetime) -> tuple[list[Shown], str | None]:
    """The rows as the viewer may see them now, and of when they are."""
    return _rows_now(who, competition, _facts(who, competition), now)


def _facts(who: Viewer, competition: Competition) -> Facts:
    return facts_of(who.organisation_id, who.player_id, [competition.id])[competition.id]


def _rows_now(who: Viewer, competition: Competition, facts: Facts, now: datetime) -> tuple[list[Shown], str | None]:
    rows, updated_at = _rows_at(who.organisation_id, who.time_zone, who.revisions[0], competition, facts, now)
    own = {str(each) for each in own_teams(competition, facts)}
    return [{**each, "mine": not own.isdisjoint(each["teams"])} for each in rows], updated_at


def rows_at(
    organisation_id: UUID, time_zone: str, revision: int, competition: Competition, now: datetime
) -> tuple[list[Shown], str | None]:
    """The rows as anybody may see them, and of when they are; of a competition between organisations, everybody's."""
    facts = facts_of(organisation_id, None, [competition.id])[competition.id]
    return _rows_at(organisation_id, time_zone, revision, competition, facts, now)


def _rows_at(
    organisation_id: UUID, time_zone: str, revision: int, competition: Competition, facts: Facts, now: datetime
) -> tuple[list[Shown], str | None]:
    rows, updated_at = own_rows_at(organisation_id, time_zone, revision, competition, facts.version, now)
    if facts.others:
        rows = together(rows, facts.others, policy(organisation_id)["live_members"])
    return rows, updated_at


def own_rows_at(
    organisation_id: UUID, time_zone: str, revision: int, competition: Competition, version: int, now: datetime
) -> tuple[list[Shown], str | None]:
    """The organisation's own rows: a record once it stands still, else what is counted, of that `Facts.version`."""
    kept = competition.result
    if kept is None and _is_hidden(competition, state_of(competition, time_zone, now)):
        kept = competition.frozen
    if kept is None:
        board = race_of(organisation_id, competition.id, competition.rule, revision, version)
        kept = {"rows": rows_shown(board), "updated_at": rfc3339(board.updated_at)}
    return kept["rows"], kept["updated_at"]


def _is_hidden(competition: Competition, state: str) -> bool:
    """Whether the board stands as it was when it froze."""
    return state == "frozen" or (state == "ended" and competition.revealed_at is None)


def gap_now(who: Viewer, competition: Competition, now: datetime) -> Shown | None:
    """How far it is to the place above, while the board moves."""
    if state_of(competition, who.time_zone, now) != "running" or side_of(who.organisation_id, competition.id):
        return None
    facts = _facts(who, competition)
    board = race_of(who.organisation_id, competition.id, competition.rule, who.revisions[0], facts.version)
    return gap_shown(board, frozenset(own_teams(competition, facts)[:1]))


def own_teams(competition: Competition, facts: Facts) -> list[UUID]:
    """The viewer's teams, the one they weigh most in first: by what they bring, else by where they work."""
    if facts.parts:
        return [each["team_id"] for each in facts.parts]
    if competition.open_to is not None:
        return [facts.picked] if facts.picked else []
    teams = {each.id: map(UUID, each.departments) for each in facts.teams}
    places = teams_by_department(teams, facts.parents)
    return [places[each] for each in facts.home if each in places]


def own_shown(who: Viewer, competition: Competition) -> Shown | None:
    """The viewer's own figures, for working the computation through."""
    parts = _facts(who, competition).parts
    if not parts:
        return None
    most = parts[0]
    heavy = most["weight"] / MILLION
    places = departments_of(who.organisation_id, who.player_id)
    share = next((each["share"] for each in places), heavy)
    return {
        "department": str(most["team_id"]),
        "share": share,
        "present": round(min(1.0, heavy / share), 4) if share else 0.0,
        "weight": round(heavy, 4),
        "possible": most["possible"],
        "taken": most["taken"],
        "x": round(most["taken"] / most["possible"], 4) if most["possible"] else 0.0,
    }


def racing_in(competition: Competition, teams: Sequence[Team]) -> set[UUID]:
    """The departments that race, or whose people do."""
    named = {department for team in teams for department in team.departments}
    return {UUID(each) for each in named | set(competition.open_to or ())}


def may_arrange(who: Viewer, racing: set[UUID]) -> bool:
    """Editors and admins let anybody race; leaders the departments they lead."""
    may = _arrangeable(who)
    return may is None or racing <= may


def _arrangeable(who: Viewer) -> set[UUID] | None:
    """The departments somebody may let race; None: all."""
    return None if "editor" in who.roles else departments_led(who)


def choices_shown(who: Viewer, now: datetime) -> Shown:
    """What may be raced between, each department followed by those below it, and over."""
    tree = departments(who.organisation_id)
    parents, names = {each.id: each.parent_id for each in tree}, {each.id: each.sort_key for each in tree}
    may = _arrangeable(who)
    members: dict[UUID, set[UUID]] = {}
    for standing in memberships_between(who.organisation_id, now.date(), now.date()):
        for department in _way_up(standing.department_id, parents):
            members.setdefault(department, set()).add(standing.player_id)
    shown = [
        {
            "id": str(each.id),
            "name": each.name,
            "parent": str(each.parent_id) if each.parent_id else None,
            "level": len(_way_up(each.id, parents)) - 1,
            "members": len(members.get(each.id, ())),
        }
        for each in sorted(tree, key=lambda each: [names[above] for above in reversed(_way_up(each.id, parents))])
        if may is None or each.id in may
    ]
    paths = [
        {"id": str(each.id), "title": in_language(each.title, who.language)} for each in paths_in(who.organisation_id)
    ]
    limits = policy(who.organisation_id)
    fewest = {name: limits[name] for name in ("least_members", "live_members")}
    return {"departments": shown, "paths": paths, **fewest}


def _way_up(department: UUID, parents: Mapping[UUID, UUID | None]) -> list[UUID]:
    way: list[UUID] = []
    above: UUID | None = department
    while above is not None:
        way.append(above)
        above = parents.get(above)
    return way
