"""What ratings and comments keep about one person."""

from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Section
from quests.authoring.feedback.models import FeedbackAnswer, ModuleFeedback
from quests.content.models import ModuleVersion


def of_person(organisation_id: UUID, person_id: UUID, player_id: UUID) -> list[Section]:
    """What one has said of modules, what was answered to it, and what one has answered others."""
    mine = (ModuleFeedback.organisation_id == organisation_id, ModuleFeedback.player_id == player_id)
    version = and_(
        ModuleVersion.organisation_id == ModuleFeedback.organisation_id,
        ModuleVersion.version == ModuleFeedback.version,
    )
    to_it = and_(
        FeedbackAnswer.organisation_id == ModuleFeedback.organisation_id,
        FeedbackAnswer.feedback_id == ModuleFeedback.id,
    )
    said = (
        select(
            ModuleVersion.titles.label("module"),
            ModuleFeedback.version,
            ModuleFeedback.useful,
            ModuleFeedback.reason.label("why"),
            ModuleFeedback.words,
            ModuleFeedback.language,
            ModuleFeedback.state.label("progress"),
            ModuleFeedback.given_at,
            ModuleFeedback.changed_at,
        )
        .join(ModuleVersion, version)
        .where(*mine)
        .order_by(ModuleFeedback.given_at, ModuleFeedback.id)
    )
    answers = (
        select(FeedbackAnswer.at, FeedbackAnswer.words)
        .join(ModuleFeedback, to_it)
        .where(*mine)
        .order_by(FeedbackAnswer.at, FeedbackAnswer.id)
    )
    given = (
        select(FeedbackAnswer.at, FeedbackAnswer.words)
        .where(FeedbackAnswer.organisation_id == organisation_id, FeedbackAnswer.author_id == person_id)
        .order_by(FeedbackAnswer.at, FeedbackAnswer.id)
    )
    return [
        Section("feedback", said),
        Section("feedback_answers", answers),
        Section("feedback_answered", given),
    ]
