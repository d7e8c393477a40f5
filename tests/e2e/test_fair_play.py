"""A device whose clock is set back in the middle of a post: an editor sees that, not who it was, and the player why."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from sqlalchemy import delete, update

from app.core import clock
from app.core.db import committed, db
from leaderboards.fairplay.jobs import watch_play
from leaderboards.fairplay.models import OddPlay, PlayWatch
from tests.e2e.cards import FILL, SORT, module, player_of, said
from tests.e2e.learner import Learner
from tests.e2e.studio import do_now
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser

SET_BACK = "() => { const real = Date.now; Date.now = () => real() - 3_600_000 }"
POST = module("skjev-klokke", said("Skjev klokke", "Skeiv klokke", "A crooked clock"), SORT, FILL)
REASON = "Klokka på enheten hoppet mens du spilte."


def start_afresh(server: Served) -> None:
    """The stopwatch of every phone in these tests runs fast: what others have played on them would fill pages."""

    def forget() -> None:
        db.session.execute(delete(OddPlay))
        db.session.execute(update(PlayWatch).values(watched_to=clock.now()))

    do_now(server, watch_play)
    with server.inside():
        committed(forget)


def look(server: Served) -> None:
    """Find at once what the worker finds when nothing of it can still be on its way."""

    def later() -> None:
        with clock.standing_at(clock.now() + timedelta(minutes=1)):
            watch_play()

    do_now(server, later)


def test_points_are_taken_back_with_a_reason_and_without_a_name(
    server: Served, learner: Learner, editor: Learner
) -> None:
    start_afresh(server)
    player = player_of(server, "Skjev klokke", "skjev-klokke", [POST])
    learner.sign_in(player)
    (document,) = learner.documents().values()
    page = learner.page
    page.goto(f"{server.url}/spill/{document['quest']}/{document['activity']}")
    expect(page.locator("#play-prompt")).to_be_visible()
    page.evaluate(SET_BACK)
    learner.play(document)
    learner.until("() => fetch('/api/v1/points', {cache: 'no-store'}).then(a => a.json()).then(a => a.total > 0)")
    look(server)

    desk = editor.page
    desk.goto(f"{server.url}/studio/statistikk")
    desk.get_by_role("link", name="Forsøk som ikke kan stemme").click()
    settled(desk)
    odd = desk.get_by_role("listitem").filter(has=desk.get_by_role("heading", name=document["title"]))
    expect(odd.get_by_text("Klokka hoppet")).to_be_visible()
    expect(desk.get_by_text(player["name"])).to_have_count(0)
    take_back = odd.get_by_role("button", name="Trekk tilbake poengene")
    tab_to(desk, take_back)
    desk.keyboard.press("Enter")
    reason = odd.get_by_label("Hva skal deltakeren få vite?")
    expect(reason).to_have_value(REASON)
    assert faults(desk) == []
    reason.fill("")
    tab_to(desk, take_back)
    desk.keyboard.press("Enter")
    expect(odd.get_by_text("Skriv grunnen.")).to_be_visible()
    expect(reason).to_be_focused()
    desk.keyboard.type(REASON)
    desk.keyboard.press("Enter")
    expect(odd.get_by_text("Trukket tilbake")).to_be_visible()
    expect(take_back).to_have_count(0)
    assert faults(desk) == []

    page.goto(f"{server.url}/meg/poeng")
    settled(page)
    expect(page.get_by_text(f"Grunn: {REASON}").first).to_be_visible()
    assert faults(page) == []
