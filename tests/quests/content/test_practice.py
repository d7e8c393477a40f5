"""The practice post that comes with the app is a module as any other: sound, short, in three languages."""

from typing import Any

import orjson
import pytest

from quests.content.rules.documents import in_language, stored_form
from quests.content.rules.grading import grade
from quests.content.rules.kinds.registry import is_exercise
from quests.content.rules.reading import seconds_of
from quests.content.rules.texts import LANGUAGES
from quests.content.rules.validation import faults_of
from tests.quests.content.examples import ROOT

FILE = ROOT / "pwa" / "src" / "features" / "play" / "practice.json"


@pytest.fixture
def document() -> Any:
    return orjson.loads(FILE.read_bytes())


def test_it_is_sound_and_written_in_every_language(document: Any) -> None:
    assert faults_of(document, FILE.name) == []
    assert tuple(document["languages"]) == LANGUAGES
    assert all(seconds_of(document, language) <= 90 for language in LANGUAGES)


def test_each_language_has_words_of_its_own(document: Any) -> None:
    served = [in_language(stored_form(document, {}), language, "v") for language in LANGUAGES]
    for cards in zip(*(each["cards"] for each in served), strict=True):
        bodies = [card.get("body") or card["prompt"] for card in cards]
        assert len(set(bodies)) == len(LANGUAGES)


def test_it_asks_first_tells_once_and_every_option_says_why(document: Any) -> None:
    assert [card["type"] for card in document["cards"]] == ["choice", "text", "multiple"]
    for card in filter(is_exercise, document["cards"]):
        assert grade(card, card["key"], "nb") == "right"
        assert all(option["explanation"] for option in card["options"])
    assert not any(card.get("remember") for card in document["cards"]), "nothing of it comes back another week"
