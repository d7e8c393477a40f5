"""What leaders and editors see of requirements, and what an editor makes, changes and ends."""

from typing import Any
from uuid import uuid4

import pytest

from app.core.db import committed, db
from quests.competence.models import Certificate
from tests.quests.competence.requiring import hands_in, master, requirement_in
from tests.world import Somebody, World

NONE = {"not_begun": 0, "on_the_way": 0, "valid": 0, "renew": 0, "expired": 0}


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Kontoret", "editor")


def plan(**changes: Any) -> dict[str, Any]:
    return {
        "title": {"nb": "Rene hender", "nn": "Reine hender", "en": "Clean hands"},
        "topics": [{"topic": "hender", "share": 100}],
        "audience": {"everyone": True},
        "mandatory": True,
        "months": 12,
        "window": 60,
        **changes,
    }


def put(editor: Somebody, body: dict[str, Any], id: str | None = None) -> Any:
    return editor.send("PUT", f"/studio/competence/{id or uuid4()}", body)


def test_a_leader_sees_by_name_who_holds_what_must_be_taken_in_their_own_part_and_it_is_noted(world: World) -> None:
    course = hands_in(world)
    leader = world.somebody("Solbakken", "leader", name="Randi Haugen")
    ingrid, jon = world.somebody("Solbakken", name="Ingrid Nes"), world.somebody("Solbakken", name="Jon Berg")
    world.somebody("Skagen", name="Odd Fremmed")
    id = requirement_in(world).id
    master(ingrid, course, "2026-11-20")
    answer = leader.get(f"/competence/led/{id}").json
    held = {each["name"]: (each["state"], each["valid_until"]) for each in answer["items"]}
    assert held == {
        "Ingrid Nes": ("valid", "2027-11-20"),
        "Jon Berg": ("missing", None),
        "Randi Haugen": ("missing", None),
    }
    assert answer["title"] == "Rene hender"
    assert set(answer["items"][0]) == {"id", "name", "state", "achieved_on", "valid_until"}
    for somebody in (ingrid, jon):
        (look,) = somebody.get("/me/access-log").json["items"]
        assert (look["viewer"], look["what"]) == ("Randi Haugen", "competence")
    assert leader.get("/me/access-log").json["total"] == 0


def test_how_far_somebody_is_on_the_way_is_their_own(world: World) -> None:
    course = hands_in(world)
    leader, jon = world.somebody("Solbakken", "leader"), world.somebody("Solbakken", name="Jon Berg")
    id = requirement_in(world, topics={"hender": 100}).id
    jon.post("/play/letters", course.finished(0))
    assert {each["state"] for each in leader.get(f"/competence/led/{id}").json["items"]} == {"missing"}


def test_what_is_voluntary_is_shown_as_groups_only_and_small_ones_not_at_all(world: World) -> None:
    hands_in(world)
    leader = world.somebody("Solbakken", "leader")
    for _ in range(3):
        world.somebody("Solbakken")
    id = requirement_in(world, mandatory=False).id
    assert leader.get(f"/competence/led/{id}").status_code == 404
    assert leader.get("/competence/led").json["items"][0]["counts"] is None
    world.somebody("Solbakken")
    assert leader.get("/competence/led").json["items"][0]["counts"] == {**NONE, "not_begun": 5}
    assert world.somebody("Solbakken").get("/competence/led").status_code == 404


def test_another_department_is_nobodys_business(world: World) -> None:
    hands_in(world)
    elsewhere = world.somebody("Skagen", "leader")
    world.somebody("Solbakken")
    id = requirement_in(world, audience={"departments": [str(world.departments["Solbakken"])]}).id
    assert elsewhere.get("/competence/led").json["items"] == []
    assert elsewhere.get(f"/competence/led/{id}").status_code == 404


