"""Reading JSON from a stranger: strict UTF-8, no field twice, no bottomless nesting."""

import json
from typing import Any

import orjson

from quests.content.rules.inspection import Spot

MOST_BYTES = 2**20


class _Twice(ValueError):
    """A field that an object has two times; readers would not agree which one counts."""


def parse_json(content: bytes, spot: Spot) -> Any:
    """What the JSON says; None, with the fault noted, where it cannot be read."""
    if len(content) > MOST_BYTES:
        spot.refuse("file_large", most=MOST_BYTES >> 20)
        return None
    try:
        document = orjson.loads(content)
        json.loads(content, object_pairs_hook=_once)
    except _Twice as twice:
        spot.refuse("field_twice", field=ascii(str(twice)[:60]))
    except orjson.JSONDecodeError as error:
        spot.refuse("not_json", line=error.lineno, column=error.colno)
    except (RecursionError, ValueError):
        spot.refuse("too_deep")
    else:
        if document is None:
            spot.refuse("not_object")
        return document
    return None


def _once(pairs: list[tuple[str, Any]]) -> None:
    seen = set()
    for field, _ in pairs:
        if field in seen:
            raise _Twice(field)
        seen.add(field)
