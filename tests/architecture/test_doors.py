"""Every route, as a stranger and as each role, own organisation and another's. A new route needs its line here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from app import docs
from app.identity.models import LANGUAGES, ROLES
from tests.leaderboards.racing import code_in, competition_in, goal_in, goal_plan_in, odd_play_in, plan_in, wall_in
from tests.quests.authoring.pilots.piloting import pilot_in
from tests.quests.authoring.saying import comment_in
from tests.quests.authoring.talking import thread_in
from tests.quests.competence.requiring import requirement_in
from tests.quests.course import Course, course_in, offer
from tests.world import Somebody, World

EVERYBODY = frozenset(ROLES)
LEADERS = frozenset({"leader", "admin"})
HELPERS = frozenset({"resource_person"})
MAKERS = frozenset({"editor", "admin"})
ARRANGERS = MAKERS | LEADERS
NOBODY: frozenset[str] = frozenset()  # another person's: tests/identity, help and quests have the owner pass
OPEN, ASKS, READ = "open", "open, and takes nothing", "open, and read by all"
PASSKEY = {
    "credential": {
        "id": "AA",
        "rawId": "AA",
        "type": "public-key",
        "response": {"clientDataJSON": "AA", "attestationObject": "AA"},
    }
}
DEVICE = {
    "endpoint": "https://fcm.googleapis.com/fcm/send/doors",
    "keys": {
        "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "auth": "BTBZMqHH6r4Tts7J_aSIgg",
    },
}


@dataclass(frozen=True)
class Door:
    """Who may pass, what a member sends (or how it is made of a course), and what is answered to them."""

    who: frozenset[str]
    status: int = 200
    body: Any = None


def run_of(course: Course) -> Any:
    """A run of the course's path as the studio asks for it."""
    plan = {"anchor": "enrolment", "enrolling": "audience", "starts_on": "2026-11-23"}
    return {"path": str(course.path_id), "audience": {"everyone": True}, **plan}


def module_like(course: Course) -> Any:
    """A module made like one of the course's."""
    return {"title": "Ny", "language": "nb", "like": str(course.modules[0])}


def requirement_of(course: Course) -> Any:
    """A requirement for a department of the course's organisation, of a topic that is not there."""
    place = course.world.department("Solbakken")
    titles = dict.fromkeys(LANGUAGES, "Hender")
    audience = {"departments": [str(place)]}
    return {
        "title": titles,
        "topics": [{"topic": "ukjent", "share": 100}],
        "audience": audience,
        "months": 12,
        "window": 60,
    }


def pilot_of(course: Course) -> Any:
    """A pilot of the course's first module, for everybody."""
    return {"module": str(course.modules[0]), "revision": 1, "audience": {"everyone": True}, "questions": []}


def comment_of_ones_own(course: Course) -> Any:
    """A comment on a draft under an id that nobody else has used."""
    return {"key": str(uuid4()), "text": "Bra"}


def competition_of(course: Course) -> Any:
    """A competition between two departments below Solbakken."""
    return plan_in(course.world)


def cheer_to(course: Course) -> Any:
    """A cheer to that organisation's Solbakken."""
    return {"department": str(course.world.department("Solbakken")), "cheer": "go"}


def joining(course: Course) -> Any:
    """The departments of that organisation that would race against others."""
    return {"teams": plan_in(course.world)["teams"]}


def goal_of(course: Course) -> Any:
    """A goal of Solbakken's."""
    return goal_plan_in(course.world)


