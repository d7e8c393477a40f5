"""What paths keep about one person."""

from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Section
from quests.paths.models import Cohort, Enrolment, Path, Run


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """The runs one is or has been in."""
    query = (
        select(
            Path.title.label("path"),
            Cohort.starts_on,
            Enrolment.joined_at,
            Enrolment.left_at,
            Enrolment.resigned_at,
        )
        .select_from(Enrolment)
        .join(Run, and_(Run.organisation_id == Enrolment.organisation_id, Run.id == Enrolment.run_id))
        .join(Path, and_(Path.organisation_id == Run.organisation_id, Path.id == Run.path_id))
        .join(Cohort, and_(Cohort.organisation_id == Enrolment.organisation_id, Cohort.id == Enrolment.cohort_id))
        .where(Enrolment.organisation_id == organisation_id, Enrolment.player_id == player_id)
        .order_by(Enrolment.joined_at, Enrolment.run_id)
    )
    return [Section("enrolments", query)]
