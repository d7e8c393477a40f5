"""What play keeps about one person: every attempt with every answer, and what has come of them."""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Query, Row, Section
from quests.content.models import Module, ModuleVersion
from quests.content.queries import version_for
from quests.content.rules.kinds.kind import items_of
from quests.content.rules.kinds.registry import kind_of
from quests.content.rules.pools import drawn, faces
from quests.content.rules.scenario import chosen_in
from quests.paths.models import Path, Quest, Run
from quests.paths.rules import in_language
from quests.play.models import Answer, Attempt, ExerciseState, Letter, ModuleProgress, QuestProgress, ScenarioBest


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """Attempts and answers in the order they came; what is done; the letters they came in."""
    letters = select(Letter.id.label("letter"), Letter.received_at, Letter.verdict).where(
        Letter.organisation_id == organisation_id, Letter.player_id == player_id
    )
    return [
        Section("attempts", _attempts(organisation_id, player_id)),
        Section("answers", _answers(organisation_id, player_id), in_words(organisation_id)),
        Section("exercises", _exercises(organisation_id, player_id)),
        Section("modules_done", _modules(organisation_id, player_id)),
        Section("quests_done", _quests(organisation_id, player_id)),
        Section("bests", _bests(organisation_id, player_id)),
        Section("letters", letters.order_by(Letter.received_at, Letter.id)),
    ]


def _attempts(organisation_id: UUID, player_id: UUID) -> Query:
    version = and_(
        ModuleVersion.organisation_id == Attempt.organisation_id, ModuleVersion.version == Attempt.module_version
    )
    return (
        select(
            ModuleVersion.titles.label("module"),
            Path.title.label("path"),
            Attempt.started_at,
            Attempt.happened_at,
            Attempt.received_at,
            Attempt.language,
            Attempt.finished,
            Attempt.done,
            Attempt.correct,
            Attempt.exercises,
            Attempt.letter_id.label("letter"),
        )
        .select_from(Attempt)
        .join(ModuleVersion, version)
        .join(Run)
        .join(Path)
        .where(Attempt.organisation_id == organisation_id, Attempt.player_id == player_id)
        .order_by(Attempt.happened_at, Attempt.letter_id)
    )


def _answers(organisation_id: UUID, player_id: UUID) -> Query:
    attempt = and_(
        Attempt.organisation_id == Answer.organisation_id,
        Attempt.player_id == Answer.player_id,
        Attempt.letter_id == Answer.letter_id,
    )
    return (
        select(
            Attempt.happened_at,
            Answer.position,
            Answer.card,
            Answer.response,
            Answer.correct,
            Answer.kind,
            Answer.seconds,
            Answer.too_quick,
            Answer.is_first,
            Attempt.module_version.label("version"),
            Attempt.seed,
            Answer.letter_id.label("letter"),
        )
        .select_from(Answer)
        .join(Attempt, attempt)
        .where(Answer.organisation_id == organisation_id, Answer.player_id == player_id)
        .order_by(Attempt.happened_at, Answer.letter_id, Answer.position)
    )


def in_words(organisation_id: UUID) -> Any:
    """The question that was asked, and what was chosen by its words."""

    @cache
    def cards(version: str) -> dict[str, Any]:
        found = version_for(organisation_id, version)
        return found.cards if found else {}

    def words(row: Row, language: str) -> Row:
        card = cards(row["version"]).get(row["card"])
        if card is None:
            return {}
        shown = _face(card, row)
        if shown["type"] == "scenario":
            said = [in_language(option["text"], language) for option in chosen_in(shown, row["response"])]
            return {"question": in_language(shown["prompt"], language), "answer": " → ".join(said)}
        names = {item["id"]: in_language(item["text"], language) for item in items_of(shown, kind_of(shown).lists)}
        return {"question": in_language(shown["prompt"], language), "answer": _named(row["response"], names)}

    return words


def _face(card: Any, row: Row) -> Any:
    """The variant that was shown, by the seed of the attempt where it has one, else by its name."""
    if "seed" in row:
        return drawn(card, row["seed"])
    return next((face for face in faces(card) if face.get("variant") == row.get("variant")), faces(card)[0])


def _named(response: Any, names: dict[str, str]) -> str:
    """A response as people would say it; nothing where it stands with the attempt instead."""
    if response is None:
        return ""
    if isinstance(response, dict):
        return "; ".join(f"{names.get(left, left)}: {names.get(right, right)}" for left, right in response.items())
    if isinstance(response, list):
        return ", ".join(names.get(str(each), str(each)) for each in response)
    return names.get(str(response), str(response))


def _exercises(organisation_id: UUID, player_id: UUID) -> Query:
    module = and_(Module.organisation_id == ExerciseState.organisation_id, Module.id == ExerciseState.module_id)
    return (
        select(Module.slug.label("module"), ExerciseState.card, ExerciseState.first_right, ExerciseState.settled)
        .select_from(ExerciseState)
        .join(Module, module)
        .where(ExerciseState.organisation_id == organisation_id, ExerciseState.player_id == player_id)
        .order_by(Module.slug, ExerciseState.run_id, ExerciseState.card)
    )


def _modules(organisation_id: UUID, player_id: UUID) -> Query:
    module = and_(Module.organisation_id == ModuleProgress.organisation_id, Module.id == ModuleProgress.module_id)
    return (
        select(Module.slug.label("module"), ModuleProgress.done_at, ModuleProgress.skipped)
        .select_from(ModuleProgress)
        .join(Module, module)
        .where(ModuleProgress.organisation_id == organisation_id, ModuleProgress.player_id == player_id)
        .order_by(ModuleProgress.done_at, Module.slug)
    )


def _bests(organisation_id: UUID, player_id: UUID) -> Query:
    module = and_(Module.organisation_id == ScenarioBest.organisation_id, Module.id == ScenarioBest.module_id)
    return (
        select(
            Module.slug.label("module"),
            ScenarioBest.card,
            ScenarioBest.stars,
            ScenarioBest.goals.label("goals_reached"),
            ScenarioBest.best_at,
        )
        .select_from(ScenarioBest)
        .join(Module, module)
        .where(ScenarioBest.organisation_id == organisation_id, ScenarioBest.player_id == player_id)
        .order_by(Module.slug, ScenarioBest.card)
    )


def _quests(organisation_id: UUID, player_id: UUID) -> Query:
    quest = and_(Quest.organisation_id == QuestProgress.organisation_id, Quest.id == QuestProgress.quest_id)
    return (
        select(Quest.title.label("quest"), QuestProgress.done_at)
        .select_from(QuestProgress)
        .join(Quest, quest)
        .where(QuestProgress.organisation_id == organisation_id, QuestProgress.player_id == player_id)
        .order_by(QuestProgress.done_at)
    )
