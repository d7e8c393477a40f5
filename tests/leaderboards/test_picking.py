"""Teams that people pick themselves: who may, until when, what counts, and what a leader may open."""

from typing import Any
from uuid import uuid4

import pytest

from app.core import clock
from app.core.db import committed
from leaderboards.competitions.jobs import turn_competitions
from leaderboards.recount import recount_all
from tests.leaderboards.test_boards import play
from tests.leaderboards.test_competitions import MONDAY, at, board, made, rows
from tests.leaderboards.test_competitions import plan as departments_racing
from tests.leaderboards.test_reading import statements
from tests.quests.course import Course, course_in
from tests.world import Somebody, World

Json = dict[str, Any]
RED, BLUE = "Rødt", "Blått"


def plan(world: World, *open_to: str, **changes: Any) -> Json:
    teams = [{"name": name} for name in (RED, BLUE)]
    usual = {"name": "Fargeløpet", "rule": "participation", "first_week": f"{MONDAY}", "weeks": 2, "teams": teams}
    return usual | {"open_to": [str(world.departments[name]) for name in open_to]} | changes


def team(competition: Json, name: str) -> str:
    return next(str(each["id"]) for each in competition["joining"]["teams"] if each["name"] == name)


def picked(somebody: Somebody, competition: Json, name: str | None) -> Json:
    answer = somebody.send("PUT", f"/competitions/{competition['id']}/team", {"team": name and team(competition, name)})
    assert answer.status_code == 200, answer.json
    told: Json = answer.json
    return told


def refused(somebody: Somebody, competition: Json, name: str) -> tuple[int, str]:
    answer = somebody.send("PUT", f"/competitions/{competition['id']}/team", {"team": team(competition, name)})
    return answer.status_code, answer.json["code"]


@pytest.fixture
def people(world: World) -> list[Somebody]:
    """Twenty of two wards, so that teams of ten move at once."""
    return [world.somebody(name) for name in ("Solbakken", "Skagen") for _ in range(10)]


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Kontoret", "editor")


@pytest.fixture
def course(world: World, people: object, editor: object) -> Course:
    return course_in(world)


@pytest.fixture
def competition(world: World, course: Course, editor: Somebody) -> Json:
    return made(editor, **plan(world, "Solbakken", "Skagen"))


def test_each_counts_for_the_team_they_picked_across_departments(
    world: World, people: list[Somebody], course: Course, competition: Json
) -> None:
    for number, each in enumerate(people):
        told = picked(each, competition, (RED, BLUE)[number % 2])
    assert [each["members"] for each in told["joining"]["teams"]] == [10, 10]
    assert told["joining"]["mine"] == team(competition, BLUE)
    play(people[0], course)
    found = rows(people[0], competition)
    assert (found[RED]["rank"], found[RED]["mine"], found[RED]["members"]) == (1, True, 10)
    assert (found[BLUE]["rank"], found[RED]["parts"]["sum_w"], found[RED]["size_class"]) == (2, 10.0, 1)
    assert board(people[5], competition)["mine"]["department"] == team(competition, BLUE)
    assert board(people[0], competition)["mine"]["taken"] == 1
    world.enter()
    assert committed(recount_all, world.organisation_id)["teams"] == 0


def test_the_draw_fills_the_smallest_team_and_gives_the_same_when_asked_again(
    people: list[Somebody], competition: Json
) -> None:
    picked(people[0], competition, RED)
    told = [picked(each, competition, None) for each in people[1:4] for _ in range(2)]
    assert [each["joining"]["mine"] for each in told[::2]] == [team(competition, name) for name in (BLUE, RED, BLUE)]
    assert told[::2] == told[1::2]


def test_only_those_it_is_open_to_and_only_in_the_first_week(
    world: World, people: list[Somebody], editor: Somebody, competition: Json
) -> None:
    assert editor.get("/competitions").json["items"][0]["joining"]["may_join"] is False
    assert refused(editor, competition, RED) == (404, "not_found")
    first = people[0].get("/competitions").json["items"][0]["joining"]
    assert (first["mine"], first["may_join"], first["until"]) == (None, True, "2026-11-22T23:00:00Z")
    assert people[0].send("PUT", f"/competitions/{competition['id']}/team", {"team": str(uuid4())}).status_code == 404
    with clock.standing_at(at(7)):
        late = world.signed_in_again(people[0])
        assert late.get("/competitions").json["items"][0]["joining"]["may_join"] is False
        assert refused(late, competition, RED) == (409, "late")


