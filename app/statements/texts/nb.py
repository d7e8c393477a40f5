"""The public pages in Bokmål."""

from app.statements.shape import Section, Statement

LABELS = {
    "language": "Språk",
    "back": "Til Løype",
    "nobody": "den som er ansvarlig for Løype i virksomheten din",
}

ACCESSIBILITY = Statement(
    "Tilgjengelighet i Løype",
    (
        Section(
            "Hva vi lover",
            paragraphs=(
                (
                    "Løype skal kunne brukes av alle på jobb. Målet er kravene i WCAG 2.2 på nivå A og AA, som også "
                    "dekker det som norsk regelverk krever."
                ),
            ),
        ),
        Section(
            "Hva som gjelder",
            points=(
                "Alt kan gjøres med tastatur og med trykk; ingenting krever at du drar.",
                "Tekst kan bli dobbelt så stor, og skjermen kan være så smal som 320 punkter.",
                "Rett og galt vises med ikon og ord, aldri bare med farge.",
                "Ingen oppgaver går på tid, og bevegelse slås av når telefonen din ber om det.",
                "Kort kan leses opp, og bilder har tekst.",
            ),
        ),
        Section(
            "Hvordan det er prøvd",
            paragraphs=(
                (
                    "Hver skjerm prøves automatisk ved hver endring, i lys og mørk drakt og med stor tekst. Automatiske"
                    " prøver finner ikke alt, og siden bygger på vår egen vurdering."
                ),
            ),
        ),
        Section(
            "Kan du ikke bruke noe?",
            paragraphs=(
                "Si fra til {contact}. Er du ikke fornøyd med svaret, kan du klage til Digitaliseringsdirektoratet.",
            ),
        ),
    ),
)

PRIVACY = Statement(
    "Personvern i Løype",
    (
        Section(
            "Hva som lagres om deg",
            paragraphs=("Arbeidsgiveren din bestemmer hva Løype brukes til og er ansvarlig. Løype lagrer:",),
            points=(
                "navn, ansattnummer, avdeling, stillingsandel, språk og roller",
                "perioder du er borte, uten grunn",
                "PIN-koden din som et avtrykk som ikke kan leses tilbake",
                "det du svarer i postene, når, og poengene du får",
                "det du har valgt på Meg, om du har sett øveposten, og når du sist lastet ned alt om deg",
                "hvilke varsler du har fått, og adressen de sendes til hvis du har sagt ja til dem på telefonen",
                "det du spør en kollega om og svarer i Løype, med navnet ditt",
                "den åpne delen av passnøkler du har laget",
                "hvem som har sett på deg ved navn, og når",
            ),
        ),
        Section(
            "Hvem som ser hva",
            points=(
                (
                    "Ledere og administratorer ser navn, nummer og avdeling for dem de har ansvar for. Hvert oppslag "
                    "står under Meg, der du kan lese det."
                ),
                "Ingen ser svarene dine, feilene dine eller når du spiller.",
                (
                    "Det du spør en kollega om, leses av deg og av ressurspersonene i avdelingen som får spørsmålet,"
                    " ikke av ledere."
                ),
                (
                    "På tavlene står navnet ditt bare hvis du slår det på; du kan bruke et kallenavn eller la være å "
                    "stå der."
                ),
                (
                    "I ligaen er du bare med hvis du blir med selv. De nederste vises ikke for noen, og hvem du møtte, "
                    "glemmes etter et kvartal."
                ),
                (
                    "Avdelinger med færre enn {least_members} slås sammen på tavlene, og de under {live_members} "
                    "oppdateres hver time."
                ),
            ),
        ),
        Section(
            "Hvor lenge",
            points=(
                "Innlogging: {phone_days} dager på egen telefon, {shared_hours} timer på delt enhet.",
                "Mislykkede innlogginger: {failure_hours} timer, som avtrykk.",
                "Ubrukte opplastingskoder: {token_days} dager.",
                (
                    "Spørsmål til en kollega: {question_days} dager etter siste ord. Trekker du et spørsmål, slettes"
                    " det straks."
                ),
                "Varsler: {nudge_days} dager etter at det de handlet om, er over.",
                "Resten til arbeidsgiveren din sletter det.",
            ),
        ),
        Section(
            "På enheten din",
            paragraphs=(
                (
                    "Én informasjonskapsel holder deg innlogget. Poster og svar som ikke er sendt, ligger på enheten så"
                    " du kan spille uten nett. Ingen sporing, ingen analyse. Varsler du har sagt ja til,"
                    " går kryptert gjennom tjenesten til nettleseren din; ellers går ingenting til andre."
                ),
            ),
        ),
        Section(
            "Rettighetene dine",
            paragraphs=(
                (
                    "Under Meg laster du ned alt som er lagret om deg. Du kan få det rettet og slettet. Skriv til "
                    "{contact}. Du kan også klage til Datatilsynet."
                ),
            ),
        ),
    ),
)
