"""Taking in a letter about a module: graded, stored, told of."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from app.core.db import db
from app.core.events import Notice
from app.identity.queries import policy
from quests.content.rules.grading import Outcome, grade
from quests.content.rules.pools import drawn
from quests.content.rules.reading import too_quick
from quests.paths.queries import Opened, is_activity, releases_for
from quests.paths.trying import begin
from quests.play import examining, storing
from quests.play.bests import keep_bests
from quests.play.exercises import Exam, Exercises, exercises_of
from quests.play.letters import DeviceLetter, Refused, read_attempt
from quests.play.receive import Delivery, Taken
from quests.play.rules import Try, correct_at_first, happened, is_done, moments


def receive_attempt(delivery: Delivery) -> Taken:
    """Take in an attempt at a module. Raises Refused, and then nothing is written.

    Who plays a pilot they are meant to try has begun it by that.
    """
    letter = read_attempt(delivery.raw, delivery.content)
    try:
        return _received(delivery, letter)
    except Refused as refused:
        if refused.code != "not_in_audience":
            raise
    with db.session.begin_nested():
        if not begin(delivery.organisation_id, delivery.player_id, letter.activity):
            raise Refused("not_in_audience")
        return _received(delivery, letter)


def _received(delivery: Delivery, letter: DeviceLetter) -> Taken:
    organisation_id, player_id = delivery.organisation_id, delivery.player_id
    exercises, release = _place(organisation_id, player_id, letter)
    if exercises.exam is not None:
        return _examined(delivery, letter, exercises, exercises.exam, release)
    graded = _graded(exercises, letter)
    tries = [each for each in graded if each is not None]
    done = is_done(letter.finished, exercises.cards.keys(), tries)
    notices = _stored(delivery, letter, release, graded, done, exercises)
    return Taken(correct_at_first(tries), len(exercises.cards), notices)


def _examined(delivery: Delivery, letter: DeviceLetter, exercises: Exercises, exam: Exam, release: Opened) -> Taken:
    """Take in an attempt at an exam: done when it is passed, and told of card by card."""
    organisation_id, player_id = delivery.organisation_id, delivery.player_id
    own = examining.in_own_ids(exercises, letter, exam)
    graded = _graded(exercises, own)
    tries = [each for each in graded if each is not None]
    used = examining.check_attempts(delivery.received_at, organisation_id, player_id, exercises.module_id, exam)
    correct, count = correct_at_first(tries), len(exercises.cards)
    passed = exam.terms.passed(correct, count)
    notices = _stored(delivery, own, release, graded, passed, exercises, first_only=True)
    _, tomorrow = examining.day_of(organisation_id, delivery.received_at)
    left = examining.left_shown(exam.document["exam"], used + 1, tomorrow)
    return Taken(correct, count, notices, {"exam": examining.told(own, exam, tries, passed, left)})


def _stored(
    delivery: Delivery,
    letter: DeviceLetter,
    release: Opened,
    graded: Sequence[Try | None],
    done: bool,
    exercises: Exercises,
    first_only: bool = False,
) -> list[Notice]:
    """Write an attempt down at the moment it happened; what is to be said of it."""
    organisation_id, player_id = delivery.organisation_id, delivery.player_id
    most_days = policy(organisation_id)["late_days"]
    assert release.opened_at is not None  # noqa: S101
    received_at = delivery.received_at
    moment, adjusted = happened(letter.claimed_at, delivery.sent_at, received_at, release.opened_at, most_days)
    earliest = max(release.opened_at, received_at - timedelta(days=most_days))
    attempt = storing.AttemptFacts(
        organisation_id=organisation_id,
        player_id=player_id,
        letter_id=delivery.letter_id,
        letter=letter,
        release=release,
        graded=graded,
        done=done,
        exercises=len(exercises.cards),
        kinds=exercises.words,
        moments=moments((each.claimed_at for each in letter.answers), letter.claimed_at, moment, earliest),
        happened_at=moment,
        received_at=received_at,
        first_only=first_only,
    )
    keep_bests(organisation_id, player_id, exercises, letter.answers, moment)  # first, for those who react to it
    notices = storing.store(attempt)
    if adjusted:
        notices.append(Notice("time_adjusted"))
    return notices


def _place(organisation_id: UUID, player_id: UUID, letter: DeviceLetter) -> tuple[Exercises, Opened]:
    """What was played, and in which release of the player's. Raises Refused."""
    exercises = exercises_of(organisation_id, letter.module_version)
    if exercises is None or not is_activity(organisation_id, letter.activity):
        raise Refused("unknown_module")
    releases = releases_for(organisation_id, player_id, letter.activity)
    if not releases:
        raise Refused("not_in_audience")
    if releases[0].opened_at is None:
        raise Refused("not_released")
    if releases[0].module_id != exercises.module_id:
        raise Refused("unknown_module")
    if exercises.pilot and releases[0].version != letter.module_version:
        raise Refused("unknown_module")
    if letter.language not in exercises.languages:
        raise Refused("invalid")
    return exercises, releases[0]


def _graded(exercises: Exercises, letter: DeviceLetter) -> list[Try | None]:
    """Each answer graded, against the variant that the seed drew; None for one that is not right or wrong."""
    tries: list[Try | None] = []
    for each in letter.answers:
        asked = exercises.asked.get(each.card)
        card = drawn(asked, letter.seed) if asked is not None else None
        outcome = grade(card, each.response, letter.language) if card is not None else Outcome.MALFORMED
        if card is None or outcome is Outcome.MALFORMED or each.variant not in (None, card.get("variant")):
            raise Refused("invalid")
        quick = too_quick(card, letter.language, each.seconds)
        tries.append(None if outcome is Outcome.GIVEN else Try(each.card, outcome is Outcome.RIGHT, quick))
    return tries