DOORS: dict[tuple[str, str], Door | str] = {
    ("POST", "/api/v1/session"): OPEN,
    ("POST", "/api/v1/play/sealed"): OPEN,
    ("DELETE", "/api/v1/session"): Door(EVERYBODY, 204),
    ("GET", "/api/v1/me"): Door(EVERYBODY),
    ("PATCH", "/api/v1/me"): Door(EVERYBODY, body={"language": "nn"}),
    ("PUT", "/api/v1/me/pin"): Door(EVERYBODY, 403, {"old": "000000", "new": "482913"}),
    ("GET", "/api/v1/me/access-log"): Door(EVERYBODY),
    ("POST", "/api/v1/me/copy"): Door(EVERYBODY),
    ("GET", "/api/v1/today"): Door(EVERYBODY),
    ("GET", "/api/v1/paths"): Door(EVERYBODY),
    ("GET", "/api/v1/quests/{quest_id}"): Door(EVERYBODY),
    ("GET", "/api/v1/modules/{version}/{language}"): Door(EVERYBODY),
    ("GET", "/api/v1/media/{digest}"): Door(EVERYBODY),
    ("GET", "/api/v1/explore"): Door(EVERYBODY),
    ("POST", "/api/v1/explore/{run_id}/start"): Door(EVERYBODY),
    ("POST", "/api/v1/explore/{run_id}/leave"): Door(EVERYBODY, 204),
    ("GET", "/api/v1/reflections"): Door(EVERYBODY),
    ("DELETE", "/api/v1/reflections/{letter_id}"): Door(NOBODY),
    ("GET", "/api/v1/play/bests"): Door(EVERYBODY),
    ("POST", "/api/v1/play/letters"): Door(EVERYBODY, body={"sent_at": "2026-11-19T11:00:00Z", "letters": []}),
    ("GET", "/api/v1/review"): Door(EVERYBODY),
    ("GET", "/api/v1/tests/{run_id}"): Door(EVERYBODY, 404),
    ("GET", "/api/v1/studio/runs/{run_id}/change"): Door(MAKERS),
    ("GET", "/api/v1/review/mastery"): Door(EVERYBODY),
    ("GET", "/api/v1/boards/departments"): Door(EVERYBODY),
    ("GET", "/api/v1/boards/people"): Door(EVERYBODY),
    ("GET", "/api/v1/boards/weeks"): Door(EVERYBODY),
    ("GET", "/api/v1/boards/league"): Door(EVERYBODY),
    ("GET", "/api/v1/competitions"): Door(EVERYBODY),
    ("GET", "/api/v1/competitions/choices"): Door(ARRANGERS),
    ("PUT", "/api/v1/competitions/{new_id}"): Door(ARRANGERS, body=competition_of),
    ("POST", "/api/v1/competitions/{competition_id}/cancel"): Door(ARRANGERS),
    ("POST", "/api/v1/competitions/{competition_id}/reveal"): Door(ARRANGERS, 409),  # it still runs
    ("PUT", "/api/v1/competitions/{competition_id}/team"): Door(NOBODY),  # departments race: tests/leaderboards pick
    ("DELETE", "/api/v1/competitions/{competition_id}/team"): Door(NOBODY),
    ("POST", "/api/v1/competitions/{competition_id}/invite"): Door(MAKERS),
    ("POST", "/api/v1/competitions/{competition_id}/leave-meet"): Door(MAKERS),
    ("GET", "/api/v1/meets/{code}"): Door(MAKERS),
    ("PUT", "/api/v1/meets/{code}/competitions/{new_id}"): Door(
        MAKERS, 409, joining
    ),  # one's own organisation is in it
    ("GET", "/api/v1/goals"): Door(EVERYBODY),
    ("PUT", "/api/v1/goals/{new_id}"): Door(ARRANGERS, body=goal_of),
    ("POST", "/api/v1/goals/{goal_id}/cancel"): Door(ARRANGERS),
    ("GET", "/api/v1/cheers"): Door(EVERYBODY),
    ("PUT", "/api/v1/cheers/{new_id}"): Door(EVERYBODY, body=cheer_to),
    ("GET", "/api/v1/walls"): Door(ARRANGERS),
    ("PUT", "/api/v1/walls/{new_id}"): Door(ARRANGERS, body={"name": "Pauserommet"}),
    ("POST", "/api/v1/walls/{wall_id}/revoke"): Door(ARRANGERS),
    ("GET", "/api/v1/wall/{token}"): READ,
    ("GET", "/api/v1/points"): Door(EVERYBODY),
    ("GET", "/api/v1/studio/odd-plays"): Door(MAKERS),
    ("POST", "/api/v1/studio/odd-plays/{odd_id}/settle"): Door(MAKERS, body={"take_back": False}),
    ("GET", "/api/v1/streak"): Door(EVERYBODY),
    ("GET", "/api/v1/badges"): Door(EVERYBODY),
    ("POST", "/api/v1/badges/{slug}/credential"): Door(EVERYBODY, 404),  # none has one yet
    ("GET", "/api/v1/studio/paths"): Door(MAKERS),
    ("GET", "/api/v1/studio/paths/{path_id}"): Door(MAKERS),
    ("GET", "/api/v1/studio/paths/{path_id}/package"): Door(MAKERS),
    ("POST", "/api/v1/studio/packages/preview"): Door(MAKERS, 422),
    ("POST", "/api/v1/studio/packages"): Door(MAKERS, 422),
    ("POST", "/api/v1/studio/parse"): Door(MAKERS, body={"text": "Hva?\na) Ja *\nb) Nei", "language": "nb"}),
    ("GET", "/api/v1/studio/spreadsheets/template"): Door(MAKERS),
    ("POST", "/api/v1/studio/spreadsheets/preview"): Door(MAKERS, 422),
    ("POST", "/api/v1/studio/spreadsheets"): Door(MAKERS, 422),
    ("GET", "/api/v1/studio/modules/{module_id}/spreadsheet"): Door(MAKERS),
    ("GET", "/api/v1/studio/modules/{module_id}/text"): Door(MAKERS),
    ("GET", "/api/v1/studio/translations"): Door(MAKERS),
    ("GET", "/api/v1/studio/modules/{module_id}/texts/{language}.xliff"): Door(MAKERS),
    ("GET", "/api/v1/studio/modules/{module_id}/texts/{language}.xlsx"): Door(MAKERS),
    ("GET", "/api/v1/studio/modules/{module_id}/texts/{language}"): Door(MAKERS),
    ("POST", "/api/v1/studio/modules/{module_id}/texts/{language}/right"): Door(MAKERS, body={"ids": ["title"]}),
    ("POST", "/api/v1/studio/modules/{module_id}/texts/{language}/preview"): Door(MAKERS, 422),
    ("PUT", "/api/v1/studio/modules/{module_id}/texts/{language}"): Door(MAKERS, 422),
    ("GET", "/api/v1/studio/departments"): Door(MAKERS),
    ("GET", "/api/v1/studio/runs"): Door(MAKERS),
    ("POST", "/api/v1/studio/runs/forecast"): Door(MAKERS, body=run_of),
    ("PUT", "/api/v1/studio/runs/{new_id}"): Door(MAKERS, body=run_of),
    ("POST", "/api/v1/studio/runs/{run_id}/cancel"): Door(MAKERS),
    ("GET", "/api/v1/studio/calendar"): Door(MAKERS),
    ("GET", "/api/v1/studio/calendar/season"): Door(MAKERS),
    ("GET", "/api/v1/studio/modules/{module_id}/questions"): Door(MAKERS),
    ("GET", "/api/v1/studio/calendar/as-seen"): Door(MAKERS, 422),
    ("POST", "/api/v1/studio/runs/{run_id}/plan/forecast"): Door(MAKERS, 422, {"kind": "pause", "week": "2026-12-07"}),
    ("PUT", "/api/v1/studio/runs/{run_id}/plan"): Door(MAKERS, 422, {"revision": "0", "stages": []}),
    ("GET", "/api/v1/studio/media"): Door(MAKERS),
    ("POST", "/api/v1/studio/media"): Door(MAKERS, 422),
    ("GET", "/api/v1/studio/media/{digest}"): Door(MAKERS),
    ("PATCH", "/api/v1/studio/media/{digest}"): Door(MAKERS, body={"title": "Hender"}),
    ("DELETE", "/api/v1/studio/media/{digest}"): Door(MAKERS, 409),
    ("GET", "/api/v1/studio/paths/{path_id}/document"): Door(MAKERS),
    ("PUT", "/api/v1/studio/paths/{path_id}"): Door(MAKERS, 422, {"document": {}}),
    ("GET", "/api/v1/studio/pilots"): Door(MAKERS),
    ("GET", "/api/v1/studio/pilots/{pilot_id}"): Door(MAKERS),
    ("PUT", "/api/v1/studio/pilots/{pilot_id}"): Door(MAKERS, body=pilot_of),
    ("POST", "/api/v1/studio/pilots/{pilot_id}/end"): Door(MAKERS),
    ("POST", "/api/v1/studio/pilots/{pilot_id}/publish"): Door(MAKERS),
    ("GET", "/api/v1/studio/modules/{module_id}/reading"): Door(MAKERS),
    ("GET", "/api/v1/studio/modules/{module_id}/comments"): Door(MAKERS),
    ("POST", "/api/v1/studio/modules/{module_id}/comments"): Door(MAKERS, body=comment_of_ones_own),
    ("PUT", "/api/v1/studio/modules/{module_id}/comments/{thread_id}/resolved"): Door(MAKERS, body={"resolved": True}),
    ("GET", "/api/v1/studio/modules/{module_id}/reviews"): Door(MAKERS),
    ("PUT", "/api/v1/studio/modules/{module_id}/reviews/{new_id}"): Door(MAKERS, 422, {"reviewer": str(uuid4())}),
    ("POST", "/api/v1/studio/modules/{module_id}/reviews/{review_id}/verdict"): Door(
        NOBODY, 404, {"verdict": "approved"}
    ),
    ("DELETE", "/api/v1/studio/modules/{module_id}/readers/{person_id}"): Door(NOBODY),
    ("GET", "/api/v1/studio/modules"): Door(MAKERS),
    ("PUT", "/api/v1/studio/modules/{module_id}"): Door(MAKERS, body=module_like),
    ("GET", "/api/v1/studio/modules/{module_id}"): Door(MAKERS),
    ("PUT", "/api/v1/studio/modules/{module_id}/draft"): Door(MAKERS, 428, {"document": {}}),
    ("PUT", "/api/v1/studio/modules/{module_id}/presence"): Door(MAKERS),
    ("GET", "/api/v1/studio/modules/{module_id}/publish"): Door(MAKERS),
    ("POST", "/api/v1/studio/modules/{module_id}/publish"): Door(MAKERS, 409, {"revision": 0}),
    ("GET", "/api/v1/studio/modules/{module_id}/versions"): Door(MAKERS),
    ("POST", "/api/v1/studio/modules/{module_id}/versions/{version}/restore"): Door(MAKERS),
    ("POST", "/api/v1/studio/modules/{module_id}/versions/{version}/take-back"): Door(MAKERS),
    ("POST", "/api/v1/studio/modules/{module_id}/retire"): Door(MAKERS),
    ("POST", "/api/v1/studio/modules/{module_id}/return"): Door(MAKERS),
    ("GET", "/api/v1/studio/modules/{module_id}/changes"): Door(MAKERS),
    ("GET", "/api/v1/studio/modules/{module_id}/statistics"): Door(MAKERS),
    ("GET", "/api/v1/studio/statistics"): Door(MAKERS),
    ("GET", "/api/v1/studio/modules/{module_id}/owner"): Door(MAKERS),
    ("PUT", "/api/v1/studio/modules/{module_id}/owner"): Door(MAKERS, 422, {"owner": str(uuid4()), "check_by": None}),
    ("GET", "/api/v1/feedback"): Door(EVERYBODY),
    ("PUT", "/api/v1/feedback/{version}"): Door(EVERYBODY, body={"useful": True, "language": "nb"}),
    ("DELETE", "/api/v1/feedback/{version}"): Door(NOBODY),
    ("GET", "/api/v1/studio/modules/{module_id}/feedback"): Door(MAKERS),
    ("POST", "/api/v1/studio/feedback/{feedback_id}/answers"): Door(
        MAKERS, body={"key": str(uuid4()), "text": "Takk."}
    ),
    ("PUT", "/api/v1/studio/feedback/{feedback_id}/state"): Door(MAKERS, body={"state": "read"}),
    ("GET", "/api/v1/competence"): Door(EVERYBODY),
    ("POST", "/api/v1/competence/{requirement_id}/certificate"): Door(NOBODY),
    ("POST", "/api/v1/competence/{requirement_id}/credential"): Door(NOBODY),
    ("GET", "/api/v1/competence/issuers/{code}"): READ,
    ("GET", "/api/v1/competence/issuers/{code}/keys"): READ,
    ("GET", "/api/v1/competence/led"): Door(LEADERS),
    ("GET", "/api/v1/competence/led/{requirement_id}"): Door(LEADERS),
    ("GET", "/api/v1/studio/competence"): Door(MAKERS),
    ("GET", "/api/v1/studio/competence/topics"): Door(MAKERS),
    ("GET", "/api/v1/studio/competence/{requirement_id}"): Door(MAKERS),
    ("PUT", "/api/v1/studio/competence/{requirement_id}"): Door(MAKERS, 422, requirement_of),
    ("POST", "/api/v1/studio/competence/{requirement_id}/end"): Door(MAKERS),
    ("GET", "/api/v1/inbox"): Door(EVERYBODY),
    ("POST", "/api/v1/inbox/read"): Door(EVERYBODY, 404, {"ids": ["00000000-0000-4000-8000-000000000000"]}),
    ("GET", "/api/v1/nudges/settings"): Door(EVERYBODY),
    ("PATCH", "/api/v1/nudges/settings"): Door(EVERYBODY, body={"reminder": True}),
    ("GET", "/api/v1/help"): Door(EVERYBODY),
    ("GET", "/api/v1/help/mine"): Door(EVERYBODY),
    ("POST", "/api/v1/help/mine"): Door(EVERYBODY, body={"key": str(uuid4()), "text": "Hvor?"}),
    ("GET", "/api/v1/help/to-me"): Door(EVERYBODY),
    ("GET", "/api/v1/help/requests/{request_id}"): Door(HELPERS),
    ("GET", "/api/v1/help/requests/{request_id}/post"): Door(NOBODY),
    ("POST", "/api/v1/help/requests/{request_id}/replies"): Door(HELPERS, body={"key": str(uuid4()), "text": "Her."}),
    ("POST", "/api/v1/help/requests/{request_id}/answered"): Door(HELPERS),
    ("POST", "/api/v1/help/requests/{request_id}/thanks"): Door(NOBODY),
    ("DELETE", "/api/v1/help/requests/{request_id}"): Door(NOBODY),
    ("GET", "/api/v1/push/key"): Door(EVERYBODY),
    ("GET", "/api/v1/push/subscriptions"): Door(EVERYBODY),
    ("POST", "/api/v1/push/subscriptions"): Door(EVERYBODY, body=DEVICE),
    ("DELETE", "/api/v1/push/subscriptions/{subscription_id}"): Door(EVERYBODY, 404),
    ("POST", "/api/v1/push/test"): Door(EVERYBODY, 404),
    ("GET", "/api/v1/people"): Door(LEADERS),
    ("GET", "/api/v1/people/{person_id}"): Door(LEADERS),
    ("POST", "/api/v1/people"): Door(
        LEADERS,
        201,
        {"name": "Ny", "employee_number": "90001", "department": "{department_id}", "starts_on": "2026-11-19"},
    ),
    ("GET", "/api/v1/people/departments"): Door(LEADERS),
    ("POST", "/api/v1/people/sheet"): Door(LEADERS, body={"department": "{department_id}"}),
    ("POST", "/api/v1/people/{person_id}/code"): Door(LEADERS),
    ("POST", "/api/v1/people/{person_id}/memberships/{membership_id}/end"): Door(
        LEADERS, 204, {"last_day": "2026-12-31"}
    ),
    ("POST", "/api/v1/people/{person_id}/leaves"): Door(
        LEADERS, 201, {"starts_on": "2026-12-01", "ends_on": "2026-12-02"}
    ),
    ("DELETE", "/api/v1/people/{person_id}/leaves/{leave_id}"): Door(LEADERS),
    ("POST", "/api/v1/enrolment/look"): OPEN,
    ("POST", "/api/v1/enrolment/use"): OPEN,
    ("POST", "/api/v1/session/passkey/options"): ASKS,
    ("POST", "/api/v1/session/passkey"): OPEN,
    ("POST", "/api/v1/me/passkeys/options"): Door(EVERYBODY),
    ("POST", "/api/v1/me/passkeys"): Door(EVERYBODY, 422, PASSKEY),
    ("GET", "/api/v1/me/passkeys"): Door(EVERYBODY),
    ("DELETE", "/api/v1/me/passkeys/{passkey_id}"): Door(NOBODY),
}


