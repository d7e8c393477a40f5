"""Help's arithmetic: whom a question goes to, how many one may have, what a word does to it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

LONGEST = 600  # characters of a question or a reply
MOST_OPEN, MOST_A_DAY = 5, 10  # questions of one person
MOST_REPLIES = 50  # in one question
DAY = timedelta(hours=24)
KEPT = timedelta(days=180)  # from the last word in a question
STATES = ("open", "answered", "closed", "withdrawn")


def nearest(places: Sequence[UUID], parents: Mapping[UUID, UUID | None], staffed: Collection[UUID]) -> UUID | None:
    """The department whose resource persons are asked: of somebody's own, in that order, else the nearest above.

    `staffed`: the departments that have somebody to ask. None where no department up to the top has.
    """
    above: list[UUID | None] = list(places)
    while above:
        if (found := next((each for each in above if each in staffed), None)) is not None:
            return found
        above = [parents.get(each) for each in above if each is not None]
    return None


def refused(open_now: int, asked: Sequence[datetime], now: datetime) -> str | None:
    """Why somebody may not ask one more: `too_many_open`, `too_many_today` (within 24 hours), or None."""
    if open_now >= MOST_OPEN:
        return "too_many_open"
    return "too_many_today" if sum(now - each < DAY for each in asked) >= MOST_A_DAY else None


def after_reply(by_asker: bool) -> str:
    """The state after a reply: the asker's opens the question again, a resource person's answers it."""
    return "open" if by_asker else "answered"
