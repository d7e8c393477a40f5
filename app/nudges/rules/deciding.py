"""Whether a nudge that is due is given now, later, without a push, or not at all."""

from dataclasses import dataclass

KINDS = ("quest_opened", "reminder", "deadline", "help")
HELP = "help"
"""A question from a colleague, or an answer to one: outside every ceiling, and given at the next hour one may be."""

CERTIFICATE = "certificate"
"""What a deadline is told as when it is the end of a certificate of competence."""

TEST = "test"
"""A push that somebody sends to themselves: outside every rule, and not in the inbox."""

GIVEN = ("push", "inbox")
"""The outcomes by which a nudge stands in the inbox."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true of a nudge and of whom it is for at the moment it is looked at."""

    over: bool  # the matter has ended
    belongs: bool  # an active person who is still in at least one of the runs
    done: bool
    off: bool  # the person has switched this kind off
    away: bool  # on leave today
    quiet: bool
    reachable: bool  # at least one device
    pushed: int  # nudges under the same ceiling that were pushed this week
    pushed_today: bool  # one of them today
    ceiling: int | None  # None: outside every ceiling


def decide(facts: Facts) -> str:
    """`push`, `inbox` (there only), `later`, or why it is dropped: over, left, done, off, away."""
    if facts.over:
        return "over"
    if not facts.belongs:
        return "left"
    if facts.done:
        return "done"
    if facts.off:
        return "off"
    if facts.away:
        return "away"
    if facts.quiet:
        return "later"
    room = facts.ceiling is None or (facts.pushed < facts.ceiling and not facts.pushed_today)
    return "push" if facts.reachable and room else "inbox"


def ceiling_of(kind: str) -> str | None:
    """The name in the organisation's policy of the ceiling that a kind counts under; None: under no ceiling."""
    if kind == HELP:
        return None
    return "deadline_nudges_a_week" if kind == "deadline" else "nudges_a_week"
