"""Pasted text at the door: cards back, nothing stored, bounded."""

import pytest

from quests.exchange.rules.pasted import MOST_CHARACTERS
from tests.world import Somebody, World


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Solbakken", "editor")


def test_a_text_comes_back_as_cards_and_lines(editor: Somebody) -> None:
    text = "# Fall\n\n1. Hva gjør du?\na) Løfter\nb) Blir *\n\n2. Hvorfor?\n"
    answer = editor.post("/studio/parse", json={"text": text, "language": "nn"})
    assert answer.status_code == 200
    assert answer.json["title"] == "Fall"
    assert [each["id"] for each in answer.json["cards"]] == ["c1", "c2"]
    assert answer.json["cards"][0]["options"][1] == {"id": "b", "text": {"nn": "Blir"}}
    assert answer.json["starts"] == [3, 7]
    assert answer.json["lines"] == [{"line": 7, "code": "no_options", "text": "Hvorfor?"}]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"text": "Hei"},
        {"text": 3, "language": "nb"},
        {"text": "Hei", "language": "de"},
        {"text": "x" * (MOST_CHARACTERS + 1), "language": "nb"},
    ],
)
def test_what_is_no_text_of_that_size_is_refused(editor: Somebody, given: dict[str, object]) -> None:
    assert editor.post("/studio/parse", json=given).status_code == 422


def test_markup_is_words_like_any_other(editor: Somebody) -> None:
    text = "1. <script>alert(1)</script>?\na) <img src=x onerror=alert(1)> *\nb) {{7*7}}"
    (card,) = editor.post("/studio/parse", json={"text": text, "language": "nb"}).json["cards"]
    assert card["prompt"] == {"nb": "<script>alert(1)</script>?"}
    assert card["options"][0]["text"] == {"nb": "<img src=x onerror=alert(1)>"}
