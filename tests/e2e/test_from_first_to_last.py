"""A post from first to last, by mouse and by keyboard alone: from nothing to answers kept over a correction."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.conftest import READER
from tests.e2e.editing import Editor, editor_at
from tests.e2e.hands import Hand, Keys, Mouse
from tests.e2e.learner import Learner
from tests.e2e.test_media import named, photograph
from tests.e2e.test_screens import by_keyboard, settled
from tests.served import Served, after_sunday, served, wait_until, working

pytestmark = pytest.mark.browser

SIX = "\n".join(
    f"{number}. Hva gjør du som nummer {number}?\n"
    f"a) Går videre fra nummer {number} – Da ser du ikke hvordan det går.\n"
    f"b) Blir hos nummer {number} * – Da er beboeren trygg.\n"
    for number in range(1, 7)
)
WHY = "Forklaring B"
MENDED = "Da er beboeren trygg, og du ser hvordan det går."
WORDS = "Forklaringen på det første kortet kunne sagt mer."
COLOURS = {Mouse: "#3a7d55", Keys: "#7d3a55"}


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    """Of its own: its Monday comes, and nobody else is to wake up in another week."""
    with served() as found:
        yield found


@pytest.fixture
def editor(server: Served, chromium: Browser) -> Iterator[Editor]:
    context = chromium.new_context(viewport=DESKTOP, locale="nb-NO", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield editor_at(server, context.new_page(), server.account("editor"))
    context.close()


@pytest.fixture
def other_phone(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=PHONE, has_touch=True, locale="nb-NO")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(READER)
    yield context
    context.close()


@pytest.mark.parametrize("hand", [Mouse(), Keys()], ids=["mouse", "keyboard"])
def test_from_nothing_to_answers_kept_over_a_correction(
    server: Served, editor: Editor, phone: BrowserContext, other_phone: BrowserContext, tmp_path: Path, hand: Hand
) -> None:
    name = f"{type(hand).__name__} {next(server.numbers)}"
    title, trying, working_there = f"Seks kort, {name}", f"Prøverne, {name}", f"Avdelingen, {name}"
    tester, learner = Learner(server, phone.new_page()), Learner(server, other_phone.new_page())
    tester.sign_in(server.newcomer(place=trying))
    account = server.newcomer(place=working_there)

    made(editor, hand, title)
    picture(editor, hand, named(tmp_path, f"{name}.jpg", photograph(COLOURS[type(hand)])))
    translated(editor, hand)
    tried_out(editor, hand, trying)
    first = played_by_the_tester(tester, hand, title)
    assert first > 0
    given_to_all_and_read(editor, hand, title)
    scheduled(editor, hand, title, working_there)

    learner.sign_in(account)
    assert post_of(learner, title) is None
    with working(server, after_sunday(1, 7)):
        wait_until(lambda: post_of(learner, title), "Monday did not come")
    learner.page.goto(server.url)
    learner.stored_for_offline()
    post = post_of(learner, title)
    assert post is not None

    corrected(editor, hand)
    played_without_a_network(learner, hand, post)
    earned = points(learner)
    assert earned == 6 * 10 + 20 + 50  # each exercise at the first try, the post, the week
    learner.page.goto(server.url)
    corrected_post = post_of(learner, title)
    assert corrected_post is not None
    assert corrected_post["version"] != post["version"]
    assert corrected_post["structure"] == post["structure"]
    assert corrected_post["done"]
    learner.stored_for_offline()
    played_without_a_network(learner, hand, corrected_post, MENDED)
    assert points(learner) == earned
    assert points(tester) == first


def middle(editor: Editor, label: str) -> Locator:
    """A field of the form."""
    return editor.page.locator(".editor-middle").get_by_label(label, exact=True)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def link(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=name, exact=True)


def made(editor: Editor, hand: Hand, title: str) -> None:
    """From the list to a draft with six cards out of a text."""
    page = editor.page
    page.goto(f"{editor.server.url}/studio")
    settled(page)
    hand.press(page, page.get_by_role("button", name="Ny post"))
    hand.write(page, page.get_by_label("Hva heter posten?"), title)
    hand.press(page, button(page, "Lag posten"))
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    hand.write(page, page.get_by_label("Ta med deg videre, én setning på hver linje"), "Bli der.")
    hand.press(page, button(page, "Lim inn tekst"))
    hand.write(page, page.get_by_label("Teksten"), SIX)
    expect(page.get_by_text("Blir 6 kort")).to_be_visible()
    hand.press(page, button(page, "Sett inn"))
    expect(page.locator("[data-card]")).to_have_count(6)


def picture(editor: Editor, hand: Hand, file: Path) -> None:
    """A picture out of the editor's own folder on the first card, and what it shows."""
    page = editor.page
    hand.press(page, page.locator('[data-card="0"]'))
    hand.press(page, button(page, "Velg bilde"))
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    hand.send(page, page.get_by_role("dialog").locator("input[type=file]"), file)
    expect(page.get_by_role("dialog")).to_have_count(0)
    hand.write(page, middle(editor, "Hva bildet viser, for den som ikke ser det"), "Et rom med en seng")


