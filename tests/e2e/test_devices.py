"""What can happen to a device between answering and sending: signed out, updated, out of room, killed."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.browser import FLAGS, PATIENCE, PHONE, PWA
from tests.e2e.browser import chromium as chromium_path
from tests.e2e.conftest import READER
from tests.e2e.learner import Learner
from tests.served import Served, served

pytestmark = pytest.mark.browser

STORED = """() => new Promise(resolve => {
  const opening = indexedDB.open('loype')
  opening.onsuccess = () => {
    const names = [...opening.result.objectStoreNames]
    const change = opening.result.transaction(names)
    const found = {}
    for (const name of names) {
      change.objectStore(name).getAll().onsuccess = event => { found[name] = event.target.result }
    }
    change.oncomplete = () => { opening.result.close(); resolve(found) }
  }
})"""

KEPT_AT = f"""async card => (await ({STORED})()).resume.some(
  ({{state}}) => state.stage === 'asking' && state.queue[0] === card
)"""
"""Whether the device keeps that one stands before this card; it does so after the card is shown."""


def points(server: Served, account: dict[str, str]) -> int:
    headers, _ = server.signed_in(account)
    found: int = server.get("/api/v1/me", headers).json()["points"]["total"]
    return found


def letters_arrive(phone: BrowserContext, path: str = "/play/letters") -> Any:
    """What is done within the block lets the server take in what waited."""
    return phone.expect_event("response", lambda answer: answer.url.endswith(path) and answer.ok)


def ready(server: Served, page: Page, account: dict[str, str]) -> Learner:
    """Signed in, with everything on the device."""
    learner = Learner(server, page)
    learner.sign_in(account)
    learner.stored_for_offline()
    return learner


def test_who_signs_out_without_network_leaves_sealed_answers_only(server: Served, phone: BrowserContext) -> None:
    account, next_one = server.newcomer(), server.newcomer()
    learner = ready(server, phone.new_page(), account)
    page = learner.page
    phone.set_offline(True)
    learner.play_next()
    page.get_by_role("link", name="Meg").click()
    page.get_by_role("button", name="Logg ut").click()
    expect(page.get_by_role("button", name="Logg inn")).to_be_visible(timeout=PATIENCE)
    left = page.evaluate(STORED)
    assert [each["letters"] for each in left.pop("sealed")] == [1]
    assert left.pop("keys") == [{"id": "signed_out"}]
    assert not any(left.values()), left
    assert page.evaluate("() => Object.keys(localStorage)") == []
    assert points(server, account) == 0

    with letters_arrive(phone, "/play/sealed"):
        phone.set_offline(False)
    learner.until(f"() => ({STORED})().then(found => found.sealed.length === 0)")
    earned = points(server, account)
    assert earned > 0
    learner.sign_in(next_one, shared=True)
    expect(page.get_by_role("heading", name="0 av 6 poster")).to_be_visible()
    assert (points(server, next_one), points(server, account)) == (0, earned)


PUNCHED_AND_GONE = """address => {
  [...document.querySelectorAll('button')].find(each => each.textContent === 'Stemple posten').click()
  location.assign(address)
}"""


def test_who_is_gone_the_moment_it_is_punched_has_handed_it_in(server: Served, phone: BrowserContext) -> None:
    account = server.newcomer()
    learner = ready(server, phone.new_page(), account)
    page = learner.page
    phone.set_offline(True)
    learner.go_on()
    document = learner.here()
    learner.play(document, stop_after=len(document["cards"]) - 1)
    page.evaluate(PUNCHED_AND_GONE, f"{server.url}/etappe/{document['quest']}")
    page.wait_for_url("**/etappe/*")
    expect(page.locator("h1")).to_be_visible()
    left = page.evaluate(STORED)
    assert [(len(left["outbox"]), left["resume"])] == [(1, [])]
    with letters_arrive(phone):
        phone.set_offline(False)
    assert points(server, account) > 0


@pytest.fixture
def updatable(tmp_path: Path) -> Iterator[tuple[Served, Path]]:
    """A server of its own whose app can be replaced by a newer one."""
    folder = tmp_path / "pwa"
    shutil.copytree(PWA / "dist", folder)
    with served(pwa=str(folder), workers=1) as found:
        yield found, folder


def test_an_update_is_offered_between_posts_and_loses_nothing(
    updatable: tuple[Served, Path], phone: BrowserContext
) -> None:
    server, folder = updatable
    account = server.newcomer()
    learner = ready(server, phone.new_page(), account)
    page = learner.page
    phone.route("**/api/v1/play/letters", lambda route: route.abort())
    learner.play_next()
    expect(page.get_by_text("1 svar venter")).to_be_visible()
    learner.go_on()
    _replace(server, folder)
    page.evaluate("() => navigator.serviceWorker.getRegistration().then(found => found.update())")
    learner.until("() => navigator.serviceWorker.getRegistration().then(found => Boolean(found.waiting))")
    expect(page.locator("#play-prompt")).to_be_visible()
    expect(page.get_by_text("Ny versjon er klar")).to_have_count(0)
    learner.play(learner.here())
    page.get_by_role("button", name="Ferdig for nå").click()
    expect(page.get_by_text("Ny versjon er klar")).to_be_visible()
    with page.expect_navigation():
        page.get_by_role("button", name="Bytt nå").click()
    expect(page.get_by_text("2 svar venter")).to_be_visible()
    assert page.evaluate("() => fetch('/version.txt').then(answer => answer.text())") == "2"
    phone.unroute("**/api/v1/play/letters")
    with letters_arrive(phone):
        page.reload()
    expect(page.get_by_role("heading", name="2 av 6 poster")).to_be_visible()
    expect(page.get_by_text("svar venter")).to_have_count(0)
    assert points(server, account) > 0


def _replace(server: Served, folder: Path) -> None:
    """A newer app in place of the older one, taken into service as an operator does."""
    for stale in folder.glob("service-worker.js*"):
        stale.unlink()
    script = (PWA / "dist" / "service-worker.js").read_text()
    (folder / "service-worker.js").write_text(script + "\n// newer\n")
    (folder / "version.txt").write_text("2")
    before = {child.pid for child in server.process.children()}
    server.process.send_signal(signal.SIGHUP)
    server.renewed(before)


def test_a_browser_that_keeps_nothing_is_told_of_and_still_counts(server: Served, phone: BrowserContext) -> None:
    account = server.newcomer()
    phone.add_init_script("Object.defineProperty(window, 'indexedDB', {value: undefined})")
    learner = Learner(server, phone.new_page())
    learner.sign_in(account)
    expect(learner.page.get_by_role("alert")).to_contain_text("Nettleseren lagrer ingenting")
    learner.kept = learner.documents()
    learner.play_next()
    expect(learner.page.get_by_role("heading", name="1 av 6 poster")).to_be_visible()
    expect(learner.page.get_by_text("svar venter")).to_have_count(0)
    assert points(server, account) > 0


def test_a_full_device_is_told_of_and_the_answer_is_sent_from_memory(server: Served, phone: BrowserContext) -> None:
    account = server.newcomer()
    learner = ready(server, phone.new_page(), account)
    page = learner.page
    phone.set_offline(True)
    page.evaluate(
        """() => {
          const put = IDBObjectStore.prototype.put
          IDBObjectStore.prototype.put = function (...given) {
            if (window.hasRoom) return put.apply(this, given)
            throw new DOMException('no room', 'QuotaExceededError')
          }
        }"""
    )
    learner.play_next()
    expect(page.get_by_role("alert")).to_contain_text("Telefonen er full")
    expect(page.get_by_text("1 svar venter")).to_be_visible()
    with letters_arrive(phone):
        phone.set_offline(False)
    expect(page.get_by_text("svar venter")).to_have_count(0)
    assert points(server, account) > 0
    page.evaluate("() => { window.hasRoom = true }")
    learner.play_next()
    expect(page.get_by_role("alert")).to_have_count(0)


def profile(playwright: Playwright, folder: Path) -> BrowserContext:
    """A phone whose browser keeps its things in a folder, and can be killed and opened again."""
    context = playwright.chromium.launch_persistent_context(
        folder, executable_path=chromium_path(), args=FLAGS, viewport=PHONE, has_touch=True, locale="nb-NO"
    )
    context.set_default_timeout(PATIENCE)
    context.add_init_script(READER)
    return context


def kill(folder: Path) -> None:
    """As when the battery is pulled out: every process of the browser with that folder."""
    mine = [each for each in psutil.process_iter(["cmdline"]) if str(folder) in " ".join(each.info["cmdline"] or ())]
    for each in mine:
        each.kill()
    psutil.wait_procs(mine)


def test_a_browser_killed_in_the_middle_goes_on_where_it_was(
    server: Served, playwright: Playwright, tmp_path: Path
) -> None:
    account = server.newcomer()
    phone = profile(playwright, tmp_path)
    learner = ready(server, phone.new_page(), account)
    phone.set_offline(True)
    learner.play_next()
    learner.go_on()
    learner.play(learner.here(), stop_after=2)
    stopped_at = learner.page.locator("[data-card]").get_attribute("data-card")
    learner.until(KEPT_AT, stopped_at)
    kill(tmp_path)

    phone = profile(playwright, tmp_path)
    phone.set_offline(True)
    learner.page = phone.new_page()
    learner.page.goto(server.url)
    expect(learner.page.get_by_role("heading", name="1 av 6 poster")).to_be_visible()
    expect(learner.page.get_by_text("1 svar venter")).to_be_visible()
    learner.go_on()
    assert learner.page.locator("[data-card]").get_attribute("data-card") == stopped_at
    phone.clear_cookies()  # which the browser writes down later than what the app keeps
    phone.set_offline(False)
    learner.page.goto(server.url)
    expect(learner.page.get_by_text("Logg inn igjen, så sendes svarene dine")).to_be_visible()
    with letters_arrive(phone):
        learner.sign_in(account)
    assert points(server, account) > 0
    phone.close()
