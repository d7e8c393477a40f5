"""A board that stands still before the end and is revealed after it, and somebody who counts and is nowhere named."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from app.core import clock
from leaderboards.competitions.queries import open_ones
from tests.e2e.test_competitions import OURS, SOON, THEIRS, another, sums
from tests.served import Served, after_sunday, served, wait_until, working

pytestmark = pytest.mark.browser

LAST_DAY, DECIDED = after_sunday(7, 12), after_sunday(9, 13)
ALIAS = "Hemmelig hare"


def frozen(server: Served) -> bool:
    """Whether the worker has kept the boards as they stood."""
    with server.inside() as organisation_id:
        until = clock.now().date() + timedelta(days=1)
        return all(each.frozen for each in open_ones(organisation_id, until) if each.name == "Derby")


def derby(server: Served) -> str:
    """One of this week, which ends tonight; its id."""
    headers, _ = server.signed_in(server.account("editor"))
    choices = server.get("/api/v1/competitions/choices", headers).json()
    departments = {each["name"]: each["id"] for each in choices["departments"]}
    week = server.get("/api/v1/boards/departments", headers).json()["period"]["week"]["starts_on"]
    teams = [{"departments": [departments[name]]} for name in (OURS, THEIRS)]
    plan = {"name": "Derby", "rule": "participation", "first_week": week, "weeks": 1, "teams": teams}
    id = str(uuid4())
    httpx.put(f"{server.url}/api/v1/competitions/{id}", headers=headers, json=plan).raise_for_status()
    return id


def texts(page: Page) -> str:
    return page.locator("body").inner_text()


def test_the_board_stands_still_until_the_result_is_in(chromium: Browser) -> None:
    with served(clock_offset_seconds=LAST_DAY) as server:
        headers, _ = server.signed_in(server.account("learner", 1))
        with working(server):
            wait_until(lambda: server.get("/api/v1/today", headers).json()["quest"], "nothing opened")
        id = derby(server)
        with another(server, chromium, OURS) as ours, another(server, chromium, THEIRS) as theirs:
            with working(server):
                wait_until(lambda: frozen(server), "it did not freeze")
            before: dict[Page, Any] = {}
            for each in (ours, theirs):
                each.stored_for_offline()
                each.page.goto(f"{server.url}/lag/{id}")
                expect(each.page.get_by_text("Tavla står", exact=True)).to_be_visible()
                each.page.get_by_text("Slik regnes det ut").click()
                before[each.page] = sums(each.page).inner_text()
            mine = [server.signed_in(server.newcomer(place=OURS))[0]]
            set_alias = {"alias": ALIAS, "on_boards": False}
            httpx.patch(f"{server.url}/api/v1/me", headers=mine[0], json=set_alias).raise_for_status()
            ours.page.goto(f"{server.url}/")
            ours.play_next()
            ours.page.goto(f"{server.url}/lag/{id}")
            ours.page.get_by_text("Slik regnes det ut").click()
            expect(ours.page.get_by_text("Du har 1 av", exact=False)).to_be_visible()
            assert sums(ours.page).inner_text() == before[ours.page]
            with theirs.page.expect_response(lambda answer: f"competition={id}" in answer.url, timeout=SOON):
                pass
            assert sums(theirs.page).inner_text() == before[theirs.page]
            with working(server, DECIDED):
                for page in before:
                    expect(page.get_by_text("Avgjort", exact=True)).to_be_visible(timeout=90_000)
            expect(sums(ours.page)).not_to_have_text(before[ours.page], timeout=SOON)
            expect(ours.page.get_by_role("heading", name="Oppsummering")).to_be_visible()


def test_somebody_hidden_counts_and_is_nowhere_named(server: Served, chromium: Browser) -> None:
    with another(server, chromium, OURS) as hidden, another(server, chromium, OURS) as mate:
        headers, _ = server.signed_in(server.account("learner"))
        page = hidden.page
        page.goto(f"{server.url}/meg")
        name = page.get_by_role("heading", level=1).inner_text()
        page.evaluate(
            """async given => {
                const { csrf_token } = await (await fetch('/api/v1/me')).json()
                const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token }
                await fetch('/api/v1/me', { method: 'PATCH', headers, body: JSON.stringify(given) })
            }""",
            {"alias": ALIAS, "on_boards": False},
        )
        page.goto(f"{server.url}/")
        hidden.stored_for_offline()
        mate.page.goto(f"{server.url}/lag")
        mate.page.get_by_text("Slik regnes det ut").click()
        before = sums(mate.page).inner_text()
        hidden.play_next()
        expect(sums(mate.page)).not_to_have_text(before, timeout=SOON)
        people = server.get("/api/v1/boards/people", headers).text
        for word in (ALIAS, name):
            assert word not in texts(mate.page)
            assert word not in people
        page.goto(f"{server.url}/lag")
        expect(page.get_by_text("Du står ikke på listen over personer.", exact=False)).to_be_visible()
