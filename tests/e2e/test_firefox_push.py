"""Real pushes to a real browser: subscribed, encrypted, sent, decrypted, shown and clicked on in stock Firefox.

The one test that needs a program from the system. Where there is none it says so, and on the build server it fails.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.e2e.firefox import MISSING, Autopush, Firefox, autopush, binary, firefox
from tests.served import Served, after_sunday, open_the_week, served, working

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(binary() is None and not os.environ.get("CI"), reason=MISSING),
]
SHOWN = """const registration = await navigator.serviceWorker.ready
return (await registration.getNotifications()).map(({title, body, tag}) => ({title, body, tag}))"""
DROP = "return (await (await navigator.serviceWorker.ready).pushManager.getSubscription()).unsubscribe()"
HELD = "return (await (await navigator.serviceWorker.ready).pushManager.getSubscription())?.endpoint"
FETCHED = """const all = performance.getEntriesByType('resource')
return all.filter(({name}) => name.endsWith('/push/subscriptions')).length"""
LISTED = "return (await (await fetch('/api/v1/push/subscriptions')).json()).total"


@contextmanager
def notified() -> Iterator[tuple[Autopush, Served, Firefox]]:
    """A Monday morning before the week is opened: Firefox with somebody signed in who has turned notifications on."""
    assert binary(), MISSING
    with (
        autopush() as pushing,
        served(clock_offset_seconds=after_sunday(1, 7), push_allow=pushing.service.host) as server,
        firefox(pushing.url) as browser,
    ):
        account = server.account("learner", 0)
        browser.goto(server.url)
        browser.fill("Virksomhet", "fjordvik")
        browser.fill("Ansattnummer", account["employee_number"])
        browser.fill("PIN", account["pin"])
        browser.tap("Logg inn")
        browser.until("document.querySelector('nav.tabs') && navigator.serviceWorker.controller")
        browser.goto(f"{server.url}/meg")
        browser.tap("Slå på varsler")
        browser.reads("Varsler virker")
        yield pushing, server, browser


def test_the_push_of_the_week_that_opens_is_shown_and_a_click_leads_to_its_quest() -> None:
    with notified() as (pushing, server, browser):
        assert browser.run("return (await (await fetch('/api/v1/today')).json()).quest") is None
        open_the_week(server)
        assert not pushing.service.posted, "it waits for the hour at which she usually plays"
        with working(server, after_sunday(1, 20)):
            title = browser.click_notification()
        browser.until("location.pathname.startsWith('/etappe/')")
        quest: dict[str, Any] = browser.run("return (await (await fetch('/api/v1/today')).json()).quest")
        assert browser.run("return location.pathname") == f"/etappe/{quest['id']}"
        browser.reads(quest["title"])
        (push,) = pushing.service.posted
        assert pushing.service.claims(push)["aud"] == pushing.service.origin
        assert title == f"Ny etappe: «{quest['title']}»"
        browser.until("!(await (await fetch('/api/v1/inbox')).json()).unread")


def test_a_test_a_lost_subscription_and_an_end() -> None:
    with notified() as (pushing, server, browser):
        browser.tap("Send en prøve til meg")
        browser.reads("Prøven er vist. Varsler virker.")
        (push,) = pushing.service.posted
        body = "Dette er prøven du ba om. Slik ser et dytt fra Løype ut."
        assert browser.run(SHOWN) == [{"title": "Varsler virker", "body": body, "tag": push.headers["topic"]}]

        lost = browser.run(HELD)
        assert browser.run(DROP)
        browser.goto(server.url)  # the next start repairs it
        browser.until(f"(await (async () => {{ {HELD} }})()) ?? false")
        assert browser.run(HELD) != lost
        browser.goto(f"{server.url}/meg")
        browser.until(f"(await (async () => {{ {FETCHED} }})()) >= 2")  # the screen has looked, the start has repaired
        browser.tap("Send en prøve til meg")
        browser.reads("Prøven er vist. Varsler virker.")
        browser.until(f"(await (async () => {{ {LISTED} }})()) === 1")

        assert browser.run(DROP)
        browser.tap("Send en prøve til meg")
        browser.until(f"(await (async () => {{ {LISTED} }})()) === 0")
        assert {each.path for each in pushing.service.posted} > {push.path}
