"""What boards tell of departments of fewer than ten: never what one person did, whatever is read and however often."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core import clock
from app.core.db import committed
from leaderboards.competitions.jobs import turn_competitions
from leaderboards.standings.actions import refresh
from leaderboards.standings.jobs import show_small
from tests.conftest import empty
from tests.leaderboards.test_boards import play
from tests.leaderboards.test_competitions import MONDAY, Json, made, plan
from tests.quests.course import course_in
from tests.world import Somebody, World

SHARES = (1.0, 1.0, 0.8, 0.5, 0.5, 0.2)
ACTS = st.lists(
    st.one_of(st.tuples(st.integers(0, len(SHARES) - 1), st.integers(0, 1)), st.sampled_from(("hour", "anew", "look"))),
    min_size=4,
    max_size=14,
)


def told(watcher: Somebody, paths: Sequence[str]) -> tuple[Json, ...]:
    """All that boards and walls say of the small department."""
    found = []
    for path in paths:
        answer = watcher.get(path).json
        found.append(next(each for each in answer["rows"] if each["name"] == "Solbakken") | {"mine": None})
    return tuple(found)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_no_reading_differs_from_the_last_by_what_one_person_did(
    application: object, thursday: object, acts: list[tuple[int, int] | str]
) -> None:
    try:
        _watch(World(application), acts)  # type: ignore[arg-type]
    finally:
        empty()


def _watch(world: World, acts: list[tuple[int, int] | str]) -> None:
    people = [world.somebody(share=share) for share in SHARES]
    for _ in range(10):
        world.somebody("Skagen")
    editor, watcher = world.somebody("Kontoret", "editor"), world.somebody("Skagen")
    course = course_in(world)
    race = made(editor, **plan(world, "Solbakken", "Skagen"))
    paths = ("/boards/departments", f"/boards/departments?competition={race['id']}")
    hours, done, since = 0, set(), set()
    seen = told(watcher, paths)
    for act in (*acts, "hour"):
        with clock.standing_at(clock.now() + timedelta(hours=hours)):
            world.enter()
            if act == "anew":
                committed(refresh, world.organisation_id, MONDAY)
            elif act == "hour":
                hours += 1
                with clock.standing_at(clock.now() + timedelta(hours=1)):
                    show_small()
                    turn_competitions()
            elif isinstance(act, tuple) and act not in done:
                play(people[act[0]], course, act[1])
                done.add(act)
                since.add(act[0])
            world.enter()
            now = told(watcher, paths)
        if now != seen:
            assert act == "hour", "a board of few moved within the hour"
            assert len(since) >= 2, "a board of few moved by what one person did"
        if act == "hour" and len(since) >= 2:
            moved = [one != other for one, other in zip(now, seen, strict=True)]
            assert all(moved), "what several did is shown when the hour has turned"
            since = set()
        for row in now:
            share = row["parts"]["sum_wx"] / row["parts"]["sum_w"]
            assert share == pytest.approx(round(share, 2), abs=1e-3)
            assert row["score"] == round(row["score"], 2)
        seen = now
