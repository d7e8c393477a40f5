"""Wishes: what is wanted is due from its day, once a day, before all else, until it has been recalled since."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.db import committed
from quests.content.queries import modules_named
from quests.review.rules import agenda, due_by_wish
from quests.review.wishing import wish
from tests.quests.review.reviewing import asked, met, much_in, of, round_letter, sent
from tests.world import World


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


@pytest.mark.parametrize(
    ("due", "last", "mastered", "wanted", "then"),
    [
        ("12-24", "11-01", "11-01", None, "12-24"),
        ("12-24", "11-01", "11-01", "11-20", "11-20"),  # due by the wish, long before memory would ask
        ("11-10", "11-01", "11-01", "11-20", "11-10"),  # never later than memory has it
        ("12-24", "11-20", "11-20", "11-20", "12-24"),  # recalled on the day it was wanted: granted
        ("12-24", "11-25", "11-25", "11-20", "12-24"),
        ("11-21", "11-20", None, "11-20", "11-21"),  # missed: not again the same day
        ("12-24", "11-22", None, "11-20", "11-23"),  # recalled once since it was missed: mastered again by another day
    ],
)
def test_when_what_is_wanted_is_due(due: str, last: str, mastered: str | None, wanted: str | None, then: str) -> None:
    found = due_by_wish(day(due), day(last), day(mastered) if mastered else None, day(wanted) if wanted else None)
    assert found == day(then)


@dataclass(frozen=True)
class Item:
    stability: float
    difficulty: float
    last_on: date
    due_on: date
    key: tuple[str, str]


numbers = st.lists(st.tuples(st.floats(1, 300), st.integers(-20, 10), st.booleans()), max_size=30)


@given(numbers, st.integers(0, 12))
def test_what_is_due_and_wanted_goes_first_and_the_ceiling_stands(
    drawn: list[tuple[float, int, bool]], left: int
) -> None:
    today = day("11-18")
    items = [
        Item(stability, 5.0, today - timedelta(days=40), today + timedelta(days=due), (f"m{number}", "c1"))
        for number, (stability, due, _) in enumerate(drawn)
    ]
    wanted = {item.key for item, (_, _, wants) in zip(items, drawn, strict=True) if wants}
    planned = agenda(items, today, 12 - left, 12, 0.87, wanted)
    assert len(planned) <= 12
    now = [item.key in wanted for asked_from, item in planned if item.due_on <= today and asked_from <= today]
    assert now == sorted(now, reverse=True)
    shown = {item.key for _, item in planned}
    ready = [item for item in items if item.due_on <= today and item.key in wanted]
    assert len([item for item in ready if item.key in shown]) >= min(left, len(ready))


def test_a_wish_is_asked_before_all_else_and_leaves_when_others_are_wished_for(world: World) -> None:
    somebody, course = world.somebody(), much_in(world, 2)
    met(somebody, course, 0, 1)
    assert [each for each in asked(somebody)["items"] if each["asked_from"] <= "2026-11-19"] == []
    world.enter()
    module = modules_named(world.organisation_id, ["post-1"])["post-1"]
    committed(wish, world.organisation_id, somebody.player_id, {(module, "c2"): date(2026, 11, 18)})
    first = asked(somebody)["items"][0]
    assert (first["module"], first["card"], first["wanted"]) == ("post-1", "c2", True)
    assert first["asked_from"] == "2026-11-20"  # met today, so from tomorrow
    world.enter()
    committed(wish, world.organisation_id, somebody.player_id, {})
    assert not any(each["wanted"] for each in asked(somebody)["items"])
    sent(somebody, round_letter(of(asked(somebody)["items"][:1])))
