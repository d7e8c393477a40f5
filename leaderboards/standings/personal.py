"""What boards keep about one person."""

from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Section
from app.identity.models import Department
from leaderboards.standings.models import MembershipWeek


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """What one brings to one's departments, week by week: weight and result in millionths."""
    query = (
        select(
            MembershipWeek.week,
            Department.name.label("department"),
            MembershipWeek.possible,
            MembershipWeek.taken,
            MembershipWeek.weight,
            MembershipWeek.result,
        )
        .join(
            Department,
            and_(Department.organisation_id == organisation_id, Department.id == MembershipWeek.department_id),
        )
        .where(MembershipWeek.organisation_id == organisation_id, MembershipWeek.player_id == player_id)
        .order_by(MembershipWeek.week, Department.sort_key)
    )
    return [Section("board_weeks", query)]
