"""The badges there are: those of the file beside this one, read once."""

from collections.abc import Mapping
from pathlib import Path

import orjson

from leaderboards.badges.rules import Badge, badges_in

FILE = Path(__file__).parent / "badges.json"
BADGES = badges_in(orjson.loads(FILE.read_bytes()))
BY_SLUG: Mapping[str, Badge] = {each.slug: each for each in BADGES}


def waiting_for(event: str) -> list[Badge]:
    """The badges that may be earned when that happens."""
    return [each for each in BADGES if each.event == event]
