"""The main job, as a person does it: sign in, go offline, play, come back, and everything has moved once."""

import json
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from quests.content.rules.documents import exercises_of
from tests.e2e.browser import PHONE
from tests.e2e.learner import Learner, letters_sent
from tests.served import Served

pytestmark = pytest.mark.browser


def figures(learner: Learner) -> tuple[int, int, int]:
    """Points, posts done, and what the department's board has counted of mine."""
    today = learner.api("/api/v1/today")
    mine = learner.api("/api/v1/boards/departments")["mine"]
    return learner.api("/api/v1/me")["points"]["total"], today["quest"]["progress"]["done"], mine["taken"]


def test_play_a_week_offline_and_be_counted_once(server: Served, chromium: Browser, phone: BrowserContext) -> None:
    learner = Learner(server, phone.new_page())
    learner.sign_in(server.newcomer())
    expect(learner.page.get_by_role("heading", name="0 av 6 poster")).to_be_visible()
    learner.stored_for_offline()
    documents = list(learner.documents().values())
    before = figures(learner)
    sent = letters_sent(phone)

    phone.set_offline(True)
    learner.go_on()
    learner.play(documents[0])
    expect(learner.page.get_by_role("heading", name="Post 1 er stemplet!")).to_be_visible()
    learner.page.get_by_role("link", name="Ta post 2").click()
    learner.play(documents[1], wrong=2)
    learner.page.get_by_role("link", name="Ta post 3").click()
    learner.play(documents[2], stop_after=2)
    stopped_at = learner.page.locator("[data-card]").get_attribute("data-card")
    learner.page.close()  # the tab is gone, in the middle of the third

    learner.page = phone.new_page()
    learner.page.goto(server.url)
    expect(learner.page.get_by_role("heading", name="2 av 6 poster")).to_be_visible()
    expect(learner.page.get_by_text("2 svar venter")).to_be_visible()
    learner.go_on()
    assert learner.page.locator("[data-card]").get_attribute("data-card") == stopped_at
    learner.play(documents[2])
    learner.page.get_by_role("button", name="Ferdig for nå").click()
    expect(learner.page.get_by_role("heading", name="3 av 6 poster")).to_be_visible()

    with phone.expect_event("response", lambda answer: answer.url.endswith("/play/letters") and answer.ok):
        phone.set_offline(False)
    expect(learner.page.get_by_text("svar venter")).to_have_count(0)
    after = figures(learner)
    assert after[1:] == (before[1] + 3, before[2] + 3)
    right, wrong = exercises(documents[:3]), 2
    assert after[0] - before[0] == 10 * (right - wrong) + 5 * wrong + 3 * 20

    _nothing_moves_again(server, chromium, learner, sent, after)


def exercises(documents: list[dict[str, Any]]) -> int:
    return sum(len(exercises_of(document)) for document in documents)


def _nothing_moves_again(
    server: Served, chromium: Browser, learner: Learner, sent: list[dict[str, Any]], after: tuple[int, int, int]
) -> None:
    """The same letters from two tabs at once, from another person, and with other content under the same id."""
    letters = list({letter["id"]: letter for body in sent for letter in body["letters"]}.values())
    body = {"sent_at": sent[0]["sent_at"], "letters": letters}
    post = """async ({body, twice}) => {
      const {csrf_token} = await (await fetch('/api/v1/me')).json()
      const headers = {'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token}
      const send = () => fetch('/api/v1/play/letters', {method: 'POST', headers, body: JSON.stringify(body)})
      const answers = await Promise.all(twice ? [send(), send()] : [send()])
      return Promise.all(answers.map(answer => answer.json()))
    }"""
    tabs = [learner.page.context.new_page(), learner.page.context.new_page()]
    for tab in tabs:
        tab.goto(server.url)
    for tab in tabs:
        for answer in tab.evaluate(post, {"body": body, "twice": True}):
            assert {verdict["status"] for verdict in answer["verdicts"]} == {"known"}
    changed = json.loads(json.dumps(body))
    changed["letters"][0]["answers"][0]["seconds"] += 1
    (answer,) = tabs[0].evaluate(post, {"body": changed, "twice": False})
    assert (answer["verdicts"][0]["status"], answer["verdicts"][0]["code"]) == ("refused", "letter_changed")
    assert figures(learner) == after

    other, _ = server.signed_in(server.newcomer())
    own = httpx.get(f"{server.url}/api/v1/me", headers=other).json()["points"]["total"]
    answer = httpx.post(f"{server.url}/api/v1/play/letters", headers=other, json=body).json()
    assert {verdict["status"] for verdict in answer["verdicts"]} == {"accepted"}  # their own play, under their own ids
    assert httpx.get(f"{server.url}/api/v1/me", headers=other).json()["points"]["total"] > own
    assert figures(learner) == after
    stranger = chromium.new_context(viewport=PHONE)
    assert stranger.request.get(f"{server.url}/api/v1/today").status == 401
    stranger.close()
