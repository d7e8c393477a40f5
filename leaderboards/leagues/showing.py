"""A league as the app is told of it: one's own tier, place and surroundings, and what the week before came to."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.core.weeks import moment_at, week_of
from app.identity.queries import shown_names
from app.identity.viewer import Viewer
from leaderboards.leagues.models import LeaguePlace
from leaderboards.leagues.queries import last_place, place_of, tier_of, week_drawn
from leaderboards.leagues.rules import MILLION, TIERS, Placed, fifth, points_to_climb, seen_by, tier_after, turns_at
from leaderboards.leagues.table import table_of
from quests.play.showing import week_shown

Shown = dict[str, Any]
TOP, EACH_SIDE = 3, 2
REMEMBERED = timedelta(weeks=2)


def league_shown(who: Viewer, now: datetime) -> Shown:
    """The `LeagueOut` of the viewer."""
    if not who.has_leagues:
        return {**_nothing("off"), "draws_at": None}
    if not takes_part(who):
        return {**_nothing("out"), "draws_at": rfc3339(_next_turn(who, now))}
    this = week_of(now, who.time_zone)
    place = _place_now(who, this)
    last = last_place(who.organisation_id, who.player_id, this - REMEMBERED)
    told = {
        "tier": tier_of(who.organisation_id, who.player_id),
        "draws_at": rfc3339(_next_turn(who, now)),
        "last": _last_shown(last) if last and (place is None or last.week < place.week) else None,
    }
    if place is None:
        return {**_nothing("waiting"), **told}
    state = "running" if place.week == this else "provisional"
    return {**_nothing(state), **told, **_group_shown(who, place, now)}


def takes_part(who: Viewer) -> bool:
    return who.has_leagues and who.in_league and who.on_boards and who.game_layer


def _place_now(who: Viewer, this: date) -> LeaguePlace | None:
    """The viewer's place in this week's groups, or until these are drawn in those of the week before."""
    if (place := place_of(who.organisation_id, who.player_id, this)) is not None:
        return place
    before = this - timedelta(weeks=1)
    drawn = week_drawn(who.organisation_id, before)
    if drawn is None or drawn.closed_at is not None:
        return None
    return place_of(who.organisation_id, who.player_id, before)


def _next_turn(who: Viewer, now: datetime) -> datetime:
    this = week_of(now, who.time_zone)
    turn = turns_at(this, who.time_zone)
    return turn if now < turn else turns_at(this + timedelta(weeks=1), who.time_zone)


def _nothing(state: str) -> Shown:
    group = {"week": None, "ends_at": None, "closes_at": None, "size": 0, "up": 0, "down": 0}
    return {"state": state, "tiers": TIERS, "tier": None, **group, "rows": [], "mine": None, "gap": None, "last": None}


def _group_shown(who: Viewer, place: LeaguePlace, now: datetime) -> Shown:
    group = table_of(who.organisation_id, who.revisions[0], place.week, place.group, now)
    racing = sum(each.week.possible > 0 for each in group)
    own = next(each for each in group if each.week.player == who.player_id)
    gap = points_to_climb(group, who.player_id)
    ends = place.week + timedelta(weeks=1)
    return {
        "week": week_shown(place.week),
        "ends_at": rfc3339(moment_at(ends, 0, who.time_zone)),
        "closes_at": rfc3339(turns_at(ends, who.time_zone)),
        "size": len(group),
        "up": max(1, fifth(racing)) if own.week.tier < TIERS else 0,
        "down": fifth(racing) if own.week.tier > 1 else 0,
        "rows": _rows(who, group),
        "mine": {
            "rank": own.rank,
            "possible": own.week.possible,
            "taken": min(own.week.taken, own.week.possible),
            "share": round(own.week.share / MILLION, 4),
            "outcome": own.outcome,
        },
        "gap": {"points": gap[0], "to_rank": gap[1]} if gap else None,
    }


def _rows(who: Viewer, group: Sequence[Placed]) -> list[Shown]:
    seen = seen_by(who.player_id, group, TOP, EACH_SIDE)
    names = shown_names(who.organisation_id, _players(group[at] for at in seen))
    return [_row(at, group[at], who.player_id, names) for at in seen]


def _players(places: Any) -> list[UUID]:
    return [each.week.player for each in places]


def _row(at: int, placed: Placed, viewer: UUID, names: dict[UUID, str | None]) -> Shown:
    return {
        "place": at + 1,
        "rank": placed.rank,
        "name": names.get(placed.week.player),
        "share": round(placed.week.share / MILLION, 4),
        "outcome": placed.outcome,
        "me": placed.week.player == viewer,
    }


def _last_shown(place: LeaguePlace) -> Shown:
    """What a week came to. Of who went down no place is told."""
    outcome = place.outcome or "stayed"
    rank = None if outcome == "down" else place.rank
    return {
        "week": week_shown(place.week),
        "outcome": outcome,
        "tier": tier_after(place.tier, outcome),
        "rank": rank,
    }
