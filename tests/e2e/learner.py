"""Somebody with the app in their hand: taps what a person taps, by the words on the screen."""

import json
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from app.demo.tries import right_response, wrong_response
from quests.content.rules.kinds.registry import is_exercise
from tests.served import Served

Document = dict[str, Any]

# Whether each of these versions lies in the device's library.
KEPT = """wanted => new Promise(resolve => {
  const opening = indexedDB.open('loype')
  opening.onsuccess = () => {
    const all = opening.result.transaction('library').objectStore('library').getAllKeys()
    all.onsuccess = () => {
      opening.result.close()
      resolve(wanted.every(version => all.result.some(key => key.includes(version))))
    }
  }
})"""


@dataclass
class Learner:
    """A person at one page of the app."""

    server: Served
    page: Page
    kept: dict[str, Document] = field(default_factory=dict)  # this week's modules by activity

    def sign_in(self, account: dict[str, str], shared: bool = False) -> None:
        self.page.goto(self.server.url)
        self.page.get_by_label("Virksomhet").fill("fjordvik")
        self.page.get_by_label("Ansattnummer").fill(account["employee_number"])
        self.page.get_by_label("PIN, minst 6 siffer").fill(account["pin"])
        if shared:
            self.page.get_by_label("Dette er en delt enhet").check()
        self.page.get_by_role("button", name="Logg inn", exact=True).click()
        expect(self.page.locator("nav.tabs")).to_be_visible()

    def stored_for_offline(self) -> None:
        """Wait until the app itself and everything that is released lie on the device."""
        self.until("() => navigator.serviceWorker.controller !== null")
        quests = self.api("/api/v1/today")
        self.until(KEPT, sorted({each["version"] for quest in quests["quests"] for each in quest["activities"]}))
        self.kept = self.documents()

    def until(self, condition: str, given: Any = None) -> None:
        """Wait until a function in the page says yes. Asked from outside, since the page itself may not evaluate."""
        end = monotonic() + 30
        while not self.page.evaluate(condition, given):
            assert monotonic() < end, f"it never came true: {condition}"
            self.page.wait_for_timeout(50)

    def api(self, path: str) -> Any:
        """What the server answers this device."""
        return self.page.evaluate("path => fetch(path, {cache: 'no-store'}).then(answer => answer.json())", path)

    def documents(self) -> dict[str, Document]:
        """The module documents of this week's quest by activity."""
        quest = self.api("/api/v1/today")["quest"]
        return {
            each["id"]: self.api(f"/api/v1/modules/{each['version']}/nb")
            | {"activity": each["id"], "quest": quest["id"]}
            for each in quest["activities"]
        }

    def go_on(self) -> None:
        """The one filled button of *I dag*."""
        self.page.locator(".dock a.btn").click()
        expect(self.page.locator("#play-prompt")).to_be_visible()

    def here(self) -> Document:
        """The module of the address one is at."""
        return self.kept[self.page.url.rsplit("/", 1)[-1]]

    def card(self, document: Document) -> Document:
        """The card of the module that is on the screen."""
        id = self.page.locator("[data-card]").get_attribute("data-card")
        return next(card for card in document["cards"] if card["id"] == id)

    def play_next(self) -> None:
        """The next post of the week, from *I dag* to its end and back."""
        self.go_on()
        self.play(self.here())
        self.page.get_by_role("button", name="Ferdig for nå").click()

    def play(self, document: Document, wrong: int = 0, stop_after: int | None = None) -> None:
        """Play the module on the screen, the first `wrong` exercises wrong at first, to its end or for some cards."""
        played = 0
        while self.page.locator("#play-end").count() == 0 and played != stop_after:
            card = self.card(document)
            if is_exercise(card):
                self.answer(card, wrong_response(card) if wrong > 0 else right_response(card))
                wrong -= 1
                self.page.locator(".play-next button").click()
                expect(self.page.locator("#play-verdict")).to_have_count(0)
            else:
                self.page.locator(".play-dock button").click()
                expect(self.page.locator(f'[data-card="{card["id"]}"]')).to_have_count(0)
            played += 1
            expect(self.page.locator("#play-prompt, #play-end")).to_be_visible()

    def answer(self, card: Document, response: Any) -> None:
        """Fill in a response and hand it in."""
        if card["type"] == "scenario":
            self.converse(response)
            return
        if card["type"] == "order":
            self._put_in_order(response)
        elif card["type"] == "number":
            self.page.get_by_label("Ditt svar").fill(str(response))
        else:
            for name, value in self._choices(card, response):
                self.page.locator(f'label:has(input[name="{name}"][value="{value}"])').click()
        self.page.get_by_role("button", name="Svar", exact=True).click()
        expect(self.page.locator("#play-verdict")).to_be_visible()

    def converse(self, moves: Any) -> None:
        """Make these choices, one after the other, and see how it went."""
        for _, option in moves:
            self.page.locator(f'[data-option="{option}"]').click()
        self.page.get_by_role("button", name="Se hvordan det gikk").click()
        expect(self.page.locator("#play-verdict")).to_be_visible()

    @staticmethod
    def _choices(card: Document, response: Any) -> list[tuple[str, str]]:
        if card["type"] == "match":
            return [(f"{card['id']}-{left}", right) for left, right in response.items()]
        return [(card["id"], each) for each in ([response] if card["type"] == "choice" else response)]

    def _put_in_order(self, wanted: list[str]) -> None:
        """Up, one at a time; what already stands right is moved away and back, since an order must be touched."""

        def shown() -> list[str]:
            found = self.page.locator('[data-move$="-1"]').evaluate_all("all => all.map(one => one.dataset.move)")
            return [each.removesuffix("-1") for each in found]

        def up(id: str) -> None:
            self.page.locator(f'[data-move="{id}-1"]').click()

        if shown() == wanted:
            up(wanted[1])
        for place, id in enumerate(wanted):
            while shown().index(id) > place:
                up(id)


def letters_sent(context: BrowserContext) -> list[dict[str, Any]]:
    """The bodies of every batch of letters this context sends from now on, as a list that grows."""
    seen: list[dict[str, Any]] = []

    def note(request: Any) -> None:
        if request.url.endswith("/play/letters") and request.method == "POST":
            seen.append(json.loads(request.post_data or "{}"))

    context.on("request", note)
    return seen
