"""The studio: what there is, a package looked through, a run made and taken back, the weeks."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import expect

from tests.e2e.editing import CHOICE, FIVE, made_post
from tests.e2e.learner import Learner
from tests.e2e.pictures.camera import Camera
from tests.e2e.studio import first_path, package, sheet
from tests.e2e.test_screens import settled
from tests.quests.exchange.test_spreadsheets import NUMBER, QUESTION, book

BROKEN = b"""{"format": "loype.module/1", "module": "hansker", "title": {"nb": "Hansker"}, "source_language": "nb",
"cards": [{"id": "c1", "type": "choice", "prompt": {"nb": "Hva?"}, "options": [{"id": "a", "text": {"nb": "Ja"}}]}]}"""


def tour(camera: Camera) -> None:
    editor = camera.device()
    editor.sign_in(camera.server.account("editor"))
    page, url = editor.page, camera.server.url
    path = first_path(editor)["id"]
    for name, address in (
        ("home", ""),
        ("paths", "/loyper"),
        ("path", f"/loype/{path}"),
        ("media", "/medier"),
        ("import", "/import"),
    ):
        page.goto(f"{url}/studio{address}")
        settled(page)
        camera.take(page, f"studio-{name}")
    used = next(each for each in editor.api("/api/v1/studio/media?family=picture")["items"] if each["width"] is None)
    page.goto(f"{url}/studio/medier/{used['hash']}")
    expect(page.locator(".media-focus > img")).to_be_visible()
    camera.take(page, "studio-medium")
    with TemporaryDirectory() as folder:
        _import(camera, editor, Path(folder))
    _translations(camera, editor)
    _post(camera, editor)
    _run(camera, editor, path)
    page.goto(f"{url}/studio/nowhere")
    settled(page)
    camera.take(page, "studio-missing")
    page.context.close()


def _import(camera: Camera, editor: Learner, folder: Path) -> None:
    page = editor.page
    page.goto(f"{camera.server.url}/studio/import")
    chooser = page.locator("input[type=file]")
    chooser.set_input_files(package(folder, "odelagt.loype", modules__hansker=BROKEN))
    expect(page.get_by_role("alert")).to_be_visible()
    camera.take(page, "studio-import-faults")
    chooser.set_input_files(package(folder, "hel.loype"))
    expect(page.get_by_role("button", name="Ta inn pakken")).to_be_visible()
    camera.take(page, "studio-import-preview")
    page.get_by_role("button", name="Ta inn pakken").click()
    expect(page.get_by_text("Pakken er tatt inn")).to_be_visible()
    camera.take(page, "studio-import-done")
    page.get_by_role("button", name="Regneark").click()
    page.locator("input[type=file]").set_input_files(sheet(folder, book([QUESTION, NUMBER, ("", "", "", "", "B")])))
    expect(page.get_by_role("button", name="Lag utkast: 1 post")).to_be_visible()
    camera.take(page, "studio-import-sheet")


def _translations(camera: Camera, editor: Learner) -> None:
    page, url = editor.page, camera.server.url
    page.goto(f"{url}/studio/oversettelser")
    settled(page)
    camera.take(page, "studio-translations")
    page.get_by_role("link", name=": Nynorsk").first.click()
    expect(page.get_by_role("heading", name="Send til oversetter")).to_be_visible()
    camera.take(page, "studio-translation")


def _post(camera: Camera, editor: Learner) -> None:
    page, url = editor.page, camera.server.url
    module = made_post(editor, "Fall på badet: hva gjør du først?", CHOICE, {"id": "c2", "type": "order"})
    page.goto(f"{url}/studio/post/{module}")
    expect(page.locator("[data-saving=saved]")).to_be_visible()
    camera.take(page, "studio-editor")
    page.get_by_label("Oversett til").select_option("nn")
    expect(page.get_by_text("Nynorsk: 0 av")).to_be_visible()
    camera.take(page, "studio-editor-translation")
    page.keyboard.press("Control+Shift+V")
    page.get_by_label("Teksten").fill(FIVE)
    expect(page.get_by_text("Blir 5 kort")).to_be_visible()
    camera.take(page, "studio-editor-paste")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Shift+Enter")
    camera.take(page, "studio-editor-publish")
    page.goto(f"{url}/studio/post/{module}/versjoner")
    settled(page)
    camera.take(page, "studio-versions")


def _run(camera: Camera, editor: Learner, path: str) -> None:
    page, url = editor.page, camera.server.url
    page.goto(f"{url}/studio/loype/{path}/ny")
    expect(page.get_by_text("Åpner for")).to_be_visible()
    camera.take(page, "studio-run")
    page.get_by_label("Noen avdelinger eller roller").check()
    page.get_by_label("Solbakken sykehjem").check()
    page.get_by_label("Skal tas").check()
    page.get_by_text("Smakebiter før start").click()
    expect(page.get_by_role("button", name="Opprett")).to_be_enabled()
    camera.take(page, "studio-run-some")
    page.get_by_label("Første uke").select_option(index=3)
    expect(page.get_by_role("button", name="Opprett")).to_be_enabled()
    page.get_by_role("button", name="Opprett").click()
    expect(page.get_by_role("heading", name="Gjennomføringer")).to_be_visible()
    camera.take(page, "studio-path-runs")
    page.get_by_role("button", name="Avlys").first.click()
    camera.take(page, "studio-cancel")
    page.goto(f"{url}/studio/kalender")
    settled(page)
    page.wait_for_load_state("networkidle")
    camera.take(page, "studio-calendar")
