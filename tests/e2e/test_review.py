"""A round of reviews in a real browser: by touch, by keyboard, without a network, left and taken up again."""

from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from app.core.http import rfc3339
from app.demo import tries
from app.demo.tries import right_response, wrong_response
from quests.content.rules.pools import faces
from tests.e2e.browser import PATIENCE, PHONE
from tests.e2e.learner import Document, Learner, choices, letters_sent
from tests.e2e.test_screens import faults
from tests.served import Served

pytestmark = pytest.mark.browser

ADDRESS = "/repetisjon"


def with_due(server: Served) -> dict[str, str]:
    """Somebody new who played last week's posts when they opened, so that what they remember is due."""
    account = server.newcomer()
    headers, _ = server.signed_in(account)
    quest = server.get("/api/v1/today", headers).json()["catch_up"][0]
    opened, now = datetime.fromisoformat(quest["opened_at"]), server.now()
    letters = []
    for place, activity in enumerate(quest["activities"]):
        document = server.get(f"/api/v1/modules/{activity['version']}/nb", headers).json()
        at = opened + timedelta(minutes=20 + 10 * place)
        made = tries.letter(Random(place), activity["id"], activity["version"], document, at, 1.0)
        letters.append({**made, "id": str(uuid4())})
    told = server.post("/api/v1/play/letters", headers, {"sent_at": rfc3339(now), "letters": letters}).json()
    assert {each["status"] for each in told["verdicts"]} == {"accepted"}
    return account


class Reviewer:
    """Somebody at a round, who knows the modules that its cards are of."""

    def __init__(self, learner: Learner) -> None:
        self.learner, self.page = learner, learner.page
        self.documents: dict[str, Document] = {}

    def ready(self) -> dict[str, Any]:
        """What may be asked, with the modules at hand, here and on the device."""
        found: dict[str, Any] = self.learner.api("/api/v1/review")
        for version in {each["version"] for each in found["items"]}:
            self.documents[version] = self.learner.api(f"/api/v1/modules/{version}/nb")
        return found

    def card(self) -> Document:
        """The card on the screen, of several variants the one drawn."""
        place = self.page.locator("[data-card]")
        version, id = (place.get_attribute("data-card") or "").split("/")
        card = next(card for card in self.documents[version]["cards"] if card["id"] == id)
        return next((face for face in faces(card) if face.get("variant") == place.get_attribute("data-variant")), card)

    def take(self, wrong: bool = False) -> None:
        """Answer the card on the screen and go on."""
        card = self.card()
        self.learner.answer(card, wrong_response(card) if wrong else right_response(card))
        self.page.locator(".play-next button").click()
        self.on_screen()

    def on_screen(self) -> None:
        expect(self.page.locator("#play-verdict")).to_have_count(0)
        expect(self.page.locator("#play-prompt, #play-end")).to_be_visible()

    def to_the_end(self) -> None:
        while self.page.locator("#play-end").count() == 0:
            self.take()

    def take_by_keys(self) -> None:
        """The same with the keyboard alone: the focus is led by Tab, answers are given by Space and Enter."""
        card = self.card()
        if card["type"] == "order":
            self._ordered_by_keys(right_response(card))
        elif card["type"] in ("number", "fill"):
            self._tab_to(self.page.get_by_label("Ditt svar"))
            self.page.keyboard.type(str(right_response(card)))
        else:
            for name, value in choices(card, right_response(card)):
                self._chosen_by_keys(self.page.locator(f'input[name="{name}"][value="{value}"]'))
        self._tab_to(self.page.get_by_role("button", name="Svar", exact=True))
        self.page.keyboard.press("Enter")
        expect(self.page.locator("#play-verdict")).to_be_focused()
        self._tab_to(self.page.locator(".play-next button"))
        self.page.keyboard.press("Enter")
        self.on_screen()

    def _tab_to(self, wanted: Locator) -> None:
        for _ in range(40):
            if wanted.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never came to {wanted}")

    def _chosen_by_keys(self, wanted: Locator) -> None:
        """A box by Tab and Space; of a radio group Tab comes to one, and the arrows go on to the others."""
        if wanted.get_attribute("type") == "checkbox":
            self._tab_to(wanted)
            self.page.keyboard.press("Space")
            return
        name = wanted.get_attribute("name")
        for _ in range(40):
            if self.page.evaluate("name => document.activeElement.name === name", name):
                break
            self.page.keyboard.press("Tab")
        self.page.keyboard.press("Space")
        for _ in range(10):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never came to {wanted}")

    def _ordered_by_keys(self, wanted: list[str]) -> None:
        def shown() -> list[str]:
            found = self.page.locator('[data-move$="-1"]').evaluate_all("all => all.map(one => one.dataset.move)")
            return [each.removesuffix("-1") for each in found]

        for place, id in enumerate(wanted):
            while shown().index(id) > place:
                up = self.page.locator(f'[data-move="{id}-1"]')
                up.focus()
                self.page.keyboard.press("Enter")


@pytest.fixture
def reviewer(server: Served, learner: Learner) -> Reviewer:
    learner.sign_in(with_due(server))
    found = Reviewer(learner)
    told = found.ready()
    assert told["due"] > 6
    return found


def row(reviewer: Reviewer) -> Locator:
    return reviewer.page.locator('a.row[href="/repetisjon"]')