def test_a_requirement_is_made_changed_and_ended(world: World, editor: Somebody) -> None:
    hands_in(world)
    nurse = world.somebody("Solbakken")
    (topic,) = editor.get("/studio/competence/topics").json["items"]
    assert topic == {"topic": "hender", "title": "Rene hender (nb)", "items": 2, "modules": 1}
    id = str(uuid4())
    made = put(editor, plan(), id)
    assert made.status_code == 200, made.text
    assert (made.json["id"], made.json["title"], made.json["counts"]) == (id, "Rene hender", None)
    assert put(editor, plan(), id).json == made.json  # safe to repeat
    assert nurse.get("/competence").json["items"][0]["needed"] == 2
    audience = {"departments": [str(world.departments["Kontoret"])]}
    changed = put(editor, plan(audience=audience, topics=[{"topic": "hender", "share": 50}], months=None), id).json
    assert changed["audience"]["departments"] == [{"id": str(world.departments["Kontoret"]), "title": "Kontoret"}]
    assert nurse.get("/competence").json["items"] == []
    assert editor.get("/competence").json["items"][0]["needed"] == 1
    assert editor.get(f"/studio/competence/{id}").json == changed
    assert editor.post(f"/studio/competence/{id}/end").json["ended"] is True
    assert editor.post(f"/studio/competence/{id}/end").status_code == 200
    assert editor.get("/competence").json["items"] == []
    (listed,) = editor.get("/studio/competence").json["items"]
    assert (listed["ended"], listed["counts"]) == (True, None)
    refused = put(editor, plan(), id)
    assert (refused.status_code, refused.json["code"]) == (409, "requirement_ended")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"topics": []}, "topics"),
        ({"topics": [{"topic": "ukjent", "share": 100}]}, "topics"),
        ({"topics": [{"topic": "hender", "share": 100}, {"topic": "hender", "share": 50}]}, "topics"),
        ({"topics": [{"topic": "hender", "share": 0}]}, "topics"),
        ({"topics": [{"topic": "hender", "share": 101}]}, "topics"),
        ({"audience": {"everyone": False}}, "audience"),
        ({"audience": {"roles": ["sjef"]}}, "audience"),
        ({"title": {"nb": "Hender", "nn": "Hender"}}, "title"),
        ({"title": {"nb": "Hender", "nn": "Hender", "en": " "}}, "title"),
        ({"title": {"nb": "Hender", "nn": "Hender", "en": "x" * 121}}, "title"),
        ({"months": 0}, "months"),
        ({"months": 121}, "months"),
        ({"months": 1.5}, "months"),
        ({"window": 366}, "window"),
        ({"months": 1, "window": 30}, "window"),
    ],
)
def test_what_a_requirement_cannot_be_is_said_by_field(
    world: World, editor: Somebody, change: dict[str, Any], field: str
) -> None:
    hands_in(world)
    answer = put(editor, plan(**change))
    assert answer.status_code == 422, answer.text
    assert field in answer.json["errors"]
    assert editor.get("/studio/competence").json["items"] == []


def test_figures_are_of_those_it_is_required_of(world: World, editor: Somebody) -> None:
    course = hands_in(world)
    people = [world.somebody("Solbakken") for _ in range(6)]
    id = requirement_in(world, audience={"departments": [str(world.departments["Solbakken"])]}).id
    for each in people[:2]:
        master(each, course, "2026-11-20")
    (listed,) = editor.get("/studio/competence").json["items"]
    assert (listed["id"], listed["counts"]) == (str(id), {**NONE, "valid": 2, "not_begun": 4})


def test_certificates_stand_when_the_requirement_changes(world: World, editor: Somebody) -> None:
    course = hands_in(world)
    ingrid = world.somebody("Solbakken")
    id = str(requirement_in(world).id)
    master(ingrid, course, "2026-11-20")
    put(editor, plan(months=6, window=30), id)
    assert ingrid.get("/competence").json["items"][0]["valid_until"] == "2027-11-20"
    world.enter()
    (kept,) = committed(lambda: list(db.session.query(Certificate)))
    assert sorted((each["card"], each["topic"], each["on"]) for each in kept.evidence) == [
        ("c1", "hender", "2026-11-20"),
        ("c2", "hender", "2026-11-20"),
    ]
