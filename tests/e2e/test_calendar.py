"""The season's calendar: a stage is dragged, or moved by keyboard alone; on a phone it is a list of weeks."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.learner import Learner
from tests.e2e.studio import call, make_run, next_monday
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served, wait_until

pytestmark = pytest.mark.browser


@pytest.fixture
def run(server: Served, editor: Learner) -> Iterator[dict[str, Any]]:
    """A run of three weeks, in two weeks from now, for a department of its own; gone when the test is done."""
    place = server.newcomer(place="Kalenderprøven")["department"]
    made = make_run(editor, place, anchor="calendar", enrolling="audience")
    yield made
    call(editor, "POST", f"/studio/runs/{made['id']}/cancel", None)


def week_after(weeks: int) -> date:
    return next_monday() + timedelta(weeks=weeks)


def opens(editor: Learner, run: dict[str, Any]) -> list[str]:
    """The days on which its stages open."""
    items = editor.api(f"/api/v1/studio/calendar?first={next_monday()}&weeks=26")["items"]
    row = next(each for each in items if each["run"]["id"] == run["id"])
    return [cell["opens"][:10] for cell in row["cells"]]


def block(page: Page, run: dict[str, Any], number: int) -> Locator:
    return page.locator(f"button[data-run='{run['id']}']").filter(has_text=re.compile(rf"^{number}\."))


def cell(page: Page, run: dict[str, Any], week: date) -> Locator:
    return page.locator(f"td[data-row='{run['id']}'][data-week='{week.isoformat()}']")


def days(*weeks: int) -> list[str]:
    return [week_after(each).isoformat() for each in weeks]


def test_a_stage_is_dragged_looked_at_and_moved(server: Served, editor: Learner, run: dict[str, Any]) -> None:
    page = editor.page
    page.goto(f"{server.url}/studio/kalender")
    settled(page)
    first = block(page, run, 1)
    first.scroll_into_view_if_needed()
    first.hover()
    page.mouse.down()
    target = cell(page, run, week_after(2))

    def aimed() -> bool:
        spot = target.bounding_box()
        assert spot is not None
        page.mouse.move(spot["x"] + 8, spot["y"] + 8, steps=6)
        return target.get_attribute("class") == "aimed"

    wait_until(aimed, "nothing is being dragged")
    page.mouse.up()
    dialog = page.get_by_role("dialog", name="Dette skjer")
    expect(dialog.get_by_text("Etappe 1,", exact=False)).to_be_visible()
    expect(dialog.get_by_text("Etappe 3,", exact=False)).to_be_visible()  # pushed on, as is the second
    assert opens(editor, run) == days(0, 1, 2)  # nothing is done yet
    assert faults(page) == []
    dialog.get_by_role("button", name="Gjør det").click()
    expect(page.get_by_text("Kalenderen er endret.")).to_be_visible()
    expect(dialog).to_have_count(0)
    assert opens(editor, run) == days(2, 3, 4)


def test_the_same_by_keyboard_alone_is_told_as_it_goes(server: Served, editor: Learner, run: dict[str, Any]) -> None:
    page = editor.page
    page.goto(f"{server.url}/studio/kalender")
    settled(page)
    last = block(page, run, 3)
    last.focus()
    page.keyboard.press("ArrowLeft")
    expect(block(page, run, 2)).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(last).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status").filter(has_text="er valgt")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    week = week_after(4).isocalendar().week
    expect(page.get_by_role("status").filter(has_text=f"Etappe 3 til uke {week}")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(last).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Dette skjer")
    confirm = dialog.get_by_role("button", name="Gjør det")
    expect(confirm).to_be_visible()
    tab_to(page, confirm)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kalenderen er endret.")).to_be_visible()
    expect(block(page, run, 3)).to_be_focused()
    assert opens(editor, run) == days(0, 1, 3)


def test_a_week_is_paused_and_a_stage_left_out_and_put_in(server: Served, editor: Learner, run: dict[str, Any]) -> None:
    page = editor.page
    page.goto(f"{server.url}/studio/kalender")
    settled(page)
    row = page.get_by_role("row").filter(has_text="Kalenderprøven")
    row.get_by_role("button", name="Pauser og flere etapper").click()
    page.get_by_label("Pause i uke").select_option(week_after(1).isoformat())
    page.get_by_role("button", name="Legg inn pause").click()
    page.get_by_role("button", name="Gjør det").click()
    expect(cell(page, run, week_after(1)).get_by_text("pause")).to_be_visible()
    assert opens(editor, run) == days(0, 2, 3)
    block(page, run, 2).click()
    page.get_by_role("button", name="Ta etappen ut").click()
    page.get_by_role("button", name="Gjør det").click()
    expect(block(page, run, 2)).to_have_count(0)
    row.get_by_role("button", name="Pauser og flere etapper").click()
    page.get_by_label("Sett inn i uke").select_option(week_after(5).isoformat())
    page.get_by_role("button", name="Sett inn etappe 2").click()
    page.get_by_role("button", name="Gjør det").click()
    expect(block(page, run, 2)).to_be_visible()
    assert opens(editor, run) == days(0, 3, 5)


def test_on_a_phone_it_is_a_list_and_a_week_is_chosen(
    server: Served, chromium: Browser, editor: Learner, run: dict[str, Any]
) -> None:
    context = chromium.new_context(viewport=PHONE, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    maker = Learner(server, context.new_page())
    maker.sign_in(server.account("editor"))
    page = maker.page
    page.goto(f"{server.url}/studio/kalender")
    settled(page)
    assert faults(page) == []
    line = page.get_by_role("listitem").filter(has_text="Kalenderprøven").filter(has=page.get_by_role("button"))
    line.last.get_by_role("button").last.click()
    page.get_by_label("Flytt til uke").select_option(week_after(4).isoformat())
    page.get_by_role("button", name="Se hva som skjer").first.click()
    expect(page.get_by_role("button", name="Gjør det")).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="Gjør det").click()
    expect(page.get_by_text("Kalenderen er endret.")).to_be_visible()
    assert opens(editor, run) == days(0, 1, 4)
    context.close()


def test_a_conflict_is_solved_by_its_button(server: Served, editor: Learner) -> None:
    place = server.newcomer(place="Travel avdeling")["department"]
    terms = {"anchor": "calendar", "enrolling": "audience", "mandatory": True}
    # Before any other test's run: the first conflicts alone are given a way out.
    runs = [make_run(editor, place, starts_on=week_after(each).isoformat(), **terms) for each in (-2, -1)]
    page = editor.page
    page.goto(f"{server.url}/studio/kalender")
    settled(page)
    conflict = page.get_by_role("listitem").filter(has_text="kort å huske for Travel avdeling")
    solvable = conflict.filter(has=page.get_by_role("button"))
    expect(solvable.first).to_be_visible()
    before = conflict.count()
    solvable.first.get_by_role("button").click()
    page.get_by_role("button", name="Gjør det").click()
    expect(page.get_by_text("Kalenderen er endret.")).to_be_visible()
    expect(conflict).not_to_have_count(before)
    for run in runs:
        call(editor, "POST", f"/studio/runs/{run['id']}/cancel", None)


@pytest.mark.parametrize("viewport", [DESKTOP, {**PHONE, "width": 320}], ids=["desk", "narrow"])
def test_the_day_of_a_person_is_foreseen_by_who_may_see_them(
    server: Served, chromium: Browser, editor: Learner, viewport: Any
) -> None:
    newcomer = server.newcomer(place="Forutsett")
    page = editor.page
    page.goto(f"{server.url}/studio/kalender/forhandsvis")
    expect(page.get_by_role("heading", name="Åpent den dagen")).to_be_visible()
    expect(page.get_by_text("En bestemt person")).to_have_count(0)  # making content is no leave to look people up
    context = chromium.new_context(viewport=viewport, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    admin = Learner(server, context.new_page())
    admin.sign_in(server.account("admin"))
    page = admin.page
    page.goto(f"{server.url}/studio/kalender/forhandsvis")
    tab_to(page, page.get_by_label("En som jobber i en avdeling"))
    page.keyboard.press("ArrowDown")
    page.get_by_label("Navn eller ansattnummer").fill(newcomer["employee_number"])
    page.keyboard.press("Enter")
    found = page.get_by_role("button", name=newcomer["name"])
    expect(found).to_be_visible()
    assert faults(page) == []
    tab_to(page, found)
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{newcomer['name']}: Forutsett")).to_be_visible()
    expect(page.get_by_role("heading", name="Åpent den dagen")).to_be_visible()
    for size in ("", "200%"):
        page.evaluate("size => document.documentElement.style.setProperty('font-size', size)", size)
        assert faults(page) == [], size
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], size
    context.close()
