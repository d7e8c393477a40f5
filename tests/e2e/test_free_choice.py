"""Free choice and tasters, as a person meets them: found, started, left again, and tried without a trace."""

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.e2e.browser import PHONE
from tests.e2e.learner import Learner, letters_sent
from tests.e2e.studio import first_path, make_run, next_monday
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser
TITLE = "Trygg på vakt"


@pytest.fixture
def editor(server: Served, chromium: Browser) -> Learner:
    context = chromium.new_context(viewport=PHONE, locale="nb-NO")
    made = Learner(server, context.new_page())
    made.sign_in(server.account("editor"))
    return made


def test_a_path_is_found_started_and_left_by_keyboard(server: Served, learner: Learner, editor: Learner) -> None:
    account = server.newcomer(place="Turnus én")
    make_run(editor, account["department"])
    learner.sign_in(account)
    page = learner.page
    page.get_by_role("link", name="Løype", exact=True).click()
    tab_to(page, page.get_by_role("link", name="Utforsk"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Utforsk")).to_be_focused()
    tab_to(page, page.get_by_label("Søk i titler"))
    page.keyboard.type("zzz")
    expect(page.get_by_text("Ingen løyper passer med søket.")).to_be_visible()
    for _ in "zzz":
        page.keyboard.press("Backspace")
    page.keyboard.type("TRYGG")
    start = page.get_by_role("button", name=f"Start løypa: {TITLE}")
    expect(start).to_be_visible()
    expect(page.get_by_text("1 løype å velge")).to_be_visible()
    tab_to(page, start)
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Start på post 1")).to_be_visible()
    expect(page.get_by_text("0 av 5 poster").first).to_be_visible()
    learner.stored_for_offline()
    page.context.set_offline(True)
    page.get_by_role("link", name="Start på post 1").click()
    expect(page.locator("#play-prompt")).to_be_visible()
    page.context.set_offline(False)
    page.goto(server.url)
    expect(page.get_by_role("heading", name="Rene hender", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Fall og legemidler Trygg på vakt · 0 av 6 poster")).to_be_visible()

    page.goto(f"{server.url}/loype")
    leave = page.get_by_role("button", name=f"Gå ut av løypa: {TITLE}")
    tab_to(page, leave)
    page.keyboard.press("Enter")
    yes = page.get_by_role("button", name="Ja, gå ut")
    expect(yes).to_be_visible()
    with page.expect_response("**/leave"):
        yes.click()
    expect(leave).to_have_count(0)
    page.goto(f"{server.url}/loype/utforsk")
    expect(page.get_by_role("button", name=f"Fortsett løypa: {TITLE}")).to_be_visible()


def test_a_taster_is_played_to_its_end_and_nothing_is_sent(
    server: Served, phone: BrowserContext, learner: Learner, editor: Learner
) -> None:
    whole = editor.api(f"/api/v1/studio/paths/{first_path(editor)['id']}")
    taster = whole["stages_held"][2]["modules"][0]
    plan = {"anchor": "calendar", "enrolling": "audience", "teasers": [taster["slug"]]}
    account = server.newcomer(place="Turnus to")
    made = make_run(
        editor, account["department"], **plan, teaser_from="2020-01-01", starts_on=next_monday(3).isoformat()
    )
    assert made["enrolled"] == 1
    learner.sign_in(account)
    page = learner.page
    before, sent = learner.api("/api/v1/me")["points"], letters_sent(phone)
    page.goto(f"{server.url}/loype")
    page.locator(f'a[href="/smakebit/{taster["version"]}"]').click()
    expect(page.get_by_text("Dette er en smakebit. Ingenting lagres, og den gir ingen poeng.")).to_be_visible()
    document = learner.api(f"/api/v1/modules/{taster['version']}/nb")
    learner.play(document, wrong=1)
    expect(page.get_by_role("heading", name="Det var smakebiten")).to_be_visible()
    expect(page.get_by_text("Ingenting av dette er lagret.")).to_be_visible()
    page.get_by_role("button", name="Tilbake").click()
    settled(page)
    assert (sent, learner.api("/api/v1/me")["points"]) == ([], before)
    page.get_by_role("link", name="I dag").click()
    expect(page.get_by_text("svar venter")).to_have_count(0)


def test_the_weekly_goal_is_chosen_and_stands_on_today(server: Served, learner: Learner) -> None:
    learner.sign_in(server.newcomer())
    page = learner.page
    goal = learner.api("/api/v1/today")["goal"]
    assert goal["kind"] == "half"
    page.goto(f"{server.url}/meg")
    page.locator("label", has_text="Hele uka").click()
    expect(page.get_by_role("radio", name="Hele uka")).to_be_checked()
    expect(page.get_by_text("Lagret", exact=True)).to_be_visible()
    page.get_by_role("link", name="I dag").click()
    left = 6 - goal["done"]
    sentence = (
        "Ukemålet ditt er nådd"
        if left == 0
        else f"{'Én post' if left == 1 else f'{left} poster'} igjen til ukemålet ditt"
    )
    expect(page.get_by_text(sentence)).to_be_visible()


def test_axe_finds_nothing_and_nothing_is_too_wide(server: Served, chromium: Browser, editor: Learner) -> None:
    account = server.newcomer("editor", place="Turnus tre")
    make_run(editor, account["department"])
    modules = editor.api(f"/api/v1/studio/paths/{first_path(editor)['id']}")["stages_held"][2]["modules"]
    narrow = {"width": 320, "height": 740}
    context = chromium.new_context(viewport=narrow, reduced_motion="reduce", locale="nb-NO")  # type: ignore[arg-type]
    person = Learner(server, context.new_page())
    person.sign_in(account)
    page = person.page
    for address in ("/loype", "/loype/utforsk", f"/smakebit/{modules[0]['version']}"):
        page.goto(server.url + address)
        settled(page)
        if address.endswith("utforsk"):
            expect(page.get_by_role("button", name="løypa").first).to_be_visible()
        assert faults(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
    context.close()
