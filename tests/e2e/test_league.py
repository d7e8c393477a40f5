"""The league in the hand: joined and left on Meg, seen on Lag, offline and by keyboard, and none where it is off."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.learner import Learner
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served, command

pytestmark = pytest.mark.browser

SWITCH, VOLUNTARY = "Bli med i ligaen", "Frivillig. Se hvordan den virker."


def switched(server: Served, page: Page, *, on: bool) -> None:
    """Turn the switch on Meg by keyboard, and come to Lag."""
    page.goto(f"{server.url}/meg")
    settled(page)
    box = page.get_by_role("checkbox", name=SWITCH)
    expect(box).to_be_checked(checked=not on)
    tab_to(page, box)
    page.keyboard.press("Space")
    expect(box).to_be_checked(checked=on)
    page.get_by_role("link", name="Lag", exact=True).click()


def test_one_sees_those_around_leaves_and_comes_back(server: Served, learner: Learner) -> None:
    learner.sign_in(server.account("learner", 3))
    learner.stored_for_offline()
    page = learner.page
    page.get_by_role("link", name="Lag", exact=True).click()
    way = page.get_by_role("link", name="Ligaen")
    expect(way).to_contain_text("plass")
    tab_to(page, way)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Du er ")
    expect(page.get_by_role("img", name=re.compile(r"nivå \d av 5"))).to_be_visible()
    rows = page.locator("ol.league > li")
    expect(rows.locator("strong", has_text="Du")).to_have_count(1)
    assert 1 < rows.count() <= 8
    how = page.get_by_text("Slik regnes det ut")
    tab_to(page, page.locator("summary", has=how))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Like resultater deler den beste plassen", exact=False)).to_be_visible()
    assert faults(page) == []

    seen = rows.all_inner_texts()
    page.context.set_offline(True)
    page.reload()
    expect(rows).to_have_count(len(seen))
    assert rows.all_inner_texts() == seen
    page.context.set_offline(False)

    switched(server, page, on=False)
    expect(way).to_contain_text(VOLUNTARY)
    way.click()
    expect(page.get_by_role("heading", name="Ligaen er frivillig")).to_be_visible()
    assert learner.api("/api/v1/boards/league")["rows"] == []
    switched(server, page, on=True)
    expect(way).to_contain_text("plass")


def test_who_joins_is_told_from_when_and_nobody_is_asked_where_there_is_none(server: Served, learner: Learner) -> None:
    learner.sign_in(server.newcomer())
    page = learner.page
    page.get_by_role("link", name="Lag", exact=True).click()
    way = page.get_by_role("link", name="Ligaen")
    expect(way).to_contain_text(VOLUNTARY)
    switched(server, page, on=True)
    expect(way).to_contain_text("Du er med fra tirsdag")
    way.click()
    expect(page.get_by_role("heading", name="Du er med", exact=True)).to_be_visible()
    assert faults(page) == []
    try:
        command("org", server.environment, "leagues", "fjordvik", "off")
        page.goto(f"{server.url}/lag/liga")
        expect(page.get_by_role("heading", name="Her er det ingen liga")).to_be_visible()
        page.goto(f"{server.url}/meg")
        settled(page)
        expect(page.get_by_role("checkbox", name="Stå på listene over personer")).to_be_checked()
        expect(page.get_by_role("checkbox", name=SWITCH)).to_have_count(0)
    finally:
        command("org", server.environment, "leagues", "fjordvik", "on")
