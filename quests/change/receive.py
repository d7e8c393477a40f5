"""Taking in tests before and after a run, and the word that what is mastered is skipped."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.core.db import db
from app.core.events import Notice, publish
from app.identity.queries import organisation, policy
from quests.change.events import RunMeasured
from quests.change.models import RunTest, RunTestAnswer
from quests.change.queries import answers_of, mastered_before, tests_of
from quests.change.questions import activities_of, askable, questions_in, run_quests
from quests.content.queries import versions_for
from quests.content.rules.grading import Outcome, grade
from quests.content.rules.pools import drawn
from quests.paths.catalogue import CataloguedQuest
from quests.paths.queries import Opened, releases_for
from quests.play import skipping
from quests.play.exercises import exercises_of
from quests.play.letters import Refused, SkipLetter, TestLetter, read_skip, read_test
from quests.play.receive import Delivery, Taken
from quests.play.rules import happened

Row = dict[str, Any]


def receive_before(delivery: Delivery) -> Taken:
    """Take in a test before a run, or the word that it was passed over."""
    return _receive_test(delivery, "before")


def receive_after(delivery: Delivery) -> Taken:
    """Take in a test after a run, or the word that it was passed over."""
    return _receive_test(delivery, "after")


def _receive_test(delivery: Delivery, kind: str) -> Taken:
    letter = read_test(delivery.raw, delivery.content)
    organisation_id, player_id = delivery.organisation_id, delivery.player_id
    quests = _quests(organisation_id, player_id, letter.run)
    key = (organisation_id, player_id, letter.run, kind)
    earlier = db.session.get(RunTest, key)
    if earlier is not None and earlier.finished:
        raise Refused("already_taken")
    rows = _graded(organisation_id, letter, quests) if letter.finished else []
    opened_at = min(each.opened_at for each in quests if each.opened_at is not None)
    most_days = policy(organisation_id)["late_days"]
    moment, adjusted = happened(letter.claimed_at, delivery.sent_at, delivery.received_at, opened_at, most_days)
    if earlier is not None:
        db.session.delete(earlier)
        db.session.flush()
    correct = sum(row["correct"] for row in rows)
    owner = {"organisation_id": organisation_id, "player_id": player_id, "run_id": letter.run, "kind": kind}
    db.session.add(
        RunTest(
            **owner,
            letter_id=delivery.letter_id,
            language=letter.language,
            seed=letter.seed,
            finished=letter.finished,
            correct=correct,
            cards=len(rows),
            happened_at=moment,
            received_at=delivery.received_at,
        )
    )
    db.session.flush()
    db.session.add_all(RunTestAnswer(**owner, position=position, **row) for position, row in enumerate(rows))
    notices = _measured(organisation_id, player_id, letter.run, moment) if letter.finished else []
    return Taken(correct, len(rows), [*notices, *([Notice("time_adjusted")] if adjusted else [])])


def _measured(organisation_id: UUID, player_id: UUID, run_id: UUID, happened_at: datetime) -> list[Notice]:
    """Once both tests of a run are taken, whichever letter came first."""
    taken = tests_of(organisation_id, player_id, [run_id]).get(run_id, {})
    before, after = taken.get("before"), taken.get("after")
    if before is None or after is None or not (before.finished and after.finished):
        return []
    return publish(
        RunMeasured(
            organisation_id=organisation_id,
            player_id=player_id,
            run_id=run_id,
            before=(before.correct, before.cards),
            after=(after.correct, after.cards),
            happened_at=happened_at,
        )
    )


def _quests(organisation_id: UUID, player_id: UUID, run_id: UUID) -> list[CataloguedQuest]:
    """The quests of a run with a test that the player is in and that has begun. Raises Refused."""
    revision = organisation(organisation_id).revision
    quests = run_quests(organisation_id, revision, player_id).get(run_id)
    if not quests:
        raise Refused("not_in_audience")
    if all(each.opened_at is None for each in quests):
        raise Refused("not_released")
    return quests


def _graded(organisation_id: UUID, letter: TestLetter, quests: Sequence[CataloguedQuest]) -> list[Row]:
    """What is written down of each answer. A module is asked about with all its cards or not at all."""
    modules = {each.module_id for each in activities_of(quests)}
    found = versions_for(organisation_id, {each.module_version or "" for each in letter.answers})
    rows: list[Row] = []
    for each in letter.answers:
        version = found.get(each.module_version or "")
        if version is None or version.module_id not in modules:
            raise Refused("unknown_module")
        asked = version.cards.get(each.card)
        if asked is None or each.card not in askable(version.document) or "exam" in version.document:
            raise Refused("invalid")
        card = drawn(asked, letter.seed)
        spoken = version.document["languages"]
        language = letter.language if letter.language in spoken else spoken[0]
        outcome = grade(card, each.response, language)
        if outcome not in (Outcome.RIGHT, Outcome.WRONG) or each.variant not in (None, card.get("variant")):
            raise Refused("invalid")
        rows.append(
            {
                "module_id": version.module_id,
                "module_version": version.version,
                "card": each.card,
                "variant": card.get("variant"),
                "response": each.response,
                "correct": outcome is Outcome.RIGHT,
                "seconds": each.seconds,
            }
        )
    told = [(row["module_version"], row["card"]) for row in rows]
    versions = {version for version, _ in told}
    wanted = {(each.version, each.card) for each in questions_in(organisation_id, quests) if each.version in versions}
    if not rows or len(set(told)) < len(told) or not wanted <= set(told):
        raise Refused("invalid")
    return rows


def receive_skip(delivery: Delivery) -> Taken:
    """Count as done, with its points, what the test before a run has proved. What is done already stays as it is."""
    letter = read_skip(delivery.raw, delivery.content)
    organisation_id, player_id = delivery.organisation_id, delivery.player_id
    known = mastered_before(organisation_id, player_id, [letter.run]).get(letter.run, set())
    releases = [_release(organisation_id, player_id, letter.run, each) for each in letter.activities]
    if not known >= {each.module_id for each in releases}:
        raise Refused("not_skippable")
    proved = answers_of(organisation_id, player_id, letter.run).get("before", [])
    notices: list[Notice] = []
    for activity_id, release in zip(letter.activities, releases, strict=True):
        answers = [each for each in proved if each.module_id == release.module_id]
        notices += _skipped(delivery, letter, activity_id, release, answers)
    return Taken(0, 0, notices)


def _release(organisation_id: UUID, player_id: UUID, run_id: UUID, activity_id: UUID) -> Opened:
    releases = [each for each in releases_for(organisation_id, player_id, activity_id) if each.run_id == run_id]
    if not releases:
        raise Refused("not_in_audience")
    if releases[0].opened_at is None:
        raise Refused("not_released")
    return releases[0]


def _skipped(
    delivery: Delivery, letter: SkipLetter, activity_id: UUID, release: Opened, answers: Sequence[RunTestAnswer]
) -> list[Notice]:
    version = answers[0].module_version
    exercises = exercises_of(delivery.organisation_id, version)
    assert exercises is not None and release.opened_at is not None  # noqa: S101, PT018
    most_days = policy(delivery.organisation_id)["late_days"]
    received_at = delivery.received_at
    moment, _ = happened(letter.claimed_at, delivery.sent_at, received_at, release.opened_at, most_days)
    return skipping.skip(
        skipping.Skip(
            organisation_id=delivery.organisation_id,
            player_id=delivery.player_id,
            letter_id=delivery.letter_id,
            activity_id=activity_id,
            module_version=version,
            language=letter.language,
            release=release,
            cards=tuple(exercises.cards),
            proved={each.card: each.variant for each in answers},
            place=letter.activities.index(activity_id),
            happened_at=moment,
            received_at=received_at,
        )
    )
