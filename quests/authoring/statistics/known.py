"""What counting needs of published versions. A version never changes, so it is read once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from quests.authoring.statistics.rules.sums import fingerprints
from quests.content.queries import Version, versions_for
from quests.content.rules.kinds.registry import is_asked, is_exercise
from quests.content.rules.texts import Card

MOST_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Asked:
    """The exercises of a version by id, all that is answered in it in order, and the fingerprint of each card."""

    module_id: UUID
    cards: Mapping[str, Card]
    order: tuple[str, ...]
    fingerprints: Mapping[str, str]


_kept: dict[tuple[UUID, str], Asked] = {}


def asked_in(organisation_id: UUID, version: str) -> Asked:
    """Of a version that is there; KeyError of one that is not."""
    return _kept.get((organisation_id, version)) or asked_in_each(organisation_id, [version])[version]


def asked_in_each(organisation_id: UUID, versions: Iterable[str]) -> dict[str, Asked]:
    """The same of many, in one query at the most."""
    wanted = set(versions)
    found = {each: _kept[organisation_id, each] for each in wanted if (organisation_id, each) in _kept}
    missing = wanted - found.keys()
    if missing:
        read = {version: _asked(each) for version, each in versions_for(organisation_id, missing).items()}
        if len(_kept) + len(read) > MOST_KEPT:
            _kept.clear()
        _kept.update({(organisation_id, version): each for version, each in read.items()})
        found |= read
    return found


def _asked(found: Version) -> Asked:
    order = tuple(id for id, card in found.cards.items() if is_asked(card))
    cards = {id: card for id, card in found.cards.items() if is_exercise(card)}
    return Asked(found.module_id, cards, order, fingerprints(found.document))
