"""What the sums say of modules: each card with what versions that ask the same have counted together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from app.core.db import Base, db, table_of
from quests.authoring.statistics.actions import CARD_SUMS
from quests.authoring.statistics.known import Asked, asked_in_each
from quests.authoring.statistics.models import CardFigures, CardTally, ModuleFigures


@dataclass(frozen=True, slots=True)
class ModuleSums:
    """What is counted of a version, and of earlier ones as far as they ask the same."""

    begun: int = 0
    ended: int = 0
    cards: Mapping[str, Counter[str]] = field(default_factory=dict)
    """By card and column."""
    tallies: Mapping[str, Mapping[str, Counter[str]]] = field(default_factory=dict)
    """By card, what and value."""


def sums_of_versions(organisation_id: UUID, versions: Mapping[UUID, str]) -> dict[UUID, ModuleSums]:
    """By module the sums of the version given for it. As many queries for all as for one, however many have played."""
    figures = _by_module(_of(ModuleFigures, organisation_id, versions))
    cards = _by_module(_of(CardFigures, organisation_id, versions))
    tallies = _by_module(_of(CardTally, organisation_id, versions))
    played = {
        module_id: version for module_id, version in versions.items() if module_id in figures or module_id in cards
    }
    told = {each.version for rows in figures.values() for each in rows}
    asked = asked_in_each(organisation_id, {*played.values(), *told})
    return {
        module_id: _summed(asked, version, *(rows.get(module_id, ()) for rows in (figures, cards, tallies)))
        if module_id in played
        else ModuleSums()
        for module_id, version in versions.items()
    }


def _of(model: type[Base], organisation_id: UUID, modules: Iterable[UUID]) -> Select[Any]:
    table = table_of(model)
    return select(table).where(table.c.organisation_id == organisation_id, table.c.module_id.in_(list(modules)))


def _by_module(query: Select[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in db.session.execute(query):
        found.setdefault(row.module_id, []).append(row)
    return found


def _summed(
    known: Mapping[str, Asked], version: str, figures: Iterable[Any], cards: Iterable[Any], tallies: Iterable[Any]
) -> ModuleSums:
    asked = known[version]
    alike = {each.version for each in figures if _asks_the_same(asked, known[each.version])}
    same = {(each.version, each.card) for each in cards if asked.fingerprints.get(each.card) == each.fingerprint}
    sums: dict[str, Counter[str]] = {card: Counter() for card in asked.order}
    for each in cards:
        if (each.version, each.card) in same and each.card in sums:
            adds = {name: getattr(each, name) for name in CARD_SUMS}
            if each.version not in alike:
                del adds["stopped"]
            sums[each.card].update(adds)
    counted: dict[str, dict[str, Counter[str]]] = {}
    for each in tallies:
        if (each.version, each.card) in same:
            counted.setdefault(each.card, {}).setdefault(each.what, Counter())[each.value] += each.count
    whole = [each for each in figures if each.version in alike]
    return ModuleSums(sum(each.begun for each in whole), sum(each.ended for each in whole), sums, counted)


def _asks_the_same(one: Asked, other: Asked) -> bool:
    """Whether both ask the same cards in the same order, so that where people stop can be put together."""
    return [(card, one.fingerprints[card]) for card in one.order] == [
        (card, other.fingerprints[card]) for card in other.order
    ]


def first_right_of(counted: Mapping[UUID, ModuleSums], least: int) -> dict[UUID, float]:
    """By module the share of its exercises that was right at the first try, where enough people have answered each."""
    found: dict[UUID, float] = {}
    for module_id, sums in counted.items():
        cards = [adds for adds in sums.cards.values() if adds["tries"]]
        if cards and all(adds["tries"] >= least for adds in cards):
            found[module_id] = sum(adds["rights"] for adds in cards) / sum(adds["tries"] for adds in cards)
    return found
