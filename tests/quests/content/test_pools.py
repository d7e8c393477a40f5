"""Cards that are one of several: drawn by the seed, the same on the server and the device."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quests.content.rules.documents import in_language, stored_form, structure_of
from quests.content.rules.pools import drawn, faces
from tests.quests.content.examples import VECTORS, card, module, option, pool

ROWS: list[dict[str, Any]] = json.loads((VECTORS / "pools.json").read_bytes())


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['seed']}:{row['card']} of {row['variants']}" for row in ROWS])
def test_vector(row: dict[str, Any]) -> None:
    variants = [{"id": str(place)} for place in range(row["variants"])]
    assert drawn({"id": row["card"], "type": "choice", "variants": variants}, row["seed"])["variant"] == row["drawn"]


@given(st.integers(0, 2**31 - 1))
def test_what_is_drawn_is_one_of_its_faces_under_the_cards_own_id(seed: int) -> None:
    face = drawn(pool(), seed)
    assert face in faces(pool())
    assert (face["id"], face["type"], face["remember"]) == ("c16", "choice", True)
    assert "variants" not in face


def test_every_variant_is_drawn_about_as_often() -> None:
    counts = Counter(drawn(pool(), seed)["variant"] for seed in range(1000))
    assert all(400 < count < 600 for count in counts.values()), counts


def test_a_card_without_variants_is_itself() -> None:
    assert drawn(card("choice"), 5) == card("choice")
    assert faces(card("choice")) == [card("choice")]


def test_a_pool_is_stored_served_and_rebuilt_by_its_variants() -> None:
    document = stored_form(module() | {"cards": [pool()]}, {})
    (served,) = in_language(document, "en", "v")["cards"]
    assert [variant["prompt"] for variant in served["variants"]] == ["Hva først, v1? (en)", "Hva først, v2? (en)"]
    other = pool()
    other["variants"][0]["options"].append(option("c"))
    assert structure_of(document) != structure_of(stored_form(module() | {"cards": [other]}, {}))
