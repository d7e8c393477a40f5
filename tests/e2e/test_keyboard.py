"""The keyboard alone: every screen is read from its heading, and Tab comes to everything on it in order."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.learner import Learner
from tests.e2e.test_screens import DESKS, SCREENS, settled
from tests.served import Served

pytestmark = pytest.mark.browser

REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter(each => !each.disabled && each.checkVisibility())
  .map((each, place) => {
    const group = each.type === 'radio' ? [...document.querySelectorAll(`input[name="${each.name}"]`)] : []
    each.dataset.place = place
    const stop = !group.length || each === (group.find(one => one.checked) ?? group[0])
    return {place, stop, name: each.outerHTML.slice(0, 120)}
  })"""
"""All that can be acted on, in the order it stands; of a radio group one is a stop."""

FOCUSED = """() => {
  const here = document.activeElement
  if (!here || here === document.body) return null
  const {left, top, width, height} = here.getBoundingClientRect()
  const seen = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20))
  const marked = [here, here.closest('label')].some(each => each && getComputedStyle(each).outlineStyle !== 'none')
  const shown = seen !== null && (here.contains(seen) || seen.contains(here))
  return {place: Number(here.dataset.place), marked, shown, name: here.outerHTML.slice(0, 120)}
}"""
"""What has the focus, whether that shows, and whether anything lies over it."""

FOLLOW = """to => {
  const link = Object.assign(document.createElement('a'), {href: to})
  document.body.append(link)
  link.click()
  link.remove()
}"""


@pytest.mark.parametrize(
    ("viewport", "addresses"),
    [(PHONE, list(SCREENS.values())), (DESKTOP, [SCREENS["today"], *DESKS.values()])],
    ids=["phone", "desk"],
)
def test_every_screen_is_walked_through_by_keyboard(
    server: Served, chromium: Browser, viewport: dict[str, int], addresses: list[str]
) -> None:
    context = chromium.new_context(viewport=viewport, reduced_motion="reduce", locale="nb-NO")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    learner = Learner(server, context.new_page())
    learner.sign_in(server.newcomer("admin"))
    expect(learner.page.locator("h1")).to_be_focused()
    first, *others = addresses
    for address in (*others, first):
        _go_by_link(learner.page, address)
        _walk(learner.page, address)
    context.close()


def _go_by_link(page: Page, address: str) -> None:
    """As a link in the app leads there; the heading is then what is read, and where Tab goes on from."""
    page.evaluate(FOLLOW, address)
    settled(page)
    expect(page.locator("h1")).to_be_focused()


def _walk(page: Page, address: str) -> None:
    page.reload()
    settled(page)
    page.wait_for_load_state("networkidle")
    wanted = page.evaluate(REACHABLE)
    stops: list[int] = []
    for _ in range(2 * len(wanted) + 9):  # a date has several stops within one field
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is not None and stops[-1:] == [here["place"]]:
            continue
        if here is None or here["place"] in stops:
            break
        assert here["marked"], (address, here)
        assert here["shown"], (address, here)
        stops.append(here["place"])
    assert stops == sorted(stops), address
    assert [each["name"] for each in wanted if each["stop"] and each["place"] not in stops] == [], address
