"""Help from a colleague: asked from a wrong answer without a network, answered, read and thanked for."""

from collections.abc import Iterator
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from app.demo.tries import wrong_response
from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.learner import Learner
from tests.e2e.test_screens import faults, settled, tab_to
from tests.served import Served

pytestmark = pytest.mark.browser

TEXT = "Gjelder det samme når jeg er alene om natta?"
OWN = "Gjelder kortet hjemme også?"
ANSWER = "Ja. Ring meg, så kommer jeg."


@pytest.fixture
def helper(server: Served, chromium: Browser) -> Iterator[Learner]:
    """A resource person of the newcomers' department, with a phone of their own."""
    context = chromium.new_context(viewport=PHONE, locale="nb-NO")
    context.set_default_timeout(PATIENCE)
    found = Learner(server, context.new_page())
    found.sign_in(server.newcomer("resource_person"))
    yield found
    context.close()


def send(page: Page, label: str, text: str, button: str) -> None:
    page.get_by_label(label).fill(text)
    page.get_by_role("button", name=button).click()


def ask(server: Served, account: dict[str, str], text: str = TEXT) -> str:
    """The id of a question asked at the server's door."""
    headers, _ = server.signed_in(account)
    answer = server.post("/api/v1/help/mine", headers, {"key": str(uuid4()), "text": text})
    return str(answer.json()["id"])


def test_asked_from_a_wrong_answer_offline_then_answered_and_thanked_for(
    server: Served, learner: Learner, helper: Learner, phone: BrowserContext
) -> None:
    account = server.newcomer()
    learner.sign_in(account)
    learner.stored_for_offline()
    page = learner.page
    learner.go_on()
    card = learner.card(learner.here())
    learner.answer(card, wrong_response(card))
    page.get_by_role("link", name="Spør en kollega om dette").click()
    expect(page.get_by_text("Navnet ditt står på spørsmålet")).to_be_visible()
    expect(page.locator("blockquote")).to_have_text(card["prompt"])
    page.get_by_label("Hva lurer du på?").fill("Gjelder det samme")
    phone.set_offline(True)
    page.reload()
    expect(page.get_by_label("Hva lurer du på?")).to_have_value("Gjelder det samme")
    send(page, "Hva lurer du på?", TEXT, "Send spørsmålet")
    expect(page.get_by_role("heading", name="Spørsmålet er lagret")).to_be_visible()
    page.get_by_role("link", name="Se spørsmålene dine").click()
    expect(page.get_by_text("Venter på nett")).to_be_visible()
    expect(page.get_by_text(TEXT)).to_be_visible()
    phone.set_offline(False)
    expect(page.get_by_role("link", name=TEXT)).to_contain_text("Venter på svar")
    expect(page.get_by_text("Venter på nett")).to_have_count(0)

    helper.page.get_by_role("link", name="Lag", exact=True).click()
    helper.page.get_by_role("link", name="Spørsmål til deg").click()
    helper.page.get_by_role("link", name=account["name"]).click()
    expect(helper.page.locator("blockquote")).to_have_text(card["prompt"])
    expect(helper.page.get_by_role("link", name="Åpne posten")).to_be_visible()
    send(helper.page, "Svaret ditt", ANSWER, "Send svaret")
    expect(helper.page.get_by_role("listitem").filter(has_text=ANSWER)).to_be_visible()
    expect(helper.page.get_by_text("Besvart", exact=True)).to_be_visible()

    page.goto(f"{server.url}/lag")
    page.get_by_role("link", name="1 har fått svar").click()
    page.get_by_role("link", name=TEXT).click()
    expect(page.get_by_text(ANSWER)).to_be_visible()
    page.get_by_role("button", name="Takk, det hjalp").click()
    expect(page.get_by_text("Du har sagt takk")).to_be_visible()
    helper.page.reload()
    expect(helper.page.get_by_text("sier takk, det hjalp")).to_be_visible()


