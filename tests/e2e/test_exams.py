"""An exam as a person meets it: told before, answered back and forth, network lost in the middle, told of after."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.exams import give
from tests.e2e.learner import Learner
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser

RIGHT: dict[str, Any] = {
    "c1": ["Svar b (nb)"],
    "c2": ["Svar a (nb)", "Svar c (nb)"],
    "c3": ["Svar c (nb)", "Svar a (nb)", "Svar b (nb)"],
    "c4": {"Svar l1 (nb)": "r2 (nb)", "Svar l2 (nb)": "r1 (nb)"},
    "c5": "50",
}
WRONG: dict[str, Any] = {**RIGHT, "c1": ["Svar a (nb)"], "c2": ["Svar b (nb)"], "c5": "3"}


@pytest.fixture
def examined(server: Served, learner: Learner, request: pytest.FixtureRequest) -> Learner:
    """Somebody signed in at the exam, in a department of their own."""
    account = server.newcomer(place=f"Prøverom {request.node.name}")
    give(server, account["department"])
    learner.sign_in(account)
    return learner


def address(learner: Learner) -> str:
    quests = learner.api("/api/v1/today")["quests"]
    quest = next(each for each in quests if each["title"] == "uke-p (nb)")
    return f"{learner.server.url}/spill/{quest['id']}/{quest['activities'][0]['id']}"


def fill(page: Page, answer: dict[str, Any]) -> None:
    """Answer the card on the screen."""
    card = page.locator("[data-card]").get_attribute("data-card")
    wanted = answer.get(str(card))
    if isinstance(wanted, str):
        page.get_by_label("Ditt svar").fill(wanted)
    elif isinstance(wanted, dict):
        for left, right in wanted.items():
            page.get_by_role("group", name=left).get_by_label(right).check(force=True)
    elif card == "c3":
        _put_in_order(page, wanted or [])
    else:
        for each in wanted or []:
            page.get_by_label(each).check(force=True)


def _put_in_order(page: Page, wanted: list[str]) -> None:
    def shown() -> list[str]:
        return page.locator(".play-order .grow").all_inner_texts()

    def up(text: str) -> None:
        page.get_by_role("button", name=f"Flytt opp: {text}").click()

    if shown() == wanted:
        up(wanted[1])
    for place, text in enumerate(wanted):
        while shown().index(text) > place:
            up(text)


def through(page: Page, answer: dict[str, Any]) -> None:
    """From the card on the screen to the look over all of them."""
    while page.locator("#paper-over").count() == 0:
        prompt = page.locator("#play-prompt").inner_text()
        fill(page, answer)
        page.locator(".paper-dock .btn.p").click()
        expect(page.locator("#play-prompt", has_text=prompt)).to_have_count(0)
        expect(page.locator("#play-prompt, #paper-over")).to_be_visible()


def test_told_before_answered_changed_and_passed(server: Served, examined: Learner) -> None:
    page = examined.page
    page.goto(address(examined))
    expect(page.get_by_role("heading", name="eksamen (nb)")).to_be_focused()
    expect(page.get_by_text("Trenger nett")).to_be_visible()
    expect(page.get_by_text("Minst 80 % må være riktig")).to_be_visible()
    expect(page.get_by_text("2 forsøk igjen i dag")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Start prøven").click()
    through(page, {**RIGHT, "c1": ["Svar a (nb)"]})
    assert faults(page) == []
    page.get_by_role("button", name="Hva først? (nb)").click()
    fill(page, RIGHT)
    assert faults(page) == []
    page.locator(".paper-dock .btn.p").click()
    through(page, RIGHT)
    page.get_by_role("button", name="Lever prøven").click()
    expect(page.get_by_role("heading", name="Bestått!")).to_be_focused()
    expect(page.get_by_text("5 av 5 riktige")).to_be_visible()
    expect(page.get_by_text("Fordi b (nb)").first).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Ferdig", exact=True).click()
    assert examined.api(f"/api/v1/quests/{address(examined).split('/')[-2]}")["activities"][0]["done"]


def test_network_lost_in_the_middle_and_while_it_is_handed_in(server: Served, examined: Learner) -> None:
    page = examined.page
    here = address(examined)
    examined.until("() => navigator.serviceWorker.controller !== null")
    page.goto(here)
    page.get_by_role("button", name="Start prøven").click()
    fill(page, RIGHT)
    page.locator(".paper-dock .btn.p").click()
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("#play-prompt")).to_have_text("Hva først? (nb)")
    through(page, RIGHT)
    page.get_by_role("button", name="Lever prøven").click()
    expect(page.get_by_role("heading", name="Venter på nett")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Venter på nett")).to_be_visible()
    assert faults(page) == []
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name="Bestått!")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Bestått!")).to_be_visible()  # asked for once more, not taken once more
    exam = examined.api(f"/api/v1/quests/{here.split('/')[-2]}")["activities"][0]["exam"]
    assert exam["attempts_left"] == 1


def test_not_passed_says_why_and_when_the_next_attempt_is(server: Served, examined: Learner) -> None:
    page = examined.page
    page.goto(address(examined))
    for left in ("Du har ett forsøk til i dag.", "Du kan prøve igjen i morgen kl. 00.00."):
        page.get_by_role("button", name="Start prøven").click()
        through(page, WRONG)
        page.get_by_role("button", name="Lever prøven").click()
        expect(page.get_by_role("heading", name="Ikke helt. Her er hvorfor.")).to_be_visible()
        expect(page.get_by_text("2 av 5 riktige")).to_be_visible()
        expect(page.locator(".note")).to_contain_text(left)
        assert page.locator('[data-right="false"]').count() == 3
        if page.get_by_role("button", name="Prøv igjen").count():
            page.get_by_role("button", name="Prøv igjen").click()
    page.get_by_role("button", name="Ferdig", exact=True).click()
    page.goto(address(examined))
    expect(page.get_by_text("Dagens forsøk er brukt")).to_be_visible()
    expect(page.get_by_role("button", name="Start prøven")).to_have_count(0)


def test_without_network_it_says_so_everywhere(server: Served, examined: Learner) -> None:
    page = examined.page
    here = address(examined)
    quest = here.split("/")[-2]
    page.goto(f"{server.url}/etappe/{quest}")
    expect(page.get_by_text("prøve · trenger nett")).to_be_visible()
    assert faults(page) == []
    examined.until("() => navigator.serviceWorker.controller !== null")
    page.goto(server.url)
    settled(page)
    page.context.set_offline(True)
    page.goto(here)
    expect(page.get_by_role("heading", name="Denne prøven trenger nett")).to_be_visible()
    assert faults(page) == []


def test_by_keyboard_alone(server: Served, examined: Learner) -> None:
    page = examined.page
    page.goto(address(examined))
    tab_to(page, page.get_by_role("button", name="Start prøven"))
    page.keyboard.press("Enter")
    expect(page.locator("#play-prompt")).to_be_focused()
    tab_to(page, page.locator(".paper-dock .btn.p"))
    page.keyboard.press("Enter")
    expect(page.locator("#play-prompt")).to_have_text("Hva først? (nb)")
    tab_to(page, page.locator('input[name="c1"]').first)  # the group is one stop
    page.keyboard.press("Space")
    tab_to(page, page.locator(".paper-dock .btn.p"))
    page.keyboard.press("Enter")
    expect(page.locator("#play-prompt")).to_have_text("Hvilke? (nb)")
