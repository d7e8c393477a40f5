"""What the ledger keeps about one person."""

from uuid import UUID

from sqlalchemy import select

from app.core.personal import Section
from leaderboards.points.models import LedgerEntry, PointTotal


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """Every entry of points with what it was for, and the totals they make."""
    entries = select(
        LedgerEntry.happened_at,
        LedgerEntry.entered_at,
        LedgerEntry.week,
        LedgerEntry.kind,
        LedgerEntry.points,
        LedgerEntry.reason,
        LedgerEntry.key.label("for_what"),
        LedgerEntry.letter_id.label("letter"),
    ).where(LedgerEntry.organisation_id == organisation_id, LedgerEntry.player_id == player_id)
    totals = select(PointTotal.period, PointTotal.points).where(
        PointTotal.organisation_id == organisation_id, PointTotal.player_id == player_id
    )
    return [
        Section("points", entries.order_by(LedgerEntry.entered_at, LedgerEntry.id)),
        Section("point_totals", totals.order_by(PointTotal.period)),
    ]
