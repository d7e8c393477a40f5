"""A conversation with decisions: how it is walked, what it is worth, and what its checker says."""

import copy
import math
from collections.abc import Callable
from random import Random
from typing import Any

import orjson
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quests.content.rules import scenario_check
from quests.content.rules.documents import in_language, stored_form, structure_of
from quests.content.rules.grading import Outcome, grade
from quests.content.rules.inspection import Spot
from quests.content.rules.reading import characters_shown, seconds_of, too_quick
from quests.content.rules.scenario import Goal, Scenario, best_way, result_of, stars_of
from quests.content.rules.scenario_check import check_scenario, explore, longest
from tests.quests.content.examples import VECTORS
from tests.quests.content.scenarios import bare, choice, large, play, random_scenario, said, small, vector

Json = dict[str, Any]

ROWS = orjson.loads((VECTORS / "scenario.json").read_bytes())


def told(card: Json, languages: tuple[str, ...] = ("nb", "nn", "en")) -> list[str]:
    """What the checker says of a card, with its places."""
    spot = Spot([], "m.json", languages=languages)
    check_scenario(spot.at("cards").at(0), card)
    return [str(fault).removeprefix("m.json: cards[0].") for fault in spot.faults]


def changed(change: Callable[[Json], Any]) -> Json:
    card = small()
    change(card)
    return card


def test_what_is_said_early_shows_later() -> None:
    card = small()
    scenario = Scenario(card)
    kind, cold = (scenario.after(scenario.opening, option) for option in scenario.options(scenario.opening))
    assert (kind.meters, cold.meters) == ((60, 50), (20, 60))
    assert scenario.told(kind)["text"]["nb"] == "Takk for at du hører på meg."
    assert scenario.told(cold)["text"]["nb"] == "Du hører ikke etter."
    assert [option["id"] for option in scenario.options(kind)] == ["a", "b", "c"]
    assert [option["id"] for option in scenario.options(cold)] == ["a", "b"]
    assert scenario.after(cold, scenario.options(cold)[0]).node == "bad"


def test_meters_stay_between_nothing_and_a_hundred() -> None:
    card = small()
    card["nodes"][0]["options"][0]["effects"] = {"trust": 90, "time": -90}
    scenario = Scenario(card)
    assert scenario.after(scenario.opening, scenario.options(scenario.opening)[0]).meters == (100, 0)


@pytest.mark.parametrize(
    ("good", "reached", "stars"),
    [
        (False, (True, True), 0),
        (True, (False, False), 1),
        (True, (True, False), 2),
        (True, (True, True), 3),
        (True, (False,), 1),
        (True, (True,), 3),
        (True, (True, False, False), 1),
        (True, (True, True, False), 2),
    ],
)
def test_stars(good: bool, reached: tuple[bool, ...], stars: int) -> None:
    assert stars_of(good, [Goal("m", 50, each) for each in reached]) == stars


def test_a_play_is_worth_its_ending_and_its_goals() -> None:
    result = result_of(small(), [["n1", "a"], ["n2", "a"]])
    assert result is not None
    assert (result.ending, result.good, result.stars) == ("good", True, 3)
    assert result.goals == (Goal("trust", 80, True), Goal("time", 40, True))
    bad = result_of(small(), [["n1", "a"], ["n2", "b"]])
    assert bad is not None
    assert (bad.ending, bad.good, bad.stars) == ("bad", False, 0)


def test_the_best_way_tells_what_is_met_on_it() -> None:
    met = [(node["id"], said["text"]["nb"], option["id"]) for node, said, option in best_way(small())]
    assert met == [("n1", "Hvorfor ringte ingen?", "a"), ("n2", "Takk for at du hører på meg.", "a")]


def test_the_best_way_is_read_through_and_decided_on() -> None:
    card = small(("nb",))
    said = "Snakk med Kari" + "Hvorfor ringte ingen?" + "Takk for at du hører på meg."
    assert characters_shown(card, "nb") == len(said)
    chosen, why, end = "Svar aSvar b" + "Svar aSvar bSvar c", "Fordi a" * 2, "Dere er enige" + "Kari smiler."
    document = {"languages": ["nb"], "cards": [card]}
    assert seconds_of(document, "nb") == math.ceil(len(said + chosen + why + end) / 17 + 5 * 2)
    quickest = 0.8 + len(said) / 100
    assert too_quick(card, "nb", quickest - 0.01)
    assert not too_quick(card, "nb", quickest + 0.01)


