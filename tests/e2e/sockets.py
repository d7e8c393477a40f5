"""WebSockets (RFC 6455) as far as tests need them: text messages, either end, nothing but the standard library."""

import socket
import struct
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha1
from os import urandom
from urllib.parse import urlsplit

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


@dataclass
class Socket:
    """An open connection. Clients mask what they send."""

    connection: socket.socket
    masks: bool
    waiting: bytes = b""
    parts: list[bytes] = field(default_factory=list)

    def send(self, text: str) -> None:
        self._frame(TEXT, text.encode())

    def receive(self) -> str:
        """The next text. Raises ConnectionError when the other end has gone, TimeoutError as the socket is set."""
        while True:
            kind, final, payload = self._next()
            if kind == CLOSE:
                raise ConnectionError("closed")
            if kind == PING:
                self._frame(PONG, payload)
            elif kind != PONG:
                self.parts.append(payload)
                if final:
                    whole, self.parts = b"".join(self.parts), []
                    return whole.decode()

    def close(self) -> None:
        self.connection.close()

    def _frame(self, kind: int, payload: bytes) -> None:
        size, mask = len(payload), 128 if self.masks else 0
        if size < 126:
            head = struct.pack("!BB", 128 | kind, mask | size)
        elif size < 65536:
            head = struct.pack("!BBH", 128 | kind, mask | 126, size)
        else:
            head = struct.pack("!BBQ", 128 | kind, mask | 127, size)
        key = urandom(4) if self.masks else b""
        self.connection.sendall(head + key + (_masked(payload, key) if key else payload))

    def _next(self) -> tuple[int, bool, bytes]:
        first, second = self._read(2)
        size = second & 127
        if size > 125:
            size = int.from_bytes(self._read(2 if size == 126 else 8), "big")
        key = self._read(4) if second & 128 else b""
        payload = self._read(size)
        return first & 15, bool(first & 128), _masked(payload, key) if key else payload

    def _read(self, count: int) -> bytes:
        while len(self.waiting) < count:
            more = self.connection.recv(65536)
            if not more:
                raise ConnectionError("closed")
            self.waiting += more
        found, self.waiting = self.waiting[:count], self.waiting[count:]
        return found


def _masked(payload: bytes, key: bytes) -> bytes:
    return bytes(byte ^ key[place % 4] for place, byte in enumerate(payload))


def _head(connection: socket.socket) -> tuple[dict[str, str], bytes]:
    head = b""
    while b"\r\n\r\n" not in head:
        more = connection.recv(65536)
        if not more:
            raise ConnectionError("closed")
        head += more
    text, _, rest = head.partition(b"\r\n\r\n")
    lines = [line.partition(":") for line in text.decode("latin-1").split("\r\n")[1:]]
    return {name.strip().lower(): value.strip() for name, _, value in lines}, rest


def connect(url: str, timeout: float = 60) -> Socket:
    """Open a connection to a `ws://` address."""
    parts = urlsplit(url)
    connection = socket.create_connection((parts.hostname or "", parts.port or 80), timeout)
    lines = [f"GET {parts.path or '/'} HTTP/1.1", f"Host: {parts.netloc}", "Upgrade: websocket", "Connection: Upgrade"]
    lines += ["Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {b64encode(urandom(16)).decode()}"]
    connection.sendall("\r\n".join([*lines, "", ""]).encode())
    _, rest = _head(connection)
    return Socket(connection, masks=True, waiting=rest)


def accept(connection: socket.socket) -> Socket:
    """Take an asked-for connection, with the first subprotocol it names."""
    headers, rest = _head(connection)
    accepted = b64encode(sha1(headers["sec-websocket-key"].encode() + GUID).digest()).decode()  # noqa: S324
    lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"]
    lines.append(f"Sec-WebSocket-Accept: {accepted}")
    if wanted := headers.get("sec-websocket-protocol"):
        lines.append(f"Sec-WebSocket-Protocol: {wanted.split(',')[0].strip()}")
    connection.sendall("\r\n".join([*lines, "", ""]).encode())
    return Socket(connection, masks=False, waiting=rest)
