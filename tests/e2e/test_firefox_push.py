"""A real push to a real browser: subscribed, encrypted, sent, decrypted and shown by stock Firefox.

The one test that needs a program from the system. Where there is none it says so, and on the build server it fails.
"""

import os
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.e2e.firefox import MISSING, autopush, binary, firefox
from tests.served import served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def noon() -> str:
    """The clock's offset to the next noon in Oslo, when pushes may make a sound."""
    now = datetime.now(UTC).astimezone(ZoneInfo("Europe/Oslo"))  # noqa: TID251
    return str(round(((now + timedelta(days=1)).replace(hour=12, minute=0) - now).total_seconds()))


@pytest.mark.skipif(binary() is None and not os.environ.get("CI"), reason=MISSING)
def test_firefox_shows_the_push_that_the_server_sealed_for_it() -> None:
    assert binary(), MISSING
    with (
        autopush() as pushing,
        served(push_allow=pushing.service.host, clock_offset_seconds=noon()) as server,
        firefox(pushing.url) as browser,
    ):
        account = server.account("learner", 1)
        browser.goto(server.url)
        browser.fill("Virksomhet", "fjordvik")
        browser.fill("Ansattnummer", account["employee_number"])
        browser.fill("PIN", account["pin"])
        browser.tap("Logg inn")
        browser.until("document.querySelector('nav.tabs') && navigator.serviceWorker.controller")
        browser.goto(f"{server.url}/meg")
        browser.tap("Slå på varsler")
        browser.reads("Varsler virker")
        browser.tap("Send en prøve til meg")
        browser.reads("Prøven er vist. Varsler virker.")
        (push,) = pushing.service.posted
        assert pushing.service.claims(push)["aud"] == pushing.service.origin
        shown = browser.run(
            """const registration = await navigator.serviceWorker.ready
            return (await registration.getNotifications()).map(({title, body, tag}) => ({title, body, tag}))"""
        )
        assert shown == [
            {
                "title": "Varsler virker",
                "body": "Dette er prøven du ba om. Slik ser et dytt fra Løype ut.",
                "tag": push.headers["topic"],
            }
        ]
        browser.tap("Slå av på denne enheten")
        browser.reads("Varsler er av på denne enheten")
        assert browser.run("return (await (await fetch('/api/v1/push/subscriptions')).json()).total") == 0
