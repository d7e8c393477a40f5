"""What is kept about one person's cheers."""

from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Section
from app.identity.models import Department
from leaderboards.cheers.models import Cheer


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """What somebody has sent, and to whom."""
    query = (
        select(Department.name.label("department"), Cheer.cheer, Cheer.leading, Cheer.sent_at)
        .join(Department, and_(Department.organisation_id == organisation_id, Department.id == Cheer.department_id))
        .where(Cheer.organisation_id == organisation_id, Cheer.player_id == player_id)
        .order_by(Cheer.sent_at)
    )
    return [Section("cheers", query)]
