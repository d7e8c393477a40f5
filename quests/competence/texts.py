"""What a certificate says, in three languages: made by the server, since it is read where the app is not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language. `day` takes a date's day, month and year."""

    heading: str
    has: str
    mastered: str
    topics: str
    achieved: str
    valid_until: str
    for_good: str
    issued_by: str
    check: str
    check_how: str
    key: str
    number: str
    description: str
    narrative: str
    day: str
    months: tuple[str, ...]

    def date(self, day: date) -> str:
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)


_NORWEGIAN = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

WORDS = {
    "nb": Words(
        heading="Kompetansebevis",
        has="Dette viser at",
        mastered="har vist at dette sitter:",
        topics="Temaer",
        achieved="Oppnådd",
        valid_until="Gyldig til og med",
        for_good="Uten sluttdato",
        issued_by="Utstedt av",
        check="Ekte?",
        check_how="Skann koden og åpne bevisfila (.jwt), som ligger ved denne PDF-en. Kontrollen virker uten nett.",
        key="Nøkkel",
        number="Bevis",
        description="Kompetansekrav hos {organisation}: {topics}.",
        narrative="Riktig svar på første forsøk, på ulike dager, i det som skal huskes fra temaene: {topics}.",
        day="{day}. {month} {year}",
        months=_NORWEGIAN,
    ),
    "nn": Words(
        heading="Kompetansebevis",
        has="Dette viser at",
        mastered="har vist at dette sit:",
        topics="Tema",
        achieved="Oppnådd",
        valid_until="Gyldig til og med",
        for_good="Utan sluttdato",
        issued_by="Skrive ut av",
        check="Ekte?",
        check_how="Skann koden og opne bevisfila (.jwt), som ligg ved denne PDF-en. Kontrollen verkar utan nett.",
        key="Nøkkel",
        number="Bevis",
        description="Kompetansekrav hos {organisation}: {topics}.",
        narrative="Rett svar på fyrste forsøk, på ulike dagar, i det som skal hugsast frå temaa: {topics}.",
        day="{day}. {month} {year}",
        months=_NORWEGIAN,
    ),
    "en": Words(
        heading="Certificate of competence",
        has="This shows that",
        mastered="has shown that they have mastered",
        topics="Topics",
        achieved="Achieved",
        valid_until="Valid through",
        for_good="No end date",
        issued_by="Issued by",
        check="Genuine?",
        check_how="Scan the code and open the credential file (.jwt) attached to this PDF. The check works offline.",
        key="Key",
        number="Certificate",
        description="A competence requirement of {organisation}: {topics}.",
        narrative="Right at the first try, on different days, about what is to be remembered of: {topics}.",
        day="{day} {month} {year}",
        months=_ENGLISH,
    ),
}


def words_of(language: str) -> Words:
    return WORDS.get(language, WORDS["nb"])


def described(language: str, organisation: str, topics: Sequence[str]) -> tuple[str, str]:
    """What a credential says it is about, and what it was given for."""
    words, named = words_of(language), ", ".join(topics)
    return words.description.format(organisation=organisation, topics=named), words.narrative.format(topics=named)