def test_who_makes_the_post_reads_what_is_asked_and_goes_to_its_card(
    server: Served, learner: Learner, helper: Learner, chromium: Browser
) -> None:
    """Unless the asker says no. The names of the two sides are nowhere."""
    account = server.newcomer()
    learner.sign_in(account)
    learner.kept = learner.documents()
    page = learner.page
    learner.go_on()
    document = learner.here()
    card = learner.card(document)
    number = document["cards"].index(next(each for each in document["cards"] if each["id"] == card["id"])) + 1
    learner.answer(card, wrong_response(card))
    asking = page.get_by_role("link", name="Spør en kollega om dette").get_attribute("href")
    for text, is_shared in ((OWN, True), ("Bare til deg", False)):
        page.goto(f"{server.url}{asking}")
        share = page.get_by_label("Vis spørsmålet til den som lager posten også")
        expect(share).not_to_be_checked()
        assert faults(page) == []
        if is_shared:
            share.check()
        send(page, "Hva lurer du på?", text, "Send spørsmålet")
        expect(page.get_by_role("heading", name="Spørsmålet er sendt")).to_be_visible()
    context = chromium.new_context(viewport=DESKTOP, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    editor = Learner(server, context.new_page())
    editor.sign_in(server.account("editor"))
    title = document["title"]
    module = next(each for each in editor.api(f"/api/v1/studio/modules?q={title}")["items"] if each["title"] == title)
    desk = editor.page
    desk.goto(f"{server.url}/studio/post/{module['id']}/statistikk")
    asked = desk.get_by_role("region", name="Spørsmål om posten")
    expect(asked.get_by_text(OWN)).to_be_visible()
    expect(asked.get_by_text("Bare til deg")).to_have_count(0)
    expect(desk.get_by_text(account["name"])).to_have_count(0)
    assert faults(desk) == []
    asked.get_by_role("listitem").filter(has_text=OWN).get_by_role("link", name="Åpne kortet").click()
    expect(desk.locator('.editor-card[aria-current="true"]')).to_have_attribute("data-card", str(number - 1))
    context.close()


def test_back_from_the_question_the_post_stands_where_it_was(server: Served, learner: Learner, helper: Learner) -> None:
    learner.sign_in(server.newcomer())
    documents = learner.documents()
    learner.kept = documents
    page = learner.page
    learner.go_on()
    card = learner.card(learner.here())
    learner.answer(card, wrong_response(card))
    page.get_by_role("link", name="Spør en kollega om dette").click()
    send(page, "Hva lurer du på?", TEXT, "Send spørsmålet")
    expect(page.get_by_role("heading", name="Spørsmålet er sendt")).to_be_visible()
    page.get_by_role("link", name="Tilbake til posten").last.click()
    expect(page.locator("#play-verdict")).to_be_visible()
    assert learner.card(learner.here()) == card
    page.locator(".play-next button").click()
    learner.play(learner.here())
    page.get_by_role("link", name="Spør en kollega om denne posten").click()
    expect(page.get_by_text(learner.kept[page.url.split("/")[-1]]["title"])).to_be_visible()


def test_what_the_server_will_not_have_stays_and_can_be_taken_away(
    server: Served, learner: Learner, helper: Learner
) -> None:
    account = server.newcomer()
    asked = [ask(server, account, f"Spørsmål nummer {number}") for number in range(5)]
    learner.sign_in(account)
    page = learner.page
    page.goto(f"{server.url}/sporsmal/ny")
    send(page, "Hva lurer du på?", TEXT, "Send spørsmålet")
    expect(page.get_by_text("Fem spørsmål venter alt på svar")).to_be_visible()
    page.goto(f"{server.url}/sporsmal/{asked[0]}")
    page.get_by_role("button", name="Trekk spørsmålet").click()
    page.get_by_role("button", name="Ja, trekk det").click()
    expect(page.get_by_role("heading", name="Spørsmål", exact=True)).to_be_visible()
    expect(page.get_by_text(TEXT)).to_be_visible()
    page.get_by_role("button", name="Prøv igjen").click()
    expect(page.get_by_role("link", name=TEXT)).to_be_visible()
    expect(page.get_by_role("link", name="Spørsmål nummer 0")).to_have_count(0)


def test_signing_out_tells_of_words_that_are_not_sent(server: Served, learner: Learner, phone: BrowserContext) -> None:
    learner.sign_in(server.newcomer())
    learner.stored_for_offline()
    page = learner.page
    page.goto(f"{server.url}/sporsmal/ny")
    expect(page.get_by_label("Hva lurer du på?")).to_be_visible()
    phone.set_offline(True)
    send(page, "Hva lurer du på?", TEXT, "Send spørsmålet")
    expect(page.get_by_role("heading", name="Spørsmålet er lagret")).to_be_visible()
    page.get_by_role("link", name="Meg", exact=True).click()
    page.get_by_role("button", name="Logg ut").click()
    expect(page.get_by_text("En tekst til en kollega er ikke sendt")).to_be_visible()
    phone.set_offline(False)
    page.get_by_role("button", name="Logg ut", exact=True).click()
    expect(page.get_by_label("Ansattnummer")).to_be_visible()


@pytest.mark.parametrize(("language", "theme"), [("nb", "dark"), ("nn", "light"), ("en", "dark")])
def test_clean_at_double_size_on_the_narrowest_phone(
    server: Served, chromium: Browser, helper: Learner, language: str, theme: str
) -> None:
    account = server.newcomer("resource_person")
    headers, _ = server.signed_in(account)
    httpx.patch(f"{server.url}/api/v1/me", headers=headers, json={"language": language}).raise_for_status()
    mine, theirs = ask(server, account), ask(server, server.newcomer(), "Et spørsmål til deg " + "og mer " * 60)
    context = chromium.new_context(
        viewport={"width": 320, "height": 640}, color_scheme=theme, reduced_motion="reduce", locale="nb-NO"
    )
    context.set_default_timeout(PATIENCE)
    context.add_init_script("localStorage.setItem('text', '200')")
    learner = Learner(server, context.new_page())
    learner.sign_in(account)
    page = learner.page
    expect(page.locator(f"html[lang={language}]")).to_have_count(1)
    for address, there in (
        ("/sporsmal", ".help-row"),
        ("/sporsmal/ny", "textarea"),
        (f"/sporsmal/{mine}", ".help-talk"),
        (f"/sporsmal/{theirs}", ".help-talk"),
        ("/lag", "#help"),
        (f"/sporsmal/{uuid4()}", ".card"),
    ):
        page.goto(server.url + address)
        settled(page)
        expect(page.locator(there).first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        assert faults(page) == [], address
    context.close()


def test_asked_by_keyboard_alone(server: Served, learner: Learner, helper: Learner) -> None:
    learner.sign_in(server.newcomer())
    page = learner.page
    page.goto(f"{server.url}/lag")
    expect(page.get_by_role("heading", name="Står du fast?")).to_be_visible()
    tab_to(page, page.get_by_role("link", name="Spør en kollega"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Spør en kollega")).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Send spørsmålet"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Skriv spørsmålet først.")).to_be_visible()
    expect(page.get_by_label("Hva lurer du på?")).to_be_focused()
    page.keyboard.type(TEXT)
    tab_to(page, page.get_by_role("button", name="Send spørsmålet"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Spørsmålet er sendt")).to_be_visible()


def test_who_helps_and_does_not_have_the_post_reads_it(server: Served, helper: Learner) -> None:
    """The whole organisation goes with the demo's run, so the way to the post is taken by its address."""
    account = server.newcomer()
    headers, _ = server.signed_in(account)
    quest = server.get("/api/v1/today", headers).json()["quest"]
    about = {"version": quest["activities"][0]["version"], "card": None}
    sent = server.post("/api/v1/help/mine", headers, {"key": str(uuid4()), "text": TEXT, "about": about})
    helper.page.goto(f"{server.url}/sporsmal/{sent.json()['id']}/post")
    expect(helper.page.get_by_text("Dette er posten spørsmålet gjelder. Ingenting lagres.")).to_be_visible()
    helper.page.get_by_role("button", name="Lukk").click()
    expect(helper.page.get_by_text(TEXT)).to_be_visible()
