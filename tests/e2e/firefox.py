"""Stock Firefox over WebDriver BiDi, and the push service it is told to use: Mozilla's protocol, on loopback."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from uuid import uuid4

from tests.e2e.sockets import Socket, accept, connect
from tests.nudges.service import Posted, Service, push_service

MISSING = "There is no Firefox to try real pushes with: install the package firefox-esr (as .ci/run does)."


def binary() -> str | None:
    """Where Firefox is: the one named by LOYPE_FIREFOX, or the system's."""
    return os.environ.get("LOYPE_FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


class Autopush:
    """The browser's side of a push service: gives it endpoints, hands on what is posted to them."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._socket: Socket | None = None
        self._channels: dict[str, str] = {}
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"ws://127.0.0.1:{self._listening.getsockname()[1]}/"
        service.forward = self._hand_on
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                threading.Thread(target=self._browser, args=(connection,), daemon=True).start()

    def _browser(self, connection: socket.socket) -> None:
        with suppress(ConnectionError, OSError):
            at = accept(connection)
            while True:
                text = at.receive()
                if text == "{}":
                    at.send("{}")
                elif answer := self._answered(json.loads(text), at):
                    at.send(json.dumps(answer))

    def _answered(self, said: dict[str, Any], at: Socket) -> dict[str, Any] | None:
        kind, channel = said["messageType"], said.get("channelID")
        if kind == "hello":
            self._socket = at
            uaid = said.get("uaid") or uuid4().hex
            return {"messageType": kind, "uaid": uaid, "status": 200, "use_webpush": True, "broadcasts": {}}
        if kind == "register":
            path = f"/wpush/{uuid4().hex}"
            self._channels[path] = str(channel)
            endpoint = self.service.origin + path
            return {"messageType": kind, "channelID": channel, "status": 200, "pushEndpoint": endpoint}
        if kind == "unregister":
            self._channels = {path: each for path, each in self._channels.items() if each != channel}
            return {"messageType": kind, "channelID": channel, "status": 200}
        return None

    def _hand_on(self, push: Posted) -> int:
        channel = self._channels.get(push.path)
        if channel is None or self._socket is None:
            return 410
        note = {"messageType": "notification", "channelID": channel, "version": uuid4().hex}
        data = urlsafe_b64encode(push.body).decode().rstrip("=")
        self._socket.send(json.dumps({**note, "data": data, "headers": {"encoding": "aes128gcm"}}))
        return 201

    def close(self) -> None:
        self._listening.close()


@contextmanager
def autopush() -> Iterator[Autopush]:
    with push_service() as service:
        found = Autopush(service)
        try:
            yield found
        finally:
            found.close()


class Firefox:
    """One page in a Firefox of its own."""

    def __init__(self, profile: Path, push_url: str) -> None:
        prefs = {
            "dom.push.serverURL": push_url,
            "dom.push.testing.allowInsecureServerURL": True,
            "remote.prefs.recommended": False,
            "permissions.default.desktop-notification": 1,
            "alerts.useSystemBackend": False,
            "app.update.disabledForTesting": True,
            "browser.startup.homepage_override.mstone": "ignore",
            "intl.accept_languages": "nb-NO",
        }
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in prefs.items()]
        (profile / "user.js").write_text("\n".join(lines))
        self._log = profile / "firefox.log"
        environment = {**os.environ, "MOZ_HEADLESS": "1", "HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1"}
        command = [
            binary() or "firefox",
            "--headless",
            "--no-remote",
            "--remote-allow-system-access",  # to click on notifications
            "--profile",
            str(profile),
            "--remote-debugging-port",
            "0",
        ]
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                [*command, "about:blank"], stdout=log, stderr=log, env=environment, start_new_session=True
            )
        self._socket, self._count = connect(self._address() + "/session"), 0
        self._send("session.new", capabilities={})
        self._context = self._send("browsingContext.getTree")["contexts"][0]["context"]

    def _address(self) -> str:
        end = monotonic() + 120
        while monotonic() < end:
            text = self._log.read_text()
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", text):
                return found[1]
            if self._process.poll() is not None:
                break
            sleep(0.05)
        raise RuntimeError(f"Firefox did not start: {text}")

    def _send(self, method: str, **params: Any) -> Any:
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.receive())
            if answer.get("id") == self._count:
                if answer["type"] == "error":
                    raise RuntimeError(f"{method}: {answer['message']}")
                return answer["result"]

    def goto(self, url: str) -> None:
        self._send("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def run(self, code: str) -> Any:
        """What the body of an async function in the page returns."""
        expression = f"(async () => {{ {code} }})().then(value => JSON.stringify(value ?? null))"
        target = {"context": self._context}
        done = self._send(
            "script.evaluate", expression=expression, target=target, awaitPromise=True, userActivation=True
        )
        if done["type"] == "exception":
            raise RuntimeError(done["exceptionDetails"]["text"])
        return json.loads(done["result"]["value"])

    def click_notification(self) -> str:
        """Click on the notification the browser shows, as with a mouse, until it goes away; its title."""
        title, end = "", monotonic() + 120
        while (shown := self._alerts()) or not title:
            assert monotonic() < end, "no notification that can be clicked on"
            for each in shown:
                with suppress(RuntimeError):  # it went away meanwhile
                    title = self._clicked(each) or title
            sleep(0.2)
        return title

    def _alerts(self) -> list[str]:
        every = self._send("browsingContext.getTree", **{"moz:scope": "chrome"})["contexts"]
        return [each["context"] for each in every if each["url"].endswith("/alerts/alert.xhtml")]

    def _clicked(self, alert: str) -> str:
        """The title of a notification that was clicked on; nothing while its window is not ready."""
        ready = "document.readyState === 'complete' && document.getElementById('alertTitleLabel').value"
        expression = (
            f"(title => {{ if (title) document.getElementById('alertBox').click(); return title || '' }})({ready})"
        )
        done = self._send("script.evaluate", expression=expression, target={"context": alert}, awaitPromise=True)
        return str(done.get("result", {}).get("value", ""))

    def until(self, condition: str, seconds: float = 120) -> None:
        """Wait until an expression in the page is true."""
        end = monotonic() + seconds
        while not self.run(f"return Boolean({condition})"):
            assert monotonic() < end, f"{condition} never came true: {self.run('return document.body.innerText')}"
            sleep(0.1)

    def tap(self, name: str) -> None:
        """Click the button with that name, once it is there."""
        button = f"[...document.querySelectorAll('button')].find(one => one.textContent.trim() === {json.dumps(name)})"
        self.until(button)
        self.run(f"{button}.click()")

    def reads(self, text: str, seconds: float = 120) -> None:
        self.until(f"document.body.innerText.includes({json.dumps(text)})", seconds)

    def fill(self, label: str, text: str) -> None:
        field = f"[...document.querySelectorAll('label')].find(one => one.innerText.startsWith({json.dumps(label)}))"
        self.until(f"{field}?.querySelector('input')")
        self.run(
            f"const input = {field}.querySelector('input'); input.value = {json.dumps(text)};"
            "input.dispatchEvent(new Event('input', {bubbles: true}))"
        )

    def close(self) -> None:
        with suppress(RuntimeError, OSError):
            self._send("browser.close")
        self._socket.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


@contextmanager
def firefox(push_url: str) -> Iterator[Firefox]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        found = Firefox(Path(profile), push_url)
        try:
            yield found
        finally:
            found.close()
