"""What a push says, in three languages: made by the server, since it is shown where the app does not run.

It stands on a locked screen for all to see, so it tells nothing of the person: no name, no score, no answer.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

LONGEST_TITLE, MOST_TITLES = 80, 3


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language, and how it quotes.

    `opened` and `reminder` take the quests' titles, `deadline` the days that are left.
    """

    quote: str
    opened: str
    opened_many: str
    opened_body: str
    reminder: str
    reminder_many: str
    reminder_body: str
    deadline: Callable[[int], str]
    deadline_body: str
    certificate: Callable[[int], str]
    certificate_body: str
    help_asked: str
    help_asked_body: str
    help_answered: str
    help_answered_body: str
    notes: Mapping[str, tuple[str, str]]
    test: str
    test_body: str


def _nb(days: int) -> str:
    return "Frist i dag" if days <= 0 else "Frist i morgen" if days == 1 else f"Frist om {days} dager"


def _nn(days: int) -> str:
    return "Frist i dag" if days <= 0 else "Frist i morgon" if days == 1 else f"Frist om {days} dagar"


def _en(days: int) -> str:
    return "Due today" if days <= 0 else "Due tomorrow" if days == 1 else f"Due in {days} days"


def _certificate_nb(days: int) -> str:
    left = "i dag" if days <= 0 else "i morgen" if days == 1 else f"om {days} dager"
    return f"Et kompetansebevis går ut {left}"


def _certificate_nn(days: int) -> str:
    left = "i dag" if days <= 0 else "i morgon" if days == 1 else f"om {days} dagar"
    return f"Eit kompetansebevis går ut {left}"


def _certificate_en(days: int) -> str:
    left = "today" if days <= 0 else "tomorrow" if days == 1 else f"in {days} days"
    return f"A certificate of competence ends {left}"


WORDS = {
    "nb": Words(
        quote="«{}»",
        opened="Ny etappe: {titles}",
        opened_many="{count} nye etapper er åpne",
        opened_body="Ta en post når det passer.",
        reminder="{titles} er fortsatt åpen",
        reminder_many="{count} etapper er fortsatt åpne",
        reminder_body="Én post tar et par minutter. Du fortsetter der du slapp.",
        deadline=_nb,
        deadline_body="{titles}. Du kan ta det i små biter.",
        certificate=_certificate_nb,
        certificate_body="Det du skal huske, kommer først i repetisjonene. Det tar noen minutter.",
        help_asked="En kollega spør om hjelp",
        help_asked_body="Åpne Løype for å lese spørsmålet og svare.",
        help_answered="Du har fått svar",
        help_answered_body="Åpne Løype for å lese svaret på spørsmålet ditt.",
        notes={
            "comment_answered": (
                "En redaktør har svart deg",
                "Åpne Løype for å lese svaret på kommentaren din.",
            ),
            "comment_came": ("Nye kommentarer til en post", "Åpne Løype for å lese hva spillerne sier."),
            "check_due": ("En post skal ses over", "Datoen du satte, er kommet. Åpne Løype for å se mer."),
            "draft_talked": ("Nytt om et utkast", "Åpne Løype for å lese hva som er sagt."),
            "review_asked": ("Du er bedt om å se over en post", "Åpne Løype for å lese og svare."),
            "review_given": ("En fagsjekk er ferdig", "Åpne Løype for å se hva som ble sagt."),
        },
        test="Varsler virker",
        test_body="Dette er prøven du ba om. Slik ser et dytt fra Løype ut.",
    ),
    "nn": Words(
        quote="«{}»",
        opened="Ny etappe: {titles}",
        opened_many="{count} nye etappar er opne",
        opened_body="Ta ein post når det passar.",
        reminder="{titles} er framleis open",
        reminder_many="{count} etappar er framleis opne",
        reminder_body="Éin post tek eit par minutt. Du held fram der du slapp.",
        deadline=_nn,
        deadline_body="{titles}. Du kan ta det i små bitar.",
        certificate=_certificate_nn,
        certificate_body="Det du skal hugse, kjem fyrst i repetisjonane. Det tek nokre minutt.",
        help_asked="Ein kollega spør om hjelp",
        help_asked_body="Opne Løype for å lese spørsmålet og svare.",
        help_answered="Du har fått svar",
        help_answered_body="Opne Løype for å lese svaret på spørsmålet ditt.",
        notes={
            "comment_answered": (
                "Ein redaktør har svart deg",
                "Opne Løype for å lese svaret på kommentaren din.",
            ),
            "comment_came": ("Nye kommentarar til ein post", "Opne Løype for å lese kva spelarane seier."),
            "check_due": (
                "Ein post skal sjåast over",
                "Datoen du sette, er komen. Opne Løype for å sjå meir.",
            ),
            "draft_talked": ("Nytt om eit utkast", "Opne Løype for å lese kva som er sagt."),
            "review_asked": ("Du er beden om å sjå over ein post", "Opne Løype for å lese og svare."),
            "review_given": ("Ein fagsjekk er ferdig", "Opne Løype for å sjå kva som vart sagt."),
        },
        test="Varsel verkar",
        test_body="Dette er prøven du bad om. Slik ser eit dytt frå Løype ut.",
    ),
    "en": Words(
        quote="“{}”",
        opened="New stage: {titles}",
        opened_many="{count} new stages are open",
        opened_body="Take a post when it suits you.",
        reminder="{titles} is still open",
        reminder_many="{count} stages are still open",
        reminder_body="One post takes a couple of minutes. You go on from where you stopped.",
        deadline=_en,
        deadline_body="{titles}. You can take it in small pieces.",
        certificate=_certificate_en,
        certificate_body="What you are to remember comes first in your reviews. It takes a few minutes.",
        help_asked="A colleague asks for help",
        help_asked_body="Open Løype to read the question and answer.",
        help_answered="You have an answer",
        help_answered_body="Open Løype to read the answer to your question.",
        notes={
            "comment_answered": (
                "An editor has answered you",
                "Open Løype to read the answer to your comment.",
            ),
            "comment_came": ("New comments on a post", "Open Løype to read what players say."),
            "check_due": ("A post is to be looked over", "The day you set has come. Open Løype to see more."),
            "draft_talked": ("News of a draft", "Open Løype to read what was said."),
            "review_asked": ("You are asked to look a post over", "Open Løype to read and answer."),
            "review_given": ("An expert check is done", "Open Løype to see what was said."),
        },
        test="Notifications work",
        test_body="This is the test you asked for. A nudge from Løype looks like this.",
    ),
}


def sentence(kind: str, language: str, titles: Sequence[str], days_left: int) -> tuple[str, str]:
    """Title and body of a push: about quests of these titles, telling nothing of questions, comments, certificates."""
    words = WORDS.get(language, WORDS["nb"])
    if kind == "test":
        return words.test, words.test_body
    if kind == "help_asked":
        return words.help_asked, words.help_asked_body
    if kind == "help_answered":
        return words.help_answered, words.help_answered_body
    if kind in words.notes:
        return words.notes[kind]
    if kind == "certificate":
        return words.certificate(days_left), words.certificate_body
    named = ", ".join(words.quote.format(_cut(each)) for each in titles[:MOST_TITLES])
    if kind == "deadline":
        return words.deadline(days_left), words.deadline_body.format(titles=named)
    one, many, body = (
        (words.reminder, words.reminder_many, words.reminder_body)
        if kind == "reminder"
        else (words.opened, words.opened_many, words.opened_body)
    )
    if len(titles) == 1:
        return one.format(titles=named), body
    return many.format(count=len(titles)), named


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"
