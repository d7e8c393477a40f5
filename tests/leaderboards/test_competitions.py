"""Competitions through the door: made, raced, frozen, closed, and never opened again."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import update

from app.core import clock
from app.core.db import committed, db
from app.identity import actions as identity
from leaderboards.competitions.jobs import turn_competitions
from leaderboards.competitions.models import Competition, Team, TeamPart
from leaderboards.recount import recount_all
from quests.paths.jobs import open_due
from tests.leaderboards.test_boards import at_once, deliver, play
from tests.quests.course import Course, course_in
from tests.world import Somebody, World

MONDAY = date(2026, 11, 16)
Json = dict[str, Any]


def at(day: int, hour: int = 12) -> datetime:
    """That day of the fortnight that starts on MONDAY, from 0, in UTC."""
    return datetime(2026, 11, 16, hour, tzinfo=UTC) + timedelta(days=day)


def plan(world: World, *names: str, **changes: Any) -> Json:
    teams = [{"departments": [str(world.departments[name])]} for name in names]
    usual = {"name": "Høstløpet", "rule": "participation", "first_week": f"{MONDAY}", "weeks": 2, "teams": teams}
    return usual | changes


def made(editor: Somebody, **given: Any) -> Json:
    answer = editor.send("PUT", f"/competitions/{uuid4()}", given)
    assert answer.status_code == 200, answer.json
    told: Json = answer.json
    return told


def board(somebody: Somebody, competition: Json) -> Json:
    answer = somebody.get(f"/boards/departments?competition={competition['id']}")
    assert answer.status_code == 200, answer.json
    told: Json = answer.json
    return told


def rows(somebody: Somebody, competition: Json) -> dict[str, Json]:
    return {each["name"]: each for each in board(somebody, competition)["rows"]}


@pytest.fixture
def people(world: World) -> dict[str, list[Somebody]]:
    """Two departments of about the same size."""
    return {name: [world.somebody(name) for _ in range(many)] for name, many in (("Solbakken", 10), ("Skagen", 12))}


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Kontoret", "editor")


@pytest.fixture
def course(world: World, people: object, editor: object) -> Course:
    return course_in(world)


def test_what_is_done_moves_the_own_team_at_once(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody
) -> None:
    competition = made(editor, **plan(world, "Solbakken", "Skagen", prize="Kake"))
    assert (competition["state"], competition["teams"], competition["prize"]) == ("running", 2, "Kake")
    ours = people["Solbakken"][0]
    play(ours, course)
    told = board(ours, competition)
    first, second = told["rows"]
    assert (first["name"], first["rank"], first["mine"], first["size_class"]) == ("Solbakken", 1, True, 1)
    assert (second["name"], second["rank"], second["mine"]) == ("Skagen", 2, False)
    k = (10 * 12) ** 0.5
    assert first["parts"]["sum_wx"] == 0.5
    assert first["score"] == pytest.approx((0.5 + k * 0.5 / 22) / (10 + k), abs=1e-4)
    assert (told["mine"]["taken"], told["mine"]["possible"], told["gap"]) == (1, 2, None)
    assert board(people["Skagen"][0], competition)["gap"] == {
        "modules": 2, "unit": "module", "to_rank": 1, "to_name": "Solbakken"
    }  # fmt: skip
    (listed,) = ours.get("/competitions").json["items"]
    assert (listed["id"], listed["mine"]) == (competition["id"], {"name": "Solbakken", "rank": 1, "of": 2})


def test_a_board_that_has_not_changed_is_not_sent_again(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody
) -> None:
    competition = made(editor, **plan(world, "Solbakken", "Skagen"))
    path = f"/boards/departments?competition={competition['id']}"
    etag = editor.get(path).headers["ETag"]
    assert editor.get(path, headers={"If-None-Match": etag}).status_code == 304
    play(people["Skagen"][0], course)
    assert editor.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_the_next_weeks_and_only_the_chosen_paths_count(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody
) -> None:
    ours = people["Solbakken"][0]
    both = made(editor, **plan(world, "Solbakken", "Skagen", paths=[str(course.path_id)]))
    assert [each["id"] for each in both["paths"]] == [str(course.path_id)]
    assert board(ours, both)["mine"]["possible"] == 2
    with clock.standing_at(at(8)):
        open_due()
        world.enter()
        play(ours, course, 2)
        assert board(world.signed_in_again(ours), both)["mine"] | {"share": 1} == {
            "department": board(ours, both)["mine"]["department"], "share": 1, "present": 1.0, "weight": 1.0,
            "possible": 3, "taken": 1, "x": 0.3333,
        }  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "x"),
    [("participation", 0.5), ("completion", 0.0), ("points", 0.5), ("recall", None), ("improvement", None)],
)
def test_each_rule_has_its_own_result(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody, rule: str, x: float | None
) -> None:
    competition = made(editor, **plan(world, "Solbakken", "Skagen", rule=rule))
    ours = people["Solbakken"][0]
    play(ours, course)
    mine = board(ours, competition)["mine"]
    if x is None:
        assert mine is None  # nothing was asked, and there is no period before to compare with
    elif rule == "points":
        # hender: 20 for the post and two exercises; fall: 20 and two; and the quest's 50
        assert (mine["possible"], mine["taken"]) == (40 + 40 + 50, 40)
    else:
        assert mine["x"] == x


def test_a_small_team_moves_by_the_hour(world: World, editor: Somebody) -> None:
    small = [world.somebody("Natt") for _ in range(6)]
    for _ in range(9):
        world.somebody("Dag")
    course = course_in(world)
    competition = made(editor, **plan(world, "Natt", "Dag"))
    for somebody in small[:2]:
        play(somebody, course)
    assert rows(small[1], competition)["Natt"]["score"] == 0
    with clock.standing_at(clock.now() + timedelta(hours=1)):
        turn_competitions()
        row = rows(small[1], competition)["Natt"]
    assert (row["parts"]["whole_percent"], row["score"]) == (True, round(row["score"], 2))
    assert row["score"] > 0


def test_the_board_stands_still_before_the_end_and_is_closed_on_tuesday(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody
) -> None:
    competition = made(editor, **plan(world, "Solbakken", "Skagen", weeks=1))
    ours, theirs = people["Solbakken"][0], people["Skagen"][0]
    play(ours, course)
    with clock.standing_at(at(6)):  # Sunday noon, half a day before the end
        turn_competitions()
        play(theirs, course)
        play(theirs, course, 1)
        told = board(ours, competition)
        assert (told["competition"]["state"], told["gap"]) == ("frozen", None)
        assert [(each["name"], each["rank"]) for each in told["rows"]] == [("Solbakken", 1), ("Skagen", 2)]
        assert told["rows"][1]["parts"]["sum_wx"] == 0
    with clock.standing_at(at(8, 8)):  # Tuesday morning: one who played on Sunday without a network sends it now
        turn_competitions()
        late = people["Skagen"][1]
        letter = course.letter(0, started_at=at(6, 9))
        sent = {"sent_at": clock.now().isoformat().replace("+00:00", "Z"), "letters": [letter]}
        assert late.post("/play/letters", sent).json["verdicts"][0]["status"] == "accepted"
        assert board(ours, competition)["competition"]["state"] == "ended"
        assert board(ours, competition)["rows"][1]["parts"]["sum_wx"] == 0
    with clock.standing_at(at(8, 11)):
        turn_competitions()
        told = board(ours, competition)
        assert told["competition"]["state"] == "closed"
        assert {each["name"]: each["parts"]["sum_wx"] for each in told["rows"]} == {"Skagen": 1.5, "Solbakken": 0.5}
        assert told["rows"][0]["name"] == "Skagen"
        closed = board(ours, competition)
    with clock.standing_at(at(9)):
        world.enter()
        play(world.signed_in_again(people["Solbakken"][1]), course)
        turn_competitions()
        again = board(ours, competition)
        assert {**again, "mine": None} == {**closed, "mine": None}


def test_who_moves_counts_once_and_leave_counts_out(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody
) -> None:
    competition = made(editor, **plan(world, "Solbakken", "Skagen"))
    mover, away = people["Solbakken"][:2]
    world.enter()
    committed(identity.record_leave, world.organisation_id, away.player_id, MONDAY, MONDAY + timedelta(days=6))
    world.join(mover, "Skagen", 1.0)
    told = rows(mover, competition)
    assert told["Solbakken"]["parts"]["sum_w"] == pytest.approx(10 - 0.5)
    assert told["Skagen"]["parts"]["sum_w"] == pytest.approx(13)
    play(mover, course)
    told = rows(mover, competition)
    assert (told["Solbakken"]["parts"]["sum_wx"], told["Skagen"]["parts"]["sum_wx"]) == (0.5, 0.5)


def test_all_sums_are_what_the_facts_give(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody
) -> None:
    for rule in ("participation", "completion", "points"):
        made(editor, **plan(world, "Solbakken", "Skagen", rule=rule, name=rule))
    for somebody in people["Solbakken"][:4]:
        play(somebody, course, course.random.randrange(2))
    play(people["Skagen"][0], course, 0)
    play(people["Skagen"][0], course, 1)
    world.enter()
    assert committed(recount_all, world.organisation_id)["teams"] == 0
    world.enter()
    committed(db.session.execute, update(Team).values(result=Team.result + 1))
    world.enter()
    assert committed(recount_all, world.organisation_id)["teams"] == 6


def test_who_may_make_one_and_between_whom(world: World, people: object, editor: Somebody) -> None:
    leader, learner = world.somebody("Solbakken", "leader"), world.somebody("Solbakken")
    given = plan(world, "Solbakken", "Skagen")
    assert learner.send("PUT", f"/competitions/{uuid4()}", given).status_code == 404
    assert leader.send("PUT", f"/competitions/{uuid4()}", given).status_code == 404
    assert {each["name"] for each in leader.get("/competitions/choices").json["departments"]} == {"Solbakken"}
    neighbour = World(world.application, "nabo")
    strange = neighbour.department("Der borte")
    world.enter()
    new = str(world.department("Ny"))
    wrong: list[Json] = [
        {"teams": given["teams"][:1]},
        {"teams": [given["teams"][0], given["teams"][0]]},
        {"teams": [given["teams"][0], {"departments": [*given["teams"][1]["departments"], new]}]},
        {"first_week": "2026-11-17"},
        {"first_week": "2026-11-09"},
        {"weeks": 0},
        {"weeks": 53},
        {"rule": "speed"},
        {"name": " "},
    ]
    for change in ({"teams": [given["teams"][0], {"departments": [str(strange)]}]}, {"paths": [str(uuid4())]}):
        assert editor.send("PUT", f"/competitions/{uuid4()}", given | change).status_code == 404, change
    for change in wrong:
        answer = editor.send("PUT", f"/competitions/{uuid4()}", given | change)
        assert answer.status_code == 422, change
    world.enter()
    assert db.session.query(Competition).count() == 0


def test_making_is_safe_to_repeat_and_calling_off_hides_it(world: World, people: object, editor: Somebody) -> None:
    given, id = plan(world, "Solbakken", "Skagen"), uuid4()
    answers = [editor.send("PUT", f"/competitions/{id}", given) for _ in range(2)]
    assert answers[0].json == answers[1].json
    for other in ({"name": "Et annet"}, {"teams": given["teams"][::-1]}, {"weeks": 3}):
        assert editor.send("PUT", f"/competitions/{id}", given | other).status_code == 409, other
    world.enter()
    assert db.session.query(Team).count() == 2
    for _ in range(2):
        assert editor.post(f"/competitions/{id}/cancel").status_code == 200
    assert editor.get("/competitions").json["items"] == []
    assert editor.get(f"/boards/departments?competition={id}").status_code == 404
    assert editor.post(f"/competitions/{uuid4()}/cancel").status_code == 404


def test_named_teams_and_subtrees_race(world: World, editor: Somebody) -> None:
    world.department("Helse")
    for name in ("Nord", "Sør"):
        world.department(name, "Helse")
        for _ in range(5):
            world.somebody(name)
    for name in ("Skole", "Barnehage"):
        for _ in range(6):
            world.somebody(name)
    course_in(world)
    together = {"name": "Oppvekst", "departments": [str(world.departments[name]) for name in ("Skole", "Barnehage")]}
    given = plan(world, "Helse")
    competition = made(editor, **given | {"teams": [*given["teams"], together]})
    told = rows(editor, competition)
    assert {name: row["members"] for name, row in told.items()} == {"Helse": 10, "Oppvekst": 12}


def test_classes_are_drawn_when_it_starts(world: World, editor: Somebody) -> None:
    names = [f"Stor {n}" for n in range(3)] + [f"Liten {n}" for n in range(3)]
    for name in names:
        for _ in range(20 if name.startswith("Stor") else 5):
            world.somebody(name)
    course_in(world)
    competition = made(editor, **plan(world, *names))
    told = rows(editor, competition)
    assert {name: row["size_class"] for name, row in told.items()} == {
        name: 1 if name.startswith("Stor") else 2 for name in names
    }
    for _ in range(16):
        world.somebody("Liten 0")
    told = rows(editor, competition)
    assert (told["Liten 0"]["members"], told["Liten 0"]["size_class"]) == (21, 2)


def test_one_that_is_to_come_tells_nothing_yet(
    world: World, people: dict[str, list[Somebody]], editor: Somebody
) -> None:
    course_in(world)
    competition = made(editor, **plan(world, "Solbakken", "Skagen", first_week="2026-11-23"))
    assert competition["state"] == "planned"
    assert board(people["Solbakken"][0], competition)["rows"] == []
    with clock.standing_at(at(7)):
        turn_competitions()
        open_due()
        assert len(board(people["Solbakken"][0], competition)["rows"]) == 2
    world.enter()
    assert db.session.query(TeamPart).count() == 22


@pytest.fixture
def all_rules(world: World, people: object, course: Course, editor: Somebody) -> list[Json]:
    return [
        made(editor, **plan(world, "Solbakken", "Skagen", rule=rule, name=rule))
        for rule in ("participation", "completion", "points")
    ]


def test_letters_of_many_at_once_and_of_two_devices_give_the_exact_sums(
    world: World, people: dict[str, list[Somebody]], course: Course, all_rules: list[Json]
) -> None:
    letters = [[course.finished(which) for which in (0, 1, 0)] for _ in range(8)]
    ours, theirs = people["Solbakken"], people["Skagen"]
    playing = [*ours[:3], *theirs[:3], ours[0], theirs[0]]  # two of them on two devices each
    db.session.remove()
    at_once(*[lambda n=n: deliver(playing[n], letters[n]) for n in range(8)])
    world.enter()
    assert set(committed(recount_all, world.organisation_id).values()) == {0}
    first = rows(ours[0], all_rules[0])
    assert (first["Solbakken"]["parts"]["sum_wx"], first["Skagen"]["parts"]["sum_wx"]) == (3.0, 3.0)


def test_letters_while_memberships_change_give_the_exact_sums(
    world: World, people: dict[str, list[Somebody]], course: Course, all_rules: list[Json]
) -> None:
    letters = [[course.finished(which) for which in (0, 1)] for _ in range(5)]
    organisation_id, ours = world.organisation_id, people["Solbakken"]

    def away(number: int) -> None:
        with world.application.app_context():
            world.enter()
            for _ in range(3):
                committed(identity.record_leave, organisation_id, ours[number].player_id, MONDAY, MONDAY)

    db.session.remove()
    playing = [lambda n=n: deliver(ours[n], letters[n]) for n in range(5)]
    at_once(*playing, *[lambda n=n: away(n) for n in (0, 1, 7)])
    world.enter()
    assert set(committed(recount_all, organisation_id).values()) == {0}


def test_the_board_is_revealed_early_by_who_arranges_it(
    world: World, people: dict[str, list[Somebody]], course: Course, editor: Somebody
) -> None:
    competition = made(editor, **plan(world, "Solbakken", "Skagen", weeks=1))
    path = f"/competitions/{competition['id']}/reveal"
    with clock.standing_at(at(6, 12)):
        turn_competitions()
        world.enter()
        play(world.signed_in_again(people["Solbakken"][0]), course)
        boss = world.signed_in_again(editor)
        assert {each["parts"]["sum_wx"] for each in rows(boss, competition).values()} == {0}
        assert (boss.post(path).status_code, boss.post(path).json["code"]) == (409, "not_over")
    with clock.standing_at(at(7, 9)):
        boss, ours = world.signed_in_again(editor), world.signed_in_again(people["Solbakken"][0])
        assert {each["parts"]["sum_wx"] for each in rows(ours, competition).values()} == {0}
        assert board(boss, competition)["competition"]["may_reveal"]
        assert ours.post(path).status_code == 404
        assert world.somebody("Skagen", "leader").post(path).status_code == 404
        assert [boss.post(path).status_code for _ in range(2)] == [200, 200]
        told = board(ours, competition)
        assert (told["competition"]["state"], told["competition"]["revealed"]) == ("ended", True)
        assert [(each["name"], each["parts"]["sum_wx"]) for each in told["rows"]] == [("Solbakken", 0.5), ("Skagen", 0)]
    with clock.standing_at(at(8, 12)):
        turn_competitions()
        world.enter()
        closed = rows(world.signed_in_again(editor), competition)
        assert closed["Solbakken"]["counted"] == {"taken": 1, "possible": 20}
