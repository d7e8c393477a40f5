"""The studio when it is big: five thousand modules to list and search, forty cards to edit, two million answers."""

import json
from statistics import median
from time import perf_counter
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, expect

from bench.bench_play import loop
from bench.library import fill, played
from tests.e2e.browser import DESKTOP, browser
from tests.e2e.editing import CHOICE, made_post
from tests.e2e.learner import Learner
from tests.served import Served, served

MODULES, ANSWERS, PLAYED, CARDS = 5000, 2_000_000, 1000, 40
LIST_MS, STATISTICS_MS, OPENS_MS, SLOWER = 100, 1000, 300, 4

OPENED = """async ([path, wanted]) => {
  const from = performance.now()
  const there = new Promise(done => {
    new MutationObserver((_, watch) => {
      if (!document.querySelector(wanted)) return
      watch.disconnect()
      done()
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  document.querySelector(`a[href="${path}"]`).click()
  await there
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  return performance.now() - from
}"""
"""Milliseconds from a click in the list until the editor stands with its cards and the post saved."""


def main() -> None:
    with served() as server, browser() as chromium:
        machine = {"name": "studio_machine", "what": "milliseconds of a fixed loop", "loop_ms": loop(chromium)}
        print(json.dumps(machine), flush=True)
        edited(server, chromium)
        versions = fill(server, MODULES)
        for name, query in (
            ("list", ""),
            ("page", "?page=60"),
            ("state", "?state=published&page=2"),
            ("search", "?q=nattevakt"),
            ("narrow", "?q=nummer 4711"),
        ):
            asked(server, f"studio_{name}", f"{MODULES} modules: {name}", f"/api/v1/studio/modules{query}", LIST_MS)
        count = played(server, versions[:PLAYED], ANSWERS)
        for name, path in (
            ("statistics", f"/api/v1/studio/modules/{versions[0]['module_id']}/statistics"),
            ("attention", "/api/v1/studio/statistics"),
            ("list_after", "/api/v1/studio/modules"),
        ):
            most = LIST_MS if name == "list_after" else STATISTICS_MS
            asked(server, f"studio_{name}", f"{name} over {count} answers", path, most)


def asked(server: Served, name: str, what: str, path: str, most: float, times: int = 15) -> None:
    """One at a time, as an editor asks; the first is told by itself."""
    headers, _ = server.signed_in(server.account("editor"))
    took = []
    with httpx.Client(base_url=server.url, headers=headers) as client:
        for _ in range(times):
            before = perf_counter()
            client.get(path).raise_for_status()
            took.append(1e3 * (perf_counter() - before))
    shown(name, f"{what}, within {most} ms", most, took[1:], first=took[0])


def edited(server: Served, chromium: Browser) -> None:
    """A post of forty cards, opened from the list on a slow machine."""
    page = chromium.new_context(viewport=DESKTOP, locale="nb-NO").new_page()
    editor = Learner(server, page)
    editor.sign_in(server.account("editor"))
    cards = [{**CHOICE, "id": f"c{number}"} for number in range(1, CARDS + 1)]
    module = made_post(editor, "Førti kort", *cards)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    took = [opened(page, server, f"/studio/post/{module}") for _ in range(10)]
    what = f"the editor opens {CARDS} cards within {OPENS_MS} ms at {SLOWER}x CPU throttling"
    shown("studio_editor", what, OPENS_MS, took[1:], first=took[0])
    page.context.close()


def opened(page: Page, server: Served, path: str) -> float:
    page.goto(f"{server.url}/studio")
    expect(page.locator(f'a[href="{path}"]').first).to_be_visible()
    page.evaluate("() => new Promise(requestIdleCallback)")
    return float(page.evaluate(OPENED, [path, "[data-saving=saved]"]))


def shown(name: str, what: str, most: float, took: list[float], **more: Any) -> None:
    """The ratio is that of the median."""
    raw = {"median_ms": round(median(took), 1), "slowest_ms": round(max(took), 1), "count": len(took)}
    first = {key: round(value, 1) for key, value in more.items()}
    line = {"name": name, "what": what, "ratio": round(most / median(took), 2), "aim": 1, **raw, **first}
    print(json.dumps(line), flush=True)
