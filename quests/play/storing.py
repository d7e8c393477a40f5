"""Writing down an attempt and saying what has happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, insert, select

from app.core.db import db, table_of
from app.core.events import Notice, publish
from quests.paths.queries import Opened, counted_modules
from quests.play.events import AttemptReceived, ModuleFinished, Outcome, QuestFinished
from quests.play.letters import DeviceLetter
from quests.play.models import Answer, Attempt, ExerciseState, ModuleProgress, QuestProgress
from quests.play.rules import Known, Try, correct_at_first, newly_settled, settle

_STATES = select(ExerciseState).where(
    ExerciseState.organisation_id == bindparam("organisation"),
    ExerciseState.player_id == bindparam("player"),
    ExerciseState.run_id == bindparam("run"),
    ExerciseState.module_id == bindparam("module"),
)
_DONE = select(ModuleProgress.module_id, ModuleProgress.done_at).where(
    ModuleProgress.organisation_id == bindparam("organisation"),
    ModuleProgress.player_id == bindparam("player"),
    ModuleProgress.run_id == bindparam("run"),
)
_ATTEMPT, _ANSWER = insert(table_of(Attempt)), insert(table_of(Answer))


@dataclass(frozen=True, slots=True)
class AttemptFacts:
    """All that is known of an attempt when it is written down."""

    organisation_id: UUID
    player_id: UUID
    letter_id: UUID
    letter: DeviceLetter
    release: Opened
    tries: Sequence[Try]
    done: bool
    exercises: int
    happened_at: datetime
    received_at: datetime


def store(attempt: AttemptFacts) -> list[Notice]:
    """Write the attempt, its answers and what they change; the notices of all who reacted."""
    _write_attempt(attempt)
    settled = _write_exercises(attempt)
    notices = publish(
        AttemptReceived(
            organisation_id=attempt.organisation_id,
            player_id=attempt.player_id,
            letter_id=attempt.letter_id,
            run_id=attempt.release.run_id,
            module_id=attempt.release.module_id,
            settled=settled,
            happened_at=attempt.happened_at,
        )
    )
    if attempt.done and _first_time(attempt):
        notices += _module_finished(attempt)
        notices += _quest_finished(attempt)
    return notices


def _write_attempt(attempt: AttemptFacts) -> None:
    owner = {"organisation_id": attempt.organisation_id, "player_id": attempt.player_id}
    row = {
        **owner,
        "letter_id": attempt.letter_id,
        "run_id": attempt.release.run_id,
        "activity_id": attempt.letter.activity,
        "module_id": attempt.release.module_id,
        "module_version": attempt.letter.module_version,
        "language": attempt.letter.language,
        "seed": attempt.letter.seed,
        "finished": attempt.letter.finished,
        "done": attempt.done,
        "correct": correct_at_first(attempt.tries),
        "exercises": attempt.exercises,
        "happened_at": attempt.happened_at,
        "received_at": attempt.received_at,
    }
    db.session.execute(_ATTEMPT, [row])
    rows = [
        {
            **owner,
            "letter_id": attempt.letter_id,
            "position": position,
            "card": answer.card,
            "response": answer.response,
            "correct": graded.right,
            "seconds": answer.seconds,
            "too_quick": graded.too_quick,
        }
        for position, (answer, graded) in enumerate(zip(attempt.letter.answers, attempt.tries, strict=True))
    ]
    if rows:
        db.session.execute(_ANSWER, rows)


def _write_exercises(attempt: AttemptFacts) -> tuple[tuple[str, Outcome], ...]:
    """Bring the exercises tried up to date; those that were right for the first time."""
    key = (attempt.organisation_id, attempt.player_id, attempt.release.run_id, attempt.release.module_id)
    values = {"organisation": key[0], "player": key[1], "run": key[2], "module": key[3]}
    rows = {row.card: row for row in db.session.scalars(_STATES, values)}
    before = {card: Known(row.first_right, Outcome(row.settled) if row.settled else None) for card, row in rows.items()}
    after = settle(attempt.tries, before)
    for card, state in after.items():
        row = rows.get(card)
        if row is None:
            row = ExerciseState(organisation_id=key[0], player_id=key[1], run_id=key[2], module_id=key[3], card=card)
            db.session.add(row)
        row.first_right, row.settled = state.first_right, state.settled
    db.session.flush()
    return newly_settled(after, before)


def _first_time(attempt: AttemptFacts) -> bool:
    key = (attempt.organisation_id, attempt.player_id, attempt.release.run_id, attempt.release.module_id)
    if db.session.get(ModuleProgress, key) is not None:
        return False
    organisation_id, player_id, run_id, module_id = key
    db.session.add(
        ModuleProgress(
            organisation_id=organisation_id,
            player_id=player_id,
            run_id=run_id,
            module_id=module_id,
            done_at=attempt.happened_at,
        )
    )
    db.session.flush()
    return True


def _module_finished(attempt: AttemptFacts) -> list[Notice]:
    release = attempt.release
    event = ModuleFinished(
        organisation_id=attempt.organisation_id,
        player_id=attempt.player_id,
        letter_id=attempt.letter_id,
        run_id=release.run_id,
        module_id=release.module_id,
        activity_id=attempt.letter.activity,
        quest_id=release.quest_id,
        release_id=release.release_id,
        week=release.week,
        happened_at=attempt.happened_at,
        counts_in_week=release.counts and attempt.happened_at < release.closes_at,
    )
    return [*publish(event), Notice("module_done")]


def _quest_finished(attempt: AttemptFacts) -> list[Notice]:
    release, organisation_id = attempt.release, attempt.organisation_id
    key = (organisation_id, attempt.player_id, release.run_id, release.quest_id)
    counted = counted_modules(organisation_id, release.release_id)
    if not counted or db.session.get(QuestProgress, key) is not None:
        return []
    values = {"organisation": organisation_id, "player": attempt.player_id, "run": release.run_id}
    done = [row.done_at for row in db.session.execute(_DONE, values) if row.module_id in counted]
    if len(done) < len(counted):
        return []
    last = max(done)
    db.session.add(
        QuestProgress(
            organisation_id=organisation_id,
            player_id=attempt.player_id,
            run_id=release.run_id,
            quest_id=release.quest_id,
            done_at=last,
        )
    )
    db.session.flush()
    event = QuestFinished(
        organisation_id=organisation_id,
        player_id=attempt.player_id,
        letter_id=attempt.letter_id,
        run_id=release.run_id,
        quest_id=release.quest_id,
        release_id=release.release_id,
        happened_at=last,
        in_week=last < release.closes_at,
    )
    return [*publish(event), Notice("quest_done")]
