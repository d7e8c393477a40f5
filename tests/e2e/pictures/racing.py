"""Races and what people do together: the board's whole screen, a competition, weeks, goals, cheers, a wall."""

from playwright.sync_api import Page, expect

from tests.e2e.pictures.camera import Camera
from tests.e2e.test_screens import settled

RACE, PICKED_FOR = "Høstløpet", "Tre topper"


def tour(camera: Camera) -> None:
    _learner(camera)
    _editor(camera)


def _learner(camera: Camera) -> None:
    learner = camera.device()
    learner.sign_in(camera.server.account("learner"))
    page, url = learner.page, camera.server.url
    page.goto(f"{url}/lag")
    settled(page)
    page.get_by_role("button", name="Hei på laget").click()
    camera.take(page, "cheer")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Sendt til", exact=False)).to_be_visible()
    page.locator("#cheers").scroll_into_view_if_needed()
    camera.take(page, "cheer-sent")
    page.get_by_role("link", name=RACE).click()
    expect(page.locator("tr.du")).to_be_visible()
    camera.take(page, "race")
    page.get_by_text("Slik regnes det ut").click()
    camera.take(page, "race-how")
    page.goto(f"{url}/lag")
    page.get_by_role("link", name=PICKED_FOR).click()
    camera.take(page, "race-picking")
    page.get_by_role("button", name="Trekk lag for meg").click()
    expect(page.get_by_role("heading", name="Du er på", exact=False)).to_be_visible()
    camera.take(page, "race-picked")
    for name, address in (("weeks", "/lag/uker"), ("points", "/meg/poeng")):
        page.goto(url + address)
        settled(page)
        camera.take(page, name)
    page.goto(f"{url}/lag/uker")
    page.get_by_role("listitem").last.get_by_role("link").click()
    expect(page.locator("tr.du")).to_be_visible()
    camera.take(page, "week")
    page.context.close()


def _editor(camera: Camera) -> None:
    editor = camera.device()
    editor.sign_in(camera.server.account("editor"))
    page, url = editor.page, camera.server.url
    for name, address, button in (
        ("race-new", "/lag/ny", "Lag konkurransen"),
        ("meet-join", "/lag/mot", "Se konkurransen"),
        ("goal-new", "/lag/mal", "Sett målet"),
        ("walls", "/lag/vegg", "Lag adressen"),
    ):
        page.goto(url + address)
        settled(page)
        camera.take(page, name)
        page.get_by_role("button", name=button).click()
        expect(page.locator("[aria-invalid=true]").first).to_be_visible()
        camera.take(page, f"{name}-refused")
    page.get_by_label("Hvor henger den?").fill("Pauserommet")
    page.get_by_label("Hva viser den?").select_option(label=RACE)
    page.get_by_role("button", name="Lag adressen").click()
    address = str(page.get_by_role("link", name="Adressen: Pauserommet").get_attribute("href"))
    camera.take(page, "walls-made")
    page.goto(f"{url}/studio/statistikk/forsok")
    settled(page)
    camera.take(page, "odd-attempts-none")
    _wall(camera, page, url + address[address.index("/wall/") :])
    page.context.close()


def _wall(camera: Camera, page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".wall-list")).to_be_visible()
    camera.take(page, "wall")
