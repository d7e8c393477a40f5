"""Somebody with a camera: each screen in both sizes and both themes, and whole where it is longer than the glass."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.e2e.browser import DESKTOP, PHONE
from tests.e2e.conftest import READER
from tests.e2e.learner import Learner
from tests.nudges.service import Service
from tests.served import Served

SIZES = {"phone": PHONE, "desktop": DESKTOP}
THEMES = ("light", "dark")


@dataclass
class Camera:
    """Hands out fresh devices and takes the pictures."""

    server: Served
    browser: Browser
    service: Service
    folder: Path

    def device(self, *scripts: str, **options: Any) -> Learner:
        """A device with nothing on it."""
        context = self.browser.new_context(
            viewport=PHONE, device_scale_factor=2, reduced_motion="reduce", locale="nb-NO", **options
        )
        context.set_default_timeout(15_000)
        for script in (READER, *scripts):
            context.add_init_script(script)
        return Learner(self.server, context.new_page())

    def take(self, page: Page, name: str) -> None:
        """The screen as it stands, once it has settled."""
        expect(page.locator("h1").first).to_be_attached()
        for size, viewport in SIZES.items():
            page.set_viewport_size(viewport)  # type: ignore[arg-type]
            page.wait_for_load_state("networkidle")
            for theme in THEMES:
                page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
                page.screenshot(path=self.folder / f"{name}-{size}-{theme}.png")
            self._whole(page, f"{name}-{size}-whole")
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        page.emulate_media(color_scheme="light")

    def _whole(self, page: Page, name: str) -> None:
        """The whole length, where there is more than the glass shows."""
        page.emulate_media(color_scheme="light")
        if page.evaluate("document.documentElement.scrollHeight > innerHeight + 1"):
            page.screenshot(path=self.folder / f"{name}.png", full_page=True, scale="css")
