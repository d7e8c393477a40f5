"""Taking in a letter about a module: graded, stored, told of."""

from datetime import timedelta
from uuid import UUID

from app.core.events import Notice
from app.identity.queries import policy
from quests.content.rules.grading import Outcome, grade
from quests.content.rules.pools import drawn
from quests.content.rules.reading import too_quick
from quests.paths.queries import Opened, is_activity, releases_for
from quests.play import storing
from quests.play.exercises import Exercises, exercises_of
from quests.play.letters import DeviceLetter, Refused, read_attempt
from quests.play.receive import Delivery, Taken
from quests.play.rules import Try, correct_at_first, happened, is_done, moments


def receive_attempt(delivery: Delivery) -> Taken:
    """Take in an attempt at a module. Raises Refused before anything is written."""
    letter = read_attempt(delivery.raw, delivery.content)
    organisation_id, player_id = delivery.organisation_id, delivery.player_id
    exercises, release = _place(organisation_id, player_id, letter)
    graded = _graded(exercises, letter)
    most_days = policy(organisation_id)["late_days"]
    assert release.opened_at is not None  # noqa: S101
    sent_at, received_at = delivery.sent_at, delivery.received_at
    moment, adjusted = happened(letter.claimed_at, sent_at, received_at, release.opened_at, most_days)
    earliest = max(release.opened_at, received_at - timedelta(days=most_days))
    times = moments((each.claimed_at for each in letter.answers), letter.claimed_at, moment, earliest)
    tries = [each for each in graded if each is not None]
    done = is_done(letter.finished, exercises.cards.keys(), tries)
    count = len(exercises.cards)
    attempt = storing.AttemptFacts(
        organisation_id, player_id, delivery.letter_id, letter, release, graded, done, count, times, moment, received_at
    )
    notices = storing.store(attempt)
    if adjusted:
        notices.append(Notice("time_adjusted"))
    return Taken(correct_at_first(tries), count, notices)


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
