"""Every kind of card, played by touch, by keyboard alone and without a network; each clean in both themes and sizes."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from app.demo.tries import right_response, wrong_response
from quests.content.rules.kinds.registry import is_asked, is_exercise
from quests.content.rules.pools import drawn
from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.cards import MODULES, player_of_all
from tests.e2e.conftest import READER
from tests.e2e.learner import Document, Learner, given_response, letters_sent
from tests.e2e.test_screens import by_keyboard, faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser

PICTURES = """wanted => new Promise(resolve => {
  const opening = indexedDB.open('loype')
  opening.onsuccess = () => {
    const all = opening.result.transaction('library').objectStore('library').getAllKeys()
    all.onsuccess = () => {
      opening.result.close()
      resolve(all.result.filter(key => key.startsWith('picture/')).length >= wanted)
    }
  }
})"""


def begin(learner: Learner, document: Document) -> None:
    learner.page.goto(f"{learner.server.url}/spill/{document['quest']}/{document['activity']}")
    expect(learner.page.locator("#play-prompt")).to_be_visible()


def counted(page: Page) -> None:
    """The end stands, and the server has counted: an address typed before that stops what is on its way."""
    expect(page.locator("#play-end")).to_be_visible()
    expect(page.get_by_text("Teller poeng")).to_have_count(0)


def named(learner: Learner, module: str) -> Document:
    return next(each for each in learner.documents().values() if each["module"] == module)


def told(learner: Learner, account: dict[str, str], batches: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the server said to these letters: it says the same to who sends them again."""
    headers, _ = learner.server.signed_in(account)
    found = []
    for batch in batches:
        answer = learner.server.post("/api/v1/play/letters", headers, batch).json()
        found += answer["verdicts"]
    return found


