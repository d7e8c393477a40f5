"""A competition from the form to two phones that see each other's step, and what stands there without a network."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.conftest import RACING, READER
from tests.e2e.learner import Learner
from tests.e2e.studio import call
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser

OURS, THEIRS = RACING
SOON = 15_000
"""Milliseconds within which a board that is open shows what has happened."""


@contextmanager
def another(server: Served, chromium: Browser, place: str, **options: Any) -> Iterator[Learner]:
    """Somebody new there, with a phone of their own."""
    context = chromium.new_context(**{"viewport": PHONE, "locale": "nb-NO", **options})
    context.set_default_timeout(PATIENCE)
    context.add_init_script(READER)
    found = Learner(server, context.new_page())
    found.sign_in(server.newcomer(place=place))
    yield found
    context.close()


def sums(page: Page) -> Any:
    """The line that tells what the team has earned, to two figures."""
    return page.get_by_text("Til sammen har", exact=False)


@pytest.fixture
def wall(editor: Learner, race: dict[str, Any], chromium: Browser) -> Iterator[Page]:
    """A screen on the wall that shows the derby, opened by nobody in particular."""
    page = editor.page
    page.goto(f"{editor.server.url}/lag/vegg")
    page.get_by_label("Hvor henger den?").fill("Pauserommet")
    page.get_by_label("Hva viser den?").select_option(label=race["name"])
    page.get_by_role("button", name="Lag adressen").click()
    address = page.get_by_role("link", name="Adressen: Pauserommet").get_attribute("href")
    context = chromium.new_context(viewport={"width": 1920, "height": 1080}, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    shown = context.new_page()
    shown.goto(editor.server.url + str(address)[str(address).index("/wall/") :])
    yield shown
    page.get_by_role("button", name="Ta ned Pauserommet").click()
    expect(shown.get_by_text("Denne skjermen er tatt ned")).to_be_visible()
    context.close()


def test_two_departments_and_the_wall_see_a_step_within_seconds(
    server: Served, chromium: Browser, learner: Learner, race: dict[str, Any], wall: Page
) -> None:
    expect(wall.get_by_role("listitem")).to_have_count(2)
    assert faults(wall) == []
    with another(server, chromium, OURS) as ours, another(server, chromium, THEIRS) as theirs:
        before = {}
        for each in (ours, theirs):
            each.page.goto(f"{server.url}/lag")
            each.page.get_by_role("link", name="Derby").click()
            expect(each.page.get_by_role("heading", level=1)).to_contain_text("er på")
            each.page.get_by_text("Slik regnes det ut").click()
        learner.sign_in(server.newcomer(place=OURS))
        learner.stored_for_offline()
        mine = ours.page.locator("tr.du")
        expect(mine).to_contain_text(OURS)
        at = learner.api(f"/api/v1/boards/departments?competition={race['id']}")["updated_at"]
        expect(wall.locator(".wall-list")).to_have_attribute("data-at", at)
        for each in (ours, theirs):
            expect(each.page.locator(".how time")).to_have_attribute("datetime", at)
            before[each.page] = sums(each.page).inner_text()
        learner.play_next()
        expect(sums(ours.page)).not_to_have_text(before[ours.page], timeout=SOON)
        expect(theirs.page.locator(".how time")).not_to_have_attribute("datetime", at, timeout=SOON)
        expect(wall.locator(".wall-list")).not_to_have_attribute("data-at", at, timeout=SOON)
        expect(theirs.page.locator("tr.du")).to_contain_text(THEIRS)


def test_it_is_made_by_keyboard_alone_and_called_off(server: Served, editor: Learner) -> None:
    page = editor.page
    page.goto(f"{server.url}/lag")
    settled(page)
    tab_to(page, page.get_by_role("link", name="Ny konkurranse"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Lag konkurransen"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Hva heter konkurransen?")).to_be_focused()
    expect(page.get_by_text("Skriv et navn.")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Derby"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Hva heter konkurransen?")).to_have_value("Derby")
    for name in (OURS, THEIRS):
        box = page.get_by_role("checkbox", name=name)
        tab_to(page, box)
        page.keyboard.press("Space")
        expect(box).to_be_checked()
    tab_to(page, page.get_by_role("button", name="Lag konkurransen"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kommer", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Ingen har begynt")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Avlys konkurransen"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Ja, avlys"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Ny konkurranse")).to_be_visible()
    expect(page.get_by_role("link", name="Derby")).to_have_count(0)


def test_teams_are_put_together(server: Served, editor: Learner) -> None:
    page = editor.page
    page.goto(f"{server.url}/lag/ny")
    page.get_by_label("Hva heter konkurransen?").fill("Fjell mot fjord")
    page.get_by_role("radio", name="Lag jeg setter sammen").check()
    for number, name in enumerate(("Fjellaget", "Fjordlaget"), 1):
        page.get_by_label(f"Navnet på lag {number}").fill(name)
    for name, team in ((OURS, "Fjellaget"), ("Fjellheim sykehjem", "Fjellaget"), (THEIRS, "Fjordlaget")):
        page.get_by_label(f"Laget til {name}").select_option(label=team)
    page.get_by_role("button", name="Lag konkurransen").click()
    expect(page.get_by_text("Kommer", exact=True)).to_be_visible()
    made = next(each for each in editor.api("/api/v1/competitions")["items"] if each["name"] == "Fjell mot fjord")
    assert made["teams"] == 2
    call(editor, "POST", f"/competitions/{made['id']}/cancel", None)


def test_without_a_network_the_board_is_as_it_was(server: Served, chromium: Browser, race: dict[str, Any]) -> None:
    with another(server, chromium, OURS) as ours:
        page = ours.page
        ours.stored_for_offline()
        page.goto(f"{server.url}/lag/{race['id']}")
        expect(page.locator("tr.du")).to_contain_text(OURS)
        page.context.set_offline(True)
        page.reload()
        expect(page.locator("tr.du")).to_contain_text(OURS)
        expect(page.get_by_text("Kake")).to_be_visible()
        page.context.set_offline(False)


@pytest.mark.parametrize("viewport", [{**PHONE, "width": 320}, DESKTOP], ids=["narrow", "desk"])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    server: Served, chromium: Browser, race: dict[str, Any], viewport: ViewportSize
) -> None:
    with another(server, chromium, OURS, viewport=viewport, reduced_motion="reduce") as ours:
        page = ours.page
        for address in ("/lag", f"/lag/{race['id']}"):
            page.goto(f"{server.url}{address}")
            expect(page.locator("tr.du")).to_be_visible()
            page.get_by_text("Slik regnes det ut").click()
            assert faults(page) == [], address
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], address
