"""Badges are data: the file is checked word for word, and nothing in it is run."""

import re
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboards.badges.catalogue import BADGES, FILE
from leaderboards.badges.facts import Happening, amounts
from leaderboards.badges.rules import CONDITIONS, KINDS, LANGUAGES, badges_in, earned_by, is_night, points_gained
from tests.quests.content.examples import ROOT
from tests.world import World

ENTRY: dict[str, Any] = orjson.loads(FILE.read_bytes())[0]
DRAWINGS = ROOT / "pwa" / "src" / "ui" / "badges.ts"


def test_there_are_badges_of_every_kind_and_some_that_show_themselves_later() -> None:
    assert 12 <= len(BADGES) <= 16
    assert {each.kind for each in BADGES} == set(KINDS)
    assert sum(each.kind == "helping" for each in BADGES) >= 2
    assert 0 < sum(each.hidden for each in BADGES) < len(BADGES) / 2
    assert len({each.drawing for each in BADGES}) == len(BADGES)


def test_every_badge_has_a_drawing_of_its_own() -> None:
    drawn = set(re.findall(r"^  '?([a-z-]+)'?: \{", DRAWINGS.read_text(), re.M))
    assert {each.drawing for each in BADGES} == drawn


@pytest.mark.parametrize(
    "change",
    [
        {"slug": "First"},
        {"slug": ""},
        {"kind": "speed"},
        {"event": "signed_in"},
        {"fact": "seconds"},
        {"fact": "recalls"},
        {"at_least": 0},
        {"at_least": True},
        {"at_least": "1"},
        {"hidden": None},
        {"name": {"nb": "Bare bokmål"}},
        {"name": dict.fromkeys(LANGUAGES, " ")},
        {"description": "Tekst"},
        {"code": "import os"},
        {"drawing": "../flag"},
    ],
    ids=str,
)
def test_an_entry_that_is_not_as_it_must_be_is_refused_by_name(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="is wrong in"):
        badges_in([{**ENTRY, **change}])


def test_what_is_left_out_or_told_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="members"):
        badges_in([{name: value for name, value in ENTRY.items() if name != "hidden"}])
    with pytest.raises(ValueError, match="first-post"):
        badges_in([ENTRY, ENTRY])


def test_every_fact_can_be_asked_for(world: World) -> None:
    somebody, told = world.somebody(), {"days_recalled": 3, "points_gained": 4}
    world.enter()
    happening = Happening(world.organisation_id, somebody.player_id, datetime(2026, 11, 19, 11, tzinfo=UTC), told)
    found = amounts({fact for facts in CONDITIONS.values() for fact in facts}, happening)
    assert found.keys() == {fact for facts in CONDITIONS.values() for fact in facts}
    assert {fact: each for fact, each in found.items() if each} == told


@given(st.dictionaries(st.sampled_from(sorted({each.fact for each in BADGES})), st.integers(0, 100)), st.data())
def test_more_of_a_fact_never_earns_less(facts: dict[str, int], data: st.DataObject) -> None:
    more = {fact: each + data.draw(st.integers(0, 50)) for fact, each in facts.items()}
    assert {each.slug for each in earned_by(BADGES, facts)} <= {each.slug for each in earned_by(BADGES, more)}


@pytest.mark.parametrize(
    ("moment", "night"),
    [
        (datetime(2026, 11, 18, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 18, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 19, 3, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 19, 4, 0, tzinfo=UTC), False),
        (datetime(2026, 7, 1, 2, 59, tzinfo=UTC), True),
        (datetime(2026, 7, 1, 3, 0, tzinfo=UTC), False),
    ],
)
def test_the_night_is_by_the_clock_on_the_wall(moment: datetime, night: bool) -> None:
    assert is_night(moment, "Europe/Oslo") is night


@pytest.mark.parametrize(
    ("before", "after", "gained"),
    [
        ((2, 10), (4, 10), 20),
        ((5, 10), (3, 10), 0),
        ((0, 3), (1, 3), 33),
        ((2, 3), (3, 3), 33),
        ((0, 0), (3, 3), 0),
    ],
)
def test_whole_points_gained_never_rounded_up(before: tuple[int, int], after: tuple[int, int], gained: int) -> None:
    assert points_gained(before, after) == gained
