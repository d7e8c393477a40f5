"""What is told about a module document that cannot be taken in."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.content.rules.documents import in_language, path_stored_form, stored_form, version_of
from quests.content.rules.inspection import MOST_FAULTS
from quests.content.rules.path_validation import path_faults_of
from quests.content.rules.validation import faults_of
from tests.quests.content.examples import CARDS, card, module, option, path, pool, served, texts

ABSENT = object()


def put(document: dict[str, Any], steps: str, value: object) -> dict[str, Any]:
    """The document with the place `steps` changed, or taken away."""
    *above, last = [int(step) if step.isdigit() else step for step in steps.split(".")]
    document = copy.deepcopy(document)
    place: Any = document
    for step in above:
        place = place[step]
    if value is ABSENT:
        del place[last]
    else:
        place[last] = value
    return document


def changed(steps: str, value: object) -> dict[str, Any]:
    """A sound document with the place `steps` changed, or taken away."""
    return put(module(), steps, value)


def told(document: object) -> list[str]:
    return [str(fault) for fault in faults_of(document, "modules/hygiene.json")]


def test_sound_documents_have_no_faults() -> None:
    assert told(module()) == []
    assert told(served()) == []
    for kind in CARDS:
        assert told(module("en-slags", "choice" if kind != "choice" else "order", kind)) == []
    assert told(module() | {"cards": [pool()], "topic": {"id": "hender", "title": texts("Hender")}}) == []


def test_a_fault_tells_the_file_the_place_and_the_remedy() -> None:
    assert told(changed("cards.3.options", [option("a")])) == [
        "modules/hygiene.json: cards[3].options: needs 2 to 8 options, each with id, text and explanation",
        "modules/hygiene.json: cards[3].key: "
        "needs to be a list of all ids of the options in the right order, each once",
    ]


TABLE = [
    ("format", "loype.module/2", "format: needs to be"),
    ("format", ABSENT, "format: is missing"),
    ("module", "Rene Hender", "module: needs to be a short name"),
    ("module", "../x", "module: needs to be a short name"),
    ("module", "a" * 81, "module: needs to be a short name"),
    ("module", "rene-hender\n", "module: needs to be a short name"),
    ("languages", [], "languages: needs 1 to 3"),
    ("languages", ["nb", "nb"], "languages[1]:"),
    ("languages", ["xx"], "languages: needs to list some of nb, nn, en"),
    ("languages", ["nb", "nn", "en"], "title.nn: is missing"),
    ("languages", ["nb"], "title.en: is not one of the languages"),
    ("language", "no", "language: needs to be one of"),
    ("title", "Rene hender", "title: needs a text in each language"),
    ("title.en", "", "title.en: is empty"),
    ("title.en", "  \n", "title.en: is empty"),
    ("title.en", "x" * 201, "title.en: is 201 characters long"),
    ("title.en", 7, "title.en: needs to be a text"),
    ("takeaways.en", ["a", "b", "c", "d"], "takeaways.en: needs 0 to 3"),
    ("takeaways", ["a"], "takeaways: needs a text in each language"),
    ("takeaways.nb", [""], "takeaways.nb[0]: is empty"),
    ("licence", ABSENT, "licence: is missing"),
    ("licence", "", "licence: is empty"),
    ("sources", [{"note": {"nb": "x", "en": "x"}}], "sources[0].title: is missing"),
    ("sources", "Loven", "sources: needs 0 to 10"),
    ("author", "me", "author: is an unknown field"),
    ("cards", [], "cards: needs 1 to 40 cards"),
    ("cards", [card("text")], "cards: needs at least one exercise"),
    ("cards", [card("choice")] * 41, "cards: needs 1 to 40 cards"),
    ("cards", {}, "cards: needs 1 to 40 cards"),
    ("cards.2.id", "c1", 'cards[2]: "c1" is used before'),
    ("cards.2.id", "c 1", "cards[2].id: needs to be an id"),
    ("cards.1", "card", "cards[1]: needs to be a card of one of the types text, discover"),
    ("cards.1.type", "essay", "cards[1].type: needs to be a card of one of the types"),
    ("cards.1.prompt", ABSENT, "cards[1].prompt: is missing"),
    ("cards.1.prompt.en", "x" * 2001, "cards[1].prompt.en: is 2001 characters long: shorten it to 2000"),
    ("cards.1.hint", "x", "cards[1].hint: is an unknown field"),
    ("cards.0.options", [], "cards[0].options: is an unknown field"),
    ("cards.1.options.0.explanation", ABSENT, "cards[1].options[0].explanation: is missing"),
    ("cards.1.options.1.id", "a", 'cards[1].options[1]: "a" is used before'),
    ("cards.1.options.0.points", 3, "cards[1].options[0].points: is an unknown field"),
    ("cards.1.options.0.text.en", ABSENT, "cards[1].options[0].text.en: is missing"),
    ("cards.1.options", [option(letter) for letter in "abcdefghi"], "cards[1].options: needs 2 to 8"),
    ("cards.1.key", ABSENT, "cards[1].key: is missing"),
    ("cards.1.key", "c", "cards[1].key: needs to be the id of the right option"),
    ("cards.1.key", ["b"], "cards[1].key: needs to be the id"),
    ("cards.1.key", None, "cards[1].key: needs to be the id"),
    ("cards.2.key", [], "cards[2].key: needs to be a list of the ids"),
    ("cards.2.key", ["a", "a"], "cards[2].key: needs to be a list of the ids"),
    ("cards.2.key", [["a"]], "cards[2].key: needs to be a list of the ids"),
    ("cards.2.key", "a", "cards[2].key: needs to be a list of the ids"),
    ("cards.3.key", ["a", "b"], "cards[3].key: needs to be a list of all ids"),
    ("cards.4.key", {"l1": "r1"}, "cards[4].key: needs to give each id of left one id of right"),
    ("cards.4.key", {"l1": "r1", "l2": "r3"}, "cards[4].key: needs to give each id"),
    ("cards.4.key", ["l1", "l2"], "cards[4].key: needs to give each id"),
    ("cards.4.right", ABSENT, "cards[4].right: is missing"),
    ("cards.4.left", [option("l1")], "cards[4].left: needs 2 to 8"),
    ("cards.5.key", 30, "cards[5].key: needs to be an object"),
    ("cards.5.key.value", True, "cards[5].key.value: needs to be a number"),
    ("cards.5.key.value", "30", "cards[5].key.value: needs to be a number"),
    ("cards.5.key.value", float("nan"), "cards[5].key.value: needs to be a number"),
    ("cards.5.key.value", float("inf"), "cards[5].key.value: needs to be a number"),
    ("cards.5.key.value", 10**400, "cards[5].key.value: needs to be a number"),
    ("cards.5.key.tolerance", -1, "cards[5].key.tolerance: needs to be zero or more"),
    ("cards.5.key.tolerance", ABSENT, "cards[5].key.tolerance: is missing"),
    ("cards.5.explanation", ABSENT, "cards[5].explanation: is missing"),
    ("cards.5.remember", "yes", "cards[5].remember: needs to be true or false"),
    ("cards.0.picture", {"file": "x.svg"}, "cards[0].picture.alt: is missing"),
    (
        "cards.0.picture",
        {"file": "x.svg", "alt": {"nb": "x", "en": "x"}, "focus": {"x": 0.5}},
        "cards[0].picture.focus.y: is missing",
    ),
    (
        "cards.0.picture",
        {"file": "x.svg", "alt": {"nb": "x", "en": "x"}, "focus": {"x": 0.5, "y": 1.5}},
        "cards[0].picture.focus.y: needs to be a number from 0 to 1",
    ),
    (
        "cards.0.picture",
        {"file": "x.svg", "alt": {"nb": "x", "en": "x"}, "focus": "middle"},
        "cards[0].picture.focus: needs to be an object",
    ),
    ("cards.0.picture", {"alt": {"nb": "x", "en": "x"}}, "cards[0].picture.file: is missing"),
    (
        "cards.0.picture",
        {"media": "x", "alt": {"nb": "x", "en": "x"}},
        "cards[0].picture.media: needs to be the SHA-256",
    ),
    ("cards.0.picture", "x.svg", "cards[0].picture: needs to be an object"),
    ("cards.0.remember", True, "cards[0].remember: is an unknown field"),
]


@pytest.mark.parametrize(("steps", "value", "expected"), TABLE)
def test_fault(steps: str, value: object, expected: str) -> None:
    assert any(line.startswith(f"modules/hygiene.json: {expected}") for line in told(changed(steps, value)))


@pytest.mark.parametrize("document", [None, [], "x", 7, {}, {"cards": None}])
def test_what_is_no_document(document: object) -> None:
    assert told(document)


def test_at_most_two_to_remember() -> None:
    document = module()
    for number in (1, 2, 3):
        document["cards"][number]["remember"] = True
    assert any("more than 2 cards marked remember" in line for line in told(document))


def test_over_three_minutes_is_refused_with_the_estimate_in_each_language() -> None:
    document = module()
    document["cards"][0]["body"]["en"] = "word " * 399
    document["cards"][1]["body"] = {"nb": "kort", "en": "word " * 399}
    [line] = told(document)
    assert line.startswith("modules/hygiene.json: takes too long (nb ")
    assert "shorten it to 180 s or less in every language" in line


MARKUP = [
    "<b>fet</b>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p>",
    "<!-- x -->",
    "<?php",
    "<svg/onload=x>",
    "[lenke](https://example.no)",
    "[lenke][1]",
    "[1]: https://example.no",
    "![bilde](x.svg)",
    "<https://example.no>",
    "https://example.no",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "&lt;b&gt;",
    "&#60;b",
    "# Overskrift",
    "```\nkode\n```",
    "a\x00b",
    "a\u202eb",
    "a\ud800b",
    "a\x1b[31m",
    "a\tb",
    "a\r\nb",
]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_outside_the_subset_is_refused(text: str) -> None:
    assert told(changed("cards.1.prompt.nb", text))


@pytest.mark.parametrize(
    "text",
    [
        "**fet** og *kursiv*",
        "- en\n- to",
        "blodsukker < 4 og > 3",
        "3 & 4",
        "kl. 14:30",
        "[se tavla]",
        "Solveig, rom 12",
        "50 %",
        "1 # 2",
        "æøå «så» – ja",
        "- [ ] ikke en lenke (bare klammer)",
    ],
)
def test_the_subset_is_let_in(text: str) -> None:
    assert told(changed("cards.1.prompt.nb", text)) == []


@pytest.mark.parametrize("text", ["[" * 2000, "*" * 2000, "<" * 2000, "a" * 2000 + "!", "&" * 2000, "a-" * 1000 + ":"])
def test_no_text_takes_long_to_look_through(text: str) -> None:
    told(changed("cards.1.prompt.nb", text))


def test_a_flood_of_faults_is_cut_off() -> None:
    document = module() | {f"x{number}": 1 for number in range(100_000)}
    assert len(told(document)) == MOST_FAULTS


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from(["a", "c1", "nb", "choice"]),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["id", "nb", "key", "x"]), below, max_size=3)
    ),
    max_leaves=6,
)


def places(value: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a document."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for step, below in steps for place in [(*above, step), *places(below, (*above, step))]]


PLACES = [(whole, place) for whole in (module(), served()) for place in places(whole)]


@given(chosen=st.sampled_from(PLACES), value=ANYTHING | st.just(ABSENT))
def test_no_mutated_document_makes_the_inspection_fail(chosen: tuple[Any, tuple[Any, ...]], value: object) -> None:
    whole, steps = chosen
    document = place = copy.deepcopy(whole)
    for step in steps[:-1]:
        place = place[step]
    if value is ABSENT:
        del place[steps[-1]]
    else:
        place[steps[-1]] = value
    faults = faults_of(document, "x")
    assert all(str(fault).isprintable() for fault in faults)
    if not faults:
        stored = stored_form(document, AnyPicture())
        assert faults_of(stored, "x") == []
        assert stored_form(stored, {}) == stored
        for language in stored["languages"]:
            assert faults_of(in_language(stored, language, version_of(stored)), "x") == []


class AnyPicture(dict[str, str]):
    """As if every file were there."""

    def __missing__(self, file: str) -> str:
        return "a" * 64


PATH_PLACES = places(path("rene-hender"))


@given(steps=st.sampled_from(PATH_PLACES), value=ANYTHING)
def test_no_mutated_path_makes_the_inspection_fail(steps: tuple[Any, ...], value: object) -> None:
    document: Any = path("rene-hender")
    place = document
    for step in steps[:-1]:
        place = place[step]
    place[steps[-1]] = value
    if not path_faults_of(document, "x", {"rene-hender"}):
        assert path_faults_of(path_stored_form(document), "x", {"rene-hender"}) == []


KINDS_TABLE = [
    ("discover", "spots", [], "spots: needs 1 to 8"),
    ("discover", "spots.0.x", 1.1, "spots[0].x: needs to be a number from 0 to 1"),
    ("discover", "spots.0.explanation", ABSENT, "spots[0].explanation: is missing"),
    ("discover", "picture", ABSENT, "picture: is missing"),
    ("discover", "picture", None, "picture: needs to be an object"),
    ("discover", "picture.alt", ABSENT, "picture.alt: is missing"),
    ("steps", "steps", [option("a", explained=False)], "steps: needs 2 to 8"),
    ("steps", "steps.1.picture.alt", {"nb": "Et rom"}, "steps[1].picture.alt.en: is missing"),
    ("quote", "by", ABSENT, "by: is missing"),
    ("quote", "quote.en", "", "quote.en: is empty"),
    ("quote", "remember", True, "remember: is an unknown field"),
    ("sort", "key.a", "z", "key: needs to give each id of options one id of buckets"),
    ("sort", "key", {"a": "x"}, "key: needs to give each id of options one id of buckets"),
    ("sort", "buckets", [option("x", explained=False)], "buckets: needs 2 to 5"),
    ("fill", "key.en", ABSENT, "key.en: is missing"),
    ("fill", "key.en", [], "key.en: needs 1 to 20 accepted forms"),
    ("fill", "key.en", ["  "], "key.en[0]: needs to be a word or phrase"),
    ("fill", "key.en", ["x" * 201], "key.en[0]: needs to be a word or phrase"),
    ("fill", "key.en", [7], "key.en[0]: needs to be a text"),
    ("fill", "exact", "yes", "exact: needs to be true or false"),
    ("fill", "explanation", ABSENT, "explanation: is missing"),
    ("hotspot", "picture", ABSENT, "picture: is missing"),
    ("hotspot", "key", ["q"], "key: needs to be a list of the ids"),
    ("hotspot", "regions.0.w", 0, "regions[0].w: reaches outside the picture"),
    ("hotspot", "regions.2.w", 0.3, "regions[2].w: reaches outside the picture"),
    ("hotspot", "regions.1.y", "0.1", "regions[1].y: needs to be a number from 0 to 1"),
    ("hotspot", "regions.1.explanation", ABSENT, "regions[1].explanation: is missing"),
    ("flashcard", "back", ABSENT, "back: is missing"),
    ("flashcard", "remember", True, "remember: is an unknown field"),
    ("survey", "scale", ABSENT, ": needs exactly one of scale, options, free"),
    ("survey", "free", True, ": needs exactly one of scale, options, free"),
    ("survey", "scale.least", 5, "scale: needs whole numbers least and most"),
    ("survey", "scale.most", 11, "scale: needs whole numbers least and most"),
    ("survey", "scale.low", ABSENT, "scale.low: is missing"),
    ("survey", "many", True, "many: is an unknown field"),
    ("reflection", "key", "x", "key: is an unknown field"),
]


@pytest.mark.parametrize(("kind", "steps", "value", "expected"), KINDS_TABLE)
def test_a_fault_of_a_kind(kind: str, steps: str, value: object, expected: str) -> None:
    document = put(module("hygiene", "choice", kind), f"cards.1.{steps}", value)
    place = f"modules/hygiene.json: cards[1]{'' if expected.startswith(':') else '.'}{expected}"
    assert any(line.startswith(place) for line in told(document)), told(document)


POOL_TABLE = [
    ("variants", [], "cards[0].variants: needs 2 to 10 variants"),
    ("variants.1.id", "v1", 'cards[0].variants[1]: "v1" is used before'),
    ("variants.0.key", "z", "cards[0].variants[0].key: needs to be the id"),
    ("variants.0.type", "order", "cards[0].variants[0].type: is an unknown field"),
    ("variants.0", "a", "cards[0].variants[0]: needs to be an object"),
    ("prompt", texts("Hva?"), "cards[0].prompt: is an unknown field"),
    ("type", "survey", "cards[0].variants: is an unknown field"),
]


@pytest.mark.parametrize(("steps", "value", "expected"), POOL_TABLE)
def test_a_fault_of_a_pool(steps: str, value: object, expected: str) -> None:
    document = put(module("hygiene") | {"cards": [pool()]}, f"cards.0.{steps}", value)
    assert any(line.startswith(f"modules/hygiene.json: {expected}") for line in told(document)), told(document)
