"""Writing down an attempt and saying what has happened."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from app.core.db import db, read, table_of
from app.core.events import Notice, publish
from quests.paths.queries import Opened, counted_modules
from quests.play import settling
from quests.play.events import (
    AttemptPlayed,
    AttemptReceived,
    FirstTry,
    ModuleFinished,
    ModuleSkipped,
    Outcome,
    Played,
    QuestFinished,
)
from quests.play.letters import DeviceLetter
from quests.play.models import Answer, Attempt, ModuleProgress, QuestProgress
from quests.play.rules import Try, correct_at_first, first_places_of, lasted

_DONE = select(ModuleProgress.module_id, ModuleProgress.done_at).where(
    ModuleProgress.organisation_id == bindparam("organisation"),
    ModuleProgress.player_id == bindparam("player"),
    ModuleProgress.run_id == bindparam("run"),
)
_ATTEMPT, _ANSWER, _PROGRESS = (insert(table_of(each)) for each in (Attempt, Answer, ModuleProgress))
_MOVE = (
    update(table_of(ModuleProgress))
    .where(
        ModuleProgress.organisation_id == bindparam("organisation"),
        ModuleProgress.player_id == bindparam("player"),
        ModuleProgress.run_id == bindparam("run"),
        ModuleProgress.module_id == bindparam("module"),
    )
    .values(done_at=bindparam("moment"))
)
Done = dict[UUID, datetime]
"""The modules a player has done in a run, each with when it was done first."""


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

    @property
    def key(self) -> settling.Key:
        """What its exercises are known by."""
        return self.organisation_id, self.player_id, self.release.run_id, self.release.module_id

    @property
    def first_places(self) -> dict[str, int]:
        """By exercise the place of the first try at it within the attempt."""
        return first_places_of(self.graded)


def store(attempt: AttemptFacts) -> list[Notice]:
    """Write the attempt, its answers and what they change; the notices of all who reacted."""
    states, tried = settling.states_of(attempt.key)
    untried = attempt.first_places.keys() - tried
    _write_attempt(attempt, untried)
    settled = settling.settle_states(attempt.key, states, attempt.tries)
    if attempt.first_only:
        settled = tuple(each for each in settled if each[1] is not Outcome.LATER)
    notices = publish(_received(attempt, settled, first_tries(attempt)))
    if attempt.done:
        notices += _finished(attempt)
    return notices + publish(_played(attempt, untried))


def store_skipped(attempt: AttemptFacts, proved: tuple[FirstTry, ...]) -> list[Notice]:
    """Count as done what was not played; nothing at all when it is done already."""
    if attempt.release.module_id in _done_by(attempt):
        return []
    settled = settling.settle_states(attempt.key, settling.states_of(attempt.key)[0], attempt.tries)
    notices = publish(_received(attempt, settled, proved))
    notices += _finished(attempt, skipped=True)
    skipped = ModuleSkipped(
        organisation_id=attempt.organisation_id, player_id=attempt.player_id, module_id=attempt.release.module_id
    )
    return notices + publish(skipped)


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
    return tuple(
        FirstTry(card, place, answers[place].variant, graded.right, graded.too_quick, moments[place])
        for card, place in attempt.first_places.items()
        if (graded := attempt.graded[place]) is not None
    )


def _played(attempt: AttemptFacts, untried: Collection[str]) -> AttemptPlayed:
    answers = attempt.letter.answers
    return AttemptPlayed(
        organisation_id=attempt.organisation_id,
        player_id=attempt.player_id,
        module_id=attempt.release.module_id,
        module_version=attempt.letter.module_version,
        seed=attempt.letter.seed,
        finished=attempt.letter.finished,
        done=attempt.done,
        answered=tuple(dict.fromkeys(each.card for each in answers)),
        tries=tuple(
            Played(
                card, answers[place].response, graded.right, graded.too_quick, answers[place].seconds, card in untried
            )
            for card, place in attempt.first_places.items()
            if (graded := attempt.graded[place]) is not None
        ),
        happened_at=attempt.happened_at,
    )


def _write_attempt(attempt: AttemptFacts, untried: Collection[str]) -> None:
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
        "started_at": attempt.happened_at - lasted(attempt.letter.started_at, attempt.letter.claimed_at),
        "happened_at": attempt.happened_at,
        "received_at": attempt.received_at,
    }
    db.session.execute(_ATTEMPT, [row])
    first = {place for card, place in attempt.first_places.items() if card in untried}
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
            "is_first": position in first,
        }
        for position, (answer, graded) in enumerate(zip(attempt.letter.answers, attempt.graded, strict=True))
    ]
    if rows:
        db.session.execute(_ANSWER, rows)


def _finished(attempt: AttemptFacts, skipped: bool = False) -> list[Notice]:
    """What follows from an attempt that did the module: the first time all of it, later only an earlier moment.

    Letters come in any order. One that proves a module was done in its week after all, though an attempt from later
    was received before, says so once more, so that the week counts it; nobody is told or rewarded twice.
    """
    module_id, moment = attempt.release.module_id, attempt.happened_at
    done = _done_by(attempt)
    before = done.get(module_id)
    done[module_id] = moment
    if before is None:
        _write_done(attempt, skipped)
        return [*publish(_module_finished(attempt)), Notice("module_done"), *_quest_finished(attempt, done)]
    if moment >= before:
        return []
    db.session.execute(_MOVE, {**_player_in_run(attempt), "module": module_id, "moment": moment})
    _move_quest(attempt, done)
    event = _module_finished(attempt)
    return publish(event) if before >= attempt.release.closes_at and event.counts_in_week else []


def _player_in_run(attempt: AttemptFacts) -> dict[str, UUID]:
    return {"organisation": attempt.organisation_id, "player": attempt.player_id, "run": attempt.release.run_id}


def _done_by(attempt: AttemptFacts) -> Done:
    return {row.module_id: row.done_at for row in read(_DONE, _player_in_run(attempt))}


def _write_done(attempt: AttemptFacts, skipped: bool) -> None:
    organisation_id, player_id, run_id, module_id = attempt.key
    row = {"organisation_id": organisation_id, "player_id": player_id, "run_id": run_id, "module_id": module_id}
    db.session.execute(_PROGRESS, [{**row, "done_at": attempt.happened_at, "skipped": skipped}])


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


def _all_done_at(attempt: AttemptFacts, done: Done) -> datetime | None:
    """When the last of what counts in the quest was done; None while something is left, or nothing counts."""
    counted = counted_modules(attempt.organisation_id, attempt.release.release_id)
    return max(done[each] for each in counted) if counted and counted <= done.keys() else None


def _quest_key(attempt: AttemptFacts) -> tuple[UUID, UUID, UUID, UUID]:
    return attempt.organisation_id, attempt.player_id, attempt.release.run_id, attempt.release.quest_id


def _move_quest(attempt: AttemptFacts, done: Done) -> None:
    """A module turned out to be done earlier: so may be the quest. What it gave stays as it was given."""
    quest, last = db.session.get(QuestProgress, _quest_key(attempt)), _all_done_at(attempt, done)
    if quest is not None and last is not None:
        quest.done_at = min(quest.done_at, last)


def _quest_finished(attempt: AttemptFacts, done: Done) -> list[Notice]:
    release, organisation_id = attempt.release, attempt.organisation_id
    last = _all_done_at(attempt, done)
    if last is None or db.session.get(QuestProgress, _quest_key(attempt)) is not None:
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
