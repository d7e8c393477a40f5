"""A competition whose teams people pick: made by an editor at a desk, joined and left on a phone by keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import PHONE
from tests.e2e.learner import Learner
from tests.e2e.studio import call
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser


def made(editor: Learner) -> str:
    """Made in the form for everybody at Solbakken, from this week on; its id."""
    page = editor.page
    page.goto(f"{editor.server.url}/lag/ny")
    page.get_by_label("Hva heter konkurransen?").fill("Fargeløpet")
    page.get_by_label("Første uke").select_option(index=0)
    page.get_by_label("Lag folk velger selv", exact=False).check()
    page.get_by_role("button", name="Lag konkurransen").click()
    expect(page.get_by_text("Gi hvert lag sitt eget navn.")).to_be_visible()
    page.get_by_label("Navnet på lag 1").fill("Rødt")
    page.get_by_label("Navnet på lag 2").fill("Blått")
    choice = page.get_by_label("Hvem kan velge?")
    choice.select_option(label=choice.locator("option", has_text="Solbakken").first.inner_text())
    assert faults(page) == []
    page.get_by_role("button", name="Lag konkurransen").click()
    expect(page.get_by_role("heading", level=1, name="Fargeløpet")).to_be_visible()
    return page.url.rsplit("/", 1)[-1]


def test_a_team_is_picked_across_departments_and_left_again(server: Served, editor: Learner, learner: Learner) -> None:
    id = made(editor)
    expect(editor.page.get_by_role("heading", name="Velg lag")).to_have_count(0)  # an editor works elsewhere
    learner.sign_in(server.newcomer())
    learner.stored_for_offline()
    page = learner.page
    page.get_by_role("link", name="Lag", exact=True).click()
    way = page.get_by_role("link", name="Fargeløpet")
    expect(way).to_contain_text("Velg lag")
    tab_to(page, way)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Velg lag")).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.context.set_offline(True)
    page.get_by_role("button", name="Trekk lag for meg").click()
    expect(page.get_by_role("alert")).to_contain_text("Det trenger nett")
    page.context.set_offline(False)

    tab_to(page, page.get_by_role("button", name="Blått"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Du er på Blått.")).to_be_focused()
    assert call(learner, "PUT", f"/competitions/{id}/team", {"team": None})["joining"]["teams"][1]["members"] == 1
    assert faults(page) == []
    tab_to(page, page.get_by_role("button", name="Gå ut av laget"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Ja, gå ut"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_role("heading", name="Du er på Blått.")).to_have_count(0)
    settled(page)
    expect(page.get_by_role("button", name="Trekk lag for meg")).to_have_count(0)  # it runs: nobody changes over
    call(editor, "POST", f"/competitions/{id}/cancel", None)
