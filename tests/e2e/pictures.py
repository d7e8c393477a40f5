"""A picture of every screen, phone and desktop, light and dark: `make pictures`, into pwa/pictures."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from playwright.sync_api import Browser, BrowserContext, expect

from app.demo.tries import wrong_response
from quests.content.rules.reading import is_exercise
from tests.e2e.browser import DESKTOP, PHONE, PWA, browser
from tests.e2e.conftest import READER
from tests.e2e.learner import Learner
from tests.served import Served, served

FOLDER = PWA / "pictures"
SIZES = {"phone": PHONE, "desktop": DESKTOP}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with served() as server, browser() as chromium:
        for (size, viewport), theme in product(SIZES.items(), ("light", "dark")):
            for screens in (_screens, _door_screens):
                context = _context(chromium, viewport, theme)
                learner = Learner(server, context.new_page())
                for name in screens(learner, server):
                    _take(learner, f"{name}-{size}-{theme}")
                context.close()
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}")  # noqa: T201


def _context(chromium: Browser, viewport: Any, theme: Any) -> BrowserContext:
    context = chromium.new_context(
        viewport=viewport, color_scheme=theme, device_scale_factor=2, reduced_motion="reduce", locale="nb-NO"
    )
    context.set_default_timeout(15_000)
    context.add_init_script(READER)
    return context


def _take(learner: Learner, name: str) -> None:
    expect(learner.page.locator("h1").first).to_be_visible()
    learner.page.wait_for_load_state("networkidle")
    learner.page.screenshot(path=FOLDER / f"{name}.png")


def _screens(learner: Learner, server: Served) -> Iterator[str]:
    """Each screen in turn, ready to be taken."""
    page = learner.page
    page.goto(server.url)
    yield "1-sign-in"
    learner.sign_in(server.account("learner", 1))
    yield "2-today"
    document = next(iter(learner.documents().values()))
    page.goto(f"{server.url}/spill/{document['quest']}/{document['activity']}")
    expect(page.locator("#play-prompt")).to_be_visible()
    yield "3-question"
    card = next(card for card in document["cards"] if is_exercise(card))
    while learner.card(document) != card:
        page.locator(".play-dock button").click()
    learner.answer(card, wrong_response(card))
    yield "4-not-quite"
    page.locator(".play-next button").click()
    learner.play(document)
    yield "5-punched"
    for name, address in (
        ("6-path", "/loype"),
        ("7-team", "/lag"),
        ("8-me", "/meg"),
        ("9-looks", "/meg/innsyn"),
        ("12-inbox", "/innboks"),
    ):
        page.goto(server.url + address)
        yield name
    page.goto(f"{server.url}/etappe/{document['quest']}")
    yield "10-quest"
    page.goto(server.url)
    learner.stored_for_offline()
    page.context.set_offline(True)
    page.reload()
    yield "11-offline"
    page.context.set_offline(False)


def _door_screens(leader: Learner, server: Served) -> Iterator[str]:
    """The leader's people screens, and what a newcomer meets."""
    page = leader.page
    leader.sign_in(server.account("leader"))
    page.goto(f"{server.url}/folk")
    expect(page.locator(".list .row").first).to_be_visible()
    yield "12-people"
    page.locator(".list .row").first.click()
    with page.expect_response("**/code") as answered:
        page.locator(".dock button").click()
    expect(page.locator("img.qr")).to_be_visible()
    yield "13-code"
    page.goto(answered.value.json()["address"])
    expect(page.locator(".tongue").first).to_be_visible()
    yield "14-welcome"
    page.locator(".tongue").first.click()
    yield "15-privacy"
    page.locator(".dock button").click()
    yield "16-pin"


if __name__ == "__main__":
    main()
