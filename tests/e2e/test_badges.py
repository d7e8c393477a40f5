"""Badges in the hand: told at the end of a post, found on Meg, taken along and checked; weeks in a row beside them."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import PATIENCE, PHONE
from tests.e2e.conftest import READER
from tests.e2e.learner import Learner
from tests.e2e.test_door import fresh
from tests.e2e.test_screens import by_keyboard, faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser


@pytest.fixture
def newcomer(server: Served, chromium: Browser) -> Iterator[Learner]:
    """Somebody who has played nothing yet."""
    phone = fresh(chromium)
    phone.add_init_script(READER)
    found = Learner(server, phone.new_page())
    found.sign_in(server.newcomer())
    yield found
    phone.close()


def play_by_keyboard(learner: Learner) -> None:
    """The next post from *I dag* to its end, by keys alone."""
    page, documents = learner.page, learner.documents()
    tab_to(page, page.locator(".dock a.btn"))
    page.keyboard.press("Enter")
    expect(page.locator("#play-prompt")).to_be_visible()
    document = documents[page.url.rsplit("/", 1)[-1]]
    while page.locator("#play-end").count() == 0:
        by_keyboard(page, learner.card(document))
        expect(page.locator("#play-prompt, #play-end")).to_be_visible()


def test_the_first_post_brings_a_badge_that_is_found_and_opened_by_keyboard(
    server: Served, newcomer: Learner, chromium: Browser, tmp_path: Path
) -> None:
    page = newcomer.page
    newcomer.until("() => navigator.serviceWorker.controller !== null")
    play_by_keyboard(newcomer)
    told = page.get_by_role("link", name="Nytt merke: Første post")
    expect(told).to_be_visible()
    assert faults(page) == []
    tab_to(page, told)
    page.keyboard.press("Enter")

    settled(page)
    expect(page.get_by_role("heading", name="Merker")).to_be_visible()
    expect(page.get_by_role("heading", name="Uker på rad")).to_be_visible()
    expect(page.get_by_text("1 av 3 poster denne uka. Rekka begynner den uka du når ukemålet ditt.")).to_be_visible()
    expect(page.get_by_text("2 skjulte merker viser seg når du får dem.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert faults(page) == []

    first = page.get_by_role("button", name="Første post")
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Første post")).to_be_visible()
    expect(page.get_by_text("Du stemplet den første posten.")).to_be_visible()
    assert faults(page) == []
    tab_to(page, page.get_by_role("button", name="Last ned digitalt merke"))
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    assert coming.value.suggested_filename == "første-post.jwt"
    coming.value.save_as(tmp_path / "merke.jwt")
    expect(page.get_by_text("Filen er lastet ned.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(first).to_be_focused()

    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("button", name="Første post")).to_be_visible()
    page.get_by_role("button", name="Ti poster ikke ennå", exact=True).click()
    expect(page.get_by_text("Slik får du det:")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Første post").click()
    page.get_by_role("button", name="Last ned digitalt merke").click()
    expect(page.get_by_text("Dette trenger nett. Prøv igjen når du har nett.")).to_be_visible()
    page.context.set_offline(False)
    _is_found_genuine(server, chromium, tmp_path / "merke.jwt")


def _is_found_genuine(server: Served, chromium: Browser, file: Path) -> None:
    """Somebody else checks it, on the page where certificates are checked; the second time without a network."""
    context = chromium.new_context(viewport=PHONE, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    checker = context.new_page()
    checker.goto(f"{server.url}/kontroll")
    for offline in (False, True):
        context.set_offline(offline)
        checker.locator("input[type=file]").set_input_files(file)
        expect(checker.get_by_role("heading", name="Beviset er ekte og gjelder")).to_be_visible()
    expect(checker.get_by_role("definition").filter(has_text="Første post")).to_be_visible()
    context.close()


def test_without_the_game_there_is_no_badge_and_no_row_and_one_learns_the_same(
    server: Served, learner: Learner
) -> None:
    learner.sign_in(server.newcomer())
    page = learner.page
    page.get_by_role("link", name="Meg").click()
    page.get_by_label("Vis poeng, plasseringer og tavler").click()
    expect(page.get_by_role("heading", name="Merker")).to_have_count(0)
    expect(page.get_by_role("heading", name="Uker på rad")).to_have_count(0)
    page.get_by_role("link", name="I dag").click()
    learner.stored_for_offline()
    learner.go_on()
    learner.play(learner.here())
    expect(page.get_by_text("riktige på første forsøk")).to_be_visible()
    expect(page.get_by_text("Nytt merke")).to_have_count(0)
    page.get_by_role("button", name="Ferdig for nå").click()
    expect(page.get_by_role("heading", name="1 av 6 poster")).to_be_visible()


def test_who_helps_a_colleague_finds_the_badge_on_meg(server: Served, learner: Learner) -> None:
    account = server.newcomer("resource_person")
    headers, _ = server.signed_in(server.newcomer())
    asked = server.post("/api/v1/help/mine", headers, {"key": str(uuid4()), "text": "Hvor står hanskene?"}).json()
    helper, _ = server.signed_in(account)
    words = {"key": str(uuid4()), "text": "I skapet ved døra."}
    assert server.post(f"/api/v1/help/requests/{asked['id']}/replies", helper, words).status_code == 200
    learner.sign_in(account)
    learner.page.goto(f"{server.url}/meg")
    expect(learner.page.get_by_role("button", name="Hjalp en kollega")).to_be_visible()
    _opens(learner.page, "Hjalp en kollega", "Du svarte på et spørsmål fra en kollega.")


def _opens(page: Page, name: str, words: str) -> None:
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("dialog", name=name)).to_contain_text(words)
    page.get_by_role("button", name="Lukk").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
