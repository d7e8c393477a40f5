"""What other storeys may ask about what somebody remembers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Uuid, and_, bindparam, cast, func, literal, null, or_, select, tuple_

from app.core.db import db, read
from app.core.weeks import moment_at
from app.identity.queries import organisation, policy
from quests.content.queries import published
from quests.review.models import MemoryItem, MemoryTry, MemoryWish
from quests.review.rules import Sighting, Try, due_by_wish, is_granted


@dataclass(frozen=True, slots=True)
class Ceilings:
    """The organisation's settings of reviewing."""

    retention: float
    a_week: int
    a_round: int


@dataclass(frozen=True, slots=True)
class Item:
    """An item as choosing and showing need it."""

    module_id: UUID
    card: str
    stability: float
    difficulty: float
    met_on: date
    last_on: date
    last_recalled: bool
    tries: int
    due_on: date
    mastered_on: date | None
    wanted: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return str(self.module_id), self.card


@dataclass(frozen=True, slots=True)
class Mastery:
    """How far somebody has come with an item. `mastered_on`: the day of the recall that last proved it, else None."""

    module_id: UUID
    card: str
    topic: str | None
    mastered_on: date | None
    due_at: datetime


@lru_cache(maxsize=64)
def ceilings(organisation_id: UUID, revision: int) -> Ceilings:
    """The settings. `revision` is the organisation's, which grows when they change."""
    return ceilings_now(organisation_id)


def ceilings_now(organisation_id: UUID) -> Ceilings:
    """The same, read at once."""
    own = policy(organisation_id)
    return Ceilings(own["retention"], own["reviews_a_week"], own["reviews_a_round"])


_COLUMNS = tuple(getattr(MemoryItem, name) for name in Item.__slots__ if name != "wanted")
_WISHED = and_(
    MemoryWish.organisation_id == MemoryItem.organisation_id,
    MemoryWish.player_id == MemoryItem.player_id,
    MemoryWish.module_id == MemoryItem.module_id,
    MemoryWish.card == MemoryItem.card,
)
_ITEMS = (
    select(*_COLUMNS, MemoryWish.wanted_from)
    .outerjoin(MemoryWish, _WISHED)
    .where(MemoryItem.organisation_id == bindparam("organisation"), MemoryItem.player_id == bindparam("player"))
)


def items_of(organisation_id: UUID, player_id: UUID) -> list[Item]:
    """Every item of a player's, sleeping ones too; one that is wanted is due from then on."""
    rows: Any = read(_ITEMS, {"organisation": organisation_id, "player": player_id})
    return [_wanted(Item(*values), wanted_from) for *values, wanted_from in rows]


def _wanted(item: Item, wanted_from: date | None) -> Item:
    if wanted_from is None or is_granted(item.mastered_on, wanted_from):
        return item
    due_on = due_by_wish(item.due_on, item.last_on, item.mastered_on, wanted_from)
    return replace(item, due_on=due_on, wanted=True)


_ASKED_FROM_TO = (
    MemoryTry.organisation_id == bindparam("organisation"),
    MemoryTry.player_id == bindparam("player"),
    MemoryTry.happened_on >= bindparam("monday", type_=Date),
    MemoryTry.happened_on < bindparam("next_monday", type_=Date),
    MemoryTry.asked,
    MemoryTry.first,
)
_ASKED = select(func.count()).where(*_ASKED_FROM_TO)


def asked_in(organisation_id: UUID, player_id: UUID, monday: date) -> int:
    """How many items were asked in rounds of that week."""
    week = {"monday": monday, "next_monday": monday + timedelta(days=7)}
    return read(_ASKED, {"organisation": organisation_id, "player": player_id, **week}).scalar() or 0


_TODAY = bindparam("today", type_=Date)
_DUE = (
    select(MemoryItem.module_id, MemoryItem.card, literal(0))
    .outerjoin(MemoryWish, _WISHED)
    .where(
        MemoryItem.organisation_id == bindparam("organisation"),
        MemoryItem.player_id == bindparam("player"),
        or_(
            MemoryItem.due_on <= _TODAY,
            and_(
                MemoryWish.wanted_from <= _TODAY,
                MemoryItem.last_on < _TODAY,
                or_(MemoryItem.mastered_on.is_(None), MemoryItem.mastered_on < MemoryWish.wanted_from),
            ),
        ),
    )
    .union_all(select(cast(null(), Uuid), null(), func.count()).where(*_ASKED_FROM_TO))
)


