"""The spreadsheet somebody fills in who never saw the studio: examples, and a sheet that explains each column."""

from collections.abc import Mapping, Sequence

from quests.exchange.rules.columns import (
    CARD,
    KIND,
    KINDS,
    MODULE,
    QUESTION,
    REMEMBER,
    RIGHT,
    SITUATION,
    WHY,
    YES,
    Column,
    columns_of,
    headers,
)

EXAMPLE = {
    "nb": "Eksempel: slett disse radene",
    "nn": "Døme: slett desse radene",
    "en": "Example: delete these rows",
}
"""The post of the examples; its rows do not come in."""

TITLES = {"nb": ("Spørsmål", "Slik gjør du"), "nn": ("Spørsmål", "Slik gjer du"), "en": ("Questions", "How to")}
WIDTHS: Mapping[Column, int] = {MODULE: 24, KIND: 20, SITUATION: 36, QUESTION: 36, RIGHT: 14, WHY: 36}

_EXAMPLES: Mapping[str, Sequence[tuple[str, str, str, str, str, Sequence[str]]]] = {
    "nb": (
        (
            "choice",
            "Solveig sitter på gulvet ved senga. Hun er våken, men blek.",
            "Hva gjør du først?",
            "B",
            "",
            (
                *("Løfter henne opp i senga igjen", "Er noe brukket, kan løftet gjøre det verre."),
                *("Blir hos henne og drar i snora", "Hun er trygg med deg, og hjelpen er på vei."),
                *("Går etter blodtrykksmåleren", "Blir du borte, ser ingen om hun blir dårligere."),
            ),
        ),
        (
            "order",
            "",
            "I hvilken rekkefølge vasker du hendene?",
            "",
            "",
            ("Gjør hendene våte", "", "Ta såpe", "", "Gni alle flatene", "", "Skyll og tørk", ""),
        ),
        (
            "number",
            "",
            "Hvor mange sekunder tar en håndvask med såpe?",
            "50 ± 10 sekunder",
            "40 til 60 sekunder, fra våte til tørre hender (WHO).",
            (),
        ),
        (
            "truth",
            "",
            "Du kan ringe 113 selv om du er usikker.",
            "Sant",
            "De hjelper deg å vurdere hva som haster.",
            (),
        ),
        (
            "match",
            "",
            "Hvilket nummer hører til hva?",
            "",
            "",
            ("Brann → 110", "", "Politi → 112", "", "Ambulanse → 113", ""),
        ),
    ),
    "nn": (
        (
            "choice",
            "Solveig sit på golvet ved senga. Ho er vaken, men bleik.",
            "Kva gjer du først?",
            "B",
            "",
            (
                *("Løftar henne opp i senga igjen", "Er noko brote, kan løftet gjere det verre."),
                *("Blir hos henne og dreg i snora", "Ho er trygg med deg, og hjelpa er på veg."),
                *("Går etter blodtrykksmålaren", "Går du, ser ingen om ho blir dårlegare."),
            ),
        ),
        (
            "order",
            "",
            "I kva rekkjefølgje vaskar du hendene?",
            "",
            "",
            ("Gjer hendene våte", "", "Ta såpe", "", "Gni alle flatene", "", "Skyl og tørk", ""),
        ),
        (
            "number",
            "",
            "Kor mange sekund tek ein handvask med såpe?",
            "50 ± 10 sekund",
            "40 til 60 sekund, frå våte til tørre hender (WHO).",
            (),
        ),
        (
            "truth",
            "",
            "Du kan ringje 113 sjølv om du er usikker.",
            "Sant",
            "Dei hjelper deg å vurdere kva som hastar.",
            (),
        ),
        (
            "match",
            "",
            "Kva nummer høyrer til kva?",
            "",
            "",
            ("Brann → 110", "", "Politi → 112", "", "Ambulanse → 113", ""),
        ),
    ),
    "en": (
        (
            "choice",
            "Solveig is sitting on the floor by her bed. She is awake, but pale.",
            "What do you do first?",
            "B",
            "",
            (
                *("Lift her back into bed", "If something is broken, lifting can make it worse."),
                *("Stay with her and pull the cord", "She is safe with you, and help is on its way."),
                *("Go for the blood pressure monitor", "If you leave, nobody sees if she gets worse."),
            ),
        ),
        (
            "order",
            "",
            "In which order do you wash your hands?",
            "",
            "",
            ("Wet your hands", "", "Take soap", "", "Rub every surface", "", "Rinse and dry", ""),
        ),
        (
            "number",
            "",
            "How many seconds does washing your hands with soap take?",
            "50 ± 10 seconds",
            "40 to 60 seconds, from wet to dry hands (WHO).",
            (),
        ),
        ("truth", "", "You can ring 113 even if you are unsure.", "True", "They help you judge what is urgent.", ()),
        (
            "match",
            "",
            "Which number is for what?",
            "",
            "",
            ("Fire → 110", "", "Police → 112", "", "Ambulance → 113", ""),
        ),
    ),
}

