"""Whether a module document, or a path document, can be taken in."""

from collections.abc import Mapping
from typing import Any

from quests.content.rules.cards import check_card
from quests.content.rules.documents import FORMAT
from quests.content.rules.exams import LISTS
from quests.content.rules.inspection import (
    LONGEST_LINE,
    Fault,
    Spot,
    check_each_language,
    check_list,
    check_object,
    check_string,
    check_text,
    check_unique,
    is_slug,
)
from quests.content.rules.kinds.kind import Asks
from quests.content.rules.kinds.registry import kind_named
from quests.content.rules.kinds.shapes import is_measure
from quests.content.rules.reading import LONGEST_SECONDS, seconds_of
from quests.content.rules.texts import LANGUAGES, languages_of

MOST_CARDS = 40
MOST_REMEMBERED = 2

_NEEDED = {"format", "module", "title", "licence", "cards"}
_ALLOWED = {"language", "languages", "takeaways", "credits", "sources", "topic", "exam"}
_COMPUTED = {"version", "structure", "seconds"}
"""Fields of a served document; they are allowed when one comes back, and computed anew."""


def faults_of(document: object, file: str) -> list[Fault]:
    """Everything that keeps a module document from being taken in, each with its place and remedy; empty when sound.

    The document may be a source, with each text by language, or be in one language as it is served.
    """
    faults: list[Fault] = []
    spot = Spot(faults, file)
    given = check_object(spot, document, _NEEDED, _ALLOWED | _COMPUTED)
    if given is None:
        return faults
    if given.get("format", FORMAT) != FORMAT:
        spot.at("format").refuse("format", format=FORMAT)
    if "module" in given:
        check_slug(spot.at("module"), given["module"])
    spot = with_languages(spot, given)
    _check_head(spot, given)
    if "cards" in given:
        _check_cards(spot.at("cards"), given["cards"])
    if "exam" in given:
        _check_exam(spot, given)
    if not faults:
        check_length(spot, given)
    return faults


def check_slug(spot: Spot, value: object) -> None:
    """A short name for addresses and file names."""
    if not is_slug(value):
        spot.refuse("slug")


def with_languages(spot: Spot, document: Mapping[str, Any]) -> Spot:
    """The same place, knowing the languages of the document; with faults noted where they cannot be known."""
    known = ", ".join(LANGUAGES)
    if "language" in document:
        if document["language"] not in LANGUAGES:
            spot.at("language").refuse("one_of", known=known)
        return Spot(spot.faults, spot.file, spot.path, languages_of(document), plain=True)
    languages = check_list(spot.at("languages"), document.get("languages"), 1, len(LANGUAGES), "of_languages")
    if any(language not in LANGUAGES for language in languages):
        spot.at("languages").refuse("some_of", known=known)
    check_unique(spot.at("languages"), languages, "language")
    chosen = tuple(language for language in LANGUAGES if language in languages)
    return Spot(spot.faults, spot.file, spot.path, chosen)


def with_own_languages(spot: Spot, document: Mapping[str, Any]) -> Spot:
    """The same, where a document need not list its languages: then they are the ones its title is written in."""
    title = document.get("title")
    if "language" in document or "languages" in document or not isinstance(title, Mapping):
        return with_languages(spot, document)
    return with_languages(spot, {"languages": [language for language in title if language in LANGUAGES]})


def _check_head(spot: Spot, document: Mapping[str, Any]) -> None:
    if "title" in document:
        check_text(spot.at("title"), document["title"], LONGEST_LINE)
    if "takeaways" in document:
        check_each_language(spot.at("takeaways"), document["takeaways"], _check_takeaways)
    if "licence" in document:
        check_string(spot.at("licence"), document["licence"], LONGEST_LINE)
    if "credits" in document and document["credits"] != "":
        check_string(spot.at("credits"), document["credits"], LONGEST_LINE)
    if "topic" in document:
        _check_topic(spot.at("topic"), document["topic"])
    if "sources" in document:
        for number, source in enumerate(check_list(spot.at("sources"), document["sources"], 0, 10, "sources")):
            _check_source(spot.at("sources").at(number), source)


def _check_takeaways(spot: Spot, sentences: object) -> None:
    for number, sentence in enumerate(check_list(spot, sentences, 0, 3, "short_sentences")):
        check_string(spot.at(number), sentence, 300)


def _check_topic(spot: Spot, topic: object) -> None:
    """What one knows when one knows this module: the same id in all modules on it."""
    given = check_object(spot, topic, {"id", "title"}, set())
    if given is None:
        return
    if "id" in given:
        check_slug(spot.at("id"), given["id"])
    if "title" in given:
        check_text(spot.at("title"), given["title"], LONGEST_LINE)


def _check_source(spot: Spot, source: object) -> None:
    """A title, the same in all languages or one in each, and what it says, in each language."""
    given = check_object(spot, source, {"title"}, {"note"})
    if given is None:
        return
    if isinstance(given.get("title"), Mapping):
        check_text(spot.at("title"), given["title"], 300)
    elif "title" in given:
        check_string(spot.at("title"), given["title"], 300)
    if given.get("note") is not None:
        check_text(spot.at("note"), given["note"], 500)


def _check_cards(spot: Spot, value: object) -> None:
    cards = check_list(spot, value, 1, MOST_CARDS, "cards")
    for number, card in enumerate(cards):
        check_card(spot.at(number), card)
    known = [card for card in cards if isinstance(card, Mapping)]
    check_unique(spot, [card.get("id") for card in known], "id")
    kinds = [kind_named(card.get("type")) for card in known]
    if not any(kind is not None and kind.asks is Asks.RIGHT for kind in kinds):
        spot.refuse("no_exercise")
    if sum(card.get("remember") is True for card in known) > MOST_REMEMBERED:
        spot.refuse("remembered", most=MOST_REMEMBERED)


def _check_exam(spot: Spot, document: Mapping[str, Any]) -> None:
    """What it takes to pass, and cards that are graded, or tell: nothing else could be kept from who is examined."""
    terms = check_object(spot.at("exam"), document["exam"], {"pass", "attempts_a_day"}, set()) or {}
    if "pass" in terms and not (is_measure(terms["pass"]) and 0 < terms["pass"] <= 1):
        spot.at("exam").at("pass").refuse("exam_pass")
    if "attempts_a_day" in terms and not (_is_whole(terms["attempts_a_day"]) and 1 <= terms["attempts_a_day"] <= 10):
        spot.at("exam").at("attempts_a_day").refuse("exam_attempts", most=10)
    cards = document.get("cards")
    for number, card in enumerate(cards[:MOST_CARDS] if isinstance(cards, list) else ()):
        kind = kind_named(card.get("type")) if isinstance(card, Mapping) else None
        if kind is not None and kind.asks is not Asks.NOTHING and kind.name not in LISTS:
            spot.at("cards").at(number).at("type").refuse("exam_card", known=", ".join(LISTS))
        if kind is not None and card.get("remember") is True:
            spot.at("cards").at(number).at("remember").refuse("exam_remember")


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def check_length(spot: Spot, document: Mapping[str, Any]) -> None:
    """Told per language, since a translation can be the one that is too long."""
    estimates = {language: seconds_of(document, language) for language in spot.languages}
    if max(estimates.values()) > LONGEST_SECONDS:
        shown = ", ".join(f"{language} {seconds} s" for language, seconds in estimates.items())
        spot.refuse("takes_long", shown=shown, most=LONGEST_SECONDS)
