"""Getting in, as people do it: a leader shows a code, a newcomer scans it, and a few taps later there is a question."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.browser import PATIENCE, PHONE
from tests.e2e.learner import Learner
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser

PIN = "739164"
MOST_TAPS = 12
NUMBERS = count(70_001)
TAPS = "{ window.taps = 0; addEventListener('pointerdown', event => { window.taps += event.isTrusted }, true) }"
POLICY = """
import sys
from app.core.config import Config
from app.core.db import committed, db
from app.factory import create_app
from app.identity.queries import organisation_by_code
with create_app(Config.from_environment()).app_context():
    def change():
        found = organisation_by_code("fjordvik")
        found.policy = {**found.policy, "pin_only": sys.argv[1] == "yes"}
    committed(change)
"""


def newcomer(server: Served, name: str = "Wanda Żółć") -> str:
    """The address of a code for somebody new, made as a leader's app makes it."""
    headers, _ = server.signed_in(server.account("leader"))
    place = server.get("/api/v1/people/departments", headers).json()["items"][0]["id"]
    body = {"name": name, "employee_number": str(next(NUMBERS)), "department": place, "starts_on": "2026-01-01"}
    made = server.post("/api/v1/people", headers, body).json()
    return str(server.post(f"/api/v1/people/{made['id']}/code", headers).json()["address"])


def fresh(chromium: Browser, theme: Any = "light", **options: Any) -> BrowserContext:
    """Another phone, with nothing on it."""
    settings = {"viewport": PHONE, "color_scheme": theme, "reduced_motion": "reduce", "locale": "nb-NO", **options}
    context = chromium.new_context(**settings)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(TAPS)
    return context


def choose_pin(page: Page, pin: str = PIN, again: str | None = None) -> None:
    page.get_by_label("PIN, minst 6 siffer").click()
    page.keyboard.type(pin)
    page.get_by_label("Samme PIN en gang til").click()
    page.keyboard.type(pin if again is None else again)
    page.get_by_role("button", name="Start").click()


def test_from_the_leaders_code_to_the_first_question(server: Served, chromium: Browser) -> None:
    leader = fresh(chromium)
    page = leader.new_page()
    Learner(server, page).sign_in(server.account("leader"))
    page.get_by_role("link", name="Meg").click()
    page.get_by_role("link", name="Folk i avdelingen").click()
    page.get_by_role("link", name="Legg til en person").click()
    page.get_by_label("Navn").fill("Łucja Ødegård")
    page.get_by_label("Ansattnummer").fill(str(next(NUMBERS)))
    page.get_by_role("button", name="Legg til").click()
    expect(page.get_by_role("heading", name="Łucja Ødegård")).to_be_visible()
    with page.expect_response("**/code") as answered:
        page.get_by_role("button", name="Lag QR-kode").click()
    picture = page.get_by_role("img", name="QR-kode til Łucja Ødegård")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    expect(page.get_by_role("heading", name="QR-kode til Łucja Ødegård")).to_be_focused()
    address = answered.value.json()["address"]

    phone = fresh(chromium)
    scanned = phone.new_page()
    sent: list[str] = []
    scanned.on("request", lambda request: sent.append(request.url))
    scanned.goto(address)
    expect(scanned.get_by_role("heading", name="Hei, Łucja!")).to_be_visible()
    scanned.get_by_role("button", name="Bokmål").click()
    expect(scanned.get_by_role("heading", name="Slik tar vi vare på deg")).to_be_focused()
    scanned.get_by_role("button", name="Greit, gå videre").click()
    choose_pin(scanned)
    scanned.get_by_role("button", name="Hopp over").click()
    expect(scanned.get_by_role("navigation", name="Hovedmeny")).to_be_visible()
    assert scanned.url == f"{server.url}/"
    Learner(server, scanned).go_on()
    assert 0 < scanned.evaluate("window.taps") <= MOST_TAPS
    assert not [each for each in sent if address.split("#")[1] in each.split("#")[0]]

    page.goto(f"{server.url}/folk")
    page.get_by_label("Navn eller ansattnummer").fill("łucja")
    page.get_by_role("button", name="Søk").click()
    expect(page.locator("ul.list .row")).to_have_count(1)
    expect(page.get_by_text("Ikke i gang")).to_have_count(0)

    scanned.goto(address)
    scanned.reload()
    expect(scanned.get_by_role("heading", name="Denne koden kan ikke brukes")).to_be_visible()
    leader.close()
    phone.close()


