"""What a demo organisation is made of, and the names people in it have. Invented; any likeness is chance."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

PIN = "480917"

FIRST = (
    "Ingrid Amina Jon Solveig Mohammed Kari Tomasz Astrid Fatima Lars Maria Øyvind Agnieszka Bjørn Hanna Yusuf Randi "
    "Sigrid Abdi Anne Marte Piotr Nina Håkon Leila Eirik Tuva Ravi Siri Gunnar Zahra Emil Berit Daniel Åse Marek Ida "
    "Knut Sara Ole Thi Vilde Samuel Turid Noor Espen Julie Ahmed Liv Henrik Grace Torunn Miguel Frøydis Jonas Ellen "
    "Hamza Mari Stian Wiktoria Inger Odd Selam Trine Magnus Rahel Unni Kristian Aisha Gro Even Elif Per Linn Joseph"
)
LAST = (
    "Nes Hussain Berg Hansen Kowalski Lie Ali Moen Nilsen Haugen Nguyen Solberg Dahl Lund Warsame Johansen Bakke "
    "Strand Kristiansen Ahmed Hagen Eide Nowak Vik Pedersen Holm Tesfay Aas Myhre Sunde Larsen Khan Ruud Foss Olsen "
    "Wiśniewska Brekke Iversen Garcia Lunde Andersen Omar Nygård Sand Eriksen Tveit Rahimi Fjeld Jensen Østby"
)


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody one can sign in as. A leader leads their department and all below it."""

    role: str
    name: str
    employee_number: str
    department: str
    plays_this_week: bool = False

    def shown(self) -> dict[str, str]:
        """As `loype demo --json` prints it."""
        return {
            "role": self.role,
            "name": self.name,
            "employee_number": self.employee_number,
            "pin": PIN,
            "department": self.department,
        }


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody has asked the resource persons about a post of the first week, and what one of these answered."""

    asker: str
    words: str
    module: str
    card: str | None = None
    helper: str | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """What must be mastered: per cent by topic, of whom (everyone where no department is named), and for how long.

    `earned`: by employee number how many days ago those one can sign in as have earned it, or None.
    """

    title: Mapping[str, str]
    topics: Mapping[str, int]
    departments: tuple[str, ...] = ()
    months: int = 12
    window: int = 60
    earned: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cast:
    """An organisation to be: its tree, who one can sign in as, and how eagerly people play."""

    code: str
    name: str
    course: str
    """The folder of the course it runs, of those that come with Løype."""
    departments: tuple[tuple[str, str | None, int], ...]
    """Name, parent, people."""
    accounts: tuple[Account, ...]
    aliases: tuple[str, ...]
    first_number: int
    takes_part: tuple[float, float]
    """From the least to the most eager department: how many of its people play at all."""
    diligence: tuple[float, float]
    """The same for how much of a week those take who do."""
    lends_to: Mapping[str, str] = field(default_factory=dict)
    """Departments of which some in small positions have a second one elsewhere."""

    questions: tuple[Question, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    competition: tuple[str, str] = ("Høstløpet", "Kake til hele laget")
    """Name and prize of the one that runs between all departments without others below them."""
    picking: tuple[str, tuple[str, ...]] | None = None
    """Name and teams of one that begins next week, in which everybody picks a team; None: there is none."""

    league: tuple[str, ...] = ()
    """Who of those one can sign in as races in the league, by employee number; nobody: there is none."""

    goal: tuple[int, str] = (3000, "Kommunen spanderer kake på alle avdelinger")
    """How many posts everybody wants to take together in four weeks, and what happens then."""

    @property
    def people(self) -> int:
        return sum(size for _, _, size in self.departments)

    def shown(self) -> dict[str, object]:
        """As `loype demo --json` prints it."""
        return {"organisation": self.code, "accounts": [account.shown() for account in self.accounts]}


def names(random: Random, cast: Cast) -> list[str]:
    """As many different names as there are people, none of them an account's."""
    pairs = [f"{first} {last}" for first in FIRST.split() for last in LAST.split()]
    taken = {account.name for account in cast.accounts}
    return random.sample([each for each in pairs if each not in taken], cast.people)
