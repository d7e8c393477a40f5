"""What a player has thought over in words that nobody else reads."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, func, select

from app.core.db import db
from quests.content.queries import Version, versions_for
from quests.content.rules.pools import drawn
from quests.paths.rules import in_language
from quests.play.models import Answer, Attempt

KIND = "reflection"


@dataclass(frozen=True, slots=True)
class Reflection:
    """A note with what was asked; `question` and `module` are empty where the card is no more."""

    letter_id: UUID
    position: int
    question: str
    module: str
    text: str
    written_at: datetime


def reflections_of(
    organisation_id: UUID, player_id: UUID, language: str, page: int, size: int
) -> tuple[list[Reflection], int]:
    """A page of a player's notes, the newest first, with the questions in that language; and how many in all."""
    own = and_(Answer.organisation_id == organisation_id, Answer.player_id == player_id, Answer.kind == KIND)
    attempt = and_(
        Attempt.organisation_id == Answer.organisation_id,
        Attempt.player_id == Answer.player_id,
        Attempt.letter_id == Answer.letter_id,
    )
    query = (
        select(
            Answer.letter_id,
            Answer.position,
            Answer.card,
            Answer.response,
            Attempt.module_version,
            Attempt.seed,
            Attempt.happened_at,
        )
        .join(Attempt, attempt)
        .where(own)
        .order_by(Attempt.happened_at.desc(), Answer.letter_id, Answer.position)
        .limit(size)
        .offset((page - 1) * size)
    )
    total = db.session.scalar(select(func.count()).select_from(Answer).where(own)) or 0
    rows = db.session.execute(query).all()
    versions = versions_for(organisation_id, {row.module_version for row in rows})

    def told(version: Version | None, card: str, seed: int) -> tuple[str, str]:
        found = version.cards.get(card) if version else None
        if version is None or found is None:
            return "", ""
        words = drawn(found, seed)["prompt"], version.document["title"]
        return in_language(words[0], language), in_language(words[1], language)

    return [
        Reflection(
            row.letter_id,
            row.position,
            *told(versions.get(row.module_version), row.card, row.seed),
            str(row.response),
            row.happened_at,
        )
        for row in rows
    ], total