OWN_ALONE = {
    ("PUT", "/api/v1/studio/paths/{path_id}"),
    ("PUT", "/api/v1/walls/{new_id}"),
    ("GET", "/api/v1/meets/{code}"),
    ("PUT", "/api/v1/meets/{code}/competitions/{new_id}"),
}
"""Makes something of one's own, and can name nothing that another organisation has; or was invited to by its code."""


def routes(application: Flask) -> Iterator[tuple[str, str]]:
    with application.app_context():
        for path, calls in docs.specification()["paths"].items():
            yield from (
                (method.upper(), path) for method in calls if method in ("get", "post", "put", "patch", "delete")
            )


MADE = {
    "/api/v1/studio/paths/{path_id}",
    "/api/v1/studio/modules/{module_id}",
    "/api/v1/studio/pilots/{pilot_id}",
    "/api/v1/studio/competence/{requirement_id}",
}
"""What is made by a PUT with an id of its own is read by the same address."""


def filled(method: str, path: str, course: Course, colleague: Somebody) -> str:
    """The path with what exists in that course's organisation, or with an id for what is made."""
    values = {
        "quest_id": course.quests[0],
        "version": course.versions[0],
        "language": "nn",
        "digest": course.picture,
        "person_id": colleague.person_id,
        "path_id": course.path_id,
        "new_id": uuid4(),
        "run_id": offer(course).id if "{run_id}" in path else None,
        "module_id": course.modules[0],
        "thread_id": thread_in(course) if "{thread_id}" in path else None,
        "review_id": uuid4(),
        "feedback_id": comment_in(course) if "{feedback_id}" in path else None,
        "requirement_id": requirement_in(course.world).id if "{requirement_id}" in path else None,
        "pilot_id": pilot_in(course) if "{pilot_id}" in path else None,
        "code": code_in(course.world) if "{code}" in path else None,
        "odd_id": odd_play_in(course) if "{odd_id}" in path else None,
        "goal_id": goal_in(course.world) if "{goal_id}" in path else None,
        "wall_id": wall_in(course.world) if "{wall_id}" in path else None,
        "competition_id": competition_in(course.world) if "{competition_id}" in path else None,
        **colleague.kept(),
        "subscription_id": uuid4(),
        "letter_id": uuid4(),
        "slug": "first-post",
    }
    if method == "PUT" and path in MADE:
        values[path.rpartition("{")[2].rstrip("}")] = uuid4()
    return path.removeprefix("/api/v1").format(**values)


