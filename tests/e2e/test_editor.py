"""The editor of posts: from nothing to a published post, two at once, without a network, by hand and by key."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.e2e.browser import DESKTOP, PATIENCE, PHONE
from tests.e2e.editing import CHOICE, FIVE, QUESTION, Editor, editor_at, made_post
from tests.e2e.test_screens import faults, settled
from tests.served import Served

pytestmark = pytest.mark.browser

SAYS = """async ([module, text]) => {
  const {document} = await (await fetch(`/api/v1/studio/modules/${module}`, {cache: 'no-store'})).json()
  return JSON.stringify(document).includes(text)
}"""
"""Whether the draft that the server has holds a text."""

AT_ONCE = """new MutationObserver((_, observer) => {
  if (!document.querySelector('.editor-left')) return
  observer.disconnect()
  const key = {key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true}
  document.body.dispatchEvent(new KeyboardEvent('keydown', key))
}).observe(document, {childList: true, subtree: true})"""
"""Alt and the arrow down as soon as the page has the editor, before it is painted."""


@pytest.fixture
def desk(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=DESKTOP, locale="nb-NO")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def editor(server: Served, desk: BrowserContext) -> Editor:
    return editor_at(server, desk.new_page(), server.account("editor"))


@pytest.fixture
def other(server: Served, chromium: Browser) -> Iterator[Editor]:
    """Somebody else, at a desk of their own."""
    context = chromium.new_context(viewport=DESKTOP, locale="nb-NO")
    context.set_default_timeout(PATIENCE)
    yield editor_at(server, context.new_page(), server.account("admin"))
    context.close()


def test_from_nothing_to_a_published_post_with_the_mouse(server: Served, editor: Editor) -> None:
    page = editor.page
    page.goto(f"{server.url}/studio")
    page.get_by_role("button", name="Ny post").click()
    page.get_by_role("button", name="Lag posten").click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv en tittel.")
    page.get_by_label("Hva heter posten?").fill("Fall på badet")
    page.get_by_role("button", name="Lag posten").click()
    expect(page.get_by_role("heading", name="Fall på badet")).to_be_visible()
    page.get_by_role("button", name="Nytt kort").click()
    expect(editor.field("Spørsmål eller overskrift")).to_be_focused()
    editor.field("Spørsmål eller overskrift").fill("Hva gjør du først?")
    for letter, text, why in (("A", "Løfter", "Nei."), ("B", "Ser om hun puster", "Ja."), ("C", "Går", "Nei.")):
        editor.field(f"Svar {letter}").fill(text)
        editor.field(f"Forklaring {letter}").fill(why)
    page.get_by_label("B er riktig").check()
    phone = page.locator(".phone")
    expect(phone.get_by_text("Ser om hun puster")).to_be_visible()
    page.get_by_role("radio", name="Ikke helt").check()
    expect(phone.locator("#play-verdict")).to_be_visible()
    expect(page.get_by_text("Posten kan publiseres.")).to_be_visible()
    assert editor.state(editor.module) == "draft"
    page.get_by_role("button", name="Publiser", exact=True).click()
    page.get_by_role("button", name="Publiser nå").click()
    expect(page.get_by_text("Versjon 1 er publisert.")).to_be_visible()
    assert editor.state(editor.module) == "published"


def test_five_cards_from_a_pasted_text_take_few_keys_and_no_mouse(server: Served, editor: Editor) -> None:
    page = editor.page
    page.goto(f"{server.url}/studio")
    settled(page)
    editor.press("n")
    expect(page.get_by_label("Hva heter posten?")).to_be_focused()
    editor.write("Fem spørsmål")
    editor.press("Enter")
    expect(page.get_by_role("heading", name="Fem spørsmål")).to_be_visible()
    editor.press("Control+Shift+V")
    expect(editor.page.get_by_label("Teksten")).to_be_focused()
    editor.write(FIVE)
    editor.presses += 1  # Ctrl+V
    expect(page.get_by_text("Blir 5 kort")).to_be_visible()
    editor.press("Control+Enter")
    expect(page.locator("[data-card]")).to_have_count(5)
    expect(page.get_by_text("Posten kan publiseres.")).to_be_visible()
    editor.press("Control+Shift+Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    editor.press("Enter")
    expect(page.get_by_text("Versjon 1 er publisert.")).to_be_visible()
    assert editor.presses <= 40
    assert editor.state(editor.module) == "published"
    assert [card["key"] for card in editor.draft(editor.module)["cards"]] == ["b"] * 5


def test_a_key_pressed_the_moment_the_editor_stands_leads_to_its_field(editor: Editor) -> None:
    page, second = editor.page, {**CHOICE, "id": "c2", "prompt": {"nb": "Og så?"}}
    module = made_post(editor, "Straks", CHOICE, second)
    page.add_init_script(AT_ONCE)
    editor.open(module)
    expect(editor.field("Spørsmål eller overskrift")).to_have_value("Og så?")
    expect(editor.field("Spørsmål eller overskrift")).to_be_focused()


def test_cards_are_chosen_moved_marked_and_taken_back_by_keys(editor: Editor) -> None:
    page, second = editor.page, {**CHOICE, "id": "c2", "prompt": {"nb": "Og så?"}}
    module = made_post(editor, "Med taster", CHOICE, second)
    editor.open(module)
    page.keyboard.press("Alt+ArrowDown")
    prompt = editor.field("Spørsmål eller overskrift")
    expect(prompt).to_be_focused()
    expect(prompt).to_have_value("Og så?")
    page.keyboard.press("Alt+1")
    expect(page.get_by_label("A er riktig")).to_be_checked()
    page.keyboard.press("Alt+Shift+ArrowUp")
    expect(page.get_by_text("Kort 1 av 2", exact=True)).to_be_visible()
    page.keyboard.type(" c?")
    expect(prompt).to_have_value("Og så? c?")  # letters are letters where one writes
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Control+Enter")
    expect(page.locator("[data-card]")).to_have_count(3)
    expect(prompt).to_have_value("")
    for _ in range(3):
        page.keyboard.press("Control+z")
    expect(page.locator("[data-card]")).to_have_count(2)
    page.keyboard.press("Control+Shift+z")
    page.keyboard.press("Control+Shift+z")
    editor.saved()
    cards = editor.draft(module)["cards"]
    assert [(card["id"], card["key"], card["prompt"]["nb"]) for card in cards] == [
        ("c2", "a", "Og så? c?"),
        ("c1", "b", "Hva gjør du først?"),
    ]


def test_letters_can_be_turned_off_and_walk_the_list(server: Served, editor: Editor) -> None:
    page = editor.page
    page.goto(f"{server.url}/studio")
    links = page.locator("a[data-post]")
    expect(links.first).to_be_visible()
    for key, which in (("j", 0), ("j", 1), ("k", 0)):
        page.keyboard.press(key)
        expect(links.nth(which)).to_be_focused()
    page.keyboard.press("/")
    search = page.get_by_role("searchbox")
    page.keyboard.type("njk")
    expect(search).to_have_value("njk")
    expect(page.get_by_text("Ingen poster passer")).to_be_visible()
    search.fill("")
    expect(links.first).to_be_visible()
    page.get_by_role("heading", name="Innhold").click()
    page.keyboard.press("?")
    page.get_by_label("Snarveier med én bokstav").uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator("body").press("n")
    page.locator("body").press("j")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(links.first).not_to_be_focused()


def test_two_editors_at_once_lose_nothing(editor: Editor, other: Editor) -> None:
    prompt, module = "Spørsmål eller overskrift", made_post(editor, "Begge to", CHOICE)
    editor.open(module)
    other.open(module)
    other.field("Svar A").fill("Løfter henne opp")
    other.until(SAYS, [module, "Løfter henne opp"])
    editor.field("Forklaring A").fill("Et brudd kan bli verre.")
    expect(editor.field("Svar A")).to_have_value("Løfter henne opp")
    editor.saved()
    (card,) = editor.draft(module)["cards"]
    assert card["options"][0] == {
        "id": "a",
        "text": {"nb": "Løfter henne opp"},
        "explanation": {"nb": "Et brudd kan bli verre."},
    }

    other.open(module)
    other.field(prompt).fill("Hva gjør du aller først?")
    other.until(SAYS, [module, "Hva gjør du aller først?"])
    editor.field(prompt).fill("Hva gjør du nå?")
    clash = editor.page.get_by_role("region", name="Dere har begge endret dette")
    expect(clash.get_by_text("Hva gjør du nå?")).to_be_visible()
    expect(clash.get_by_text("Hva gjør du aller først?")).to_be_visible()
    assert faults(editor.page) == []
    assert editor.draft(module)["cards"][0]["prompt"]["nb"] == "Hva gjør du aller først?"
    clash.get_by_role("button", name="Behold mitt").click()
    editor.saved()
    expect(clash).to_have_count(0)
    assert editor.draft(module)["cards"][0]["prompt"]["nb"] == "Hva gjør du nå?"


def test_each_sees_the_other_and_what_the_other_has_saved(server: Served, editor: Editor, other: Editor) -> None:
    names = [server.account(role)["name"] for role in ("editor", "admin")]
    module = made_post(editor, "Sammen", CHOICE)
    editor.open(module)
    other.open(module)
    expect(other.page.get_by_text(f"{names[0]} har også posten åpen.")).to_be_visible()
    expect(editor.page.get_by_text(f"{names[1]} har også posten åpen.")).to_be_visible()
    other.field("Svar A").fill("Løfter henne opp")
    expect(editor.field("Svar A")).to_have_value("Løfter henne opp")  # who only looks on sees it too
    editor.field("Forklaring A").fill("Et brudd kan bli verre.")
    editor.page.keyboard.press("Control+z")
    editor.until(SAYS, [module, "Løfter henne opp"])
    editor.saved()
    (card,) = editor.draft(module)["cards"]
    assert card["options"][0] == {"id": "a", "text": {"nb": "Løfter henne opp"}, "explanation": {"nb": "Nei."}}


def test_two_who_write_at_the_same_time_keep_every_card_and_word(editor: Editor, other: Editor) -> None:
    module = made_post(editor, "Samtidig", CHOICE)
    both = (editor, other)
    for each in both:
        each.open(module)
        each.page.get_by_role("button", name="Nytt kort").click()
    texts = ("Hva gjør den ene?", "Hva gjør den andre?")
    for number in range(0, 17, 4):
        for each, text in zip(both, texts, strict=True):
            each.field("Spørsmål eller overskrift").press_sequentially(text[number : number + 4])
    for each in both:
        each.saved()
    for text in texts:
        editor.until(SAYS, [module, text])
        for each in both:
            expect(each.page.locator("[data-card]").filter(has_text=text)).to_be_visible()
    cards = editor.draft(module)["cards"]
    assert sorted(card["prompt"]["nb"] for card in cards) == sorted((*texts, "Hva gjør du først?"))
    assert len({card["id"] for card in cards}) == 3


def test_without_a_network_in_the_middle(editor: Editor) -> None:
    page, module = editor.page, made_post(editor, "Uten nett", CHOICE)
    editor.open(module)
    page.context.set_offline(True)
    editor.field("Spørsmål eller overskrift").fill("Skrevet uten nett")
    expect(page.get_by_text("Utenett: lagres når nettet er tilbake")).to_be_visible()
    editor.field("Svar A").fill("Også uten nett")
    page.context.set_offline(False)
    editor.saved()
    (card,) = editor.draft(module)["cards"]
    assert (card["prompt"]["nb"], card["options"][0]["text"]["nb"]) == ("Skrevet uten nett", "Også uten nett")


def test_what_was_written_when_the_page_closed_without_a_network_is_there_again(editor: Editor) -> None:
    page, module = editor.page, made_post(editor, "Lukket", CHOICE)
    editor.open(module)
    page.context.set_offline(True)
    editor.field("Spørsmål eller overskrift").fill("Skrevet før lukking")
    expect(page.get_by_text("Utenett: lagres når nettet er tilbake")).to_be_visible()
    page.close()
    editor.page = page.context.new_page()
    page.context.set_offline(False)
    editor.open(module)
    expect(editor.field("Spørsmål eller overskrift")).to_have_value("Skrevet før lukking")
    assert editor.draft(module)["cards"][0]["prompt"]["nb"] == "Skrevet før lukking"


def test_a_check_leads_to_its_field(editor: Editor) -> None:
    page = editor.page
    options = [CHOICE["options"][0], {"id": "b", "text": {"nb": "Blir"}}]  # type: ignore[index]
    module = made_post(editor, "Mangler", {**CHOICE, "id": "c0"}, {**CHOICE, "options": options})
    editor.open(module)
    checks = page.get_by_role("region", name="Før publisering")
    expect(checks.get_by_text("1 må rettes")).to_be_visible()
    checks.get_by_role("button", name="forklaring: mangler").click()
    expect(editor.field("Forklaring B")).to_be_focused()
    page.get_by_role("button", name="Publiser", exact=True).click()
    expect(page.get_by_role("button", name="Publiser nå")).to_be_disabled()
    page.keyboard.press("Escape")
    editor.field("Forklaring B").fill("Ja.")
    expect(checks.get_by_text("Posten kan publiseres.")).to_be_visible()


def test_a_translation_beside_its_source(editor: Editor) -> None:
    page, module = editor.page, made_post(editor, "Oversatt", CHOICE)
    editor.open(module)
    page.get_by_label("Oversett til").select_option("nn")
    expect(page.get_by_text("Nynorsk: 0 av 6 tekster")).to_be_visible()
    editor.field("Spørsmål eller overskrift, Nynorsk").fill("Kva gjer du først?")
    expect(page.get_by_text("Nynorsk: 1 av 6 tekster")).to_be_visible()
    page.get_by_role("group", name="Språk i visningen").get_by_role("radio", name="Nynorsk").check()
    expect(page.locator(".phone").get_by_text("Kva gjer du først?")).to_be_visible()
    editor.saved()
    document = editor.draft(module)
    assert (document["languages"], document["cards"][0]["prompt"]["nn"]) == (["nb", "nn"], "Kva gjer du først?")


def test_versions_are_seen_restored_and_taken_back(editor: Editor) -> None:
    page, module = editor.page, made_post(editor, "To versjoner", CHOICE)
    for text in ("Hva gjør du først?", "Hva gjør du aller først?"):
        editor.open(module)
        editor.field("Spørsmål eller overskrift").fill(text)
        page.keyboard.press("Control+Shift+Enter")
        page.get_by_role("button", name="Publiser nå").click()
        expect(page.get_by_role("status").filter(has_text="er publisert.")).to_be_visible()
    page.goto(f"{editor.server.url}/studio/post/{module}/versjoner")
    versions = page.locator("main ol > li")
    expect(versions).to_have_count(2)
    newest, oldest = versions.first, versions.last
    expect(newest.get_by_text("I bruk")).to_be_visible()
    newest.get_by_text("1 forskjell fra den forrige").click()
    expect(newest.locator("ins")).to_have_text("Hva gjør du aller først?")
    oldest.get_by_role("button", name="Ta i bruk igjen").click()
    page.get_by_role("button", name="Ja, gjør det").click()
    expect(oldest.get_by_text("I bruk")).to_be_visible()
    page.get_by_role("button", name="Ta posten ut av bruk").click()
    page.get_by_role("button", name="Ja, gjør det").click()
    expect(page.get_by_text("Posten er tatt ut av bruk.").first).to_be_visible()
    assert editor.state(module) == "retired"
    page.get_by_role("button", name="Ta posten i bruk igjen").click()
    page.get_by_role("button", name="Ja, gjør det").click()
    expect(page.get_by_text("Posten er i bruk igjen.")).to_be_visible()
    assert editor.state(module) == "published"


def test_every_kind_of_card_has_a_form_without_a_fault(editor: Editor) -> None:
    page, module = editor.page, made_post(editor, "Alle slag", CHOICE)
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    editor.open(module)
    kind = page.get_by_label("Korttype")
    kinds = kind.evaluate("field => [...field.options].map(each => each.value)")
    assert len(kinds) == 18
    for each in kinds:
        kind.select_option(each)
        expect(editor.field("Spørsmål eller overskrift")).to_have_value("Hva gjør du først?")
        assert faults(page) == [], each
        assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP["width"], each
        editor.saved()
    assert broken == []


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_axe_finds_nothing_on_a_phone_at_double_size(
    server: Served, chromium: Browser, editor: Editor, language: str
) -> None:
    module, account = (
        made_post(editor, "På telefonen", CHOICE, {"id": "c2", "type": "number"}),
        server.newcomer("admin"),
    )
    headers, _ = server.signed_in(account)
    httpx.patch(f"{server.url}/api/v1/me", headers=headers, json={"language": language}).raise_for_status()
    narrow = {**PHONE, "width": 320}
    context = chromium.new_context(viewport=narrow, reduced_motion="reduce", locale="nb-NO")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    context.add_init_script("localStorage.setItem('text', '200')")
    maker = editor_at(server, context.new_page(), account)
    page = maker.page
    maker.open(module)
    for pane in range(4):
        page.locator(".editor-panes input").nth(pane).check()
        assert faults(page) == [], (language, pane)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, (language, pane)
    context.close()


def test_axe_finds_nothing_in_the_dialogs(server: Served, chromium: Browser, editor: Editor) -> None:
    module = made_post(editor, "Dialoger", CHOICE)
    context = chromium.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="nb-NO")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    maker = editor_at(server, context.new_page(), server.account("admin"))
    page = maker.page
    maker.open(module)
    assert faults(page) == []
    for keys in ("Control+Shift+V", "Control+Shift+Enter"):
        page.keyboard.press(keys)
        expect(page.get_by_role("dialog")).to_be_visible()
        if keys.endswith("V"):
            page.get_by_label("Teksten").fill(QUESTION)
            expect(page.get_by_text("Blir 1 kort")).to_be_visible()
        assert faults(page) == [], keys
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Om posten").click()
    assert faults(page) == []
    context.close()
