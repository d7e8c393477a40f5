"""Posting pushes: many at a time, to push services only, never following where an answer points to."""

import asyncio
import socket
from collections.abc import Iterable, Sequence

import httpcore

from app.nudges.messages import Sealed
from app.nudges.rules.answers import Answer
from app.nudges.rules.endpoints import Allowed, is_allowed, is_public, service_of

AT_ONCE = 32
CONNECT, WHOLE = 5.0, 12.0  # seconds
MOST_READ = 16 * 1024


class Pinned(httpcore.AsyncNetworkBackend):
    """Looks a host up once, refuses it when any of its addresses is not public, and connects to what was looked up."""

    def __init__(self, allowed: Sequence[Allowed]) -> None:
        self._allowed = allowed
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
        if not is_allowed(host, port, self._allowed) and not all(is_public(each) for each in addresses):
            raise httpcore.ConnectError("not an address of the open internet")
        for last, address in enumerate(addresses, 1):
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if last == len(addresses):
                    raise
        raise httpcore.ConnectError("no address")

    async def sleep(self, seconds: float) -> None:
        await self._network.sleep(seconds)


def post(pushes: Sequence[Sealed], allowed: Sequence[Allowed]) -> list[Answer]:
    """Post them all; an answer for each, in order. Raises nothing: what went wrong is in the answer."""
    return asyncio.run(_post_all(pushes, allowed)) if pushes else []


async def _post_all(pushes: Sequence[Sealed], allowed: Sequence[Allowed]) -> list[Answer]:
    turn = asyncio.Semaphore(AT_ONCE)
    async with httpcore.AsyncConnectionPool(
        max_connections=AT_ONCE, keepalive_expiry=30, http2=True, network_backend=Pinned(allowed)
    ) as pool:

        async def one(push: Sealed) -> Answer:
            async with turn:
                return await _posted(pool, push, allowed)

        return list(await asyncio.gather(*(one(each) for each in pushes)))


async def _posted(pool: httpcore.AsyncConnectionPool, push: Sealed, allowed: Sequence[Allowed]) -> Answer:
    if service_of(push.endpoint, allowed) is None:
        return Answer(410, fault="not a push service")
    limits = {"connect": CONNECT, "read": WHOLE, "write": WHOLE, "pool": WHOLE}
    try:
        async with (
            asyncio.timeout(WHOLE),
            pool.stream(
                "POST",
                push.endpoint,
                headers=list(push.headers.items()),
                content=push.body,
                extensions={"timeout": limits},
            ) as answer,
        ):
            read = 0
            async for part in answer.aiter_stream():
                read += len(part)
                if read > MOST_READ:
                    break
            return Answer(answer.status, _header(answer, b"retry-after"))
    except Exception as error:  # whatever a stranger's server does concerns this one push alone
        return Answer(None, fault=f"{type(error).__name__}: {error}"[:200])


def _header(answer: httpcore.Response, name: bytes) -> str | None:
    return next((value.decode("latin-1") for key, value in answer.headers if key.lower() == name), None)
