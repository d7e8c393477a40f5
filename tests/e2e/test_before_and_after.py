"""Before and after a path, as a person meets it: offered, taken without network, skipped with its points, changed."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.exams import give
from tests.e2e.learner import Learner
from tests.e2e.test_screens import faults, tab_to
from tests.quests.course import CHOICE, NUMBER, PATH, Json, module, quest, text
from tests.served import Served

pytestmark = pytest.mark.browser

AFTER = """() => fetch('/api/v1/today')
  .then(found => found.json())
  .then(day => day.tests.some(one => one.kind === 'after'))"""
HELD = (module("vernehansker", CHOICE), module("roms", NUMBER))
DOCUMENT: Json = {
    **PATH, "path": "for-og-etter", "title": text("Før"), "pretest": True,
    "quests": [quest("uke-f", "vernehansker", "roms")]
}  # fmt: skip


@pytest.fixture
def beginner(server: Served, learner: Learner, request: pytest.FixtureRequest) -> Learner:
    account = server.newcomer(place=f"Førrom {request.node.name}")
    give(server, account["department"], HELD, DOCUMENT)
    learner.sign_in(account)
    return learner


def offered(learner: Learner) -> Any:
    found = learner.api("/api/v1/today")["tests"]
    return next(each for each in found if each["path"] == "Før (nb)")


def answer(page: Page, first: str, second: str) -> None:
    """Both questions, and on to the look over them."""
    page.get_by_label(first).check(force=True)
    page.locator(".paper-dock .btn.p").click()
    page.get_by_label("Ditt svar").fill(second)
    page.locator(".paper-dock .btn.p").click()
    expect(page.locator("#paper-over")).to_be_visible()


def test_taken_without_network_then_skipped_and_changed(server: Served, beginner: Learner) -> None:
    page = beginner.page
    run = offered(beginner)["run"]
    expect(page.get_by_role("link", name="Vis hva du kan fra før").first).to_be_visible()
    assert faults(page) == []
    beginner.until("() => navigator.serviceWorker.controller !== null")
    page.goto(f"{server.url}/test/{run}/for")
    expect(page.get_by_role("heading", name="Vis hva du kan fra før")).to_be_focused()
    assert faults(page) == []
    tab_to(page, page.get_by_role("button", name="Start", exact=True))
    page.context.set_offline(True)
    page.keyboard.press("Enter")
    answer(page, "Svar b (nb)", "3")
    assert faults(page) == []
    page.get_by_role("button", name="Se resultatet").click()
    expect(page.get_by_role("heading", name="Du kunne én post fra før")).to_be_visible()
    expect(page.get_by_text("Fordi")).to_have_count(0)  # the same is asked afterwards
    assert faults(page) == []
    page.get_by_role("button", name="Hopp over: vernehansker (nb)").click()
    expect(page.get_by_text("Hoppet over")).to_be_visible()
    page.goto(server.url)
    expect(page.get_by_role("link", name="Vis hva du kan fra før")).to_have_count(0)
    page.context.set_offline(False)
    with page.expect_response("**/play/letters"):
        page.reload()
    beginner.until("() => fetch('/api/v1/me').then(found => found.json()).then(own => own.points.total === 30)")
    quests = beginner.api("/api/v1/today")["quests"]
    own = next(each for each in quests if each["title"] == "uke-f (nb)")
    assert [(each["done"], each.get("skipped")) for each in own["activities"]] == [(True, True), (False, None)]
    page.goto(f"{server.url}/etappe/{own['id']}")
    expect(page.get_by_text("Hoppet over")).to_be_visible()
    assert faults(page) == []

    page.get_by_role("link", name="roms (nb)").click()
    page.get_by_label("Ditt svar").fill("50")
    page.get_by_role("button", name="Svar", exact=True).click()
    page.locator(".play-next button").click()
    expect(page.locator("#play-end")).to_be_visible()
    beginner.until(AFTER)
    page.goto(f"{server.url}/test/{run}/etter")
    page.get_by_role("button", name="Start", exact=True).click()
    answer(page, "Svar a (nb)", "50")
    page.get_by_role("button", name="Se resultatet").click()
    expect(page.get_by_text("Før: 1 av 2 riktige. Nå: 1 av 2.")).to_be_visible()
    expect(page.get_by_text("Fordi b (nb)")).to_be_visible()  # now the answers teach
    assert faults(page) == []


def test_it_may_be_passed_over(server: Served, beginner: Learner) -> None:
    page = beginner.page
    page.goto(f"{server.url}/test/{offered(beginner)['run']}/for")
    with page.expect_response("**/play/letters"):
        page.get_by_role("button", name="Nei takk, hopp over").click()
    expect(page.get_by_role("heading", name="Helt greit")).to_be_visible()
    assert all(each["path"] != "Før (nb)" for each in beginner.api("/api/v1/today")["tests"])
