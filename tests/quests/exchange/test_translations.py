"""Texts out to a translator and in again: only texts, nothing else, and what is old is told."""

import re
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quests.authoring.checks.translation import stale, updated_sources
from quests.exchange.rules.translations import Given, received, units_of
from quests.exchange.xliff import MEDIA_TYPE, NAMESPACE, read_xliff, write_xliff
from tests.quests.authoring.checks.test_checks import THREE, draft
from tests.quests.course import Course, course_in
from tests.quests.exchange.test_spreadsheets import LAUGHS, OWASP
from tests.world import Somebody, World

Json = dict[str, Any]
HEAD = f'<?xml version="1.0"?><xliff xmlns="{NAMESPACE}" version="2.1" srcLang="nb" trgLang="en"><file id="f">'


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Solbakken", "editor")


@pytest.fixture
def course(world: World) -> Course:
    return course_in(world)


def send(editor: Somebody, module: Any, data: bytes, how: str = "PUT", language: str = "en") -> Any:
    address = f"/studio/modules/{module}/texts/{language}{'' if how == 'PUT' else '/preview'}"
    return editor.send(how, address, data=data, content_type=MEDIA_TYPE)


def one(editor: Somebody, module: Any) -> Json:
    found: Json = editor.get(f"/studio/modules/{module}").json
    return found


def saved(editor: Somebody, module: Any, document: Json) -> Json:
    held = one(editor, module)
    answer = editor.send(
        "PUT", f"/studio/modules/{module}/draft", {"document": document}, headers={"If-Match": f'"{held["revision"]}"'}
    )
    assert answer.status_code == 200, answer.text
    found: Json = answer.json
    return found


def xliff(*units: tuple[str, str, str]) -> bytes:
    shown = "".join(
        f'<unit id="{id}"><segment><source>{source}</source><target>{target}</target></segment></unit>'
        for id, source, target in units
    )
    return f"{HEAD}{shown}</file></xliff>".encode()


def test_out_and_in_again_changes_nothing(editor: Somebody, course: Course) -> None:
    for module in course.modules:
        before = one(editor, module)
        for ending in ("xliff", "xlsx"):
            out = editor.get(f"/studio/modules/{module}/texts/en.{ending}")
            assert out.status_code == 200
            assert f".nb-en.{ending}" in out.headers["Content-Disposition"]
            told = send(editor, module, out.data)
            assert (told.status_code, told.json["taken"], told.json["notes"]) == (200, 0, [])
            assert told.json["same"] > 3
        after = one(editor, module)
        assert (after["document"], after["revision"]) == (before["document"], before["revision"])


def test_a_translation_is_looked_at_then_taken(editor: Somebody, course: Course) -> None:
    module = course.modules[0]
    title = one(editor, module)["document"]["title"]["nb"]
    data = xliff(("title", title, "Hand hygiene"), ("cards.none.prompt", "", "x"))
    told = {"taken": 1, "same": 0, "notes": [{"id": "cards.none.prompt", "code": "unknown"}]}
    assert send(editor, module, data, "POST").json == told
    assert one(editor, module)["document"]["title"]["en"] != "Hand hygiene"
    assert send(editor, module, data).json == told
    assert one(editor, module)["document"]["title"]["en"] == "Hand hygiene"
    assert send(editor, module, data).json == {**told, "taken": 0, "same": 1}


def test_what_was_translated_from_an_older_source_is_taken_and_counts_as_old(editor: Somebody, course: Course) -> None:
    module = course.modules[0]
    document = one(editor, module)["document"]
    data = xliff(("title", document["title"]["nb"], "Hand hygiene"))
    saved(editor, module, {**document, "title": {**document["title"], "nb": "Rene hender"}})
    told = send(editor, module, data).json
    assert told["notes"] == [{"id": "title", "code": "source_changed"}]
    after = one(editor, module)
    assert after["document"]["title"]["en"] == "Hand hygiene"
    old = {(each["place"], each["language"]) for each in after["checks"] if each["code"] == "stale"}
    assert old == {("title", "nn"), ("title", "en")}
    (listed,) = [each for each in editor.get("/studio/translations").json["items"] if each["id"] == str(module)]
    assert [(each["language"], each["state"], each["stale"]) for each in listed["languages"]] == [
        ("nb", "whole", 0),
        ("nn", "stale", 1),
        ("en", "stale", 1),
    ]
    looked_at = send(editor, module, xliff(("title", "Rene hender", "Hand hygiene")))
    assert looked_at.json == {"taken": 0, "same": 1, "notes": []}
    assert [each["language"] for each in one(editor, module)["checks"] if each["code"] == "stale"] == ["nn"]


def test_a_translation_may_be_right_still(editor: Somebody, course: Course) -> None:
    module = course.modules[0]
    document = one(editor, module)["document"]
    saved(editor, module, {**document, "title": {**document["title"], "nb": "Rene hender"}})
    shown = editor.get(f"/studio/modules/{module}/texts/en").json
    assert (shown["source"], shown["stale"], shown["state"]) == ("nb", 1, "stale")
    assert [each["id"] for each in shown["items"] if each["state"] == "stale"] == ["title"]
    told = editor.post(f"/studio/modules/{module}/texts/en/right", {"ids": ["title", "cards.none.prompt"]})
    assert (told.json["language"], told.json["state"], told.json["stale"]) == ("en", "whole", 0)
    assert editor.get(f"/studio/modules/{module}/texts/nn").json["stale"] == 1
    assert one(editor, module)["languages"]["en"] == "whole"


