"""A sorted set of Redis or Valkey, where the machine has one: what a board is when nothing else must hold."""

import shutil
import socket
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic, sleep
from typing import BinaryIO

from tests.served import free_port

SERVERS = ("valkey-server", "redis-server")
AT_ONCE = 10_000


class SortedSets:
    """Speaks just enough of its protocol over one connection."""

    def __init__(self, stream: socket.socket) -> None:
        self._stream, self._answers = stream, stream.makefile("rb")

    def ask(self, *commands: Sequence[str]) -> list[object]:
        """The answers to these commands, sent together."""
        self._stream.sendall(b"".join(map(_packed, commands)))
        return [_read(self._answers) for _ in commands]

    def fill(self, key: str, members: Iterable[tuple[str, int]]) -> None:
        some: list[str] = []
        for member, score in members:
            some += [str(score), member]
            if len(some) >= AT_ONCE:
                self.ask(["ZADD", key, *some])
                some = []
        if some:
            self.ask(["ZADD", key, *some])


def _packed(command: Sequence[str]) -> bytes:
    words = "".join(f"${len(each)}\r\n{each}\r\n" for each in command)
    return f"*{len(command)}\r\n{words}".encode()


def _read(stream: BinaryIO) -> object:
    line = stream.readline()[:-2]
    kind, rest = line[:1], line[1:]
    if kind == b"-":
        raise RuntimeError(rest.decode())
    if kind == b"*":
        return [_read(stream) for _ in range(int(rest))]
    if kind == b"$":
        return None if rest == b"-1" else stream.read(int(rest) + 2)[:-2].decode()
    return int(rest) if kind == b":" else rest.decode()


@contextmanager
def sorted_sets() -> Iterator[SortedSets | None]:
    """A server of its own that keeps nothing on disk, or None where the machine has none."""
    program = next((found for each in SERVERS if (found := shutil.which(each))), None)
    if program is None:
        yield None
        return
    port = free_port()
    quiet = ["--save", "", "--appendonly", "no", "--bind", "127.0.0.1", "--loglevel", "warning"]
    server = subprocess.Popen([program, "--port", str(port), *quiet], stdout=subprocess.DEVNULL)
    try:
        with _connected(port) as stream:
            yield SortedSets(stream)
    finally:
        server.terminate()
        server.wait()


def _connected(port: int) -> socket.socket:
    end = monotonic() + 30
    while True:
        try:
            stream = socket.create_connection(("127.0.0.1", port))
        except ConnectionRefusedError:
            if monotonic() > end:
                raise
            sleep(0.02)
        else:
            stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return stream
