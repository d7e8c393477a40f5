"""One server with the demo organisation and one browser for all browser tests of a worker."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.e2e.browser import PHONE, browser
from tests.e2e.learner import Learner
from tests.served import Served, served


@pytest.fixture(scope="session")
def server() -> Iterator[Served]:
    with served() as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with browser() as found:
        yield found


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone with nothing on it."""
    context = chromium.new_context(viewport=PHONE, device_scale_factor=2, has_touch=True, locale="nb-NO")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def learner(server: Served, phone: BrowserContext) -> Learner:
    return Learner(server, phone.new_page())