def given(door: Door, course: Course, somebody: Somebody) -> Any:
    """What a member of that organisation sends."""
    if callable(door.body):
        return door.body(course)
    if not isinstance(door.body, dict):
        return door.body
    own = {"{department_id}": str(somebody.world.department("Solbakken"))}
    return {name: own.get(value, value) if isinstance(value, str) else value for name, value in door.body.items()}


def test_every_route_has_its_line(application: Flask) -> None:
    assert set(routes(application)) == set(DOORS)


def test_a_stranger_passes_no_door(application: Flask) -> None:
    client = application.test_client()
    for (method, path), door in DOORS.items():
        absent = re.sub("{.*?}", str(uuid4()), path.replace("{language}", "nn"))
        answer = client.open(absent, method=method, json={})
        expected = {OPEN: 422, ASKS: 200, READ: 404}.get(door, 401) if isinstance(door, str) else 401
        assert answer.status_code == expected, (method, path)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_passes_its_doors_and_no_other(world: World, role: str) -> None:
    shares = list(_shared({each: door for each, door in DOORS.items() if isinstance(door, Door)}))
    crowd = [world.somebody("Solbakken", role) for _ in shares]  # before there is anything that counts who comes
    colleague = world.somebody()
    world.somebody("Solbakken", "resource_person")  # somebody to ask
    course = course_in(world)
    for somebody, share in zip(crowd, shares, strict=True):
        for (method, path), door in share.items():
            answer = somebody.send(method, filled(method, path, course, colleague), given(door, course, somebody))
            expected = door.status if role in door.who else 404
            assert answer.status_code == expected, (method, path, answer.text)