def test_what_is_wrong_with_a_pin_is_said_where_it_is(server: Served, chromium: Browser) -> None:
    context = fresh(chromium)
    page = context.new_page()
    page.goto(newcomer(server))
    page.get_by_role("button", name="Bokmål").click()
    page.get_by_role("button", name="Greit, gå videre").click()
    for pin, again, sentence in (
        ("123", "123", "PIN-en har minst 6 siffer."),
        ("739164", "739165", "De to er ikke like. Skriv den samme to ganger."),
        ("123456", "123456", "Den PIN-en er blant de første andre ville prøvd. Velg en uten mønster."),
    ):
        page.get_by_label("PIN, minst 6 siffer").fill("")
        page.get_by_label("Samme PIN en gang til").fill("")
        choose_pin(page, pin, again)
        expect(page.get_by_role("alert")).to_have_text(sentence)
        expect(page.locator("[aria-invalid=true]")).to_be_focused()
    page.get_by_label("Vis sifrene").check()
    expect(page.get_by_label("PIN, minst 6 siffer")).to_have_attribute("type", "text")
    context.close()


def test_a_newcomer_comes_in_by_keyboard_alone(server: Served, chromium: Browser) -> None:
    context = fresh(chromium)
    page = context.new_page()
    page.goto(newcomer(server))
    tab_to(page, page.get_by_role("button", name="Nynorsk"))
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    tab_to(page, page.get_by_role("button", name="Greitt, gå vidare"))
    page.keyboard.press("Enter")
    for label in ("PIN, minst 6 siffer", "Same PIN ein gong til"):
        tab_to(page, page.get_by_label(label))
        page.keyboard.type(PIN)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Hopp over"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="Hovudmeny")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    context.close()


def test_who_was_signed_in_before_is_signed_out_and_leaves_nothing(server: Served, chromium: Browser) -> None:
    context = fresh(chromium)
    learner = Learner(server, context.new_page())
    page = learner.page
    learner.sign_in(server.account("learner", 1))
    learner.stored_for_offline()
    page.goto(newcomer(server))
    page.get_by_role("button", name="Bokmål").click()
    page.get_by_role("button", name="Greit, gå videre").click()
    expect(page.get_by_text("Amina er logget inn her")).to_be_visible()
    choose_pin(page)
    page.get_by_role("button", name="Hopp over").click()
    expect(page.get_by_role("navigation", name="Hovedmeny")).to_be_visible()
    learner.stored_for_offline()
    assert learner.api("/api/v1/me")["person"]["first_name"] == "Wanda"
    kept = page.evaluate(
        """() => new Promise(resolve => {
          const opening = indexedDB.open('loype')
          opening.onsuccess = () => {
            const stores = ['keys', 'snapshots']
            const change = opening.result.transaction(stores)
            Promise.all(stores.map(store => new Promise(done => {
              const all = change.objectStore(store).getAll()
              all.onsuccess = () => done(JSON.stringify(all.result))
            }))).then(found => { opening.result.close(); resolve(found.join()) })
          }
        })"""
    )
    assert "Wanda" in kept
    assert "Amina" not in kept
    context.close()


@pytest.fixture
def strict(server: Served) -> Iterator[None]:
    """Fjordvik without its exception: a PIN alone gives no power over others."""
    for answer in ("no", "yes"):
        subprocess.run([sys.executable, "-c", POLICY, answer], env=server.environment, check=True)
        if answer == "no":
            yield


@pytest.mark.usefixtures("strict")
def test_a_leader_with_a_pin_alone_is_told_what_to_do(server: Served, chromium: Browser) -> None:
    context = fresh(chromium)
    page = context.new_page()
    Learner(server, page).sign_in(server.account("leader"))
    page.get_by_role("link", name="Meg").click()
    told = page.get_by_role("heading", name="Du er leder, men ikke på denne enheten ennå")
    expect(told).to_be_visible()
    expect(page.get_by_role("link", name="Folk i avdelingen")).to_have_count(0)
    assert faults(page) == []
    page.goto(f"{server.url}/folk")
    expect(told).to_be_visible()
    expect(page.get_by_role("heading", name="Her er det ingenting for deg")).to_be_visible()
    assert faults(page) == []
    context.close()