def test_a_round_by_touch_with_one_wrong(reviewer: Reviewer, phone: BrowserContext) -> None:
    page, sent = reviewer.page, letters_sent(phone)
    expect(row(reviewer)).to_contain_text("6 spørsmål")
    row(reviewer).tap()
    reviewer.on_screen()
    page.get_by_text("Hvorfor får jeg dette?").tap()
    expect(page.get_by_text("Du møtte dette første gang")).to_be_visible()
    expect(page.get_by_text("sjanse for at du husker det")).to_be_visible()
    first = reviewer.card()
    reviewer.take(wrong=True)
    for _ in range(5):
        reviewer.take()
    assert reviewer.card() == first
    expect(page.get_by_text("Nå kommer det igjen")).to_be_visible()
    reviewer.take()
    expect(page.locator("#play-end")).to_have_text("5 av 6 husket")
    expect(page.get_by_text("Kommer igjen i morgen")).to_have_count(1)
    expect(page.get_by_text("Kommer igjen om ca. ")).to_have_count(5)
    expect(page.locator(".play-points")).to_contain_text("5 husket i repetisjon")
    expect(page.locator(".play-points tr.du td")).to_have_text("50")
    reviewer.learner.until("() => fetch('/api/v1/today').then(a => a.json()).then(a => a.review.left_this_week === 6)")
    (letter,) = [each for batch in sent for each in batch["letters"]]
    assert (letter["kind"], letter["activity"], letter["module_version"]) == ("review", None, None)
    assert [each["card"] for each in letter["answers"]].count(first["id"]) >= 2
    assert all(each["module_version"] in reviewer.documents for each in letter["answers"])
    neighbours = [each["module_version"] for each in letter["answers"][:6]]
    topics = [reviewer.documents[each]["topic"]["id"] for each in neighbours]
    assert len(set(topics)) == 1 or any(one != other for one, other in pairwise(topics))


def test_rounds_by_keyboard_without_a_network_until_the_week_is_full(reviewer: Reviewer, phone: BrowserContext) -> None:
    page, sent = reviewer.page, letters_sent(phone)
    reviewer.learner.stored_for_offline()
    total = reviewer.ready()["due"]
    phone.set_offline(True)
    row(reviewer).focus()
    page.keyboard.press("Enter")
    reviewer.on_screen()
    asked: list[str] = []
    while True:
        while page.locator("#play-end").count() == 0:
            asked.append(page.locator("[data-card]").get_attribute("data-card") or "")
            reviewer.take_by_keys()
        expect(page.get_by_text("Svarene ligger trygt på telefonen.")).to_be_visible()
        again = page.get_by_role("button", name="En runde til")
        if again.count() == 0:
            break
        again.focus()
        page.keyboard.press("Enter")
        reviewer.on_screen()
    assert len(asked) == len(set(asked)) == total
    page.get_by_role("button", name="Ferdig for nå").press("Enter")
    expect(page.locator("nav.tabs")).to_be_visible()
    expect(row(reviewer)).to_have_count(0)
    page.reload()
    expect(page.locator("nav.tabs")).to_be_visible()
    expect(row(reviewer)).to_have_count(0)
    phone.set_offline(False)
    reviewer.learner.until("() => fetch('/api/v1/review').then(a => a.json()).then(a => a.due === 0)")
    assert sum(len(batch["letters"]) for batch in sent) >= 2


def test_a_round_that_is_left_goes_on_where_it_stopped(reviewer: Reviewer) -> None:
    page = reviewer.page
    row(reviewer).tap()
    reviewer.on_screen()
    reviewer.take()
    reviewer.take()
    here = page.locator("[data-card]").get_attribute("data-card")
    page.get_by_role("button", name="Lukk").tap()
    expect(row(reviewer)).to_contain_text("Du er midt i en runde")
    page.goto(f"{reviewer.learner.server.url}{ADDRESS}")
    reviewer.on_screen()
    expect(page.get_by_text("Du fortsetter der du slapp.")).to_be_visible()
    assert page.locator("[data-card]").get_attribute("data-card") == here
    reviewer.to_the_end()
    expect(page.locator("#play-end")).to_have_text("6 av 6 husket")


def test_where_there_is_nothing_to_ask_the_screen_says_when_there_is(server: Served, learner: Learner) -> None:
    learner.sign_in(server.newcomer())
    learner.page.goto(f"{server.url}{ADDRESS}")
    expect(learner.page.get_by_role("heading", name="Ingenting å repetere nå")).to_be_visible()
    assert faults(learner.page) == []
    learner.page.get_by_role("button", name="Til I dag").click()
    expect(learner.page.locator("nav.tabs")).to_be_visible()


def test_nothing_for_axe_to_find_and_nothing_too_wide(server: Served, chromium: Browser) -> None:
    context = chromium.new_context(
        viewport={"width": 320, "height": PHONE["height"]}, reduced_motion="reduce", locale="nb-NO"
    )
    context.set_default_timeout(PATIENCE)
    learner = Learner(server, context.new_page())
    learner.sign_in(with_due(server))
    reviewer = Reviewer(learner)
    reviewer.ready()
    page = learner.page

    def look(name: str) -> None:
        assert faults(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name

    page.goto(f"{server.url}{ADDRESS}")
    reviewer.on_screen()
    page.get_by_text("Hvorfor får jeg dette?").click()
    look("question")
    card = reviewer.card()
    learner.answer(card, wrong_response(card))
    look("feedback")
    page.locator(".play-next button").click()
    reviewer.on_screen()
    reviewer.to_the_end()
    look("end")
    context.close()
