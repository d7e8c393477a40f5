"""Scenarios to try things with: a small one to break, random ones, and a module of any size.

`python -m tests.quests.content.scenarios` writes `tests/vectors/scenario.json` anew.
"""

import copy
from pathlib import Path
from random import Random
from typing import Any

import orjson

from quests.content.rules.scenario import Scenario, result_of
from quests.content.rules.scenario_check import explore, longest

Json = dict[str, Any]

LANGUAGES = ("nb", "nn", "en")
ROOT = Path(__file__).parents[3]


def said(words: str, languages: tuple[str, ...] = LANGUAGES) -> dict[str, str]:
    """A text that can be told apart in each language."""
    return {language: words if language == "nb" else f"{words} ({language})" for language in languages}


def choice(id: str, to: Any, languages: tuple[str, ...] = LANGUAGES, **more: Any) -> Json:
    """An option of a node."""
    return {
        "id": id,
        "text": said(f"Svar {id}", languages),
        "explanation": said(f"Fordi {id}", languages),
        "to": to,
        **more,
    }


def small(languages: tuple[str, ...] = LANGUAGES) -> Json:
    """A sound card with every feature: what is said first shows in a text, a way and an option later."""

    def text(words: str) -> dict[str, str]:
        return said(words, languages)

    def option(id: str, to: Any, **more: Any) -> Json:
        return choice(id, to, languages, **more)

    kind, sorry = {"trust": 20, "time": -10}, {"trust": {"least": 50}}
    return {
        "id": "s1",
        "type": "scenario",
        "prompt": text("Snakk med Kari"),
        "place": "ward",
        "characters": [{"id": "kari", "name": text("Kari"), "look": "a"}],
        "meters": [
            {"id": "trust", "text": text("Tillit"), "start": 40, "enough": 60},
            {"id": "time", "text": text("Tid"), "start": 60, "enough": 30},
        ],
        "start": "n1",
        "nodes": [
            {
                "id": "n1",
                "who": "kari",
                "mood": "upset",
                "text": text("Hvorfor ringte ingen?"),
                "options": [option("a", "n2", effects=kind), option("b", "n2", effects={"trust": -20})],
            },
            {
                "id": "n2",
                "who": "kari",
                "mood": "worried",
                "variants": [
                    {"when": sorry, "text": text("Takk for at du hører på meg."), "mood": "calm"},
                    {"text": text("Du hører ikke etter.")},
                ],
                "options": [
                    option("a", [{"when": sorry, "to": "good"}, {"to": "bad"}], effects=kind),
                    option("b", "bad"),
                    option("c", "good", when={"trust": {"least": 60}, "time": {"least": 40, "most": 90}}),
                ],
            },
            {"id": "good", "ending": True, "good": True, "title": text("Dere er enige"), "text": text("Kari smiler.")},
            {"id": "bad", "ending": True, "good": False, "title": text("Hun går"), "text": text("Døra smeller.")},
        ],
        "key": [["n1", "a"], ["n2", "a"]],
    }


