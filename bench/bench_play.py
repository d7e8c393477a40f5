"""A phone six times slower than this machine: how soon a post stands on the screen, and how soon it answers a tap."""

import json
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.browser import PHONE, browser
from tests.e2e.learner import Learner
from tests.served import Served, served

SLOWER = 6
OPENS_MS, ANSWERS_MS = 100, 50

OPENED = """async ([link, wanted]) => {
  const from = performance.now()
  document.querySelector(link).click()
  await new Promise(done => {
    const look = () => document.querySelector(wanted) ? done() : requestAnimationFrame(look)
    look()
  })
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  return performance.now() - from
}"""
"""Milliseconds from a tap on a link until something is painted."""

TAPS = """() => {
  window.taps = new Map()
  const note = list => list.getEntries().filter(each => each.interactionId).forEach(each =>
    taps.set(each.interactionId, Math.max(each.duration, taps.get(each.interactionId) ?? 0)))
  new PerformanceObserver(note).observe({ type: 'event', durationThreshold: 16, buffered: true })
}"""
"""Notes how long each tap took until the next paint, as Event Timing tells it: in steps of 8 ms, from 16 on."""


def main() -> None:
    with served() as server, browser() as chromium:
        context = chromium.new_context(viewport=PHONE, has_touch=True, locale="nb-NO")
        learner = Learner(server, context.new_page())
        learner.sign_in(server.newcomer())
        learner.stored_for_offline()
        slow(learner.page)
        opened, taps, counted = played(server, learner)
    shown(
        "play_opens",
        f"a post opens within {OPENS_MS} ms at {SLOWER}x CPU throttling",
        OPENS_MS,
        opened[1:],
        first=opened[0],
    )
    shown(
        "play_answers",
        f"a tap is answered within {ANSWERS_MS} ms at {SLOWER}x CPU throttling",
        ANSWERS_MS,
        taps,
        counted=counted,
    )


def slow(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def played(server: Served, learner: Learner) -> tuple[list[float], list[float], int]:
    """Every post of the week by touch: how long each took to open, how long slower taps took, how many cards."""
    page = learner.page
    page.evaluate(TAPS)
    opened, answers = [], 0
    for _ in learner.kept:
        opened.append(page.evaluate(OPENED, [".dock a.btn", "#play-prompt"]))
        document = learner.here()
        answers += len(document["cards"])
        learner.play(document)
        page.get_by_role("button", name="Ferdig for nå").click()
        expect(page.locator(".dock a.btn")).to_be_visible()
    return opened, page.evaluate("() => [...taps.values()]"), answers


def shown(name: str, what: str, most: float, took: list[float], **figures: Any) -> None:
    """The ratio is that of the slowest twentieth."""
    slowest = quantiles(took, n=20)[-1]
    raw = {"median_ms": round(median(took), 1), "p95_ms": round(slowest, 1), "count": len(took), **figures}
    print(json.dumps({"name": name, "what": what, "ratio": round(most / slowest, 2), "aim": 1, **raw}))
