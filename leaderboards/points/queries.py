"""What other storeys may ask about points."""

from datetime import date
from uuid import UUID

from sqlalchemy import and_, bindparam, func, or_, select

from app.core.db import db
from app.identity.models import Player
from leaderboards.points.models import PointTotal
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
    found = {row.period: row.points for row in db.session.execute(_OWN, values)}
    return {"total": found.get(ALL, 0), "week": found.get(period, 0)}


def _shown_on_boards(organisation_id: UUID, period: str) -> tuple[object, ...]:
    return (
        PointTotal.organisation_id == organisation_id,
        PointTotal.period == period,
        PointTotal.points > 0,
        Player.on_boards,
        Player.game_layer,
    )


_PLAYER = and_(Player.organisation_id == PointTotal.organisation_id, Player.id == PointTotal.player_id)


def rank_of(organisation_id: UUID, player_id: UUID, points: int, week: date) -> tuple[int, int]:
    """(rank, how many stand on the board) for that many points; equal points share a rank."""
    shown = _shown_on_boards(organisation_id, week.isoformat())
    every = select(func.count()).select_from(PointTotal).join(Player, _PLAYER).where(*shown)  # type: ignore[arg-type]
    better = db.session.scalar(every.where(PointTotal.points > points)) or 0
    return better + 1, db.session.scalar(every) or 0


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
        .where(*_shown_on_boards(organisation_id, week.isoformat()))  # type: ignore[arg-type]
        .limit(limit)
    )
    points, player = PointTotal.points, PointTotal.player_id
    if than is None:
        query = query.order_by(points.desc(), player)
    elif below:
        after = or_(points < than[0], and_(points == than[0], player > than[1]))
        query = query.where(after).order_by(points.desc(), player)
    else:
        before = or_(points > than[0], and_(points == than[0], player < than[1]))
        query = query.where(before).order_by(points, player.desc())
    return [(row[0], row[1]) for row in db.session.execute(query)]
