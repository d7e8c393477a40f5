"""A letter of five answers with all it sets off, from 16 writers, against the bare ceiling of the same server."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

from app.demo.tries import letter
from bench.load import Figures, load, request_bytes, same
from tests.served import Served, served

WRITERS, SECONDS, ANSWERS = 16, 4.0, 5
AIM_CPU_MS, AIM_P99_MS = 6.0, 150.0


def main() -> None:
    with served("bench.wsgi:application") as server:
        _anybody_may_sign_in(server)
        ceiling = load(server.port, server.process, same(request_bytes("GET", "/bench/ceiling", {}), WRITERS), SECONDS)
        writers = _writers(server)
        load(server.port, server.process, writers, SECONDS / 2)  # so that no worker makes its statements any more
        found = load(server.port, server.process, writers, SECONDS)
    _say("cpu", "6 CPU-ms over what a letter of five answers takes", AIM_CPU_MS / found.cpu_ms, found, ceiling)
    _say("p99", "150 ms over the slowest hundredth with 16 writers", AIM_P99_MS / found.p99_ms, found, ceiling)


def _say(name: str, what: str, ratio: float, found: Figures, ceiling: Figures) -> None:
    line = {"name": f"letters.{name}", "what": what, "ratio": round(ratio, 3), "aim": 1.0}
    over = round(found.per_second / ceiling.per_second, 3)
    print(json.dumps({**line, "over_ceiling": over, "letters": found.shown(), "ceiling": ceiling.shown()}))


def _anybody_may_sign_in(server: Served) -> None:
    """Give sixteen people of the demo the demo's PIN, by the hash one of them has."""
    account = server.accounts[0]["employee_number"]
    with sqlite3.connect(Path(server.environment["LOYPE_DATA"]) / "loype.db") as connection:
        (own,) = connection.execute("select id from organisations where code = 'fjordvik'").fetchone()
        known = "select pin_hash from persons where organisation_id = ? and employee_number = ?"
        (pin_hash,) = connection.execute(known, (own, account)).fetchone()
        given = "update persons set pin_hash = ? where organisation_id = ? and pin_hash is null"
        connection.execute(given, (pin_hash, own))
        rows = "select employee_number from persons where organisation_id = ? order by employee_number desc limit ?"
        server.accounts.extend(
            {"employee_number": number, "pin": server.accounts[0]["pin"], "role": "writer"}
            for (number,) in connection.execute(rows, (own, WRITERS)).fetchall()
        )


def _writers(server: Served) -> list[Iterable[bytes]]:
    writers = [each for each in server.accounts if each["role"] == "writer"]
    return [_letters(server, account, n) for n, account in enumerate(writers)]


def _letters(server: Served, account: dict[str, str], number: int) -> Iterable[bytes]:
    headers, _ = server.signed_in(account)
    quest = server.get("/api/v1/today", headers).json()["quest"]
    modules = [
        (each, server.get(f"/api/v1/modules/{each['version']}/nb", headers).json()) for each in quest["activities"]
    ]
    return _endless(headers, modules, Random(number))


def _endless(headers: dict[str, str], modules: list[tuple[Any, Any]], random: Random) -> Iterator[bytes]:
    while True:
        for activity, document in modules:
            started = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=random.randrange(10**6))
            made = letter(random, activity["id"], activity["version"], document, started, 1.0)
            made = {**made, "id": str(uuid4()), "answers": made["answers"][:ANSWERS]}
            body = json.dumps({"sent_at": made["finished_at"], "letters": [made]}).encode()
            yield request_bytes("POST", "/api/v1/play/letters", headers, body)
