"""`make run` and `loype run` as a person starts them: served, told where and as whom, ended together; TLS by files."""

import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import psutil
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.core import clock
from app.demo.cast import PIN
from app.demo.fjordvik import FJORDVIK
from tests.served import LOYPE, command, free_port, seeded, wait_for

ACCOUNTS = FJORDVIK.accounts
ROOT = Path(__file__).parents[2]


@contextmanager
def started(arguments: list[str], **settings: str) -> Iterator["subprocess.Popen[str]"]:
    """A command in a session of its own, ended as by Ctrl-C when the block is over."""
    process = subprocess.Popen(
        arguments, cwd=ROOT, env={**os.environ, **settings}, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        yield process
    finally:
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=60)
        assert not psutil.wait_procs(family, timeout=60)[1], "something outlived it"


def until_it_says(process: "subprocess.Popen[str]", pattern: str) -> str:
    """What the process prints, up to the line that matches."""
    said = ""
    assert process.stdout
    for line in process.stdout:
        said += line
        if re.search(pattern, line):
            return said
    raise AssertionError(f"it ended without saying {pattern}: {said}")


def test_make_run_ends_with_a_served_app_and_says_who_can_sign_in(tmp_path: Path) -> None:
    port = free_port()
    settings = {"PORT": str(port), "LOYPE_DATA": str(tmp_path)}
    for _ in ("first", "second"):
        with started(["make", "run"], **settings) as process:
            said = until_it_says(process, rf"http://127\.0\.0\.1:{port}")
            assert all(f"{each.employee_number}  {each.role}" in said for each in ACCOUNTS)
            account = {"organisation": "fjordvik", "employee_number": ACCOUNTS[0].employee_number, "pin": PIN}
            answer = httpx.post(f"http://127.0.0.1:{port}/api/v1/session", json=account)
            assert answer.json()["person"]["name"] == ACCOUNTS[0].name
            assert "<div id=" in httpx.get(f"http://127.0.0.1:{port}/").text


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine's loopback address, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "loype.local")])
    now = clock.now()
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    files = folder / "loype.crt", folder / "loype.key"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(pem)
    return files


def test_what_keeps_it_from_starting_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        for settings, said in (
            ({"LOYPE_PORT": str(port)}, f"cannot listen on 127.0.0.1 port {port}"),
            ({"LOYPE_TLS_CERT": "/no/such.crt", "LOYPE_TLS_KEY": "/no/such.key"}, "/no/such.crt, which cannot be read"),
            ({"LOYPE_PORT": "many"}, "LOYPE_PORT is 'many'"),
        ):
            environment = {**os.environ, "LOYPE_DATA": str(tmp_path), **settings}
            done = subprocess.run([*LOYPE, "run"], cwd=ROOT, env=environment, capture_output=True, text=True)
            assert (done.returncode, done.stdout) == (2, "")
            assert said in done.stderr
            assert done.stderr.count("\n") == 1


def test_whoever_kills_it_nothing_is_left_behind(tmp_path: Path) -> None:
    port = free_port()
    settings = {"LOYPE_DATA": str(tmp_path), "LOYPE_PORT": str(port)}
    command("migrate", {**os.environ, **settings})
    process = subprocess.Popen([*LOYPE, "run"], cwd=ROOT, env={**os.environ, **settings}, stdout=subprocess.PIPE)
    wait_for(port)
    family = psutil.Process(process.pid).children(recursive=True)
    assert len(family) >= 4
    process.kill()
    process.communicate()
    assert not psutil.wait_procs(family, timeout=60)[1], "something outlived it"


def test_with_a_certificate_the_cookie_is_bound_to_the_host_and_https_is_required(tmp_path: Path) -> None:
    cert, key = certificate(tmp_path)
    settings = {"LOYPE_DATA": str(tmp_path / "data"), "LOYPE_TLS_CERT": str(cert), "LOYPE_TLS_KEY": str(key)}
    shutil.copytree(seeded(), settings["LOYPE_DATA"])
    port = free_port()  # as late as can be, so that nobody else takes it
    settings["LOYPE_PORT"] = str(port)
    trusting = ssl.create_default_context(cafile=str(cert))
    with started([*LOYPE, "run"], **settings) as process:
        until_it_says(process, rf"https://127\.0\.0\.1:{port}")
        wait_for(port, verify=trusting)
        with httpx.Client(base_url=f"https://127.0.0.1:{port}", verify=trusting) as client:
            account = {"organisation": "fjordvik", "employee_number": ACCOUNTS[0].employee_number, "pin": PIN}
            answer = client.post("/api/v1/session", json=account)
            (cookie,) = answer.headers.get_list("set-cookie")
            assert cookie.startswith("__Host-loype=")
            assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
            assert client.get("/api/v1/today").status_code == 200
            for path in ("/", "/api/v1/today", "/service-worker.js"):
                assert "max-age=63072000" in client.get(path).headers["Strict-Transport-Security"], path
