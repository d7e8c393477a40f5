"""What is said of a draft: that our own courses are well made, and that each weakness is seen where it is."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quests.authoring.checks.check import ADVISE, BLOCK, advise
from quests.authoring.checks.checking import MOST_CHECKS, checked, told
from quests.authoring.checks.ease import lix
from quests.authoring.checks.sentences import SENTENCES
from quests.content.package import COURSES, read_folder
from quests.content.rules.documents import stored_form
from tests.quests.course import MODULES

Json = dict[str, Any]
SHORT = {"nb": "Ja, her", "nn": "Ja, her"}


def choice(number: int, right: str = "b", **texts: str) -> Json:
    """A question in two languages with three answers."""
    options = [
        {
            "id": id,
            "text": {"nb": texts.get(id, f"Svar {id}"), "nn": f"Svar {id} n"},
            "explanation": {"nb": f"Fordi {id}.", "nn": f"Fordi {id} n."},
        }
        for id in "abc"
    ]
    return {
        "id": f"c{number}",
        "type": "choice",
        "prompt": {"nb": f"Hva {number}?", "nn": f"Kva {number}?"},
        "options": options,
        "key": right,
    }


def first(**fields: Any) -> Json:
    """A good draft but for what its first question is given."""
    return draft({**choice(1), **fields}, *THREE[1:])


def alike(ids: str) -> list[Json]:
    return [{"id": id, "text": {"nb": id, "nn": id}, "explanation": SHORT} for id in ids]


LONG = "Et svar som er mye lengre"


def draft(*cards: Json, **fields: Any) -> Json:
    title = {"nb": "Prøve", "nn": "Prøve"}
    head = {
        "format": "loype.module/1",
        "module": "prove",
        "languages": ["nb", "nn"],
        "title": title,
        "takeaways": {"nb": [], "nn": []},
    }
    tail = {"licence": "CC-BY-4.0", "credits": "", "sources": [], "cards": list(cards)}
    return {**head, **tail, **fields}


THREE = (choice(1), choice(2, "a"), choice(3, "c"))


def codes(document: Json, sources: Any = None) -> set[tuple[str, str]]:
    return {(each.code, each.place) for each in checked(document, sources or {}) if each.code != "not_spoken"}


def test_a_good_draft_has_nothing_to_mend() -> None:
    assert codes(draft(*THREE)) == set()
    (only,) = checked(draft(*THREE), {})
    assert (only.severity, only.code, only.language) == (ADVISE, "not_spoken", "en")


def test_our_own_courses_are_well_made() -> None:
    for folder in sorted(COURSES.iterdir()):
        for module in read_folder(folder).modules:
            assert checked(module, {}) == [], module["module"]


def test_what_blocks_is_told_with_its_place_and_language() -> None:
    broken = draft(*deepcopy(THREE))
    del broken["cards"][1]["options"][0]["explanation"]["nn"]
    del broken["cards"][2]["key"]
    found = [each for each in checked(broken, {}) if each.severity == BLOCK]
    assert [(each.code, each.place, each.language) for each in found] == [
        ("language_missing", "cards[1].options[0].explanation", "nn"),
        ("missing", "cards[2].key", None),
    ]


@pytest.mark.parametrize(
    ("document", "code", "place"),
    [
        (draft(choice(1, b=LONG), choice(2, b=LONG), choice(3)), "longest_right", "cards[0]"),
        (draft(*(choice(n) for n in range(4))), "same_letter", "cards"),
        (draft(*(choice(n) for n in range(4))), "one_kind", "cards"),
        (draft(choice(1)), "few_exercises", "cards"),
        (draft(*(choice(n) for n in range(7))), "many_exercises", "cards"),
        (draft(choice(1, a="Alle svarene er riktige"), *THREE[1:]), "all_of_them", "cards[0].options[0].text"),
        (draft(choice(1, a="Alle de andre svarene"), *THREE[1:]), "all_of_them", "cards[0].options[0].text"),
        (draft(choice(1, c="Ingen av alternativene"), *THREE[1:]), "none_of_them", "cards[0].options[2].text"),
        (draft(choice(1, c="svar A"), *THREE[1:]), "same_option", "cards[0].options[2].text"),
        (first(prompt={"nb": "Hva skal du ikke unngå?", "nn": "Kva?"}), "double_negation", "cards[0].prompt"),
        (first(body={"nb": "Se www.helsenorge.no/fall.", "nn": "Sjå."}), "address", "cards[0].body"),
        (first(body={"nb": "Skriv til post@fjordvik.no.", "nn": "Sjå."}), "address", "cards[0].body"),
        (first(prompt={"nb": "ord " * 50, "nn": "Kva?"}), "long_text", "cards[0].prompt"),
        (
            draft({"id": "t1", "type": "text", "prompt": SHORT}, {"id": "t2", "type": "text", "prompt": SHORT}, *THREE),
            "starts_telling",
            "cards[0]",
        ),
        (
            first(options=alike("abcde")),
            "many_options",
            "cards[0].options",
        ),
        (
            first(options=alike("abc")),
            "same_explanation",
            "cards[0].options",
        ),
    ],
)
def test_each_weakness_is_seen_where_it_is(document: Json, code: str, place: str) -> None:
    assert (code, place) in codes(document)


def test_most_short_answers_say_all_of_something_without_pointing() -> None:
    for words in ("Alle vasker hendene", "Alle tre dagene", "Ingen rører pasienten", "Ingen"):
        assert not {code for code, _ in codes(draft(choice(1, a=words), *THREE[1:]))} & {"all_of_them", "none_of_them"}


HEAVY = (
    "Virksomhetens internkontrollbestemmelser forutsetter dokumenterte risikovurderinger gjennomført av kvalifiserte "
    "medarbeidere i samarbeid med verneombudstjenesten, bedriftshelsetjenesten og arbeidsmiljøutvalget, og "
    "avvikshåndteringen skal dessuten følge kommunens overordnede kvalitetssystem uten unødvendige forsinkelser."
)


def test_reading_ease() -> None:
    assert lix("Du går ut. Han ser deg.") == 3
    assert lix("Sykepleieren kommer.") == 52
    assert lix("… – 12") is None
    assert (lix(HEAVY) or 0) > 60
    heavy = first(body={"nb": HEAVY, "nn": "Sjå."})
    assert {("lix_text", "cards[0].body")} <= codes(heavy)
    assert "lix_module" in {
        code for code, _ in codes(draft(*({**each, "body": {"nb": HEAVY, "nn": "Sjå."}} for each in THREE)))
    }


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_each_advice_is_said_in_three_languages(code: str) -> None:
    given = dict.fromkeys(("lix", "most", "least", "length", "address", "count", "total", "letter", "kind"), "7")
    sentences = {told(advise(code, "cards", "nn", **given), language)["remedy"] for language in ("nb", "nn", "en")}
    assert all(each.endswith(".") and "{" not in each for each in sentences)
    assert len(sentences) >= 2


MODULE = stored_form(MODULES[0], {"hender.svg": "0" * 64})
FIELDS = ["id", "type", "key", "text", "nb", "nn", "options", "variants", "prompt", "x"]
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from(["choice", "fill", "nb", "a"]),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.sampled_from(FIELDS), below, max_size=5),
    max_leaves=12,
)


def spoil(document: Any, steps: list[int], value: Any) -> Any:
    """The same document with something else in one place."""
    if not steps or not isinstance(document, dict | list) or not document:
        return value
    if isinstance(document, list):
        number = steps[0] % len(document)
        return [spoil(each, steps[1:], value) if n == number else each for n, each in enumerate(document)]
    name = sorted(document)[steps[0] % len(document)]
    return {**document, name: spoil(document[name], steps[1:], value)}


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6), ODD)
@settings(max_examples=300, deadline=None)
def test_a_draft_may_hold_anything(steps: list[int], value: Any) -> None:
    document = spoil(MODULE, steps, value)
    found = checked(document, {})
    assert len(found) <= MOST_CHECKS
    for each in found:
        assert told(each, "nn")["remedy"]
