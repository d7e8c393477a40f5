"""Runs the web server, and server and worker side by side."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from app.core import metrics
from app.core.config import Config, Misconfigured

COMMAND = (sys.executable, "-m", "app.cli")
PATIENCE = 10.0  # seconds a child gets to end by itself
WORKERS_PATIENCE = 5  # and the web server's own children
PR_SET_PDEATHSIG = 1


def check(config: Config) -> None:
    """Raise Misconfigured, in one sentence, when the web cannot be served with these settings."""
    for name in ("tls_cert", "tls_key"):
        file = getattr(config, name)
        if file and not os.access(file, os.R_OK):
            raise Misconfigured(
                f"LOYPE_{name.upper()} names {file}, which cannot be read: mend the path or its rights."
            )
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    with socket.socket(family) as place:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            place.bind((config.host, config.port))
        except OSError as error:
            why = error.strerror or str(error)
            raise Misconfigured(
                f"Løype cannot listen on {config.host} port {config.port} ({why}): "
                "stop what uses it, or choose another, as in PORT=8081 make run."
            ) from None


def serve(config: Config) -> None:
    """Serve the web until told to stop; with a certificate, over HTTPS.

    First this process becomes itself again, with a folder where all web processes count together.
    """
    check(config)
    if metrics.SHARED not in os.environ:
        metrics.share(config.folder / "metrics" / str(config.port))
        os.execv(sys.executable, [*COMMAND, "serve"])  # noqa: S606
    Granian(
        "app.wsgi:application",
        address=config.host,
        port=config.port,
        interface=Interfaces.WSGI,
        workers=config.workers,
        blocking_threads=2,
        log_level=LogLevels.warning,
        ssl_cert=Path(config.tls_cert) if config.tls_cert else None,
        ssl_key=Path(config.tls_key) if config.tls_key else None,
        respawn_failed_workers=True,
        workers_kill_timeout=WORKERS_PATIENCE,
    ).serve()


def _as_child() -> None:
    """Leave Ctrl-C to the parent, which ends its children in order, and end with it should it be killed.

    The terminal sends Ctrl-C to all of us at once, and the web server's workers do not survive it twice in good order.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _is_reached(config: Config) -> bool:
    """Whether somebody listens there."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(config.host, config.host)  # noqa: S104
    try:
        socket.create_connection((here, config.port), timeout=1).close()
    except OSError:
        return False
    return True


def run_both(config: Config, on_open: Callable[[], None]) -> int:
    """Start server and worker, and call `on_open` when the web can be reached.

    When one of them ends, or we are told to stop, end both. The exit code of who ended first.
    """
    children = [subprocess.Popen([*COMMAND, each], preexec_fn=_as_child) for each in ("serve", "worker")]  # noqa: S603
    told: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(each, stop)
    is_open = False
    while not told and all(child.poll() is None for child in children):
        if not is_open and (is_open := _is_reached(config)):
            on_open()
        time.sleep(0.2)
    first = next((child.returncode for child in children if child.returncode is not None), 0)
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
    return 0 if told else first or 1
