"""Every text of a draft, with the place where it stands and a name that stays when cards are moved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quests.content.rules.documents import TEXT_FIELDS

_UNSPOKEN = frozenset({"key", "effects", "when"})
_FILES = frozenset({"captions"})
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Text:
    """A text by language: a string, or a list of strings. `name` tells the things on the way by their ids."""

    place: str
    name: str
    said: Mapping[str, Any]

    def has(self, language: str) -> bool:
        """Whether it says something in that language."""
        return bool(words_of(self.said.get(language)))


def words_of(value: object) -> list[str]:
    """The strings of a text in one language that say something."""
    items = value if isinstance(value, list) else [value]
    return [each for each in items if isinstance(each, str) and each.strip()]


def texts_of(document: Mapping[str, Any]) -> Iterator[Text]:
    """Every text of the document, in the order it is read."""
    for name in ("title", "topic", "takeaways", "cards", "sources"):
        if name in document:
            yield from _field(name, document[name], document, "", "")


def _field(name: str, value: Any, owner: Mapping[str, Any], place: str, path: str) -> Iterator[Text]:
    place, path = f"{place}.{name}".lstrip("."), f"{path}/{name}".lstrip("/")
    is_key = name == "key" and owner.get("type") == "fill"
    if (name in TEXT_FIELDS or is_key) and name not in _FILES:
        if isinstance(value, Mapping):
            yield Text(place, path, value)
    elif name not in _UNSPOKEN:
        yield from _part(value, place, path)


def _part(part: Any, place: str, path: str) -> Iterator[Text]:
    if path.count("/") > DEEPEST:
        return
    if isinstance(part, list):
        for number, item in enumerate(part):
            yield from _part(item, f"{place}[{number}]", f"{path}/{_known_as(item, number)}")
    elif isinstance(part, Mapping):
        for name, value in part.items():
            yield from _field(str(name), value, part, place, path)


def _known_as(item: Any, number: int) -> str:
    known = item.get("id") if isinstance(item, Mapping) else None
    return known if isinstance(known, str) and known else str(number)
