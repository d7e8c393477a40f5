"""Who works in Fjordvik: departments, names and the accounts one can sign in as. Invented; any likeness is chance."""

from dataclasses import dataclass
from random import Random

CODE, NAME = "fjordvik", "Fjordvik kommune"
PIN = "480917"

# name, parent, people
DEPARTMENTS: tuple[tuple[str, str | None, int], ...] = (
    ("Helse og omsorg", None, 0),
    ("Sykehjem", "Helse og omsorg", 0),
    ("Solbakken sykehjem", "Sykehjem", 42),
    ("Skagen sykehjem", "Sykehjem", 60),
    ("Fjellheim sykehjem", "Sykehjem", 34),
    ("Nattpatruljen", "Sykehjem", 12),
    ("Kjøkkenet på Skagen", "Sykehjem", 4),
    ("Hjemmetjenesten", "Helse og omsorg", 0),
    ("Hjemmetjenesten nord", "Hjemmetjenesten", 28),
    ("Hjemmetjenesten sør", "Hjemmetjenesten", 24),
    ("Hjemmetjenesten øyene", "Hjemmetjenesten", 10),
    ("Rask psykisk hjelp", "Hjemmetjenesten", 3),
    ("Bofellesskap", "Helse og omsorg", 0),
    ("Fjordgløtt bofellesskap", "Bofellesskap", 20),
    ("Åsen bofellesskap", "Bofellesskap", 16),
    ("Dagsenteret", "Bofellesskap", 7),
)

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
ALIASES = (
    "Blåveis",
    "Rask rype",
    "Tyttebær",
    "Stille vann",
    "Morgenfugl",
    "Fjellvant",
    "Kaffekoppen",
    "Nattugla",
    "Linerla",
    "Svaberg",
    "Multe",
    "Nordavind",
    "Sjøstjerna",
    "Tørr ved",
    "Gullskoen",
)


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody one can sign in as."""

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


ACCOUNTS = (
    Account("learner", "Ingrid Nes", "20418", "Solbakken sykehjem"),
    Account("learner", "Amina Hussain", "20419", "Solbakken sykehjem"),
    Account("learner", "Tomasz Kowalski", "20501", "Hjemmetjenesten nord"),
    Account("learner", "Solveig Moen", "20502", "Hjemmetjenesten nord", plays_this_week=True),
    Account("leader", "Randi Haugen", "20401", "Solbakken sykehjem", plays_this_week=True),
    Account("editor", "Håkon Lie", "20301", "Dagsenteret", plays_this_week=True),
    Account("resource_person", "Leila Ahmed", "20420", "Solbakken sykehjem", plays_this_week=True),
    Account("admin", "Gunnar Eide", "20001", "Dagsenteret", plays_this_week=True),
)


def names(random: Random, count: int) -> list[str]:
    """`count` different names."""
    pairs = [f"{first} {last}" for first in FIRST.split() for last in LAST.split()]
    taken = {account.name for account in ACCOUNTS}
    return random.sample([each for each in pairs if each not in taken], count)
