"""A learner's week: I dag in its states, every kind of card, Løype, Utforsk, Lag, the inbox."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, Route, expect

from app.demo.tries import right_response, wrong_response
from quests.content.rules.kinds.registry import is_asked, is_exercise
from tests.e2e.learner import Learner, given_response
from tests.e2e.pictures.camera import Camera
from tests.e2e.studio import first_path, make_run, next_monday
from tests.e2e.test_screens import settled

TODAY = "**/api/v1/today"


def tour(camera: Camera) -> None:
    editor = camera.device()
    editor.sign_in(camera.server.account("editor"))
    everyone = {"everyone": True, "departments": [], "roles": []}
    make_run(editor, audience=everyone)
    posts = editor.api(f"/api/v1/studio/paths/{first_path(editor)['id']}")["stages_held"][2]["modules"][:2]
    plan = {"anchor": "calendar", "enrolling": "audience", "teasers": [each["slug"] for each in posts]}
    make_run(editor, audience=everyone, **plan, teaser_from="2020-01-01", starts_on=next_monday(3).isoformat())
    editor.page.context.close()

    learner = camera.device()
    learner.sign_in(camera.server.account("learner", 1))
    _waiting_and_failing(camera, learner)
    _week(camera, learner)
    _around(camera, learner, posts[0]["version"])
    _without_network(camera, learner)
    learner.page.context.close()
    _league(camera)


def _changed(page: Page, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    def answer(route: Route) -> None:
        # Without the mark of what is kept, so that there is an answer to change.
        found = route.fetch(headers={**route.request.headers, "if-none-match": ""})
        route.fulfill(response=found, body=json.dumps(change(found.json())))

    page.route(TODAY, answer)


def _waiting_and_failing(camera: Camera, learner: Learner) -> None:
    page, url = learner.page, camera.server.url
    camera.take(page, "today")
    page.goto(f"{url}/ingensteds")
    camera.take(page, "missing")
    page.route("**/api/v1/explore*", lambda route: route.fulfill(status=500))
    page.goto(f"{url}/loype/utforsk")
    expect(page.get_by_role("button", name="Prøv igjen")).to_be_visible()
    camera.take(page, "error")
    page.unroute("**/api/v1/explore*")
    rest: dict[str, Any] = {"quest": None, "quests": [], "catch_up": []}
    for name, change in (("rest", rest), ("rest-nothing", {**rest, "coming": None, "board": None, "free": True})):
        _changed(page, lambda answer, change=change: {**answer, **change})  # type: ignore[misc]
        page.goto(url)
        expect(page.locator(".hero.rest")).to_be_visible()
        camera.take(page, f"today-{name}")
        page.unroute(TODAY)


def _week(camera: Camera, learner: Learner) -> None:
    """The week's posts, one after the other: each kind of card once, asked, wrong and right."""
    page, seen = learner.page, set[str]()
    page.goto(camera.server.url)
    documents = learner.documents()
    for number, document in enumerate(documents.values(), start=1):
        page.goto(f"{camera.server.url}/spill/{document['quest']}/{document['activity']}")
        expect(page.locator("#play-prompt, #play-end")).to_be_visible()
        while page.locator("#play-end").count() == 0:
            _card(camera, learner, document, seen)
        page.wait_for_load_state("networkidle")
        if number == 1:
            camera.take(page, "play-end")
            page.get_by_role("button", name="Ferdig for nå").click()
            settled(page)
            camera.take(page, "today-begun")
            page.goto(f"{camera.server.url}/etappe/{document['quest']}")
            settled(page)
            camera.take(page, "quest")
    camera.take(page, "play-end-of-week")
    page.goto(camera.server.url)
    settled(page)
    camera.take(page, "today-finished")


def _card(camera: Camera, learner: Learner, document: dict[str, Any], seen: set[str]) -> None:
    page, card = learner.page, learner.card(document)
    kind = card["type"]
    fresh = kind not in seen
    seen.add(kind)
    if fresh:
        camera.take(page, f"play-{kind}")
    if not is_exercise(card):
        if is_asked(card):
            learner.say(card, given_response(card))
        else:
            page.locator(".play-dock button").click()
        expect(page.locator(f'[data-card="{card["id"]}"]')).to_have_count(0)
        expect(page.locator("#play-prompt, #play-end")).to_be_visible()
        return
    learner.answer(card, wrong_response(card) if fresh else right_response(card))
    if fresh:
        camera.take(page, f"play-{kind}-wrong")
    elif f"{kind} right" not in seen:
        seen.add(f"{kind} right")
        camera.take(page, f"play-{kind}-right")
    page.locator(".play-next button").click()
    expect(page.locator("#play-verdict")).to_have_count(0)
    expect(page.locator("#play-prompt, #play-end")).to_be_visible()


def _around(camera: Camera, learner: Learner, taster: str) -> None:
    page, url = learner.page, camera.server.url
    for name, address in (("path", "/loype"), ("explore", "/loype/utforsk"), ("team", "/lag"), ("inbox", "/innboks")):
        page.goto(url + address)
        settled(page)
        page.wait_for_load_state("networkidle")
        camera.take(page, name)
        if name in ("team", "inbox"):
            page.locator("main summary").first.click()
            camera.take(page, f"{name}-explained")
    page.route(
        "**/api/v1/inbox*",
        lambda route: route.fulfill(json={"items": [], "total": 0, "unread": 0, "page": 1, "pages": 1}),
    )
    page.goto(f"{url}/innboks")
    expect(page.get_by_role("heading", name="Ingenting her ennå")).to_be_visible()
    camera.take(page, "inbox-empty")
    page.unroute("**/api/v1/inbox*")
    page.goto(f"{url}/smakebit/{taster}")
    expect(page.locator("#play-prompt")).to_be_visible()
    camera.take(page, "taster")
    learner.play(learner.api(f"/api/v1/modules/{taster}/nb"))
    camera.take(page, "taster-end")
    page.goto(f"{url}/loype/utforsk")
    page.get_by_role("button", name="Start løypa").first.click()
    expect(page.locator(".dock a.btn")).to_be_visible()
    page.goto(url)
    settled(page)
    camera.take(page, "today-several")
    page.goto(f"{url}/loype")
    settled(page)
    camera.take(page, "path-several")
    page.get_by_role("button", name="Gå ut av løypa").first.click()
    camera.take(page, "path-leave")


def _league(camera: Camera) -> None:
    """Of who has not joined, and of who races."""
    for name, which in (("league-out", 1), ("league", 3)):
        learner = camera.device()
        learner.sign_in(camera.server.account("learner", which))
        page = learner.page
        page.goto(f"{camera.server.url}/lag/liga")
        settled(page)
        camera.take(page, name)
        if name == "league":
            page.locator("main summary").first.click()
            camera.take(page, "league-explained")
        page.context.close()


def _without_network(camera: Camera, learner: Learner) -> None:
    page, url = learner.page, camera.server.url
    page.goto(url)
    learner.stored_for_offline()
    page.context.set_offline(True)
    for name, address in (("today", "/"), ("path", "/loype"), ("team", "/lag"), ("explore", "/loype/utforsk")):
        page.goto(url + address)
        expect(page.locator("h1")).to_be_attached()
        camera.take(page, f"{name}-offline")
    page.context.set_offline(False)
