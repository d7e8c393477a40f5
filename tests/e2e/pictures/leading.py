"""A leader's people: the list, a person, somebody new, a code on the screen, the sheet, a leave."""

from playwright.sync_api import expect

from tests.e2e.pictures.camera import Camera
from tests.e2e.test_screens import settled


def tour(camera: Camera) -> None:
    leader = camera.device()
    leader.sign_in(camera.server.account("leader"))
    page, url = leader.page, camera.server.url
    page.goto(f"{url}/folk")
    expect(page.locator(".list .row").first).to_be_visible()
    camera.take(page, "people")
    page.locator("summary", has_text="Koder på papir").click()
    camera.take(page, "people-sheet")
    page.get_by_label("Navn eller ansattnummer").fill("zzz")
    page.get_by_role("button", name="Søk").click()
    expect(page.get_by_text("Ingen passer til søket")).to_be_visible()
    camera.take(page, "people-none")
    page.goto(f"{url}/folk/ny")
    settled(page)
    camera.take(page, "people-new")
    page.locator(".dock button").click()
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
    camera.take(page, "people-new-refused")
    page.goto(f"{url}/folk")
    page.locator(".list .row", has_text="Nr.").first.click()
    settled(page)
    camera.take(page, "person")
    for summary in page.locator("main summary").all():
        summary.click()
    camera.take(page, "person-open")
    page.locator(".dock button").click()
    expect(page.locator("img.qr")).to_be_visible()
    camera.take(page, "person-code")
    page.context.close()
    admin = camera.device()
    admin.sign_in(camera.server.account("admin"))
    admin.page.goto(f"{url}/meg/innsyn")
    settled(admin.page)
    camera.take(admin.page, "admin-looks")
    admin.page.goto(f"{url}/folk")
    expect(admin.page.locator(".list .row").first).to_be_visible()
    camera.take(admin.page, "people-admin")
    admin.page.context.close()
