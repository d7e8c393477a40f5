"""A conversation with decisions in the hand: by touch, by keyboard, without network, and again for a better star."""

from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from quests.content.rules.scenario import Scenario, way_to
from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.learner import Learner
from tests.e2e.test_screens import faults
from tests.served import Served, wait_until

pytestmark = pytest.mark.browser

MODULE = "parorende-som-er-opprort"


def arrive(learner: Learner) -> dict[str, Any]:
    """At the conversation of this week; its document."""
    found = next(each for each in learner.documents().values() if each["module"] == MODULE)
    learner.page.goto(f"{learner.server.url}/spill/{found['quest']}/{found['activity']}")
    expect(learner.page.locator("[data-option]").first).to_be_visible()
    return found


def talk_of(document: dict[str, Any]) -> dict[str, Any]:
    [card] = document["cards"]
    return dict(card)


def one_star(card: dict[str, Any]) -> list[list[str]]:
    """A way to the ending that is good and not the best."""
    scenario = Scenario(card)
    others = {
        **card,
        "nodes": [{**each, "good": each["id"] == "usikker"} if each.get("ending") else each for each in card["nodes"]],
    }
    moves = way_to(others, good=True)
    way = scenario.walked(moves)
    assert way is not None
    assert scenario.result(way[-1]).stars < 3
    return moves


def stars(page: Page) -> str | None:
    return page.locator(".stars").first.get_attribute("aria-label")


def test_by_touch_to_a_bad_and_a_good_end_and_again_for_more_stars(server: Served, learner: Learner) -> None:
    account = server.newcomer()
    learner.sign_in(account)
    document = arrive(learner)
    card, page = talk_of(document), learner.page

    # What is said shows at once, and the meters tell what it moved.
    expect(page.get_by_role("img", name="Kari, datteren til Arne. Ser opprørt ut.")).to_be_visible()
    page.get_by_role("button", name="«Det gikk jo bra.»").tap()
    expect(page.get_by_role("log")).to_contain_text("Hvor lenge lå han der?")
    expect(page.locator("p[role=status]")).to_have_text("Tillit ned")

    # Left and come back to: the conversation goes on where it was.
    page.reload()
    expect(page.get_by_role("log")).to_contain_text("Hvor lenge lå han der?")
    page.goto(f"{server.url}/spill/{document['quest']}/{document['activity']}")
    bad = way_to(card, good=False)
    page.get_by_role("button", name="«Bare noen minutter").tap()
    page.get_by_role("button", name="«Demp deg").tap()
    page.get_by_role("button", name="«Hun har gått for dagen.»").tap()
    page.get_by_role("button", name="Se hvordan det gikk").tap()
    expect(page.locator("#play-verdict")).to_contain_text("Ikke helt")
    assert stars(page) == "0 av 3 stjerner"
    expect(page.get_by_text("Bedre her").first).to_be_visible()
    assert bad

    # It comes again, and a good ending is enough, if not the best.
    page.get_by_role("button", name="Prøv igjen").tap()
    learner.answer(card, one_star(card))
    expect(page.locator("#play-verdict")).to_contain_text("Det gikk bra")
    first = stars(page)
    assert first in ("1 av 3 stjerner", "2 av 3 stjerner")
    page.get_by_role("button", name="Stemple posten").tap()
    expect(page.locator("#play-end")).to_be_visible()
    earned = points(server, account)
    assert earned == 25

    # Again, for the stars alone.
    page.get_by_role("button", name="Spill samtalen igjen").tap()
    learner.answer(card, card["key"])
    expect(page.get_by_text("Det beste du har fått til her.")).to_be_visible()
    expect(page.get_by_text("Du fant den beste veien.")).to_be_visible()
    page.get_by_role("button", name="Stemple posten").tap()
    expect(page.get_by_text("Repetisjon gir ingen poeng")).to_be_visible()
    page.goto(f"{server.url}/etappe/{document['quest']}")
    expect(page.get_by_role("img", name="Beste: 3 av 3 stjerner")).to_be_visible()
    assert points(server, account) == earned


def points(server: Served, account: dict[str, str]) -> int:
    headers, _ = server.signed_in(account)
    wait_until(lambda: server.get("/api/v1/play/bests", headers).json()["total"], "no best was kept")
    return int(server.get("/api/v1/me", headers).json()["points"]["total"])


