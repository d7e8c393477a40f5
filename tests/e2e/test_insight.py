"""What players say and do, from the phone to the editor's desk and back: rated offline, answered, counted."""

from datetime import timedelta
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from app.core.http import rfc3339
from app.demo.tries import letter, wrong_response
from quests.authoring.statistics.jobs import weigh_modules
from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.cards import player_of, said, thing
from tests.e2e.learner import Learner
from tests.e2e.studio import do_now
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser

WORDS = "Kort 2 var det jeg lærte mest av."
ANSWER = "Takk! Vi lager flere slike."


@pytest.fixture
def editor(server: Served, chromium: Browser) -> Learner:
    """An editor at a desk."""
    context = chromium.new_context(viewport=DESKTOP, locale="nb-NO")
    context.set_default_timeout(PATIENCE)
    made = Learner(server, context.new_page())
    made.sign_in(server.account("editor"))
    return made


def module(slug: str) -> dict[str, Any]:
    """A post of one choice and one number."""
    options = [thing(id, said(f"Svar {id}"), said(f"Fordi {id}")) for id in ("a", "b", "c")]
    number = {"id": "tall", "type": "number", "prompt": said("Hvor mange?"), "explanation": said("Ti.")}
    return {
        "format": "loype.module/1",
        "module": slug,
        "languages": ["nb", "nn", "en"],
        "title": said(f"Posten {slug}"),
        "takeaways": {language: ["Det viktigste"] for language in ("nb", "nn", "en")},
        "licence": "CC-BY-4.0",
        "credits": "Løype",
        "sources": [],
        "cards": [
            {"id": "valg", "type": "choice", "prompt": said("Hva gjør du først?"), "options": options, "key": "b"},
            {**number, "key": {"value": 10, "tolerance": 1}},
        ],
    }


def play(server: Served, account: dict[str, str], activity: dict[str, Any], *, right: bool) -> None:
    """Play a post at the server's door, the first card right at once or not."""
    headers, _ = server.signed_in(account)
    document = server.get(f"/api/v1/modules/{activity['version']}/nb", headers).json()
    started = server.now() - timedelta(minutes=5)
    made = letter(Random(1), activity["id"], activity["version"], document, started, 1.0)
    if not right:
        made["answers"].append(dict(made["answers"][0]))
        made["answers"][0] = {**made["answers"][0], "response": wrong_response(document["cards"][0])}
    sent = {"sent_at": rfc3339(server.now()), "letters": [{**made, "id": str(uuid4())}]}
    verdict = server.post("/api/v1/play/letters", headers, sent).json()["verdicts"][0]
    assert verdict["status"] == "accepted", verdict


def module_id(editor: Learner, slug: str) -> str:
    pages = editor.api("/api/v1/studio/statistics")["pages"]
    found = [editor.api(f"/api/v1/studio/statistics?page={page}") for page in range(1, pages + 1)]
    return next(str(each["id"]) for page in found for each in page["items"] if each["slug"] == slug)


def test_rated_offline_answered_at_the_desk_and_read_again(
    server: Served, learner: Learner, editor: Learner, phone: BrowserContext
) -> None:
    learner.sign_in(player_of(server, "Sagt fra", "sagt-fra", [module("sagt-fra")]))
    learner.stored_for_offline()
    page = learner.page
    phone.set_offline(True)
    learner.go_on()
    learner.play(learner.here())
    page.get_by_role("button", name="Ikke nyttig", exact=True).click()
    page.get_by_role("button", name="Nyttig", exact=True).click()
    page.get_by_role("button", name="Klar og tydelig").click()
    expect(page.get_by_text("Lagret på telefonen. Det sendes når du har nett.")).to_be_visible()
    page.get_by_role("button", name="Skriv en kommentar").click()
    expect(page.get_by_text("leser dette uten å se hvem du er")).to_be_visible()
    page.get_by_label("Kommentaren din").fill(WORDS)
    page.get_by_role("button", name="Send kommentaren").click()
    page.get_by_role("button", name="Ferdig for nå").click()
    phone.set_offline(False)
    page.goto(f"{server.url}/tilbakemeldinger")
    expect(page.get_by_role("heading", name="Posten sagt-fra")).to_be_visible()
    expect(page.get_by_text("Venter på nett")).to_have_count(0)

    desk = editor.page
    desk.goto(f"{server.url}/studio/statistikk")
    row = desk.get_by_role("listitem").filter(has_text="Posten sagt-fra")
    expect(row.get_by_text("1 ny kommentar")).to_be_visible()
    row.get_by_role("link", name="Posten sagt-fra").click()
    comment = desk.get_by_role("listitem").filter(has_text=WORDS)
    expect(comment.get_by_text("Klar og tydelig")).to_be_visible()
    expect(desk.get_by_text("Færre enn 5 har svart").first).to_be_visible()
    expect(desk.get_by_text("Vurderinger vises når minst 5 har gitt en.")).to_be_visible()
    tab_to(desk, comment.get_by_role("button", name="Svar", exact=True))
    desk.keyboard.press("Enter")
    desk.get_by_label("Svaret ditt").fill(ANSWER)
    desk.get_by_role("button", name="Send svaret").click()
    expect(comment.get_by_text(ANSWER)).to_be_visible()
    expect(comment.get_by_text("Ferdig", exact=True)).to_be_visible()

    page.reload()
    expect(page.get_by_text(ANSWER)).to_be_visible()
    page.get_by_role("button", name="Slett: Posten sagt-fra").click()
    page.get_by_role("button", name="Ja, slett").click()
    expect(page.get_by_text("Det er slettet.")).to_be_visible()
    desk.reload()
    expect(desk.get_by_text("Ingen kommentarer her.")).to_be_visible()


