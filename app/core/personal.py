"""What a feature folder keeps about one person, for the copy that they may take of all of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select

Row = Mapping[str, Any]
Query = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of it. The columns of the query are what the person is given; a test asks where every other column is.

    `words` adds to a row, in a language, what people need to make sense of it.
    """

    name: str
    query: Query
    words: Callable[[Row, str], Row] | None = None
