"""Meg: what is chosen there shows elsewhere, what is kept about one is taken along, who has looked can be read."""

import zipfile

import orjson
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.learner import Learner
from tests.e2e.test_door import fresh
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser
DOUBLE = "localStorage.setItem('text', '200')"


def test_a_copy_of_all_that_is_kept_is_taken_by_keyboard(server: Served, learner: Learner) -> None:
    account = server.newcomer()
    learner.sign_in(account)
    page = learner.page
    page.get_by_role("link", name="Meg").click()
    button = page.get_by_role("button", name="Last ned")
    tab_to(page, button)
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    assert coming.value.suggested_filename.startswith("loype-20")
    with zipfile.ZipFile(coming.value.path()) as archive:
        assert sorted(archive.namelist()) == ["data.json", "les-meg.html"]
        data, shown = orjson.loads(archive.read("data.json")), archive.read("les-meg.html").decode()
    assert data["person"][0]["employee_number"] == account["employee_number"]
    expect(page.get_by_text("Fila er lastet ned. Pakk den ut og åpne «les-meg».")).to_be_visible()
    button.click()
    expect(page.get_by_text("Du har nettopp hentet en. Prøv igjen om ett minutt.")).to_be_visible()
    _is_clean(page, shown)


def _is_clean(page: Page, shown: str) -> None:
    """The page in the copy, opened from the person's own disk."""
    apart = page.context.new_page()
    apart.set_content(shown)
    expect(apart.get_by_role("heading", level=1)).to_contain_text("Alt Løype har om")
    assert apart.evaluate("document.documentElement.scrollWidth") <= 360
    assert faults(apart) == []
    apart.close()


def test_a_copy_needs_a_network_and_says_so(server: Served, learner: Learner) -> None:
    learner.sign_in(server.newcomer())
    learner.stored_for_offline()
    page = learner.page
    page.get_by_role("link", name="Meg").click()
    page.context.set_offline(True)
    page.get_by_role("button", name="Last ned").click()
    expect(page.get_by_text("Du må ha nett for å hente fila.")).to_be_visible()


def test_who_has_looked_stands_there_a_page_at_a_time(server: Served, learner: Learner) -> None:
    account = server.newcomer()
    leader, _ = server.signed_in(server.newcomer("admin"))
    found = server.get(f"/api/v1/people?q={account['employee_number']}", leader).json()["items"]
    for _ in range(50):
        server.get(f"/api/v1/people/{found[0]['id']}", leader)
    learner.sign_in(account)
    page = learner.page
    page.goto(f"{server.url}/meg")
    page.get_by_role("link", name="Hvem har sett på dem?").click()
    expect(page.locator("tbody tr")).to_have_count(50)
    expect(page.get_by_role("cell", name="Opplysningene om deg").first).to_be_visible()
    page.get_by_role("button", name="Eldre").click()
    expect(page.get_by_text("Side 2 av 2")).to_be_visible()
    expect(page.get_by_role("cell", name="En liste over avdelingen")).to_be_visible()


def test_an_alias_stands_on_the_list_and_without_the_game_there_is_none(server: Served, learner: Learner) -> None:
    account = server.newcomer()
    learner.sign_in(account)
    learner.stored_for_offline()
    learner.play_next()
    expect(learner.page.get_by_role("heading", name="1 av 6 poster")).to_be_visible()
    page = learner.page
    page.get_by_role("link", name="Meg").click()
    alias = f"Stille {account['employee_number']}"
    page.get_by_role("textbox", name="Alias").fill(alias)
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_role("heading", name=alias)).to_be_visible()
    page.get_by_role("link", name="Lag", exact=True).click()
    expect(page.get_by_text(alias)).to_be_visible()

    page.get_by_role("link", name="Meg").click()
    page.get_by_label("Vis poeng, plasseringer og tavler").click()
    expect(page.get_by_role("link", name="Lag", exact=True)).to_have_count(0)
    expect(page.locator(".head .score")).to_have_count(0)
    page.get_by_role("link", name="I dag").click()
    expect(page.get_by_role("heading", name="1 av 6 poster")).to_be_visible()
    expect(page.locator('a[href="/lag"]')).to_have_count(0)
    board = learner.api("/api/v1/boards/people")
    assert board["me"] is None
    assert alias not in [each["name"] for each in (*board["top"], *board["around"])]
    page.goto(f"{server.url}/lag")
    expect(page.get_by_role("heading", name=alias)).to_have_count(0)
    expect(page.locator("table")).to_have_count(0)


@pytest.mark.parametrize(("language", "theme"), [("nb", "dark"), ("nn", "light"), ("en", "dark")])
def test_me_is_clean_at_double_size_on_the_narrowest_phone(
    server: Served, chromium: Browser, language: str, theme: str
) -> None:
    account = server.newcomer("leader")
    phone = fresh(chromium, theme, viewport={"width": 320, "height": 640})
    phone.add_init_script(DOUBLE)
    learner = Learner(server, phone.new_page())
    learner.sign_in(account)
    page = learner.page
    page.goto(f"{server.url}/meg")
    settled(page)
    page.locator(f'label[lang="{language}"]').click()
    expect(page.locator(f"html[lang={language}]")).to_have_count(1)
    for summary in page.locator("main summary").all():
        summary.click()
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults(page) == []
    phone.close()
