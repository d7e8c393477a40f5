"""One server with the demo organisation and one browser for all browser tests of a worker."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright

from tests.e2e.browser import DESKTOP, PATIENCE, PHONE, launched
from tests.e2e.learner import Learner
from tests.e2e.studio import call
from tests.served import Served, served

expect.set_options(timeout=PATIENCE)

RACING = ("Solbakken sykehjem", "Skagen sykehjem")
"""The departments of the demo that race in the derby."""

# The stopwatch of the player runs fast, so that who taps at once is taken for somebody who has read.
READER = "{ const real = performance.now.bind(performance); performance.now = () => real() * 1000 }"


@pytest.fixture(scope="session")
def server() -> Iterator[Served]:
    with served() as found:
        yield found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    found = launched(playwright)
    yield found
    found.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone with nothing on it."""
    context = chromium.new_context(viewport=PHONE, device_scale_factor=2, has_touch=True, locale="nb-NO")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(READER)
    yield context
    context.close()


@pytest.fixture
def learner(server: Served, phone: BrowserContext) -> Learner:
    return Learner(server, phone.new_page())


@pytest.fixture
def editor(server: Served, chromium: Browser) -> Iterator[Learner]:
    """An editor at a desk."""
    context = chromium.new_context(viewport=DESKTOP, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    made = Learner(server, context.new_page())
    made.sign_in(server.account("editor"))
    yield made
    context.close()


@pytest.fixture
def race(editor: Learner) -> Iterator[dict[str, Any]]:
    """A derby between two departments of the demo from this week on; called off when the test is done."""
    departments = {each["name"]: each["id"] for each in editor.api("/api/v1/competitions/choices")["departments"]}
    week = editor.api("/api/v1/boards/departments")["period"]["week"]["starts_on"]
    teams = [{"departments": [departments[name]]} for name in RACING]
    plan = {"name": "Derby", "rule": "participation", "first_week": week, "weeks": 2, "prize": "Kake", "teams": teams}
    made = call(editor, "PUT", f"/competitions/{uuid4()}", plan)
    yield made
    call(editor, "POST", f"/competitions/{made['id']}/cancel", None)
