"""Cheers: a kind word to a department, few a day, from a fixed set, named only by choice or by office."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from leaderboards.cheers.jobs import forget_cheers
from leaderboards.cheers.models import Cheer
from tests.leaderboards.test_boards import at_once
from tests.world import Somebody, World

Json = dict[str, Any]


def cheer(somebody: Somebody, department: str, word: str = "go", id: object = None) -> Any:
    given = {"department": str(somebody.world.departments[department]), "cheer": word}
    return somebody.send("PUT", f"/cheers/{id or uuid4()}", given)


def test_a_department_sees_what_it_was_sent_this_week(world: World) -> None:
    world.department("Helse")
    world.department("Solbakken", "Helse")
    ours, mate, other = world.somebody("Solbakken"), world.somebody("Solbakken"), world.somebody("Skagen")
    leader = world.somebody("Helse", "leader", name="Kari Nordmann")
    assert cheer(leader, "Helse", "well_done").status_code == 200
    assert cheer(other, "Solbakken").json["left"] == 2
    ours.send("PATCH", "/me", {"alias": "Rask rype"})
    assert cheer(ours, "Solbakken").json["cheered"] == [str(world.departments["Solbakken"])]
    told = mate.get("/cheers").json
    assert told["counts"] == [{"cheer": "go", "count": 2}, {"cheer": "well_done", "count": 1}]
    latest = [(each["from"], each["leading"], each["to"]) for each in told["latest"]]
    assert latest[0] == ("Kari Nordmann", True, "Helse")
    assert sorted(latest[1:], key=str) == [("Rask rype", False, "Solbakken"), (None, False, "Solbakken")]
    assert other.get("/cheers").json["counts"] == []
    with clock.standing_at(clock.now() + timedelta(days=7)):
        assert mate.get("/cheers").json["latest"] == []


def test_one_a_day_to_each_and_three_in_all(world: World) -> None:
    names = ("Solbakken", "Skagen", "Fjord", "Elv")
    for name in names:
        world.department(name)
    ours, id = world.somebody("Solbakken"), uuid4()
    assert [cheer(ours, "Skagen", id=id).status_code for _ in range(2)] == [200, 200]
    assert cheer(ours, "Skagen", "thanks", id=id).status_code == 409
    again = cheer(ours, "Skagen", "thanks")
    assert (again.status_code, again.json["code"]) == (409, "cheered")
    assert [cheer(ours, name).status_code for name in ("Solbakken", "Fjord", "Elv")] == [200, 200, 409]
    with clock.standing_at(clock.now() + timedelta(days=1)):
        assert cheer(ours, "Skagen").status_code == 200
    assert ours.send("PUT", f"/cheers/{uuid4()}", {"department": str(uuid4()), "cheer": "go"}).status_code == 404
    shame = {"department": str(world.departments["Elv"]), "cheer": "Dere er trege"}
    assert ours.send("PUT", f"/cheers/{uuid4()}", shame).status_code == 422


def test_many_at_once_are_no_more_than_three(world: World) -> None:
    for n in range(6):
        world.department(f"Avdeling {n}")
    ours = world.somebody("Solbakken")
    statuses: list[int] = []
    devices = [world.signed_in_again(ours) for _ in range(6)]
    at_once(
        *(
            lambda n=n, device=device: statuses.append(cheer(device, f"Avdeling {n}").status_code)
            for n, device in enumerate(devices)
        )
    )
    world.enter()
    assert sorted(statuses) == [200] * 3 + [409] * 3
    assert db.session.scalar(select(func.count()).select_from(Cheer)) == 3


def test_old_ones_are_forgotten(world: World) -> None:
    ours = world.somebody("Solbakken")
    cheer(ours, "Solbakken")
    for days, left in ((59, 1), (61, 0)):
        with clock.standing_at(clock.now() + timedelta(days=days)):
            forget_cheers()
            world.enter()
            assert db.session.scalar(select(func.count()).select_from(Cheer)) == left
            db.session.rollback()
