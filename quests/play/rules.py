"""The arithmetic of an attempt: when it happened, what each try was worth, whether it is done."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quests.play.events import Outcome


@dataclass(frozen=True, slots=True)
class Try:
    """One answer, graded."""

    card: str
    right: bool
    too_quick: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier letters say of an exercise. `settled`: what it was worth, or None while it has not been right."""

    first_right: bool
    settled: Outcome | None


def happened(
    claimed: datetime, sent_at: datetime, received_at: datetime, opened_at: datetime, most_days: int
) -> tuple[datetime, bool]:
    """When an attempt happened by the server's clock, and whether the device's claim had to be set aside.

    The device's clock may be wrong by any amount, but not between playing and sending: so the claim is moved by the
    difference at sending. What then lies outside [opened_at, received_at], or too far back, counts at arrival.
    """
    try:
        moment = claimed + (received_at - sent_at)
    except OverflowError:
        return received_at, True
    earliest = max(opened_at, received_at - timedelta(days=most_days))
    if earliest <= moment <= received_at:
        return moment, False
    return received_at, True


LONGEST = timedelta(days=14)


def lasted(started_at: datetime, claimed: datetime) -> timedelta:
    """How long an attempt took by the device's clock: less than nothing where that was set back in it."""
    return max(-LONGEST, min(claimed - started_at, LONGEST))


def moments(
    claims: Iterable[datetime | None], claimed: datetime, happened_at: datetime, earliest: datetime
) -> list[datetime]:
    """When each answer happened: as long before the whole as the device says, and not before `earliest`.

    `claimed` is what the device says of the whole, `happened_at` what that has come to.
    """
    most = max(happened_at - earliest, timedelta(0))
    before = [min(max(claimed - (each or claimed), timedelta(0)), most) for each in claims]
    return [happened_at - each for each in before]


def settle(tries: Sequence[Try], known: Mapping[str, Known]) -> dict[str, Known]:
    """The state of each exercise tried, after these tries.

    The first try ever received decides whether it was right at first; the first right one decides what it is worth.
    """
    states = dict(known)
    for each in tries:
        before = states.get(each.card)
        first_right = each.right if before is None else before.first_right
        settled = before.settled if before else None
        if settled is None and each.right:
            worth = Outcome.FIRST if before is None else Outcome.LATER
            settled = Outcome.TOO_QUICK if each.too_quick else worth
        states[each.card] = Known(first_right, settled)
    return {card: state for card, state in states.items() if state != known.get(card)}


def newly_settled(after: Mapping[str, Known], before: Mapping[str, Known]) -> tuple[tuple[str, Outcome], ...]:
    """The exercises that have been right for the first time, with what that was worth, by card id."""
    return tuple(
        (card, state.settled)
        for card, state in sorted(after.items())
        if state.settled is not None and (card not in before or before[card].settled is None)
    )


def correct_at_first(tries: Sequence[Try]) -> int:
    """How many exercises were right at their first try within the attempt."""
    first: dict[str, bool] = {}
    for each in tries:
        first.setdefault(each.card, each.right)
    return sum(first.values())


def first_places(cards: Iterable[str]) -> dict[str, int]:
    """Where each card was tried first, counted from 0."""
    places: dict[str, int] = {}
    for place, card in enumerate(cards):
        places.setdefault(card, place)
    return places


def first_places_of(graded: Sequence[Try | None]) -> dict[str, int]:
    """By exercise the place of the first try at it; None is an answer to what is no exercise."""
    places: dict[str, int] = {}
    for place, each in enumerate(graded):
        if each is not None:
            places.setdefault(each.card, place)
    return places


def goal_of(kind: str, total: int) -> int:
    """How many of a week's modules a personal goal asks for: one, half of them rounded up, or all."""
    return {"one": min(1, total), "half": -(-total // 2), "all": total}[kind]


def is_done(finished: bool, exercises: Collection[str], tries: Sequence[Try]) -> bool:
    """Whether the attempt was brought to its end with every exercise right."""
    return finished and set(exercises) <= {each.card for each in tries if each.right}
