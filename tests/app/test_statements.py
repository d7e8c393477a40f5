"""The public pages on accessibility and privacy: in three languages, true to the settings, strict as all pages."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.identity.models import LANGUAGES
from app.statements.routes import ACCESSIBILITY, PRIVACY
from app.statements.shape import Statement

PAGES = {"/tilgjengelighet": ACCESSIBILITY, "/personvern": PRIVACY}


def words_of(statement: Statement) -> list[str]:
    return [text for section in statement.sections for text in (section.heading, *section.paragraphs, *section.points)]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_it_in_the_language_asked_for(client: FlaskClient, page: str, language: str) -> None:
    answer = client.get(f"{page}?lang={language}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert PAGES[page][language].title in answer.text
    assert "{" not in answer.text
    assert "style-src 'self'" in answer.headers["Content-Security-Policy"]
    assert all(sign not in answer.text for sign in ("<style", "<script", " style="))


@pytest.mark.parametrize(
    ("accepted", "language"), [("nn", "nn"), ("no, en;q=0.5", "nb"), ("sv, en-GB", "en"), ("de", "nb"), ("", "nb")]
)
def test_the_browser_may_choose(client: FlaskClient, accepted: str, language: str) -> None:
    answer = client.get("/personvern?lang=xx", headers={"Accept-Language": accepted})
    assert answer.headers["Content-Language"] == language


@pytest.mark.parametrize("statements", PAGES.values())
def test_nynorsk_is_written_and_all_say_as_much(statements: dict[str, Statement]) -> None:
    nb, nn, en = (words_of(statements[language]) for language in ("nb", "nn", "en"))
    assert len(nb) == len(nn) == len(en)
    assert sum(own != other for own, other in zip(nb, nn, strict=True)) > 0.8 * len(nb)


def test_figures_and_contact_are_those_in_force(application: Flask) -> None:
    client, before = application.test_client(), application.config["LOYPE"]
    text = client.get("/personvern?lang=en").text
    for words in ("30 days on your own phone, 12 hours", "24 hours", "90 days", "fewer than 5", "under 10"):
        assert words in text
    assert "whoever is responsible" in text
    try:
        application.config["LOYPE"] = replace(before, contact="<post@fjordvik.example>")
        assert "Write to &lt;post@fjordvik.example&gt;." in client.get("/personvern?lang=en").text
    finally:
        application.config["LOYPE"] = before
