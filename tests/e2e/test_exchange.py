"""What comes in from elsewhere and goes out again, as an editor does it: a spreadsheet, a translation."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.learner import Learner
from tests.e2e.studio import sheet
from tests.e2e.test_screens import faults, settled, tab_to
from tests.quests.exchange.test_spreadsheets import NUMBER, QUESTION, book
from tests.served import Served

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(server: Served, chromium: Browser) -> Learner:
    """An editor at a desk."""
    context = chromium.new_context(viewport=DESKTOP, locale="nb-NO", accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    made = Learner(server, context.new_page())
    made.sign_in(server.account("editor"))
    return made


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    return Path(download.value.path()).read_bytes()


def test_a_spreadsheet_is_filled_in_looked_at_and_made_into_drafts(
    server: Served, editor: Learner, tmp_path: Path
) -> None:
    page = editor.page
    page.goto(f"{server.url}/studio/import")
    tab_to(page, page.get_by_role("button", name="Regneark"))
    page.keyboard.press("Enter")
    template = load_workbook(io.BytesIO(downloaded(page, "Last ned malen")))
    lines = template.worksheets[0]
    assert lines["B2"].value == "Ett riktig svar"
    filled = [(f"Fall {tmp_path.name}", *QUESTION[1:]), NUMBER, ("", "", "", "", "B"), ("", "", "", "=1+1", "B")]
    chooser = page.locator("input[type=file]")
    chooser.set_input_files(sheet(tmp_path, b"Post;Slag\n", "liste.csv"))
    expect(page.get_by_text("Dette er en tekstfil. Åpne den i et regneark og lagre som .xlsx.")).to_be_visible()
    chooser.set_input_files(sheet(tmp_path, book(filled)))
    expect(page.get_by_text("2 rader som de er, 0 å se over, 2 som ikke kan bli med.")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Rad 4")
    expect(row.get_by_text("Spørsmålet mangler. Fyll ut kolonnen Spørsmål.")).to_be_visible()
    expect(page.get_by_text("Raden har en formel, som ikke regnes ut.")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Lag utkast: 1 post"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Laget: 1 post")).to_be_visible()
    page.get_by_role("link", name=f"Åpne: Fall {tmp_path.name}").click()
    settled(page)
    made = editor.api("/api/v1/studio/modules?q=Fall")["items"]
    assert [each["cards"] for each in made if each["title"] == f"Fall {tmp_path.name}"] == [2]


def module_named(editor: Learner, title: str) -> dict[str, Any]:
    found: dict[str, Any] = editor.api(f"/api/v1/studio/modules?q={title}")["items"][0]
    return found


def test_a_post_goes_to_a_translator_and_comes_back(server: Served, editor: Learner, tmp_path: Path) -> None:
    page = editor.page
    page.goto(f"{server.url}/studio/oversettelser")
    settled(page)
    module = module_named(editor, "Negler")
    tab_to(page, page.get_by_role("link", name=f"{module['title']}: English"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=f"{module['title']}, English")).to_be_visible()
    file = downloaded(page, "XLIFF 2.1").decode()
    texts = editor.api(f"/api/v1/studio/modules/{module['id']}/texts/en")
    title = texts["items"][0]["target"]
    assert f">{title}</target>" in file
    changed = sheet(tmp_path, file.replace(f">{title}</target>", ">Nails and rings</target>").encode(), "back.xliff")
    chooser = page.locator("input[type=file]")
    chooser.set_input_files(sheet(tmp_path, file.replace('trgLang="en"', 'trgLang="nn"').encode(), "nn.xliff"))
    expect(page.get_by_text("Filen er til et annet språk.")).to_be_visible()
    chooser.set_input_files(changed)
    expect(page.get_by_text(f"1 tekst endres, {texts['texts'] - 1} er som før.")).to_be_visible()
    page.get_by_role("button", name="Ta inn", exact=True).click()
    expect(page.get_by_text("1 tekst er tatt inn i utkastet")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Nails and rings")).to_be_visible()
    back = editor.api(f"/api/v1/studio/modules/{module['id']}")
    assert back["document"]["title"]["en"] == "Nails and rings"
    assert back["changed"] is True


SAVE = """async ({id, title}) => {
  const {csrf_token} = await (await fetch('/api/v1/me')).json()
  const held = await (await fetch(`/api/v1/studio/modules/${id}`)).json()
  held.document.title.nb = title
  const headers = {'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token, 'If-Match': `"${held.revision}"`}
  const body = JSON.stringify({document: held.document})
  return (await fetch(`/api/v1/studio/modules/${id}/draft`, {method: 'PUT', headers, body})).status
}"""


def test_what_is_older_than_the_original_is_seen_and_may_be_right_still(server: Served, editor: Learner) -> None:
    page = editor.page
    page.goto(f"{server.url}/studio/oversettelser")
    module = module_named(editor, "Hansker")
    assert page.evaluate(SAVE, {"id": module["id"], "title": "Hansker, og når"}) == 200
    page.reload()
    link = page.get_by_role("link", name="Hansker, og når: Nynorsk")
    expect(link).to_contain_text("Eldre enn originalen")
    link.click()
    page.get_by_role("button", name="Eldre enn originalen 1").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    tab_to(page, page.get_by_role("button", name="Fortsatt riktig: Tittel"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Eldre enn originalen 0")).to_be_visible()


@pytest.mark.parametrize("viewport", [{**PHONE, "width": 320}, DESKTOP], ids=["narrow", "desk"])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    server: Served, chromium: Browser, tmp_path: Path, viewport: dict[str, int]
) -> None:
    context = chromium.new_context(
        viewport=viewport,
        reduced_motion="reduce",
        locale="nb-NO",  # type: ignore[arg-type]
    )
    maker = Learner(server, context.new_page())
    maker.sign_in(server.account("editor"))
    page = maker.page

    def checked(name: str) -> None:
        settled(page)
        for size in ("", "200%"):
            page.evaluate("size => document.documentElement.style.setProperty('font-size', size)", size)
            assert faults(page) == [], (name, size)
            assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], (name, size)
        page.evaluate("document.documentElement.style.removeProperty('font-size')")

    page.goto(f"{server.url}/studio/oversettelser")
    checked("translations")
    page.goto(f"{server.url}/studio/oversettelser/{module_named(maker, 'Negler')['id']}/nn")
    checked("one translation")
    page.goto(f"{server.url}/studio/import")
    page.get_by_role("button", name="Regneark").click()
    checked("a spreadsheet")
    chooser = page.locator("input[type=file]")
    chooser.set_input_files(sheet(tmp_path, book([QUESTION, NUMBER, ("", "", "", "", "B")])))
    expect(page.get_by_role("button", name="Lag utkast: 1 post")).to_be_visible()
    checked("its rows")
    chooser.set_input_files(sheet(tmp_path, b"no", "no.xlsx"))
    expect(page.get_by_role("alert")).to_be_visible()
    checked("refused")
    context.close()
