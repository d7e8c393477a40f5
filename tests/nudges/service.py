"""A push service on loopback that answers as it is told, and devices that can open what they are sent."""

import json
import socket
import struct
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_bytes, token_hex
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

HANG, DRIP, RESET = 0, 1, 2
"""The statuses of a service that never answers, of one that answers a letter at a time, and of one that hangs up."""


def raw(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def in_base64(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")


@dataclass(frozen=True)
class Posted:
    """A push as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Device:
    """A browser's half of a subscription."""

    endpoint: str
    private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    auth: bytes = field(default_factory=lambda: token_bytes(16))

    @property
    def public(self) -> bytes:
        return self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def subscription(self) -> dict[str, Any]:
        """What `PushSubscription.toJSON()` gives."""
        keys = {"p256dh": in_base64(self.public), "auth": in_base64(self.auth)}
        return {"endpoint": self.endpoint, "expirationTime": None, "keys": keys}

    def opened(self, body: bytes) -> dict[str, Any]:
        """The message inside (RFC 8188 and 8291), by code of its own."""
        salt, length = body[:16], body[20]
        sender, sealed = body[21 : 21 + length], body[21 + length :]
        other = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender)
        shared = self.private.exchange(ec.ECDH(), other)
        secret = HKDF(SHA256(), 32, self.auth, b"WebPush: info\0" + self.public + sender).derive(shared)
        key = HKDF(SHA256(), 16, salt, b"Content-Encoding: aes128gcm\0").derive(secret)
        nonce = HKDF(SHA256(), 12, salt, b"Content-Encoding: nonce\0").derive(secret)
        found: dict[str, Any] = json.loads(AESGCM(key).decrypt(nonce, sealed, None).rstrip(b"\0")[:-1])
        return found


@dataclass
class Service:
    """What it got, and what it is to answer: by path (status, headers) in turn, then 201 for ever."""

    server: ThreadingHTTPServer
    posted: list[Posted] = field(default_factory=list)
    answers: dict[str, list[tuple[int, dict[str, str]]]] = field(default_factory=dict)
    closing: threading.Event = field(default_factory=threading.Event)
    forward: Callable[[Posted], int] | None = None  # who answers where nothing else is told
    noticed: Callable[[], None] | None = None  # who is told of each push

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.server_port}"

    def device(self, *answers: int | tuple[int, dict[str, str]]) -> Device:
        """A new device of this service, to whose pushes it answers so."""
        path = f"/push/{token_hex(8)}"
        self.answers[path] = [each if isinstance(each, tuple) else (each, {}) for each in answers]
        return Device(self.origin + path)

    def to(self, device: Device) -> list[Posted]:
        return [each for each in self.posted if device.endpoint.endswith(each.path)]

    def claims(self, push: Posted) -> dict[str, Any]:
        """Who says to have sent it. Raises where the signature or the time does not hold."""
        scheme, _, rest = push.headers["authorization"].partition(" ")
        assert scheme == "vapid"
        parts = dict(each.strip().split("=", 1) for each in rest.split(","))
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw(parts["k"]))
        found: dict[str, Any] = jwt.decode(parts["t"], key, algorithms=["ES256"], audience=self.origin)
        return {**found, "key": parts["k"]}


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: Any) -> None: ...  # who is dripped on hangs up


@contextmanager
def push_service() -> Iterator[Service]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None: ...

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            service.posted.append(Posted(self.path, headers, body))
            if service.noticed:
                service.noticed()
            waiting = service.answers.get(self.path)
            otherwise = service.forward(service.posted[-1]) if service.forward and not waiting else 201
            status, more = waiting.pop(0) if waiting else (otherwise, {})
            if status == HANG:
                service.closing.wait(30)
                self.close_connection = True
                return
            if status == RESET:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.close_connection = True
                return
            if status == DRIP:
                self.wfile.write(b"HTTP/1.1 201 Created\r\nX-Slow: ")
                while not service.closing.wait(0.05):
                    self.wfile.write(b"x")
                return
            self.send_response(status)
            for name, value in {"Content-Length": "2", **more}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(b"ok")

    server = Server(("127.0.0.1", 0), Handler)
    service = Service(server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
