"""What a copy is written with: the words of the page in one language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """`sections`: heading and sentence; `columns`, `values`: what names and codes mean; `day`: how dates look."""

    title: str
    made: str
    about: str
    nothing: str
    yes: str
    no: str
    day: str
    sections: Mapping[str, tuple[str, str]]
    columns: Mapping[str, str]
    values: Mapping[str, str]
