"""What competence keeps about one person."""

from uuid import UUID

from sqlalchemy import select

from app.core.personal import Section
from quests.competence.models import Certificate, CompetenceRequirement


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """The certificates one has earned, those that have ended too."""
    query = (
        select(
            CompetenceRequirement.title.label("requirement"),
            Certificate.achieved_on,
            Certificate.counts_from,
            Certificate.valid_until,
            Certificate.renews_from,
            Certificate.opened_at,
            Certificate.expired_at,
            Certificate.recorded_at,
            Certificate.evidence,
        )
        .join(CompetenceRequirement)
        .where(Certificate.organisation_id == organisation_id, Certificate.player_id == player_id)
        .order_by(Certificate.counts_from, Certificate.id)
    )
    return [Section("certificates", query)]
