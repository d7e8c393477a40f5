"""How people forget, as others have described and measured it: none of these is FSRS. Times are in days.

Each keeps the memory of one item: `met` when it is learnt, `asked` each time it is, recalled or not (who did not recall
it is told), and `chance` says how likely it is recalled at a time. `ease` is the learner's and the item's together:
above 1 forgets slower.
"""

from dataclasses import dataclass, field
from math import exp, inf, log
from typing import Protocol

SECONDS = 86_400


class Memory(Protocol):
    def met(self, at: float, recalled: bool) -> None: ...
    def asked(self, at: float, recalled: bool) -> None: ...
    def chance(self, at: float) -> float: ...


@dataclass(slots=True)
class Activation:
    """Traces that each fade by a power law, faster when they are laid down while much is active.

    P. I. Pavlik and J. R. Anderson, "Practice and forgetting effects on vocabulary memory", Cognitive Science 29
    (2005): m = ln Σ t^-d, d = c·e^m + a, p = 1 / (1 + e^((τ - m) / s)), with a 0.177, c 0.217, τ -0.704, s 0.255,
    and time between sessions counted 0.025 times. A post shows what it teaches thrice: telling, question,
    explanation. `ease` adds its logarithm to m.
    """

    ease: float
    traces: list[tuple[float, float]] = field(default_factory=list)

    def met(self, at: float, recalled: bool) -> None:
        for minute in range(3):
            self._lay(at, 60.0 * minute)

    def asked(self, at: float, recalled: bool) -> None:
        self._lay(at, 0)

    def chance(self, at: float) -> float:
        return 1 / (1 + exp(min(50, (-0.704 - self._activation(at, 120) - log(self.ease)) / 0.255)))

    def _lay(self, at: float, within: float) -> None:
        decay = 0.217 * exp(self._activation(at, within)) + 0.177
        self.traces.append((at + within / SECONDS, decay))

    def _activation(self, at: float, within: float) -> float:
        total = 0.0
        for laid, decay in self.traces:
            days = at - int(laid)
            seconds = days * SECONDS * 0.025 if days >= 1 else max(1.0, within - (laid - int(laid)) * SECONDS)
            total += seconds**-decay
        return log(total) if total else -inf


@dataclass(slots=True)
class TwoComponents:
    """Stability that grows by recall, most when recall was nearly lost; recall that fades exponentially.

    P. A. Woźniak, E. J. Gorzelańczyk and J. A. Murakowski, "Building memory stability through rehearsal" (2005):
    R = (9/10)^(t/S), and each recall multiplies S by 76·S^-0.023·e^(-0.031·R) - 2, R in per cent. What is forgotten
    begins again; ours: at the three days of its first stability, times `ease`.
    """

    ease: float
    stability: float = 0
    last: float = 0

    def met(self, at: float, recalled: bool) -> None:
        self.stability, self.last = 3 * self.ease, at

    def asked(self, at: float, recalled: bool) -> None:
        if recalled:
            grown = 76 * self.stability**-0.023 * exp(-0.031 * 100 * self.chance(at)) - 2
            self.stability *= max(1, grown)
        else:
            self.stability = 3 * self.ease
        self.last = at

    def chance(self, at: float) -> float:
        return float(0.9 ** ((at - self.last) / self.stability))


@dataclass(slots=True)
class HalfLife:
    """A half-life that doubles by every recall and halves by every failure, between 15 minutes and nine months.

    B. Settles and B. Meeder, "A trainable spaced repetition model for language learning", ACL (2016): p = 2^(-t/h),
    with h = 2^(right - wrong) days, the weights under which theirs is Leitner's; times `ease`. All tries count: a post
    brings two right ones beside the first, and one that was wrong comes back until it is right.
    """

    ease: float
    score: int = 0
    last: float = 0

    def met(self, at: float, recalled: bool) -> None:
        self.score, self.last = 2, at
        self.asked(at, recalled)

    def asked(self, at: float, recalled: bool) -> None:
        self.score, self.last = self.score + (1 if recalled else 0), at

    def chance(self, at: float) -> float:
        half_life = min(274, max(1 / 96, self.ease * 2.0**self.score))
        return float(2 ** (-(at - self.last) / half_life))


@dataclass(slots=True)
class Exponential:
    """Recall that fades exponentially, slower by every time it was met.

    S. Reddy, I. Labutov, S. Banerjee and T. Joachims, "Unbounded human learning", KDD (2016): p = e^(-θ·t/n), n times
    met; θ around 0.077 a day, as its first author uses it in "Accelerating human learning with deep reinforcement
    learning" (2017), divided by `ease`.
    """

    ease: float
    times: int = 0
    last: float = 0

    def met(self, at: float, recalled: bool) -> None:
        self.asked(at, recalled)

    def asked(self, at: float, recalled: bool) -> None:
        self.times, self.last = self.times + 1, at

    def chance(self, at: float) -> float:
        return exp(-0.077 / self.ease * (at - self.last) / self.times)


CURVES: dict[str, type[Activation] | type[TwoComponents] | type[HalfLife] | type[Exponential]] = {
    "activation": Activation,
    "two_components": TwoComponents,
    "half_life": HalfLife,
    "exponential": Exponential,
}
