"""Every screen, light and dark: nothing for axe to find, nothing wider than the phone, all of it by keyboard."""

from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from app.demo.tries import right_response, wrong_response
from quests.content.rules.kinds.registry import is_asked, is_exercise
from tests.e2e.browser import PATIENCE, PHONE, PWA
from tests.e2e.learner import Learner, choices, given_response
from tests.served import Served

pytestmark = pytest.mark.browser

AXE = PWA / "node_modules" / "axe-core" / "axe.min.js"
SCREENS = {
    "today": "/",
    "path": "/loype",
    "explore": "/loype/utforsk",
    "team": "/lag",
    "league": "/lag/liga",
    "me": "/meg",
    "looks": "/meg/innsyn",
    "points": "/meg/poeng",
    "weeks": "/lag/uker",
    "notes": "/meg/notater",
    "said": "/tilbakemeldinger",
    "inbox": "/innboks",
    "questions": "/sporsmal",
    "ask": "/sporsmal/ny",
    "competence": "/kompetanse",
    "check": "/kontroll",
    "missing": "/ingensteds",
}
DESKS = {
    "people": "/folk",
    "new person": "/folk/ny",
    "studio": "/studio",
    "studio paths": "/studio/loyper",
    "calendar": "/studio/kalender",
    "a day foreseen": "/studio/kalender/forhandsvis",
    "media": "/studio/medier",
    "new path": "/studio/loyper/ny",
    "pilots": "/studio/utproving",
    "statistics": "/studio/statistikk",
    "import": "/studio/import",
    "translations": "/studio/oversettelser",
    "led competence": "/folk/kompetanse",
    "requirements": "/studio/krav",
    "new requirement": "/studio/krav/ny",
    "new competition": "/lag/ny",
    "walls": "/lag/vegg",
    "new goal": "/lag/mal",
    "join another organisation": "/lag/mot",
    "odd attempts": "/studio/statistikk/forsok",
}
"""What an administrator has beside these."""


FOUND = """async rules => {
  await Promise.all(document.getAnimations().filter(each => each instanceof CSSTransition).map(each => each.finished))
  const {violations} = await axe.run(document, {resultTypes: ['violations'], ...rules})
  return violations.map(each => [each.id, each.nodes.map(node => node.html).slice(0, 3)])
}"""

TWICE = "() => document.body.innerText.match(/.*[^.][.][.](?![.]).*/g) ?? []"


def faults(page: Page) -> list[Any]:
    """What axe finds on the page as it stands, of colours in the other theme too; and sentences that end twice."""
    page.evaluate(AXE.read_text())
    found: list[Any] = page.evaluate(FOUND, {})
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    page.emulate_media(color_scheme="light" if dark else "dark")
    found += page.evaluate(FOUND, {"runOnly": ["color-contrast"]})
    page.emulate_media(color_scheme="dark" if dark else "light")
    return found + page.evaluate(TWICE)


def settled(page: Page) -> None:
    """Nothing loads any more."""
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator(".bone, [aria-busy=true]")).to_have_count(0)


@pytest.fixture
def reader(server: Served, chromium: Browser) -> Any:
    """Somebody signed in on a phone, with animations off as axe needs them."""
    context = chromium.new_context(viewport=PHONE, reduced_motion="reduce", locale="nb-NO")
    context.set_default_timeout(PATIENCE)
    yield Learner(server, context.new_page())
    context.close()


def test_axe_finds_nothing_on_any_screen(server: Served, reader: Learner) -> None:
    page = reader.page
    page.goto(server.url)
    settled(page)
    assert faults(page) == [], "sign-in"
    reader.sign_in(server.account("learner", 3))
    for name, address in SCREENS.items():
        page.goto(server.url + address)
        settled(page)
        assert faults(page) == [], name
    documents = reader.documents()
    for document in documents.values():
        page.goto(f"{server.url}/spill/{document['quest']}/{document['activity']}")
        expect(page.locator("#play-prompt, #play-end")).to_be_visible()
        assert faults(page) == [], document["title"]
        if page.locator("#play-prompt").count():
            reader.play(document, wrong=1, stop_after=0)
    page.goto(f"{server.url}/etappe/{document['quest']}")
    settled(page)
    assert faults(page) == [], "quest"


def test_feedback_and_the_end_are_clean_too(server: Served, reader: Learner) -> None:
    reader.sign_in(server.newcomer())
    document = next(iter(reader.documents().values()))
    page = reader.page
    page.goto(f"{server.url}/spill/{document['quest']}/{document['activity']}")
    card = reader.card(document)
    reader.answer(card, wrong_response(card))
    assert faults(page) == [], "not quite"
    page.locator(".play-next button").click()
    reader.play(document)
    assert faults(page) == [], "punched"


