"""*Fortsett* on *I dag*: in every state one button, one reason, and a place that exists, also without network."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.learner import Learner
from tests.e2e.studio import make_run, open_now
from tests.e2e.test_screens import faults, tab_to
from tests.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def onward(page: Page) -> Any:
    return page.locator(".dock a.btn")


def says(page: Page, reason: str, what: str | None = None) -> None:
    """The line above the button, and what stands on it; the button is described by the line."""
    expect(page.locator(".dock .why")).to_contain_text(reason)
    expect(onward(page)).to_contain_text(f"Fortsett · {what}" if what else "")
    expect(onward(page)).to_have_accessible_description(page.locator(".dock .why").inner_text())


def test_this_week_then_what_is_begun_also_without_network(server: Served, learner: Learner) -> None:
    learner.sign_in(server.newcomer())
    page = learner.page
    says(page, "Ukas etappe, åpen til", "post 1")
    assert faults(page) == []
    learner.stored_for_offline()
    page.context.set_offline(True)
    page.goto(server.url)
    says(page, "Ukas etappe", "post 1")
    tab_to(page, onward(page))
    page.keyboard.press("Enter")
    expect(page.locator("#play-prompt")).to_be_visible()
    second = list(learner.kept.values())[1]
    page.goto(f"{server.url}/spill/{second['quest']}/{second['activity']}")
    learner.play(second, stop_after=1)
    page.goto(server.url)
    says(page, "Du er midt i denne", "post 2")
    onward(page).click()
    expect(page).to_have_url(f"{server.url}/spill/{second['quest']}/{second['activity']}")
    learner.play(second)
    page.goto(server.url)
    says(page, "Ukas etappe", "post 1")


def test_a_deadline_that_is_near_goes_first(server: Served, learner: Learner, chromium: Any) -> None:
    account = server.newcomer(place="Fristen")
    editor = Learner(server, chromium.new_context(locale="nb-NO").new_page())
    editor.sign_in(server.account("editor"))
    plan = {"anchor": "enrolment", "enrolling": "audience", "mandatory": True, "deadline_days": 2}
    made = make_run(editor, account["department"], **plan)
    open_now(server)
    learner.sign_in(account)
    page = learner.page
    says(page, "Frist ", "post 1")
    found = learner.api("/api/v1/today")["next"]
    assert (found["reason"], found["run"]) == ("due", made["id"])
    onward(page).click()
    expect(page).to_have_url(f"{server.url}/spill/{found['quest']}/{found['activity']}")
    editor.page.context.close()
