"""What *Fortsett* leads to: the one thing that helps most now, and why. The device computes the same without network.

The order, and what speaks for it:

1. A mandatory post whose deadline is near, or over. It is the only thing that others wait for. What can still be in
   time goes first: to be sent to what is late already could cost the next deadline too.
2. What is begun. It is the shortest way to something finished, and what was read is still in the head.
3. This week's posts, until the person's own goal for the week is met.
4. Review. Rounds take two minutes and are few, so they crowd out nothing; before the goal they wait, since an item at
   the edge of being forgotten is still recalled by most a day later, and a week's posts close.
5. The rest of this week's posts.
6. What is left from earlier weeks, the newest first: it is the nearest to what is taught now.
7. The test after a path, which shows what has changed.

A test before a path stands before the path's first post, wherever that stands: three minutes there may save more.
What cannot be played now (an exam without network, or with the day's attempts used) is passed over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

KINDS = ("post", "review", "before", "after", "path", "explore")
REASONS = (
    *("due", "overdue", "begun", "this_week", "fading", "behind", "before", "after"),
    *("waits", "all_done", "rest", "nothing"),
)


@dataclass(frozen=True, slots=True)
class Post:
    """An activity that is not done. `waits`: it cannot be played now; `optional`: it is not in the quest's total."""

    activity: str
    begun: bool = False
    optional: bool = False
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Stage:
    """An open quest with what is left of it, in order."""

    quest: str
    run: str
    opened_at: datetime
    closes_at: datetime
    deadline_at: datetime | None
    posts: tuple[Post, ...]

    @property
    def ready(self) -> list[Post]:
        """What counts and can be played now."""
        return [each for each in self.posts if not each.optional and not each.waits]

    @property
    def begun(self) -> list[Post]:
        return [each for each in self.posts if each.begun and not each.waits]


@dataclass(frozen=True, slots=True)
class Offered:
    """A test that is offered: `before` or `after` a run."""

    run: str
    kind: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the choice rests on. `due_days`: from how many days before it a deadline is near."""

    now: datetime
    due_days: int
    stages: tuple[Stage, ...] = ()
    goal_met: bool = False
    review_due: int = 0
    tests: tuple[Offered, ...] = ()
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next: its kind, what it is, and the reason as a code. `at`: the moment that the reason is about."""

    kind: str
    reason: str
    quest: str | None = None
    activity: str | None = None
    run: str | None = None
    at: datetime | None = None


def next_of(facts: Facts) -> Next:
    """The one thing. There always is one: where nothing is left, the way to the path or to free choice."""
    stages = [each for each in facts.stages if each.ready]
    this_week = [each for each in stages if each.closes_at > facts.now]
    behind = [each for each in stages if each.closes_at <= facts.now]
    return (
        _due(facts, stages)
        or _begun(facts)
        or (None if facts.goal_met else _this_week(facts, this_week))
        or _review(facts)
        or _this_week(facts, this_week)
        or _behind(facts, behind)
        or _after(facts)
        or _nothing(facts)
    )


def _due(facts: Facts, stages: Iterable[Stage]) -> Next | None:
    near = facts.now + timedelta(days=facts.due_days)
    due = [each for each in stages if each.deadline_at is not None and each.deadline_at <= near]
    if not due:
        return None
    first = min(due, key=lambda each: (_deadline(each) <= facts.now, _deadline(each), each.quest))
    reason = "overdue" if _deadline(first) <= facts.now else "due"
    return _post(facts, first, reason, first.deadline_at)


def _begun(facts: Facts) -> Next | None:
    begun = [each for each in facts.stages if each.begun]
    if not begun:
        return None
    first = min(begun, key=lambda each: (each.closes_at <= facts.now, *_nearness(each)))
    return Next("post", "begun", first.quest, first.begun[0].activity, first.run)


def _this_week(facts: Facts, stages: Sequence[Stage]) -> Next | None:
    if not stages:
        return None
    first = min(stages, key=_nearness)
    return _post(facts, first, "this_week", first.closes_at)


def _review(facts: Facts) -> Next | None:
    return Next("review", "fading") if facts.review_due > 0 else None


def _behind(facts: Facts, stages: Sequence[Stage]) -> Next | None:
    if not stages:
        return None
    first = min(stages, key=lambda each: (-each.opened_at.timestamp(), each.quest))
    return _post(facts, first, "behind")


def _after(facts: Facts) -> Next | None:
    runs = [each.run for each in facts.tests if each.kind == "after"]
    return Next("after", "after", run=min(runs)) if runs else None


def _nothing(facts: Facts) -> Next:
    if any(not post.optional for stage in facts.stages for post in stage.posts):
        return Next("path", "waits")
    if facts.stages:
        return Next("path", "all_done")
    return Next("path", "rest") if facts.coming else Next("explore", "nothing")


def _post(facts: Facts, stage: Stage, reason: str, at: datetime | None = None) -> Next:
    """The next post of a stage, or the test before its path where one is offered and nothing there is begun."""
    if stage.begun:
        return Next("post", reason, stage.quest, stage.begun[0].activity, stage.run, at)
    if any(each.run == stage.run and each.kind == "before" for each in facts.tests):
        return Next("before", "before", run=stage.run)
    return Next("post", reason, stage.quest, stage.ready[0].activity, stage.run, at)


def _deadline(stage: Stage) -> datetime:
    return stage.deadline_at or datetime.max.replace(tzinfo=stage.opened_at.tzinfo)


def _nearness(stage: Stage) -> tuple[datetime, float, str]:
    """The nearest deadline first, then the newest."""
    return _deadline(stage), -stage.opened_at.timestamp(), stage.quest
