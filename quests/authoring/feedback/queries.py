"""What players have said: to themselves with the answers, to editors without who it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Subquery, and_, case, func, select

from app.core.db import db
from quests.authoring.feedback.models import FeedbackAnswer, ModuleFeedback


@dataclass(frozen=True, slots=True)
class Said:
    """How a module is rated: how often, by how many people, how many found it useful; comments not read yet."""

    rated: int = 0
    people: int = 0
    useful: int = 0
    new: int = 0


_IS_COMMENT = ModuleFeedback.words != ""


def said_of(organisation_id: UUID, modules: Iterable[UUID]) -> dict[UUID, Said]:
    """By module, over all of its versions, in one query; those of which nobody has said anything are left out."""

    def count(condition: object) -> object:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)  # type: ignore[arg-type]

    query = (
        select(
            ModuleFeedback.module_id,
            func.count(),
            func.count(ModuleFeedback.player_id.distinct()),
            count(ModuleFeedback.useful),
            count(and_(_IS_COMMENT, ModuleFeedback.state == "new")),
        )  # type: ignore[call-overload]
        .where(ModuleFeedback.organisation_id == organisation_id, ModuleFeedback.module_id.in_(list(modules)))
        .group_by(ModuleFeedback.module_id)
    )
    return {row[0]: Said(*(int(each) for each in row[1:])) for row in db.session.execute(query)}


def comments_to_read(organisation_id: UUID) -> Subquery:
    """By `module_id` how many `comments` nobody has read, to be joined with modules."""
    query = (
        select(ModuleFeedback.module_id, func.count().label("comments"))
        .where(ModuleFeedback.organisation_id == organisation_id, _IS_COMMENT, ModuleFeedback.state == "new")
        .group_by(ModuleFeedback.module_id)
    )
    return query.subquery()


def reasons_of(organisation_id: UUID, module_id: UUID) -> dict[str, int]:
    """How often each reason was given."""
    query = (
        select(ModuleFeedback.reason, func.count())
        .where(
            ModuleFeedback.organisation_id == organisation_id,
            ModuleFeedback.module_id == module_id,
            ModuleFeedback.reason.is_not(None),
        )
        .group_by(ModuleFeedback.reason)
    )
    return {str(reason): count for reason, count in db.session.execute(query)}


def states_of(organisation_id: UUID, module_id: UUID) -> dict[str, int]:
    """How many comments are in each state."""
    query = (
        select(ModuleFeedback.state, func.count())
        .where(ModuleFeedback.organisation_id == organisation_id, ModuleFeedback.module_id == module_id, _IS_COMMENT)
        .group_by(ModuleFeedback.state)
    )
    return {str(state): count for state, count in db.session.execute(query)}


def comments_on(
    organisation_id: UUID, module_id: UUID, state: str | None, page: int, size: int
) -> tuple[list[ModuleFeedback], int]:
    """A page of the comments on a module, new ones first and the last changed before others; and how many in all."""
    own = [ModuleFeedback.organisation_id == organisation_id, ModuleFeedback.module_id == module_id, _IS_COMMENT]
    if state is not None:
        own.append(ModuleFeedback.state == state)
    total = db.session.scalar(select(func.count()).select_from(ModuleFeedback).where(*own)) or 0
    order = case((ModuleFeedback.state == "new", 0), (ModuleFeedback.state == "read", 1), else_=2)
    query = select(ModuleFeedback).where(*own).order_by(order, ModuleFeedback.changed_at.desc(), ModuleFeedback.id)
    return list(db.session.scalars(query.limit(size).offset((page - 1) * size))), total


def feedback_of(organisation_id: UUID, player_id: UUID, page: int, size: int) -> tuple[list[ModuleFeedback], int]:
    """A page of what a player has said, the last first; and how much in all."""
    own = (ModuleFeedback.organisation_id == organisation_id, ModuleFeedback.player_id == player_id)
    total = db.session.scalar(select(func.count()).select_from(ModuleFeedback).where(*own)) or 0
    query = select(ModuleFeedback).where(*own).order_by(ModuleFeedback.changed_at.desc(), ModuleFeedback.id)
    return list(db.session.scalars(query.limit(size).offset((page - 1) * size))), total


def feedback_on(organisation_id: UUID, player_id: UUID, version: str) -> ModuleFeedback | None:
    """What a player has said of a version."""
    query = select(ModuleFeedback).where(
        ModuleFeedback.organisation_id == organisation_id,
        ModuleFeedback.player_id == player_id,
        ModuleFeedback.version == version,
    )
    return db.session.scalar(query)


def answers_to(organisation_id: UUID, feedback: Iterable[UUID]) -> dict[UUID, list[FeedbackAnswer]]:
    """What was answered to each of these comments, in order."""
    query = (
        select(FeedbackAnswer)
        .where(FeedbackAnswer.organisation_id == organisation_id, FeedbackAnswer.feedback_id.in_(list(feedback)))
        .order_by(FeedbackAnswer.at, FeedbackAnswer.id)
    )
    found: dict[UUID, list[FeedbackAnswer]] = {}
    for each in db.session.scalars(query):
        found.setdefault(each.feedback_id, []).append(each)
    return found
