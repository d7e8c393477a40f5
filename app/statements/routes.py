"""Two public pages in plain HTML: accessibility and privacy, made from the settings in force."""

from collections.abc import Iterator, Mapping
from html import escape

from flask import Blueprint, Response, current_app, request

from app.core.http import public
from app.help.rules import KEPT as QUESTIONS_KEPT
from app.identity.models import LANGUAGES
from app.identity.rules import OWN_PHONE, POLICY, SHARED_DEVICE
from app.identity.sign_in import KEPT, UNUSED
from app.nudges.keeping import NUDGES_KEPT
from app.statements.shape import Statement
from app.statements.texts import en, nb, nn

LABELS = {"nb": nb.LABELS, "nn": nn.LABELS, "en": en.LABELS}
ACCESSIBILITY = {"nb": nb.ACCESSIBILITY, "nn": nn.ACCESSIBILITY, "en": en.ACCESSIBILITY}
PRIVACY = {"nb": nb.PRIVACY, "nn": nn.PRIVACY, "en": en.PRIVACY}
NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
blueprint = Blueprint("statements", __name__)


@blueprint.get("/tilgjengelighet")
@public
def accessibility() -> Response:
    """How far Løype can be used by everybody, and whom to tell when it cannot."""
    return _page(ACCESSIBILITY)


@blueprint.get("/personvern")
@public
def privacy() -> Response:
    """What is kept about people, who sees it, for how long, and whom to ask."""
    return _page(PRIVACY)


def _language() -> str:
    """The one asked for, else the first of the browser's that there is."""
    asked = request.args.get("lang", "")
    if asked in LANGUAGES:
        return asked
    preferred = [each.split("-")[0].lower().replace("no", "nb") for each in request.accept_languages.values()]
    return next((each for each in preferred if each in LANGUAGES), "nb")


def _facts(language: str) -> Mapping[str, object]:
    return {
        "contact": current_app.config["LOYPE"].contact or LABELS[language]["nobody"],
        "least_members": POLICY["least_members"],
        "live_members": POLICY["live_members"],
        "phone_days": OWN_PHONE.days,
        "shared_hours": int(SHARED_DEVICE.total_seconds() // 3600),
        "failure_hours": int(KEPT.total_seconds() // 3600),
        "token_days": UNUSED.days,
        "question_days": QUESTIONS_KEPT.days,
        "nudge_days": NUDGES_KEPT.days,
    }


def _page(statements: Mapping[str, Statement]) -> Response:
    language = _language()
    body = "".join(_html(statements[language], language))
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language", "Content-Language": language}
    return Response(body, headers=headers, mimetype="text/html")


def _html(statement: Statement, language: str) -> Iterator[str]:
    words, facts = LABELS[language], _facts(language)
    title = escape(statement.title)
    yield f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    about = next(text.format_map(facts) for section in statement.sections for text in section.paragraphs)
    yield f'<meta name="description" content="{escape(about)}">'
    yield '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/statements.css"></head>'
    yield f'<body><nav aria-label="{words["language"]}">'
    for each in LANGUAGES:
        current = ' aria-current="true"' if each == language else ""
        yield f'<a href="?lang={each}" lang="{each}" hreflang="{each}"{current}>{NAMES[each]}</a> '
    yield f"</nav><main><h1>{title}</h1>"
    for section in statement.sections:
        yield f"<section><h2>{escape(section.heading)}</h2>"
        yield from (f"<p>{escape(text.format_map(facts))}</p>" for text in section.paragraphs)
        if section.points:
            yield "<ul>"
            yield from (f"<li>{escape(text.format_map(facts))}</li>" for text in section.points)
            yield "</ul>"
        yield "</section>"
    yield f'</main><footer><a href="/">{words["back"]}</a></footer></body></html>'
