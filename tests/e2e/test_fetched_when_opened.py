"""The studio is no part of what every device keeps: it is fetched when somebody opens it, and kept from then on."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.learner import Learner
from tests.e2e.test_screens import settled
from tests.served import Served

pytestmark = pytest.mark.browser
FEATURES = 20

KEPT = """async () => {
  const stores = await Promise.all((await caches.keys()).map(name => caches.open(name)))
  const requests = (await Promise.all(stores.map(store => store.keys()))).flat()
  return requests.map(({url}) => new URL(url).pathname)
}"""
OPENED = f"async () => (await ({KEPT})()).some(path => path.startsWith('/assets/studio-') && path.endsWith('.js'))"


def of_the_studio(learner: Learner) -> list[str]:
    kept = learner.page.evaluate(KEPT)
    assert "/index.html" in kept
    return [each for each in kept if each.startswith(("/assets/studio-", "/assets/Editor-"))]


def test_a_learner_keeps_nothing_of_the_studio(server: Served, learner: Learner) -> None:
    learner.sign_in(server.newcomer())
    learner.stored_for_offline()
    assert of_the_studio(learner) == []
    scripts = [each for each in learner.page.evaluate(KEPT) if each.endswith(".js")]
    assert 10 < len(scripts) <= FEATURES, "one file a feature"


def test_an_editor_keeps_what_they_opened(server: Served, learner: Learner, phone: BrowserContext) -> None:
    page = learner.page
    learner.sign_in(server.newcomer("editor"))
    learner.stored_for_offline()
    assert of_the_studio(learner) == []
    page.goto(f"{server.url}/studio")
    settled(page)
    learner.until(OPENED)
    phone.set_offline(True)
    page.reload()
    expect(page.get_by_text("Studio trenger nett")).to_be_visible()
