"""What a list of employees says, what is wrong with it, and how it differs from who is there. Values in, values out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from re import compile as pattern
from typing import Any
from uuid import UUID

from app.identity.provisioning.places import Path, Tree, path_of

HEADERS: Mapping[str, tuple[str, ...]] = {
    "employee_number": ("employee number", "ansattnummer", "ansattnr", "ansatt nr", "tilsettnummer", "tilsettnr"),
    "name": ("navn", "namn", "full name"),
    "department": ("avdeling", "departments"),
    "share": ("stillingsprosent", "stillingsandel", "stillingsandel i prosent", "andel"),
    "starts_on": ("starts on", "startdato", "fra dato", "frå dato", "fra", "frå"),
    "role": ("rolle",),
    "language": ("språk", "målform"),
}
NEEDED = ("employee_number", "name", "department")
ROLES = {
    "deltaker": "learner", "deltakar": "learner", "leder": "leader", "leiar": "leader", "redaktør": "editor",
    "ressursperson": "resource_person", "resource person": "resource_person", "administrator": "admin",
    **{role: role for role in ("learner", "leader", "editor", "resource_person", "admin")},
}  # fmt: skip
LANGUAGES = {
    "bokmål": "nb", "bokmal": "nb", "nynorsk": "nn", "engelsk": "en", "english": "en",
    **{language: language for language in ("nb", "nn", "en")},
}  # fmt: skip
MANGLED = pattern(r"\d([.,]\d+)?E\+?\d+")
TOO_MUCH = 0.4
"""A file that ends a greater part of all memberships is asked about first."""

MOST_FAULTS = 50
Cells = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a line of the file, in plain words."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.words}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A membership as the file has it. `starts_on` None: from the day of the import."""

    share: float
    starts_on: date | None
    primary: bool


