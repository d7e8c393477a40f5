"""What other storeys may ask about points."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    Integer,
    Select,
    Uuid,
    and_,
    bindparam,
    cast,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import aliased

from app.core.db import UtcDateTime, db, read
from app.identity.models import Player
from app.identity.queries import with_shown_name
from leaderboards.points.models import LedgerEntry, PointSpread, PointTotal
from leaderboards.points.rules import ALL, LARGE, LASTS, Spread, spread_of

_OWN = select(PointTotal.period, PointTotal.points).where(
    PointTotal.organisation_id == bindparam("organisation"),
    PointTotal.player_id == bindparam("player"),
    PointTotal.period.in_((bindparam("week"), ALL)),
)


def points_of(organisation_id: UUID, player_id: UUID, week: date) -> dict[str, int]:
    """{"total", "week"}: a player's points of all time and of the week that starts on that Monday."""
    period = week.isoformat()
    values = {"organisation": organisation_id, "player": player_id, "week": period}
    found = {row.period: row.points for row in read(_OWN, values)}
    return {"total": found.get(ALL, 0), "week": found.get(period, 0)}


_BACK = aliased(LedgerEntry)
_TAKEN_BACK = exists().where(_BACK.organisation_id == LedgerEntry.organisation_id, _BACK.reverses_id == LedgerEntry.id)
_ENTRIES = (
    select(LedgerEntry.kind, func.count())
    .where(
        LedgerEntry.organisation_id == bindparam("organisation"),
        LedgerEntry.player_id == bindparam("player"),
        ~_TAKEN_BACK,
    )
    .group_by(LedgerEntry.kind)
)


def count_entries(organisation_id: UUID, player_id: UUID) -> dict[str, int]:
    """By kind: how many entries a player has, without those that were taken back."""
    rows = read(_ENTRIES, {"organisation": organisation_id, "player": player_id})
    return {row[0]: row[1] for row in rows}


_PLAYER = and_(Player.organisation_id == PointTotal.organisation_id, Player.id == PointTotal.player_id)
_ON_BOARDS = (
    PointTotal.organisation_id == bindparam("organisation"),
    PointTotal.period == bindparam("period"),
    Player.on_boards.is_(True),
    Player.game_layer.is_(True),
)
_SOME = PointTotal.points > 0
_ID = bindparam("player", type_=Uuid)
_OWN_POINTS = (
    select(PointTotal.points)
    .where(
        PointTotal.organisation_id == bindparam("organisation"),
        PointTotal.player_id == _ID,
        PointTotal.period == bindparam("period"),
    )
    .scalar_subquery()
)
_COUNTED_AT = (
    select(PointSpread.counted_at)
    .where(PointSpread.organisation_id == bindparam("organisation"), PointSpread.period == bindparam("period"))
    .limit(1)
    .scalar_subquery()
)
# Bare: around `coalesce` PostgreSQL would not look it up in the index, since rows are guarded.
_PLACE, _MINE = tuple_(PointTotal.points, PointTotal.player_id), tuple_(_OWN_POINTS, _ID)
_PLACED = with_shown_name(select(PointTotal.player_id, PointTotal.points).join(Player, _PLAYER)).where(*_ON_BOARDS)
_FALLING, _RISING = (PointTotal.points.desc(), PointTotal.player_id.desc()), (PointTotal.points, PointTotal.player_id)


@cache
def _board(top: int, each_side: int | None) -> Select[*tuple[Any, ...]]:
    """The first of the board; me, and so many above and below me: (player, points, name, whether of the first).

    With `counted_at` beside the first alone: a moment costs as much to read as all else of a row.
    How many stands in the text itself: PostgreSQL makes no lasting plan for a limit that it does not know.
    """

    def some(count: int, order: Sequence[Any], *own: Any, first: bool = False) -> Any:
        part = literal_column("1" if first else "0", Integer).label("first")
        query = _PLACED.add_columns(part).where(*own).order_by(*order).limit(literal_column(str(count))).subquery()
        return select(query).add_columns((_COUNTED_AT if first else cast(null(), UtcDateTime)).label("counted_at"))

    parts = [some(top, _FALLING, _SOME, first=True)]
    if each_side is not None:
        parts.append(some(each_side, _RISING, _PLACE > _MINE))
        parts.append(some(each_side + 1, _FALLING, _SOME, _PLACE <= _MINE))
    return select(union_all(*parts).subquery())


class Place(NamedTuple):
    """Somebody on a board, with what it calls them. The greater stands before the lesser."""

    points: int
    player_id: UUID
    name: str | None


@dataclass(frozen=True, slots=True)
class Places:
    """The first of a week's board; a player and those just above and below; when the worker last counted for all.

    The best first; of equal points in a fixed order. `mine` is None, and `around` empty, where the player has no points
    or stays off the board.
    """

    top: list[Place]
    around: list[Place]
    mine: Place | None
    counted_at: datetime | None


def places(organisation_id: UUID, week: date, player_id: UUID | None, top: int, each_side: int) -> Places:
    """The places around a player on the week's board; of nobody's, where `player_id` is None."""
    values = {"organisation": organisation_id, "period": week.isoformat(), "player": player_id}
    first: list[Place] = []
    around: list[Place] = []
    counted_at: datetime | None = None
    mine: Place | None = None
    query = _board(top, None if player_id is None else each_side)
    for player, points, name, is_first, moment in read(query, values).all():
        place = Place(points, player, name)
        if is_first:
            first.append(place)
            counted_at = moment
        else:
            around.append(place)
            mine = place if player == player_id else mine
    first.sort(reverse=True)
    around.sort(reverse=True)
    return Places(first, around if mine else [], mine, counted_at)


