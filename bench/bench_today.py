"""GET /today, whole and unchanged, against the bare ceiling of the same server."""

import json

from bench.load import Figures, load, request_bytes, same, side_by_side
from tests.served import served

CONNECTIONS, SECONDS = 16, 3.0


def main() -> None:
    with served("bench.wsgi:application") as server:
        headers, _ = server.signed_in(server.accounts[0])
        etag = server.get("/api/v1/today", headers).headers["ETag"]
        requests = {
            "ceiling": request_bytes("GET", "/bench/ceiling", {}),
            "today": request_bytes("GET", "/api/v1/today", headers),
            "unchanged": request_bytes("GET", "/api/v1/today", {**headers, "If-None-Match": etag}),
        }

        def measured(request: bytes) -> Figures:
            return load(server.port, server.process, same(request, CONNECTIONS), SECONDS)

        for request in requests.values():
            load(server.port, server.process, same(request, CONNECTIONS), 0.5)
        found = side_by_side({name: lambda each=each: measured(each) for name, each in requests.items()})
    for name, aim, what in (
        ("today", 0.18, "GET /today answered whole, requests per second over the ceiling's; aim 1.2 CPU-ms"),
        ("unchanged", 0.35, "GET /today answered 304, requests per second over the ceiling's"),
    ):
        ratio = found[name].per_second / found["ceiling"].per_second
        line = {"name": f"today.{name}", "what": what, "ratio": round(ratio, 3), "aim": aim}
        print(json.dumps({**line, name: found[name].shown(), "ceiling": found["ceiling"].shown()}))