def test_the_structure_rests_on_what_decides_and_not_on_words_or_looks() -> None:
    def structure(card: Json) -> str:
        return structure_of({"module": "m", "cards": [card]})

    plain = structure(small())
    same: list[Callable[[Json], Any]] = [
        lambda c: c["nodes"][0].update(text=said("Andre ord"), mood="calm"),
        lambda c: c["nodes"][0]["options"][0].update(text=said("X"), explanation=said("Y")),
        lambda c: c["meters"][0].update(text=said("Z")),
        lambda c: c["characters"][0].update(name=said("Per"), look="b"),
        lambda c: c.update(place="home", prompt=said("Å")),
    ]
    other: list[Callable[[Json], Any]] = [
        lambda c: c["nodes"][0]["options"][0]["effects"].update(trust=19),
        lambda c: c["nodes"][1]["options"][0]["to"][0]["when"]["trust"].update(least=49),
        lambda c: c["nodes"][1]["options"][2]["when"]["time"].update(most=91),
        lambda c: c["nodes"][3].update(good=True),
        lambda c: c["meters"][0].update(enough=61),
        lambda c: c["nodes"][0]["options"].pop(),
        lambda c: c.update(key=[["n1", "a"], ["n2", "c"]]),
    ]
    assert {structure(changed(change)) for change in same} == {plain}
    assert plain not in {structure(changed(change)) for change in other}


def test_ids_may_be_words_that_are_fields_elsewhere() -> None:
    """A meter called `text` or `goal` is no text by language, neither stored nor served."""
    text = orjson.dumps(small(("nb",))).replace(b'"trust"', b'"text"').replace(b'"time"', b'"goal"')
    # The fields called text are said by language; the meters are found by their numbers.
    card = orjson.loads(text)
    document = {**large(40, ("nb",)), "cards": [card]}
    assert told(card, ("nb",)) == []
    stored = stored_form(document, {})
    assert stored["cards"] == [card]
    [served] = in_language(stored, "nb", "v")["cards"]
    assert served["nodes"][0]["options"][0]["effects"] == {"text": 20, "goal": -10}
    assert served["nodes"][1]["variants"][0]["when"] == {"text": {"least": 50}}
    assert grade(served, served["key"], "nb") is Outcome.RIGHT


@pytest.mark.parametrize("row", ROWS["rows"], ids=lambda row: row["name"])
def test_the_vectors_shared_with_the_device(row: Json) -> None:
    assert vector(row["name"], ROWS["cards"], row["card"], row["response"]) == row


def test_the_vectors_are_enough_and_named_once_each() -> None:
    assert len(ROWS["rows"]) >= 60
    assert len({row["name"] for row in ROWS["rows"]}) == len(ROWS["rows"])
    assert sum(row["expect"] is None for row in ROWS["rows"]) >= 15


def test_sound_scenarios_have_no_faults() -> None:
    assert told(small()) == []
    for nodes in (40, 60, 80):
        [card] = large(nodes)["cards"]
        assert len(card["nodes"]) == nodes
        assert told(card) == []


def test_a_scenario_of_sixty_nodes_is_played_in_a_letter() -> None:
    [card] = large(60)["cards"]
    assert len(orjson.dumps(card["key"])) < 1024
    moves = longest(explore(Scenario(card)).followed)
    assert moves is not None
    assert moves <= 10


