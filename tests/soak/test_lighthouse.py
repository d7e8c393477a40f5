"""Lighthouse on the screens of who is signed in, which takes a minute and a quiet machine."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.e2e.browser import FLAGS, PHONE, chromium
from tests.e2e.learner import Learner
from tests.e2e.test_lighthouse import QUICKLY, is_good
from tests.served import free_port, served


def test_it_is_content_with_the_screens_of_who_is_signed_in(tmp_path: Path) -> None:
    """In a browser that has signed in, since what is shown is decided by what lies on the device."""
    port = free_port()
    args = [*FLAGS, f"--remote-debugging-port={port}"]
    with served() as server, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path=chromium(), args=args, locale="nb-NO", viewport=PHONE
        )  # type: ignore[arg-type]
        Learner(server, context.new_page()).sign_in(server.newcomer("admin"))
        here = [f"--port={port}", "--disable-storage-reset"]
        is_good(server.url, tmp_path, *here)
        for address in ("/folk", "/studio"):
            is_good(server.url + address, tmp_path, *here, QUICKLY)
        context.close()
