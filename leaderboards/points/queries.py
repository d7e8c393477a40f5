"""What other storeys may ask about points."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased

from app.core.db import db, read
from app.identity.models import Player
from leaderboards.points.models import LedgerEntry, PointTotal
from leaderboards.points.rules import ALL

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


def _shown_on_boards(organisation_id: UUID, period: str) -> tuple[ColumnElement[bool], ...]:
    return (
        PointTotal.organisation_id == organisation_id,
        PointTotal.period == period,
        PointTotal.points > 0,
        Player.on_boards.is_(True),
        Player.game_layer.is_(True),
    )


_PLAYER = and_(Player.organisation_id == PointTotal.organisation_id, Player.id == PointTotal.player_id)


def ranks(organisation_id: UUID, week: date, points: Collection[int]) -> tuple[dict[int, int], int]:
    """The rank that each of these numbers of points gives, and how many stand on the board; equal points share a rank.

    Counted on the index over all, less those few who stay off the boards: a look at each player would cost far more.
    """
    asked = sorted({0, *points})
    every = select(*(func.count().filter(PointTotal.points > each) for each in asked)).where(
        PointTotal.organisation_id == organisation_id, PointTotal.period == week.isoformat()
    )
    hidden = select(Player.id).where(
        Player.organisation_id == organisation_id, or_(Player.on_boards.is_(False), Player.game_layer.is_(False))
    )
    everybody = db.session.execute(every).one()
    off = db.session.execute(every.where(PointTotal.player_id.in_(hidden))).one()
    better = {each: some - few for each, some, few in zip(asked, everybody, off, strict=True)}
    return {each: better[each] + 1 for each in points}, better[0]


def ranked(organisation_id: UUID, week: date, limit: int) -> list[tuple[UUID, int]]:
    """The first of the week's board: (player, points), ties in a fixed order."""
    return _listed(organisation_id, week, limit, below=False)


def beside(organisation_id: UUID, player_id: UUID, points: int, week: date, each_side: int) -> list[tuple[UUID, int]]:
    """The players just above and just below somebody with that many points, nearest last and first; without them."""
    above = _listed(organisation_id, week, each_side, below=False, than=(points, player_id))
    below = _listed(organisation_id, week, each_side, below=True, than=(points, player_id))
    return [*reversed(above), *below]


def _listed(
    organisation_id: UUID, week: date, limit: int, *, below: bool, than: tuple[int, UUID] | None = None
) -> list[tuple[UUID, int]]:
    """In board order (more points first, then by id); with `than`, those nearest above or below that place."""
    query = (
        select(PointTotal.player_id, PointTotal.points)
        .join(Player, _PLAYER)
        .where(*_shown_on_boards(organisation_id, week.isoformat()))
        .limit(limit)
    )
    points, player = PointTotal.points, PointTotal.player_id
    if than is None:
        query = query.order_by(points.desc(), player)
    elif below:
        after = or_(points < than[0], player > than[1])
        query = query.where(points <= than[0], after).order_by(points.desc(), player)
    else:
        before = or_(points > than[0], player < than[1])
        query = query.where(points >= than[0], before).order_by(points, player.desc())
    return [(row[0], row[1]) for row in db.session.execute(query)]


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
