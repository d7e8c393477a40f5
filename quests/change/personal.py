"""What tests before and after runs keep about one person: that they were taken or passed over, and every answer."""

from uuid import UUID

from sqlalchemy import and_, select

from app.core.personal import Section
from quests.change.models import RunTest, RunTestAnswer
from quests.content.models import Module
from quests.paths.models import Path, Run
from quests.play.personal import in_words


def of_person(organisation_id: UUID, player_id: UUID) -> list[Section]:
    """The tests, and their answers in words."""
    run = and_(Run.organisation_id == RunTest.organisation_id, Run.id == RunTest.run_id)
    path = and_(Path.organisation_id == Run.organisation_id, Path.id == Run.path_id)
    tests = (
        select(
            Path.slug.label("path"),
            RunTest.kind,
            RunTest.finished,
            RunTest.correct,
            RunTest.cards.label("exercises"),
            RunTest.language,
            RunTest.seed,
            RunTest.happened_at,
            RunTest.received_at,
            RunTest.letter_id.label("letter"),
            RunTest.run_id.label("run"),
        )
        .join(Run, run)
        .join(Path, path)
        .where(RunTest.organisation_id == organisation_id, RunTest.player_id == player_id)
        .order_by(RunTest.happened_at, RunTest.kind)
    )
    module = and_(Module.organisation_id == RunTestAnswer.organisation_id, Module.id == RunTestAnswer.module_id)
    own = and_(
        RunTest.organisation_id == RunTestAnswer.organisation_id,
        RunTest.player_id == RunTestAnswer.player_id,
        RunTest.run_id == RunTestAnswer.run_id,
        RunTest.kind == RunTestAnswer.kind,
    )
    answers = (
        select(
            RunTestAnswer.kind,
            Module.slug.label("module"),
            RunTestAnswer.card,
            RunTestAnswer.response,
            RunTestAnswer.correct,
            RunTestAnswer.seconds,
            RunTestAnswer.position,
            RunTestAnswer.module_version.label("version"),
            RunTestAnswer.variant,
            RunTest.seed,
            RunTestAnswer.run_id.label("run"),
        )
        .join(Module, module)
        .join(RunTest, own)
        .where(RunTestAnswer.organisation_id == organisation_id, RunTestAnswer.player_id == player_id)
        .order_by(RunTestAnswer.run_id, RunTestAnswer.kind, RunTestAnswer.position)
    )
    return [Section("run_tests", tests), Section("run_test_answers", answers, in_words(organisation_id))]