_HELP: Mapping[str, Sequence[str]] = {
    "nb": (
        "Navnet på posten spørsmålet hører til. Tom celle: samme post som raden over. Ett ark kan ha mange poster.",
        "Velg fra lista. Tom celle: slaget følger av svarene.",
        "Det som fortelles før spørsmålet. Kan være tomt. I en rad av slaget Tekst er dette selve teksten.",
        "Spørsmålet, eller påstanden. Må fylles ut.",
        "Bokstaven til det riktige svaret (B), eller flere (A, C). Et tall kan ha slingring: 50 ± 10 sekunder. "
        "Flere ord som godtas, skilles med / . For rekkefølge og par er cella tom.",
        "Svarene, i kolonne A til H. Rekkefølge: stegene i riktig orden. Par: venstre → høyre, eller venstre -> høyre.",
        "Hvorfor nettopp dette svaret er riktig eller galt. Alle svar skal ha en forklaring før posten kan tas i bruk.",
        "Forklaringen til hele spørsmålet, der det ikke er svar å velge mellom.",
        "Ja: spørsmålet kommer igjen i repetisjonen. Høyst to i hver post.",
        "La kolonnen stå. Den sier hvilket kort raden er når arket kommer fra en post som finnes.",
        "Formler regnes ikke ut. Bilder, lyd og samtaler legges til i Løype etterpå.",
    ),
    "nn": (
        "Namnet på posten spørsmålet høyrer til. Tom celle: same post som rada over. Eitt ark kan ha mange postar.",
        "Vel frå lista. Tom celle: slaget følgjer av svara.",
        "Det som blir fortalt før spørsmålet. Kan vere tomt. I ei rad av slaget Tekst er dette sjølve teksten.",
        "Spørsmålet, eller påstanden. Må fyllast ut.",
        "Bokstaven til det rette svaret (B), eller fleire (A, C). Eit tal kan ha slingring: 50 ± 10 sekund. "
        "Fleire ord som blir godtekne, skil du med / . For rekkjefølgje og par er cella tom.",
        "Svara, i kolonne A til H. Rekkjefølgje: stega i rett orden. Par: venstre → høgre, eller venstre -> høgre.",
        "Kvifor nettopp dette svaret er rett eller gale. Alle svar skal ha ei forklaring før posten kan takast i bruk.",
        "Forklaringa til heile spørsmålet, der det ikkje er svar å velje mellom.",
        "Ja: spørsmålet kjem att i repetisjonen. Høgst to i kvar post.",
        "La kolonnen stå. Han seier kva kort rada er når arket kjem frå ein post som finst.",
        "Formlar blir ikkje rekna ut. Bilete, lyd og samtalar legg du til i Løype etterpå.",
    ),
    "en": (
        "The name of the post the question belongs to. Empty: the same post as the row above. A sheet may have many.",
        "Choose from the list. Empty: the answers decide.",
        "What is told before the question. May be empty. In a row of the kind Text this is the text itself.",
        "The question, or the statement. Must be filled in.",
        "The letter of the right answer (B), or several (A, C). A number may be off by some: 50 ± 10 seconds. "
        "Several accepted words are parted by / . For order and pairs the cell is empty.",
        "The answers, in columns A to H. Order: the steps in the right order. Pairs: left → right, or left -> right.",
        "Why exactly this answer is right or wrong. Every answer needs an explanation before the post can be used.",
        "The explanation of the whole question, where there are no answers to choose between.",
        "Yes: the question comes back in reviews. At most two in each post.",
        "Leave this column. It tells which card the row is when the sheet comes from a post that exists.",
        "Formulas are not evaluated. Pictures, sound and conversations are added in Løype afterwards.",
    ),
}


def table_of(rows: Sequence[Mapping[Column, str]], language: str) -> list[list[str]]:
    """The header and the rows, in the order of the columns."""
    header = headers(language)
    order = {place: column for column, place in columns_of(header).items()}
    return [header, *([row.get(order[place], "") for place in range(len(header))] for row in rows)]


def examples(language: str) -> list[dict[Column, str]]:
    """One row of each kind that is asked for most."""
    found = []
    for kind, situation, question, right, why, answers in _EXAMPLES[language]:
        row: dict[Column, str] = {MODULE: EXAMPLE[language], KIND: KINDS[kind][language], SITUATION: situation}
        row |= {QUESTION: question, RIGHT: right, WHY: why}
        row |= {(place // 2, place % 2): text for place, text in enumerate(answers)}
        found.append({column: text for column, text in row.items() if text})
    return found


def help_rows(language: str) -> list[tuple[str, str]]:
    """Each column with what goes in it."""
    known = columns_of(headers(language))
    names = headers(language)
    shown: list[Column] = [MODULE, KIND, SITUATION, QUESTION, RIGHT, (0, 0), (0, 1), WHY, REMEMBER, CARD]
    told = _HELP[language]
    return [*((names[known[column]], text) for column, text in zip(shown, told, strict=False)), ("", told[-1])]


def widths(language: str) -> list[int]:
    """Of the columns, in characters."""
    known = {place: column for column, place in columns_of(headers(language)).items()}
    return [WIDTHS.get(known[place], 28 if isinstance(known[place], tuple) else 10) for place in range(len(known))]


def choices(language: str) -> dict[int, list[str]]:
    """By column, from 0: what can be chosen in it."""
    known = columns_of(headers(language))
    kinds = [names[language] for kind, names in KINDS.items() if kind != "other"]
    return {known[KIND]: kinds, known[REMEMBER]: [YES[language]]}
