"""Posting pushes: many at a time, to push services only, never following where an answer points to."""

import socket
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import httpcore

from app.nudges.messages import Sealed
from app.nudges.rules.answers import Answer
from app.nudges.rules.endpoints import Allowed, is_allowed, is_public, service_of

AT_ONCE = 8  # to one service; each has its own, so that one that hangs holds up no other
CONNECT, WHOLE = 5.0, 12.0  # seconds for connecting, and for all of a push
MOST_READ = 16 * 1024

_until = threading.local()


def _time_left(asked: float | None) -> float:
    """What is left of the time of the push that this thread is about, at most what is asked for."""
    left = float(_until.moment) - monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time of this push is over")
    return left if asked is None else min(asked, left)


class Timed(httpcore.NetworkStream):
    """A connection on which a whole push has one limit, however slowly the other end drips."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _time_left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _time_left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(self, *given: Any, **named: Any) -> httpcore.NetworkStream:
        return Timed(self._inner.start_tls(*given, **named))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class Pinned(httpcore.SyncBackend):
    """Looks a host up once, refuses it when any of its addresses is not public, and connects to what was looked up."""

    def __init__(self, allowed: Sequence[Allowed]) -> None:
        self._allowed = allowed

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
        if not is_allowed(host, port, self._allowed) and not all(is_public(each) for each in addresses):
            raise httpcore.ConnectError("not an address of the open internet")
        for address in addresses[:-1]:
            try:
                return self._connected(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connected(addresses[-1], port, timeout, local_address, socket_options)

    def _connected(self, address: str, port: int, timeout: float | None, *rest: Any) -> httpcore.NetworkStream:
        return Timed(super().connect_tcp(address, port, _time_left(timeout), *rest))


def post(pushes: Sequence[Sealed], allowed: Sequence[Allowed]) -> list[Answer]:
    """Post them all; an answer for each, in order. Raises nothing: what went wrong is in the answer."""
    waiting: list[Future[Answer]] = []
    with ExitStack() as services:
        senders: dict[str, tuple[ThreadPoolExecutor, httpcore.ConnectionPool]] = {}
        for push in pushes:
            origin = urlsplit(push.endpoint).netloc if service_of(push.endpoint, allowed) else ""
            if origin not in senders:
                pool = services.enter_context(_pool(allowed))
                senders[origin] = services.enter_context(ThreadPoolExecutor(AT_ONCE)), pool
            threads, pool = senders[origin]
            waiting.append(threads.submit(_posted, pool, push, bool(origin)))
        return [each.result() for each in waiting]


def _pool(allowed: Sequence[Allowed]) -> httpcore.ConnectionPool:
    return httpcore.ConnectionPool(
        max_connections=AT_ONCE, keepalive_expiry=30, http2=True, network_backend=Pinned(allowed)
    )


def _posted(pool: httpcore.ConnectionPool, push: Sealed, is_service: bool) -> Answer:
    if not is_service:
        return Answer(410, fault="not a push service")
    _until.moment = monotonic() + WHOLE
    limits = {"connect": CONNECT, "read": WHOLE, "write": WHOLE, "pool": WHOLE}
    headers = list(push.headers.items())
    try:
        with pool.stream(
            "POST", push.endpoint, headers=headers, content=push.body, extensions={"timeout": limits}
        ) as answer:
            read = 0
            for part in answer.iter_stream():
                read += len(part)
                if read > MOST_READ:
                    break
            return Answer(answer.status, _header(answer, b"retry-after"))
    except Exception as error:  # whatever a stranger's server does concerns this one push alone
        return Answer(None, fault=f"{type(error).__name__}: {error}"[:200])


def _header(answer: httpcore.Response, name: bytes) -> str | None:
    return next((value.decode("latin-1") for key, value in answer.headers if key.lower() == name), None)
