"""Somebody with the app in their hand: taps what a person taps, by the words on the screen."""

import json
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, Position, expect

from app.demo.tries import right_response, wrong_response
from quests.content.rules.kinds.registry import is_asked, is_exercise
from quests.content.rules.pools import faces
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

    def sign_in(self, account: dict[str, str], shared: bool = False, organisation: str = "fjordvik") -> None:
        self.page.goto(self.server.url)
        self.page.get_by_label("Virksomhet").fill(organisation)
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
        end = monotonic() + 60
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

    def tap(self, what: Locator, position: Position | None = None) -> None:
        """All taps of playing go through here."""
        what.click(position=position)

    def go_on(self) -> None:
        """The one filled button of *I dag*."""
        self.tap(self.page.locator(".dock a.btn"))
        expect(self.page.locator("#play-prompt")).to_be_visible()

    def here(self) -> Document:
        """The module of the address one is at."""
        return self.kept[self.page.url.rsplit("/", 1)[-1]]

    def card(self, document: Document) -> Document:
        """The card of the module that is on the screen; of a pool, the variant."""
        shown = self.page.locator("[data-card]")
        id, variant = shown.get_attribute("data-card"), shown.get_attribute("data-variant")
        card: Document = next(card for card in document["cards"] if card["id"] == id)
        return next(face for face in faces(card) if face.get("variant") == variant)  # type: ignore[return-value]

    def play_next(self) -> None:
        """The next post of the week, from *I dag* to its end and back."""
        self.go_on()
        self.play(self.here())
        self.tap(self.page.get_by_role("button", name="Ferdig for nå"))

    def play(self, document: Document, wrong: int = 0, stop_after: int | None = None) -> None:
        """Play the module on the screen, the first `wrong` exercises wrong at first, to its end or for some cards."""
        played = 0
        while self.page.locator("#play-end").count() == 0 and played != stop_after:
            card = self.card(document)
            if is_exercise(card):
                self.answer(card, wrong_response(card) if wrong > 0 else right_response(card))
                wrong -= 1
                self.tap(self.page.locator(".play-next button"))
                expect(self.page.locator("#play-verdict")).to_have_count(0)
            else:
                if is_asked(card):
                    self.say(card, given_response(card))
                else:
                    self.tap(self.page.locator(".play-dock button"))
                expect(self.page.locator(f'[data-card="{card["id"]}"]')).to_have_count(0)
            played += 1
            expect(self.page.locator("#play-prompt, #play-end")).to_be_visible()

    def answer(self, card: Document, response: Any) -> None:
        """Fill in a response to an exercise and hand it in."""
        if card["type"] == "scenario":
            self.converse(response)
            return
        if card["type"] == "order":
            self._put_in_order(response)
        elif card["type"] in ("number", "fill"):
            self.page.get_by_label("Ditt svar").fill(str(response))
        elif card["type"] == "hotspot":
            self._point(card, response)
        else:
            self._choose(card, response)
        self.tap(self.page.get_by_role("button", name="Svar", exact=True))
        expect(self.page.locator("#play-verdict")).to_be_visible()

    def say(self, card: Document, response: Any) -> None:
        """The same for a card that is not graded."""
        if card["type"] == "flashcard":
            self.tap(self.page.get_by_role("button", name="Vis svaret"))
            self.tap(self.page.get_by_role("button", name="Kunne det" if response else "Kunne det ikke", exact=True))
            return
        if isinstance(response, str) and "options" not in card:
            self.page.locator("textarea").fill(response)
        else:
            self._choose(card, response)
        self.tap(self.page.locator(".play-dock .btn.p"))

    def _choose(self, card: Document, response: Any) -> None:
        for name, value in choices(card, response):
            self.tap(self.page.locator(f'label:has(input[name="{name}"][value="{value}"])'))

    def _point(self, card: Document, response: list[str]) -> None:
        """Touch the picture in the middle of each of these regions."""
        picture = self.page.locator(".scene")
        picture.scroll_into_view_if_needed()
        size = picture.bounding_box()
        assert size
        for region in (each for each in card["regions"] if each["id"] in response):
            x, y = region["x"] + region["w"] / 2, region["y"] + region["h"] / 2
            self.tap(picture, {"x": x * size["width"], "y": y * size["height"]})

    def converse(self, moves: Any) -> None:
        """Make these choices, one after the other, and see how it went."""
        for _, option in moves:
            self.tap(self.page.locator(f'[data-option="{option}"]'))
        self.tap(self.page.get_by_role("button", name="Se hvordan det gikk"))
        expect(self.page.locator("#play-verdict")).to_be_visible()

    def _put_in_order(self, wanted: list[str]) -> None:
        """Up, one at a time; what already stands right is moved away and back, since an order must be touched."""

        def shown() -> list[str]:
            found = self.page.locator('[data-move$="-1"]').evaluate_all("all => all.map(one => one.dataset.move)")
            return [each.removesuffix("-1") for each in found]

        def up(id: str) -> None:
            self.tap(self.page.locator(f'[data-move="{id}-1"]'))

        if shown() == wanted:
            up(wanted[1])
        for place, id in enumerate(wanted):
            while shown().index(id) > place:
                up(id)


def choices(card: Document, response: Any) -> list[tuple[str, str]]:
    """The inputs that are chosen for a response, by name and value."""
    if isinstance(response, dict):
        return [(f"{card['id']}-{thing}", place) for thing, place in response.items()]
    return [(card["id"], str(each)) for each in (response if isinstance(response, list) else [response])]


def given_response(card: Document) -> Any:
    """An answer to a card that is not graded."""
    if card["type"] == "flashcard":
        return True
    if "scale" in card:
        return card["scale"]["most"]
    if "options" in card:
        ids = [each["id"] for each in card["options"]]
        return ids[:2] if card.get("many") else ids[0]
    return "Jeg ser på føttene først."


def letters_sent(context: BrowserContext) -> list[dict[str, Any]]:
    """The bodies of every batch of letters this context sends from now on, as a list that grows."""
    seen: list[dict[str, Any]] = []

    def note(request: Any) -> None:
        if request.url.endswith("/play/letters") and request.method == "POST":
            seen.append(json.loads(request.post_data or "{}"))

    context.on("request", note)
    return seen
