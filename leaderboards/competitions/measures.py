"""What each rule counts of each player: possible and taken, from the facts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from app.core.weeks import moment_at
from leaderboards.competitions.models import Competition
from leaderboards.competitions.rules import Counted, end_of, improved
from leaderboards.points.queries import entries_between
from leaderboards.points.rules import WORTH
from quests.content.queries import published
from quests.play.counting import Span, activities_done, modules_released, quests_done, quests_released
from quests.review.queries import asked_and_known

Found = dict[UUID, Counted]
Players = Iterable[UUID] | None


@dataclass(frozen=True, slots=True)
class Period:
    """A competition's weeks as facts are asked for: `span`, with the zone in which its days begin."""

    span: Span
    time_zone: str


def period_of(competition: Competition, time_zone: str) -> Period:
    end = end_of(competition.first_week, competition.weeks)
    paths = None if competition.paths is None else tuple(map(UUID, competition.paths))
    ends_at = moment_at(end, 0, time_zone)
    return Period(Span(competition.organisation_id, competition.first_week, end, ends_at, paths), time_zone)


def measured(rule: str, period: Period, players: Players = None) -> Found:
    """By player, of all or of these: what was possible and what was taken. Who is left out has nothing possible."""
    return {player: found for player, found in _MEASURES[rule](period, players).items() if found.possible}


def _participation(period: Period, players: Players) -> Found:
    return _counted(activities_done(period.span, players))


def _completion(period: Period, players: Players) -> Found:
    return _counted(quests_done(period.span, players))


def _recall(period: Period, players: Players) -> Found:
    span = period.span
    start = moment_at(span.first, 0, period.time_zone)
    return _counted(asked_and_known(span.organisation_id, start, span.ends_at, players))


def _improvement(period: Period, players: Players) -> Found:
    """Taking part, against the same number of weeks just before."""
    span = period.span
    before = span.first - (span.until - span.first)
    last = replace(span, first=before, until=span.first, ends_at=moment_at(span.first, 0, period.time_zone))
    now, then = _counted(activities_done(span, players)), _counted(activities_done(last, players))
    return {player: improved(counted, then[player]) for player, counted in now.items() if player in then}


def _points(period: Period, players: Players) -> Found:
    """Of all that could be earned by what was released, no matter in which of its weeks."""
    span = period.span
    modules, quests = modules_released(span, players), quests_released(span, players)
    exercises = published(span.organisation_id, {module for _, _, module in modules})
    possible: dict[UUID, int] = {}
    counted: set[tuple[UUID, str, str]] = set()
    for player, run, module in modules:
        known = exercises[module].exercises if module in exercises else 0
        possible[player] = possible.get(player, 0) + WORTH["module"] + known * WORTH["exercise_first"]
        counted.add((player, str(run), str(module)))
    for player, run, quest in quests:
        possible[player] = possible.get(player, 0) + WORTH["quest"]
        counted.add((player, str(run), str(quest)))
    taken: dict[UUID, int] = {}
    for player, key, points in entries_between(span.organisation_id, span.first, span.until, players):
        kind, *place = key.split(":")
        if kind in ("exercise", "module", "quest") and (player, place[0], place[1]) in counted:
            taken[player] = taken.get(player, 0) + points
    return {player: Counted(most, min(most, taken.get(player, 0))) for player, most in possible.items()}


def _counted(found: Mapping[UUID, tuple[int, int]]) -> Found:
    return {player: Counted(possible, taken) for player, (possible, taken) in found.items()}


_MEASURES: Mapping[str, Callable[[Period, Players], Found]] = {
    "participation": _participation,
    "completion": _completion,
    "points": _points,
    "recall": _recall,
    "improvement": _improvement,
}
