"""What a rating of a module is made of, and how far it may go."""

import re

LONGEST = 500  # characters of a comment
LONGEST_ANSWER = 600
MOST_ANSWERS = 10  # to one comment
STATES = ("new", "read", "done")
USEFUL = ("clear", "for_my_work", "new_to_me", "well_made")
NOT_USEFUL = ("known", "not_my_work", "unclear", "wrong", "too_long", "technical")
"""Why a module was, or was not, of use: one tap, in the order they are offered."""

REASONS = (*USEFUL, *NOT_USEFUL)


def is_version(text: str) -> bool:
    """Whether it can be the name of a version; databases take not every text, not even to look for it."""
    return re.fullmatch(r"[0-9a-f]{64}", text) is not None


def belongs(useful: bool, reason: str | None) -> bool:
    """Whether that reason may be given with that rating; none always may."""
    return reason is None or reason in (USEFUL if useful else NOT_USEFUL)


def state_after(state: str, before: str, words: str) -> str:
    """The state of a comment that is given again: new words are to be read anew."""
    return "new" if words and words != before else state
