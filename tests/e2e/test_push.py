"""Nudges on the phone: offered after a post, shown by the worker, led by a tap to the quest, kept in the inbox."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect

from tests.e2e.browser import PATIENCE, PHONE
from tests.e2e.conftest import READER
from tests.e2e.learner import Learner
from tests.e2e.test_screens import faults, settled
from tests.nudges.service import Device, Service, push_service
from tests.served import Served, after_sunday, open_the_week, served, wait_until, working

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("push")]  # one server for all of it

# A browser that has not been asked yet, and whose push service is ours: headless Chromium's own never answers.
BROWSER = """({endpoint, keys, answer}) => {
  const get = name => sessionStorage.getItem('stub-' + name)
  const set = (name, value) => sessionStorage.setItem('stub-' + name, value)
  const own = {
    endpoint, options: {},
    toJSON: () => ({endpoint, expirationTime: null, keys}),
    unsubscribe: async () => { set('subscribed', ''); return true },
  }
  PushManager.prototype.getSubscription = async () => (get('subscribed') ? own : null)
  PushManager.prototype.subscribe = async () => {
    if (answer === 'never') {
      set('waiting', '1')
      await new Promise(() => undefined)
    }
    set('subscribed', '1')
    return own
  }
  Object.defineProperty(Notification, 'permission', {get: () => get('permission') ?? 'default'})
  Notification.requestPermission = async () => {
    set('permission', answer === 'denied' ? 'denied' : 'granted')
    return Notification.permission
  }
}"""

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.4 Mobile/15E148 Safari/604.1"
)


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with push_service() as found:
        yield found


@pytest.fixture(scope="module")
def nudging(service: Service) -> Iterator[Served]:
    """A server on a Wednesday at noon, whose worker has told everybody of the week's quest."""
    with on_a_wednesday(service) as server, telling(server):
        yield server


@contextmanager
def on_a_wednesday(service: Service) -> Iterator[Served]:
    """A server on a Wednesday at noon, whose week opened on Monday."""
    wednesday = after_sunday(3, 12)
    with served(clock_offset_seconds=wednesday, push_allow=service.host) as server:
        open_the_week(server)
        yield server


@contextmanager
def telling(server: Served) -> Iterator[None]:
    """With the worker beside a server, once it has told everybody of the week's quest."""
    headers, _ = server.signed_in(server.account("learner", 1))

    def told() -> bool:
        """Of an answer from a colleague and of the week's quest."""
        return bool(server.get("/api/v1/inbox", headers).json()["total"] == 2)

    with working(server):
        wait_until(told, "nobody was told")
        yield


@contextmanager
def holding(
    chromium: Browser, server: Served, device: Device | None = None, answer: str = "granted", **context: Any
) -> Iterator[tuple[BrowserContext, Page]]:
    """A phone that may show notifications; with a device, one that has not been asked yet."""
    found = chromium.new_context(viewport=PHONE, locale="nb-NO", **context)
    found.set_default_timeout(PATIENCE)
    found.grant_permissions(["notifications"], origin=server.url)
    found.add_init_script(READER)
    if device is not None:
        given = json.dumps({**device.subscription(), "answer": answer})
        found.add_init_script(f"({BROWSER})({given})")
    yield found, found.new_page()
    found.close()


