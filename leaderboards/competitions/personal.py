"""What competitions keep about one person."""

from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Section
from leaderboards.competitions.models import Competition, Team, TeamMember, TeamPart


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """What one brings to one's teams (possible, taken, weight and result in millionths), and those one has picked."""
    query = (
        select(
            Competition.name.label("competition"),
            Competition.first_week,
            TeamPart.possible,
            TeamPart.taken,
            TeamPart.weight,
            TeamPart.result,
        )
        .join(
            Competition,
            and_(Competition.organisation_id == organisation_id, Competition.id == TeamPart.competition_id),
        )
        .where(TeamPart.organisation_id == organisation_id, TeamPart.player_id == player_id)
        .order_by(Competition.first_week, Competition.id, TeamPart.team_id)
    )
    picked = (
        select(Competition.name.label("competition"), Team.name.label("team"), TeamMember.joined_at, TeamMember.left_at)
        .join(
            Competition,
            and_(Competition.organisation_id == organisation_id, Competition.id == TeamMember.competition_id),
        )
        .join(Team, and_(Team.organisation_id == organisation_id, Team.id == TeamMember.team_id))
        .where(TeamMember.organisation_id == organisation_id, TeamMember.player_id == player_id)
        .order_by(TeamMember.joined_at, TeamMember.competition_id)
    )
    return [Section("competitions", query), Section("teams", picked)]
