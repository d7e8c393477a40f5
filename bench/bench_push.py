"""Pushes: building them against the bare cryptography, sending them against a bare client that posts constant bytes."""

import asyncio
import json
import multiprocessing
import os
import struct
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import Connection
from time import perf_counter, process_time

import httpcore
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from webpush import VAPID

from app.nudges.messages import Builder, Device, content_of
from app.nudges.rules.endpoints import allowed_in
from app.nudges.sending import AT_ONCE, post
from tests.nudges.service import Device as Phone
from tests.nudges.service import in_base64

COUNT, ROUNDS = 1000, 9
SHOWN = {
    "title": "Ny etappe: «Unngå fall»",
    "body": "Ta en post når det passer.",
    "lang": "nb",
    "dir": "ltr",
    "navigate": "https://loype.example/etappe/6f1c0f9e-6a53-4f0c-9a53-0b6f0a1d2c3b?varsel=6f1c0f9e-6a53-4f0c-9a53-0b6f0a1d2c3b",
    "tag": "6f1c0f9e6a534f0c9a530b6f0a1d2c3b",
    "icon": "https://loype.example/icons/icon-192.png",
}
CONTENT = content_of(SHOWN, 2)


def main() -> None:
    with service() as port:
        phone = Phone(f"http://127.0.0.1:{port}/push/one")
        device = Device(phone.endpoint, in_base64(phone.public), in_base64(phone.auth))
        builder = Builder(VAPID.generate_keys()[0].decode(), "drift@example.org")
        constant = builder.sealed(device, CONTENT, 60, "normal", "t")
        allowed = allowed_in(f"127.0.0.1:{port}")

        def building() -> None:
            for _ in range(COUNT):
                builder.sealed(device, CONTENT, 60, "normal", "t")

        def cryptography() -> None:
            for _ in range(COUNT):
                bare(phone.public, phone.auth)

        def sending() -> None:
            pushes = [builder.sealed(device, CONTENT, 60, "normal", "t") for _ in range(COUNT)]
            assert {each.status for each in post(pushes, allowed)} == {201}  # noqa: S101

        def posting() -> None:
            post_constant(constant.endpoint, list(constant.headers.items()), constant.body)

        found = medians({"building": building, "bare": cryptography}, process_time)
        found |= medians({"sending": sending, "posting": posting}, perf_counter)
    say(
        "build", "messages built per processor second over the bare cryptography of one", 0.8, found, "building", "bare"
    )
    what = "pushes built, sealed and posted per second over a bare client that posts constant bytes"
    say("send", what, 0.5, found, "sending", "posting")


def say(name: str, what: str, aim: float, found: dict[str, float], ours: str, ceiling: str) -> None:
    line = {"name": f"push.{name}", "what": what, "ratio": round(found[ours] / found[ceiling], 3), "aim": aim}
    print(json.dumps({**line, "per_second": round(found[ours], 1), "ceiling_per_second": round(found[ceiling], 1)}))


def medians(works: dict[str, Callable[[], None]], clock: Callable[[], float]) -> dict[str, float]:
    """Each in turn, several rounds; of each the median of how many a second of that clock."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            began = clock()
            work()
            found[name].append(COUNT / (clock() - began))
    return {name: sorted(each)[ROUNDS // 2] for name, each in found.items()}


def bare(device: bytes, auth: bytes) -> bytes:
    """What one message needs (RFC 8291) and nothing beside it: one ECDH, three HKDF, one AES-GCM."""
    salt, own = os.urandom(16), ec.generate_private_key(ec.SECP256R1())
    public = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), device))
    secret = HKDF(SHA256(), 32, auth, b"WebPush: info\0" + device + public).derive(shared)
    key = HKDF(SHA256(), 16, salt, b"Content-Encoding: aes128gcm\0").derive(secret)
    nonce = HKDF(SHA256(), 12, salt, b"Content-Encoding: nonce\0").derive(secret)
    head = salt + struct.pack("!LB", 4096, len(public)) + public
    return head + AESGCM(key).encrypt(nonce, CONTENT + b"\2", None)


def post_constant(url: str, headers: list[tuple[str, str]], body: bytes) -> None:
    with httpcore.ConnectionPool(max_connections=AT_ONCE) as pool, ThreadPoolExecutor(AT_ONCE) as threads:
        for each in [threads.submit(pool.request, "POST", url, headers=headers, content=body) for _ in range(COUNT)]:
            each.result()


@contextmanager
def service() -> Iterator[int]:
    """A push service in a process of its own that does as little as it can; its port."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    process.start()
    try:
        yield here.recv()
    finally:
        process.terminate()
        process.join()


def serve(to: Connection) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))
                writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")
        except asyncio.IncompleteReadError:
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=256)
        to.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())
