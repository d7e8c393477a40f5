"""What of a season is too much for somebody, or opens when nobody is there. Values in, values out.

People are told apart by department and role: two stages meet where somebody of a department, holding a role or none,
is given both. Who holds several roles, or belongs to several departments, is counted in each by itself.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from quests.authoring.calendar.rules.days import holiday_on, quiet_in

SEVERITY = {
    "minutes": "conflict",
    "items": "conflict",
    "mandatory": "conflict",
    "twice": "conflict",
    "opens_on_holiday": "conflict",
    "due_on_holiday": "conflict",
    "quiet_week": "advice",
}
Place = tuple[UUID, str | None]
"""A department, and a role held there; None: no role."""
Groups = Mapping[frozenset[UUID], frozenset[UUID]]
"""By set of runs: the departments where somebody is given just these."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a run means: departments with all below them (None: everybody), and roles (empty: whatever role)."""

    departments: frozenset[UUID] | None
    roles: frozenset[str]

    def covers(self, place: Place) -> bool:
        department, role = place
        return (self.departments is None or department in self.departments) and (not self.roles or role in self.roles)


@dataclass(frozen=True, slots=True)
class Slot:
    """A stage in the calendar: how long it takes, how many of its cards come back, when it opens and is due."""

    run: UUID
    path: UUID
    quest: UUID
    week: date
    minutes: int
    items: int
    mandatory: bool
    opens: datetime
    deadline: datetime | None
    opened: bool


@dataclass(frozen=True, slots=True)
class Ceilings:
    """For one person in a week: minutes of new stages, and cards that come back of what is mandatory."""

    minutes: int
    items: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """What is wrong in a week, with the stages it is about and where those are who meet it (empty: everybody)."""

    code: str
    week: date
    slots: tuple[Slot, ...]
    places: frozenset[UUID] = frozenset()
    count: int = 0
    most: int = 0
    holiday: str | None = None

    @property
    def severity(self) -> str:
        return SEVERITY[self.code]

    @property
    def key(self) -> tuple[str, date, tuple[tuple[UUID, UUID], ...]]:
        return self.code, self.week, tuple(sorted((each.run, each.quest) for each in self.slots))


def conflicts_of(slots: Sequence[Slot], groups: Groups, ceilings: Ceilings) -> list[Conflict]:
    """Everything that is wrong with what is not open yet, by week."""
    found: list[Conflict] = []
    for week in sorted({each.week for each in slots}):
        own = [each for each in slots if each.week == week]
        if all(each.opened for each in own):
            continue
        for together, places in _meeting(own, groups).items():
            met = tuple(each for each in own if each in together)
            found += _too_much(week, met, places, ceilings)
        found += [each for slot in own if not slot.opened for each in _holidays_met(slot)]
    return _largest([*found, *_given_twice(slots, groups)])


def groups_of(reaches: Mapping[UUID, Reach], departments: Collection[UUID], roles: Collection[str]) -> Groups:
    """Who is given what. `reaches` is by run."""
    found: dict[frozenset[UUID], set[UUID]] = {}
    for department in departments:
        for role in (None, *roles):
            given = frozenset(run for run, reach in reaches.items() if reach.covers((department, role)))
            found.setdefault(given, set()).add(department)
    return {runs: frozenset(places) for runs, places in found.items() if runs}


def minutes_in(slots: Iterable[Slot], groups: Groups) -> int:
    """The most minutes that anybody is given by these stages."""
    own = list(slots)
    return max((sum(each.minutes for each in own if each.run in runs) for runs in groups), default=0)


def _meeting(slots: Sequence[Slot], groups: Groups) -> dict[frozenset[Slot], frozenset[UUID]]:
    """The stages of a week that somebody is given together, and where."""
    found: dict[frozenset[Slot], frozenset[UUID]] = {}
    for runs, places in groups.items():
        met = frozenset(each for each in slots if each.run in runs)
        if len(met) > 1:
            found[met] = found.get(met, frozenset()) | places
    return found


def _too_much(week: date, met: tuple[Slot, ...], places: frozenset[UUID], ceilings: Ceilings) -> list[Conflict]:
    found: list[Conflict] = []
    if (minutes := sum(each.minutes for each in met)) > ceilings.minutes:
        found.append(Conflict("minutes", week, met, places, minutes, ceilings.minutes))
    must = tuple(each for each in met if each.mandatory)
    if len(must) > 1:
        items = sum(each.items for each in must)
        code, most = ("items", ceilings.items) if items > ceilings.items else ("mandatory", 1)
        found.append(Conflict(code, week, must, places, items if code == "items" else len(must), most))
    return found


def _holidays_met(slot: Slot) -> list[Conflict]:
    found: list[Conflict] = []
    if day := holiday_on(slot.opens.date()):
        found.append(Conflict("opens_on_holiday", slot.week, (slot,), holiday=day))
    elif quiet := quiet_in(slot.week):
        found.append(Conflict("quiet_week", slot.week, (slot,), holiday=quiet))
    if slot.deadline and (day := holiday_on(slot.deadline.date())):
        found.append(Conflict("due_on_holiday", slot.week, (slot,), holiday=day))
    return found


def _given_twice(slots: Sequence[Slot], groups: Groups) -> list[Conflict]:
    """The same quest given to the same people by several runs, one still to open; of these runs the first is told."""
    found: dict[frozenset[UUID], Conflict] = {}
    by_quest: dict[UUID, list[Slot]] = {}
    for each in sorted(slots, key=lambda one: (one.opens, str(one.run))):
        by_quest.setdefault(each.quest, []).append(each)
    for own in by_quest.values():
        for runs, places in groups.items():
            met = tuple(each for each in own if each.run in runs)
            both = frozenset(each.run for each in met)
            if len(met) > 1 and not met[-1].opened and both not in found:
                found[both] = Conflict("twice", met[-1].week, met, places)
    return list(found.values())


def _largest(found: Sequence[Conflict]) -> list[Conflict]:
    """Each once, and none that another of the same kind and week holds wholly."""
    kept: list[Conflict] = []
    for each in sorted(found, key=lambda one: (one.week, one.code, -len(one.slots), str(one.key))):
        same = [one for one in kept if (one.code, one.week) == (each.code, each.week)]
        whole = next((one for one in same if set(each.slots) <= set(one.slots)), None)
        if whole is None:
            kept.append(each)
        elif set(whole.slots) == set(each.slots) and whole.places != each.places:
            kept[kept.index(whole)] = _in_both(whole, each)
    return kept


def _in_both(one: Conflict, other: Conflict) -> Conflict:
    places = one.places | other.places
    return Conflict(one.code, one.week, one.slots, places, one.count, one.most, one.holiday)
