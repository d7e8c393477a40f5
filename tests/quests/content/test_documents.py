"""What a document is the same as, and what is served of it."""

import unicodedata
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.content.rules.documents import (
    canonical,
    exercises_of,
    in_language,
    media_of,
    readable,
    stored_form,
    structure_of,
    version_of,
)
from quests.content.rules.validation import faults_of
from tests.quests.content.examples import module, served

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=5), below, max_size=4),
    max_leaves=20,
)
A, B = "a" * 64, "b" * 64


def pictured(digest: str = A, alt: str = "Hender") -> dict[str, Any]:
    """A stored document with a picture."""
    document = module()
    document["cards"][0]["picture"] = {"file": "hender.svg", "alt": {"nb": alt, "en": alt}}
    return stored_form(document, {"hender.svg": digest})


@given(JSON)
def test_canonical_is_stable(value: object) -> None:
    assert canonical(orjson.loads(canonical(value))) == canonical(value)
    assert canonical(orjson.loads(readable(value))) == canonical(value)


@given(st.dictionaries(st.text(max_size=5), st.integers(0, 9), max_size=6))
def test_canonical_knows_no_order_of_fields(value: dict[str, int]) -> None:
    if len({unicodedata.normalize("NFC", field) for field in value}) == len(value):
        assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_canonical_knows_no_forms_of_letters() -> None:
    assert canonical({"x": "p\u00e5"}) == canonical({"x": "pa\u030a"}) == '{"x":"på"}'.encode()


def mended(document: dict[str, Any], field: str) -> dict[str, Any]:
    """The document with one text changed."""
    changed = orjson.loads(orjson.dumps(document))
    option = changed["cards"][1]["options"][0]
    match field:
        case "title":
            changed["title"]["en"] = "Other"
        case "explanation":
            option["explanation"]["nb"] = "Annerledes"
        case "sources":
            changed["sources"] = []
        case "alt" | "picture":
            changed = pictured(alt="Andre") if field == "alt" else pictured(B)
        case "languages":
            changed["languages"] = ["nb"]
        case "key":
            changed["cards"][1]["key"] = "a"
        case "option":
            option["id"] = "z"
        case "turned":
            changed["cards"][1]["options"].reverse()
        case "remember":
            changed["cards"][1]["remember"] = True
    return dict(changed)


@pytest.mark.parametrize("field", ["title", "explanation", "sources", "alt", "picture", "languages"])
def test_mending_a_text_makes_a_version_of_the_same_structure(field: str) -> None:
    assert version_of(mended(pictured(), field)) != version_of(pictured())
    assert structure_of(mended(pictured(), field)) == structure_of(pictured())


@pytest.mark.parametrize("field", ["key", "option", "turned", "remember"])
def test_changing_what_is_played_makes_another_structure(field: str) -> None:
    assert version_of(mended(pictured(), field)) != version_of(pictured())
    assert structure_of(mended(pictured(), field)) != structure_of(pictured())


def test_stored_form_is_a_sound_source_and_its_own_stored_form() -> None:
    for document in (pictured(), stored_form(served(), {})):
        assert faults_of(document, "x") == []
        assert stored_form(document, {}) == document


def test_a_document_in_one_language_is_stored_by_language() -> None:
    stored = stored_form(served(), {})
    assert stored["languages"] == ["en"]
    assert stored["title"] == {"en": "Clean"}
    assert stored["cards"][0]["options"][0]["text"] == {"en": "Option a"}
    assert "seconds" not in stored


def test_the_served_document_is_in_one_language_with_everything_to_play_it() -> None:
    document = pictured()
    shown = in_language(document, "en", version_of(document))
    assert shown["title"] == "Rene hender (en)"
    assert shown["takeaways"] == ["Wash", "Dry"]
    assert shown["languages"] == ["nb", "en"]
    assert shown["sources"] == [{"title": "Veileder for håndhygiene", "note": "Når (en)"}]
    assert shown["version"] == version_of(document)
    assert shown["structure"] == structure_of(document)
    assert isinstance(shown["seconds"], int)
    assert shown["cards"][0]["picture"] == {"media": A, "alt": "Hender"}
    assert shown["cards"][4]["left"][0] == {"id": "l1", "text": "Valg l1 (en)", "explanation": "Fordi l1 (en)"}
    assert shown["cards"][5]["unit"] == "sekunder (en)"
    assert shown["cards"][5]["key"] == {"value": 30, "tolerance": 10}
    assert faults_of(shown, "x") == []


def test_another_language_is_not_made_up() -> None:
    with pytest.raises(KeyError):
        in_language(pictured(), "nn", "v")


def test_exercises_and_pictures() -> None:
    assert [card["id"] for card in exercises_of(module())] == ["c2", "c3", "c4", "c5", "c6"]
    assert media_of(pictured()) == [A]


def test_the_focus_of_a_picture_is_kept_and_served_and_no_part_of_the_structure() -> None:
    document, focus = module(), {"x": 0.25, "y": 1}
    document["cards"][0]["picture"] = {"file": "hender.svg", "alt": {"nb": "x", "en": "x"}, "focus": focus}
    assert faults_of(document, "a.json") == []
    stored = stored_form(document, {"hender.svg": A})
    assert stored["cards"][0]["picture"]["focus"] == focus
    assert media_of(stored) == [A]
    assert in_language(stored, "nb", "v")["cards"][0]["picture"] == {"media": A, "alt": "x", "focus": focus}
    assert structure_of(stored) == structure_of(pictured())
