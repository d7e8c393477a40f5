"""*Fortsett* on *I dag*: in every state one button, one reason, and a place that exists, also without network."""

from re import compile
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.learner import Learner
from tests.e2e.studio import make_run, open_now
from tests.e2e.test_screens import faults, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser


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


def changed(name: str, day: Any) -> Any:
    """The day as it would be told in that state."""
    old = {"opened_at": "2020-01-06T05:00:00Z", "closes_at": "2020-01-13T05:00:00Z"}
    quest = day["quests"][0]
    done = {**quest, "activities": [], "progress": {"done": 5, "total": 5}}
    exam = {"pass": 0.8, "attempts_a_day": 1, "attempts_left": 0, "next_at": "2099-01-01T00:00:00Z"}
    used = {**quest, "activities": [{**each, "exam": exam} for each in quest["activities"]]}
    test = {"run": quest["run"], "kind": "after", "path": "Løypa", "cards": 3, "minutes": 1}
    bare = {"quest": None, "quests": [], "catch_up": [], "tests": [], "coming": None}
    part = {
        "overdue": {"quests": [{**quest, "deadline_at": "2020-01-13T05:00:00Z"}]},
        "review": {"quests": [done], "review": {**day["review"], "due": 9}},
        "behind": {"catch_up": [{**quest, **old}]},
        "before": {"quests": [quest], "tests": [{**test, "kind": "before"}]},
        "after": {"quests": [done], "tests": [test]},
        "waits": {"quests": [used]},
        "all done": {"quests": [done]},
        "nothing": {},
    }[name]
    return {**day, **bare, **part}


@pytest.mark.parametrize(
    ("name", "reason", "what", "to"),
    [
        ("overdue", "Fristen var", "Fortsett · post 1", "/spill/"),
        ("review", "Dette er du i ferd med å glemme", "Fortsett · repeter 6 spørsmål", "/repetisjon"),
        ("behind", "Står igjen fra uke", "Fortsett · post 1", "/spill/"),
        ("before", "Det du kan fra før, kan du hoppe over", "Fortsett · vis hva du kan fra før", "/test/"),
        ("after", "Se hva som er annerledes nå", "Fortsett · se hva du har lært", "/test/"),
        ("waits", "Det som står igjen, kan ikke tas akkurat nå", "Se hele løypa", "/loype"),
        ("all done", "Alt som er åpent, er gjort", "Se hele løypa", "/loype"),
        ("nothing", "Her er det du kan velge fritt", "Velg noe selv", "/loype/utforsk"),
    ],
)
def test_in_each_state_one_button_and_one_reason(
    server: Served, chromium: Any, name: str, reason: str, what: str, to: str
) -> None:
    context = chromium.new_context(locale="nb-NO", service_workers="block", reduced_motion="reduce")
    context.route("**/api/v1/review", lambda route: route.abort())
    learner = Learner(server, context.new_page())
    learner.sign_in(server.newcomer())
    day = learner.api("/api/v1/today")
    context.route("**/api/v1/today", lambda route: route.fulfill(json=changed(name, day)))
    learner.page.goto(server.url)
    page = learner.page
    expect(page.locator(".dock .why")).to_contain_text(reason)
    expect(onward(page)).to_have_text(what)
    expect(onward(page)).to_have_attribute("href", compile(f"^{to}"))
    assert faults(page) == []
    context.close()
