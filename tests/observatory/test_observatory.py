"""MDN's HTTP Observatory, offline, over TLS as `loype run` speaks it: A+."""

import json
import os
import ssl
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.app.test_running import certificate, started, until_it_says
from tests.served import LOYPE, command, free_port, wait_for

HERE = Path(__file__).parent
PACKAGE = HERE / "node_modules" / "@mdn" / "mdn-http-observatory"
LISTS = {"hsts-preload.json": "{}", "tld-list.json": '["no"]'}  # which it would else fetch


def scanned(host: str, trusted: Path) -> dict[str, Any]:
    """What it says of a host; `trusted`: the certificate that vouches for it."""
    for name, content in LISTS.items():
        (PACKAGE / "conf" / name).write_text(content)
    node = str(Path(sys.executable).with_name("node"))
    environment = {**os.environ, "NODE_EXTRA_CA_CERTS": str(trusted)}
    arguments = [node, str(PACKAGE / "src" / "scan.js"), host]
    done = subprocess.run(arguments, env=environment, cwd=HERE, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    assert "error" not in found, found
    return found


def test_the_observatory_gives_a_plus(tmp_path: Path) -> None:
    cert, key = certificate(tmp_path)
    settings = {"LOYPE_DATA": str(tmp_path / "data"), "LOYPE_TLS_CERT": str(cert), "LOYPE_TLS_KEY": str(key)}
    command("migrate", {**os.environ, **settings})
    port = free_port()
    with started([*LOYPE, "run"], LOYPE_PORT=str(port), **settings) as process:
        until_it_says(process, rf"https://127\.0\.0\.1:{port}")
        wait_for(port, verify=ssl.create_default_context(cafile=str(cert)))
        found = scanned(f"127.0.0.1:{port}", cert)
    marks = {name: (test["result"], test["scoreModifier"]) for name, test in found["tests"].items()}
    assert all(modifier >= 0 for _, modifier in marks.values()), marks
    assert found["scan"]["grade"] == "A+", marks
    assert found["scan"]["score"] >= 130, marks
