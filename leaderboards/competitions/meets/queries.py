"""What meets are read from."""

from uuid import UUID

from sqlalchemy import select

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


def others_of(organisation_id: UUID, competition_id: UUID) -> list[Other]:
    """The other sides of a competition's meet; none where it has none."""
    own = side_of(organisation_id, competition_id)
    if own is None:
        return []
    every = sides_of(own.meet_id)
    return [
        Other(each.organisation_id, each.name, each.rows) for each in every if each.organisation_id != organisation_id
    ]


def unfinished(organisation_id: UUID) -> list[UUID]:
    """The competitions whose side in a meet may still change, in a fixed order."""
    query = select(MeetSide.competition_id).where(
        MeetSide.organisation_id == organisation_id, MeetSide.final.is_(False)
    )
    return sorted(db.session.scalars(query))
