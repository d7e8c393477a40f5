"""A conversation with as many places as a big one has: six choices deep, up to fifteen places wide, two endings."""

from typing import Any

from tests.e2e.cards import module, said, thing

WIDTHS = (1, 3, 9, 15, 15, 15)
DEPTH = len(WIDTHS)
PLACES = sum(WIDTHS) + 2
MOODS = ("calm", "worried", "upset", "relieved", "closed")


def long_conversation() -> dict[str, Any]:
    """A module with that conversation alone. Each text is about as long as those of the courses."""
    card = {
        "id": "lang",
        "type": "scenario",
        "prompt": said("Hold samtalen gående"),
        "place": "ward",
        "characters": [{"id": "kari", "name": said("Kari"), "look": "a"}],
        "meters": [{"id": "tillit", "text": said("Tillit"), "start": 40, "enough": 60}],
        "start": "s0-0",
        "nodes": [_place(depth, lane) for depth, width in enumerate(WIDTHS) for lane in range(width)]
        + [_ending("god"), _ending("darlig")],
        "key": [[f"s{depth}-0", "a"] for depth in range(DEPTH)],
    }
    return module("lang-samtale", said("Lang samtale"), card)


def _place(depth: int, lane: int) -> dict[str, Any]:
    changes = (("a", 10), ("b", -10), ("c", -20))
    return {
        "id": f"s{depth}-{lane}",
        "who": "kari",
        "mood": MOODS[depth % len(MOODS)],
        "text": said(f"Sted {depth}: «Jeg skjønner ikke hvorfor ingen ringte. Det er jo vi som er familien.»"),
        "options": [_option(id, change, _after(depth, 3 * lane + way)) for way, (id, change) in enumerate(changes)],
    }


def _after(depth: int, lane: int) -> str:
    if depth + 1 < DEPTH:
        return f"s{depth + 1}-{lane % WIDTHS[depth + 1]}"
    return "darlig" if lane % 3 else "god"


def _option(id: str, change: int, after: str) -> dict[str, Any]:
    because = said("Hun blir møtt på det hun er redd for, før noe blir forklart.")
    return thing(
        id, said(f"«Jeg hører hva du sier. Vi ser på det nå.» ({id})"), because, effects={"tillit": change}, to=after
    )


def _ending(id: str) -> dict[str, Any]:
    return {"id": id, "ending": True, "good": id == "god", "title": said(id), "text": said("Slik gikk det.")}
