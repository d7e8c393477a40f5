"""The first screen: one read over quests and boards, and a mark that says whether it has changed."""

from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from app.core.weeks import local_date, week_of
from app.home.next import Facts, Next, Offered, Post, Stage, next_of
from app.identity.access import departments_of
from app.identity.queries import policy
from app.identity.viewer import Viewer
from app.nudges.queries import unread_of
from leaderboards.points.queries import points_of
from leaderboards.standings.board import board_of, place_shown
from leaderboards.standings.queries import board_version
from quests.change.showing import offered
from quests.paths.queries import board_week
from quests.paths.trying import trials_of
from quests.play.overview import Seen, next_coming, open_now, seen_by, to_catch_up
from quests.play.rules import goal_of
from quests.play.showing import coming_shown, quest_shown
from quests.review.showing import due_shown

CATCH_UP_SHOWN = 10
PILOTS_SHOWN = 3


BoardState = tuple[date, int]
"""The board's week, and its version there."""


def board_state(who: Viewer, now: datetime) -> BoardState:
    """Read once a request: both the mark and the answer rest on it."""
    week = _board_week(who.organisation_id, who.revisions[0], now.date())
    return week, board_version(who.organisation_id, week)


def today_etag(who: Viewer, now: datetime, board: BoardState) -> str:
    """Changes whenever the answer does: with organisation, player, board, day, and hour, since weeks end on one."""
    parts = (
        who.revisions,
        who.player_id,
        sorted(who.roles),
        who.language,
        board,
        now.replace(minute=0, second=0, microsecond=0),
        local_date(now, who.time_zone),
    )
    return sha256(repr(parts).encode()).hexdigest()[:24]


@lru_cache(maxsize=256)
def _board_week(organisation_id: UUID, revision: int, day: date) -> date:
    """The board's week moves only when a release opens, which moves the organisation's revision, or a day begins."""
    return board_week(organisation_id, datetime.fromisoformat(f"{day}T12:00:00+00:00"))


def today_shown(who: Viewer, now: datetime, board: BoardState) -> dict[str, Any]:
    """The `today` of the contract."""
    revision = who.revisions[0]
    seen = seen_by(who.organisation_id, revision, who.player_id)
    open_seen = open_now(seen, now)
    quests = [quest_shown(each, who.language) for each in open_seen]
    late = to_catch_up(seen, now)[:CATCH_UP_SHOWN]
    coming = next_coming(seen)
    goal = _goal_shown(quests, who.weekly_goal)
    due_days = _due_days(who.organisation_id, revision)
    review = due_shown(who, seen, now)
    tests, skippable = offered(who, seen, now)
    facts = Facts(
        now=now,
        due_days=due_days,
        stages=tuple(_stage(each) for each in [*open_seen, *late]),
        goal_met=goal is not None and goal["done"] >= goal["need"],
        review_due=review["due"],
        tests=tuple(Offered(each["run"], each["kind"]) for each in tests),
        coming=coming is not None,
    )
    places = departments_of(who.organisation_id, who.player_id)
    pilots = [quest_shown(Seen(each, frozenset()), who.language) for each in trials_of(who)[:PILOTS_SHOWN]]
    return {
        "person": who.shown(),
        "organisation": organisation_shown(who),
        "quest": quests[0] if quests else None,
        "quests": quests,
        "catch_up": [quest_shown(each, who.language) for each in late],
        "pilots": pilots,
        "coming": coming_shown(coming, who.language) if coming else None,
        "board": place_shown(board_of(who.organisation_id, revision, *board), places[0] if places else None)
        if who.has_game
        else None,
        "goal": goal,
        "points": points_of(who.organisation_id, who.player_id, week_of(now, who.time_zone)),
        "review": review,
        "inbox": {"unread": unread_of(who.organisation_id, who.player_id)},
        "next": _next_shown(next_of(facts)),
        "due_days": due_days,
        "tests": tests,
        "skippable": skippable,
    }


@lru_cache(maxsize=256)
def _due_days(organisation_id: UUID, revision: int) -> int:
    """The policy's, which stands as long as the organisation's revision does."""
    return int(policy(organisation_id)["due_days"])


def _stage(seen: Seen) -> Stage:
    """An open quest as the rule of what comes next reads it. What is begun is known on the device alone."""
    quest = seen.quest
    assert quest.opened_at is not None  # noqa: S101
    left = [each for each in quest.activities if not each.removed and each.module_id not in seen.done]
    return Stage(
        quest=str(quest.quest_id),
        run=str(quest.run_id),
        opened_at=quest.opened_at,
        closes_at=quest.closes_at,
        deadline_at=quest.deadline_at,
        posts=tuple(Post(str(each.id), optional=not each.frozen, waits=seen.used_up(each)) for each in left),
    )


def _next_shown(found: Next) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "reason": found.reason,
        "quest": found.quest,
        "activity": found.activity,
        "run": found.run,
        "at": rfc3339(found.at),
    }


def _goal_shown(quests: list[dict[str, Any]], kind: str) -> dict[str, Any] | None:
    """The person's own goal for the week, over all quests that are open; None while nothing is."""
    total = sum(each["progress"]["total"] for each in quests)
    done = sum(each["progress"]["done"] for each in quests)
    return {"kind": kind, "need": goal_of(kind, total), "done": done} if total else None


def organisation_shown(who: Viewer) -> dict[str, str | bool]:
    told: dict[str, str | bool] = {"code": who.organisation_code, "name": who.organisation_name}
    return {**told, "time_zone": who.time_zone, "game_layer": who.has_game, "leagues": who.has_leagues}
