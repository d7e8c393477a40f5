"""The studio, as an editor uses it: a package in, a run made and taken back, the weeks, a post looked at."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.learner import Learner, letters_sent
from tests.e2e.studio import call, first_path, make_run, next_monday, package, plan_of
from tests.e2e.test_screens import faults, settled, tab_to
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


def test_a_package_is_looked_at_mended_and_taken_in(server: Served, editor: Learner, tmp_path: Path) -> None:
    page = editor.page
    page.goto(f"{server.url}/meg")
    page.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name="Studio").click()
    page.get_by_role("link", name="Import", exact=True).click()
    chooser = page.locator("input[type=file]")
    chooser.set_input_files(package(tmp_path, "odelagt.loype", modules__hansker=b'{"format": "loype.module/1"}'))
    expect(page.get_by_role("heading", name="modules/hansker.json")).to_be_visible()
    expect(page.get_by_text("kort: mangler")).to_be_visible()
    expect(page.get_by_role("button", name="Ta inn pakken")).to_have_count(0)
    too_large = tmp_path / "stor.loype"
    too_large.write_bytes(bytes(100 * 2**20 + 1))
    chooser.set_input_files(too_large)
    expect(page.get_by_text("Filen er større enn 100 MB")).to_be_visible()
    chooser.set_input_files(package(tmp_path, "hel.loype"))
    expect(page.get_by_text("0 nye, 0 endret, 17 uendret.")).to_be_visible()
    page.get_by_role("button", name="Ta inn pakken").click()
    expect(page.get_by_text("Pakken er tatt inn: 16 poster")).to_be_visible()


def test_a_run_is_foretold_made_seen_in_the_calendar_and_cancelled(server: Served, editor: Learner) -> None:
    page, path = editor.page, first_path(editor)
    before = editor.api("/api/v1/studio/runs")["total"]
    page.goto(f"{server.url}/studio/loyper")
    tab_to(page, page.get_by_role("link", name="Trygg på vakt"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="Ny gjennomføring"))
    page.keyboard.press("Enter")
    everybody = call(editor, "POST", "/studio/runs/forecast", plan_of(path["id"]))["people"]
    expect(page.get_by_text(f"Åpner for {everybody} personer")).to_be_visible()
    page.get_by_label("Noen avdelinger eller roller").check()
    expect(page.get_by_text("Velg minst én avdeling eller rolle.")).to_be_visible()
    expect(page.get_by_role("button", name="Opprett")).to_be_disabled()
    page.get_by_label("Solbakken sykehjem").check()
    people = page.get_by_text("Åpner for", exact=False)
    expect(people).to_be_visible()
    page.get_by_label("Første uke").select_option(next_monday().isoformat())
    page.get_by_label("Skal tas").check()
    page.get_by_label("Frist for hver etappe").select_option("14")
    tab_to(page, page.get_by_role("button", name="Opprett"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Gjennomføringer")).to_be_visible()
    (made,) = [
        each
        for each in editor.api(f"/api/v1/studio/runs?path={path['id']}")["items"]
        if each["mandatory"] and each["state"] == "planned"
    ]
    assert (made["mandatory"], made["deadline_days"], made["starts_on"]) == (True, 14, next_monday().isoformat())
    assert editor.api("/api/v1/studio/runs")["total"] == before + 1

    page.get_by_role("link", name="Kalender").click()
    row = page.get_by_role("row").filter(has_text="Solbakken sykehjem")
    expect(row.locator(".studio-cell")).to_have_count(3)
    row.get_by_role("link", name="Trygg på vakt").click()
    line = page.get_by_role("listitem").filter(has_text="Solbakken sykehjem")
    line.get_by_role("button", name="Avlys").click()
    line.get_by_role("button", name="Ja, avlys").click()
    expect(line.get_by_text("Avlyst")).to_be_visible()
    expect(line.get_by_role("button", name="Avlys")).to_have_count(0)


def test_a_post_is_looked_at_without_a_trace_and_a_path_goes_out(server: Served, editor: Learner) -> None:
    page, path = editor.page, first_path(editor)
    sent = letters_sent(page.context)
    page.goto(f"{server.url}/studio/loype/{path['id']}")
    page.get_by_role("link", name="Hansker når det trengs").click()
    expect(page.get_by_text("Du ser på posten som redaktør. Ingenting lagres.")).to_be_visible()
    document = editor.api(f"/api/v1/modules/{page.url.rsplit('/', 1)[-1]}/nb")
    editor.play(document)
    expect(page.get_by_role("heading", name="Slik slutter posten")).to_be_visible()
    page.get_by_role("button", name="Tilbake").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned pakken").click()
    assert download.value.suggested_filename == "trygg-pa-vakt.loype"
    assert sent == []


def test_there_is_no_studio_for_others(server: Served, learner: Learner) -> None:
    learner.sign_in(server.account("learner", 3))
    learner.page.goto(f"{server.url}/meg")
    settled(learner.page)
    expect(learner.page.get_by_role("link", name="Studio")).to_have_count(0)
    learner.page.goto(f"{server.url}/studio")
    expect(learner.page.get_by_role("heading", name="Siden finnes ikke").first).to_be_visible()


@pytest.mark.parametrize("viewport", [{**PHONE, "width": 320}, DESKTOP], ids=["narrow", "desk"])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    server: Served, chromium: Browser, editor: Learner, tmp_path: Path, viewport: dict[str, int]
) -> None:
    make_run(editor, server.newcomer(place="Turnus fire")["department"], anchor="calendar")
    path = first_path(editor)["id"]
    context = chromium.new_context(
        viewport=viewport,
        reduced_motion="reduce",
        locale="nb-NO",  # type: ignore[arg-type]
    )
    maker = Learner(server, context.new_page())
    maker.sign_in(server.account("admin"))
    page = maker.page

    def checked(name: str) -> None:
        settled(page)
        assert faults(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], name

    for address in ("/studio", "/studio/loyper", f"/studio/loype/{path}", "/studio/kalender", "/studio/import"):
        page.goto(server.url + address)
        checked(address)
    chooser = page.locator("input[type=file]")
    chooser.set_input_files(package(tmp_path, "odelagt.loype", modules__hansker=b'{"format": "loype.module/1"}'))
    expect(page.get_by_role("alert")).to_be_visible()
    checked("faults")
    chooser.set_input_files(package(tmp_path, "hel.loype"))
    expect(page.get_by_role("button", name="Ta inn pakken")).to_be_visible()
    checked("preview")
    page.goto(f"{server.url}/studio/loype/{path}/ny")
    page.get_by_label("Noen avdelinger eller roller").check()
    page.get_by_label("Solbakken sykehjem").check()
    page.get_by_text("Smakebiter før start").click()
    expect(page.get_by_role("button", name="Opprett")).to_be_enabled()
    checked("a new run")
    context.close()
