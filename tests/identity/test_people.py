"""What a leader does with the people of their own part of the tree, and with nobody else."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from app.core import clock
from tests.identity.test_enrolment import PIN, look, use
from tests.leaderboards.test_reading import statements
from tests.world import Somebody, World

NEW = {"name": "Wanda  Żółć", "employee_number": "90001", "share": 0.75, "starts_on": "2026-11-23"}


@pytest.fixture
def leader(world: World) -> Somebody:
    """Randi, who leads Solbakken, beside Skagen, both in Helse."""
    world.department("Helse")
    for name in ("Solbakken", "Skagen"):
        world.department(name, "Helse")
    return world.somebody("Solbakken", "leader", name="Randi Haugen")


def add(leader: Somebody, **changes: Any) -> Any:
    body = {**NEW, "department": str(leader.world.departments["Solbakken"]), **changes}
    return leader.post("/people", body)


def test_a_newcomer_is_added_and_comes_in_by_code(leader: Somebody, client: FlaskClient) -> None:
    added = add(leader)
    assert added.status_code == 201
    shown = added.json
    assert (shown["name"], shown["has_pin"], shown["can_enrol"]) == ("Wanda Żółć", False, True)
    (membership,) = shown["memberships"]
    assert (membership["starts_on"], membership["share"], membership["mine"]) == ("2026-11-23", 0.75, True)
    code = leader.post(f"/people/{shown['id']}/code").json
    assert leader.get(f"/people/{shown['id']}").json["code_expires_at"] == code["expires_at"] == "2026-11-20T11:00:00Z"
    assert code["svg"].startswith("<svg ")
    assert "style" not in code["svg"]
    token = code["address"].split("#")[1]
    assert look(client, token).json["first_name"] == "Wanda"
    assert use(client, token).status_code == 200
    assert leader.get(f"/people/{shown['id']}").json["has_pin"] is True
    assert leader.get(f"/people/{shown['id']}").json["code_expires_at"] is None


def test_adding_twice_makes_nobody_twice(leader: Somebody) -> None:
    assert add(leader).status_code == 201
    again = add(leader)
    assert (again.status_code, again.json["code"]) == (409, "number_taken")
    assert again.json["errors"] == {"employee_number": ["Somebody has this number already."]}
    assert leader.get("/people?q=90001").json["total"] == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"name": " "},
        {"name": "x" * 101},
        {"name": "null\0byte"},
        {"employee_number": ""},
        {"share": 0},
        {"share": 1.01},
        {"share": "NaN"},
        {"starts_on": "1066-10-14"},
        {"starts_on": "soon"},
        {"department": "x"},
    ],
)
def test_what_cannot_be_somebody_is_refused(leader: Somebody, changes: dict[str, Any]) -> None:
    answer = add(leader, **changes)
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")
    assert set(answer.json["errors"]) == set(changes)


def test_nothing_else_can_be_given_along(leader: Somebody) -> None:
    shown = add(leader, roles=["admin"], active=False, organisation_id=str(uuid4()), pin_hash="x").json
    assert shown["active"] is True
    assert shown["has_pin"] is False


def test_the_list_is_searched_by_name_and_number_and_narrowed_by_department(leader: Somebody, world: World) -> None:
    admin = world.somebody("Helse", "admin", name="Gunnar Eide")
    world.somebody("Solbakken", name="Åse Ødegård")
    world.somebody("Skagen", name="Øystein Åsen")
    world.somebody("Skagen", name="100%_mann")

    def found(query: str, who: Somebody = admin) -> list[str]:
        return [each["name"] for each in who.get(f"/people?{query}").json["items"]]

    assert found("q=åse") == ["Øystein Åsen", "Åse Ødegård"]
    assert found("q=ØDE") == ["Åse Ødegård"]
    assert found("q=1001") == ["Randi Haugen"]
    assert found("q=%25_") == ["100%_mann"]
    assert found("q=ingen") == []
    assert found("q=åse", leader) == ["Åse Ødegård"]
    assert found(f"department={world.departments['Skagen']}") == ["Øystein Åsen", "100%_mann"][::-1]
    assert found(f"department={world.departments['Skagen']}", leader) == []
    assert leader.get("/people?q=" + "x" * 101).status_code == 422
    assert leader.get("/people?q=a%00b").status_code == 422


def test_departments_are_those_i_lead_as_a_tree(leader: Somebody, world: World) -> None:
    admin = world.somebody("Helse", "admin")
    world.department("Natt", "Solbakken")
    tree = [(each["name"], each["depth"]) for each in admin.get("/people/departments").json["items"]]
    assert tree == [("Helse", 0), ("Skagen", 1), ("Solbakken", 1), ("Natt", 2)]
    own = [(each["name"], each["depth"]) for each in leader.get("/people/departments").json["items"]]
    assert own == [("Solbakken", 0), ("Natt", 1)]


def test_a_membership_ends_and_the_person_goes_from_the_list(leader: Somebody, world: World) -> None:
    person = world.somebody()
    ids = person.kept()
    path = f"/people/{person.person_id}/memberships/{ids['membership_id']}/end"
    assert leader.post(path, {"last_day": "2025-12-31"}).json["errors"] == {"last_day": ["Not before the first day."]}
    assert leader.post(path, {"last_day": "2026-11-30"}).status_code == 204
    assert leader.get(f"/people/{person.person_id}").json["memberships"][0]["ends_on"] == "2026-11-30"
    assert leader.post(path, {"last_day": "2026-11-18"}).status_code == 204
    assert leader.get(f"/people/{person.person_id}").status_code == 404
    assert person.get("/me").json["departments"] == []


def test_a_leave_is_noted_once_seen_and_withdrawn(leader: Somebody, world: World) -> None:
    person = world.somebody()
    path = f"/people/{person.person_id}/leaves"
    for _ in range(2):
        answer = leader.post(path, {"starts_on": "2026-11-18", "ends_on": "2026-11-25"})
        assert answer.status_code == 201
    (leave,) = answer.json["leaves"]
    assert answer.json["away_until"] == "2026-11-25"
    assert set(leave) == {"id", "starts_on", "ends_on"}
    assert leader.post(path, {"starts_on": "2026-11-18", "ends_on": "2026-11-17"}).status_code == 422
    withdrawn = leader.send("DELETE", f"{path}/{leave['id']}")
    assert (withdrawn.json["leaves"], withdrawn.json["away_until"]) == ([], None)
    assert leader.send("DELETE", f"{path}/{leave['id']}").status_code == 404


def test_whoever_works_elsewhere_is_not_there(leader: Somebody, world: World) -> None:
    other = world.somebody("Skagen")
    ids = other.kept()
    own = world.somebody()
    assert add(leader, department=str(world.departments["Skagen"])).status_code == 404
    assert add(leader, department=str(uuid4())).status_code == 404
    assert leader.post("/people/sheet", {"department": str(world.departments["Helse"])}).status_code == 404
    for person in (other, own):  # the id of one, what is kept of another
        base = f"/people/{person.person_id}"
        assert (
            leader.post(f"{base}/memberships/{ids['membership_id']}/end", NEW | {"last_day": "2026-12-01"}).status_code
            == 404
        )
        assert leader.send("DELETE", f"{base}/leaves/{ids['leave_id']}").status_code == 404
    for method, path, body in (
        ("GET", "", None),
        ("POST", "/code", None),
        ("POST", "/leaves", {"starts_on": "2026-12-01", "ends_on": "2026-12-02"}),
    ):
        assert leader.send(method, f"/people/{other.person_id}{path}", body).status_code == 404


def test_of_who_works_in_two_places_only_the_own_membership_can_end(leader: Somebody, world: World) -> None:
    person = world.somebody("Skagen")
    foreign = person.kept()["membership_id"]
    world.join(person, "Solbakken", share=0.2)
    shown = leader.get(f"/people/{person.person_id}").json["memberships"]
    assert [(each["name"], each["mine"]) for each in shown] == [("Skagen", False), ("Solbakken", True)]
    body = {"last_day": "2026-12-01"}
    assert leader.post(f"/people/{person.person_id}/memberships/{foreign}/end", body).status_code == 404
    assert leader.post(f"/people/{person.person_id}/memberships/{shown[1]['id']}/end", body).status_code == 204


def test_every_look_and_every_change_can_be_read_by_the_person(leader: Somebody, world: World) -> None:
    person = world.somebody()
    path = f"/people/{person.person_id}"
    leader.get("/people?q=1002")
    leader.get(path)
    leave = leader.post(f"{path}/leaves", {"starts_on": "2026-12-01", "ends_on": "2026-12-02"}).json["leaves"][0]
    leader.send("DELETE", f"{path}/leaves/{leave['id']}")
    leader.post(f"{path}/code")
    leader.post("/people/sheet", {"department": str(world.departments["Solbakken"]), "everybody": True})
    membership = person.kept()["membership_id"]
    leader.post(f"{path}/memberships/{membership}/end", {"last_day": "2026-12-02"})
    noted = sorted(each["what"] for each in person.get("/me/access-log").json["items"])
    assert noted == ["code", "code", "leave", "leave", "membership", "people", "person"]


def test_a_sheet_has_a_code_for_everybody_without_a_pin(leader: Somebody, world: World, client: FlaskClient) -> None:
    department = {"department": str(world.departments["Solbakken"])}
    world.somebody(pin=PIN)
    assert leader.post("/people/sheet", department).status_code == 200  # the leader came in without a PIN
    for name in ("Łucja Żółć-Ćwiąkała", "Åse Ødegård"):
        world.somebody(name=name)
    answer = leader.post("/people/sheet", department)
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.data.startswith(b"%PDF-")
    assert answer.data.count(b"/Subtype /Image") == 3
    assert set("ŁucjaŻółć-ĆwiąkałaÅseØdegård") <= letters_in(answer.data)
    everybody = leader.post("/people/sheet", {**department, "everybody": True})
    assert everybody.data.count(b"/Subtype /Image") == 4


def letters_in(pdf: bytes) -> set[str]:
    """The letters the document's fonts can show, as their own tables say."""
    return {chr(int(each, 16)) for each in re.findall(rb"> <([0-9A-F]{4})>", pdf)}


def test_a_sheet_is_never_empty_and_never_endless(leader: Somebody, world: World) -> None:
    world.department("Natt", "Solbakken")
    answer = leader.post("/people/sheet", {"department": str(world.departments["Natt"])})
    assert (answer.status_code, answer.json["code"]) == (422, "nobody")
    for _ in range(121):
        world.somebody("Natt")
    answer = leader.post("/people/sheet", {"department": str(world.departments["Natt"])})
    assert (answer.status_code, answer.json["code"]) == (422, "too_many")


def test_the_list_asks_the_database_as_often_for_many_as_for_few(leader: Somebody, world: World) -> None:
    def asked() -> int:
        with statements() as found:
            assert leader.get("/people").status_code == 200
        return len([each for each in found if each.lstrip().lower().startswith("select")])

    world.somebody()
    few = asked()
    for _ in range(20):
        world.somebody()
    assert asked() == few <= 16


def test_a_newcomer_who_begins_later_is_seen_now(leader: Somebody) -> None:
    later = (clock.now() + timedelta(days=40)).date().isoformat()
    id = add(leader, starts_on=later).json["id"]
    assert leader.get("/people?q=90001").json["items"][0]["id"] == id