def random_scenario(random: Random) -> Json:
    """A card of the right shape, sound or not: ways lead onward, and now and then back."""
    meters = [f"m{number}" for number in range(random.randint(1, 3))]
    levels = range(0, 101, 20)

    def when() -> Json:
        chosen = random.sample(meters, random.randint(1, len(meters)))
        return {meter: {random.choice(("least", "most")): random.choice(levels)} for meter in chosen}

    nodes = [f"n{number}" for number in range(random.randint(3, 7))]
    ends = ["e0", "e1", "e2"][: random.randint(2, 3)]

    def onward(place: int) -> str:
        near = [*nodes[place + 1 : place + 4], *ends[: 1 + place // 2]]
        return random.choice(nodes[: place + 1] if random.random() < 0.04 else near)

    def way(place: int) -> Any:
        if random.random() < 0.6:
            return onward(place)
        return [{"when": when(), "to": onward(place)} for _ in range(random.randint(1, 2))] + [{"to": onward(place)}]

    def option(place: int, id: str) -> Json:
        effects = {meter: random.choice((-40, -20, 20, 40)) for meter in meters if random.random() < 0.7}
        more = {"when": when()} if random.random() < 0.15 else {}
        return choice(id, way(place), ("nb",), effects=effects, **more)

    def node(place: int) -> Json:
        told: Json = {"text": said("Sagt", ("nb",))}
        if random.random() < 0.3:
            told = {"variants": [{"when": when(), "text": said("Da", ("nb",))}, {"text": said("Ellers", ("nb",))}]}
        options = [option(place, id) for id in "abcd"[: random.randint(2, 4)]]
        return {"id": nodes[place], **told, "options": options}

    ended = [
        {"id": id, "ending": True, "good": number % 2 == 0, "title": said("Slutt", ("nb",)), "text": said("S", ("nb",))}
        for number, id in enumerate(ends)
    ]
    card: Json = {
        "id": "s1",
        "type": "scenario",
        "prompt": said("Snakk", ("nb",)),
        "characters": [{"id": "c", "name": said("Kari", ("nb",))}],
        "meters": [
            {"id": meter, "text": said("Mål", ("nb",)), "start": random.choice(levels), "enough": random.choice(levels)}
            for meter in meters
        ],
        "start": "n0",
        "nodes": [node(place) for place in range(len(nodes))] + ended,
        "key": [],
    }
    pruned(card)
    card["key"] = best_play(card) or []
    return card


def pruned(card: Json) -> None:
    """Take away what no play meets, as an editor would who has read what the checker says."""
    for _ in range(10):
        explored = explore(Scenario(card))
        reached = {here.node for here in explored.followed}
        card["nodes"] = [node for node in card["nodes"] if node["id"] in reached]
        for node in card["nodes"]:
            met = [option for option in node.get("options", ()) if (node["id"], option["id"]) in explored.options]
            if "options" in node:
                node["options"] = met
            if "variants" in node:
                kept = [each for n, each in enumerate(node["variants"]) if (node["id"], n) in explored.variants]
                node["variants"] = [*kept[:-1], {"text": kept[-1]["text"]}]
            for option in met:
                if isinstance(option["to"], list):
                    taken = [
                        way for n, way in enumerate(option["to"]) if (node["id"], option["id"], n) in explored.ways
                    ]
                    option["to"] = [*taken[:-1], {"to": taken[-1]["to"]}]


def play(card: Json, random: Random, most: int = 200) -> list[list[str]]:
    """Choices made by chance, until there is nothing to choose."""
    scenario = Scenario(card)
    here, moves = scenario.opening, []
    while len(moves) < most and (options := scenario.options(here)):
        option = random.choice(options)
        moves.append([here.node, option["id"]])
        here = scenario.after(here, option)
    return moves


def best_play(card: Json) -> list[list[str]] | None:
    """The shortest of the ways that reach the most goals at a good ending; None where there is none, or a loop."""
    scenario = Scenario(card)
    explored = explore(scenario)
    if not explored.whole or longest(explored.followed) is None:
        return None
    found: dict[Any, list[list[str]]] = {scenario.opening: []}
    waiting = [scenario.opening]
    for here in waiting:
        for option in scenario.options(here):
            after = scenario.after(here, option)
            if after not in found:
                found[after] = [*found[here], [here.node, option["id"]]]
                waiting.append(after)
    ends = [(scenario.result(here), found[here]) for here in waiting if scenario.is_over(here)]
    good = [(-result.reached, len(moves), moves) for result, moves in ends if result.good]
    return min(good)[2] if good else None


def large(nodes: int = 60, languages: tuple[str, ...] = LANGUAGES, slug: str = "lang-samtale") -> Json:
    """A sound module with one scenario of that many nodes, three of them endings; seven choices at the most."""
    rows = 7
    inner = nodes - 3
    levels = [[f"n{row}x{place}" for place in range(inner // rows + (row < inner % rows))] for row in range(rows)]
    levels = [["start"], *_fitted(levels, inner - 1)]

    def text(words: str) -> dict[str, str]:
        return said(words, languages)

    def way(row: int, place: int, step: int) -> Any:
        if row + 1 < len(levels):
            following = levels[row + 1]
            return following[(place * 3 + step) % len(following)]
        fair, best = ({"trust": {"least": least}} for least in (30, 50))
        return [{"when": best, "to": "best"}, {"when": fair, "to": "fair"}, {"to": "bad"}]

    def node(row: int, place: int, id: str) -> Json:
        options = [
            choice("a", way(row, place, 0), languages, effects={"trust": 10, "calm": 5}),
            choice("b", way(row, place, 1), languages, effects={"trust": -10, "calm": 5}),
            choice("c", way(row, place, 2), languages, effects={"trust": -10, "calm": -10}),
        ]
        moods = ("upset", "worried", "closed", "calm")
        return {"id": id, "who": "kari", "mood": moods[row % 4], "text": text(f"Replikk {id}"), "options": options}

    def ending(id: str, good: bool) -> Json:
        return {"id": id, "ending": True, "good": good, "title": text(f"Slutt {id}"), "text": text(f"Det gikk {id}")}

    card = {
        **{name: value for name, value in small(languages).items() if name in ("id", "type", "prompt", "place")},
        "characters": [{"id": "kari", "name": text("Kari")}],
        "meters": [
            {"id": "trust", "text": text("Tillit"), "start": 40, "enough": 80},
            {"id": "calm", "text": text("Ro"), "start": 30, "enough": 60},
        ],
        "start": "start",
        "nodes": [node(row, place, id) for row, ids in enumerate(levels) for place, id in enumerate(ids)]
        + [ending("best", True), ending("fair", True), ending("bad", False)],
    }
    pruned(card)
    card["key"] = best_play(card)
    return {
        "format": "loype.module/1",
        "module": slug,
        "languages": list(languages),
        "title": text("En lang samtale"),
        "takeaways": {language: ["Lytt først."] for language in languages},
        "licence": "CC-BY-4.0",
        "credits": "Løype",
        "cards": [card],
    }


def _fitted(levels: list[list[str]], count: int) -> list[list[str]]:
    """Rows that grow by at most three times, with `count` nodes in all, so that three options meet every node."""
    rows: list[list[str]] = []
    left = [id for row in levels for id in row][:count]
    widest = -(-count // (len(levels) - 2)) + 1
    while left:
        before = len(rows[-1]) if rows else 1
        take = min(3 * before, widest, len(left))
        rows.append(left[:take])
        left = left[take:]
    return rows


def bare(card: Json) -> Json:
    """The same without its texts, as small as walking it allows."""
    texts = {"text", "explanation", "title", "prompt", "name"}

    def without(part: Any) -> Any:
        if isinstance(part, list):
            return [without(each) for each in part]
        if isinstance(part, dict):
            return {name: without(value) for name, value in part.items() if name not in texts}
        return part

    return dict(without(copy.deepcopy(card)))


def odd_responses(card: Json) -> list[tuple[str, Any]]:
    """What no play gives."""
    key = card["key"]
    return [
        ("nothing", []),
        ("not a list", "a"),
        ("null", None),
        ("an object", {"n1": "a"}),
        ("unfinished", key[:-1]),
        ("too long", [*key, key[-1]]),
        ("an unknown option", [[key[0][0], "zz"], *key[1:]]),
        ("an unknown node", [["zz", key[0][1]], *key[1:]]),
        ("not from the start", key[1:]),
        ("a move with too much", [[*key[0], "x"], *key[1:]]),
        ("a move with too little", [key[0][:1], *key[1:]]),
        ("a move that is a text", ["n1a", *key[1:]]),
        ("a move that is null", [None, *key[1:]]),
        ("a move of numbers", [[1, 2], *key[1:]]),
        ("a move of lists", [[["n1"], ["a"]], *key[1:]]),
    ]


def vector(name: str, cards: dict[str, Json], card: str, response: Any) -> Json:
    """A row of the vectors: what a response to one of the cards comes to, and what was told on the way."""
    scenario = Scenario(cards[card])
    way, result = scenario.walked(response), result_of(cards[card], response)
    if way is None or result is None:
        return {"name": name, "card": card, "response": response, "expect": None}
    told = []
    for here in way:
        node = scenario.nodes[here.node]
        told.append(next((n for n, each in enumerate(node.get("variants", ())) if each is scenario.told(here)), None))
    return {
        "name": name,
        "card": card,
        "response": response,
        "expect": {
            "ending": result.ending,
            "good": result.good,
            "stars": result.stars,
            "scores": [goal.score for goal in result.goals],
            "reached": [goal.reached for goal in result.goals],
            "way": [[here.node, *here.meters] for here in way],
            "told": told,
            "options": [[option["id"] for option in scenario.options(here)] for here in way],
        },
    }


def real() -> dict[str, Json]:
    """The scenarios of the courses that come with Løype, by module."""
    files = sorted((ROOT / "quests" / "content" / "courses").glob("*/modules/*.json"))
    cards = {file.stem: orjson.loads(file.read_bytes())["cards"] for file in files}
    return {name: card for name, each in cards.items() for card in each if card["type"] == "scenario"}


def vectors() -> Json:
    """Cards without texts, and plays of them."""
    random = Random(20)
    cards = {"small": bare(small(("nb",)))}
    while len(cards) < 9:
        card = random_scenario(random)
        if card["key"]:
            cards[f"random {len(cards)}"] = bare(card)
    cards |= {slug: bare(card) for slug, card in real().items()}
    rows = [vector(f"small: {name}", cards, "small", response) for name, response in odd_responses(cards["small"])]
    rows.append(vector("small: an option whose condition does not hold", cards, "small", [["n1", "b"], ["n2", "c"]]))
    for name, card in cards.items():
        rows.append(vector(f"{name}: the key", cards, name, card["key"]))
        plays = {orjson.dumps(play(card, random)) for _ in range(40)}
        for number, each in enumerate(sorted(plays)[:8], 1):
            rows.append(vector(f"{name}: play {number}", cards, name, orjson.loads(each)))
    return {"cards": cards, "rows": rows}


if __name__ == "__main__":
    found = vectors()
    lines = ",\n".join(orjson.dumps(row).decode() for row in found["rows"])
    cards = ",\n".join(
        f"{orjson.dumps(name).decode()}: {orjson.dumps(card).decode()}" for name, card in found["cards"].items()
    )
    (ROOT / "tests" / "vectors" / "scenario.json").write_text(f'{{"cards": {{\n{cards}\n}},\n"rows": [\n{lines}\n]}}\n')
