"""The order options are shown in, decided by the seed of the attempt, so that the server can rebuild what was seen.

The same arithmetic stands in `pwa/src/rules/shuffle.ts`; `tests/vectors/shuffle.json` keeps the two together.
"""

from collections.abc import Callable, Sequence

WORD = 0xFFFFFFFF


def fnv1a(text: str) -> int:
    """FNV-1a, 32 bits, of the UTF-8 bytes of a text."""
    state = 0x811C9DC5
    for byte in text.encode():
        state = ((state ^ byte) * 0x01000193) & WORD
    return state


def mulberry32(start: int) -> Callable[[], int]:
    """Each call gives the next unsigned 32-bit number."""
    state = start & WORD

    def following() -> int:
        nonlocal state
        state = (state + 0x6D2B79F5) & WORD
        mixed = ((state ^ (state >> 15)) * (state | 1)) & WORD
        mixed ^= (mixed + (((mixed ^ (mixed >> 7)) * (mixed | 61)) & WORD)) & WORD
        return mixed ^ (mixed >> 14)

    return following


def shuffled(ids: Sequence[str], seed: int, card: str) -> list[str]:
    """Fisher–Yates from the end, drawn from `mulberry32` started by the hash of "seed:card"."""
    following = mulberry32(fnv1a(f"{seed}:{card}"))
    order = list(ids)
    for last in range(len(order) - 1, 0, -1):
        other = following() % (last + 1)
        order[last], order[other] = order[other], order[last]
    return order


def shuffled_unsolved(ids: Sequence[str], seed: int, card: str, key: Sequence[str]) -> list[str]:
    """The same for things to be put in order: a shuffle that happens to be the key is rotated, the first goes last."""
    order = shuffled(ids, seed, card)
    return order[1:] + order[:1] if order == list(key) else order
