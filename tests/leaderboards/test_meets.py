"""Organisations that race against each other: by consent of both, with departments' totals and nothing else."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import clock
from leaderboards.competitions.jobs import turn_competitions
from leaderboards.competitions.meets.board import Other, together
from tests.leaderboards.test_boards import play
from tests.leaderboards.test_competitions import at, board, made, plan
from tests.quests.course import Course, course_in
from tests.world import Somebody, World

Json = dict[str, Any]
SEEN = {"rank", "size_class", "teams", "department", "name", "score", "members", "mine", "parts", "organisation"}


class Side:
    """An organisation with two departments, an editor and a course."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.people = {name: [world.somebody(name) for _ in range(10)] for name in ("Nord", "Sør")}
        self.editor = world.somebody("Kontoret", "editor")
        self.course: Course = course_in(world)

    def back(self, somebody: Somebody) -> Somebody:
        return self.world.signed_in_again(somebody)

    def joins(self, code: str, id: UUID | None = None) -> Any:
        teams = plan(self.world, "Nord", "Sør")["teams"]
        return self.editor.send("PUT", f"/meets/{code}/competitions/{id or uuid4()}", {"teams": teams})


@pytest.fixture
def ours(world: World) -> Side:
    return Side(world)


@pytest.fixture
def theirs(world: World) -> Side:
    return Side(World(world.application, "nabo"))


def invited(side: Side) -> tuple[Json, str]:
    race = made(side.editor, **plan(side.world, "Nord", "Sør", weeks=1, prize="Kake"))
    answer = side.editor.post(f"/competitions/{race['id']}/invite")
    assert answer.status_code == 200, answer.json
    return race, str(answer.json["code"])


def named(told: Json) -> list[tuple[int, str, str | None]]:
    return [(each["rank"], each["name"], each["organisation"]) for each in told["rows"]]


def test_each_sees_both_with_totals_alone_and_the_same_places(ours: Side, theirs: Side) -> None:
    race, code = invited(ours)
    told = theirs.editor.get(f"/meets/{code}").json
    assert (told["name"], told["sides"], told["prize"]) == ("Høstløpet", ["Fjordvik"], "Kake")
    joined = theirs.joins(code, UUID(race["id"]))  # ids are each organisation's own
    assert (joined.status_code, joined.json["sides"]) == (200, ["Fjordvik"])
    play(ours.people["Nord"][0], ours.course)
    for somebody in theirs.people["Sør"][:3]:
        play(somebody, theirs.course)
    turn_competitions()
    for side, mine, other in ((ours, race, "Nabo"), (theirs, joined.json, "Fjordvik")):
        side.world.enter()
        seen = board(side.people["Nord"][0], mine)
        assert seen["competition"]["sides"] == [other]
        assert seen["gap"] is None
        assert [each["parts"]["sum_wx"] for each in seen["rows"]] == [1.5, 0.5, 0, 0]
        assert [each["mine"] for each in seen["rows"]].count(True) == 1
        assert all(set(each) <= SEEN | {"counted"} for each in seen["rows"])
        assert sorted(each["organisation"] or "" for each in seen["rows"]) == ["", "", other, other]
    ours.world.enter()
    first = board(ours.editor, race)["rows"][0]
    again = board(theirs.editor, joined.json)["rows"][0]
    assert (first["name"], first["organisation"], first["rank"]) == ("Sør", "Nabo", 1)
    assert (again["name"], again["organisation"], again["score"]) == ("Sør", None, first["score"])
    text = ours.editor.get(f"/boards/departments?competition={race['id']}").text
    assert not any(str(each.player_id) in text or str(each.person_id) in text for each in theirs.people["Sør"])


def test_it_takes_both_to_agree_and_either_can_leave(ours: Side, theirs: Side) -> None:
    race, code = invited(ours)
    assert theirs.editor.get(f"/meets/{code[::-1]}x").status_code == 404
    assert theirs.people["Nord"][0].get(f"/meets/{code}").status_code == 404
    id = uuid4()
    assert [theirs.joins(code, id).status_code for _ in range(2)] == [200, 200]
    assert theirs.joins(code).json["code"] == "joined"
    assert ours.joins(code).status_code == 409
    renewed = ours.editor.post(f"/competitions/{race['id']}/invite").json["code"]
    assert theirs.editor.get(f"/meets/{code}").status_code == 404
    assert sorted(theirs.editor.get(f"/meets/{renewed}").json["sides"]) == ["Fjordvik", "Nabo"]
    turn_competitions()
    ours.world.enter()
    assert len(board(ours.editor, race)["rows"]) == 4
    assert [theirs.editor.post(f"/competitions/{id}/leave-meet").json["sides"] for _ in range(2)] == [[], []]
    assert sorted(each["name"] for each in board(ours.editor, race)["rows"]) == ["Nord", "Sør"]
    assert len(board(theirs.editor, {"id": str(id)})["rows"]) == 2


def test_one_that_is_called_off_is_seen_by_nobody_else(ours: Side, theirs: Side) -> None:
    race, code = invited(ours)
    theirs.joins(code)
    turn_competitions()
    ours.world.enter()
    ours.editor.post(f"/competitions/{race['id']}/cancel")
    turn_competitions()
    theirs.world.enter()
    (left,) = theirs.editor.get("/competitions").json["items"]
    assert left["sides"] == []


def test_the_result_stands_and_nobody_joins_after_the_first_week(ours: Side, theirs: Side) -> None:
    race, code = invited(ours)
    joined = theirs.joins(code).json
    play(ours.people["Nord"][0], ours.course)
    turn_competitions()
    with clock.standing_at(at(8, 12)):
        turn_competitions()
        late = World(ours.world.application, "sein")
        third = Side(late)
        assert third.joins(code).status_code == 422
        ours.world.enter()
        boss = ours.back(ours.editor)
        assert boss.post(f"/competitions/{race['id']}/invite").json["code"] == "begun"
        before = named(board(boss, race))
        assert before[0] == (1, "Nord", None)
    with clock.standing_at(at(9)):
        turn_competitions()
        theirs.world.enter()
        after = named(board(theirs.back(theirs.editor), joined))
        assert sorted(each[:2] for each in after) == sorted(each[:2] for each in before)


PARTS = st.tuples(st.integers(5, 200), st.floats(0, 1)).map(
    lambda found: {"sum_w": float(found[0]), "sum_wx": round(found[0] * found[1], 4), "mean": 0.0, "k": 0.0}
)
ROWS = st.lists(PARTS, min_size=1, max_size=6).map(
    lambda found: [
        {"department": str(UUID(int=n)), "name": str(n), "members": int(parts["sum_w"]), "parts": parts, "teams": []}
        for n, parts in enumerate(found)
    ]
)


@given(ROWS, ROWS)
def test_all_sides_come_to_the_same_places(one: list[Json], other: list[Json]) -> None:
    ids = UUID(int=1), UUID(int=2)
    seen = together(one, [Other(ids[1], "B", other)], 10), together(other, [Other(ids[0], "A", one)], 10)
    places = [
        sorted((each["size_class"], each["rank"], each["score"], each["members"]) for each in rows) for rows in seen
    ]
    assert places[0] == places[1]
    assert len(seen[0]) == len(one) + len(other)
