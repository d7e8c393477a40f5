"""What the studio decides without a database: the state of a run, and what is wrong with a run as it is planned."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

LONGEST_WAIT = timedelta(days=366)
MOST_DEADLINE_DAYS = 365
MOST_TEASERS = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """A run as an editor describes it. `teasers` are slugs of modules."""

    anchor: str
    enrolling: str
    starts_on: date
    mandatory: bool
    deadline_days: int | None
    teasers: tuple[str, ...]
    teaser_from: date | None


@dataclass(frozen=True, slots=True)
class Span:
    """What is known of a run's releases: how many, how many are open, and when the first opens and the last closes."""

    releases: int
    opened: int
    first_at: datetime | None
    last_at: datetime | None


def state_of(anchor: str, cancelled: bool, span: Span, now: datetime) -> str:
    """`cancelled`, `planned` (nothing is open yet), `running`, or `over`; in each one's own pace it is never over."""
    if cancelled:
        return "cancelled"
    if span.opened == 0:
        return "planned" if anchor == "calendar" else "running"
    over = anchor == "calendar" and span.last_at is not None and span.last_at <= now
    return "over" if over else "running"


def may_cancel(cancelled: bool, span: Span) -> bool:
    """Whether a run can be taken back: only while nothing of it is open to anybody."""
    return not cancelled and span.opened == 0


def faults_of(plan: Plan, this_week: date, modules: Collection[str]) -> dict[str, list[str]]:
    """What is wrong, by field. `this_week` is its Monday; `modules` are the slugs of the path's modules."""
    faults: dict[str, list[str]] = {}
    if plan.anchor == "calendar":
        if plan.starts_on.weekday() != 0:
            faults["starts_on"] = ["A Monday."]
        elif not this_week <= plan.starts_on <= this_week + LONGEST_WAIT:
            faults["starts_on"] = ["This week or within a year."]
    if plan.mandatory and plan.enrolling == "opt_in":
        faults["mandatory"] = ["Not with opt_in."]
    if plan.deadline_days is not None and not plan.mandatory:
        faults["deadline_days"] = ["Only where the run is mandatory."]
    if plan.teasers and (remedy := _teaser_remedy(plan, modules)):
        faults["teasers"] = [remedy]
    return faults


def _teaser_remedy(plan: Plan, modules: Collection[str]) -> str | None:
    if plan.anchor != "calendar":
        return "Only where the run starts in a week of the calendar."
    if not set(plan.teasers) <= set(modules) or len(set(plan.teasers)) != len(plan.teasers):
        return "Different modules of the path."
    if plan.teaser_from is None or plan.teaser_from >= plan.starts_on:
        return "From a day before the run starts."
    return None