def _shared(doors: dict[tuple[str, str], Door]) -> Iterator[dict[tuple[str, str], Door]]:
    """Three doors for each of a few people, and what takes something away for one alone."""
    share: dict[tuple[str, str], Door] = {}
    for (method, path), door in doors.items():
        if len(share) == 3 or (share and "DELETE" in (method, next(iter(share))[0])):
            yield share
            share = {}
        share[method, path] = door
    yield share


@pytest.mark.parametrize("role", ROLES)
def test_what_another_organisation_has_is_not_there(world: World, role: str) -> None:
    somebody = world.somebody("Solbakken", role)
    neighbour = World(world.application, "fjellby")
    theirs = neighbour.somebody(name="Ola Fjell")
    course = course_in(neighbour)
    world.enter()
    for (method, path), door in DOORS.items():
        if isinstance(door, str) or "{" not in path or (method, path) in OWN_ALONE:
            continue
        foreign = somebody.send(method, filled(method, path, course, theirs), given(door, course, somebody))
        assert (foreign.status_code, foreign.json["code"]) == (404, "not_found"), (method, path)
        absent = somebody.get(f"/quests/{uuid4()}")
        assert foreign.data == absent.data


def test_nothing_of_another_organisation_is_in_any_answer(world: World) -> None:
    admin = world.somebody("Solbakken", "admin")
    course_in(world)
    neighbour = World(world.application, "kanarifugl")
    neighbour.somebody("Kanarifuglen", name="Kanarifugl Fjell")
    course_in(neighbour)
    world.enter()
    for (method, path), door in DOORS.items():
        if method == "GET" and isinstance(door, Door) and "{" not in path:
            answer = admin.get(path.removeprefix("/api/v1"))
            assert answer.status_code == door.status
            assert b"anarifugl" not in answer.data, path


