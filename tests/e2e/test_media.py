"""The media of the studio, as an editor uses them: brought in, described, found again, kept while they are used."""

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from socket import create_connection
from typing import Any
from uuid import uuid4

import httpx
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from quests.content.rules.media.facts import MOST_SENT
from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.learner import Learner
from tests.e2e.test_screens import faults, settled, tab_to
from tests.media.make import captions, recorded
from tests.served import Served

pytestmark = pytest.mark.browser

DROP = """async ({name, type, bytes}) => {
  const file = new File([Uint8Array.from(atob(bytes), each => each.charCodeAt(0))], name, {type})
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(file)
  for (const kind of ['dragover', 'drop']) {
    document.querySelector('main').dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer}))
  }
}"""
CALL = """async ({method, path, body, more}) => {
  const {csrf_token} = await (await fetch('/api/v1/me')).json()
  const headers = {'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token, ...more}
  const answer = await fetch('/api/v1' + path, {method, headers, body: JSON.stringify(body)})
  return {status: answer.status, data: await answer.json()}
}"""
SHIFTED = "element => getComputedStyle(element).objectPosition"


def photograph(colour: str, width: int = 1200, height: int = 900) -> bytes:
    """A picture of one's own: no two tests send the same bytes."""
    buffer = BytesIO()
    exif = Image.Exif()
    exif[0x0110] = "Telefonen til Ingrid"
    Image.new("RGB", (width, height), colour).save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def named(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def send(editor: Learner, method: str, path: str, body: Any, more: dict[str, str] | None = None) -> dict[str, Any]:
    """What the server answers to an unsafe call of this device, with further headers."""
    given = {"method": method, "path": path, "body": body, "more": more or {}}
    answer = editor.page.evaluate(CALL, given)
    assert answer["status"] == 200, answer
    found: dict[str, Any] = answer["data"]
    return found


def library(editor: Learner) -> Page:
    page = editor.page
    page.goto(f"{editor.server.url}/studio/medier")
    settled(page)
    return page


def media(editor: Learner, words: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = editor.api(f"/api/v1/studio/media?q={words}")["items"]
    return found


def test_a_picture_is_brought_in_described_found_again_and_deleted_by_keyboard(editor: Learner, tmp_path: Path) -> None:
    page = library(editor)
    with page.expect_file_chooser() as chooser:  # before the way there: it takes a moment to listen
        tab_to(page, page.locator("input[type=file]"))
        page.keyboard.press("Enter")
    chooser.value.set_files(named(tmp_path, "IMG_2041-bad.jpg", photograph("#557799")))
    line = page.get_by_role("listitem").filter(has_text="IMG_2041-bad.jpg")
    expect(line.get_by_text("Tatt inn")).to_be_visible()
    tab_to(page, line.get_by_role("link", name="Beskriv"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="IMG 2041 bad")).to_be_focused()
    expect(page.get_by_text("Ikke valgt: midten vises.")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Flytt merket med piltastene"))
    for key in ("ArrowLeft", "ArrowLeft", "ArrowDown", "Shift+ArrowDown"):
        page.keyboard.press(key)
    expect(page.get_by_text("Merket står 40 % fra venstre og 56 % fra toppen.")).to_be_visible()
    assert page.locator(".card-crop").evaluate(SHIFTED) == "40% 56%"
    tab_to(page, page.get_by_label("Tittel"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Badet på Åsly")
    tab_to(page, page.get_by_label("Bokmål"))
    page.keyboard.type("Et bad med våte fliser")
    page.get_by_label("Vilkår").select_option("own")
    tab_to(page, page.get_by_role("button", name="Lagre"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Lagret")).to_be_visible()
    page.get_by_role("link", name="Til medier").click()
    page.get_by_label("Søk i medier").fill("ÅSLY fliser")
    expect(page.locator(".media-tile")).to_have_count(1)
    (kept,) = media(editor, "fliser")
    assert (kept["title"], kept["focus"], kept["licence"]) == ("Badet på Åsly", {"x": 0.4, "y": 0.56}, "own")
    assert kept["alt"] == {"nb": "Et bad med våte fliser"}
    served = page.evaluate("path => fetch(path).then(answer => answer.text())", f"/api/v1/media/{kept['hash']}")
    assert "Telefonen" not in served
    page.locator(".media-tile").click()
    tab_to(page, page.get_by_role("button", name="Slett"))
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ja, slett").click()
    expect(page.get_by_role("heading", name="Medier")).to_be_visible()
    assert media(editor, "fliser") == []


def test_a_drawing_which_has_no_size_of_its_own_is_seen_whole_and_takes_a_mark(editor: Learner) -> None:
    page = library(editor)
    drawn = next(each for each in media(editor) if each["media_type"] == "image/svg+xml")
    page.goto(f"{editor.server.url}/studio/medier/{drawn['hash']}")
    picture = page.locator(".media-focus > img")
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] > 300
    assert box["width"] / box["height"] == pytest.approx(
        picture.evaluate("each => each.naturalWidth / each.naturalHeight"), 0.02
    )
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.75)
    expect(page.get_by_text("Merket står 25 % fra venstre og 75 % fra toppen.")).to_be_visible()


def test_a_touch_sets_what_matters_and_tiles_are_cropped_around_it(editor: Learner, tmp_path: Path) -> None:
    page = library(editor)
    page.locator("input[type=file]").set_input_files(named(tmp_path, "hylle.jpg", photograph("#997755")))
    page.get_by_role("listitem").filter(has_text="hylle.jpg").get_by_role("link", name="Beskriv").click()
    picture = page.locator(".media-focus > img")
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.75)
    expect(page.get_by_text("Merket står 25 % fra venstre og 75 % fra toppen.")).to_be_visible()
    page.get_by_role("button", name="Lagre").click()
    expect(page.get_by_role("status").filter(has_text="Lagret")).to_be_visible()
    page.get_by_role("link", name="Til medier").click()
    tile = page.get_by_role("link", name="hylle").locator("img")
    assert tile.evaluate(SHIFTED) == "25% 75%"


def test_files_are_dropped_and_why_one_is_refused_is_said(editor: Learner, tmp_path: Path) -> None:
    page = library(editor)
    before = page.locator(".media-tile").count()
    page.evaluate(DROP, {"name": "slipp.jpg", "type": "image/jpeg", "bytes": b64encode(photograph("#335533")).decode()})
    expect(page.get_by_role("listitem").filter(has_text="slipp.jpg").get_by_text("Tatt inn")).to_be_visible()
    expect(page.locator(".media-tile")).to_have_count(before + 1)
    attack = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    large = b"\xff\xd8\xff" + bytes(21 * 2**20)
    files = [
        named(tmp_path, "angrep.svg", attack),
        named(tmp_path, "notat.jpg", b"bare tekst"),
        named(tmp_path, "stor.jpg", large),
        named(tmp_path, "film.mp4", recorded("mp4")),
        named(tmp_path, "film.nb.vtt", captions(["Hei", "Ha det"])),
    ]
    page.locator("input[type=file]").set_input_files(files)
    for name, said in (
        ("angrep.svg", "har attributtet 'onload'"),
        ("notat.jpg", "må være et bilde (JPEG"),
        ("stor.jpg", "er for stor"),
        ("film.mp4", "Tatt inn"),
        ("film.nb.vtt", "Tatt inn"),
    ):
        expect(page.get_by_role("listitem").filter(has_text=name).get_by_text(said)).to_be_visible()
    expect(page.locator(".media-tile")).to_have_count(before + 3)
    page.get_by_label("Slag").select_option("captions")
    expect(page.locator(".media-tile").filter(has_text="slipp.jpg")).to_have_count(0)
    page.locator(".media-tile").first.click()
    expect(page.get_by_text("Ha det")).to_be_visible()


def test_what_a_post_uses_says_so_and_stays(editor: Learner) -> None:
    page = library(editor)
    page.get_by_label("Søk i medier").fill("hansker")
    used = next(each for each in media(editor, "hansker") if each["used"])
    tile = page.locator(f'.media-tile[href$="{used["hash"]}"]')
    expect(tile.get_by_text("Brukt")).to_be_visible()
    tile.click()
    expect(page.get_by_text("Den kan slettes når ingen poster bruker den.")).to_be_visible()
    expect(page.get_by_role("button", name="Slett")).to_have_count(0)
    expect(page.get_by_text("Publisert").first).to_be_visible()
    status = page.evaluate(
        """async path => {
          const {csrf_token} = await (await fetch('/api/v1/me')).json()
          return (await fetch(path, {method: 'DELETE', headers: {'X-CSRF-Token': csrf_token}})).status
        }""",
        f"/api/v1/studio/media/{used['hash']}",
    )
    assert status == 409
    page.goto(f"{editor.server.url}/studio/medier/{'0' * 64}")
    expect(page.get_by_role("heading", name="Dette finnes ikke")).to_be_visible()


def test_a_card_is_cropped_around_what_matters(editor: Learner, tmp_path: Path) -> None:
    page = library(editor)
    page.locator("input[type=file]").set_input_files(named(tmp_path, "trapp.jpg", photograph("#445566", 600, 900)))
    expect(page.get_by_role("listitem").filter(has_text="trapp.jpg").get_by_text("Tatt inn")).to_be_visible()
    (kept,) = media(editor, "trapp")
    said, made = {"nb": "Hva ser du?"}, f"/studio/modules/{uuid4()}"
    options = [{"id": id, "text": {"nb": f"Svar {id}"}, "explanation": {"nb": f"Fordi {id}"}} for id in "ab"]
    shown = {"media": kept["hash"], "alt": {"nb": "En trapp"}, "focus": {"x": 0.5, "y": 0.2}}
    card = {"id": "c1", "type": "choice", "prompt": said, "options": options, "key": "a", "picture": shown}
    draft = send(editor, "PUT", made, {"title": "Trappa", "language": "nb"})
    written = {**draft["document"], "cards": [card]}
    saved = send(editor, "PUT", f"{made}/draft", {"document": written}, {"If-Match": f'"{draft["revision"]}"'})
    version = send(editor, "POST", f"{made}/publish", {"revision": saved["revision"]})["version"]
    page.goto(f"{editor.server.url}/studio/prove/{version}")
    picture = page.get_by_role("img", name="En trapp")
    expect(picture).to_be_visible()
    assert picture.evaluate(SHIFTED) == "50% 20%"
    assert media(editor, "trappa")[0]["uses"][0]["where"] == "published"


def test_without_a_network_the_file_waits_to_be_sent_again(editor: Learner, tmp_path: Path) -> None:
    page = library(editor)
    page.context.set_offline(True)
    page.locator("input[type=file]").set_input_files(named(tmp_path, "sendes.jpg", photograph("#113355")))
    line = page.get_by_role("listitem").filter(has_text="sendes.jpg")
    expect(line.get_by_text("Prøv igjen når du har nett")).to_be_visible()
    page.context.set_offline(False)
    line.get_by_role("button", name="Prøv igjen").click()
    expect(line.get_by_text("Tatt inn")).to_be_visible()


def test_who_claims_a_gigabyte_is_told_at_once_and_who_sends_on_is_stopped(server: Served) -> None:
    """By the wire: the first sends nothing but the claim, the second makes none and goes on for ever."""
    headers, _ = server.signed_in(server.account("editor"))
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    start = f"POST /api/v1/studio/media HTTP/1.1\r\nHost: {server.host}:{server.port}\r\n{head}"
    with create_connection((server.host, server.port), timeout=15) as claims:
        claims.sendall(f"{start}Content-Length: 1000000000\r\n\r\n".encode())
        assert claims.recv(64).startswith(b"HTTP/1.1 413 ")

    def endless() -> Iterator[bytes]:
        yield photograph("#224466", 60, 40)
        for _ in range(3 * MOST_SENT["picture"] // 2**16):
            yield bytes(2**16)

    try:
        answer = httpx.post(f"{server.url}/api/v1/studio/media", headers=headers, content=endless(), timeout=60)
    except (httpx.WriteError, httpx.ReadError):
        return  # the door was shut before all was said
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize(
    ("viewport", "size"), [({**PHONE, "width": 320}, "200"), (DESKTOP, "100")], ids=["narrow", "desk"]
)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    server: Served, chromium: Browser, tmp_path: Path, language: str, viewport: dict[str, int], size: str
) -> None:
    scheme: Any = "dark" if language == "nn" else "light"
    context = chromium.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce", locale="nb-NO")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    context.add_init_script(f"localStorage.setItem('text', '{size}')")
    maker = Learner(server, context.new_page())
    maker.sign_in(server.newcomer("editor"))
    page = maker.page
    page.evaluate(
        """async language => {
          const {csrf_token} = await (await fetch('/api/v1/me')).json()
          const headers = {'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token}
          await fetch('/api/v1/me', {method: 'PATCH', headers, body: JSON.stringify({language})})
        }""",
        language,
    )

    def checked(name: str) -> None:
        settled(page)
        page.wait_for_load_state("networkidle")
        assert faults(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], name

    library(maker)
    expect(page.locator(f"html[lang={language}]")).to_have_count(1)
    name = "a-very-long-name-of-a-file-without-any-spaces-in-it-at-all.jpg"
    files = [named(tmp_path, name, photograph("#99aa55")), named(tmp_path, "notat.jpg", b"bare tekst")]
    page.locator("input[type=file]").set_input_files(files)
    expect(page.locator(".media-upload .wrong")).to_be_visible()
    checked("library")
    page.locator(".media-upload a").click()
    expect(page.locator(".media-focus > img")).to_be_visible()
    checked("a picture")
    context.close()
