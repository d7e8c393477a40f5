"""What help from a colleague keeps about one person."""

from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Section
from app.help.models import HelpReply, HelpRequest


def of_person(organisation_id: UUID, person_id: UUID) -> list[Section]:
    """What one has asked, what was answered, and what one has said oneself, to own questions and others'."""
    mine = (HelpRequest.organisation_id == organisation_id, HelpRequest.asker_id == person_id)
    asked = select(
        HelpRequest.asked_at,
        HelpRequest.words,
        HelpRequest.version,
        HelpRequest.card,
        HelpRequest.shared,
        HelpRequest.state,
        HelpRequest.last_word_at,
    ).where(*mine)
    to_it = and_(HelpReply.organisation_id == HelpRequest.organisation_id, HelpReply.request_id == HelpRequest.id)
    answers = select(HelpReply.at, HelpReply.words).join(HelpRequest, to_it).where(*mine)
    said = select(HelpReply.at, HelpReply.words).where(
        HelpReply.organisation_id == organisation_id, HelpReply.author_id == person_id
    )
    return [
        Section("help_asked", asked.order_by(HelpRequest.asked_at, HelpRequest.id)),
        Section(
            "help_answers",
            answers.where(HelpReply.author_id != person_id).order_by(HelpReply.at, HelpReply.id),
        ),
        Section("help_said", said.order_by(HelpReply.at, HelpReply.id)),
    ]
