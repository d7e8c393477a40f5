"""What stands outside: the way in, a newcomer's first steps, the public pages."""

import re

from playwright.sync_api import expect

from tests.e2e.pictures.camera import Camera
from tests.e2e.test_door import newcomer


def tour(camera: Camera) -> None:
    _sign_in(camera)
    _door(camera)
    for name, address in (("privacy", "/personvern"), ("accessibility", "/tilgjengelighet")):
        page = camera.device().page
        page.goto(camera.server.url + address)
        camera.take(page, f"public-{name}")
        page.context.close()


def _sign_in(camera: Camera) -> None:
    page = camera.device().page
    page.goto(camera.server.url)
    camera.take(page, "sign-in")
    page.get_by_role("button", name="Logg inn", exact=True).click()
    expect(page.locator("[aria-invalid=true]").first).to_be_focused()
    camera.take(page, "sign-in-empty")
    for label, text in (("Virksomhet", "fjordvik"), ("Ansattnummer", "20418"), ("PIN, minst 6 siffer", "999999")):
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="Logg inn", exact=True).click()
    expect(page.get_by_role("alert").first).to_be_visible()
    camera.take(page, "sign-in-wrong")
    page.context.close()


def _door(camera: Camera) -> None:
    page, address = camera.device().page, newcomer(camera.server, "Frøydis Wiśniewska-Kristiansen")
    page.goto(address)
    expect(page.locator(".tongue").first).to_be_visible()
    camera.take(page, "door-welcome")
    page.locator(".tongue").first.click()
    expect(page.locator(".points")).to_be_visible()
    camera.take(page, "door-notice")
    page.locator(".dock button").click()
    expect(page.locator("input").first).to_be_visible()
    camera.take(page, "door-pin")
    for field in page.locator("input.inp").all():
        field.fill("123456")
    page.locator(".dock button").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    camera.take(page, "door-pin-refused")
    page.goto(f"{camera.server.url}/velkommen")
    expect(page.get_by_role("heading", name=re.compile("kan ikke brukes"))).to_be_visible()
    camera.take(page, "door-used")
    page.context.close()
