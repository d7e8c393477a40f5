"""A load of requests over a few kept connections, and what it cost the server."""

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, repeat
from time import perf_counter

import psutil


@dataclass(frozen=True, slots=True)
class Figures:
    """What one load showed."""

    requests: int
    per_second: float
    p50_ms: float
    p99_ms: float
    cpu_ms: float  # processor time of the server, all its processes, per request
    statuses: dict[int, int]

    def shown(self) -> dict[str, object]:
        return {
            "requests": self.requests,
            "per_second": round(self.per_second, 1),
            "p50_ms": round(self.p50_ms, 2),
            "p99_ms": round(self.p99_ms, 2),
            "cpu_ms": round(self.cpu_ms, 3),
            "statuses": {str(key): value for key, value in self.statuses.items()},
        }


def request_bytes(method: str, path: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    """An HTTP/1.1 request, ready to be written."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _answer(stream: socket.socket, waiting: bytes) -> tuple[int, bytes]:
    while b"\r\n\r\n" not in waiting:
        more = stream.recv(65536)
        if not more:
            raise ConnectionError("the server closed the connection")
        waiting += more
    head, _, rest = waiting.partition(b"\r\n\r\n")
    lowered = head.lower()
    place = lowered.find(b"content-length:")
    length = int(lowered[place + 15 :].split(b"\r\n", 1)[0]) if place >= 0 else 0
    while len(rest) < length:
        rest += stream.recv(65536)
    return int(head[9:12]), rest[length:]


def load(port: int, server: psutil.Process, streams: list[Iterable[bytes]], seconds: float) -> Figures:
    """Send each stream of requests over a connection of its own until the time is over or the stream ends."""
    took: list[list[float]] = [[] for _ in streams]
    statuses: list[dict[int, int]] = [{} for _ in streams]
    start = threading.Barrier(len(streams) + 1)
    end = [0.0]

    def run(number: int, requests: Iterator[bytes]) -> None:
        with socket.create_connection(("127.0.0.1", port)) as stream:
            stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            waiting = b""
            start.wait()
            for each in requests:
                before = perf_counter()
                if before > end[0]:
                    return
                stream.sendall(each)
                status, waiting = _answer(stream, waiting)
                took[number].append(perf_counter() - before)
                statuses[number][status] = statuses[number].get(status, 0) + 1

    threads = [threading.Thread(target=run, args=(n, iter(each))) for n, each in enumerate(streams)]
    for each in threads:
        each.start()
    cpu = processor_seconds(server)
    began = perf_counter()
    end[0] = began + seconds
    start.wait()
    for each in threads:
        each.join()
    elapsed = perf_counter() - began
    spent = processor_seconds(server) - cpu
    every = sorted(chain.from_iterable(took))
    total = {key: sum(each.get(key, 0) for each in statuses) for key in chain.from_iterable(statuses)}
    count = len(every)
    return Figures(
        count, count / elapsed, 1e3 * every[count // 2], 1e3 * every[int(count * 0.99)], 1e3 * spent / count, total
    )


def processor_seconds(server: psutil.Process) -> float:
    """What the server and its children have used so far."""
    times = [each.cpu_times() for each in (server, *server.children(recursive=True))]
    return sum(each.user + each.system for each in times)


def same(request: bytes, connections: int) -> list[Iterable[bytes]]:
    return [repeat(request) for _ in range(connections)]


def side_by_side(loads: dict[str, Callable[[], Figures]], rounds: int = 3) -> dict[str, Figures]:
    """Run the loads in turn, several rounds, and keep of each the round of median speed."""
    found: dict[str, list[Figures]] = {name: [] for name in loads}
    for _ in range(rounds):
        for name, run in loads.items():
            found[name].append(run())
    return {name: sorted(each, key=lambda one: one.per_second)[rounds // 2] for name, each in found.items()}
