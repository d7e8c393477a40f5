"""Opening week by week: one bad release stops no other, and what is said of an opening is right."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from app import reactions
from app.core import clock, events
from app.core.db import committed, db
from app.core.weeks import moment_at
from quests.paths.events import QuestOpened
from quests.paths.jobs import open_due
from quests.paths.models import Release, ReleaseActivity
from quests.paths.opening import open_release
from quests.paths.rules import Opening, deadline_of, in_language, openings
from tests.quests.course import course_in
from tests.world import World

NEXT_MONDAY = datetime(2026, 11, 23, 5, tzinfo=UTC)
OSLO = "Europe/Oslo"


def opened(world: World) -> int:
    world.enter()
    db.session.rollback()
    own = (Release.organisation_id == world.organisation_id, Release.opened_at.is_not(None))
    query = select(func.count()).select_from(Release).where(*own)
    return db.session.scalar(query) or 0


def test_one_bad_release_does_not_stop_the_rest_and_is_tried_again(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.somebody()
    bad = course_in(world).run.id
    course_in(world)
    neighbour = World(world.application, "fjellby")
    neighbour.somebody()
    course_in(neighbour)

    def stumble(event: QuestOpened) -> None:
        if event.run_id == bad:
            raise RuntimeError("this one will not open")

    known = dict(reactions.REACTIONS)
    with clock.standing_at(NEXT_MONDAY):
        events.connect({**known, QuestOpened: (*known[QuestOpened], stumble)})
        try:
            assert open_due() == 2
        finally:
            events.connect(known)
        assert "could not be opened" in caplog.text
        assert (opened(world), opened(neighbour)) == (3, 2)
        assert open_due() == 1
        assert open_due() == 0


def test_an_opening_is_told_once_with_its_facts(world: World) -> None:
    world.somebody()
    course = course_in(world)
    told: list[QuestOpened] = []
    known = dict(reactions.REACTIONS)
    with clock.standing_at(NEXT_MONDAY + timedelta(seconds=40)):
        events.connect({**known, QuestOpened: (told.append,)})  # type: ignore[dict-item]
        try:
            open_due()
            world.enter()
            again = committed(open_release, world.organisation_id, told[0].release_id)
        finally:
            events.connect(known)
    assert not again
    (event,) = told
    assert (event.run_id, event.quest_id, event.week) == (course.run.id, course.quests[1], date(2026, 11, 23))
    assert event.opened_at == NEXT_MONDAY + timedelta(seconds=40)
    assert event.closes_at == datetime(2026, 11, 30, 5, tzinfo=UTC)


def test_a_release_that_is_not_due_stays_shut(world: World) -> None:
    world.somebody()
    course_in(world)
    world.enter()
    planned = db.session.execute(select(Release.id).where(Release.opened_at.is_(None))).scalar_one()
    assert not committed(open_release, world.organisation_id, planned)
    assert opened(world) == 1
    world.enter()
    assert db.session.scalar(select(func.count()).select_from(ReleaseActivity)) == 2


def test_a_worker_that_slept_three_weeks_opens_all_in_order(world: World) -> None:
    somebody = world.somebody()
    course_in(world)
    with clock.standing_at(NEXT_MONDAY + timedelta(days=21)):
        assert open_due() == 1
        today = somebody.get("/today").json
    assert (today["quest"], [each["title"] for each in today["catch_up"]]) == (None, ["uke-2 (nb)", "uke-1 (nb)"])


@pytest.mark.parametrize(
    ("monday", "hours"),
    [
        (date(2026, 10, 19), 169),  # winter time begins on the Sunday
        (date(2027, 3, 22), 167),  # summer time begins on the Sunday
        (date(2026, 12, 28), 168),  # week 53
    ],
)
def test_a_week_is_from_monday_six_to_monday_six_by_the_clock_on_the_wall(monday: date, hours: int) -> None:
    (week,) = openings(monday, 1, 6, OSLO)
    assert week == Opening(monday, moment_at(monday, 6, OSLO), week.closes_at)
    assert week.closes_at - week.opens_at == timedelta(hours=hours)


def test_who_enrols_on_a_sunday_night_has_the_first_quest_at_once() -> None:
    monday, now = date(2026, 11, 16), datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
    first, second = openings(monday, 2, 6, OSLO, now)
    assert (first.opens_at, first.closes_at) == (now, NEXT_MONDAY)
    assert second.opens_at == NEXT_MONDAY
    at_the_turn = openings(monday, 1, 6, OSLO, NEXT_MONDAY)[0]
    assert at_the_turn.closes_at > at_the_turn.opens_at


def test_deadlines() -> None:
    (week,) = openings(date(2026, 11, 16), 1, 6, OSLO)
    assert deadline_of(week, None) == week.closes_at
    assert deadline_of(week, 3) == week.opens_at + timedelta(days=3)


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        ({"nb": "ja", "nn": "jau", "en": "yes"}, "nn", "jau"),
        ({"nn": "jau", "en": "yes"}, "nb", "jau"),
        ({"nb": "ja", "en": "yes"}, "nn", "ja"),
        ({"nb": "ja", "nn": "jau"}, "en", "ja"),
        ({"se": "juo"}, "nb", "juo"),
        ({"nb": "ja"}, "se", "ja"),
        ({}, "nb", ""),
    ],
)
def test_the_nearest_language_is_shown(texts: dict[str, str], language: str, expected: str) -> None:
    assert in_language(texts, language) == expected