def ranks(
    organisation_id: UUID, week: date, points: Collection[int], counted_at: datetime | None, now: datetime
) -> tuple[dict[int, int], int, datetime | None]:
    """The rank that each of these numbers of points gives, how many stand on the board, and when that was so.

    Equal points share a rank. Where the worker has counted lately (`counted_at`), that holds; else all are counted,
    and it is so now (None).
    """
    period = week.isoformat()
    spread = _kept(organisation_id, period, counted_at) if counted_at and now - counted_at <= LASTS else None
    if spread is None or not spread.total:
        return *_counted_now(organisation_id, period, points), None
    return {each: spread.rank(each) for each in points}, spread.total, counted_at


@lru_cache(maxsize=256)
def _kept(organisation_id: UUID, period: str, counted_at: datetime) -> Spread:
    """What the worker counted then; nobody when it has counted anew since."""
    query = select(PointSpread.points, PointSpread.people).where(
        PointSpread.organisation_id == organisation_id,
        PointSpread.period == period,
        PointSpread.counted_at == counted_at,
    )
    return spread_of((row[0], row[1]) for row in db.session.execute(query))


_OFF_BOARDS = select(Player.id).where(
    Player.organisation_id == bindparam("organisation"), or_(Player.on_boards.is_(False), Player.game_layer.is_(False))
)
_OF_PERIOD = (PointTotal.organisation_id == bindparam("organisation"), PointTotal.period == bindparam("period"))


@cache
def _better(count: int) -> tuple[Any, Any]:
    """How many have more than each of so many numbers of points: all, and those off the boards. Made once."""
    columns = (func.count().filter(PointTotal.points > bindparam(f"points{number}")) for number in range(count))
    every = select(*columns).where(*_OF_PERIOD)
    return every, every.where(PointTotal.player_id.in_(_OFF_BOARDS))


def _counted_now(organisation_id: UUID, period: str, points: Collection[int]) -> tuple[dict[int, int], int]:
    """Counted on the index over all, less those few who stay off the boards: a look at each would cost far more."""
    asked = sorted({0, *points})
    values = {"organisation": organisation_id, "period": period}
    values |= {f"points{number}": each for number, each in enumerate(asked)}
    everybody, off = (read(each, values).one() for each in _better(len(asked)))
    better = {each: some - few for each, some, few in zip(asked, everybody, off, strict=True)}
    return {each: better[each] + 1 for each in points}, better[0]


def is_large(organisation_id: UUID, week: date) -> bool:
    """Whether `LARGE` or more have points that week."""
    own = (PointTotal.organisation_id == organisation_id, PointTotal.period == week.isoformat())
    return db.session.scalar(select(PointTotal.points).where(*own).offset(LARGE - 1).limit(1)) is not None


def count_spread(organisation_id: UUID, week: date) -> dict[int, int]:
    """By points: how many on the week's board have just so many. Counted as `ranks` does without the worker."""
    every = select(PointTotal.points, func.count()).where(*_OF_PERIOD, PointTotal.points > 0)
    off = every.where(PointTotal.player_id.in_(_OFF_BOARDS))
    values = {"organisation": organisation_id, "period": week.isoformat()}
    found = {row[0]: row[1] for row in read(every.group_by(PointTotal.points), values)}
    for points, few in read(off.group_by(PointTotal.points), values):
        found[points] -= few
    return {points: people for points, people in found.items() if people}


def points_of_letters(organisation_id: UUID, letters: Collection[UUID]) -> dict[tuple[UUID, UUID], int]:
    """By player and letter: what was given for it and not taken back."""
    query = (
        select(LedgerEntry.player_id, LedgerEntry.letter_id, func.sum(LedgerEntry.points))
        .where(LedgerEntry.organisation_id == organisation_id, LedgerEntry.letter_id.in_(list(letters)), ~_TAKEN_BACK)
        .group_by(LedgerEntry.player_id, LedgerEntry.letter_id)
    )
    found = db.session.execute(query).all()
    return {(player, letter): int(points) for player, letter, points in found if letter}


def entries_page(organisation_id: UUID, player_id: UUID, page: int, size: int) -> tuple[list[LedgerEntry], int]:
    """A page of a player's entries, the last to be entered first; how many there are."""
    own = (LedgerEntry.organisation_id == organisation_id, LedgerEntry.player_id == player_id)
    query = select(LedgerEntry).where(*own).order_by(LedgerEntry.entered_at.desc(), LedgerEntry.id)
    found = list(db.session.scalars(query.limit(size).offset((page - 1) * size)))
    return found, db.session.scalar(select(func.count()).select_from(LedgerEntry).where(*own)) or 0


def entries_between(
    organisation_id: UUID, first: date, until: date, players: Iterable[UUID] | None = None
) -> list[tuple[UUID, str, int]]:
    """(player, key, points) of what was earned in the weeks from `first` up to `until` and not taken back."""
    back = aliased(LedgerEntry)
    reversed_ = select(back.id).where(back.organisation_id == organisation_id, back.reverses_id == LedgerEntry.id)
    query = select(LedgerEntry.player_id, LedgerEntry.key, LedgerEntry.points).where(
        LedgerEntry.organisation_id == organisation_id,
        LedgerEntry.week >= first,
        LedgerEntry.week < until,
        LedgerEntry.reverses_id.is_(None),
        ~reversed_.exists(),
    )
    if players is not None:
        query = query.where(LedgerEntry.player_id.in_(list(players)))
    return [(row[0], row[1], row[2]) for row in db.session.execute(query)]