def test_figures_come_with_the_fifth_person_and_are_what_was_played(server: Served, editor: Learner) -> None:
    first = player_of(server, "Telt opp", "telt-opp", [module("telt-opp")])
    headers, _ = server.signed_in(first)
    activity = server.get("/api/v1/today", headers).json()["quests"][0]["activities"][0]
    others = [server.newcomer(place="Telt opp") for _ in range(4)]
    for each in others:
        own, _ = server.signed_in(each)
        server.post(f"/api/v1/explore/{first['run']}/start", own)
    play(server, first, activity, right=False)
    for each in others[:3]:
        play(server, each, activity, right=True)
    id, desk = module_id(editor, "telt-opp"), editor.page
    desk.goto(f"{server.url}/studio/post/{id}/statistikk")
    expect(desk.get_by_text("Færre enn 5 har svart").first).to_be_visible()
    expect(desk.locator("article .stat-bar")).to_have_count(0)
    play(server, others[3], activity, right=False)
    desk.reload()
    expect(desk.get_by_role("heading", name="5 av 5 kom i mål")).to_be_visible()
    card = desk.get_by_role("article", name="1. Hva gjør du først?")
    expect(card.get_by_text("60 %").first).to_be_visible()
    expect(card.get_by_role("row").filter(has_text="Svar a")).to_contain_text("40 %")
    expect(desk.get_by_text("40 % velger «Svar a».", exact=False).first).to_be_visible()
    desk.get_by_text("Vis som tabell").click()
    expect(desk.get_by_role("row", name="I mål 5")).to_be_visible()
    desk.get_by_label("Har ansvar").select_option(label=editor.api("/api/v1/me")["person"]["name"])
    desk.get_by_label("Ses over innen").fill("2030-01-01")
    desk.get_by_role("button", name="Lagre", exact=True).click()
    expect(desk.get_by_text("Lagret.", exact=True)).to_be_visible()


def busiest(editor: Learner) -> str:
    """The module with most to look at."""
    do_now(editor.server, weigh_modules)
    return str(editor.api("/api/v1/studio/statistics")["items"][0]["id"])


@pytest.mark.parametrize(
    ("viewport", "theme", "text"),
    [
        ({**PHONE, "width": 320}, "dark", "200"),
        (PHONE, "light", "100"),
        (DESKTOP, "dark", "100"),
        (DESKTOP, "light", "100"),
    ],
    ids=["narrow", "phone", "desk-dark", "desk"],
)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    server: Served, chromium: Browser, editor: Learner, viewport: dict[str, int], theme: str, text: str
) -> None:
    context = chromium.new_context(
        viewport=viewport,
        color_scheme=theme,
        reduced_motion="reduce",
        locale="nb-NO",  # type: ignore[arg-type]
    )
    context.set_default_timeout(PATIENCE)
    context.add_init_script(f"localStorage.setItem('text', '{text}')")
    maker = Learner(server, context.new_page())
    maker.sign_in(server.account("admin"))
    page = maker.page

    def checked(name: str) -> None:
        settled(page)
        assert faults(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], name

    page.goto(f"{server.url}/studio/statistikk")
    expect(page.locator(".stat-row").first).to_be_visible()
    checked("all")
    page.goto(f"{server.url}/studio/post/{busiest(editor)}/statistikk")
    expect(page.locator(".stat-card").first).to_be_visible()
    expect(page.locator("#owner + form")).to_be_visible()
    page.get_by_text("Vis som tabell").click()
    checked("one")
    page.goto(f"{server.url}/tilbakemeldinger")
    expect(page.get_by_text("Ingen vurderinger ennå")).to_be_visible()
    checked("mine")
    context.close()


def test_there_are_no_figures_for_learners(server: Served, learner: Learner) -> None:
    learner.sign_in(server.account("learner", 3))
    page: Page = learner.page
    page.goto(f"{server.url}/studio/statistikk")
    expect(page.get_by_role("heading", name="Siden finnes ikke").first).to_be_visible()
