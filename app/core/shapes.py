"""Fields that take what the contract says they take, and nothing that only looks like it."""

import re
from datetime import date
from numbers import Real
from typing import Any

from marshmallow import ValidationError, fields, validate


class Matching(validate.Regexp):
    """The whole text matches, to its last character; what has no bytes in UTF-8 matches nothing.

    Write the pattern with `^` and `$` and without Python's own signs: it stands in the contract, which others read.
    """

    def __call__(self, value: Any) -> Any:
        if not isinstance(value, str) or not re.fullmatch(str(self.regex.pattern), value) or not has_bytes(value):
            raise ValidationError(self._format_error(value))
        return value


def has_bytes(value: str) -> bool:
    """Whether it can be written in UTF-8: half a surrogate pair, which JSON can spell, cannot."""
    return not any("\ud800" <= each <= "\udfff" for each in value)


class YesOrNo(fields.Boolean):
    """true or false, and nothing that only looks like it."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Number(fields.Float):
    """A number of JSON; no text that spells one."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> float:
        if not isinstance(value, Real) or isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, *args, **kwargs)


class Whole(fields.Integer):
    """A whole number of JSON, which may be written 5.0; no text that spells one."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> int:
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        if not whole or isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, *args, **kwargs)


def text(most: int) -> fields.String:
    """Something typed into one line: neither empty nor with characters that no keyboard makes."""
    typed = Matching(r"^(?=.*\S)[^\x00-\x1f\x7f-\x9f]+$")
    return fields.String(required=True, validate=[validate.Length(min=1, max=most), typed])


_TYPED = Matching(
    r"^(?=[\s\S]*\S)[^\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]+$", error="Empty, or with characters that no keyboard makes."
)


class Lines(fields.String):
    """Something typed into a field of several lines, without the space around it."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> str:
        found = super()._deserialize(value, *args, **kwargs)
        return found.replace("\r\n", "\n").strip() if isinstance(found, str) else found


def lines(most: int) -> Lines:
    """Words of at most so many characters, over as many lines as it takes."""
    return Lines(required=True, validate=[validate.Length(min=1, max=most), _TYPED])


class Monday(fields.Date):
    """The Monday that names a week."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> date:
        found: date = super()._deserialize(value, *args, **kwargs)
        if found.weekday() != 0 or not 2000 <= found.year <= 2200:
            raise ValidationError("A Monday.")
        return found


class Day(fields.Date):
    """A day within two centuries, so that weeks can be counted from it."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> date:
        found: date = super()._deserialize(value, *args, **kwargs)
        if not 2000 <= found.year <= 2200:
            raise ValidationError("Between 2000 and 2200.")
        return found