def sent(learner: Learner, batches: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """The letters, once so many have gone."""

    def letters() -> dict[str, dict[str, Any]]:
        return {letter["id"]: letter for batch in batches for letter in batch["letters"]}

    for _ in range(PATIENCE // 100):
        if len(letters()) >= count:
            break
        learner.page.wait_for_timeout(100)
    learner.page.wait_for_load_state("networkidle")
    assert len(letters()) == count
    return list(letters().values())


def expected(document: Document, seed: int, wrong: bool) -> list[tuple[str, Any, str | None]]:
    """The answers of an attempt that had all exercises wrong once, or none: card, response and variant."""
    cards = [drawn(card, seed) for card in document["cards"] if is_asked(card)]
    first = [
        (card, given_response(card))
        if not is_exercise(card)
        else (card, wrong_response(card) if wrong else right_response(card))
        for card in cards
    ]
    again = [(card, right_response(card)) for card in cards if is_exercise(card)] if wrong else []
    return [(card["id"], plain(response), card.get("variant")) for card, response in (*first, *again)]


def plain(response: Any) -> Any:
    """A choice of several is the same in any order."""
    return sorted(response) if isinstance(response, list) else response


def check(letters: list[dict[str, Any]], documents: dict[str, Document], wrong: bool) -> None:
    for letter in letters:
        document = documents[letter["activity"]]
        answers = [
            (each["card"], plain(each["response"]), each.get("variant")) for each in letter["answers"]
        ]  # fmt: skip
        assert answers == expected(document, letter["seed"], wrong), document["module"]
        assert letter["finished_at"], document["module"]


def test_each_kind_by_touch_wrong_at_first(server: Served, learner: Learner) -> None:
    account = player_of_all(server, "Kort én")
    batches = letters_sent(learner.page.context)
    learner.sign_in(account)
    documents = learner.documents()
    assert len(documents) == len(MODULES)
    for document in documents.values():
        begin(learner, document)
        learner.play(document, wrong=sum(is_exercise(card) for card in document["cards"]))
        counted(learner.page)
    letters = sent(learner, batches, len(documents))
    check(letters, documents, wrong=True)
    for letter, verdict in zip(letters, told(learner, account, [{**batches[0], "letters": letters}]), strict=True):
        exercises = sum(is_exercise(card) for card in documents[letter["activity"]]["cards"])
        assert (verdict["status"], verdict["correct"], verdict["of"]) == ("known", 0, exercises), letter
        entries = {each["kind"]: each["count"] for each in verdict["entries"] if each["kind"] != "quest"}
        assert entries == {"exercise_later": exercises, "module": 1}


def test_each_kind_by_keyboard_alone(server: Served, learner: Learner) -> None:
    account, page = player_of_all(server, "Kort to"), learner.page
    batches = letters_sent(page.context)
    learner.sign_in(account)
    documents = learner.documents()
    for document in documents.values():
        begin(learner, document)
        while page.locator("#play-end").count() == 0:
            card = learner.card(document)
            look_around(page, card)
            by_keyboard(page, card)
            expect(page.locator("#play-verdict")).to_have_count(0)
            if not is_exercise(card):
                expect(page.locator(f'[data-card="{card["id"]}"]')).to_have_count(0)
            expect(page.locator("#play-prompt, #play-end")).to_be_visible()
        counted(page)
    check(sent(learner, batches, len(documents)), documents, wrong=False)


def look_around(page: Page, card: Document) -> None:
    """All that a telling card has to show, by keys."""
    if card["type"] == "discover":
        for spot in card["spots"]:
            tab_to(page, page.locator(f'[data-row="{spot["id"]}"]'))
            page.keyboard.press("Enter")
            expect(page.locator(f'[data-row="{spot["id"]}"]')).to_contain_text(spot["text"])
        expect(page.get_by_text(f"Du har funnet alle {len(card['spots'])}.")).to_be_visible()
    elif card["type"] == "steps":
        tab_to(page, page.locator("[data-way=on]"))
        for number in range(2, len(card["steps"]) + 1):
            page.keyboard.press("Enter")
            expect(page.get_by_role("status").filter(has_text=f"Steg {number} av {len(card['steps'])}")).to_be_visible()
            expect(page.locator(f'[data-step="{card["steps"][number - 1]["id"]}"]')).to_be_in_viewport(ratio=0.9)


def test_each_kind_without_a_network(server: Served, learner: Learner) -> None:
    account, page = player_of_all(server, "Kort tre"), learner.page
    batches = letters_sent(page.context)
    learner.sign_in(account)
    learner.stored_for_offline()
    learner.until(PICTURES, 2)
    documents = learner.kept
    page.context.set_offline(True)
    for document in documents.values():
        begin(learner, document)
        while page.locator("#play-end").count() == 0:
            card = learner.card(document)
            if card["type"] in ("discover", "hotspot"):
                expect(page.locator(".scene img")).to_be_visible()
            learner.play(document, stop_after=1)
        expect(page.get_by_text("Venter på nett")).to_be_visible()
    batches.clear()
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    letters = sent(learner, batches, len(documents))
    check(letters, documents, wrong=False)
    for verdict in told(learner, account, [{**batches[0], "letters": letters}]):
        assert (verdict["status"], verdict["correct"]) == ("known", verdict["of"])


def test_small_things_that_matter(server: Served, learner: Learner) -> None:
    page = learner.page
    learner.sign_in(player_of_all(server, "Kort fire"))
    find = named(learner, "kort-se")
    begin(learner, find)
    page.locator("[data-spot=royk]").click()
    expect(page.get_by_role("status").filter(has_text="Røyken")).to_contain_text("Lukk døra, så sprer den seg ikke.")
    expect(page.get_by_text("1 av 3 funnet")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Punkt 2 av 3: Røyken").first).to_be_visible()
    learner.play(find, stop_after=3)
    hotspot, picture = learner.card(find), page.locator(".scene")
    size = picture.bounding_box()
    assert size
    picture.click(position={"x": size["width"] * 0.05, "y": size["height"] * 0.95})
    expect(page.get_by_text("Her er det ikke noe å merke. Prøv et annet sted.")).to_be_visible()
    expect(page.get_by_role("button", name="Svar")).to_have_attribute("aria-disabled", "true")
    cord = next(each for each in hotspot["regions"] if each["id"] == "snor")
    at = {"x": size["width"] * (cord["x"] + cord["w"] / 2), "y": size["height"] * (cord["y"] + cord["h"] / 2)}
    picture.click(position=at)
    expect(page.get_by_role("list", name="Merket nå")).to_contain_text("Snor")
    expect(page.locator(".mark")).to_have_count(1)
    picture.click(position=at)
    expect(page.locator(".mark")).to_have_count(0)

    words = named(learner, "kort-svar")
    begin(learner, words)
    learner.play(words, stop_after=1)
    learner.answer(learner.card(words), "  Håndsprint. ")
    expect(page.get_by_role("heading", name="Riktig")).to_be_visible()
    expect(page.get_by_text("Vi skriver det slik: håndsprit")).to_be_visible()
    page.locator(".play-next button").click()
    page.get_by_role("button", name="Vis svaret").click()
    page.get_by_role("button", name="Kunne det ikke").click()
    page.get_by_role("button", name="Hopp over").click()
    expect(page.locator("#play-end")).to_be_visible()


def test_a_note_is_read_again_without_a_network_and_deleted(server: Served, learner: Learner) -> None:
    page = learner.page
    learner.sign_in(player_of_all(server, "Kort fem"))
    document = named(learner, "kort-svar")
    begin(learner, document)
    learner.play(document)
    page.get_by_role("button", name="Ferdig for nå").click()
    page.goto(f"{server.url}/meg")
    page.get_by_role("link", name="Mine notater").click()
    note = page.get_by_role("listitem").filter(has_text="Hva vil du gjøre annerledes neste vakt?")
    expect(note).to_contain_text("Jeg ser på føttene først.")
    assert faults(page) == []
    learner.until("() => navigator.serviceWorker.controller !== null")
    page.context.set_offline(True)
    page.reload()
    expect(note).to_contain_text("Jeg ser på føttene først.")
    note.get_by_role("button", name="Slett notatet").click()
    note.get_by_role("button", name="Ja, slett").click()
    expect(page.get_by_text("Du må ha nett for å slette.")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Ja, slett").click()
    expect(page.get_by_text("Ingen notater ennå")).to_be_visible()
    assert learner.api("/api/v1/reflections")["items"] == []


def test_who_only_looks_leaves_no_note(server: Served, learner: Learner) -> None:
    page = learner.page
    player_of_all(server, "Kort seks")
    batches = letters_sent(page.context)
    learner.sign_in(server.account("editor"))
    path = next(each for each in learner.api("/api/v1/studio/paths")["items"] if each["slug"] == "alle-kort")
    held = learner.api(f"/api/v1/studio/paths/{path['id']}")["stages_held"][0]["modules"]
    version = next(each["version"] for each in held if each["slug"] == "kort-svar")
    document = learner.api(f"/api/v1/modules/{version}/nb")
    page.goto(f"{server.url}/studio/prove/{version}")
    expect(page.locator("#play-prompt")).to_be_visible()
    learner.play(document, stop_after=3)
    expect(page.get_by_text("Det du skriver her, lagres ikke.")).to_be_visible()
    expect(page.get_by_text("Bare du kan lese dette.")).to_have_count(0)
    learner.play(document)
    expect(page.get_by_role("heading", name="Slik slutter posten")).to_be_visible()
    assert learner.api("/api/v1/reflections")["items"] == []
    assert batches == []


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desk"])
def screen(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=request.param, reduced_motion="reduce", locale="nb-NO", has_touch=True)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    context.add_init_script(READER)
    yield context
    context.close()


def test_axe_finds_nothing_on_any_kind(server: Served, screen: BrowserContext) -> None:
    page = screen.new_page()
    width = page.viewport_size["width"]  # type: ignore[index]
    learner = Learner(server, page)
    learner.sign_in(player_of_all(server, f"Kort {width}"))

    def clean(what: str) -> None:
        assert faults(page) == [], what
        assert page.evaluate("document.documentElement.scrollWidth") <= width, what

    for module in ("kort-se", "kort-svar", "kort-mening"):
        document = named(learner, module)
        begin(learner, document)
        while page.locator("#play-end").count() == 0:
            card = learner.card(document)
            clean(card["id"])
            if is_exercise(card):
                response = right_response(card)
                if page.locator(".note").count() == 0 or not page.get_by_text("Nå kommer det igjen").count():
                    response = wrong_response(card)
                learner.answer(card, response)
                clean(f"{card['id']} answered")
                page.locator(".play-next button").click()
                expect(page.locator("#play-verdict")).to_have_count(0)
            else:
                opened(page, card)
                clean(f"{card['id']} opened")
                learner.play(document, stop_after=1) if card["type"] != "flashcard" else knew(page)
            expect(page.locator("#play-prompt, #play-end")).to_be_visible()


def opened(page: Page, card: Document) -> None:
    """The card with something of it tried."""
    if card["type"] == "discover":
        page.locator("[data-spot]").first.click()
        page.locator("[data-row]").last.click()
    elif card["type"] == "steps":
        page.locator("[data-way=on]").click()
        expect(page.get_by_role("status").filter(has_text="Steg 2")).to_be_visible()
    elif card["type"] == "flashcard":
        page.get_by_role("button", name="Vis svaret").click()


def knew(page: Page) -> None:
    page.get_by_role("button", name="Kunne det", exact=True).click()
    expect(page.locator("[data-card=flash]")).to_have_count(0)


@pytest.mark.parametrize(("language", "going"), [("nn", "Vidare"), ("en", "Continue")])
def test_other_languages_at_double_size_on_the_narrowest_phone(
    server: Served, chromium: Browser, language: str, going: str
) -> None:
    account = player_of_all(server, f"Kort {language}")
    headers, _ = server.signed_in(account)
    httpx.patch(f"{server.url}/api/v1/me", headers=headers, json={"language": language}).raise_for_status()
    context = chromium.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce", locale="nb-NO")
    context.set_default_timeout(PATIENCE)
    context.add_init_script("localStorage.setItem('text', '200')")
    learner = Learner(server, context.new_page())
    learner.sign_in(account)
    page = learner.page
    quest = learner.api("/api/v1/today")["quest"]
    for activity in quest["activities"][:3]:
        document = learner.api(f"/api/v1/modules/{activity['version']}/{language}")
        page.goto(f"{server.url}/spill/{quest['id']}/{activity['id']}")
        for card in document["cards"]:
            expect(page.locator(f'main[lang={language}][data-card="{card["id"]}"]')).to_be_visible()
            expect(page.get_by_role("heading", name=card["prompt"])).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, card["id"]
            assert faults(page) == [], card["id"]
            if not is_asked(card):
                page.get_by_role("button", name=going, exact=True).click()
            elif not is_exercise(card) and card["type"] != "flashcard":
                page.locator(".play-dock .btn.t").click()
            else:
                break
    page.goto(f"{server.url}/meg/notater")
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
