"""Item statistics as editors see them: nothing of fewer people than the smallest group, each figure with what to do."""

from collections import Counter
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.core.http import rfc3339
from quests.authoring.statistics.known import Asked, asked_in
from quests.authoring.statistics.queries import ModuleSums
from quests.authoring.statistics.rules.findings import Chosen, Figures, Finding, discrimination, findings
from quests.authoring.statistics.rules.picking import offered, said
from quests.authoring.statistics.rules.sums import CHOSEN, TOOK, seconds_within
from quests.content.models import ModuleVersion
from quests.content.rules.kinds.registry import kind_of
from quests.content.rules.pools import faces
from quests.content.rules.reading import CHARACTERS_READ_A_SECOND, SECONDS_TO_DECIDE, characters_shown
from quests.content.rules.texts import Card
from quests.paths.rules import in_language

Shown = dict[str, Any]
MOST_CHOICES = 12
"""Of those that are not offered by themselves, as pairs in an order: the most chosen ones."""


def version_shown(version: ModuleVersion) -> Shown:
    return {"version": version.version, "number": version.number, "published_at": rfc3339(version.published_at)}


def cards_shown(
    organisation_id: UUID, document: Mapping[str, Any], version: str, sums: ModuleSums, least: int, language: str
) -> list[Shown]:
    """Every card that is answered, in order, in that language where the module speaks it."""
    if not sums.cards:  # nobody has met it
        sums = ModuleSums(cards={card: Counter() for card in asked_in(organisation_id, version).order})
    asked = asked_in(organisation_id, version)
    spoken = language if language in document["languages"] else document["languages"][0]
    numbers = {card["id"]: number for number, card in enumerate(document["cards"], 1)}
    cards = {card["id"]: card for card in document["cards"]}
    enough = sums.begun >= least
    shown, reached = [], sums.begun
    for id in asked.order:
        stopped = sums.cards[id]["stopped"]
        told = _card_shown(asked, cards[id], sums, reached, least, spoken)
        way = {"reached": reached, "stopped": stopped} if enough else {"reached": None, "stopped": None}
        shown.append({"id": id, "number": numbers[id], "type": cards[id]["type"], **told, **way})
        reached -= stopped
    return shown


def found_in(
    organisation_id: UUID, document: Mapping[str, Any], version: str, sums: ModuleSums, least: int, language: str
) -> list[tuple[int, Shown]]:
    """What is to be done in a module, by weight, the heaviest first, each with the card it is about."""
    cards = cards_shown(organisation_id, document, version, sums, least, language)
    found = [
        (Finding(each["code"]).weight, {**each, "card": card["id"], "number": card["number"]})
        for card in cards
        for each in card["findings"]
    ]
    return sorted(found, key=lambda pair: (-pair[0], pair[1]["number"]))


def _card_shown(asked: Asked, card: Card, sums: ModuleSums, reached: int, least: int, language: str) -> Shown:
    """The numbers of a card; null where too few have answered it, or where nothing is right or wrong."""
    adds, tallies = sums.cards[card["id"]], sums.tallies.get(card["id"], {})
    prompt = in_language(faces(card)[0]["prompt"], language)
    graded = card["id"] in asked.cards
    if not graded or adds["tries"] < least:
        stops = _findings(Figures(0, 0, reached=reached, stopped=adds["stopped"])) if sums.begun >= least else []
        nothing = dict.fromkeys(("tries", "right", "too_quick", "discrimination", "median", "slow_tenth"))
        return {"prompt": prompt, "graded": graded, **nothing, "choices": [], "findings": stops}
    steps = {int(step): count for step, count in tallies.get(TOOK, {}).items()}
    chosen = _chosen(card, tallies.get(CHOSEN, Counter()), language)
    figures = Figures(
        tries=adds["tries"],
        rights=adds["rights"],
        too_quick=adds["too_quick"],
        reached=reached if sums.begun >= least else 0,
        stopped=adds["stopped"] if sums.begun >= least else 0,
        discrimination=discrimination(
            *(adds[name] for name in ("paired", "paired_right", "rest", "rest_squared", "rest_right"))
        ),
        median=seconds_within(steps, 0.5),
        expected=max(_expected(face, language) for face in faces(card)),
        chosen=chosen,
    )
    slow_tenth = seconds_within(steps, 0.9)
    return {
        "prompt": prompt,
        "graded": True,
        "tries": figures.tries,
        "right": round(figures.difficulty, 4),
        "too_quick": figures.too_quick,
        "discrimination": None if figures.discrimination is None else round(figures.discrimination, 3),
        "median": None if figures.median is None else round(figures.median, 1),
        "slow_tenth": None if slow_tenth is None else round(slow_tenth, 1),
        "choices": [_choice_shown(each, figures.tries) for each in chosen],
        "findings": _findings(figures),
    }


def _findings(figures: Figures) -> list[Shown]:
    return [{"code": each.code, "given": dict(each.given)} for each in findings(figures)]


def _chosen(card: Card, counted: Mapping[str, int], language: str) -> list[Chosen]:
    """All that is offered, whether anybody chose it or not; of other kinds what was chosen most."""
    flat = faces(card)
    offers = [each for face in flat for each in offered(face, language)]
    if offers:
        return [Chosen(each.value, each.text, each.right, counted.get(each.value, 0)) for each in offers]
    most = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_CHOICES]
    return [Chosen(value, _said(flat, value, language), False, count) for value, count in most]


def _said(flat: list[Card], value: str, language: str) -> str:
    return next((words for face in flat if (words := said(face, value, language))), "")


def _choice_shown(each: Chosen, tries: int) -> Shown:
    share = round(each.count / tries, 4)
    return {"value": each.value, "text": each.text, "right": each.right, "count": each.count, "share": share}


def _expected(card: Card, language: str) -> float:
    """Seconds it takes to read a flat card and decide."""
    kind = kind_of(card)
    reading = characters_shown(card, language) / CHARACTERS_READ_A_SECOND
    return reading + SECONDS_TO_DECIDE * kind.decisions(card) + kind.lasts(card)
