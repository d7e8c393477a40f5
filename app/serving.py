"""Runs the web server, and server and worker side by side."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from app.core import metrics
from app.core.config import Config

COMMAND = (sys.executable, "-m", "app.cli")
PATIENCE = 10.0  # seconds a child gets to end by itself


def serve(config: Config) -> None:
    """Serve the web until told to stop; with a certificate, over HTTPS.

    First this process becomes itself again, with a folder where all web processes count together.
    """
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
    ).serve()


def run_both() -> int:
    """Start server and worker; when one ends, or we are told to stop, end both. The exit code of who ended first."""
    children = [subprocess.Popen([*COMMAND, each]) for each in ("serve", "worker")]  # noqa: S603
    told: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while not told and all(child.poll() is None for child in children):
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
