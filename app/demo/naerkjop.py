"""Nærkjøp: a chain of forty grocery shops, where playing is voluntary and some shops have caught the spirit."""

from collections.abc import Iterator

from app.demo.cast import Account, Cast, Question, Requirement

REGIONS = {
    "Region nord": (
        ("Havnegata", 31),
        ("Nordneset", 27),
        ("Skarvika", 22),
        ("Tindeveien", 19),
        ("Elvebakken", 16),
        ("Lysøya", 12),
        ("Kvitberg", 8),
        ("Fyrodden", 4),
    ),
    "Region midt": (
        ("Torget", 38),
        ("Mølleparken", 33),
        ("Stasjonen", 26),
        ("Åkerveien", 22),
        ("Rosenlia", 20),
        ("Solsletta", 17),
        ("Kvernhuset", 13),
        ("Fjellgata", 9),
    ),
    "Region vest": (
        ("Bryggekanten", 44),
        ("Sjøgata", 36),
        ("Lynghaug", 29),
        ("Nøsteveien", 24),
        ("Fagerdalen", 21),
        ("Strandpromenaden", 18),
        ("Øyrane", 14),
        ("Skutevika", 11),
    ),
    "Region øst": (
        ("Parkkvartalet", 46),
        ("Furulund", 41),
        ("Jernbanegata", 33),
        ("Tunveien", 27),
        ("Bekkestua vest", 24),
        ("Ekornlia", 19),
        ("Skogholt", 15),
        ("Myra", 7),
    ),
    "Region sør": (
        ("Sundbrua", 29),
        ("Lillehavn", 25),
        ("Heiveien", 20),
        ("Eikelunden", 16),
        ("Skjærgårdssenteret", 14),
        ("Fiskebrygga", 11),
        ("Svalestien", 8),
        ("Odderøy torg", 5),
    ),
}


def _departments() -> Iterator[tuple[str, str | None, int]]:
    yield "Kjedekontoret", None, 36
    for region, shops in REGIONS.items():
        yield region, None, 2
        for shop, size in shops:
            yield f"Nærkjøp {shop}", region, size


NAERKJOP = Cast(
    code="naerkjop",
    name="Nærkjøp",
    course="klar-for-kunden",
    departments=tuple(_departments()),
    accounts=(
        Account("learner", "Mats Ødegaard", "61204", "Nærkjøp Torget"),
        Account("learner", "Ayaan Jama", "61205", "Nærkjøp Torget"),
        Account("learner", "Ragnhild Skår", "61377", "Nærkjøp Bryggekanten"),
        Account("learner", "Oliver Brun", "61378", "Nærkjøp Bryggekanten", plays_this_week=True),
        Account("leader", "Camilla Rønning", "61201", "Nærkjøp Torget", plays_this_week=True),
        Account("leader", "Terje Lauvås", "60012", "Region vest", plays_this_week=True),
        Account("editor", "Synnøve Kjær", "60005", "Kjedekontoret", plays_this_week=True),
        Account("resource_person", "Dawit Haile", "61379", "Nærkjøp Bryggekanten", plays_this_week=True),
        Account("admin", "Benedicte Fosse", "60001", "Kjedekontoret", plays_this_week=True),
    ),
    aliases=(
        "Rugbrødet",
        "Sene kvelder",
        "Bananboksen",
        "Palleløfter",
        "Fersk fisk",
        "Kassadronninga",
        "Kanelbollen",
        "Handlenettet",
        "Eplekjekk",
        "Tidlig oppe",
        "Brunosten",
        "Siste i køen",
        "Gulrota",
        "Pantejeger",
        "Surdeigen",
        "Melkesjokoladen",
    ),
    first_number=62_001,
    takes_part=(0.08, 0.42),
    diligence=(0.5, 0.85),
    lends_to={"Nærkjøp Torget": "Nærkjøp Stasjonen"},
    questions=(
        Question(
            asker="61377",
            words="Gjelder dette i brødhylla også, der vi fyller på flere ganger om dagen?",
            module="eldst-foran",
            card="c1",
            helper="61379",
            answer="Ja, det fra i morges fram og det nye bak. Si fra når du er på vakt, så viser jeg deg.",
        ),
        Question(
            asker="61378",
            words="En kunde spurte om det er nøtter i bakevarene fra ovnen. Hvor ligger lista hos oss?",
            module="taler-kunden-dette",
        ),
    ),
    goal=(2000, "Alle butikkene får julelunsj"),
    competition=("Julestria", "Middag for hele butikken"),
    requirements=(
        Requirement(
            title={
                "nb": "Salg av aldersbestemte varer",
                "nn": "Sal av aldersbestemte varer",
                "en": "Selling age-restricted goods",
            },
            topics={"alder-og-legitimasjon": 100},
            departments=("Region nord", "Region midt", "Region vest", "Region øst", "Region sør"),
            earned={"61204": 100, "61205": None, "61377": 320, "61378": None, "61201": 70, "61379": 210},
        ),
    ),
)