def due_of(organisation_id: UUID, player_id: UUID, today: date) -> tuple[list[tuple[UUID, str]], int]:
    """(module, card) of every item that is due, sleeping ones too, and how many were asked this week: in one read."""
    monday = today - timedelta(days=today.weekday())
    values = {"today": today, "monday": monday, "next_monday": monday + timedelta(days=7)}
    due, asked = [], 0
    rows: Any = read(_DUE, {"organisation": organisation_id, "player": player_id, **values})  # type: ignore[arg-type]
    for module_id, card, count in rows:
        if module_id is None:
            asked = count
        else:
            due.append((module_id, card))
    return due, asked


def known_items(organisation_id: UUID, player_id: UUID, keys: Iterable[tuple[UUID, str]]) -> set[tuple[UUID, str]]:
    """Those of these (module, card) that the player has met."""
    query = select(MemoryItem.module_id, MemoryItem.card).where(
        MemoryItem.organisation_id == organisation_id,
        MemoryItem.player_id == player_id,
        tuple_(MemoryItem.module_id, MemoryItem.card).in_(list(keys)),
    )
    return {(module_id, card) for module_id, card in db.session.execute(query)}


_SEEN = (
    select(
        *(MemoryTry.module_id, MemoryTry.card, MemoryTry.happened_at, MemoryTry.happened_on, MemoryTry.letter_id),
        *(MemoryTry.position, MemoryTry.first, MemoryTry.correct, MemoryTry.too_quick),
    )
    .where(MemoryTry.organisation_id == bindparam("organisation"), MemoryTry.player_id == bindparam("player"))
    .order_by(MemoryTry.happened_at, MemoryTry.letter_id, MemoryTry.position)
)
_SEEN_OF = _SEEN.where(tuple_(MemoryTry.module_id, MemoryTry.card).in_(bindparam("items", expanding=True)))


def tries_by_item(
    organisation_id: UUID, player_id: UUID, keys: Iterable[tuple[UUID, str]] | None = None
) -> dict[tuple[UUID, str], list[Sighting]]:
    """Every time a player has seen these items, or all, in the order they happened."""
    values: dict[str, Any] = {"organisation": organisation_id, "player": player_id}
    rows = read(_SEEN, values) if keys is None else read(_SEEN_OF, {**values, "items": list(keys)})
    found: dict[tuple[UUID, str], list[Sighting]] = {}
    for row in rows:
        seen = Sighting(row.happened_on, _try_of(row) if row.first else None)
        found.setdefault((row.module_id, row.card), []).append(seen)
    return found


def _try_of(row: Any) -> Try:
    """As the fold takes it. A right answer that was quicker than it can be read proves nothing."""
    return Try(row.happened_at, row.happened_on, row.letter_id, row.position, row.correct and not row.too_quick)


def mastery_of(organisation_id: UUID, player_id: UUID) -> list[Mastery]:
    """How far the player has come with each item whose card is still to be remembered, with the module's topic."""
    zone = organisation(organisation_id).time_zone
    items = items_of(organisation_id, player_id)
    modules = published(organisation_id, {each.module_id for each in items})
    found = []
    for each in items:
        module = modules.get(each.module_id)
        if module is None or each.card not in module.remembered:
            continue
        due_at = moment_at(each.due_on, 0, zone)
        found.append(Mastery(each.module_id, each.card, module.topic, each.mastered_on, due_at))
    return found


def mastered_by(organisation_id: UUID, players: Iterable[UUID]) -> dict[UUID, dict[tuple[UUID, str], date]]:
    """By player the items that are mastered, each with the day of the recall that last proved it."""
    query = select(MemoryItem.player_id, MemoryItem.module_id, MemoryItem.card, MemoryItem.mastered_on).where(
        MemoryItem.organisation_id == organisation_id,
        MemoryItem.player_id.in_(list(players)),
        MemoryItem.mastered_on.is_not(None),
    )
    found: dict[UUID, dict[tuple[UUID, str], date]] = {}
    for player_id, module_id, card, day in db.session.execute(query):
        if day is not None:
            found.setdefault(player_id, {})[module_id, card] = day
    return found


def asked_and_known(
    organisation_id: UUID, start: datetime, end: datetime, players: Iterable[UUID] | None = None
) -> dict[UUID, tuple[int, int]]:
    """By player: how many items were asked in rounds from `start` until `end`, and how many of them were recalled."""
    recalled = func.count().filter(MemoryTry.correct, MemoryTry.too_quick.is_(False))
    query = (
        select(MemoryTry.player_id, func.count(), recalled)
        .where(
            MemoryTry.organisation_id == organisation_id,
            MemoryTry.happened_at >= start,
            MemoryTry.happened_at < end,
            MemoryTry.asked,
            MemoryTry.first,
        )
        .group_by(MemoryTry.player_id)
    )
    if players is not None:
        query = query.where(MemoryTry.player_id.in_(list(players)))
    return {row[0]: (row[1], row[2]) for row in db.session.execute(query)}
