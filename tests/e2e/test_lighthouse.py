"""Lighthouse on a throttled phone, and the weight of the first screen."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.e2e.browser import PHONE, PWA
from tests.e2e.browser import chromium as chromium_path
from tests.served import Served

pytestmark = pytest.mark.browser
KILOBYTES = 70
GOOD, STANDS_MS, LOOKS = 0.95, 2000, 3
QUICKLY = "--throttling-method=provided"  # without the time that a slow network is played
FLAGS = "--headless=new --no-sandbox --no-zygote --disable-dev-shm-usage --disable-background-networking"


def test_the_first_screen_is_light(server: Served, chromium: Browser) -> None:
    page = chromium.new_context(viewport=PHONE).new_page()
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(_weight(answer.url)))
    page.goto(server.url)
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes) <= KILOBYTES * 1024
    page.context.close()


def _weight(url: str) -> int:
    """Compressed bytes of a script or style sheet; nothing for anything else."""
    file = PWA / "dist" / url.split("/", 3)[3].split("?")[0]
    return len(gzip.compress(file.read_bytes())) if file.suffix in (".js", ".css") and file.is_file() else 0


def test_lighthouse_gives_95_or_more_in_every_category(server: Served, tmp_path: Path) -> None:
    is_good(server.url, tmp_path, performance=GOOD)
    is_good(f"{server.url}/personvern", tmp_path, QUICKLY)


def is_good(address: str, folder: Path, *options: str, performance: float = 0) -> None:
    """Content stands within two seconds on a slow phone and stays where it is; scores are 95 or more.

    Performance also weighs how busy the machine was, so only the lightest screen is held to it. A busy machine makes
    a screen slower and never faster: the best of a few looks is nearest to how fast it is.
    """
    for looks_left in reversed(range(LOOKS)):
        found = _report(address, folder, *options)
        scores = {name: each["score"] for name, each in found["categories"].items()}
        stands = found["audits"]["largest-contentful-paint"]["numericValue"]
        if (stands < STANDS_MS and scores.get("performance", 1) >= performance) or not looks_left:
            break
    held = {name: score for name, score in scores.items() if name != "performance"}
    assert len(held) >= 3
    assert min(held.values()) >= GOOD, (address, scores)
    assert scores.get("performance", 1) >= performance, (address, scores)
    assert stands < STANDS_MS, address
    assert found["audits"]["cumulative-layout-shift"]["numericValue"] < 0.1, address


def _report(address: str, folder: Path, *options: str) -> dict[str, Any]:
    report = folder / "report.json"
    node = str(Path(sys.executable).with_name("node"))
    lighthouse = str(PWA / "node_modules" / "lighthouse" / "cli" / "index.js")
    asked = ["--output=json", f"--output-path={report}", "--quiet", f"--chrome-flags={FLAGS}", "--form-factor=mobile"]
    environment = {**os.environ, "CHROME_PATH": chromium_path()}
    subprocess.run([node, lighthouse, address, *asked, *options], env=environment, check=True, capture_output=True)
    found: dict[str, Any] = json.loads(report.read_text())
    return found
