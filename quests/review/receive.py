"""Taking in a letter about a round of reviews: graded, stored, told of."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from app.core.events import Notice
from app.core.weeks import local_date
from app.identity.models import LANGUAGES
from app.identity.queries import organisation, policy
from quests.content.rules.grading import Outcome, grade
from quests.content.rules.pools import drawn
from quests.content.rules.reading import too_quick
from quests.play.exercises import exercises_of
from quests.play.letters import Answered, Refused, ReviewLetter, read_review
from quests.play.receive import Delivery, Taken
from quests.play.rules import first_places, happened, moments
from quests.review.actions import Row, remember
from quests.review.queries import known_items


@dataclass(frozen=True, slots=True)
class Graded:
    """One answer of a round."""

    module_id: UUID
    right: bool
    too_quick: bool


def receive_round(delivery: Delivery) -> Taken:
    """Take in a round of reviews. Raises Refused before anything is written.

    What lies beyond the week's ceiling, as when two devices were without a network, is taken in as well: it has
    happened, so memory knows of it.
    """
    letter = read_review(delivery.raw, delivery.content)
    if letter.language not in LANGUAGES:
        raise Refused("invalid")
    organisation_id, player_id = delivery.organisation_id, delivery.player_id
    graded = [_graded(organisation_id, letter, each) for each in letter.answers]
    items = {(one.module_id, each.card) for one, each in zip(graded, letter.answers, strict=True)}
    if known_items(organisation_id, player_id, items) != items:
        raise Refused("not_released")
    rows, adjusted = _rows(delivery, letter, graded)
    notices = remember(organisation_id, player_id, rows)
    if adjusted:
        notices.append(Notice("time_adjusted"))
    firsts = [row for row in rows if row["first"]]
    return Taken(sum(row["correct"] for row in firsts), len(firsts), notices)


def _graded(organisation_id: UUID, letter: ReviewLetter, answer: Answered) -> Graded:
    exercises = exercises_of(organisation_id, answer.module_version or "")
    if exercises is None:
        raise Refused("unknown_module")
    if answer.card not in exercises.cards:
        raise Refused("invalid")
    card = drawn(exercises.cards[answer.card], letter.seed)
    language = letter.language if letter.language in exercises.languages else exercises.languages[0]
    outcome = grade(card, answer.response, language)
    if outcome not in (Outcome.RIGHT, Outcome.WRONG) or answer.variant not in (None, card.get("variant")):
        raise Refused("invalid")
    return Graded(exercises.module_id, outcome is Outcome.RIGHT, too_quick(card, language, answer.seconds))


def _rows(delivery: Delivery, letter: ReviewLetter, graded: list[Graded]) -> tuple[list[Row], bool]:
    """What is written down of each answer, and whether the device's time had to be set aside."""
    received_at, zone = delivery.received_at, organisation(delivery.organisation_id).time_zone
    most_days = policy(delivery.organisation_id)["late_days"]
    earliest = received_at - timedelta(days=most_days)
    moment, adjusted = happened(letter.claimed_at, delivery.sent_at, received_at, earliest, most_days)
    times = moments((each.claimed_at for each in letter.answers), letter.claimed_at, moment, earliest)
    keys = [f"{one.module_id} {each.card}" for one, each in zip(graded, letter.answers, strict=True)]
    firsts = set(first_places(keys).values())
    rows = [
        {
            "letter_id": delivery.letter_id,
            "position": place,
            "module_id": one.module_id,
            "card": answer.card,
            "module_version": answer.module_version,
            "variant": answer.variant,
            "seed": letter.seed,
            "asked": True,
            "first": place in firsts,
            "response": answer.response,
            "correct": one.right,
            "seconds": answer.seconds,
            "too_quick": one.too_quick,
            "happened_at": at,
            "happened_on": local_date(at, zone),
        }
        for place, (answer, one, at) in enumerate(zip(letter.answers, graded, times, strict=True))
    ]
    return rows, adjusted
