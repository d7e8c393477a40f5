"""Every kind of card there is, by name."""

from collections.abc import Mapping

from quests.content.rules.kinds.choosing import CHOOSING
from quests.content.rules.kinds.deciding import DECIDING
from quests.content.rules.kinds.kind import Asks, Kind
from quests.content.rules.kinds.pairing import PAIRING
from quests.content.rules.kinds.playing import PLAYING
from quests.content.rules.kinds.telling import TELLING
from quests.content.rules.kinds.wording import WORDING
from quests.content.rules.kinds.writing import WRITING
from quests.content.rules.texts import Card

KINDS: Mapping[str, Kind] = {
    kind.name: kind for kind in (*TELLING, *PLAYING, *CHOOSING, *PAIRING, *WRITING, *DECIDING, *WORDING)
}


def kind_named(name: object) -> Kind | None:
    """The kind with that name, whatever is given for one."""
    return KINDS.get(name) if isinstance(name, str) else None


def kind_of(card: Card) -> Kind:
    """The kind of a valid card."""
    return KINDS[card["type"]]


def is_exercise(card: Card) -> bool:
    """Whether the card is answered and graded."""
    return kind_of(card).asks is Asks.RIGHT


def is_asked(card: Card) -> bool:
    """Whether the card is answered, graded or not."""
    return kind_of(card).asks is not Asks.NOTHING
