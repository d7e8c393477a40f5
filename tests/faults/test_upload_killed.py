"""kill -9 at every step of bringing a medium in or taking it away: nothing half, and sending it again completes it."""

import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.core import clock, storage
from app.core.db import db
from quests.authoring.media.models import MediaDescription
from quests.content.jobs import sweep
from quests.content.models import Media
from tests.faults.test_killed import died
from tests.media.make import picture
from tests.world import Somebody, World


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Solbakken", "editor")


def send(editor: Somebody, content: bytes) -> Any:
    return editor.post("/studio/media", data=content, content_type="application/octet-stream")


def rows(world: World) -> tuple[set[str], set[str]]:
    """The media that have a row, and those that are described."""
    world.enter()
    db.session.rollback()
    return set(db.session.scalars(select(Media.hash))), set(db.session.scalars(select(MediaDescription.hash)))


def stored(world: World) -> set[str]:
    return {each.digest for each in storage.kept() if each.organisation_id == world.organisation_id}


def check(world: World, editor: Somebody) -> None:
    """What is shown is whole: each medium with a row has its bytes and its description, and is served."""
    media, described = rows(world)
    assert media == described
    assert media <= stored(world)
    assert {each["hash"] for each in editor.get("/studio/media").json["items"]} == media
    for digest in media:
        assert editor.get(f"/media/{digest}").status_code == 200


def sweep_in_two_days(world: World) -> None:
    """The nightly clean-up, when what was left behind is old enough."""
    with clock.standing_at(datetime.now(UTC) + timedelta(days=2)):  # noqa: TID251
        sweep()
    world.enter()


def every_step(world: World, editor: Somebody, work: Callable[[], Any]) -> int:
    """Do it in a process that dies one step later each time, and look after each; how many steps there were."""
    for step in count(1):
        before = rows(world)
        was_killed = died(work, step)
        check(world, editor)
        assert rows(world)[0] - before[0] <= stored(world)
        if not was_killed:
            return step
        sweep_in_two_days(world)
        check(world, editor)
        assert stored(world) == rows(world)[0], "what died is swept, what lives stays"
        for digest in rows(world)[0]:
            assert editor.send("DELETE", f"/studio/media/{digest}").status_code == 204
    raise AssertionError("unreachable")


def test_a_medium_is_in_the_library_whole_or_not_at_all_wherever_the_server_died(
    world: World, editor: Somebody
) -> None:
    content = picture("JPEG", 200, 100)
    steps = every_step(world, editor, partial(send, editor, content))
    assert steps > 8, "so few steps prove nothing"
    again = send(editor, content)
    assert again.status_code == 200
    assert (stored(world), len(rows(world)[0])) == ({again.json["hash"]}, 1)


def dying_at_file(step: int, work: Callable[[], Any]) -> Any:
    """Do it in this process, which dies as by kill -9 at that step in the folder of media: open, name, take away."""
    steps = count(1)

    def maybe(event_name: str, given: tuple[Any, ...]) -> None:
        in_media = any(isinstance(each, str | Path) and "/media/" in str(each) for each in given)
        if event_name in ("open", "os.rename", "os.remove", "os.mkdir") and in_media and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(maybe)
    return work()


def test_bytes_are_whole_or_swept_wherever_the_server_died_while_it_wrote_them(world: World, editor: Somebody) -> None:
    folder = Path(world.application.config["LOYPE"].folder) / "media" / str(world.organisation_id)
    half = 0
    for step in count(1):
        content = picture("PNG", 30 + step, 20)
        was_killed = died(partial(dying_at_file, step, partial(send, editor, content)), 0)
        check(world, editor)
        half += sum(len(each.name) != 64 for each in folder.glob("??/*"))
        sweep_in_two_days(world)
        check(world, editor)
        assert {each.name for each in folder.glob("??/*")} == rows(world)[0]
        assert send(editor, content).status_code == 200
        if not was_killed:
            break
    assert (half > 0, step > 3) == (True, True), "so few steps prove nothing"


def test_what_is_taken_away_is_gone_whole_wherever_the_server_died(world: World, editor: Somebody) -> None:
    for step in count(1):
        digest = send(editor, picture("PNG", 40, 30)).json["hash"]
        assert editor.get(f"/media/{digest}").status_code == 200
        was_killed = died(partial(editor.send, "DELETE", f"/studio/media/{digest}"), step)
        check(world, editor)
        sweep_in_two_days(world)
        assert stored(world) == rows(world)[0]
        if rows(world)[0]:
            assert editor.send("DELETE", f"/studio/media/{digest}").status_code == 204
        assert rows(world) == (set(), set())
        if not was_killed:
            assert step > 8, "so few steps prove nothing"
            return
