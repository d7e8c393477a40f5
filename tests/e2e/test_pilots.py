"""A post is tried out: on I dag of those who are meant, played without a network, told of at the desk."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.e2e.browser import PATIENCE, PHONE
from tests.e2e.learner import KEPT, Learner
from tests.e2e.studio import call
from tests.e2e.test_screens import faults, settled
from tests.served import Served, wait_until

pytestmark = pytest.mark.browser

QUESTION = {"prompt": {"nb": "Hva var uklart?", "nn": "Kva var uklart?", "en": "What was unclear?"}, "asks": "text"}
WORDS = "Bildet var for mørkt."


@pytest.fixture
def tester(server: Served) -> dict[str, str]:
    """Somebody new in a department of their own."""
    return server.newcomer(place="Prøver nytt")


@pytest.fixture
def pilot(editor: Learner, tester: dict[str, str]) -> Iterator[dict[str, Any]]:
    """A post of the demo given to that department before all others; ended when the test is done."""
    module = editor.api("/api/v1/studio/modules?q=Hansker")["items"][0]
    revision = editor.api(f"/api/v1/studio/modules/{module['id']}")["revision"]
    audience = {"everyone": False, "departments": [tester["department"]], "roles": []}
    given = {"module": module["id"], "revision": revision, "audience": audience, "questions": [QUESTION]}
    made = call(editor, "PUT", f"/studio/pilots/{uuid4()}", given)
    yield made
    call(editor, "POST", f"/studio/pilots/{made['id']}/end", None)


def test_it_stands_on_i_dag_and_is_played_without_a_network(
    server: Served, learner: Learner, editor: Learner, phone: BrowserContext, tester: dict[str, str], pilot: Any
) -> None:
    learner.sign_in(tester)
    page = learner.page
    row = page.get_by_role("listitem").filter(has_text=f"Prøv ut: {pilot['title']}")
    expect(row.get_by_text("Utprøving", exact=True)).to_be_visible()
    expect(row.get_by_text("Du får den før alle andre.")).to_be_visible()
    assert faults(page) == []
    assert editor.api(f"/api/v1/studio/pilots/{pilot['id']}")["begun"] == 0  # having it is not choosing it
    learner.until("() => navigator.serviceWorker.controller !== null")
    learner.until(KEPT, [pilot["version"]])
    document = learner.api(f"/api/v1/modules/{pilot['version']}/nb")
    page.goto(f"{server.url}/loype")  # what is kept of the path does not push out what is tried
    settled(page)
    learner.until(KEPT, [pilot["version"]])
    page.goto(server.url)
    phone.set_offline(True)
    row.get_by_role("link").click()
    expect(page.locator("#play-prompt")).to_be_visible()
    learner.play({**document, "cards": document["cards"][:-1]}, stop_after=len(document["cards"]) - 1)
    page.locator("textarea").fill(WORDS)
    page.locator(".play-dock .btn.p").click()
    expect(page.locator("#play-end")).to_be_visible()
    page.get_by_role("button", name="Nyttig", exact=True).click()
    page.get_by_role("button", name="Skriv en kommentar").click()
    page.get_by_label("Kommentaren din").fill("Nyttig før ferien.")
    page.get_by_role("button", name="Send kommentaren").click()
    page.get_by_role("button", name="Ferdig for nå").click()
    expect(row.get_by_text("Takk for at du prøvde den ut")).to_be_visible()
    phone.set_offline(False)
    learner.until(
        "() => fetch('/api/v1/today', {cache: 'no-store'}).then(a => a.json()).then(a => a.pilots.length === 0)"
    )
    page.goto(server.url)
    expect(row.get_by_text("Stemplet")).to_be_visible()
    tried = f"/api/v1/studio/pilots/{pilot['id']}"
    wait_until(lambda: editor.api(tried)["comments"], "the comment never left the device")

    desk = editor.page
    desk.goto(f"{server.url}/studio/utproving/{pilot['module']}")
    card = desk.get_by_role("article", name=pilot["title"]).first
    expect(card.get_by_text("1 har begynt, 1 er ferdige")).to_be_visible()
    expect(card.get_by_text("Svarene vises når minst 5 er ferdige")).to_be_visible()
    comment = card.get_by_role("listitem").filter(has_text="Nyttig før ferien.")
    expect(comment).to_be_visible()
    expect(card.get_by_text(WORDS)).to_have_count(0)  # one of fewer than five
    assert faults(desk) == []


@pytest.mark.parametrize("viewport", [{**PHONE, "width": 320}, PHONE], ids=["narrow", "phone"])
def test_nobody_else_sees_it_and_the_row_holds_large_text(
    server: Served, chromium: Browser, tester: dict[str, str], pilot: Any, viewport: dict[str, int]
) -> None:
    for account, seen in ((tester, 1), (server.newcomer(place="Prøver ikke"), 0)):
        context = chromium.new_context(
            viewport=viewport,  # type: ignore[arg-type]
            locale="nb-NO",
            color_scheme="dark",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        somebody = Learner(server, context.new_page())
        somebody.sign_in(account)
        page = somebody.page
        settled(page)
        expect(page.get_by_text("Prøv ut:", exact=False)).to_have_count(seen)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        context.close()