def test_a_leader_sees_only_their_own_part_of_the_tree(world: World) -> None:
    world.department("Helse")
    for name in ("Solbakken", "Skagen"):
        world.department(name, "Helse")
    leader = world.somebody("Solbakken", "leader")
    own, other = world.somebody("Solbakken"), world.somebody("Skagen")
    above = world.somebody("Helse", "leader")
    assert leader.get(f"/people/{own.person_id}").status_code == 200
    assert leader.get(f"/people/{other.person_id}").status_code == 404
    assert above.get(f"/people/{other.person_id}").status_code == 200
    names = {each["id"] for each in leader.get("/people").json["items"]}
    assert names == {str(leader.person_id), str(own.person_id)}
    assert leader.get(f"/people?department={world.departments['Skagen']}").json["items"] == []


def test_a_named_look_is_noted_and_the_person_can_read_it(world: World) -> None:
    leader = world.somebody("Solbakken", "leader", name="Randi Haugen")
    own = world.somebody("Solbakken")
    leader.get("/people")
    leader.get(f"/people/{own.person_id}")
    looks = own.get("/me/access-log").json
    assert {(each["viewer"], each["what"]) for each in looks["items"]} == {
        ("Randi Haugen", "people"),
        ("Randi Haugen", "person"),
    }
    assert leader.get("/me/access-log").json["total"] == 0


def test_a_right_that_is_taken_is_gone_at_the_next_request(world: World) -> None:
    leader = world.somebody("Solbakken", "leader")
    assert leader.get("/people").status_code == 200
    world.take_role(leader, "leader")
    assert leader.get("/people").status_code == 404
    world.deactivate(leader)
    assert leader.get("/people").status_code == 401