def test_one_changes_freely_before_it_starts_and_leaves_whenever(
    world: World, course: Course, people: list[Somebody], editor: Somebody
) -> None:
    coming = made(editor, **plan(world, "Solbakken", first_week="2026-11-23"))
    ours = people[0]
    picked(ours, coming, RED)
    ours.send("DELETE", f"/competitions/{coming['id']}/team")
    for name in (RED, BLUE):
        told = picked(ours, coming, name)
    assert (told["joining"]["mine"], told["joining"]["may_change"]) == (team(coming, BLUE), True)
    with clock.standing_at(at(8)):
        turn_competitions()
        assert ours.get("/competitions").json["items"][0]["joining"]["may_change"] is False
        assert refused(ours, coming, RED) == (409, "begun")
        for _ in range(2):
            left = ours.send("DELETE", f"/competitions/{coming['id']}/team")
            assert (left.status_code, left.json["joining"]["mine"]) == (200, None)
        assert left.json["joining"]["may_join"] is False
        assert [each["members"] for each in left.json["joining"]["teams"]] == [0, 0]
        assert [refused(ours, coming, name) for name in (RED, BLUE)] == [(409, "left")] * 2, "the way to those who lead"


def test_who_leaves_takes_what_they_brought_along(people: list[Somebody], course: Course, competition: Json) -> None:
    for number, each in enumerate(people):
        picked(each, competition, (RED, BLUE)[number % 2])
    play(people[0], course)
    assert rows(people[1], competition)[RED]["score"] > 0
    people[0].send("DELETE", f"/competitions/{competition['id']}/team")
    found = rows(people[1], competition)
    assert (found[RED]["members"], found[RED]["parts"]["sum_wx"]) == (9, 0)
    assert board(people[0], competition)["mine"] is None


def test_a_team_of_few_races_with_the_other(people: list[Somebody], course: Course, competition: Json) -> None:
    for number, each in enumerate(people[:10]):
        picked(each, competition, RED if number < 3 else BLUE)
    (only,) = board(people[0], competition)["rows"]
    assert (only["members"], only["mine"], only["parts"]["merged"]) == (10, True, [RED])


def test_a_leader_opens_it_to_their_own_and_not_to_others(world: World, people: object, course: Course) -> None:
    leader = world.somebody("Solbakken", "leader")
    made(leader, **plan(world, "Solbakken"))
    for given in (plan(world, "Skagen"), plan(world, "Solbakken", "Skagen")):
        assert leader.send("PUT", f"/competitions/{uuid4()}", given).status_code == 404


@pytest.mark.parametrize(
    "teams",
    [[(RED, ""), (BLUE, "Skagen")], [(RED, ""), (None, "")], [(RED, ""), (f"{RED} ".lower(), "")]],
    ids=["some of each", "no name", "the same name"],
)
@pytest.mark.parametrize("is_open", [True, False], ids=["open", "closed"])
def test_departments_race_or_people_and_each_team_has_a_name_of_its_own(
    world: World, people: object, editor: Somebody, teams: list[tuple[str | None, str]], is_open: bool
) -> None:
    racing = [{"name": name, "departments": [str(world.departments[each])] if each else []} for name, each in teams]
    given = plan(world, "Solbakken", teams=racing)
    given["open_to"] = given["open_to"] if is_open else None
    answer = editor.send("PUT", f"/competitions/{uuid4()}", given)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["teams"])


def test_other_organisations_are_not_invited_to_it(editor: Somebody, competition: Json) -> None:
    answer = editor.post(f"/competitions/{competition['id']}/invite")
    assert (answer.status_code, answer.json["code"]) == (409, "people")


def test_the_list_asks_the_database_no_more_for_many_than_for_few(
    world: World, people: list[Somebody], editor: Somebody, competition: Json
) -> None:
    def asked() -> int:
        with statements() as found:
            assert people[0].get("/competitions").status_code == 200
        return len(found)

    made(editor, **departments_racing(world, "Solbakken", "Skagen"))
    asked()
    few = asked()
    for week in ("2026-11-16", "2026-11-23"):
        for _ in range(3):
            made(editor, **plan(world, "Solbakken", first_week=week))
            made(editor, **departments_racing(world, "Solbakken", "Skagen", first_week=week))
    asked()
    assert asked() == few