def test_a_passkey_is_made_on_me_and_opens_the_door(server: Served, chromium: Browser) -> None:
    context = fresh(chromium)
    page = context.new_page()
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    simulated = {"isUserVerified": True, "automaticPresenceSimulation": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, **simulated}})
    named = Served(server.port, server.process, server.accounts, server.environment, "localhost")
    Learner(named, page).sign_in(server.account("learner", 2))
    page.get_by_role("link", name="Meg").click()
    page.locator("summary", has_text="Passnøkkel").click()
    page.get_by_role("button", name="Lag passnøkkel på denne enheten").click()
    expect(page.get_by_text("Passnøkkelen er laget.")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Logg ut").click()
    page.get_by_role("button", name="Logg inn med passnøkkel").click()
    expect(page.get_by_role("navigation", name="Hovedmeny")).to_be_visible()
    page.get_by_role("link", name="Meg").click()
    page.locator("summary", has_text="Passnøkkel").click()
    expect(page.get_by_text("Brukt sist")).to_be_visible()
    page.get_by_role("button", name="Fjern passnøkkelen").click()
    expect(page.get_by_text("Brukt sist")).to_have_count(0)
    page.get_by_role("button", name="Logg ut").click()
    page.get_by_role("button", name="Logg inn med passnøkkel").click()
    expect(page.get_by_role("alert")).to_have_text("Passnøkkelen åpner ikke noe her. Bruk ansattnummer og PIN.")
    context.close()


def looked_over(page: Page, screen: str) -> None:
    """Nothing for axe, and nothing wider than the screen."""
    settled(page)
    assert faults(page) == [], screen
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width, screen


@pytest.mark.parametrize(("language", "width"), [("Bokmål", 360), ("Nynorsk", 320), ("English", 1280)])
def test_the_new_screens_are_clean(server: Served, chromium: Browser, language: str, width: int) -> None:
    context = fresh(chromium, viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(newcomer(server, "Frøydis Wiśniewska-Kristiansen"))
    looked_over(page, "language")
    page.get_by_role("button", name=language).click()
    looked_over(page, "privacy")
    page.locator(".dock button").click()
    looked_over(page, "pin")
    page.locator(".dock button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    looked_over(page, "pin refused")
    page.goto(f"{server.url}/velkommen")
    looked_over(page, "no code")
    _leaders_screens(server, Learner(server, page), language)
    context.close()


def _leaders_screens(server: Served, leader: Learner, language: str) -> None:
    page, account = leader.page, server.newcomer("admin")
    page.goto(server.url)
    for name, text in (("organisation", "fjordvik"), ("employee_number", account["employee_number"])):
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=pin]").fill(account["pin"])
    page.locator("[type=submit]").click()
    expect(page.locator("nav.tabs")).to_be_visible()
    page.goto(f"{server.url}/meg")
    settled(page)
    page.get_by_role("radio", name=language).check()
    for address in ("/folk", "/folk/ny"):
        page.goto(server.url + address)
        looked_over(page, address)
    page.locator(".dock button").click()
    looked_over(page, "new person refused")
    page.goto(f"{server.url}/folk")
    page.locator("ul.list .row").first.click()
    looked_over(page, "person")
    for summary in page.locator("main summary").all():
        summary.click()
    looked_over(page, "person, all open")
    page.locator(".dock button").click()
    expect(page.locator("img.qr")).to_be_visible()
    looked_over(page, "code")


def test_a_leader_notes_a_leave_and_ends_a_membership_by_keyboard(server: Served, chromium: Browser) -> None:
    newcomer(server, "Odd Ende")
    context = fresh(chromium)
    page = context.new_page()
    Learner(server, page).sign_in(server.account("leader"))
    page.goto(f"{server.url}/folk")
    tab_to(page, page.get_by_label("Navn eller ansattnummer"))
    page.keyboard.type("odd ende")
    page.keyboard.press("Enter")
    expect(page.locator("ul.list .row")).to_have_count(1)
    tab_to(page, page.locator("ul.list .row"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Odd Ende")).to_be_visible()
    tab_to(page, page.locator("summary", has_text="Legg til fravær"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Lagre"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").get_by_text("Lagret.")).to_be_visible()
    expect(page.locator(".chip", has_text="Borte til")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Trekk tilbake"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ingenting framover.")).to_be_visible()
    tab_to(page, page.locator("summary", has_text="Avslutt"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Avslutt"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("til", exact=False).first).to_be_visible()
    expect(page.get_by_text("100\u00a0% stilling · til")).to_be_visible()
    context.close()


def test_a_sheet_is_downloaded_for_the_department(server: Served, chromium: Browser) -> None:
    context = fresh(chromium)
    page = context.new_page()
    Learner(server, page).sign_in(server.account("leader"))
    page.goto(f"{server.url}/folk")
    page.locator("summary", has_text="Koder på papir").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Lag arket (PDF)").click()
    assert coming.value.suggested_filename == "loype.pdf"
    assert coming.value.path().read_bytes().startswith(b"%PDF-")
    expect(page.get_by_text("Arket er lastet ned.")).to_be_visible()
    context.close()
