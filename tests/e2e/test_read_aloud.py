"""Reading aloud: what stands on the screen, in its order, each word marked while it is read."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app.demo.tries import wrong_response
from quests.content.rules.kinds.registry import is_exercise
from tests.e2e.learner import Learner
from tests.served import Served

pytestmark = pytest.mark.browser

VOICE = """() => {
  const spoken = window.spoken = []
  class Utterance extends EventTarget { constructor(text) { super(); this.text = text } }
  const synthesis = new EventTarget()
  let queue = []
  Object.assign(synthesis, {
    getVoices: () => [{ lang: 'nb-NO', name: 'Prøvestemme' }],
    speak: each => queue.push(each),
    cancel: () => { queue = [] },
  })
  window.SpeechSynthesisUtterance = Utterance
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  const marked = () => [...(CSS.highlights.get('loype-read') ?? [])].map(range => range.toString()).join('')
  window.readOn = () => {
    const each = queue.shift()
    if (!each) return false
    each.onstart?.({})
    const whole = marked()
    const words = [...each.text.matchAll(/[\\p{L}\\p{N}]\\S*/gu)].map(({ index }) => {
      each.onboundary?.({ name: 'word', charIndex: index })
      return marked()
    })
    spoken.push({ text: each.text, lang: each.lang, whole, words })
    each.onend?.({})
    return true
  }
}"""
"""A voice for a browser that has none: it reads when it is told to, and notes what was marked at each word."""


@pytest.fixture
def listener(server: Served, phone: BrowserContext) -> Learner:
    phone.add_init_script(f"({VOICE})()")
    learner = Learner(server, phone.new_page())
    learner.sign_in(server.newcomer())
    learner.stored_for_offline()
    return learner


def heard(page: Page) -> list[dict[str, Any]]:
    """Let the voice read all that it was given; what it read since the last time."""
    found: list[dict[str, Any]] = page.evaluate("() => { while (readOn()); return spoken.splice(0) }")
    return found


def letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_a_question_and_its_explanation_are_read_with_each_word_marked(listener: Learner) -> None:
    page = listener.page
    listener.go_on()
    document = listener.here()
    card = listener.card(document)
    while not is_exercise(card):
        page.locator(".play-dock button").click()
        expect(page.locator(f'[data-card="{card["id"]}"]')).to_have_count(0)
        card = listener.card(document)
    button = page.locator("header").get_by_role("button", name="Les opp")
    button.click()
    expect(page.get_by_role("button", name="Stopp opplesingen")).to_be_visible()
    read = heard(page)
    expect(button).to_be_visible()
    texts = [each["text"].strip() for each in read]
    assert card["prompt"] in texts
    assert {option["text"] for option in card["options"]} <= set(texts)
    assert "Svar" not in texts, "buttons to go on with are no content"
    for each in read:
        assert each["lang"] == "nb-NO"
        assert each["whole"] == each["text"]
        assert letters_of("".join(each["words"])) == letters_of(each["text"])

    listener.answer(card, wrong_response(card))
    button.click()
    told = " ".join(each["text"] for each in heard(page))
    assert "Ikke helt" in told
    assert page.locator(".svar .play-reason").first.inner_text().split("\n")[-1] in told


def test_it_falls_silent_when_the_card_changes(listener: Learner) -> None:
    page = listener.page
    listener.go_on()
    page.locator("header").get_by_role("button", name="Les opp").click()
    listener.play(listener.here(), stop_after=1)
    assert heard(page) == []
    assert page.evaluate("() => CSS.highlights.has('loype-read')") is False
    expect(page.locator("header").get_by_role("button", name="Les opp")).to_be_visible()
