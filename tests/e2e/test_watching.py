"""Sound and video on a phone: by touch and by keys, with captions, without a network, and only when asked for."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.browser import PATIENCE, PHONE
from tests.e2e.learner import Learner
from tests.e2e.test_screens import faults, tab_to
from tests.e2e.watching import SECONDS, watcher
from tests.served import Served

pytestmark = pytest.mark.browser
WIFI = "Object.defineProperty(navigator, 'connection', {value: {type: 'wifi', saveData: %s}, configurable: true})"
KEPT = """() => new Promise(resolve => {
  const opening = indexedDB.open('loype')
  opening.onsuccess = () => {
    const all = opening.result.transaction('library').objectStore('library').getAll()
    all.onsuccess = () => {
      opening.result.close()
      resolve(all.result.filter(each => each.blob && !each.type.startsWith('text/')).length)
    }
  }
})"""


@pytest.fixture(scope="module")
def account(server: Served) -> dict[str, Any]:
    return watcher(server, "Kinoen")


@pytest.fixture
def reader(server: Served, chromium: Browser, account: dict[str, Any]) -> Iterator[Learner]:
    context = chromium.new_context(viewport=PHONE, has_touch=True, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    made = Learner(server, context.new_page())
    made.sign_in(account)
    yield made
    context.close()


def asked_for(context: BrowserContext) -> list[str]:
    """The kinds of media that come from now on, as they come."""
    found: list[str] = []

    def note(response: Any) -> None:
        if "/api/v1/media/" in response.url:
            found.append(response.headers.get("content-type", "").partition("/")[0])

    context.on("response", note)
    return found


def opened(reader: Learner, account: dict[str, Any], which: str) -> Page:
    reader.page.goto(f"{reader.server.url}/spill/{account['quest']}/{account[which]}")
    expect(reader.page.locator("#play-prompt")).to_be_visible()
    return reader.page


def plays(media: Locator) -> None:
    expect(media).to_be_visible()
    media.page.wait_for_function("() => document.querySelector('audio, video').currentTime > 0.3")


def at(page: Page) -> float:
    place: float = page.evaluate("() => document.querySelector('audio, video').currentTime")
    return place


def test_a_video_is_watched_by_touch_with_its_captions(reader: Learner, account: dict[str, Any]) -> None:
    seen = asked_for(reader.page.context)
    page = opened(reader, account, "se")
    expect(page.get_by_role("img", name="En hånd under en vannstråle")).to_be_visible()
    assert faults(page) == []
    assert "video" not in seen
    button = page.get_by_role("button", name="Se videoen")
    expect(button).to_contain_text("0:20")
    button.tap()
    plays(page.locator("video"))
    assert seen.count("video") >= 1
    shown = page.evaluate(
        """() => {
          const video = document.querySelector('video')
          return [video.textTracks[0].mode, video.textTracks[0].language, video.textTracks[0].activeCues[0]?.text]
        }"""
    )
    assert shown == ["showing", "nb", "Hun vasker (nb)"]
    page.get_by_text("1,5×").tap()
    assert page.evaluate("() => document.querySelector('video').playbackRate") == 1.5
    page.locator("summary").tap()
    expect(page.locator("details .play-text p").first).to_have_text("Hun vasker (nb)")
    assert faults(page) == []
    page.get_by_role("button", name="Videre").tap()
    expect(page.get_by_role("heading", name="Hva først?")).to_be_visible()


def test_sound_is_heard_by_keys_and_goes_on_where_it_stopped(reader: Learner, account: dict[str, Any]) -> None:
    page = opened(reader, account, "hor")
    assert faults(page) == []
    tab_to(page, page.get_by_role("button", name="Hør"))
    page.keyboard.press("Enter")
    sound = page.locator("audio")
    plays(sound)
    expect(sound).to_be_focused()
    tab_to(page, page.get_by_label("1×", exact=True))
    page.keyboard.press("ArrowRight")
    assert page.evaluate("() => document.querySelector('audio').playbackRate") == 1.25
    tab_to(page, page.locator("summary"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nattevakten forteller rolig om natten. (nb)")).to_be_visible()
    page.evaluate("() => { const sound = document.querySelector('audio'); sound.currentTime = 12; sound.pause() }")
    page.get_by_role("button", name="Lukk. Du fortsetter her neste gang").click()
    page = opened(reader, account, "hor")
    expect(page.locator("audio")).to_be_visible()
    page.wait_for_function("() => document.querySelector('audio').currentTime >= 11")
    assert at(page) < SECONDS - 1
    assert page.evaluate("() => document.querySelector('audio').paused")


def test_what_was_kept_plays_without_a_network_and_the_rest_is_read(reader: Learner, account: dict[str, Any]) -> None:
    page = opened(reader, account, "hor")
    page.get_by_role("button", name="Last ned for bruk uten nett").tap()
    expect(page.get_by_text("Ligger på telefonen og virker uten nett.")).to_be_visible()
    assert page.evaluate("() => document.querySelector('audio').paused")
    page = opened(reader, account, "se")
    reader.until("() => navigator.serviceWorker.controller !== null")
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text("Videoen er ikke lagret på telefonen.")).to_be_visible()
    expect(page.locator("details .play-text p").first).to_have_text("Hun vasker (nb)")
    expect(page.get_by_role("img", name="En hånd under en vannstråle")).to_be_visible()
    assert faults(page) == []
    page = opened(reader, account, "hor")
    page.locator("audio").evaluate("sound => sound.play()")
    plays(page.locator("audio"))
    page.context.set_offline(False)


@pytest.mark.parametrize(("saves", "comes"), [("true", False), ("false", True)])
def test_on_wifi_it_comes_by_itself_unless_data_are_saved(
    server: Served, chromium: Browser, account: dict[str, Any], saves: str, comes: bool
) -> None:
    context = chromium.new_context(viewport=PHONE, locale="nb-NO")
    context.add_init_script(WIFI % saves)
    found = Learner(server, context.new_page())
    seen = asked_for(context)
    found.sign_in(account)
    if comes:
        found.until(f"async () => (await ({KEPT})()) === 2")
        page = opened(found, account, "se")
        expect(page.locator("video")).to_be_visible()
        assert page.evaluate("() => document.querySelector('video').paused"), "nothing plays by itself"
    else:
        found.stored_for_offline()
        page = opened(found, account, "se")
        expect(page.get_by_role("button", name="Se videoen")).to_be_visible()
        assert not {"audio", "video"} & set(seen)
        assert page.evaluate(KEPT) == 0
    context.close()


def test_a_shared_tablet_forgets(server: Served, chromium: Browser, account: dict[str, Any]) -> None:
    context = chromium.new_context(viewport=PHONE, locale="nb-NO")
    context.add_init_script(WIFI % "false")
    found = Learner(server, context.new_page())
    found.sign_in(account, shared=True)
    found.until(f"async () => (await ({KEPT})()) === 2")
    found.page.goto(f"{server.url}/meg")
    found.page.get_by_role("button", name="Logg ut").first.click()
    expect(found.page.get_by_label("Virksomhet")).to_be_visible()
    found.until(f"async () => (await ({KEPT})()) === 0")
    context.close()


def test_a_fetch_that_is_broken_off_goes_on_where_it_was(reader: Learner, account: dict[str, Any]) -> None:
    parts: list[str] = []

    def once(route: Any) -> None:
        asked = route.request.headers.get("range", "")
        parts.append(asked)
        if asked.startswith("bytes=1048576-") and parts.count(asked) == 1:
            route.abort()
        else:
            route.continue_()

    page = opened(reader, account, "se")
    page.route("**/api/v1/media/*", once)
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Se videoen").tap()
    expect(page.locator("progress")).to_have_count(0)
    page.evaluate("() => dispatchEvent(new Event('online'))")  # what other calls tell is asked for again
    page.get_by_role("button", name="Se videoen").tap()
    plays(page.locator("video"))
    first, second, again, *rest = [each for each in parts if each]
    assert (first, second == again, rest) == ("bytes=0-1048575", True, [])


def test_pictures_come_as_wide_as_they_are_shown(reader: Learner, account: dict[str, Any]) -> None:
    widths: list[str] = []
    reader.page.context.on(
        "request", lambda request: widths.append(request.url.rpartition("=")[2]) if "?width=" in request.url else None
    )
    page = opened(reader, account, "se")
    poster = page.get_by_role("img", name="En hånd under en vannstråle")
    expect(poster).to_be_visible()
    wide = poster.evaluate("picture => [picture.naturalWidth, picture.naturalHeight]")
    assert wide == [640, 360]