def translated(editor: Editor, hand: Hand) -> None:
    """Every text in nynorsk, beside its source."""
    page = editor.page
    hand.choose(page, page.get_by_label("Oversett til"), "Nynorsk")
    places = [
        page.get_by_role("button", name="Om posten"),
        *(page.locator(f'[data-card="{each}"]') for each in range(6)),
    ]
    for place in places:
        hand.press(page, place)
        expect(place).to_have_attribute("aria-current", "true")
        sources, fields = (page.locator(f".editor-middle textarea[lang={each}]") for each in ("nb", "nn"))
        for number in range(sources.count()):
            if source := sources.nth(number).input_value():
                hand.write(page, fields.nth(number), f"{source} (nynorsk)")
    expect(page.get_by_text("Nynorsk: 33 av 33 tekster")).to_be_visible()
    expect(page.get_by_text("Posten kan publiseres.")).to_be_visible()
    editor.saved()


def tried_out(editor: Editor, hand: Hand, department: str) -> None:
    """The draft is given to a department before all others."""
    page = editor.page
    hand.press(page, link(page, "Utprøving"))
    hand.press(page, button(page, "Prøv ut posten"))
    hand.tick(page, page.get_by_label(department))
    hand.write(page, page.get_by_label("Spørsmål 1"), "Forsto du alt?")
    hand.press(page, button(page, "Åpne for dem"))
    expect(page.get_by_text("0 har begynt, 0 er ferdige")).to_be_visible()


def played_by_the_tester(tester: Learner, hand: Hand, title: str) -> int:
    """Found under *Utforsk*, played and rated without a network; what it gave."""
    page = tester.page
    page.goto(f"{tester.server.url}/loype/utforsk")
    hand.press(page, button(page, f"Start løypa: Prøv ut: {title}"))
    expect(page.get_by_role("link", name="Start på post 1")).to_be_visible()
    tester.stored_for_offline()
    post = next(
        each | {"quest": quest["id"]}
        for quest in tester.api("/api/v1/today")["quests"]
        if quest["path"]["title"] == f"Prøv ut: {title}"
        for each in quest["activities"]
    )
    document = tester.api(f"/api/v1/modules/{post['version']}/nb")
    page.context.set_offline(True)
    hand.press(page, page.get_by_role("link", name="Start på post 1"))
    play(tester, hand, document)
    hand.press(page, button(page, "Nyttig"))
    hand.press(page, button(page, "Klar og tydelig"))
    hand.press(page, button(page, "Skriv en kommentar"))
    hand.write(page, page.get_by_label("Kommentaren din"), WORDS)
    hand.press(page, button(page, "Send kommentaren"))
    hand.press(page, button(page, "Ferdig for nå"))
    page.context.set_offline(False)
    page.goto(f"{tester.server.url}/tilbakemeldinger")
    settled(page)
    expect(page.get_by_text("Venter på nett")).to_have_count(0)
    tester.until("async () => (await (await fetch('/api/v1/me', {cache: 'no-store'})).json()).points.total > 0")
    return points(tester)