def test_a_new_language_joins_those_of_the_module(editor: Somebody, course: Course) -> None:
    module = course.modules[0]
    document = one(editor, module)["document"]
    saved(editor, module, {**document, "languages": ["nb", "nn"]})
    assert one(editor, module)["languages"]["en"] == "none"
    assert send(editor, module, xliff(("title", document["title"]["nb"], "Clean"))).json["taken"] == 1
    assert one(editor, module)["document"]["languages"] == ["nb", "nn", "en"]


def test_only_texts_are_taken(editor: Somebody, course: Course) -> None:
    module = course.modules[0]
    before = one(editor, module)["document"]
    ids = ("languages", "cards.c1.key", "cards.c1.id", "licence", "module", "cards", "")
    told = send(editor, module, xliff(*((id, "", "x") for id in ids))).json
    assert told["taken"] == 0
    assert {each["code"] for each in told["notes"]} == {"unknown"}
    assert one(editor, module)["document"] == before


def test_of_another_organisation_and_of_the_source_there_is_nothing(
    world: World, editor: Somebody, course: Course
) -> None:
    module = course.modules[0]
    neighbour = World(world.application, "fjellby").somebody("Fjellheim", "editor")
    for somebody, language in ((neighbour, "en"), (editor, "nb"), (editor, "de")):
        for ending in ("xliff", "xlsx"):
            assert somebody.get(f"/studio/modules/{module}/texts/{language}.{ending}").status_code == 404
        for how in ("PUT", "POST"):
            assert send(somebody, module, xliff(("title", "x", "y")), how, language).status_code == 404
    assert neighbour.get("/studio/translations").json["total"] == 0


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "xliff_broken"),
        (b"hei", "xliff_broken"),
        (b"<xliff/>", "xliff_broken"),
        (b'<?xml version="1.0"?>' + LAUGHS + b"]><x>&j;</x>", "xliff_broken"),
        (b'<!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/passwd">]><x>&s;</x>', "xliff_broken"),
        (b"<a>" * 100_000, "xliff_broken"),
        (b'<?xml version="1.0" encoding="x-none"?><x/>', "xliff_broken"),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', "xliff_version"),
        (xliff().replace(b'"en"', b'"nn"'), "xliff_language"),
        (xliff(*((f"u{n}", "a", "b") for n in range(2001))), "xliff_large"),
        (b"PK\x03\x04 no zip", "sheet_broken"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_translation_is_refused_with_what_to_do(
    editor: Somebody, course: Course, data: bytes, code: str
) -> None:
    for how in ("POST", "PUT"):
        answer = send(editor, course.modules[0], data, how)
        assert (answer.status_code, answer.json["code"]) == (422, code)


def test_markup_is_words_like_any_other(editor: Somebody, course: Course) -> None:
    module, words = course.modules[0], OWASP[0]
    escaped = words.replace("<", "&lt;")
    assert send(editor, module, xliff(("title", "x", escaped))).json["taken"] == 1
    assert one(editor, module)["document"]["title"]["en"] == words


def test_segments_that_a_tool_has_cut_are_put_together() -> None:
    data = (
        f'{HEAD}<unit id="title"><segment><source>En.</source><target>One.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment><source>To <pc id="1">fall</pc>.</source><target>Two <pc id="1">falls</pc>.</target></segment>'
        "</unit></file></xliff>"
    )
    assert read_xliff(data.encode(), "en") == [Given("title", "En. To fall.", "One. Two falls.")]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=40)


@given(WORDS, WORDS)
@settings(max_examples=100, deadline=None)
def test_any_text_survives_the_way_out_and_in(source: str, target: str) -> None:
    document = draft(*deepcopy(THREE))
    document["cards"][0]["prompt"] = {"nb": f"a{source}", "nn": target}
    units = list(units_of(document, {}, "nn", "nb"))
    back = read_xliff(write_xliff("prove", "nb", "nn", units), "nn")
    assert [each.id for each in back] == [each.id for each in units]
    (prompt,) = [each for each in back if each.id == "cards.c1.prompt"]
    assert re.sub(r"\s+", " ", prompt.target).strip() == re.sub(r"\s+", " ", target).strip()
    found = received(document, back, "nn")
    assert [code for _, code in found.notes] == []
    assert {each["id"] for each in found.document["cards"]} == {"c1", "c2", "c3"}
    assert not [code for code in found.notes if code == "unknown"]


def test_each_text_says_where_it_stands_and_how_old_it_is() -> None:
    first = draft(*deepcopy(THREE))
    second = deepcopy(first)
    second["cards"][1]["options"][1]["explanation"]["nb"] = "Fordi, altså."
    del second["cards"][2]["prompt"]["nn"]
    sources = updated_sources(first, second, updated_sources(None, first, {}))
    assert len(stale(second, sources)) == 1
    shown = {each.id: (each.where, each.state) for each in units_of(second, sources, "nn", "nb")}
    assert shown["title"] == ("Tittel", "fresh")
    assert shown["cards.c2.options.b.explanation"] == ("Kort 2, svar B: Forklaring", "stale")
    assert shown["cards.c3.prompt"] == ("Kort 3: Spørsmål", "new")
