"""Every remedy has its sentence in each language of the screens, with the same things filled in."""

import re
from pathlib import Path

import pytest

from quests.content.rules.remedies import REMEDIES, remedy

TEXTS = Path(__file__).parents[3] / "pwa" / "src" / "text"
GIVEN = re.compile(r"{(\w+)}")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_screens_have_words_for_every_code(language: str) -> None:
    block = (TEXTS / language / "faults.ts").read_text().split("remedies: {")[1].split("\n  }")[0]
    said = dict(re.findall(r"^    (\w+): '(.*)',$", block, re.M))
    assert {code: set(GIVEN.findall(text)) for code, text in said.items()} == {
        code: set(GIVEN.findall(text)) for code, text in REMEDIES.items()
    }


def test_a_remedy_is_a_sentence_with_what_is_given() -> None:
    assert str(remedy("count", least=2, most=8, what="options_plain")) == "needs 2 to 8 options, each with id and text"
    assert str(remedy("missing")) == "is missing"
