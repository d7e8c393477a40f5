"""A newcomer's first five minutes: from the leader's code over the practice post to the first real one, in taps."""

from typing import Any

import orjson
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.browser import PWA
from tests.e2e.conftest import READER
from tests.e2e.learner import Learner, letters_sent
from tests.e2e.test_door import MOST_TAPS, PIN, choose_pin, fresh, newcomer
from tests.e2e.test_screens import by_keyboard, faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser
PRACTICE: dict[str, Any] = orjson.loads((PWA / "src" / "features" / "play" / "practice.json").read_bytes())
UNASKED = "Object.defineProperty(Notification, 'permission', {get: () => 'default'})"
DOUBLE = "localStorage.setItem('text', '200')"


def taps(page: Page) -> int:
    """How often the person has tapped on this page; what is typed counts none."""
    return int(page.evaluate("window.taps"))


def at_practice(page: Page) -> None:
    expect(page.locator("#play-prompt")).to_be_visible()
    assert page.url.endswith("/ovepost")


def through_the_door(server: Served, page: Page, name: str) -> None:
    """From the code in the leader's hand to the first question of the practice post."""
    page.goto(newcomer(server, name))
    page.get_by_role("button", name="Bokmål").click()
    page.get_by_role("button", name="Greit, gå videre").click()
    choose_pin(page)
    at_practice(page)


def at_the_week(page: Page) -> None:
    """*I dag*, whose one filled button is the first post of the week."""
    expect(page.get_by_role("navigation", name="Hovedmeny")).to_be_visible()
    expect(page.locator(".btn.p")).to_have_count(1)
    expect(page.locator(".dock a.btn.p")).to_be_visible()


def test_the_first_five_minutes(server: Served, chromium: Browser) -> None:
    phone = fresh(chromium)
    phone.add_init_script(READER)
    phone.add_init_script(UNASKED)
    page = phone.new_page()
    learner, sent = Learner(server, page), letters_sent(phone)
    through_the_door(server, page, "Ylva Førstegang")
    door = taps(page)
    assert 0 < door <= MOST_TAPS, "to the first question of the practice post"

    learner.play(PRACTICE, wrong=1)
    expect(page.get_by_role("heading", name="Da kan du Løype")).to_be_visible()
    practised = taps(page)
    page.get_by_role("button", name="Gå til ukas etappe").click()
    at_the_week(page)
    assert sent == []
    assert learner.api("/api/v1/me")["points"] == {"total": 0, "week": 0}
    assert learner.api("/api/v1/me")["settings"]["practised"] is True

    learner.stored_for_offline()
    learner.go_on()
    onward = taps(page) - practised
    assert door + onward <= MOST_TAPS, "to the first real question, but for what the practice post itself asks for"
    learner.play(learner.here())
    expect(page.get_by_role("heading", name="Post 1 er stemplet!")).to_be_visible()
    expect(page.get_by_role("heading", name="Vil du ha beskjed når neste etappe åpner?")).to_be_visible()
    page.get_by_role("button", name="Nei takk").click()
    page.get_by_role("button", name="Ferdig for nå").click()
    expect(page.get_by_role("heading", name="1 av 6 poster")).to_be_visible()
    print(f"taps: {door} to the practice, {practised - door} in it, {onward} on to the first post; typed: a PIN, twice")  # noqa: T201
    phone.close()


def test_passed_over_the_first_real_question_is_few_taps_away(server: Served, chromium: Browser) -> None:
    phone = fresh(chromium)
    page = phone.new_page()
    through_the_door(server, page, "Trym Travel")
    page.get_by_role("button", name="Hopp over").click()
    at_the_week(page)
    Learner(server, page).go_on()
    assert 0 < taps(page) <= MOST_TAPS
    phone.close()


