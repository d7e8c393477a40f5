"""What leaves the installation names one address: the one that was set, whatever a request calls itself."""

import pytest
from flask import Flask

from app.core.address import host_name, origin
from app.core.config import Config


@pytest.mark.parametrize(
    ("config", "called", "address", "name"),
    [
        (Config(), "127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1"),
        (Config(), "localhost:8080", "http://localhost:8080", "localhost"),
        (Config(https=True), "loype.example.no", "https://loype.example.no", "loype.example.no"),
        (Config(tls_cert="c", tls_key="k"), "loype.local:8443", "https://loype.local:8443", "loype.local"),
        (Config(origin="https://loype.example.no"), "evil.no", "https://loype.example.no", "loype.example.no"),
        (Config(origin="http://loype.local:8080"), "evil.no", "http://loype.local:8080", "loype.local"),
    ],
)
def test_the_address_of_this_installation(config: Config, called: str, address: str, name: str) -> None:
    application = Flask("test")
    application.config["LOYPE"] = config
    with application.test_request_context("/", headers={"Host": called}):
        assert (origin(), host_name()) == (address, name)
