"""What comes next: the rule, by the examples that the device shares, and laws that hold for all facts."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.http import rfc3339
from app.home.next import KINDS, REASONS, Facts, Next, Offered, Post, Stage, next_of

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "next.json").read_text("utf-8"))
NOW = datetime(2026, 11, 19, 11, tzinfo=UTC)


def facts_of(told: Mapping[str, Any]) -> Facts:
    stages = tuple(
        Stage(
            each["quest"],
            each["run"],
            datetime.fromisoformat(each["opened_at"]),
            datetime.fromisoformat(each["closes_at"]),
            datetime.fromisoformat(each["deadline_at"]) if each["deadline_at"] else None,
            tuple(Post(**post) for post in each["posts"]),
        )
        for each in told["stages"]
    )
    return Facts(
        now=datetime.fromisoformat(told["now"]),
        due_days=told["due_days"],
        stages=stages,
        goal_met=told["goal_met"],
        review_due=told["review_due"],
        tests=tuple(Offered(**each) for each in told["tests"]),
        coming=told["coming"],
    )


def test_the_examples_are_enough_and_named_once_each() -> None:
    assert len(VECTORS) >= 40
    assert len({row["name"] for row in VECTORS}) == len(VECTORS)
    assert {row["expect"]["reason"] for row in VECTORS} == set(REASONS)
    assert {row["expect"]["kind"] for row in VECTORS} == set(KINDS)


@pytest.mark.parametrize("row", VECTORS, ids=[row["name"] for row in VECTORS])
def test_example(row: Mapping[str, Any]) -> None:
    found = next_of(facts_of(row["facts"]))
    assert {**asdict(found), "at": rfc3339(found.at)} == row["expect"]


moments = st.integers(-240, 240).map(lambda hours: NOW + timedelta(hours=hours))
posts = st.builds(Post, st.sampled_from("abcdef"), st.booleans(), st.booleans(), st.booleans())
stages = st.builds(
    Stage,
    st.sampled_from(["q1", "q2", "q3"]),
    st.sampled_from(["r1", "r2"]),
    moments,
    moments,
    st.none() | moments,
    st.lists(posts, max_size=3, unique_by=lambda post: post.activity).map(tuple),
)
all_facts = st.builds(
    Facts,
    st.just(NOW),
    st.integers(0, 7),
    st.lists(stages, max_size=4, unique_by=lambda stage: stage.quest).map(tuple),
    st.booleans(),
    st.integers(0, 12),
    st.lists(
        st.builds(Offered, st.sampled_from(["r1", "r2"]), st.sampled_from(["before", "after"])), max_size=3, unique=True
    ).map(tuple),
    st.booleans(),
)


@given(all_facts)
def test_the_order_in_which_things_are_told_decides_nothing(facts: Facts) -> None:
    turned = Facts(
        facts.now,
        facts.due_days,
        facts.stages[::-1],
        facts.goal_met,
        facts.review_due,
        facts.tests[::-1],
        facts.coming,
    )
    assert next_of(turned) == next_of(facts)


@given(all_facts)
def test_it_never_leads_to_what_cannot_be_played(facts: Facts) -> None:
    found: Next = next_of(facts)
    if found.kind == "post":
        stage = next(each for each in facts.stages if each.quest == found.quest)
        post = next(each for each in stage.posts if each.activity == found.activity)
        assert not post.waits
        assert post.begun or not post.optional


@given(all_facts)
def test_it_gives_up_only_when_nothing_can_be_done(facts: Facts) -> None:
    if next_of(facts).kind in ("path", "explore"):
        assert facts.review_due == 0
        assert not any(each.ready or each.begun for each in facts.stages)
        assert not any(each.kind == "after" for each in facts.tests)
