"""Shared goals and cheers, weeks that are over and a result as a picture, as a person meets them."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, ViewportSize, expect

from app.demo.naerkjop import NAERKJOP
from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.learner import Learner
from tests.e2e.studio import call
from tests.e2e.test_competitions import OURS, THEIRS, another
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser

PROMISE = "Vafler på fredag"


@pytest.fixture
def tidy(editor: Learner) -> Iterator[None]:
    """What goals a test sets are gone after it."""
    yield
    for each in editor.api("/api/v1/goals")["items"]:
        if each["promise"] == PROMISE:
            call(editor, "POST", f"/goals/{each['id']}/cancel", None)


def test_a_goal_is_set_by_keyboard_alone_and_everybody_sees_it(
    server: Served, chromium: Browser, editor: Learner, tidy: None
) -> None:
    page = editor.page
    page.goto(f"{server.url}/lag")
    settled(page)
    tab_to(page, page.get_by_role("link", name="Nytt felles mål"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Sett målet"))
    page.keyboard.press("Enter")
    many = page.get_by_label("Hvor mange poster?")
    expect(many).to_be_focused()
    expect(page.get_by_text("Skriv et helt tall, 1 eller mer.")).to_be_visible()
    page.keyboard.type("1 200")
    expect(page.get_by_text("til hver i uka.", exact=False)).to_be_visible()
    tab_to(page, page.get_by_label("Hva skjer når dere når målet? (valgfritt)"))
    page.keyboard.type(PROMISE)
    page.keyboard.press("Enter")
    with another(server, chromium, THEIRS) as theirs:
        theirs.page.goto(f"{server.url}/lag")
        goal = theirs.page.locator("section.card", has_text=PROMISE)
        expect(goal.get_by_role("heading", name="Sammen mot 1 200 poster")).to_be_visible()
        expect(goal.get_by_role("img")).to_have_accessible_name(re.compile(r"^\d+ av 1\s200 poster$"))
        expect(goal.get_by_role("button")).to_have_count(0)
    goal = page.locator("section.card", has_text=PROMISE)
    tab_to(page, goal.get_by_role("button", name="Ta bort målet"))
    page.keyboard.press("Enter")
    tab_to(page, goal.get_by_role("button", name="Ja, ta bort"))
    page.keyboard.press("Enter")
    expect(goal).to_have_count(0)


def test_a_cheer_reaches_the_department(server: Served, chromium: Browser) -> None:
    with another(server, chromium, OURS) as ours, another(server, chromium, THEIRS) as theirs:
        page = ours.page
        page.goto(f"{server.url}/lag")
        page.get_by_role("button", name="Hei på laget").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Hvem heier du på?").select_option(label=THEIRS)
        dialog.get_by_role("radio", name="Godt jobba").check()
        expect(dialog.get_by_text("3 heiarop igjen i dag.")).to_be_visible()
        assert faults(page) == []
        dialog.get_by_role("button", name="Send").click()
        expect(page.get_by_text(f"Sendt til {THEIRS}.")).to_be_visible()
        page.get_by_role("button", name="Hei på laget").click()
        dialog.get_by_label("Hvem heier du på?").select_option(label=THEIRS)
        expect(dialog.get_by_text("Du har alt heiet på dem i dag.")).to_be_visible()
        expect(dialog.get_by_role("button", name="Send")).to_be_disabled()
        page.keyboard.press("Escape")
        theirs.page.goto(f"{server.url}/lag")
        expect(theirs.page.locator("[aria-labelledby=cheers] .cheered")).to_contain_text("Godt jobba")


def test_without_a_network_a_cheer_says_so_and_can_be_sent_again(server: Served, chromium: Browser) -> None:
    with another(server, chromium, OURS) as ours:
        page = ours.page
        page.goto(f"{server.url}/lag")
        page.get_by_role("button", name="Hei på laget").click()
        page.context.set_offline(True)
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_text("Det trenger nett. Prøv igjen når du har det.")).to_be_visible()
        page.context.set_offline(False)
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_text(f"Sendt til {OURS}.")).to_be_visible()


def test_weeks_that_are_over_and_one_of_them_as_a_picture(server: Served, chromium: Browser) -> None:
    with another(server, chromium, OURS, accept_downloads=True) as ours:
        page = ours.page
        ours.stored_for_offline()
        page.goto(f"{server.url}/lag")
        page.get_by_role("link", name="Uke for uke").click()
        expect(page.get_by_role("heading", name="Uke for uke")).to_be_visible()
        page.get_by_role("listitem").last.get_by_role("link").click()
        expect(page.locator("tr.du")).to_contain_text(OURS)
        expect(page.get_by_role("img", name="Kart over løpet", exact=False)).to_be_visible()
        with page.expect_download() as waited:
            page.get_by_role("button", name="Del resultatet som bilde").click()
        picture = Image.open(waited.value.path())
        assert (picture.format, picture.size) == ("PNG", (1080, 1080))
        assert len(picture.convert("RGB").getcolors(1 << 20) or []) > 50  # land and words, not one colour
        expect(page.get_by_text("Bildet er lastet ned.")).to_be_visible()
        page.context.set_offline(True)
        page.reload()
        expect(page.locator("tr.du")).to_contain_text(OURS)
        page.context.set_offline(False)


def test_two_organisations_race_by_a_code(
    server: Served, chromium: Browser, editor: Learner, race: dict[str, Any]
) -> None:
    page = editor.page
    page.goto(f"{server.url}/lag/{race['id']}")
    page.get_by_role("button", name="Inviter en annen virksomhet").click()
    code = page.locator(".formula", has_text=re.compile(r"^[\w-]{16}$")).inner_text()
    context = chromium.new_context(viewport=PHONE, locale="nb-NO")
    context.set_default_timeout(PATIENCE)
    guest = Learner(server, context.new_page())
    guest.sign_in(next(each.shown() for each in NAERKJOP.accounts if each.role == "editor"), organisation=NAERKJOP.code)
    other = guest.page
    other.goto(f"{server.url}/lag/mot")
    other.get_by_label("Koden").fill("feil")
    other.get_by_role("button", name="Se konkurransen").click()
    expect(other.get_by_text("Koden passer ikke til noen konkurranse.")).to_be_visible()
    other.get_by_label("Koden").fill(code)
    other.get_by_role("button", name="Se konkurransen").click()
    expect(other.get_by_role("heading", name=race["name"])).to_be_visible()
    assert faults(other) == []
    other.get_by_role("button", name="Bli med").click()
    expect(other.get_by_text("Mot Fjordvik kommune")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Mot Nærkjøp")).to_be_visible()
    other.get_by_role("button", name="Avlys konkurransen").click()
    other.get_by_role("button", name="Ja, avlys").click()
    expect(other.get_by_role("link", name="Bli med mot en annen virksomhet")).to_be_visible()
    context.close()


@pytest.mark.parametrize("viewport", [{**PHONE, "width": 320}, DESKTOP], ids=["narrow", "desk"])
def test_axe_finds_nothing_and_nothing_is_too_wide(server: Served, chromium: Browser, viewport: ViewportSize) -> None:
    with another(server, chromium, OURS, viewport=viewport, reduced_motion="reduce") as ours:
        page = ours.page
        for address in ("/lag", "/lag/uker"):
            page.goto(f"{server.url}{address}")
            settled(page)
            expect(page.locator("[aria-labelledby=cheers]" if address == "/lag" else "ul.list")).to_be_visible()
            assert faults(page) == [], address
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], address
