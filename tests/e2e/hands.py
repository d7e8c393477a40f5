"""Two ways to use a screen: with the mouse, and with the keyboard alone. A test that takes either is told once."""

from pathlib import Path
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 400


class Hand(Protocol):
    """Somebody's way of working at a page."""

    def press(self, page: Page, what: Locator) -> None: ...
    def write(self, page: Page, field: Locator, text: str) -> None: ...
    def choose(self, page: Page, field: Locator, option: str) -> None: ...
    def tick(self, page: Page, box: Locator) -> None: ...
    def send(self, page: Page, chooser: Locator, file: Path) -> None: ...


class Mouse:
    """Points and clicks; writes where it has clicked."""

    def press(self, page: Page, what: Locator) -> None:
        what.click()

    def write(self, page: Page, field: Locator, text: str) -> None:
        field.click()
        field.fill(text)

    def choose(self, page: Page, field: Locator, option: str) -> None:
        field.select_option(label=option)

    def tick(self, page: Page, box: Locator) -> None:
        box.check()

    def send(self, page: Page, chooser: Locator, file: Path) -> None:
        with page.expect_file_chooser() as choosing:
            chooser.click()
        choosing.value.set_files(file)


class Keys:
    """Tab, arrows, Enter, space and letters; never a pointer, never a focus that was given."""

    def press(self, page: Page, what: Locator) -> None:
        reach(page, what)
        page.keyboard.press("Enter")

    def write(self, page: Page, field: Locator, text: str) -> None:
        reach(page, field)
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.insert_text(text)

    def choose(self, page: Page, field: Locator, option: str) -> None:
        reach(page, field)
        page.keyboard.type(option)
        expect(field.locator("option:checked")).to_have_text(option)

    def tick(self, page: Page, box: Locator) -> None:
        if box.get_attribute("type") == "radio":
            self._turn_to(page, box)
        else:
            reach(page, box)
            page.keyboard.press("Space")
        expect(box).to_be_checked()

    def send(self, page: Page, chooser: Locator, file: Path) -> None:
        with page.expect_file_chooser() as choosing:  # before the way there: it takes a moment to listen
            reach(page, chooser)
            page.keyboard.press("Enter")
        choosing.value.set_files(file)

    def _turn_to(self, page: Page, radio: Locator) -> None:
        """A group of radios is one stop of Tab; arrows go on from there."""
        group = radio.get_attribute("name")
        for _ in range(MOST_TABS):
            if page.evaluate("name => document.activeElement.name === name", group):
                break
            page.keyboard.press("Tab")
        if page.evaluate("() => !document.activeElement.checked"):
            page.keyboard.press("Space")
        for _ in range(page.locator(f'input[name="{group}"]').count()):
            if radio.is_checked():
                return
            page.keyboard.press("ArrowDown")


def reach(page: Page, what: Locator) -> None:
    """Press Tab until it has the focus."""
    expect(what).to_be_visible()
    for _ in range(MOST_TABS):
        if what.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way by keyboard to {what}")