def test_it_is_shown_once_at_the_first_sign_in_and_found_again_on_me(server: Served, chromium: Browser) -> None:
    account = server.newcomer(practised=False)
    phone = fresh(chromium)
    page = phone.new_page()
    _sign_in(server, page, account)
    at_practice(page)
    with page.expect_response(lambda answer: answer.url.endswith("/me") and answer.request.method == "PATCH"):
        page.get_by_role("button", name="Lukk").click()
    at_the_week(page)
    page.get_by_role("link", name="Meg").click()
    page.get_by_role("link", name="Prøv en øvepost").click()
    at_practice(page)
    expect(page.get_by_role("button", name="Hopp over")).to_have_count(0)
    page.get_by_role("button", name="Lukk").click()
    expect(page.get_by_role("heading", name=account["name"])).to_be_visible()
    phone.close()

    another = fresh(chromium)
    other = another.new_page()
    _sign_in(server, other, account)
    at_the_week(other)
    another.close()


def _sign_in(server: Served, page: Page, account: dict[str, str]) -> None:
    page.goto(server.url)
    page.get_by_label("Virksomhet").fill("fjordvik")
    page.get_by_label("Ansattnummer").fill(account["employee_number"])
    page.get_by_label("PIN, minst 6 siffer").fill(account["pin"])
    page.get_by_role("button", name="Logg inn", exact=True).click()


def test_the_practice_needs_no_network(server: Served, phone: BrowserContext) -> None:
    learner = Learner(server, phone.new_page())
    learner.sign_in(server.newcomer())
    learner.stored_for_offline()
    page = learner.page
    phone.set_offline(True)
    page.get_by_role("link", name="Meg").click()
    page.get_by_role("link", name="Prøv en øvepost").click()
    at_practice(page)
    learner.play(PRACTICE)
    page.get_by_role("button", name="Tilbake").click()
    expect(page.get_by_role("link", name="Prøv en øvepost")).to_be_visible()


def test_the_first_minutes_by_keyboard_alone(server: Served, chromium: Browser) -> None:
    phone = fresh(chromium)
    page = phone.new_page()
    page.goto(newcomer(server, "Tale Tastatur"))
    for name in ("Bokmål", "Greit, gå videre"):
        tab_to(page, page.get_by_role("button", name=name))
        page.keyboard.press("Enter")
    for label in ("PIN, minst 6 siffer", "Samme PIN en gang til"):
        tab_to(page, page.get_by_label(label))
        page.keyboard.type(PIN)
    page.keyboard.press("Enter")
    at_practice(page)
    learner = Learner(server, page)
    while page.locator("#play-end").count() == 0:
        by_keyboard(page, learner.card(PRACTICE))
        expect(page.locator("#play-prompt, #play-end")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Gå til ukas etappe"))
    page.keyboard.press("Enter")
    at_the_week(page)
    tab_to(page, page.locator(".dock a.btn.p"))
    page.keyboard.press("Enter")
    expect(page.locator("#play-prompt")).to_be_visible()
    assert "/spill/" in page.url
    assert taps(page) == 0
    phone.close()


@pytest.mark.parametrize(("language", "theme"), [("Bokmål", "dark"), ("Nynorsk", "light"), ("English", "dark")])
def test_the_practice_is_clean_at_double_size_on_the_narrowest_phone(
    server: Served, chromium: Browser, language: str, theme: str
) -> None:
    phone = fresh(chromium, theme, viewport={"width": 320, "height": 640})
    phone.add_init_script(DOUBLE)
    page = phone.new_page()
    page.goto(newcomer(server, "Frøydis Wiśniewska"))
    page.get_by_role("button", name=language).click()
    page.locator(".dock button").click()
    for field in page.locator(".pin").all():
        field.fill(PIN)
    page.locator("[type=submit]").click()
    at_practice(page)
    learner = Learner(server, page)
    while page.locator("#play-end").count() == 0:
        _looked_over(page)
        _answered(learner)
    _looked_over(page)
    phone.close()


def _answered(learner: Learner) -> None:
    """The card on the screen, rightly, in whatever language."""
    page, card = learner.page, learner.card(PRACTICE)
    for each in card.get("key", ()):
        page.locator(f'label:has(input[value="{each}"])').click()
    page.locator(".play-dock button").click()
    if "key" in card:
        expect(page.locator("#play-verdict")).to_be_visible()
        _looked_over(page)
        page.locator(".play-next button").click()
    expect(page.locator(f'[data-card="{card["id"]}"]')).to_have_count(0)


def _looked_over(page: Page) -> None:
    settled(page)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
