"""PINs are hashed with argon2, a few at a time: each takes 64 MiB of memory."""

import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

_hasher = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=2)
_at_once = threading.BoundedSemaphore(4)


@cache
def _nobody() -> str:
    return _hasher.hash("no such person")


def hashed(pin: str) -> str:
    with _at_once:
        return _hasher.hash(pin)


def matches(pin_hash: str | None, pin: str) -> bool:
    """Whether the PIN is right. Without a hash the same work is done in vain, so that time tells nothing."""
    with _at_once:
        try:
            return _hasher.verify(pin_hash or _nobody(), pin) and pin_hash is not None
        except (VerifyMismatchError, InvalidHashError):
            return False