class Worker:
    """The app's service worker, as the browser's push client sees it."""

    def __init__(self, page: Page, server: Served) -> None:
        self._page, self._origin = page, server.url
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        seen: list[str] = []

        def note(event: dict[str, Any]) -> None:
            seen.extend(each["registrationId"] for each in event["registrations"] if not each["isDeleted"])

        self._cdp.on("ServiceWorker.workerRegistrationUpdated", note)
        self._cdp.send("ServiceWorker.enable")
        end = monotonic() + 15
        while not seen:
            assert monotonic() < end
            page.wait_for_timeout(50)
        self._registration = seen[0]
        (self._worker,) = page.context.service_workers
        self.record()

    def deliver(self, data: str) -> None:
        """Hand it a push."""
        given = {"origin": self._origin, "registrationId": self._registration, "data": data}
        self._cdp.send("ServiceWorker.deliverPushMessage", given)

    def record(self) -> None:
        """Keep what it shows: a Chromium without a desktop has no place for notifications, nor a badge for its icon."""
        self._worker.evaluate(
            """() => {
              self.kept = []
              self.badge = null
              navigator.setAppBadge = async count => { self.badge = count }
              ServiceWorkerRegistration.prototype.showNotification = async (title, options) => {
                self.kept.push({title, ...options})
              }
            }"""
        )

    def shown(self, count: int) -> list[dict[str, Any]]:
        """What it has shown, once there are so many."""
        end = monotonic() + 15
        while len(found := self._worker.evaluate("self.kept")) < count:
            assert monotonic() < end, found
            self._page.wait_for_timeout(50)
        return list(found)

    def badged(self, count: int) -> None:
        """Wait for that number on the app's icon."""
        end = monotonic() + 15
        while self._worker.evaluate("self.badge") != count:
            assert monotonic() < end
            self._page.wait_for_timeout(50)

    def tap(self) -> bool:
        """Tap the latest notification; whether that closed it."""
        return bool(
            self._worker.evaluate(
                """() => new Promise(resolve => {
                  const notification = {data: self.kept.at(-1).data, close: () => resolve(true)}
                  const event = Object.assign(new ExtendableEvent('notificationclick'), {notification})
                  self.dispatchEvent(event)
                })"""
            )
        )


def signed_in(server: Served, page: Page, account: dict[str, str]) -> Learner:
    learner = Learner(server, page)
    learner.sign_in(account)
    learner.until("() => navigator.serviceWorker.controller !== null")
    return learner


def test_the_inbox_says_what_why_and_leads_there(nudging: Served, chromium: Browser) -> None:
    with holding(chromium, nudging) as (_, page):
        signed_in(nudging, page, nudging.account("learner", 1))
        page.get_by_role("link", name="Innboks, 2 nye").click()
        expect(page.get_by_role("heading", name="Innboks")).to_be_visible()
        expect(page.get_by_text("2 nye", exact=True)).to_be_visible()
        answered = page.get_by_role("article").filter(has_text="Du har fått svar fra en kollega")
        answered.get_by_text("Hvorfor ser jeg dette?").click()
        expect(answered.get_by_text("Du spurte en kollega, og noen har svart.")).to_be_visible()
        page.get_by_role("article").filter(has_text="er åpen").get_by_text("Hvorfor ser jeg dette?").click()
        expect(page.get_by_text("Du er med i løypa Trygg på vakt")).to_be_visible()
        page.get_by_role("link", name="er åpen").click()
        expect(page).to_have_url(f"{nudging.url}/etappe/" + page.url.rsplit("/", 1)[-1])
        page.goto(nudging.url)
        expect(page.get_by_role("link", name="Innboks", exact=True)).to_be_visible()


def test_the_inbox_opens_without_a_network_too(nudging: Served, chromium: Browser) -> None:
    with holding(chromium, nudging) as (context, page):
        learner = signed_in(nudging, page, nudging.account("learner", 2))
        page.goto(f"{nudging.url}/innboks")
        expect(page.locator("article")).to_have_count(1)
        learner.stored_for_offline()
        context.set_offline(True)
        page.reload()
        expect(page.locator("article")).to_have_count(1)
        expect(page.get_by_text("Slik det var")).to_be_visible()


def test_nothing_for_axe_to_find_and_nothing_too_wide(nudging: Served, chromium: Browser) -> None:
    with holding(chromium, nudging, reduced_motion="reduce") as (_, page):
        signed_in(nudging, page, nudging.account("learner", 2))
        for address in ("/", "/innboks", "/meg"):
            page.goto(nudging.url + address)
            settled(page)
            if address == "/innboks":
                page.locator("summary").first.click()
            assert faults(page) == [], address
            page.evaluate("document.documentElement.style.setProperty('--text', '2')")
            page.set_viewport_size({"width": 320, "height": 640})
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
            page.set_viewport_size(PHONE)


