"""Weeks that are over: where the department stood, and the board as it ended."""

from datetime import timedelta

from app.core import clock
from leaderboards.standings.jobs import show_small
from quests.paths.jobs import open_due
from tests.leaderboards.test_boards import deliver, play
from tests.leaderboards.test_competitions import MONDAY, at
from tests.quests.course import body, course_in
from tests.world import World


def test_each_week_keeps_its_board(world: World) -> None:
    people = [world.somebody("Solbakken") for _ in range(10)]
    others = [world.somebody("Skagen") for _ in range(11)]
    course = course_in(world)
    play(people[0], course)
    with clock.standing_at(at(8)):
        open_due()
        world.enter()
        play(world.signed_in_again(others[0]), course, 2)
        ours = world.signed_in_again(people[0])
        told = ours.get("/boards/weeks").json
        assert [(each["week"]["week"], each["rank"], each["of"]) for each in told["items"]] == [(48, 2, 2), (47, 1, 2)]
        assert told["total"] == 2
        board = ours.get(f"/boards/departments?week={MONDAY}").json
        assert (board["period"]["week"]["week"], board["rows"][0]["name"], board["mine"]["taken"]) == (
            47,
            "Solbakken",
            1,
        )
        assert ours.get("/boards/departments").json["rows"][0]["name"] == "Skagen"
        assert ours.get("/boards/departments?week=2026-11-17").status_code == 422
        assert ours.get("/boards/departments?week=2031-01-06").json["rows"] == []


def test_a_small_departments_last_acts_are_shown_when_the_week_is_decided(world: World) -> None:
    people = [world.somebody("Solbakken") for _ in range(6)]
    for _ in range(12):
        world.somebody("Skagen")
    course = course_in(world)
    late = course.letter(0, started_at=at(6, 20), finished_at=f"{at(6, 20) + timedelta(minutes=5):%FT%TZ}")

    def brought(day: int, hour: int) -> float:
        with clock.standing_at(at(day, hour)):
            open_due()
            show_small()
            world.enter()
            told = world.signed_in_again(people[1]).get(f"/boards/departments?week={MONDAY}").json["rows"]
            return float({each["name"]: each["parts"]["sum_wx"] for each in told}["Solbakken"])

    assert brought(6, 20) == 0
    with clock.standing_at(at(6, 21)):
        deliver(world.signed_in_again(people[0]), [body(late)])
    assert brought(7, 9) == brought(8, 10) == 0
    assert brought(8, 11) == 0.08 * 6  # Tuesday noon in Oslo: half of one of six, in whole per cent


def test_who_belongs_nowhere_has_no_weeks(world: World) -> None:
    somebody = world.somebody("Solbakken", starts_on=at(9).date())
    assert somebody.get("/boards/weeks").json["items"] == []
