"""Identity's arithmetic: which PINs are refused, when sign-in must wait, which roles are in force, how names sort."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

POLICY: Mapping[str, Any] = {
    "release_hour": 6,  # quests open on Mondays at this hour, local time
    "game_layer": True,  # points, boards, streaks and badges are shown to those who want them
    "leagues": False,  # weekly groups of people alike in activity, for those who join
    "least_members": 5,  # smaller departments merge upward
    "live_members": 10,  # smaller ones update hourly and in whole per cent
    "late_days": 14,  # how far back a device may date an answer
    "nudge_hour": 10,  # when to nudge who has no usual hour of play yet
    "nudges_a_week": 2,  # pushed at most
    "deadline_nudges_a_week": 3,  # pushed at most, beside those
    "reminder_after_days": 3,  # from when a quest opened
    "retention": 0.87,  # how likely what is learnt is still known when it is asked again
    "reviews_a_week": 12,  # asked at most
    "reviews_a_round": 6,
    "week_minutes": 15,  # of new posts for one person; more is pointed out to editors
    "due_days": 3,  # from how many days before it a deadline goes before all else
    "media_mib": 10_240,  # of pictures, sound and video, those made smaller too
    "pin_only": False,  # sign-in by PIN alone for leaders, editors and admins too
}

SHORTEST_PIN, LONGEST_PIN = 6, 12
ACCOUNT_LIMITS = ((5, timedelta(minutes=15)), (20, timedelta(hours=24)))
ADDRESS_LIMIT = (20, timedelta(minutes=15))
OWN_PHONE, SHARED_DEVICE = timedelta(days=30), timedelta(hours=12)
STAYS_ENROLLED = timedelta(days=395)  # how long an enrolled phone that has not signed out needs the PIN alone
GUARDED_ROLES = frozenset({"leader", "editor", "admin"})


def policy_of(own: Mapping[str, Any]) -> dict[str, Any]:
    """The start values with the organisation's own decisions on top."""
    return {**POLICY, **own}


def roles_in_force(held: frozenset[str], enrolled: bool, own_policy: Mapping[str, Any]) -> frozenset[str]:
    """The roles a session carries: a PIN alone, on a device nobody has vouched for, gives no power over others."""
    return held if enrolled or policy_of(own_policy)["pin_only"] else held - GUARDED_ROLES


def is_code(code: str) -> bool:
    """Whether an organisation can be called so at sign-in: 2 to 32 small letters a to z, digits and hyphens."""
    return 2 <= len(code) <= 32 and all(each in "abcdefghijklmnopqrstuvwxyz0123456789-" for each in code)


def is_pin(pin: str) -> bool:
    return pin.isascii() and pin.isdigit() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN


def is_common(pin: str) -> bool:
    """Whether a PIN is among the first anybody would try: runs, repeats, short patterns, mirrors."""
    digits = [int(each) for each in pin]
    steps = {(after - before) % 10 for before, after in pairwise(digits)}
    if len(steps) == 1:  # 111111, 123456, 987654, 135791
        return True
    if any(len(pin) % size == 0 and pin == pin[:size] * (len(pin) // size) for size in (2, 3, 4)):
        return True
    half = len(pin) // 2
    if pin == "".join(each * 2 for each in pin[::2]) or (len(pin) % 2 == 0 and pin[:half] == pin[half:][::-1]):
        return True
    return pin in {"123123", "112358", "314159", "147258", "258369", "159753", "142536", "789456", "102030", "696969"}


def waits(account: Sequence[datetime], accounts_at_address: Mapping[str, datetime], now: datetime) -> timedelta | None:
    """How long a sign-in must wait, or None.

    `account`: moments of the account's failures. `accounts_at_address`: the latest failure of each distinct account
    tried from the address, since a whole ward may share one address and one forgetful person must not lock it.
    """
    found = [_wait(account, most, window, now) for most, window in ACCOUNT_LIMITS]
    found.append(_wait(list(accounts_at_address.values()), *ADDRESS_LIMIT, now))
    return max((each for each in found if each), default=None)


def _wait(moments: Sequence[datetime], most: int, window: timedelta, now: datetime) -> timedelta | None:
    recent = sorted(each for each in moments if now - each < window)
    return recent[-most] + window - now if len(recent) >= most else None


def sort_key(name: str) -> str:
    """A key that sorts names as Norwegians do: å after ø after æ after z, whatever the database's collation."""
    letters = {"æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "å": "z3"}
    return "".join(letters.get(each, each) for each in name.casefold())


def first_name(name: str) -> str:
    return name.split(" ", 1)[0]


def share_present(
    first: date, days: int, starts_on: date, ends_on: date | None, leaves: Sequence[tuple[date, date]]
) -> int:
    """How many of `days` days from `first` somebody was there: a member and not on leave."""
    present = 0
    for each in (first + timedelta(days=n) for n in range(days)):
        member = starts_on <= each and (ends_on is None or each <= ends_on)
        present += member and not any(start <= each <= end for start, end in leaves)
    return present


@dataclass(frozen=True, slots=True)
class Standing:
    """A membership as competitions need it: whose, where, how much, when."""

    player_id: UUID
    department_id: UUID
    share: float
    starts_on: date
    ends_on: date | None
