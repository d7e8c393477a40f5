"""A phone six times slower than this machine: how soon a post stands on the screen, and how soon it answers a tap."""

import json
from functools import cached_property
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, CDPSession, Locator, Page, Position, expect

from bench.conversation import PLACES, long_conversation
from tests.e2e.browser import PHONE, browser
from tests.e2e.cards import player_of
from tests.e2e.learner import Learner
from tests.served import Served, served

SLOWER = 6
OPENS_MS, ANSWERS_MS = 100, 50

LOOP = """() => {
  const from = performance.now()
  const texts = new Map()
  for (let i = 0; i < 200_000; i++) texts.set(i % 1000, `${i} ${texts.get((i * 7) % 1000)?.length ?? 0}`)
  return performance.now() - from
}"""

OPENED = """async ([link, wanted]) => {
  const from = performance.now()
  await new Promise(done => {
    new MutationObserver((_, watch) => {
      if (!document.querySelector(wanted)) return
      watch.disconnect()
      done()
    }).observe(document.body, { subtree: true, childList: true })
    document.querySelector(link).click()
  })
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  return performance.now() - from
}"""
"""Milliseconds from a tap on a link until what is wanted is painted."""

TAPS = """leaving => {
  const from = performance.now(), before = performance.interactionCount
  const taps = new Map(), left = new Set()
  const note = list => list.getEntries().filter(each => each.interactionId && each.startTime > from).forEach(each => {
    const { took, leaves } = taps.get(each.interactionId) ?? { took: 0, leaves: false }
    taps.set(each.interactionId, { took: Math.max(each.duration, took), leaves: leaves || left.has(each.startTime) })
  })
  addEventListener('click', click => {
    if (leaving.includes(click.target.closest('button')?.textContent)) left.add(click.timeStamp)
  }, true)
  const observer = new PerformanceObserver(note)
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true })
  window.tapped = () => {
    note({ getEntries: () => observer.takeRecords() })
    const quick = Array(performance.interactionCount - before - taps.size).fill(16)
    const [answers, leaves] = [false, true].map(wanted => [...taps.values()].filter(each => each.leaves === wanted))
    return [[...answers.map(each => each.took), ...quick], leaves.map(each => each.took)]
  }
}"""
"""Notes how long each tap took until the next paint, as Event Timing tells it: in steps of 8 ms; quicker than 16 is 16.

A tap that ends a post, a conversation or a visit opens another screen; it is told apart from those that answer.
"""
HELD_MS, LOOKED_MS = 80, 150
"""How long a finger stays on the glass; then nobody asks the page anything for a while: that would be its work too."""
SHOWN = """each => {
  each.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { x, y, width, height } = each.getBoundingClientRect()
  return [x, y, width, height]
}"""
LEAVING = ["Stemple posten", "Ferdig for nå", "Se hvordan det gikk"]


class Finger(Learner):
    """Somebody who touches the glass, and looks at what comes of it."""

    def tap(self, what: Locator, position: Position | None = None) -> None:
        what.wait_for()
        left, top, width, height = what.evaluate(SHOWN)
        self.page.wait_for_timeout(LOOKED_MS)
        x, y = (position["x"], position["y"]) if position else (width / 2, height / 2)
        self._touch("touchStart", [{"x": left + x, "y": top + y}], HELD_MS)
        self._touch("touchEnd", [], LOOKED_MS)

    def _touch(self, what: str, points: list[dict[str, float]], wait: int) -> None:
        self.glass.send("Input.dispatchTouchEvent", {"type": what, "touchPoints": points})
        self.page.wait_for_timeout(wait)

    @cached_property
    def glass(self) -> CDPSession:
        return self.page.context.new_cdp_session(self.page)


