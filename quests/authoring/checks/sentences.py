"""What is said of each advice, in the three languages. What blocks is said as in `quests/content/rules/remedies.py`."""

from collections.abc import Mapping

from quests.authoring.checks.check import ADVISE, Check
from quests.content.rules.remedies import remedy

LANGUAGE_NAMES = {
    "nb": {"nb": "bokmål", "nn": "nynorsk", "en": "engelsk"},
    "nn": {"nb": "bokmål", "nn": "nynorsk", "en": "engelsk"},
    "en": {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"},
}

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "stale": {
        "nb": "Originalen er endret etter at dette ble oversatt til {language}. Se over oversettelsen.",
        "nn": "Originalen er endra etter at dette vart omsett til {language}. Sjå over omsetjinga.",
        "en": "The original has changed since this was translated into {language}. Look at the translation again.",
    },
    "not_spoken": {
        "nb": "Posten finnes ikke på {language}. Oversett den, så kan flere lese den på sitt eget språk.",
        "nn": "Posten finst ikkje på {language}. Omset han, så kan fleire lese han på sitt eige språk.",
        "en": "This post is not in {language}. Translate it, so that more people can read it in their own language.",
    },
    "lix_module": {
        "nb": "Posten er tung å lese (LIX {lix}). Korte setninger og vanlige ord bringer den under {most}.",
        "nn": "Posten er tung å lese (LIX {lix}). Korte setningar og vanlege ord får han under {most}.",
        "en": "This post is hard to read (LIX {lix}). Short sentences and everyday words bring it below {most}.",
    },
    "lix_text": {
        "nb": "Teksten er tung å lese (LIX {lix}). Del de lange setningene, og bytt ut lange ord.",
        "nn": "Teksten er tung å lese (LIX {lix}). Del dei lange setningane, og byt ut lange ord.",
        "en": "This text is hard to read (LIX {lix}). Divide the long sentences, and use shorter words.",
    },
    "long_text": {
        "nb": (
            "Teksten har {length} tegn. På en telefon leses {most} eller færre uten å bla: kort ned, eller del kortet."
        ),
        "nn": (
            "Teksten har {length} teikn. På ein telefon kan ein lese {most} eller færre utan å bla: kort ned, "
            "eller del kortet."
        ),
        "en": (
            "The text has {length} characters. A phone shows {most} without scrolling: shorten it, or divide the card."
        ),
    },
    "double_negation": {
        "nb": "To nektende ord i samme setning er lette å lese feil. Si det som er sant.",
        "nn": "To nektande ord i same setning er lette å lese feil. Sei det som er sant.",
        "en": "Two negative words in one sentence are easily misread. Say what is the case.",
    },
    "address": {
        "nb": "«{address}» kan ingen trykke på. Før opp kilden under Kilder, eller si hvor en finner den.",
        "nn": "«{address}» kan ingen trykkje på. Før opp kjelda under Kjelder, eller sei kvar ein finn ho.",
        "en": "Nobody can tap “{address}”. Name it under Sources, or say where to find it.",
    },
    "all_of_them": {
        "nb": (
            "Svarene står i ulik rekkefølge for hver enkelt, så «alle» peker ikke på noe. "
            "Bruk et kort med flere riktige svar."
        ),
        "nn": (
            "Svara står i ulik rekkjefølgje for kvar enkelt, så «alle» peikar ikkje på noko. "
            "Bruk eit kort med fleire rette svar."
        ),
        "en": (
            "Answers stand in a different order for everyone, so “all of them” points at nothing. "
            "Use a card with several right answers."
        ),
    },
    "none_of_them": {
        "nb": "«Ingen av dem» lærer ikke bort hva som er riktig. Skriv det riktige svaret.",
        "nn": "«Ingen av dei» lærer ikkje bort kva som er rett. Skriv det rette svaret.",
        "en": "“None of them” does not teach what is right. Write the right answer.",
    },
    "longest_right": {
        "nb": (
            "Det riktige svaret er klart lengst i {count} av {total} spørsmål, så en kan gjette. "
            "Gjør svarene omtrent like lange."
        ),
        "nn": (
            "Det rette svaret er klart lengst i {count} av {total} spørsmål, så ein kan gjette. "
            "Gjer svara om lag like lange."
        ),
        "en": (
            "The right answer is clearly the longest in {count} of {total} questions, so it can be guessed. "
            "Make them about as long."
        ),
    },
    "same_letter": {
        "nb": (
            "{letter} er riktig i {count} av {total} spørsmål. I appen stokkes svarene, "
            "men på papir kan en gjette: bytt om på noen."
        ),
        "nn": (
            "{letter} er rett i {count} av {total} spørsmål. I appen blir svara stokka, "
            "men på papir kan ein gjette: byt om på nokre."
        ),
        "en": (
            "{letter} is right in {count} of {total} questions. The app shuffles answers, but paper does not: "
            "move some of them."
        ),
    },
    "few_exercises": {
        "nb": "Posten har {count} spørsmål. {least} til {most} gir nok øving til at det sitter.",
        "nn": "Posten har {count} spørsmål. {least} til {most} gir nok øving til at det sit.",
        "en": "This post has {count} questions. {least} to {most} give enough practice for it to last.",
    },
    "many_exercises": {
        "nb": "Posten har {count} spørsmål. Del den i to poster med {least} til {most} i hver.",
        "nn": "Posten har {count} spørsmål. Del han i to postar med {least} til {most} i kvar.",
        "en": "This post has {count} questions. Divide it into two posts with {least} to {most} each.",
    },
    "one_kind": {
        "nb": "Alle {count} spørsmålene er av samme slag. Bytt ett av dem, så blir det mer å tenke over.",
        "nn": "Alle {count} spørsmåla er av same slag. Byt eitt av dei, så blir det meir å tenkje over.",
        "en": "All {count} questions are of one kind. Change one of them, so that there is more to think about.",
    },
    "starts_telling": {
        "nb": (
            "Posten begynner med to kort som forteller. Begynn med et spørsmål: den som har prøvd først, husker bedre."
        ),
        "nn": "Posten byrjar med to kort som fortel. Byrja med eit spørsmål: den som har prøvd først, hugsar betre.",
        "en": "This post begins with two cards that tell. Begin with a question: who has tried first remembers better.",
    },
    "many_options": {
        "nb": "{count} svar tar tid å lese på en telefon. Tre gode holder.",
        "nn": "{count} svar tek tid å lese på ein telefon. Tre gode held.",
        "en": "{count} answers take time to read on a phone. Three good ones suffice.",
    },
    "same_option": {
        "nb": "To svar er like. Skriv om det ene.",
        "nn": "To svar er like. Skriv om det eine.",
        "en": "Two answers are the same. Rewrite one of them.",
    },
    "same_explanation": {
        "nb": "Alle svarene har samme forklaring. Si for hvert av dem hvorfor det er riktig eller ikke.",
        "nn": "Alle svara har same forklaring. Sei for kvart av dei kvifor det er rett eller ikkje.",
        "en": "All answers have the same explanation. Say of each why it is right or not.",
    },
}


def sentence(check: Check, language: str) -> str:
    """What to do about it, in that language; of what blocks, in English."""
    if check.severity != ADVISE:
        return str(remedy(check.code, **check.given))
    names = LANGUAGE_NAMES[language]
    spoken = {"language": names[check.language]} if check.language else {}
    return SENTENCES[check.code][language].format_map({**spoken, **check.given})
