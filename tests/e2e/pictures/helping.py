"""A newcomer's practice post, and a question from a wrong answer until thanks."""

from playwright.sync_api import expect

from app.demo.tries import wrong_response
from tests.e2e.pictures.camera import Camera
from tests.e2e.test_screens import settled


def tour(camera: Camera) -> None:
    _practice(camera)
    _question(camera)


def _practice(camera: Camera) -> None:
    device = camera.device()
    device.sign_in(camera.server.newcomer())
    page = device.page
    page.goto(f"{camera.server.url}/ovepost")
    expect(page.locator("#play-prompt")).to_be_visible()
    camera.take(page, "practice")
    page.locator("label.opt").first.click()
    page.get_by_role("button", name="Svar", exact=True).click()
    expect(page.locator("#play-verdict")).to_be_visible()
    camera.take(page, "practice-answered")
    page.context.close()


def _question(camera: Camera) -> None:
    asker, helper = camera.device(), camera.device()
    account = camera.server.newcomer()
    asker.sign_in(account)
    asker.kept = asker.documents()
    page = asker.page
    asker.go_on()
    card = asker.card(asker.here())
    asker.answer(card, wrong_response(card))
    page.get_by_role("link", name="Spør en kollega om dette").click()
    expect(page.locator("blockquote")).to_be_visible()
    camera.take(page, "question-new")
    page.get_by_role("button", name="Send spørsmålet").click()
    camera.take(page, "question-new-refused")
    page.get_by_label("Hva lurer du på?").fill("Gjelder det samme når jeg er alene om natta?")
    page.get_by_role("button", name="Send spørsmålet").click()
    expect(page.get_by_role("heading", name="Spørsmålet er sendt")).to_be_visible()
    camera.take(page, "question-sent")

    helper.sign_in(camera.server.newcomer("resource_person"))
    other = helper.page
    other.goto(f"{camera.server.url}/sporsmal")
    settled(other)
    camera.take(other, "questions-to-me")
    other.get_by_role("link", name=account["name"]).click()
    expect(other.locator("blockquote")).to_be_visible()
    camera.take(other, "question-to-me")
    other.get_by_label("Svaret ditt").fill("Ja. Ring meg, så kommer jeg.")
    other.get_by_role("button", name="Send svaret").click()
    expect(other.get_by_text("Besvart", exact=True)).to_be_visible()

    page.goto(f"{camera.server.url}/sporsmal")
    settled(page)
    camera.take(page, "questions")
    page.locator(".help-row").first.click()
    expect(page.locator(".help-talk")).to_be_visible()
    camera.take(page, "question")
    page.get_by_role("button", name="Takk, det hjalp").click()
    expect(page.get_by_text("Du har sagt takk")).to_be_visible()
    camera.take(page, "question-thanked")
    page.goto(f"{camera.server.url}/lag")
    settled(page)
    page.locator("#help").scroll_into_view_if_needed()
    camera.take(page, "team-help")
    for each in (asker, helper):
        each.page.context.close()