SHAPES: list[tuple[str, Callable[[Json], Any], str]] = [
    ("no characters", lambda c: c.update(characters=[]), "characters: needs 1 to 6 characters"),
    ("characters of another kind", lambda c: c.update(characters="x"), "characters: needs 1 to 6"),
    ("a character without a name", lambda c: c["characters"][0].pop("name"), "characters[0].name: is missing"),
    ("an unknown look", lambda c: c["characters"][0].update(look="z"), "characters[0].look: needs to be one of a, b"),
    ("an unknown place", lambda c: c.update(place="moon"), "place: needs to be one of ward"),
    ("no meters", lambda c: c.update(meters=[]), "meters: needs 1 to 5 meters"),
    (
        "a start beyond",
        lambda c: c["meters"][0].update(start=101),
        "meters[0].start: needs to be a whole number from 0",
    ),
    ("a goal of a half", lambda c: c["meters"][0].update(enough=0.5), "meters[0].enough: needs to be a whole number"),
    ("a goal that is true", lambda c: c["meters"][0].update(enough=True), "meters[0].enough: needs to be a whole"),
    ("a meter twice", lambda c: c["meters"][1].update(id="trust"), 'meters[1]: "trust" is used before'),
    ("a start nowhere", lambda c: c.update(start="x"), "start: needs to be the id of one of the nodes"),
    ("a start of another kind", lambda c: c.update(start=[]), "start: needs to be the id of one of the nodes"),
    ("two nodes", lambda c: c["nodes"].__delitem__(slice(2, None)), "nodes: needs 3 to 80 nodes"),
    ("a node that is none", lambda c: c["nodes"].append(7), "nodes[4]: needs to be an object"),
    ("a node twice", lambda c: c["nodes"][1].update(id="n1"), 'nodes[1]: "n1" is used before'),
    ("an odd id", lambda c: c["nodes"][1].update(id="n 1"), "nodes[1].id: needs to be an id"),
    ("an unknown speaker", lambda c: c["nodes"][0].update(who="per"), "nodes[0].who: needs to be the id of one of the"),
    ("an unknown mood", lambda c: c["nodes"][0].update(mood="mad"), "nodes[0].mood: needs to be one of calm"),
    ("a node without text", lambda c: c["nodes"][0].pop("text"), "nodes[0].text: is missing"),
    ("a text too long", lambda c: c["nodes"][0].update(text=said("x" * 601)), "nodes[0].text.nb: is 601 characters"),
    ("a text in one language", lambda c: c["nodes"][0]["text"].pop("nn"), "nodes[0].text.nn: is missing"),
    ("no options", lambda c: c["nodes"][0].update(options=[]), "nodes[0]: is a dead end (n1)"),
    ("neither options nor ending", lambda c: c["nodes"][0].pop("options"), "nodes[0]: is a dead end (n1)"),
    (
        "five options",
        lambda c: c["nodes"][1]["options"].extend(c["nodes"][0]["options"]),
        "nodes[1].options: needs 1 to 4",
    ),
    (
        "no explanation",
        lambda c: c["nodes"][0]["options"][0].pop("explanation"),
        "nodes[0].options[0].explanation: is missing",
    ),
    ("no way on", lambda c: c["nodes"][0]["options"][0].pop("to"), "nodes[0].options[0].to: is missing"),
    (
        "a way to nowhere",
        lambda c: c["nodes"][0]["options"][0].update(to="x"),
        "nodes[0].options[0].to: needs to be the",
    ),
    ("no ways", lambda c: c["nodes"][0]["options"][0].update(to=[]), "nodes[0].options[0].to: needs 1 to 6 ways"),
    (
        "a last way with a condition",
        lambda c: c["nodes"][1]["options"][0]["to"].pop(),
        "nodes[1].options[0].to[0].when: is the last and needs to be without when",
    ),
    (
        "an earlier way without one",
        lambda c: c["nodes"][1]["options"][0]["to"][0].pop("when"),
        "nodes[1].options[0].to[0].when: is missing",
    ),
    (
        "a last text with a condition",
        lambda c: c["nodes"][1]["variants"].pop(),
        "nodes[1].variants[0].when: is the last",
    ),
    (
        "an effect on nothing",
        lambda c: c["nodes"][0]["options"][0].update(effects={"luck": 3}),
        "nodes[0].options[0].effects: needs to name meters of the card",
    ),
    (
        "an effect beyond",
        lambda c: c["nodes"][0]["options"][0].update(effects={"trust": 101}),
        "nodes[0].options[0].effects.trust: needs to be a whole number from -100 to 100",
    ),
    (
        "an empty condition",
        lambda c: c["nodes"][1]["options"][2].update(when={}),
        "nodes[1].options[2].when: needs to name",
    ),
    (
        "a condition without ends",
        lambda c: c["nodes"][1]["options"][2].update(when={"trust": {}}),
        "nodes[1].options[2].when.trust: needs least, most or both",
    ),
    (
        "a condition of another kind",
        lambda c: c["nodes"][1]["options"][2].update(when={"trust": 4}),
        "nodes[1].options[2].when.trust: needs least, most or both",
    ),
    ("an ending that is false", lambda c: c["nodes"][2].update(ending=False), "nodes[2].ending: needs to be true"),
    ("an ending neither good nor bad", lambda c: c["nodes"][2].pop("good"), "nodes[2].good: is missing"),
    ("an ending that goes on", lambda c: c["nodes"][2].update(options=[]), "nodes[2].options: is an unknown field"),
]


