"""The pages on accessibility and privacy in a browser: reached from sign-in and from Meg, past the service worker."""

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.browser import PHONE
from tests.e2e.learner import Learner
from tests.e2e.test_screens import faults
from tests.served import Served

pytestmark = pytest.mark.browser
NARROW = {"width": 320, "height": 640}


def test_from_sign_in_and_from_meg_with_the_app_installed(server: Served, learner: Learner) -> None:
    page = learner.page
    page.goto(server.url)
    page.get_by_role("link", name="Personvern").click()
    expect(page.get_by_role("heading", level=1, name="Personvern i Løype")).to_be_visible()
    page.get_by_role("link", name="Nynorsk").click()
    expect(page.get_by_role("heading", level=2, name="Kven som ser kva")).to_be_visible()
    page.get_by_role("link", name="Til Løype").click()
    learner.sign_in(server.account("learner", 3))
    learner.stored_for_offline()
    page.get_by_role("link", name="Meg").click()
    page.get_by_role("link", name="Tilgjengelighet").click()
    expect(page.get_by_role("heading", level=1, name="Tilgjengelighet i Løype")).to_be_visible()


@pytest.mark.parametrize("address", ["/personvern", "/tilgjengelighet"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_phone(server: Served, chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport=PHONE, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    try:
        page.goto(server.url + address)
        # The page's own policy lets nothing be evaluated in it but what comes from outside, as this does.
        assert faults(page) == []
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        sizes = page.locator("nav a, footer a").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 48
    finally:
        context.close()