def given_to_all_and_read(editor: Editor, hand: Hand, title: str) -> None:
    """What was tried out is for everybody; then what the tester wrote is read."""
    page = editor.page
    page.reload()
    expect(page.get_by_text("1 har begynt, 1 er ferdige")).to_be_visible()
    hand.press(page, button(page, "Publiser for alle"))
    expect(page.get_by_text("Posten erstatter den som står i løypene nå")).to_be_visible()
    hand.press(page, button(page, "Publiser for alle"))
    expect(page.get_by_text("Publisert", exact=True)).to_be_visible()
    hand.press(page, link(page, "Statistikk"))
    hand.press(page, link(page, title))
    expect(page.get_by_text(WORDS)).to_be_visible()


def scheduled(editor: Editor, hand: Hand, title: str, department: str) -> None:
    """A path of one week with the post in it, for a department, from the next Monday."""
    page = editor.page
    hand.press(page, link(page, "Løyper"))
    hand.press(page, link(page, "Ny løype"))
    for group in ("Løypa", "Etappe 1"):
        for field in ("Navn", "Fortelling", "Mål"):
            what = page.get_by_role("group", name=group, exact=True).get_by_label(field, exact=True)
            hand.write(page, what, f"{title}: {group}, {field}")
    hand.press(page, button(page, "Legg til post"))
    hand.write(page, page.get_by_label("Søk etter post"), title)
    hand.press(page, page.get_by_role("dialog").get_by_role("button", name=title))
    hand.press(page, button(page, "Lagre løypa"))
    hand.press(page, link(page, "Ny gjennomføring"))
    hand.tick(page, page.get_by_label("Noen avdelinger eller roller"))
    hand.tick(page, page.get_by_label(department))
    hand.press(page, button(page, "Opprett"))
    expect(page.get_by_text("1 planlagt").or_(page.get_by_text("Planlagt")).first).to_be_visible()


def corrected(editor: Editor, hand: Hand) -> None:
    """One explanation says more: the cards, the answers and the key are what they were."""
    page = editor.page
    page.goto(f"{editor.server.url}/studio")
    settled(page)
    hand.press(page, page.locator("a[data-post]").first)
    hand.press(page, page.locator('[data-card="0"]'))
    hand.write(page, middle(editor, WHY), MENDED)
    hand.press(page, button(page, "Publiser"))
    hand.press(page, button(page, "Publiser nå"))
    expect(page.get_by_text("er publisert.")).to_be_visible()


def post_of(learner: Learner, title: str) -> dict[str, Any] | None:
    """The post of that title among what is open to somebody."""
    for quest in learner.api("/api/v1/today")["quests"]:
        for each in quest["activities"]:
            if each["title"] == title:
                found: dict[str, Any] = each | {"quest": quest["id"]}
                return found
    return None


def play(learner: Learner, hand: Hand, document: dict[str, Any]) -> None:
    """The post on the screen, to its end."""
    expect(learner.page.locator("#play-prompt")).to_be_visible()
    if isinstance(hand, Mouse):
        learner.play(document)
        return
    while learner.page.locator("#play-end").count() == 0:
        by_keyboard(learner.page, learner.card(document))
        expect(learner.page.locator("#play-prompt, #play-end")).to_be_visible()


def played_without_a_network(learner: Learner, hand: Hand, post: dict[str, Any], says: str | None = None) -> None:
    """What lies on the phone is played, and handed in when the network is back."""
    page, document = learner.page, learner.api(f"/api/v1/modules/{post['version']}/nb")
    assert says is None or says in str(document)
    page.context.set_offline(True)
    page.goto(f"{learner.server.url}/spill/{post['quest']}/{post['id']}")
    play(learner, hand, document)
    hand.press(page, button(page, "Ferdig for nå"))
    with page.expect_response(lambda answer: answer.url.endswith("/play/letters") and answer.ok):
        page.context.set_offline(False)


def points(learner: Learner) -> int:
    return int(learner.api("/api/v1/me")["points"]["total"])