@pytest.mark.parametrize(("change", "says"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_the_shape_of_a_scenario(change: Callable[[Json], Any], says: str) -> None:
    found = told(changed(change))
    assert any(each.startswith(says) for each in found), found


def _back_to_the_start(card: Json) -> None:
    card["nodes"][1]["options"][1]["to"] = "n1"


def _out_of_the_ring(card: Json) -> None:
    """Each round takes time, and with no time left the person goes."""
    card["nodes"][0]["options"][1]["effects"]["time"] = -10
    card["nodes"][1]["options"][1]["to"] = [{"when": {"time": {"least": 10}}, "to": "n1"}, {"to": "bad"}]


def _one_way(card: Json) -> None:
    for node in card["nodes"][:2]:
        del node["options"][1:]
    card["nodes"][1]["options"][0]["to"] = "good"
    del card["nodes"][1]["variants"]
    card["nodes"][1]["text"] = said("Ja")


PLAYS: list[tuple[str, Callable[[Json], Any], list[str]]] = [
    (
        "a node that no way leads to",
        lambda c: c["nodes"].append({**c["nodes"][0], "id": "n3"}),
        ["nodes[4]: is never met (n3): lead a way to it, or leave it out"],
    ),
    (
        "an ending that no way leads to",
        lambda c: c["nodes"].append({**c["nodes"][2], "id": "end"}),
        ["nodes[4]: is an ending that no play comes to (end): lead a way to it, or leave it out"],
    ),
    (
        "an option whose condition never holds",
        lambda c: c["nodes"][1]["options"][2]["when"].update(trust={"least": 90}),
        ["nodes[1].options[2]: can never be chosen (n2): mend its when, or leave it out"],
    ),
    (
        "a way that is never taken",
        lambda c: c["nodes"][1]["options"][0]["to"].insert(0, {"when": {"trust": {"most": 10}}, "to": "bad"}),
        ["nodes[1].options[0].to[0]: is a way that no play takes (n2): mend the when, or leave it out"],
    ),
    (
        "a last way that nothing is left for",
        lambda c: c["nodes"][1]["options"][0]["to"][0].update(when={"trust": {"least": 0}}),
        ["nodes[1].options[0].to[1]: is a way that no play takes (n2): mend the when, or leave it out"],
    ),
    (
        "a text that is never shown",
        lambda c: c["nodes"][1]["variants"].insert(0, {"when": {"time": {"most": 9}}, "text": said("Aldri")}),
        ["nodes[1].variants[0]: is a text that no play shows (n2): mend the when, or leave it out"],
    ),
    (
        "nothing to choose in some plays",
        lambda c: [option.update(when={"trust": {"least": 50}}) for option in c["nodes"][1]["options"][:2]],
        [
            "nodes[1]: is a dead end (n2): give it an option that can always be chosen, or make it an ending",
            "nodes[1].options[0].to[1]: is a way that no play takes (n2): mend the when, or leave it out",
        ],
    ),
    (
        "a ring",
        _back_to_the_start,
        [
            "nodes[0]: is come round to for ever (n1): let a meter or another way lead out",
            "nodes[1]: is come round to for ever (n2): let a meter or another way lead out",
        ],
    ),
    ("a ring that a meter leads out of", _out_of_the_ring, []),
    (
        "only one way through",
        _one_way,
        [
            "nodes[3]: is an ending that no play comes to (bad): lead a way to it, or leave it out",
            "nodes: needs an ending that is not good: choices need consequences",
            "nodes: has only one way through: give the person a choice",
        ],
    ),
    (
        "no good ending",
        lambda c: c["nodes"][2].update(good=False),
        [
            "nodes: needs an ending that is good: mark one, and lead a way to it",
            "key: needs to be a way from the start to a good ending: [[node, option], …]",
        ],
    ),
    (
        "no bad ending",
        lambda c: c["nodes"][3].update(good=True),
        ["nodes: needs an ending that is not good: choices need consequences"],
    ),
    (
        "a key that ends badly",
        lambda c: c.update(key=[["n1", "b"], ["n2", "b"]]),
        ["key: needs to be a way from the start to a good ending: [[node, option], …]"],
    ),
    (
        "a key that does not end",
        lambda c: c.update(key=[["n1", "a"]]),
        ["key: needs to be a way from the start to a good ending: [[node, option], …]"],
    ),
    (
        "a key of another kind",
        lambda c: c.update(key="a"),
        ["key: needs to be a way from the start to a good ending: [[node, option], …]"],
    ),
    (
        "a key that is not the best",
        lambda c: (c["meters"][0].update(enough=80), c.update(key=[["n1", "a"], ["n2", "c"]])),
        ["key: reaches 1 goals where 2 can be reached: give the best way"],
    ),
]


@pytest.mark.parametrize(("change", "says"), [row[1:] for row in PLAYS], ids=[row[0] for row in PLAYS])
def test_what_plays_of_a_scenario_can_come_to(change: Callable[[Json], Any], says: list[str]) -> None:
    assert told(changed(change)) == says


def _round(steps: int) -> Json:
    """A person who can be asked the same so many times before they go."""
    card = small()
    ways = [{"when": {"time": {"least": 61 - steps}}, "to": "n1"}, {"to": "bad"}]
    card["nodes"][0]["options"].append(choice("c", ways, effects={"time": -1}))
    return card


def test_a_play_may_take_sixty_choices_and_no_more() -> None:
    assert told(_round(59)) == []
    assert told(_round(60)) == ["nodes: can take 61 choices: shorten it to 60"]


def test_what_is_too_large_to_look_through_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    [card] = large()["cards"]
    monkeypatch.setattr(scenario_check, "MOST_POSITIONS", 5)
    [fault] = told(card)
    assert fault == ("nodes: can be played in more than 5 ways to stand: use fewer meters, or effects in larger steps")


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_every_play_of_a_sound_scenario_ends(card_seed: int, play_seed: int) -> None:
    card = random_scenario(Random(card_seed))
    assume(told(card, ("nb",)) == [])
    moves = longest(explore(Scenario(card)).followed)
    made = play(card, Random(play_seed))
    assert moves is not None
    assert len(made) <= moves
    result = result_of(card, made)
    assert result is not None
    assert 0 <= result.stars <= 3
    assert (result.stars > 0) is result.good
    best = result_of(card, card["key"])
    assert best is not None
    assert not result.good or result.reached <= best.reached


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_a_play_that_does_not_end_is_of_a_scenario_with_faults(card_seed: int, play_seed: int) -> None:
    card = random_scenario(Random(card_seed))
    made = play(card, Random(play_seed), most=300)
    found = told(card, ("nb",))
    said = any("for ever" in fault or "dead end" in fault or "3 to 80" in fault for fault in found)
    assert said or result_of(card, made) is not None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_any_response_is_graded(response: Any) -> None:
    assert result_of(bare(small()), response) is None


@settings(max_examples=300)
@given(st.data())
def test_the_checker_says_something_of_anything(data: st.DataObject) -> None:
    """A sound card with one part of it replaced by anything: told of or sound, never an error."""
    card: Any = small()
    place = card
    for _ in range(data.draw(st.integers(1, 6))):
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        step = data.draw(st.sampled_from(keys))
        if not isinstance(place[step], dict | list) or not place[step] or data.draw(st.booleans()):
            place[step] = data.draw(JSON)
            break
        place = place[step]
    before = copy.deepcopy(card)
    told(card)
    assert repr(card) == repr(before)
