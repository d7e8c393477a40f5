"""A translation is as old as the source it was made of, whatever else is changed and moved."""

from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quests.authoring.checks.translation import counted, coverage, stale, updated_sources
from quests.authoring.checks.walking import texts_of
from tests.quests.authoring.checks.test_checks import THREE, draft

Json = dict[str, Any]


def old(document: Json, sources: Any) -> set[tuple[str, str]]:
    return {(text.place, language) for text, language in stale(document, sources)}


def changed(document: Json, number: int, language: str, words: str) -> Json:
    after = deepcopy(document)
    after["cards"][number]["prompt"][language] = words
    return after


def test_a_changed_source_makes_its_translations_old_until_they_are_changed_too() -> None:
    first = draft(*THREE)
    sources = updated_sources(None, first, {})
    assert old(first, sources) == set()
    second = changed(first, 1, "nb", "Hva nå?")
    sources = updated_sources(first, second, sources)
    assert old(second, sources) == {("cards[1].prompt", "nn")}
    assert coverage(second, sources) == {"nb": "whole", "nn": "stale", "en": "none"}
    assert counted(second, sources)["nn"]["stale"] == 1
    third = changed(second, 1, "nn", "Kva no?")
    sources = updated_sources(second, third, sources)
    assert old(third, sources) == set()
    assert coverage(third, sources)["nn"] == "whole"


def test_what_was_translated_before_anything_was_known_is_old_once_its_source_changes() -> None:
    first = draft(*THREE)
    second = changed(first, 0, "nb", "Hva nå?")
    assert old(second, updated_sources(first, second, {})) == {("cards[0].prompt", "nn")}


def test_a_source_put_back_as_it_was_makes_its_translation_good_again() -> None:
    first = draft(*THREE)
    sources = updated_sources(None, first, {})
    second = changed(first, 0, "nb", "Hva nå?")
    sources = updated_sources(first, second, sources)
    assert old(first, updated_sources(second, first, sources)) == set()


def test_moving_cards_changes_nothing() -> None:
    first = changed(draft(*THREE), 0, "nb", "Hva nå?")
    sources = updated_sources(draft(*THREE), first, updated_sources(None, draft(*THREE), {}))
    moved = {**first, "cards": first["cards"][::-1]}
    assert old(moved, updated_sources(first, moved, sources)) == {("cards[2].prompt", "nn")}


def test_what_is_gone_is_forgotten() -> None:
    first = draft(*THREE)
    sources = updated_sources(None, first, {})
    assert "cards/c3/prompt" in sources
    assert "cards/c3/prompt" not in updated_sources(first, draft(*THREE[:2]), sources)


@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from(["nb", "nn", "en"]), st.sampled_from(["", "En", "To", "Tre"]))
    )
)
def test_nothing_is_old_that_was_written_after_its_source(edits: list[tuple[int, str, str]]) -> None:
    """A translation is old exactly when its source differs from what it was when the translation was written."""
    document, sources = draft(*THREE), updated_sources(None, draft(*THREE), {})
    of = {
        (number, language): document["cards"][number]["prompt"]["nb"]
        for number in range(3)
        for language in ("nn", "en")
    }
    for number, language, words in edits:
        before = document["cards"][number]["prompt"].get(language, "")
        after = changed(document, number, language, words)
        sources = updated_sources(document, after, sources)
        if language != "nb" and before != words:
            of[number, language] = after["cards"][number]["prompt"]["nb"]
        document = after
    prompts = [each["prompt"] for each in document["cards"]]
    sure = {
        (f"cards[{number}].prompt", language)
        for (number, language), source in of.items()
        if source and prompts[number].get(language) and prompts[number]["nb"] and source != prompts[number]["nb"]
    }
    assert {each for each in old(document, sources) if each[0].endswith("prompt")} <= {
        (f"cards[{number}].prompt", language) for number, language in of
    }
    if all(prompt["nb"] for prompt in prompts) and all(words for _, language, words in edits if language == "nb"):
        assert old(document, sources) == sure


def test_every_text_of_a_module_is_walked() -> None:
    names = [each.name for each in texts_of(draft(*THREE))]
    assert names[:4] == ["title", "takeaways", "cards/c1/prompt", "cards/c1/options/a/text"]
    assert len(names) == len(set(names))
