"""What reviewing keeps about one person: every try at what is to be remembered, and what it is taken to mean."""

from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Section
from quests.content.models import Module
from quests.play.personal import in_words
from quests.review.models import MemoryItem, MemoryTry, MemoryWish


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """What is known of each item, and the tries it rests on."""
    module = and_(Module.organisation_id == MemoryItem.organisation_id, Module.id == MemoryItem.module_id)
    items = (
        select(
            Module.slug.label("module"),
            MemoryItem.card,
            MemoryItem.met_on,
            MemoryItem.last_on,
            MemoryItem.last_recalled,
            MemoryItem.tries,
            MemoryItem.due_on,
            MemoryItem.mastered_on,
            MemoryItem.stability,
            MemoryItem.difficulty,
        )
        .join(Module, module)
        .where(MemoryItem.organisation_id == organisation_id, MemoryItem.player_id == player_id)
        .order_by(Module.slug, MemoryItem.card)
    )
    tried = and_(Module.organisation_id == MemoryTry.organisation_id, Module.id == MemoryTry.module_id)
    tries = (
        select(
            Module.slug.label("module"),
            MemoryTry.card,
            MemoryTry.happened_at,
            MemoryTry.happened_on,
            MemoryTry.asked,
            MemoryTry.first,
            MemoryTry.correct,
            MemoryTry.too_quick,
            MemoryTry.response,
            MemoryTry.seconds,
            MemoryTry.position,
            MemoryTry.module_version.label("version"),
            MemoryTry.variant,
            MemoryTry.seed,
            MemoryTry.letter_id.label("letter"),
        )
        .join(Module, tried)
        .where(MemoryTry.organisation_id == organisation_id, MemoryTry.player_id == player_id)
        .order_by(MemoryTry.happened_at, MemoryTry.letter_id, MemoryTry.position)
    )
    wished = and_(Module.organisation_id == MemoryWish.organisation_id, Module.id == MemoryWish.module_id)
    wishes = (
        select(Module.slug.label("module"), MemoryWish.card, MemoryWish.wanted_from)
        .join(Module, wished)
        .where(MemoryWish.organisation_id == organisation_id, MemoryWish.player_id == player_id)
        .order_by(Module.slug, MemoryWish.card)
    )
    return [
        Section("memory_items", items),
        Section("memory_tries", tries, in_words(organisation_id)),
        Section("memory_wishes", wishes),
    ]
