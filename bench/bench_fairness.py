"""Who wins when nobody is better: seasons of departments of equal ability, by how their results are worked out.

A line a rule: how often the smallest, the middle and the largest third of a field win, as a share of what is fair. The
picture of it goes into `docs/fairness.svg`.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from math import exp, log, sqrt
from pathlib import Path
from random import Random
from uuid import UUID

from leaderboards.standings.classes import classes, middle
from leaderboards.standings.rules import MILLION, Group, Sums, mean, merge_small, result, score

SEASONS, DEPARTMENTS, SMALLEST, LARGEST, ACTIVITIES = 4000, 40, 3, 120, 6
NOTHING, EVERYTHING = 0.25, 0.35
"""How many of all take no post and how many take all; the others take some, any number as likely. Ours."""
LEAST_MEMBERS = 5
MOST_UNFAIR = 0.2
PICTURE = Path(__file__).parent.parent / "docs" / "fairness.svg"

Key = Callable[[Group, Sequence[Group], float], float]


def shrunk(k: float) -> Key:
    return lambda group, _, common: score(group.sums, common, k)


def of_class(group: Group, field: Sequence[Group], common: float) -> float:
    return score(group.sums, common, middle(field))


def standardised(group: Group, _: Sequence[Group], common: float) -> float:
    return sqrt(group.sums.weight) * (group.sums.result / group.sums.weight - common)


KEYS: Mapping[str, Key] = {
    "sum": lambda group, _, __: group.sums.result,
    "mean": shrunk(0),
    **{f"shrunk {k}": shrunk(k) for k in (4, 8, 16, 30)},
    "standardised": standardised,
}
IN_CLASSES: Mapping[str, Key] = {
    "classes, mean": shrunk(0),
    "classes, shrunk 8": shrunk(8),
    "classes, shrunk by the middle": of_class,
    "classes, standardised": standardised,
}
OURS = "classes, shrunk by the middle"

Wins = dict[str, list[list[float]]]


def main() -> None:
    random, wins = Random(1), {name: [[0.0, 0.0] for _ in range(3)] for name in (*KEYS, *IN_CLASSES)}
    for _ in range(SEASONS):
        groups = season(random)
        common = mean(groups)
        for name, key in KEYS.items():
            count(wins[name], groups, common, key)
        for field in classes(groups):
            for name, key in IN_CLASSES.items():
                count(wins[name], field, common, key)
    shares = {name: [won / fair for won, fair in thirds] for name, thirds in wins.items()}
    for name, found in shares.items():
        furthest = max(abs(each - 1) for each in found)
        told = {"name": f"fairness_{name}", "what": f"wins of small, middle and large, of a fair share: {name}"}
        figures = {"ratio": round(min(99.0, MOST_UNFAIR / furthest), 2), "shares": [round(each, 2) for each in found]}
        print(json.dumps({**told, **figures, "aim": 1, "ours": name == OURS}), flush=True)
    PICTURE.write_text(drawn(shares), encoding="utf-8")


def season(random: Random) -> list[Group]:
    """Departments as they race: the smallest together, as on the board."""
    sizes = [round(exp(random.uniform(log(SMALLEST), log(LARGEST)))) for _ in range(DEPARTMENTS)]
    ids = [UUID(int=number) for number in range(1, DEPARTMENTS + 1)]
    own = {id: department(random, size) for id, size in zip(ids, sizes, strict=True)}
    return merge_small(dict.fromkeys(ids), own, LEAST_MEMBERS, {id: f"{id}" for id in ids})


def department(random: Random, size: int) -> Sums:
    taken = [member(random) for _ in range(size)]
    brought = sum(result(MILLION, each, ACTIVITIES) for each in taken)
    return Sums(size, size * ACTIVITIES, sum(taken), size * MILLION, brought)


def member(random: Random) -> int:
    luck = random.random()
    if luck < NOTHING:
        return 0
    return ACTIVITIES if luck < NOTHING + EVERYTHING else random.randint(0, ACTIVITIES)


def count(thirds: list[list[float]], field: Sequence[Group], common: float, key: Key) -> None:
    """Add the win of one field, shared by those who are equal, and what each third should have."""
    by_size = sorted(field, key=lambda each: each.sums.members)
    keys = [round(key(each, field, common), 9) for each in by_size]
    winners = [at for at, each in enumerate(keys) if each == max(keys)]
    for at in range(len(by_size)):
        third = thirds[at * 3 // len(by_size)]
        third[0] += (at in winners) / len(winners)
        third[1] += 1 / len(by_size)


WIDE, ROW, LEFT, UNIT, MOST = 640, 34, 220, 130, 3.1


def drawn(shares: Mapping[str, Sequence[float]]) -> str:
    """Bars of the three thirds beside the line of a fair share and the band that is aimed at."""
    tall = 70 + ROW * len(shares)
    band = f'x="{LEFT + UNIT * (1 - MOST_UNFAIR):.0f}" width="{UNIT * 2 * MOST_UNFAIR:.0f}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {tall}" font-family="sans-serif" font-size="12">',
        "<title>Wins at equal ability, by size: small, middle, large, of a fair share</title>",
        f'<path fill="#fff" d="M0 0h{WIDE}v{tall}H0z"/><rect y="40" height="{tall - 50}" {band} fill="#E3EFE8"/>',
        f'<path stroke="#12231B" d="M{LEFT + UNIT} 40v{tall - 50}"/>',
        f'<text x="{LEFT}" y="20">Wins at equal ability: small, middle and large third</text>',
        f'<text x="{LEFT + UNIT}" y="36" text-anchor="middle">fair share</text>',
    ]
    for row, (name, found) in enumerate(shares.items()):
        top = 50 + ROW * row
        weight = ' font-weight="bold"' if name == OURS else ""
        lines.append(f'<text x="{LEFT - 8}" y="{top + 17}" text-anchor="end"{weight}>{name}</text>')
        for at, (share, colour) in enumerate(zip(found, ("#E4572E", "#0F6E4E", "#12231B"), strict=True)):
            bar = f'y="{top + 9 * at}" width="{UNIT * min(share, MOST):.1f}"'
            lines.append(f'<rect x="{LEFT}" height="8" {bar} fill="{colour}"/>')
    return "\n".join([*lines, "</svg>", ""])
