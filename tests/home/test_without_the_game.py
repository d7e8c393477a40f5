"""An organisation without points and boards: nothing of them is shown, and nothing of learning is lost."""

from pathlib import Path

from click.testing import CliRunner

from app.cli import loype
from app.core.config import Config
from app.core.db import committed, db
from app.factory import create_app
from app.identity import actions
from app.identity.queries import organisation_by_code
from tests.quests.course import course_in
from tests.world import World


def test_nothing_of_it_is_shown_and_all_is_counted(world: World) -> None:
    people = [world.somebody() for _ in range(10)]
    course = course_in(world)
    somebody = people[0]
    assert somebody.get("/me").json["organisation"]["game_layer"] is True
    world.enter()
    committed(actions.show_game, world.organisation_id, False)
    verdict = somebody.post("/play/letters", course.finished(0)).json["verdicts"][0]
    assert verdict["status"] == "accepted"
    own, today = somebody.get("/me").json, somebody.get("/today").json
    assert (own["organisation"]["game_layer"], own["settings"]["game_layer"], today["board"]) == (False, True, None)
    assert somebody.get("/boards/people").json["me"] is None
    world.enter()
    committed(actions.show_game, world.organisation_id, True)
    own, today = somebody.get("/me").json, somebody.get("/today").json
    assert (own["organisation"]["game_layer"], own["points"]["total"]) == (True, verdict["points"])
    assert today["board"] is not None
    assert somebody.get("/boards/people").json["me"]["points"] == verdict["points"] > 0


def test_it_is_switched_by_a_command(tmp_path: Path) -> None:
    run = CliRunner(env={"LOYPE_DATA": str(tmp_path / "data"), "LOYPE_ENV": "test"}).invoke
    run(loype, ["migrate"])
    run(loype, ["org", "create", "fjell", "Fjell", "--admin-number", "1", "--admin-name", "Gro Ås"])
    assert run(loype, ["org", "game", "fjell", "off"]).output == "Fjell: the game is off.\n"
    with create_app(Config(env="test", data=str(tmp_path / "data"))).app_context():
        fjell = organisation_by_code("fjell")
        assert fjell is not None
        assert fjell.policy["game_layer"] is False
        db.engine.dispose()
    assert run(loype, ["org", "game", "annen", "off"]).exit_code == 1
