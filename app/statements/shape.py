"""What a public page is made of. Words in braces are filled in from the settings in force."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs, and a list where `points` are given."""

    heading: str
    paragraphs: Sequence[str] = ()
    points: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A page: its title and what stands under it."""

    title: str
    sections: Sequence[Section]
