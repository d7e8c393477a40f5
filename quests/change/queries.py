"""What may be asked about tests before and after a run."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, select

from app.core.db import db
from quests.change.models import RunTest, RunTestAnswer
from quests.change.rules import mastered

Standing = dict[UUID, dict[str, RunTest]]
"""By run and kind: what somebody has taken or passed over."""


def tests_of(organisation_id: UUID, player_id: UUID, runs: Collection[UUID]) -> Standing:
    """The player's tests in these runs."""
    query = select(RunTest).where(
        RunTest.organisation_id == organisation_id, RunTest.player_id == player_id, RunTest.run_id.in_(list(runs))
    )
    found: Standing = {}
    for each in db.session.scalars(query):
        found.setdefault(each.run_id, {})[each.kind] = each
    return found


def answers_of(organisation_id: UUID, player_id: UUID, run_id: UUID) -> dict[str, list[RunTestAnswer]]:
    """By kind of test, in the order they were asked."""
    query = (
        select(RunTestAnswer)
        .where(
            RunTestAnswer.organisation_id == organisation_id,
            RunTestAnswer.player_id == player_id,
            RunTestAnswer.run_id == run_id,
        )
        .order_by(RunTestAnswer.kind, RunTestAnswer.position)
    )
    found: dict[str, list[RunTestAnswer]] = {}
    for each in db.session.scalars(query):
        found.setdefault(each.kind, []).append(each)
    return found


def mastered_before(organisation_id: UUID, player_id: UUID, runs: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """By run: the modules whose cards were all right in the test before it."""
    query = select(RunTestAnswer.run_id, RunTestAnswer.module_id, RunTestAnswer.correct).where(
        RunTestAnswer.organisation_id == organisation_id,
        RunTestAnswer.player_id == player_id,
        RunTestAnswer.run_id.in_(list(runs)),
        RunTestAnswer.kind == "before",
    )
    answers: dict[UUID, list[tuple[UUID, bool]]] = {}
    for run_id, module_id, correct in db.session.execute(query):
        answers.setdefault(run_id, []).append((module_id, correct))
    return {run_id: mastered(each) for run_id, each in answers.items()}


def both_tests(organisation_id: UUID, run_id: UUID) -> list[tuple[UUID, str, UUID, bool]]:
    """(player, kind, module, right) of every answer of those who have taken both tests of a run."""
    after = (
        select(RunTest.player_id)
        .where(
            RunTest.organisation_id == organisation_id,
            RunTest.run_id == run_id,
            RunTest.kind == "after",
            RunTest.finished,
        )
        .scalar_subquery()
    )
    query = (
        select(RunTestAnswer.player_id, RunTestAnswer.kind, RunTestAnswer.module_id, RunTestAnswer.correct)
        .join(
            RunTest,
            and_(
                RunTest.organisation_id == RunTestAnswer.organisation_id,
                RunTest.player_id == RunTestAnswer.player_id,
                RunTest.run_id == RunTestAnswer.run_id,
                RunTest.kind == "before",
                RunTest.finished,
            ),
        )
        .where(
            RunTestAnswer.organisation_id == organisation_id,
            RunTestAnswer.run_id == run_id,
            RunTestAnswer.player_id.in_(after),
        )
    )
    return [(row[0], row[1], row[2], row[3]) for row in db.session.execute(query)]


def handed_in(organisation_id: UUID, run_id: UUID) -> list[RunTest]:
    """The tests after a run that were taken."""
    query = select(RunTest).where(
        RunTest.organisation_id == organisation_id, RunTest.run_id == run_id, RunTest.kind == "after", RunTest.finished
    )
    return list(db.session.scalars(query))
