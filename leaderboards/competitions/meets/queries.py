"""What meets are read from."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.core.db import db
from app.identity.viewer import hash_of
from leaderboards.competitions.meets.board import Other
from leaderboards.competitions.meets.models import Meet, MeetSide


def meet_by(code: str) -> Meet | None:
    """The meet that this code lets one look at and join."""
    return db.session.scalars(select(Meet).where(Meet.code_hash == hash_of(code.strip()))).first()


def side_of(organisation_id: UUID, competition_id: UUID) -> MeetSide | None:
    """A competition's part in a meet; None for one that is an organisation's own."""
    query = select(MeetSide).where(
        MeetSide.organisation_id == organisation_id, MeetSide.competition_id == competition_id
    )
    return db.session.scalars(query.execution_options(populate_existing=True)).first()


def sides_of(meet_id: UUID) -> list[MeetSide]:
    """All that take part, the first to join first."""
    query = select(MeetSide).where(MeetSide.meet_id == meet_id).order_by(MeetSide.joined_at, MeetSide.organisation_id)
    return list(db.session.scalars(query.execution_options(populate_existing=True)))


def others_by_competition(organisation_id: UUID, competitions: Iterable[UUID]) -> dict[UUID, list[Other]]:
    """By competition that has a meet: the other sides of it, the first to join first."""
    own = aliased(MeetSide)
    query = (
        select(own.competition_id, MeetSide.organisation_id, MeetSide.name, MeetSide.rows)
        .join(own, own.meet_id == MeetSide.meet_id)
        .where(
            own.organisation_id == organisation_id,
            own.competition_id.in_(list(competitions)),
            MeetSide.organisation_id != organisation_id,
        )
        .order_by(MeetSide.joined_at, MeetSide.organisation_id)
    )
    found: dict[UUID, list[Other]] = {}
    for competition_id, *other in db.session.execute(query):
        found.setdefault(competition_id, []).append(Other(*other))
    return found


def unfinished(organisation_id: UUID) -> list[UUID]:
    """The competitions whose side in a meet may still change, in a fixed order."""
    query = select(MeetSide.competition_id).where(
        MeetSide.organisation_id == organisation_id, MeetSide.final.is_(False)
    )
    return sorted(db.session.scalars(query))
