"""Competence in the hand: what is required, the certificate taken along and checked, a requirement made and ended."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.learner import Learner
from tests.e2e.studio import call
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser

HOLDER = 3  # of the demo's learners: one certificate holds, another can be renewed


@pytest.fixture
def holder(server: Served, learner: Learner) -> Page:
    learner.sign_in(server.account("learner", HOLDER))
    return learner.page


def test_what_is_required_stands_on_loype_and_is_read_by_keyboard_and_without_a_network(
    server: Served, learner: Learner, holder: Page
) -> None:
    learner.until("() => navigator.serviceWorker.controller !== null")
    holder.goto(f"{server.url}/loype")
    row = holder.get_by_role("link", name="Håndhygiene Kan fornyes · gyldig til")
    tab_to(holder, row)
    holder.keyboard.press("Enter")
    expect(holder.get_by_role("heading", name="Kompetanse", exact=True)).to_be_focused()
    expect(holder.get_by_text("De kommer først i repetisjonene dine.")).to_be_visible()
    expect(holder.get_by_role("heading", name="Legemidler Gyldig til")).to_be_visible()
    settled(holder)
    assert faults(holder) == []
    holder.context.set_offline(True)
    holder.reload()
    expect(holder.get_by_role("heading", name="Legemidler Gyldig til")).to_be_visible()
    tab_to(holder, holder.get_by_role("button", name="Last ned bevis (PDF)").first)
    holder.keyboard.press("Enter")
    expect(holder.get_by_text("Dette trenger nett. Prøv igjen når du har nett.")).to_be_visible()
    holder.context.set_offline(False)


def test_a_certificate_is_taken_along_and_checked_by_somebody_else_without_a_network(
    server: Served, holder: Page, chromium: Browser, tmp_path: Path
) -> None:
    holder.goto(f"{server.url}/kompetanse")
    with holder.expect_download() as paper:
        holder.get_by_role("button", name="Last ned bevis (PDF)").first.click()
    assert paper.value.suggested_filename == "håndhygiene.pdf"
    assert Path(paper.value.path()).read_bytes().startswith(b"%PDF-")
    with holder.expect_download() as credential:
        holder.get_by_role("button", name="Last ned digitalt bevis").first.click()
    genuine, forged = tmp_path / "bevis.jwt", tmp_path / "endret.jwt"
    credential.value.save_as(genuine)
    token = genuine.read_text()
    head, payload, signature = token.split(".")
    forged.write_text(f"{head}.{payload}.{signature[:-8]}AAAAAAAA")

    context = chromium.new_context(viewport=PHONE, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    checker = context.new_page()
    checker.goto(f"{server.url}/kontroll")
    checker.locator("input[type=file]").set_input_files(genuine)
    expect(checker.get_by_role("heading", name="Beviset er ekte og gjelder")).to_be_visible()
    expect(checker.get_by_role("definition").filter(has_text="Solveig Moen")).to_be_visible()
    assert faults(checker) == []
    context.set_offline(True)
    checker.locator("input[type=file]").set_input_files(forged)
    expect(checker.get_by_role("heading", name="Beviset er ikke ekte")).to_be_visible()
    expect(checker.get_by_text("Solveig Moen")).to_have_count(0)
    checker.locator("input[type=file]").set_input_files(genuine)
    expect(checker.get_by_role("heading", name="Beviset er ekte og gjelder")).to_be_visible()
    checker.evaluate("localStorage.clear()")
    checker.locator("input[type=file]").set_input_files(genuine)
    expect(checker.get_by_role("heading", name="Beviset er ikke endret, men")).to_be_visible()
    context.close()


def test_a_leader_sees_who_holds_it_and_that_the_look_is_noted(server: Served, learner: Learner) -> None:
    learner.sign_in(server.account("leader"))
    page = learner.page
    page.goto(f"{server.url}/folk")
    page.get_by_role("link", name="Kompetanse Kompetansekrav og bevis").click()
    expect(page.get_by_text("har gyldig bevis").first).to_be_visible()
    page.get_by_role("link", name="Håndhygiene").click()
    expect(page.get_by_role("row", name="Ingrid Nes Gyldig")).to_be_visible()
    assert faults(page) == []
    page.context.clear_cookies()
    learner.sign_in(server.account("learner"))
    page.goto(f"{server.url}/meg/innsyn")
    expect(page.get_by_role("row", name="Randi Haugen Gyldigheten av kompetansebeviset ditt").first).to_be_visible()


def test_a_requirement_is_made_changed_and_ended_by_keyboard(server: Served, chromium: Browser) -> None:
    department = server.newcomer(place="Krav for seg")["department"]
    context = chromium.new_context(viewport=DESKTOP, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    editor = Learner(server, context.new_page())
    editor.sign_in(server.account("editor"))
    page = editor.page
    page.goto(f"{server.url}/studio/krav")
    tab_to(page, page.get_by_role("link", name="Nytt krav"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Lagre kravet")).to_be_disabled()
    for label, words in (("Bokmål", "Fall om natta"), ("Nynorsk", "Fall om natta"), ("Engelsk", "Falls at night")):
        page.get_by_label(label).fill(words)
    expect(page.get_by_text("Velg minst ett tema.")).to_be_visible()
    page.get_by_label("Trygg mot fall").check()
    page.get_by_label("Hvor mye av Trygg mot fall").select_option("50")
    page.get_by_label("Noen avdelinger eller roller").check()
    expect(page.get_by_text("Velg minst én avdeling eller rolle.")).to_be_visible()
    page.get_by_label("Krav for seg").check()
    page.get_by_label("Beviset gjelder").select_option("24")
    assert faults(page) == []
    tab_to(page, page.get_by_role("button", name="Lagre kravet"))
    page.keyboard.press("Enter")
    row = page.get_by_role("row").filter(has_text="Fall om natta")
    expect(row.get_by_text("Krav for seg")).to_be_visible()
    expect(row.get_by_text("2 år")).to_be_visible()
    expect(row.get_by_text("Under fem")).to_be_visible()
    (made,) = [each for each in editor.api("/api/v1/studio/competence")["items"] if each["title"] == "Fall om natta"]
    assert [each["id"] for each in made["audience"]["departments"]] == [department]
    assert (made["topics"][0]["share"], made["months"], made["window"]) == (50, 24, 60)

    row.get_by_role("link", name="Fall om natta").click()
    expect(page.get_by_label("Engelsk")).to_have_value("Falls at night")
    page.get_by_role("button", name="Avslutt kravet").click()
    page.get_by_role("button", name="Ja, avslutt").click()
    expect(page.get_by_role("row").filter(has_text="Fall om natta").get_by_text("Avsluttet")).to_be_visible()
    assert call(editor, "POST", f"/studio/competence/{made['id']}/end", None)["ended"] is True
    context.close()
