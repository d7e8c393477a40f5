"""A real S3 server for tests: another process, a folder of its own, a key that it asks for."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.served import free_port, wait_until

KEY, SECRET, BUCKET = "nokkel", "en-hemmelig-nokkel", "loype-media"


@dataclass
class S3Server:
    """Where it listens and what it keeps. It can be stopped, and started again with the same content."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def settings(self) -> Mapping[str, str]:
        """What LOYPE_* say about it, by field."""
        return {
            "media_bucket": BUCKET,
            "media_endpoint": f"http://127.0.0.1:{self.port}",
            "media_access_key": KEY,
            "media_secret_key": SECRET,
            "media_prefix": "loype/",
        }

    def start(self) -> None:
        rclone = shutil.which("rclone", path=str(Path(sys.executable).parent)) or "rclone"
        listening = ["--addr", f"127.0.0.1:{self.port}", "--auth-key", f"{KEY},{SECRET}", "--config", "/dev/null"]
        command = [rclone, "serve", "s3", *listening, "--vfs-cache-mode", "off", "--quiet"]
        self.process = subprocess.Popen([*command, str(self.folder)])
        wait_until(self._answers, "the S3 server did not start")

    def _answers(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/").status_code < 500
        except httpx.TransportError:
            return False

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(60)
            self.process = None

    def files(self) -> list[Path]:
        """What is kept, as the server keeps it."""
        return sorted(each for each in (self.folder / BUCKET).rglob("*") if each.is_file())


@contextmanager
def s3_server() -> Iterator[S3Server]:
    """A server with an empty bucket that lives as long as the block."""
    with tempfile.TemporaryDirectory(prefix="loype-s3-", ignore_cleanup_errors=True) as folder:
        (Path(folder) / BUCKET).mkdir()
        server = S3Server(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()
