"""A screen on the wall: what it shows, to whom, and that it can be shut."""

from typing import Any
from uuid import uuid4

from tests.leaderboards.test_boards import play
from tests.leaderboards.test_competitions import made, plan
from tests.quests.course import course_in
from tests.world import Somebody, World

ROW = {"rank", "size_class", "department", "name", "score", "members", "parts"}


def put_up(leader: Somebody, **given: Any) -> str:
    """The path of the API that its address leads to."""
    answer = leader.send("PUT", f"/walls/{uuid4()}", {"name": "Pauserommet", **given})
    assert answer.status_code == 200, answer.json
    return str(answer.json["address"]).replace("/wall/", "/api/v1/wall/")


def test_anybody_sees_departments_and_no_person(world: World) -> None:
    people = [world.somebody("Solbakken", name=f"Kari Hemmelig {n}") for n in range(10)]
    for _ in range(12):
        world.somebody("Skagen")
    leader = world.somebody("Kontoret", "leader")
    course = course_in(world)
    path = put_up(leader)
    stranger = world.application.test_client()
    first = stranger.get(path)
    assert first.status_code == 200
    assert stranger.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    play(people[0], course)
    answer = stranger.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert answer.status_code == 200
    rows = answer.json["rows"]
    assert [row["name"] for row in rows] == ["Solbakken", "Skagen"]
    assert (set(rows[0]), rows[0]["parts"]["sum_wx"]) == (ROW, 0.5)
    assert "Hemmelig" not in answer.text
    assert str(people[0].player_id) not in answer.text


def test_it_shows_a_competition_until_that_is_called_off(world: World) -> None:
    for name in ("Solbakken", "Skagen"):
        for _ in range(10):
            world.somebody(name)
    editor = world.somebody("Kontoret", "editor")
    course_in(world)
    competition = made(editor, **plan(world, "Solbakken", "Skagen", prize="Kake"))
    path, stranger = put_up(editor, competition=competition["id"]), world.application.test_client()
    told = stranger.get(path).json
    assert (told["name"], told["prize"], told["state"], len(told["rows"])) == ("Høstløpet", "Kake", "running", 2)
    editor.post(f"/competitions/{competition['id']}/cancel")
    assert stranger.get(path).status_code == 404


def test_it_is_shut_and_another_address_shuts_the_former(world: World) -> None:
    leader, id = world.somebody("Kontoret", "leader"), uuid4()
    stranger = world.application.test_client()
    addresses = [leader.send("PUT", f"/walls/{id}", {"name": "Vegg"}).json["address"] for _ in range(2)]
    paths = [each.replace("/wall/", "/api/v1/wall/") for each in addresses]
    assert [stranger.get(path).status_code for path in paths] == [404, 200]
    world.enter()
    (listed,) = leader.get("/walls").json["items"]
    assert (listed["id"], listed["name"], "address" in listed) == (str(id), "Vegg", False)
    for _ in range(2):
        assert leader.post(f"/walls/{id}/revoke").status_code == 200
    assert stranger.get(paths[1]).status_code == 404
    world.enter()
    assert leader.get("/walls").json["items"] == []
    strange = World(world.application, "nabo").somebody("Der", "leader")
    assert strange.post(f"/walls/{id}/revoke").status_code == 404
    assert strange.send("PUT", f"/walls/{uuid4()}", {"name": "Vegg", "competition": str(uuid4())}).status_code == 404