@dataclass(slots=True)
class Entry:
    """A person as the file has them, over all their lines."""

    employee_number: str
    name: str
    language: str | None
    places: dict[Path, Wanted] = field(default_factory=dict)
    roles: set[tuple[str, Path | None]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Read:
    """What the file says; with a single fault nothing of it is used. `new_departments` in the order of their need."""

    entries: Sequence[Entry]
    new_departments: Sequence[Path]
    faults: Sequence[Fault]


def read(rows: Sequence[tuple[int, Cells]], known: Collection[Path]) -> Read:
    """Read lines, each with its number in the file, the first of them the headings."""
    if not rows:
        return Read([], [], [Fault(1, "the file is empty.")])
    (first, headings), *lines = rows
    columns, faults = _columns(first, headings)
    entries: dict[str, Entry] = {}
    tree = Tree(known)
    for number, cells in lines if not faults else ():
        values = {name: cells[place] if place < len(cells) else None for name, place in columns.items()}
        if any(_text(each) for each in values.values()):
            faults += [Fault(number, words) for words in _line(values, entries, tree)]
    if not faults and not entries:
        faults.append(Fault(first, "there is nobody below the headings."))
    return Read(list(entries.values()), tree.new, faults[:MOST_FAULTS])


def _columns(line: int, headings: Cells) -> tuple[dict[str, int], list[Fault]]:
    """Which column is which; what is none of ours is left aside."""
    found: dict[str, int] = {}
    faults = []
    for place, heading in enumerate(headings):
        text = _text(heading).casefold().replace("_", " ")
        for name, others in HEADERS.items():
            if text == name.replace("_", " ") or text in others:
                if name in found:
                    faults.append(Fault(line, f"two columns are called {name}."))
                found.setdefault(name, place)
    missing = [name for name in NEEDED if name not in found]
    if missing:
        faults.append(Fault(line, f"a column is missing: {', '.join(missing)}."))
    return found, faults


def _line(values: Mapping[str, Any], entries: dict[str, Entry], tree: Tree) -> list[str]:
    """Take a line into `entries`; what is wrong with it."""
    faults: list[str] = []
    number, name = _text(values["employee_number"]), " ".join(_text(values["name"]).split())
    if not number or len(number) > 64 or not number.isprintable():
        faults.append("the employee number is missing or longer than 64 signs.")
    elif MANGLED.fullmatch(number):
        faults.append(f"the employee number {number} has been mangled by a spreadsheet: make the column text.")
    if not name or len(name) > 200 or not name.isprintable():
        faults.append("the name is missing, longer than 200 signs or has signs that cannot be shown.")
    language, role = _text(values.get("language")).casefold(), _text(values.get("role")).casefold()
    if language and language not in LANGUAGES:
        faults.append(f"the language {language} is none of nb, nn, en.")
    if role and role not in ROLES:
        faults.append(f"the role {role} is none of learner, leader, editor, resource_person, admin.")
    share, starts_on = share_of(values.get("share")), day_of(values.get("starts_on"))
    if share is None:
        faults.append(f"the share {_text(values.get('share'))} is not between 0 and 100 per cent.")
    if starts_on is None and _text(values.get("starts_on")):
        faults.append(f"the day {_text(values.get('starts_on'))} is not written as 2026-11-30 or 30.11.2026.")
    place = path_of(_text(values["department"]))
    found = tree.found(place) if place else None
    if found is None:
        faults.append(f"the department {_text(values['department'])!r} {_what_is_wrong(place)}")
    if faults or share is None or found is None:
        return faults
    entry = entries.setdefault(number, Entry(number, name, LANGUAGES.get(language)))
    if entry.name != name:
        return [f"the employee number {number} has another name in a line above: {entry.name}."]
    if found in entry.places:
        return [f"{number} is in {'/'.join(found)} in a line above already."]
    entry.language = entry.language or LANGUAGES.get(language)
    entry.places[found] = Wanted(share, starts_on, primary=not entry.places)
    if role and ROLES[role] != "learner":
        entry.roles.add((ROLES[role], found if ROLES[role] == "leader" else None))
    return []


def _what_is_wrong(place: Path | None) -> str:
    if place is None:
        return "is missing, too long, or more than eight levels deep."
    return "is the name of several: write it with what is above it, as A/B/C."


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def share_of(value: Any) -> float | None:
    """0.5, 50, "50 %" and "0,5" are all one half; nothing is a whole; None for what is no share."""
    text = _text(value).replace(",", ".")
    is_percent = text.endswith("%")
    text = text.removesuffix("%").strip()
    if not text:
        return 1.0 if not is_percent else None
    try:
        number = float(text)
    except ValueError:
        return None
    share = number / 100 if is_percent or number > 1 else number
    return round(share, 6) if 0 < share <= 1 else None


def day_of(value: Any) -> date | None:
    """A day from a spreadsheet's cell, or as 2026-11-30 or 30.11.2026."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(_text(value), form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


@dataclass(frozen=True, slots=True)
class Held:
    """A membership there is, today or to come."""

    id: UUID
    share: float
    primary: bool


@dataclass(frozen=True, slots=True)
class Present:
    """A person there is."""

    person_id: UUID
    player_id: UUID
    name: str
    language: str
    active: bool
    roles: frozenset[tuple[str, Path | None]]
    places: Mapping[Path, Held]


@dataclass(slots=True)
class Difference:
    """How the file differs from who is there: by employee number, and what is to be done about it."""

    new: list[Entry] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Administrators who are not in the file: they are never shut out by one."""
    joins: list[tuple[UUID, Path, Wanted]] = field(default_factory=list)
    leaves: list[tuple[UUID, UUID]] = field(default_factory=list)
    """(player, membership)"""
    corrections: list[tuple[UUID, Entry]] = field(default_factory=list)
    roles: list[tuple[UUID, str, Path | None]] = field(default_factory=list)
    closed: list[UUID] = field(default_factory=list)
    lost: int = 0
    """Memberships that end without another in their place."""
    memberships: int = 0

    @property
    def ends_too_much(self) -> bool:
        return self.lost > TOO_MUCH * self.memberships


def difference(entries: Sequence[Entry], present: Mapping[str, Present]) -> Difference:
    """What to do so that who is there is who the file says. Roles are given by a file, never taken."""
    found = Difference(memberships=sum(len(each.places) for each in present.values()))
    listed = {entry.employee_number for entry in entries}
    for entry in entries:
        there = present.get(entry.employee_number)
        if there is None:
            found.new.append(entry)
        else:
            _compare(found, entry, there)
    for number, there in present.items():
        if number not in listed and there.active:
            _end(found, number, there)
    return found


def _compare(found: Difference, entry: Entry, there: Present) -> None:
    """A membership that changes ends, and another starts on the day of the import, whatever day the file has."""
    number, is_other = entry.employee_number, False
    for place, wanted in entry.places.items():
        held = there.places.get(place)
        if held is None:
            found.joins.append((there.player_id, place, wanted))
        elif (held.share, held.primary) != (wanted.share, wanted.primary):
            found.joins.append((there.player_id, place, Wanted(wanted.share, None, wanted.primary)))
            found.leaves.append((there.player_id, held.id))
            is_other = True
    gone = [held for place, held in there.places.items() if place not in entry.places]
    found.leaves += [(there.player_id, held.id) for held in gone]
    found.lost += max(0, len(gone) - len(entry.places.keys() - there.places.keys()))
    if (entry.name, entry.language or there.language, True) != (there.name, there.language, there.active):
        is_other = True
        found.corrections.append((there.person_id, entry))
    given = sorted(entry.roles - there.roles, key=str)
    found.roles += [(there.person_id, role, place) for role, place in given]
    if entry.places.keys() != there.places.keys():
        found.moved.append(number)
    elif is_other or given:
        found.changed.append(number)
    else:
        found.unchanged.append(number)


def _end(found: Difference, number: str, there: Present) -> None:
    if any(role == "admin" for role, _ in there.roles):
        found.kept.append(number)
        return
    found.ended.append(number)
    found.closed.append(there.person_id)
    found.leaves += [(there.player_id, held.id) for held in there.places.values()]
    found.lost += len(there.places)
