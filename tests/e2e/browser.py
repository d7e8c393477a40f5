"""Finds a Chromium: the one named by LOYPE_CHROMIUM, the system's, or the one that comes as a package."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

from tests.served import sunday

PWA = Path(__file__).parents[2] / "pwa"
UNPACK = "import('@sparticuz/chromium').then(async found => console.log(await found.default.executablePath()))"
FLAGS = [
    "--no-sandbox",
    "--no-zygote",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
]
AHEAD = """{
  const Real = Date, ahead = %d
  Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + ahead) }
    static now() { return Real.now() + ahead }
  }
}"""
# How long, in milliseconds, a page may take on a machine that is busy with something else.
PATIENCE = 60_000
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


@cache
def chromium() -> str:
    """The path of a Chromium that can be started."""
    named = os.environ.get("LOYPE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if named:
        return named
    node = str(Path(sys.executable).with_name("node"))
    found = subprocess.run([node, "-e", UNPACK], cwd=PWA, capture_output=True, text=True)
    if found.returncode:
        raise RuntimeError(f"No Chromium: run make front-tests once, or name one in LOYPE_CHROMIUM. {found.stderr}")
    return found.stdout.strip()


def launched(playwright: Playwright) -> Browser:
    """A browser whose pages have the date that servers of tests have."""
    found = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
    plain = found.new_context

    def new_context(**options: Any) -> BrowserContext:
        context = plain(**options)
        context.add_init_script(AHEAD % (sunday() * 1000))
        return context

    found.new_context = new_context  # type: ignore[method-assign,assignment]
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = launched(playwright)
        try:
            yield found
        finally:
            found.close()