def test_the_worker_shows_whatever_it_is_sent_and_a_tap_leads_on(nudging: Served, chromium: Browser) -> None:
    with holding(chromium, nudging) as (_, page):
        learner = signed_in(nudging, page, nudging.account("learner", 0))
        nudge = learner.api("/api/v1/inbox")["items"][0]
        worker = Worker(page, nudging)
        address = f"{nudging.url}{nudge['to']}?varsel={nudge['id']}"
        shown = {"title": "Ny etappe", "body": "Ta en post.", "lang": "nb", "tag": "one", "navigate": address}
        worker.deliver(json.dumps({"web_push": 8030, "notification": shown, "app_badge": 1}))
        (first,) = worker.shown(1)
        assert (first["title"], first["body"], first["tag"]) == ("Ny etappe", "Ta en post.", "one")
        worker.badged(1)
        assert worker.tap()
        expect(page).to_have_url(nudging.url + nudge["to"])
        learner.until("async () => (await (await fetch('/api/v1/inbox')).json()).unread === 0")
        worker.deliver("not for us to read")
        assert [each["title"] for each in worker.shown(2)] == ["Ny etappe", "Løype"]
        assert worker.tap()
        expect(page).to_have_url(f"{nudging.url}/")


def test_who_comes_by_a_nudge_has_read_it(nudging: Served, chromium: Browser) -> None:
    with holding(chromium, nudging) as (_, page):
        account = nudging.account("resource_person")
        headers, _ = nudging.signed_in(account)
        items = nudging.get("/api/v1/inbox", headers).json()["items"]
        nudge = next(each for each in items if each["kind"] == "help")
        page.goto(f"{nudging.url}{nudge['to']}?varsel={nudge['id']}")
        page.get_by_label("Virksomhet").fill("fjordvik")
        page.get_by_label("Ansattnummer").fill(account["employee_number"])
        page.get_by_label("PIN, minst 6 siffer").fill(account["pin"])
        page.get_by_role("button", name="Logg inn").click()
        expect(page.get_by_role("navigation", name="Hovedmeny")).to_be_visible()
        assert page.url == nudging.url + nudge["to"]
        read = "async id => (await (await fetch('/api/v1/inbox')).json()).items.find(one => one.id === id).read_at"
        Learner(nudging, page).until(read, nudge["id"])


def finish_one(learner: Learner) -> None:
    learner.go_on()
    learner.play(learner.documents()[learner.page.url.rsplit("/", 1)[-1]])


def test_asked_after_the_first_post_then_tried_then_off(nudging: Served, chromium: Browser, service: Service) -> None:
    device = service.device()
    with holding(chromium, nudging, device) as (_, page):
        learner = signed_in(nudging, page, nudging.newcomer())
        expect(page.get_by_text("Vil du ha beskjed")).to_have_count(0)
        finish_one(learner)
        expect(page.get_by_role("heading", name="Vil du ha beskjed når neste etappe åpner?")).to_be_visible()
        page.get_by_role("button", name="Ja, si fra").click()
        expect(page.get_by_text("Da sier vi fra når neste etappe åpner.")).to_be_visible()
        page.get_by_role("button", name="Ferdig for nå").click()
        finish_one(learner)
        expect(page.get_by_text("Vil du ha beskjed")).to_have_count(0)

        page.goto(f"{nudging.url}/meg")
        expect(page.get_by_text("Varsler virker")).to_be_visible()
        worker = Worker(page, nudging)
        before = len(service.to(device))
        page.get_by_role("button", name="Send en prøve til meg").click()
        expect(page.get_by_text("Sendt. Den kommer om et øyeblikk.")).to_be_visible()
        sent = service.to(device)[before:]
        assert len(sent) == 1
        message = device.opened(sent[0].body)
        worker.deliver(json.dumps(message))
        assert [each["title"] for each in worker.shown(1)] == ["Varsler virker"]
        assert message["notification"]["navigate"].startswith(nudging.url)
        expect(page.get_by_text("Prøven er vist. Varsler virker.")).to_be_visible()
        expect(page.get_by_text("Sist vist", exact=False)).to_be_visible()  # by the worker's clock, not the page's

        page.get_by_role("button", name="Slå av på denne enheten").click()
        expect(page.get_by_text("Varsler er av på denne enheten")).to_be_visible()
        assert learner.api("/api/v1/push/subscriptions")["items"] == []
        page.get_by_label("Påminnelse").click()
        expect(page.get_by_text("Lagret", exact=True)).to_be_visible()
        assert learner.api("/api/v1/nudges/settings")["reminder"] is False


