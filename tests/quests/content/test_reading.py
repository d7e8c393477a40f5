"""How long a module takes, and what is answered too soon to have been read."""

from typing import Any

import pytest

from quests.content.rules.reading import characters_shown, seconds_of, too_quick
from tests.quests.content.examples import card, module


def long_card(characters: int) -> dict[str, Any]:
    """A question whose texts before the answer come to so many characters."""
    options = [{"id": id, "text": "x" * 10, "explanation": "y" * 34} for id in "ab"]
    return {"id": "c1", "type": "choice", "prompt": "x" * (characters - 20), "options": options, "key": "a"}


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(None, False), (0.0, True), (-5.0, True), (2.79, True), (2.8, False), (2.81, False), (1e9, False)],
)
def test_200_characters_take_2_point_8_seconds(seconds: float | None, expected: bool) -> None:
    assert too_quick(long_card(200), "nb", seconds) is expected


def test_characters_are_those_of_the_language() -> None:
    assert characters_shown(card("number"), "nb") == len("Hvor lenge?")
    assert characters_shown(card("number"), "en") == len("Hvor lenge? (en)")
    assert characters_shown(card("choice"), "nb") == len("Hva først?") + 2 * len("Valg a")
    assert characters_shown(card("match"), "nb") == len("Hva hører sammen?") + 4 * len("Valg l1")
    assert characters_shown(card("text"), "nb") == len("Visste du") + len("**Rene** hender\n\n- vann")


def test_seconds_are_shown_text_mean_explanation_and_five_an_exercise() -> None:
    document = {"cards": [long_card(170), {"id": "c2", "type": "text", "prompt": "x" * 17}]}
    assert seconds_of(document, "nb") == 170 / 17 + 34 / 17 + 5 + 1


def test_seconds_round_up() -> None:
    assert seconds_of({"cards": [{"id": "c1", "type": "text", "prompt": "x"}]}, "nb") == 1


def test_a_translation_has_its_own_estimate() -> None:
    assert seconds_of(module(), "en") > seconds_of(module(), "nb")
