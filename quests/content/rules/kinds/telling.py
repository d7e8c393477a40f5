"""Cards that tell and ask for nothing: text, a picture to look around in, steps, a quotation."""

from collections.abc import Iterable

from quests.content.rules.inspection import LONGEST_LINE, Spot, check_text
from quests.content.rules.kinds.kind import Asks, Kind, items_of
from quests.content.rules.kinds.shapes import check_items, check_media, check_place
from quests.content.rules.texts import Card


def _check_discover(spot: Spot, card: Card) -> None:
    spots = check_items(spot.at("spots"), card.get("spots"), least=1, further=("x", "y"))
    for number, each in enumerate(spots):
        check_place(spot.at("spots").at(number), each, ("x", "y"))


def _check_steps(spot: Spot, card: Card) -> None:
    steps = check_items(spot.at("steps"), card.get("steps"), explained=False, optional=("picture",))
    for number, step in enumerate(steps):
        if step.get("picture") is not None:
            check_media(spot.at("steps").at(number).at("picture"), step["picture"], described=True)


def _check_quote(spot: Spot, card: Card) -> None:
    if "quote" in card:
        check_text(spot.at("quote"), card["quote"], 600)
    if "by" in card:
        check_text(spot.at("by"), card["by"], LONGEST_LINE)


def _spots(card: Card) -> Iterable[object]:
    return [text for item in items_of(card, ("spots",)) for text in (item.get("text"), item.get("explanation"))]


TELLING = (
    Kind(name="text", asks=Asks.NOTHING, check=lambda spot, card: None),
    Kind(
        name="discover",
        asks=Asks.NOTHING,
        needed=frozenset({"picture", "spots"}),
        lists=("spots",),
        check=_check_discover,
        shown=_spots,
        explained=lambda card: (),
    ),
    Kind(
        name="steps",
        asks=Asks.NOTHING,
        needed=frozenset({"steps"}),
        lists=("steps",),
        check=_check_steps,
    ),
    Kind(
        name="quote",
        asks=Asks.NOTHING,
        needed=frozenset({"quote", "by"}),
        check=_check_quote,
        shown=lambda card: (card.get("quote"), card.get("by")),
    ),
)