def test_what_the_server_has_lost_is_repaired_at_start(nudging: Served, chromium: Browser, service: Service) -> None:
    with holding(chromium, nudging, service.device()) as (_, page):
        learner = signed_in(nudging, page, nudging.account("leader"))
        page.goto(f"{nudging.url}/meg")
        page.get_by_role("button", name="Slå på varsler").click()
        expect(page.get_by_text("Varsler virker")).to_be_visible()
        learner.page.evaluate(
            """async () => {
              const {items: [{id}]} = await (await fetch('/api/v1/push/subscriptions')).json()
              const {csrf_token} = await (await fetch('/api/v1/me')).json()
              await fetch('/api/v1/push/subscriptions/' + id, {method: 'DELETE', headers: {'X-CSRF-Token': csrf_token}})
              sessionStorage.setItem('stub-subscribed', '')
            }"""
        )
        page.goto(nudging.url)
        learner.until("async () => (await (await fetch('/api/v1/push/subscriptions')).json()).total === 1")


def test_a_no_is_told_as_it_is_and_not_asked_again(nudging: Served, chromium: Browser, service: Service) -> None:
    with holding(chromium, nudging, service.device(), answer="denied") as (_, page):
        learner = signed_in(nudging, page, nudging.account("editor"))
        finish_one(learner)
        page.get_by_role("button", name="Ja, si fra").click()
        expect(page.get_by_text("Telefonen sa nei.")).to_be_visible()
        page.goto(f"{nudging.url}/meg")
        expect(page.get_by_text("Varsler er blokkert")).to_be_visible()
        expect(page.get_by_role("button", name="Slå på varsler")).to_have_count(0)


def test_a_browser_that_never_answers_is_not_waited_for(nudging: Served, chromium: Browser, service: Service) -> None:
    with holding(chromium, nudging, service.device(), answer="never") as (_, page):
        learner = signed_in(nudging, page, nudging.account("admin"))
        page.goto(f"{nudging.url}/meg")
        expect(page.get_by_role("button", name="Slå på varsler")).to_be_visible()
        page.wait_for_load_state("networkidle")
        page.clock.install()
        page.get_by_role("button", name="Slå på varsler").click()
        learner.until("() => sessionStorage.getItem('stub-waiting') !== null")
        page.clock.run_for(16_000)
        expect(page.get_by_text("Det gikk ikke. Prøv igjen.")).to_be_visible()


def test_an_iphone_is_shown_the_way_to_its_home_screen_first(nudging: Served, chromium: Browser) -> None:
    with holding(chromium, nudging, user_agent=IPHONE, reduced_motion="reduce") as (_, page):
        learner = signed_in(nudging, page, nudging.account("learner", 2))
        finish_one(learner)
        expect(page.get_by_role("heading", name="Slik får du varsler på iPhone og iPad")).to_be_visible()
        expect(page.locator(".steps li")).to_have_count(3)
        assert faults(page) == []
        page.get_by_role("button", name="Den er grei").click()
        page.goto(f"{nudging.url}/meg")
        expect(page.get_by_text("Løype må på Hjem-skjermen først")).to_be_visible()


def test_a_shared_device_neither_asks_nor_offers(nudging: Served, chromium: Browser, service: Service) -> None:
    with holding(chromium, nudging, service.device()) as (_, page):
        learner = Learner(nudging, page)
        learner.sign_in(nudging.account("learner", 0), shared=True)
        finish_one(learner)
        expect(page.get_by_text("Vil du ha beskjed")).to_have_count(0)
        page.goto(f"{nudging.url}/meg")
        expect(page.get_by_text("Delte enheter varsler ikke")).to_be_visible()
