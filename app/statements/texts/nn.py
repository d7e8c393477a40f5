"""The public pages in Nynorsk."""

from app.statements.shape import Section, Statement

LABELS = {
    "language": "Språk",
    "back": "Til Løype",
    "nobody": "den som har ansvar for Løype i verksemda di",
}

ACCESSIBILITY = Statement(
    "Tilgjenge i Løype",
    (
        Section(
            "Kva vi lovar",
            paragraphs=(
                (
                    "Løype skal kunne brukast av alle på jobb. Målet er krava i WCAG 2.2 på nivå A og AA, som òg "
                    "dekkjer det som norsk regelverk krev."
                ),
            ),
        ),
        Section(
            "Kva som gjeld",
            points=(
                "Alt kan gjerast med tastatur og med trykk; ingenting krev at du dreg.",
                "Tekst kan bli dobbelt så stor, og skjermen kan vere så smal som 320 punkt.",
                "Rett og gale blir vist med ikon og ord, aldri berre med farge.",
                "Ingen oppgåver går på tid, og rørsle blir slått av når telefonen din bed om det.",
                "Kort kan lesast opp, og bilete har tekst.",
            ),
        ),
        Section(
            "Korleis det er prøvd",
            paragraphs=(
                (
                    "Kvar skjerm blir prøvd automatisk ved kvar endring, i lys og mørk drakt og med stor tekst. "
                    "Automatiske prøver finn ikkje alt, og sida byggjer på vår eiga vurdering."
                ),
            ),
        ),
        Section(
            "Er det noko du ikkje kan bruke?",
            paragraphs=(
                "Sei frå til {contact}. Er du ikkje nøgd med svaret, kan du klage til Digitaliseringsdirektoratet.",
            ),
        ),
    ),
)

PRIVACY = Statement(
    "Personvern i Løype",
    (
        Section(
            "Kva som blir lagra om deg",
            paragraphs=("Arbeidsgivaren din avgjer kva Løype blir brukt til og har ansvaret. Løype lagrar:",),
            points=(
                "namn, tilsettnummer, avdeling, stillingsdel, språk og roller",
                "periodar du er borte, utan grunn",
                "PIN-koden din som eit avtrykk som ikkje kan lesast tilbake",
                "det du svarar i postane, når, og poenga du får",
                "det du har valt på Meg, om du har sett øveposten, og når du sist lasta ned alt om deg",
                "kva varsel du har fått, og adressa dei blir sende til om du har sagt ja til dei på telefonen",
                "det du spør ein kollega om og svarer i Løype, med namnet ditt",
                "den opne delen av passnøklar du har laga",
                "kven som har sett på deg ved namn, og når",
            ),
        ),
        Section(
            "Kven som ser kva",
            points=(
                (
                    "Leiarar og administratorar ser namn, nummer og avdeling for dei dei har ansvar for. Kvart oppslag "
                    "står under Meg, der du kan lese det."
                ),
                "Ingen ser svara dine, feila dine eller når du spelar.",
                (
                    "Det du spør ein kollega om, blir lese av deg og av ressurspersonane i avdelinga som får"
                    " spørsmålet, ikkje av leiarar."
                ),
                (
                    "På tavlene står namnet ditt berre om du slår det på; du kan bruke eit kallenamn eller la vere å "
                    "stå der."
                ),
                (
                    "I ligaen er du berre med om du blir med sjølv. Dei nedste blir ikkje viste for nokon, og kven du "
                    "møtte, blir gløymt etter eit kvartal."
                ),
                (
                    "Avdelingar med færre enn {least_members} blir slåtte saman på tavlene, og dei under {live_members}"
                    " blir oppdaterte kvar time."
                ),
            ),
        ),
        Section(
            "Kor lenge",
            points=(
                "Innlogging: {phone_days} dagar på eigen telefon, {shared_hours} timar på delt eining.",
                "Mislykka innloggingar: {failure_hours} timar, som avtrykk.",
                "Ubrukte opplastingskodar: {token_days} dagar.",
                (
                    "Spørsmål til ein kollega: {question_days} dagar etter siste ord. Trekkjer du eit spørsmål, blir"
                    " det sletta straks."
                ),
                "Varsel: {nudge_days} dagar etter at det dei handla om, er over.",
                "Resten til arbeidsgivaren din slettar det.",
            ),
        ),
        Section(
            "På eininga di",
            paragraphs=(
                (
                    "Éin informasjonskapsel held deg innlogga. Postar og svar som ikkje er sende, ligg på eininga så du"
                    " kan spele utan nett. Inga sporing, ingen analyse. Varsel du har sagt ja til,"
                    " går krypterte gjennom tenesta til nettlesaren din; elles går ingenting til andre."
                ),
            ),
        ),
        Section(
            "Rettane dine",
            paragraphs=(
                (
                    "Under Meg lastar du ned alt som er lagra om deg. Du kan få det retta og sletta. Skriv til "
                    "{contact}. Du kan òg klage til Datatilsynet."
                ),
            ),
        ),
    ),
)
