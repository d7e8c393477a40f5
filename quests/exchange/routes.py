"""Doors for what comes in from elsewhere and goes out again: pasted text, spreadsheets."""

from dataclasses import asdict
from hashlib import sha256
from typing import Any
from uuid import UUID

from flask import Response

from app.core.blueprints import Blueprint
from app.core.db import committed
from app.core.http import json_answer
from app.identity.door import only_for, viewer
from quests.exchange import actions, schemas
from quests.exchange.doors import BINARY, MAKERS, body, draft_named, file, language_of
from quests.exchange.rules import template
from quests.exchange.rules.pasted import pasted
from quests.exchange.rules.sheets import Sheet, rows_of, sheet_of
from quests.exchange.rules.written import written
from quests.exchange.spreadsheets import MEDIA_TYPE, MOST_BYTES, SheetRefused, Table, read_sheet, write_sheet

blueprint = Blueprint("exchange", __name__, url_prefix="/api/v1/studio", description="The studio, for editors")

SHEET = {"content": {MEDIA_TYPE: {"schema": BINARY}}, "required": True}


@blueprint.post("/parse")
@only_for(*MAKERS)
@blueprint.arguments(schemas.ParseIn)
@blueprint.response(200, schemas.ParsedOut)
def parse(given: dict[str, Any]) -> Response:
    """A text with questions as cards, and of which lines something must be said. Nothing is stored."""
    found = pasted(given["text"], given["language"])
    told = [asdict(each) for each in found.told]
    return json_answer({"title": found.title, "cards": found.cards, "starts": found.starts, "lines": told})


@blueprint.get("/modules/<uuid:module_id>/text")
@only_for(*MAKERS)
@blueprint.arguments(schemas.LanguageIn, location="query")
@blueprint.response(200, {"type": "string"}, content_type="text/plain")
def text(asked: dict[str, Any], module_id: UUID) -> Response:
    """The cards of a draft as a text that `parse` reads as the same; those that cannot be written are left out."""
    draft, language = draft_named(module_id), language_of(asked)
    document = draft.document
    title = document["title"].get(language)
    found = written(title if isinstance(title, str) else "", document["cards"], language)
    return file(found.encode(), "text/plain; charset=utf-8", f"{document['module']}.{language}.txt")


@blueprint.get("/spreadsheets/template")
@only_for(*MAKERS)
@blueprint.response(200, BINARY, content_type=MEDIA_TYPE)
def sheet_template() -> Response:
    """An empty spreadsheet for questions, with examples and a sheet of help, in one's language."""
    language = viewer().language
    content = _sheet(template.examples(language), language)
    return file(content, MEDIA_TYPE, "loype.xlsx")


@blueprint.get("/modules/<uuid:module_id>/spreadsheet")
@only_for(*MAKERS)
@blueprint.arguments(schemas.LanguageIn, location="query")
@blueprint.response(200, BINARY, content_type=MEDIA_TYPE)
def module_sheet(asked: dict[str, Any], module_id: UUID) -> Response:
    """The cards of a draft as the spreadsheet they could have come in."""
    draft, language = draft_named(module_id), language_of(asked)
    content = _sheet(rows_of(draft.document, language, viewer().language), viewer().language)
    return file(content, MEDIA_TYPE, f"{draft.document['module']}.{language}.xlsx")


@blueprint.post("/spreadsheets/preview")
@only_for(*MAKERS)
@blueprint.doc(requestBody=SHEET)
@blueprint.arguments(schemas.LanguageIn, location="query")
@blueprint.response(200, schemas.SheetPreviewOut)
def preview_sheet(asked: dict[str, Any]) -> Response:
    """What each row of a spreadsheet would become. Nothing is stored, and no formula is evaluated."""
    found = _read(body(MOST_BYTES), language_of(asked))
    modules = [{"title": title, "cards": len(cards)} for title, cards in found.modules.items()]
    return json_answer({"rows": [asdict(each) for each in found.rows], "modules": modules, "unread": found.unread})


@blueprint.post("/spreadsheets")
@only_for(*MAKERS)
@blueprint.doc(requestBody=SHEET)
@blueprint.arguments(schemas.LanguageIn, location="query")
@blueprint.response(200, schemas.SheetMadeOut)
def import_sheet(asked: dict[str, Any]) -> Response:
    """Make drafts of a spreadsheet, one for each module named in it.

    Safe to repeat: of the same file it makes the same drafts, and leaves them as they have become since.
    """
    who, data, language = viewer(), body(MOST_BYTES), language_of(asked)
    found = _read(data, language)
    digest = sha256(data).hexdigest()
    made = committed(actions.make_drafts, who.organisation_id, who.person_id, digest, found.modules, language)
    return json_answer({"modules": [{"id": str(each.id), "title": each.title, "cards": each.cards} for each in made]})


def _read(data: bytes, language: str) -> Sheet:
    lines = [(each.number, each.cells, each.formulas) for each in read_sheet(data)]
    found = sheet_of(lines, language)
    if found is None:
        raise SheetRefused("sheet_header")
    return found


def _sheet(rows: list[dict[Any, str]], language: str) -> bytes:
    title, help_title = template.TITLES[language]
    rows_shown = template.table_of(rows, language)
    table = Table(title, rows_shown, template.widths(language), template.choices(language))
    return write_sheet(table, help_title, template.help_rows(language))
