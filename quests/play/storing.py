"""Writing down an attempt and saying what has happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, insert, select

from app.core.db import db, table_of
from app.core.events import Notice, publish
from quests.paths.queries import Opened, counted_modules
from quests.play.events import AttemptReceived, FirstTry, ModuleFinished, Outcome, QuestFinished
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
    graded: Sequence[Try | None]
    """By answer; None for what is answered and not graded."""
    done: bool
    exercises: int
    kinds: Mapping[str, str]
    """By card the kind of what is answered and not graded."""
    moments: Sequence[datetime]
    happened_at: datetime
    received_at: datetime
    first_only: bool = False
    """Whether only what is right at the first try ever is worth anything: an exam shows its answers afterwards."""

    @property
    def tries(self) -> list[Try]:
        """The answers to exercises."""
        return [each for each in self.graded if each is not None]


def store(attempt: AttemptFacts) -> list[Notice]:
    """Write the attempt, its answers and what they change; the notices of all who reacted."""
    _write_attempt(attempt)
    settled = _write_exercises(attempt)
    if attempt.first_only:
        settled = tuple(each for each in settled if each[1] is not Outcome.LATER)
    notices = publish(_received(attempt, settled, first_tries(attempt)))
    if attempt.done:
        notices += _finished(attempt)
    return notices


def store_skipped(attempt: AttemptFacts, proved: tuple[FirstTry, ...]) -> list[Notice]:
    """Count as done what was not played; nothing at all when it is done already."""
    key = (attempt.organisation_id, attempt.player_id, attempt.release.run_id, attempt.release.module_id)
    if db.session.get(ModuleProgress, key) is not None:
        return []
    settled = _write_exercises(attempt)
    notices = publish(_received(attempt, settled, proved))
    return notices + _finished(attempt, skipped=True)


def _received(
    attempt: AttemptFacts, settled: tuple[tuple[str, Outcome], ...], tries: tuple[FirstTry, ...]
) -> AttemptReceived:
    return AttemptReceived(
        organisation_id=attempt.organisation_id,
        player_id=attempt.player_id,
        letter_id=attempt.letter_id,
        run_id=attempt.release.run_id,
        module_id=attempt.release.module_id,
        module_version=attempt.letter.module_version,
        seed=attempt.letter.seed,
        settled=settled,
        first_tries=tries,
        happened_at=attempt.happened_at,
    )


def first_tries(attempt: AttemptFacts) -> tuple[FirstTry, ...]:
    """The first try at each exercise within the attempt."""
    answers, moments = attempt.letter.answers, attempt.moments
    first: dict[str, FirstTry] = {}
    for place, graded in enumerate(attempt.graded):
        if graded is not None and graded.card not in first:
            told = answers[place].variant, graded.right, graded.too_quick, moments[place]
            first[graded.card] = FirstTry(graded.card, place, *told)
    return tuple(first.values())


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
            "correct": graded.right if graded else None,
            "kind": attempt.kinds.get(answer.card),
            "seconds": answer.seconds,
            "too_quick": graded is not None and graded.too_quick,
        }
        for position, (answer, graded) in enumerate(zip(attempt.letter.answers, attempt.graded, strict=True))
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


def _finished(attempt: AttemptFacts, skipped: bool = False) -> list[Notice]:
    """What follows from an attempt that did the module: the first time all of it, later only an earlier moment.

    Letters come in any order. One that proves a module was done in its week after all, though an attempt from later
    was received before, says so once more, so that the week counts it; nobody is told or rewarded twice.
    """
    key = (attempt.organisation_id, attempt.player_id, attempt.release.run_id, attempt.release.module_id)
    before = db.session.get(ModuleProgress, key)
    if before is None:
        _write_done(*key, attempt.happened_at, skipped)
        return [*publish(_module_finished(attempt)), Notice("module_done"), *_quest_finished(attempt)]
    if attempt.happened_at >= before.done_at:
        return []
    was_late = before.done_at >= attempt.release.closes_at
    before.done_at = attempt.happened_at
    _move_quest(attempt)
    event = _module_finished(attempt)
    return publish(event) if was_late and event.counts_in_week else []


def _write_done(
    organisation_id: UUID, player_id: UUID, run_id: UUID, module_id: UUID, done_at: datetime, skipped: bool
) -> None:
    db.session.add(
        ModuleProgress(
            organisation_id=organisation_id,
            player_id=player_id,
            run_id=run_id,
            module_id=module_id,
            done_at=done_at,
            skipped=skipped,
        )
    )
    db.session.flush()


def _module_finished(attempt: AttemptFacts) -> ModuleFinished:
    release = attempt.release
    return ModuleFinished(
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


def _all_done_at(attempt: AttemptFacts) -> datetime | None:
    """When the last of what counts in the quest was done; None while something is left, or nothing counts."""
    release = attempt.release
    counted = counted_modules(attempt.organisation_id, release.release_id)
    values = {"organisation": attempt.organisation_id, "player": attempt.player_id, "run": release.run_id}
    done = [row.done_at for row in db.session.execute(_DONE, values) if row.module_id in counted]
    return max(done) if counted and len(done) == len(counted) else None


def _quest_key(attempt: AttemptFacts) -> tuple[UUID, UUID, UUID, UUID]:
    return attempt.organisation_id, attempt.player_id, attempt.release.run_id, attempt.release.quest_id


def _move_quest(attempt: AttemptFacts) -> None:
    """A module turned out to be done earlier: so may be the quest. What it gave stays as it was given."""
    db.session.flush()
    quest, last = db.session.get(QuestProgress, _quest_key(attempt)), _all_done_at(attempt)
    if quest is not None and last is not None:
        quest.done_at = min(quest.done_at, last)


def _quest_finished(attempt: AttemptFacts) -> list[Notice]:
    release, organisation_id = attempt.release, attempt.organisation_id
    if db.session.get(QuestProgress, _quest_key(attempt)) is not None:
        return []
    last = _all_done_at(attempt)
    if last is None:
        return []
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