def main() -> None:
    with served() as server, browser() as chromium:
        learner = arrived(server, chromium, server.newcomer())
        print(
            json.dumps(
                {"name": "play_machine", "what": "milliseconds of a fixed loop, not slowed", "loop_ms": loop(chromium)}
            )
        )
        opened, (answers, leaves) = played(learner)
        again = played(arrived(server, chromium, server.newcomer()))
        first, opened = opened[0], opened[1:] + again[0][1:]
        answers, leaves = answers + again[1][0], leaves + again[1][1]
        shown("play_opens", "a post opens", OPENS_MS, opened, first=first)
        shown("play_answers", "a tap is answered", ANSWERS_MS, answers)
        shown("play_leaves", "a post ends or is left", OPENS_MS, leaves)
        account = player_of(server, "Lang samtale", "lang-samtale", [long_conversation()])
        learner = arrived(server, chromium, account)
        opened, (choices, leaves) = conversed(learner, account)
        shown("talk_opens", f"a conversation of {PLACES} places opens", OPENS_MS, opened[1:], first=opened[0])
        shown("talk_answers", "a choice in it is answered", ANSWERS_MS, choices)
        shown("talk_leaves", "a conversation ends or is left", OPENS_MS, leaves)


def arrived(server: Served, chromium: Browser, account: dict[str, str]) -> Finger:
    """Signed in on a slow phone on which everything that is open lies."""
    context = chromium.new_context(viewport=PHONE, has_touch=True, locale="nb-NO")
    learner = Finger(server, context.new_page())
    learner.sign_in(account)
    learner.stored_for_offline()
    slow(learner.page)
    return learner


def loop(chromium: Browser) -> float:
    """How fast this machine is today: the phone is so many times slower than it, whatever it is."""
    page = chromium.new_page()
    took = sorted(page.evaluate(LOOP) for _ in range(5))
    page.close()
    return round(float(took[2]), 1)


def slow(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def played(learner: Finger) -> tuple[list[float], list[list[float]]]:
    """Every post of the week by touch: how long each took to open; how long taps took that answer, and that leave."""
    page = learner.page
    page.evaluate(TAPS, LEAVING)
    opened = []
    for _ in learner.kept:
        opened.append(page.evaluate(OPENED, [".dock a.btn", "#play-prompt"]))
        learner.play(learner.here())
        learner.tap(page.get_by_role("button", name="Ferdig for nå"))
        expect(page.locator(".dock a.btn")).to_be_visible()
    return opened, page.evaluate("() => tapped()")


def conversed(learner: Finger, account: dict[str, str], times: int = 9) -> tuple[list[float], list[list[float]]]:
    """Playing the conversation so many times: the same figures."""
    page = learner.page
    week = next(each for each in learner.api("/api/v1/today")["quests"] if each["run"] == account["run"])
    link = f'a[href$="/{week["activities"][0]["id"]}"]'
    page.goto(f"{learner.server.url}/etappe/{week['id']}")
    page.evaluate(TAPS, LEAVING)
    opened = []
    for _ in range(times):
        expect(page.locator(link).first).to_be_visible()
        page.evaluate("() => new Promise(requestIdleCallback)")
        opened.append(page.evaluate(OPENED, [link, "[data-option]"]))
        learner.converse(long_conversation()["cards"][0]["key"])
        learner.tap(page.get_by_role("button", name="Stemple posten"))
        learner.tap(page.get_by_role("button", name="Ferdig for nå"))
        page.evaluate("history.go(-2)")
    return opened, page.evaluate("() => tapped()")


def shown(name: str, what: str, most: float, took: list[float], **figures: Any) -> None:
    """The ratio is that of the slowest twentieth."""
    slowest = quantiles(took, n=20, method="inclusive")[-1]
    what = f"{what} within {most} ms at {SLOWER}x CPU throttling"
    raw = {"median_ms": round(median(took), 1), "p95_ms": round(slowest, 1), "count": len(took), **figures}
    print(json.dumps({"name": name, "what": what, "ratio": round(most / slowest, 2), "aim": 1, **raw}), flush=True)
