"""Meg: all panels, notifications in each of their states, the offer after a post, who has looked."""

import json
from dataclasses import replace

from playwright.sync_api import Page, expect

from tests.e2e.learner import Learner
from tests.e2e.pictures.camera import Camera
from tests.e2e.test_push import BROWSER, IPHONE, finish_one
from tests.e2e.test_screens import settled

NO_PUSH = "delete globalThis.PushManager"
UPDATE = """Object.defineProperty(ServiceWorkerRegistration.prototype, 'waiting', {get: () => ({postMessage() {}})})"""


def tour(camera: Camera) -> None:
    _panels(camera)
    _notifications(camera)
    _home_screen(camera)
    _passkeys(replace(camera, server=replace(camera.server, host="localhost")))


def _stubbed(camera: Camera, answer: str) -> str:
    return f"({BROWSER})({json.dumps({**camera.service.device().subscription(), 'answer': answer})})"


def _panels(camera: Camera) -> None:
    learner = camera.device()
    learner.sign_in(camera.server.account("learner", 2))
    page = learner.page
    _at_me(camera, page)
    camera.take(page, "me")
    for summary in page.locator("main summary").all():
        summary.click()
    camera.take(page, "me-open")
    page.goto(f"{camera.server.url}/meg/innsyn")
    settled(page)
    camera.take(page, "me-looks")
    _at_me(camera, page)
    page.get_by_role("radio", name="200").check()
    camera.take(page, "me-large-text")
    page.get_by_role("radio", name="100").check()
    page.get_by_label("Vis poeng, plasseringer og tavler").click()
    expect(page.get_by_role("link", name="Lag", exact=True)).to_have_count(0)
    camera.take(page, "me-game-off")
    page.goto(camera.server.url)
    settled(page)
    camera.take(page, "today-game-off")
    page.goto(f"{camera.server.url}/lag")
    settled(page)
    camera.take(page, "team-game-off")
    page.goto(f"{camera.server.url}/meg")
    page.get_by_label("Vis poeng, plasseringer og tavler").click()
    page.context.close()


def _at_me(camera: Camera, page: Page) -> None:
    page.goto(f"{camera.server.url}/meg")
    settled(page)
    page.wait_for_load_state("networkidle")


def _notifications(camera: Camera) -> None:
    for answer in ("granted", "denied"):
        learner = camera.device(_stubbed(camera, answer))
        learner.sign_in(camera.server.newcomer())
        learner.until("() => navigator.serviceWorker.controller !== null")
        finish_one(learner)
        expect(learner.page.get_by_role("heading", name="Vil du ha beskjed")).to_be_visible()
        if answer == "granted":
            camera.take(learner.page, "offer")
            _at_me(camera, learner.page)
            _panel(camera, learner.page, "ask")
            learner.page.get_by_role("button", name="Slå på varsler").click()
            expect(learner.page.get_by_text("Varsler virker")).to_be_visible()
            _panel(camera, learner.page, "on")
            learner.page.get_by_role("button", name="Slå av på denne enheten").click()
            expect(learner.page.get_by_text("Varsler er av")).to_be_visible()
            _panel(camera, learner.page, "off")
        else:
            learner.page.get_by_role("button", name="Ja, si fra").click()
            expect(learner.page.get_by_text("Telefonen sa nei.")).to_be_visible()
            _at_me(camera, learner.page)
            _panel(camera, learner.page, "denied")
        learner.page.context.close()
    _plain(camera, "unsupported", camera.device(NO_PUSH))
    _plain(camera, "shared", camera.device(), shared=True)
    updating = camera.device(UPDATE)
    updating.sign_in(camera.server.newcomer())
    updating.until("() => navigator.serviceWorker.controller !== null")
    updating.page.goto(camera.server.url)
    expect(updating.page.get_by_text("Ny versjon er klar")).to_be_visible()
    camera.take(updating.page, "update")
    updating.page.context.close()


def _plain(camera: Camera, state: str, learner: Learner, shared: bool = False) -> None:
    learner.sign_in(camera.server.newcomer(), shared=shared)
    _at_me(camera, learner.page)
    _panel(camera, learner.page, state)
    learner.page.context.close()


def _panel(camera: Camera, page: Page, state: str) -> None:
    page.locator("#varsler").scroll_into_view_if_needed()
    camera.take(page, f"notifications-{state}")


def _home_screen(camera: Camera) -> None:
    learner = camera.device(user_agent=IPHONE)
    learner.sign_in(camera.server.newcomer())
    finish_one(learner)
    expect(learner.page.locator(".steps")).to_be_visible()
    camera.take(learner.page, "iphone-steps")
    _at_me(camera, learner.page)
    _panel(camera, learner.page, "install")
    learner.page.context.close()


def _passkeys(camera: Camera) -> None:
    """On a name rather than a number, as passkeys need it, and on a device that has a lock."""
    learner = camera.device()
    page = learner.page
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = {**kind, "isUserVerified": True, "automaticPresenceSimulation": True}
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto(camera.server.url)
    expect(page.get_by_role("button", name="Logg inn med passnøkkel")).to_be_visible()
    camera.take(page, "sign-in-passkey")
    learner.sign_in(camera.server.newcomer())
    _at_me(camera, page)
    page.locator("summary", has_text="Passnøkkel").click()
    camera.take(page, "passkeys-none")
    page.get_by_role("button", name="Lag passnøkkel på denne enheten").click()
    expect(page.get_by_text("Passnøkkelen er laget.")).to_be_visible()
    camera.take(page, "passkeys-one")
    page.context.close()
