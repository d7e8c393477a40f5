"""A backup made while letters come in, put back elsewhere, and phones that then send all they have."""

import threading
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from app.backup import actions
from app.core.db import committed, db, enter, scope
from app.identity.queries import organisation_ids
from leaderboards.recount import recount_all
from tests.app.test_backup import everything, restored
from tests.quests.course import Json, body, course_in
from tests.world import Somebody, World

DEVICES, LETTERS = 4, 8
DERIVED = ("letters", "answers", "point_totals", "module_progress", "exercise_states", "membership_weeks")


class Outbox:
    """A phone with letters to send, one after the other; `sent` counts those that were acknowledged."""

    def __init__(self, somebody: Somebody, letters: list[Json]) -> None:
        self.somebody, self.letters, self.sent = somebody, letters, 0

    def deliver(self, turn: threading.Condition, go_on: threading.Event) -> None:
        for number, letter in enumerate(self.letters):
            if number == LETTERS - 2:
                go_on.wait(60)  # the last two come after the backup for certain
            answer = self.somebody.post("/play/letters", body(letter))
            assert answer.json["verdicts"][0]["status"] == "accepted"
            with turn:
                self.sent += 1
                turn.notify_all()

    def statuses(self, client: FlaskClient) -> list[str]:
        """What another installation says to all of it, to a device with the same session."""
        cookie = self.somebody.client.get_cookie("loype")
        assert cookie is not None
        client.set_cookie("loype", cookie.value)
        headers = {"X-CSRF-Token": self.somebody.csrf}
        given = [body(*self.letters[:5]), body(*self.letters[5:])]
        answers = [client.post("/api/v1/play/letters", json=each, headers=headers) for each in given]
        return [verdict["status"] for answer in answers for verdict in answer.json["verdicts"]]


def test_what_comes_in_during_a_backup_is_neither_lost_nor_doubled(
    world: World,
    elsewhere: Flask,
    tmp_path: Path,
) -> None:
    """What was acknowledged before it began is in it; what came later, phones that still hold it bring again."""
    course = course_in(world)
    phones = [
        Outbox(world.somebody(), [course.letter(n % 2, skill=0.6) for n in range(LETTERS)]) for _ in range(DEVICES)
    ]
    db.session.remove()
    turn, go_on = threading.Condition(), threading.Event()
    threads = [threading.Thread(target=each.deliver, args=(turn, go_on)) for each in phones]
    for thread in threads:
        thread.start()
    with turn:
        assert turn.wait_for(lambda: all(each.sent for each in phones), 60)
        before = [each.sent for each in phones]
    actions.back_up(tmp_path / "backup.zip")
    go_on.set()
    for thread in threads:
        thread.join()
    assert [each.sent for each in phones] == [LETTERS] * DEVICES
    rows = everything()
    enter(None)
    with elsewhere.app_context():
        restored(tmp_path / "backup.zip")
        for times in range(2):
            for phone, acknowledged in zip(phones, before, strict=True):
                found = phone.statuses(elsewhere.test_client())
                if times == 0:
                    assert found[:acknowledged] == ["known"] * acknowledged
                    assert found[-2:] == ["accepted", "accepted"]
                    assert set(found) == {"known", "accepted"}
                else:
                    assert found == ["known"] * LETTERS
        again = everything()
        assert {name: again[name] for name in DERIVED} == {name: rows[name] for name in DERIVED}
        (organisation_id,) = organisation_ids()
        with scope(organisation_id):
            assert set(committed(recount_all, organisation_id).values()) == {0}
        db.session.remove()
        enter(None)
    world.enter()