def test_nothing_is_wider_than_the_screen(server: Served, chromium: Browser) -> None:
    context = chromium.new_context(viewport=PHONE, locale="nb-NO")
    learner = Learner(server, context.new_page())
    learner.sign_in(server.newcomer("admin"))
    for address in (*SCREENS.values(), *DESKS.values()):
        learner.page.goto(server.url + address)
        settled(learner.page)
        for width in (320, 360, 768, 1280):
            learner.page.set_viewport_size({"width": width, "height": 740})
            settled(learner.page)
            assert learner.page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
    context.close()


@pytest.mark.parametrize("language", ["nn", "en"])
def test_other_languages_at_double_size_on_the_narrowest_phone(
    server: Served, chromium: Browser, language: str
) -> None:
    account = server.newcomer("admin")
    headers, _ = server.signed_in(account)
    httpx.patch(f"{server.url}/api/v1/me", headers=headers, json={"language": language}).raise_for_status()
    context = chromium.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce", locale="nb-NO")
    context.set_default_timeout(PATIENCE)
    context.add_init_script("localStorage.setItem('text', '200')")
    learner = Learner(server, context.new_page())
    learner.sign_in(account)
    page = learner.page
    expect(page.locator(f"html[lang={language}]")).to_have_count(1)
    quest = learner.api("/api/v1/today")["quest"]
    post = f"/spill/{quest['id']}/{quest['activities'][0]['id']}"
    for address in (*SCREENS.values(), *DESKS.values(), f"/etappe/{quest['id']}", post):
        page.goto(server.url + address)
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        assert faults(page) == [], address
    context.close()


def test_sign_in_and_play_a_module_by_keyboard_alone(server: Served, learner: Learner) -> None:
    page, account = learner.page, server.newcomer()
    page.goto(server.url)
    for label, text in (
        ("Virksomhet", "fjordvik"),
        ("Ansattnummer", account["employee_number"]),
        ("PIN, minst 6 siffer", account["pin"]),
    ):
        tab_to(page, page.get_by_label(label))
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="Hovedmeny")).to_be_visible()
    documents = learner.documents()
    tab_to(page, page.locator(".dock a.btn"))
    page.keyboard.press("Enter")
    expect(page.locator("#play-prompt")).to_be_visible()
    document = documents[page.url.rsplit("/", 1)[-1]]
    while page.locator("#play-end").count() == 0:
        by_keyboard(page, learner.card(document))
        expect(page.locator("#play-prompt, #play-end")).to_be_visible()


def by_keyboard(page: Page, card: dict[str, Any]) -> None:
    """Answer a card rightly, or read it, with keys only."""
    if is_exercise(card):
        choose_by_keyboard(page, card, right_response(card))
        tab_to(page, page.get_by_role("button", name="Svar", exact=True))
        page.keyboard.press("Enter")
        expect(page.locator("#play-verdict")).to_be_focused()
        tab_to(page, page.locator(".play-next button"))
    elif card["type"] == "flashcard":
        tab_to(page, page.get_by_role("button", name="Vis svaret"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Svaret", exact=True)).to_be_focused()
        tab_to(page, page.get_by_role("button", name="Kunne det", exact=True))
    elif is_asked(card):
        choose_by_keyboard(page, card, given_response(card))
        tab_to(page, page.locator(".play-dock .btn.p"))
    else:
        tab_to(page, page.locator(".play-dock button"))
    page.keyboard.press("Enter")


def choose_by_keyboard(page: Page, card: dict[str, Any], response: Any) -> None:
    """Fill in a response to a card that is asked."""
    if card["type"] == "order":
        _order(page, response)
    elif card["type"] in ("number", "fill"):
        tab_to(page, page.get_by_label("Ditt svar"))
        page.keyboard.type(str(response))
    elif isinstance(response, list):
        if card["type"] == "hotspot":
            tab_to(page, page.locator("summary"))
            page.keyboard.press("Enter")
        for name, value in choices(card, response):
            tab_to(page, page.locator(f'input[name="{name}"][value="{value}"]'))
            page.keyboard.press("Space")
    elif page.locator("textarea").count():
        tab_to(page, page.locator("textarea"))
        page.keyboard.type(response)
    else:
        for name, value in choices(card, response):
            _radio(page, name, value)


def _radio(page: Page, name: str, value: str) -> None:
    """A radio group is one stop: tab to it, then arrows."""
    group = page.locator(f'input[name="{name}"]')
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("name => document.activeElement.name === name", name):
            break
    page.keyboard.press("Space")
    for _ in range(group.count()):
        if page.locator(f'input[name="{name}"][value="{value}"]').is_checked():
            return
        page.keyboard.press("ArrowDown")
    expect(page.locator(f'input[name="{name}"][value="{value}"]')).to_be_checked()


def _order(page: Page, key: list[str]) -> None:
    def shown() -> list[str]:
        found = page.locator('[data-move$="-1"]').evaluate_all("all => all.map(one => one.dataset.move)")
        return [each.removesuffix("-1") for each in found]

    for place, id in enumerate(key):
        while shown().index(id) > place:
            tab_to(page, page.locator(f'[data-move="{id}-1"]'))
            page.keyboard.press("Enter")


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(400):  # a long list has many stops
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way by keyboard to {target}")
