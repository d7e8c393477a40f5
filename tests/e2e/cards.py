"""A path whose posts hold every kind of card, in three languages; what may be drawn of several is so once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import orjson

from quests.content.rules.archive import write_archive
from tests.e2e.studio import COURSE, next_monday
from tests.served import Served

Json = dict[str, Any]
NIGHT = {"file": "rom-natt.svg"}
FIRE = {"file": "brann-korridor.svg"}


def said(nb: str, nn: str | None = None, en: str | None = None) -> Json:
    return {"nb": nb, "nn": nn or nb, "en": en or nb}


def thing(id: str, text: Json, because: Json | None = None, **further: Any) -> Json:
    return {"id": id, "text": text} | ({"explanation": because} if because else {}) | further


DISCOVER = {
    "id": "discover",
    "type": "discover",
    "prompt": said("Se deg rundt i korridoren", "Sjå deg rundt i korridoren", "Look around in the corridor"),
    "picture": FIRE
    | {"alt": said("Korridor med røyk fra en åpen dør", "Korridor med røyk frå ei open dør", "A corridor with smoke")},
    "spots": [
        thing(
            "skilt",
            said("Rømningsskiltet", "Rømmingsskiltet", "The exit sign"),
            said("Det viser korteste vei ut.", "Det viser kortaste veg ut.", "It shows the shortest way out."),
            x=0.137,
            y=0.13,
        ),
        thing(
            "royk",
            said("Røyken", "Røyken", "The smoke"),
            said(
                "Lukk døra, så **sprer den seg ikke**.",
                "Lukk døra, så **spreier han seg ikkje**.",
                "Close the door to **stop it**.",
            ),
            x=0.78,
            y=0.25,
        ),
        thing(
            "seng",
            said("Senga på hjul", "Senga på hjul", "The bed on wheels"),
            said("Den går fortere enn å bære.", "Ho går fortare enn å bere.", "It is quicker than carrying."),
            x=0.33,
            y=0.62,
        ),
    ],
}
STEPS = {
    "id": "steps",
    "type": "steps",
    "prompt": said(
        "Slik rydder du et rom for natta", "Slik ryddar du eit rom for natta", "How to ready a room for the night"
    ),
    "steps": [
        thing(
            "gulv",
            said("Ta bort alt på gulvet ved senga.", "Ta bort alt på golvet ved senga.", "Clear the floor by the bed."),
        ),
        thing(
            "lys",
            said("La **nattlyset** stå på.", "La **nattlyset** stå på.", "Leave the **night light** on."),
            picture=NIGHT | {"alt": said("Rom om natta", "Rom om natta", "A room at night")},
        ),
        thing(
            "snor",
            said("Legg snora der hånda når den.", "Legg snora der handa når henne.", "Put the cord within reach."),
        ),
    ],
}
QUOTE = {
    "id": "quote",
    "type": "quote",
    "prompt": said("En som har gått mange netter", "Ein som har gått mange netter", "Someone with many nights"),
    "quote": said(
        "Jeg ser alltid på føttene først. Har de på seg noe som sitter?",
        "Eg ser alltid på føtene først. Har dei på seg noko som sit?",
        "I always look at the feet first. Do they wear something that stays on?",
    ),
    "by": said("Nattevakt i 22 år", "Nattevakt i 22 år", "Night nurse for 22 years"),
}


def region(id: str, text: Json, because: Json, *measures: float) -> Json:
    return thing(id, text, because, **dict(zip("xywh", measures, strict=True)))


SLIP = said("De glir av.", "Dei glir av.", "They slip off.")
NEAR = said("Den må stå ved senga.", "Han må stå ved senga.", "It must stand by the bed.")
HELPS = said("Det hjelper.", "Det hjelper.", "It helps.")
REACH = said("Den er innen rekkevidde.", "Ho er innan rekkjevidd.", "It is within reach.")
REGIONS = [
    region(
        "tofler", said("Tøfler uten hæl", "Tøflar utan hæl", "Slippers without heels"), SLIP, 0.64, 0.83, 0.22, 0.13
    ),
    region(
        "rullator", said("Rullator langt unna", "Rullator langt unna", "Walker far away"), NEAR, 0.46, 0.5, 0.12, 0.43
    ),
    region("nattlys", said("Nattlys", "Nattlys", "Night light"), HELPS, 0.31, 0.5, 0.14, 0.29),
    region("snor", said("Snor", "Snor", "Cord"), REACH, 0.77, 0.1, 0.07, 0.45),
]
ROOM = said("Rom med tøfler og rullator", "Rom med tøflar og rullator", "A room with slippers and a walker")
PRICKS = said("Den stikker.", "Han stikk.", "It pricks.")
ORDINARY = said("Vanlig avfall.", "Vanleg avfall.", "Ordinary waste.")
SECRET = said("Taushetsplikt.", "Teieplikt.", "It is confidential.")
WASTE = [
    thing("sproyte", said("Brukt sprøytespiss", "Brukt sprøytespiss", "Used needle"), PRICKS),
    thing("hansker", said("Hansker", "Hanskar", "Gloves"), ORDINARY),
    thing("brev", said("Brev med navn", "Brev med namn", "A letter with a name"), SECRET),
]
BUCKETS = [
    thing("gul", said("Gul boks", "Gul boks", "Yellow box")),
    thing("rest", said("Restavfall", "Restavfall", "Other waste")),
    thing("makul", said("Makulering", "Makulering", "Shredding")),
]
FINDING = {"picture": NIGHT | {"alt": ROOM}, "regions": REGIONS, "key": ["tofler", "rullator"]}
SORTING = {"options": WASTE, "buckets": BUCKETS, "key": {"sproyte": "gul", "hansker": "rest", "brev": "makul"}}
FILLING = {
    "key": {"nb": ["håndsprit", "hånddesinfeksjon"], "nn": ["handsprit"], "en": ["hand rub", "hand sanitiser"]},
    "explanation": said("Det er raskest og skånsomst.", "Det er raskast og mildast.", "It is quickest and mildest."),
}
TURNING = {
    "back": said("**113.** Si hvor du er først.", "**113.** Sei kvar du er først.", "**113.** Say where you are.")
}

SCALE = {
    "id": "scale",
    "type": "survey",
    "prompt": said(
        "Hvor trygg er du på brannrutinen?", "Kor trygg er du på brannrutinen?", "How sure are you of the fire routine?"
    ),
    "scale": {
        "least": 1,
        "most": 5,
        "low": said("Utrygg", "Utrygg", "Unsure"),
        "high": said("Helt trygg", "Heilt trygg", "Quite sure"),
    },
}
TEN = {
    "id": "ten",
    "type": "survey",
    "prompt": said("Ville du anbefalt posten?", "Ville du tilrådd posten?", "Would you recommend this?"),
    "scale": {
        "least": 0,
        "most": 10,
        "low": said("Aldri", "Aldri", "Never"),
        "high": said("Gjerne", "Gjerne", "Gladly"),
    },
}
WAYS = [
    thing("rom", said("På rommet", "På rommet", "In the room")),
    thing("gang", said("I gangen", "I gangen", "In the corridor")),
    thing("ute", said("Ute", "Ute", "Outside")),
]
ONE = {
    "id": "one",
    "type": "survey",
    "prompt": said("Hvor lærer du best?", "Kvar lærer du best?", "Where do you learn best?"),
    "options": WAYS,
}
SOME = ONE | {
    "id": "some",
    "many": True,
    "prompt": said("Hvor har du øvd?", "Kvar har du øvd?", "Where have you practised?"),
}
FREE = {
    "id": "free",
    "type": "survey",
    "prompt": said("Hva mangler?", "Kva manglar?", "What is missing?"),
    "free": True,
}
REFLECTION = {
    "id": "reflection",
    "type": "reflection",
    "prompt": said(
        "Hva vil du gjøre annerledes neste vakt?",
        "Kva vil du gjere annleis neste vakt?",
        "What will you do differently?",
    ),
    "body": said("Tenk på rommet du er mest i.", "Tenk på rommet du er mest i.", "Think of the room you are in most."),
}
BECAUSE = said("Slik er rutinen.", "Slik er rutinen.", "That is the routine.")


def options(*ids: str) -> list[Json]:
    return [thing(id, said(f"Valg {id}", f"Val {id}", f"Choice {id}"), BECAUSE) for id in ids]


def places(*ids: str) -> list[Json]:
    return [thing(id, said(f"Sted {id}", f"Stad {id}", f"Place {id}")) for id in ids]


FALL = said("Finn det som kan gi fall", "Finn det som kan gi fall", "Find what may cause a fall")
FIND = {"id": "hotspot", "type": "hotspot", "prompt": FALL} | FINDING
HOME = said("Hvor hører det hjemme?", "Kvar høyrer det heime?", "Where does it belong?")
SORT = {"id": "sort", "type": "sort", "prompt": HOME} | SORTING
HANDS = said("Hva bruker du mellom to rom?", "Kva bruker du mellom to rom?", "What do you use between rooms?")
FILL = {"id": "fill", "type": "fill", "prompt": HANDS} | FILLING
ALARM = said("Hva er nødnummeret?", "Kva er nødnummeret?", "What is the emergency number?")
FLASH = {"id": "flash", "type": "flashcard", "prompt": ALARM} | TURNING


def pool(kind: str, *variants: Json) -> Json:
    """A card that is one of these, told apart by their questions."""
    named = [{**each, "id": f"v{i}", "prompt": said(f"{kind} {i}?")} for i, each in enumerate(variants, start=1)]
    return {"id": f"pool-{kind}", "type": kind, "variants": named}


PAIRS = {"left": options("l1", "l2"), "right": places("r1", "r2"), "key": {"l1": "r2", "l2": "r1"}}
POOLS = (
    pool("choice", {"options": options("a", "b"), "key": "a"}, {"options": options("a", "b"), "key": "b"}),
    pool(
        "multiple",
        {"options": options("a", "b", "c"), "key": ["a"]},
        {"options": options("a", "b", "c"), "key": ["b", "c"]},
    ),
    pool(
        "order",
        {"options": options("a", "b", "c"), "key": ["c", "a", "b"]},
        {"options": options("a", "b", "c"), "key": ["b", "c", "a"]},
    ),
    pool("match", PAIRS, PAIRS),
    pool("number", *({"key": {"value": value, "tolerance": 1}, "explanation": BECAUSE} for value in (30, 60))),
)
MORE_POOLS = (
    pool("sort", SORTING, SORTING),
    pool("fill", FILLING, FILLING),
    pool("hotspot", FINDING, FINDING),
    pool("flashcard", TURNING, TURNING),
)


def module(slug: str, title: Json, *cards: Json) -> Json:
    return {
        "format": "loype.module/1",
        "module": slug,
        "languages": ["nb", "nn", "en"],
        "title": title,
        "licence": "CC-BY-4.0",
        "credits": "Løype",
        "cards": list(cards),
    }


MODULES = (
    module("kort-se", said("Se og finn", "Sjå og finn", "Look and find"), DISCOVER, STEPS, QUOTE, FIND),
    module("kort-svar", said("Sorter og skriv", "Sorter og skriv", "Sort and write"), SORT, FILL, FLASH, REFLECTION),
    module(
        "kort-mening", said("Hva mener du?", "Kva meiner du?", "What do you think?"), SCALE, TEN, ONE, SOME, FREE, FILL
    ),
    module("kort-trekning", said("Én av flere", "Éin av fleire", "One of several"), *POOLS),
    module("kort-mer", said("Én av flere til", "Éin av fleire til", "One of more"), *MORE_POOLS),
)


def package(slug: str, modules: Sequence[Json]) -> bytes:
    """A path of one week with these modules, as a file."""
    words = {
        name: said("Alle slags kort", "Alle slags kort", "All kinds of cards") for name in ("title", "story", "goal")
    }
    activities = [{"id": each["module"], "kind": "module", "module": each["module"]} for each in modules]
    path = {"format": "loype.path/1", "path": slug, **words}
    path["quests"] = [{"id": "uke-1", **words, "terrain": "skog", "activities": activities}]
    manifest = {"format": "loype.package/1", "title": words["title"], "licence": "CC-BY-4.0"}
    entries = {"manifest.json": orjson.dumps(manifest), f"paths/{slug}.json": orjson.dumps(path)}
    entries |= {f"modules/{each['module']}.json": orjson.dumps(each) for each in modules}
    entries |= {f"media/{each['file']}": Path(COURSE / "media" / each["file"]).read_bytes() for each in (NIGHT, FIRE)}
    return write_archive(entries)


def player_of_all(server: Served, place: str) -> dict[str, str]:
    """Somebody new, in a department of their own, to whom a path with every kind of card is open."""
    return player_of(server, place, "alle-kort", MODULES)


def player_of(server: Served, place: str, slug: str, modules: Sequence[Json]) -> dict[str, str]:
    """Somebody new, in a department of their own, who has chosen a run of a path of these modules: all are open."""
    account = server.newcomer(place=place)
    maker, _ = server.signed_in(server.account("admin"))
    taken = httpx.post(
        f"{server.url}/api/v1/studio/packages", headers=maker, content=package(slug, modules), timeout=30
    )
    assert taken.status_code == 200, taken.text
    path = next(each for each in server.get("/api/v1/studio/paths", maker).json()["items"] if each["slug"] == slug)
    plan = {
        "path": path["id"],
        "audience": {"everyone": False, "departments": [account["department"]], "roles": []},
        "anchor": "enrolment",
        "enrolling": "opt_in",
        "starts_on": next_monday(0).isoformat(),
    }
    return account | {"run": _started(server, maker, account, plan)}


def _started(server: Served, maker: dict[str, str], account: dict[str, str], plan: Json) -> str:
    made = httpx.put(f"{server.url}/api/v1/studio/runs/{uuid4()}", headers=maker, json=plan)
    assert made.status_code == 200, made.text
    run: str = made.json()["id"]
    own, _ = server.signed_in(account)
    server.post(f"/api/v1/explore/{run}/start", own)
    return run