def test_by_keyboard_alone(server: Served, learner: Learner) -> None:
    learner.sign_in(server.newcomer())
    document = arrive(learner)
    card, page = talk_of(document), learner.page
    expect(page.locator("#play-prompt")).to_be_focused()
    for number, (_, option) in enumerate(card["key"]):
        if number:
            expect(page.locator("#talk-what")).to_be_focused()
        place = page.locator("[data-option]").evaluate_all("all => all.map(each => each.dataset.option)").index(option)
        if number % 2:
            page.keyboard.press(str(place + 1))
        else:
            _tab_to(page, f'[data-option="{option}"]')
        expect(page.locator(f'[data-option="{option}"]')).to_be_focused()
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Se hvordan det gikk")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#play-prompt")).to_be_focused()
    assert stars(page) == "3 av 3 stjerner"
    _tab_to(page, ".play-next .btn")
    page.keyboard.press("Enter")
    expect(page.locator("#play-end")).to_be_focused()


def _tab_to(page: Page, wanted: str) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement?.matches(wanted)", wanted):
            return
    raise AssertionError(f"Tab never came to {wanted}")


def test_without_network_from_the_start_to_the_stars(server: Served, learner: Learner) -> None:
    account = server.newcomer()
    learner.sign_in(account)
    learner.stored_for_offline()
    page = learner.page
    document = next(each for each in learner.kept.values() if each["module"] == MODULE)
    card = talk_of(document)
    page.context.set_offline(True)
    page.goto(f"{server.url}/spill/{document['quest']}/{document['activity']}")
    expect(page.locator("[data-option]").first).to_be_visible()
    learner.answer(card, way_to(card, good=False))
    page.get_by_role("button", name="Prøv igjen").click()
    learner.answer(card, card["key"])
    page.get_by_role("button", name="Stemple posten").click()
    expect(page.locator("#play-end")).to_be_visible()
    page.goto(f"{server.url}/etappe/{document['quest']}")
    expect(page.get_by_role("img", name="Beste: 3 av 3 stjerner")).to_be_visible()
    page.context.set_offline(False)
    assert points(server, account) == 25


def test_each_choice_is_explained_along_the_way_to_who_wants_it(server: Served, learner: Learner) -> None:
    learner.sign_in(server.newcomer())
    arrive(learner)
    page = learner.page
    page.get_by_label("Vis hvorfor underveis").check()
    page.get_by_role("button", name="«Det var dagvakta").click()
    expect(page.get_by_role("log")).to_contain_text("Kari hører at du skyver ansvaret over på andre.")
    page.get_by_label("Vis hvorfor underveis").uncheck()
    expect(page.get_by_text("Kari hører at du skyver ansvaret")).to_have_count(0)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_axe_finds_nothing_in_a_conversation(server: Served, chromium: Browser, viewport: dict[str, int]) -> None:
    context = chromium.new_context(
        viewport=viewport,  # type: ignore[arg-type]
        reduced_motion="reduce",
        locale="nb-NO",
    )
    context.set_default_timeout(PATIENCE)
    learner = Learner(server, context.new_page())
    learner.sign_in(server.newcomer())
    card, page = talk_of(arrive(learner)), learner.page
    assert faults(page) == [], "the start"
    page.locator('[data-option="c"]').click()
    page.locator('[data-option="a"]').click()
    assert faults(page) == [], "on the way"
    page.get_by_text("Tidligere").click()
    page.goto(page.url)
    page.get_by_role("button", name="Start på nytt").click()
    learner.answer(card, way_to(card, good=False))
    assert faults(page) == [], "a bad end"
    page.get_by_role("button", name="Prøv igjen").click()
    learner.answer(card, card["key"])
    assert faults(page) == [], "a good end"
    page.get_by_role("button", name="Stemple posten").click()
    expect(page.locator("#play-end")).to_be_visible()
    assert faults(page) == [], "punched"
    context.close()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_double_size_on_the_narrowest_phone(server: Served, chromium: Browser, language: str) -> None:
    account = server.newcomer()
    headers, _ = server.signed_in(account)
    httpx.patch(f"{server.url}/api/v1/me", headers=headers, json={"language": language}).raise_for_status()
    context = chromium.new_context(viewport={"width": 320, "height": 640}, locale="nb-NO")
    context.set_default_timeout(PATIENCE)
    context.add_init_script("localStorage.setItem('text', '200')")
    learner = Learner(server, context.new_page())
    learner.sign_in(account)
    card, page = talk_of(arrive(learner)), learner.page
    for _, option in card["key"]:
        assert _fits(page), option
        page.locator(f'[data-option="{option}"]').click()
    page.locator(".play-dock .btn").click()
    expect(page.locator("#play-verdict")).to_be_visible()
    assert _fits(page), "how it went"
    context.close()


def _fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
