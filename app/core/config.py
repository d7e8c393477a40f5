"""Configuration: `LOYPE_*` variables only, each with a sentence that `loype doctor` shows."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class Misconfigured(Exception):
    """A setting that cannot be used; the message says which and what to do."""


def _setting(default: Any, text: str) -> Any:
    return field(default=default, metadata={"text": text})


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one installation. `from_environment` reads them."""

    env: str = _setting(
        "development", "production, development or test. Production refuses demo data and a moved clock."
    )
    data: str = _setting("var", "Folder for database, keys and media.")
    database_url: str = _setting(
        "", "Database; empty means SQLite in the data folder. postgresql+psycopg://… for PostgreSQL."
    )
    host: str = _setting("127.0.0.1", "Address to listen on; 0.0.0.0 for every network of this machine.")
    port: int = _setting(8080, "Port to listen on.")
    tls_cert: str = _setting("", "Certificate file (PEM). With tls_key the server speaks HTTPS itself.")
    tls_key: str = _setting("", "Private key of the certificate (PEM).")
    https: bool = _setting(False, "1 when a proxy in front of Løype speaks HTTPS: secure cookies and HSTS.")
    origin: str = _setting(
        "",
        "Where people reach Løype, as https://loype.example.no: written in QR codes, and what passkeys are tied to. "
        "Empty: the address each request names. Passkeys made under one address do not work under another.",
    )
    proxies: int = _setting(0, "How many proxies in front are trusted to tell the caller's address (X-Forwarded-For).")
    contact: str = _setting("", "Whom people write to about accessibility and privacy, as shown on those pages.")
    metrics_token: str = _setting("", "Lets a Prometheus on another machine read /metrics: Authorization: Bearer …")
    workers: int = _setting(2, "Web worker processes.")
    clock_offset_seconds: float = _setting(
        0.0, "Moves the clock, for trying a Monday on a Thursday. Refused in production."
    )
    push_allow: str = _setting(
        "", "Further hosts that pushes may go to, for tests with a push service of one's own: host or host:port, …"
    )
    push_contact: str = _setting(
        "drift@loype.invalid", "E-mail address at which push services can reach whoever runs this installation."
    )
    media_bucket: str = _setting(
        "", "Bucket of an S3-compatible server that keeps pictures, sound and video. Empty: the data folder keeps them."
    )
    media_endpoint: str = _setting(
        "", "Address of that server, as https://s3.example.no. Empty: Amazon's own, by the region."
    )
    media_region: str = _setting("us-east-1", "Region of the bucket; most servers but Amazon's take any.")
    media_access_key: str = _setting("", "Name of the key that may read, write, list and delete in the bucket.")
    media_secret_key: str = _setting("", "The key's secret; only from the environment.")
    media_prefix: str = _setting("", "What the names of all that is kept in the bucket begin with, as loype/.")
    pwa: str = _setting(str(Path(__file__).parents[2] / "pwa" / "dist"), "Folder of the built app.")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Config":
        """Read `LOYPE_*`. Raises Misconfigured, in one sentence, for what cannot be used."""
        given = os.environ if environment is None else environment
        values = {}
        for each in fields(cls):
            text = given.get(f"LOYPE_{each.name.upper()}")
            if text is not None and text != "":
                values[each.name] = _parsed(each.name, text, type(each.default))
        config = cls(**values)
        config.check()
        return config

    def check(self) -> None:
        if self.env not in ("production", "development", "test"):
            raise Misconfigured("LOYPE_ENV must be production, development or test.")
        if self.env == "production" and self.clock_offset_seconds:
            raise Misconfigured("LOYPE_CLOCK_OFFSET_SECONDS is refused in production: take it away.")
        if bool(self.tls_cert) != bool(self.tls_key):
            raise Misconfigured("LOYPE_TLS_CERT and LOYPE_TLS_KEY go together: give both or none.")
        if self.origin and not _is_origin(self.origin):
            raise Misconfigured("LOYPE_ORIGIN must be like https://loype.example.no: scheme, name and perhaps a port.")

        self._check_media()

    def _check_media(self) -> None:
        if not self.media_bucket and (self.media_endpoint or self.media_access_key or self.media_secret_key):
            raise Misconfigured("LOYPE_MEDIA_BUCKET is missing: name the bucket, or take the other LOYPE_MEDIA_* away.")
        if bool(self.media_access_key) != bool(self.media_secret_key):
            raise Misconfigured("LOYPE_MEDIA_ACCESS_KEY and LOYPE_MEDIA_SECRET_KEY go together: give both or none.")
        if self.media_endpoint and not _is_origin(self.media_endpoint):
            raise Misconfigured(
                "LOYPE_MEDIA_ENDPOINT must be like https://s3.example.no: scheme, name, perhaps a port."
            )

    @property
    def folder(self) -> Path:
        return Path(self.data).resolve()

    @property
    def database(self) -> str:
        """The database address with SQLite in the data folder as default."""
        return self.database_url or f"sqlite:///{self.folder / 'loype.db'}"

    @property
    def secure(self) -> bool:
        """Whether people reach the installation by HTTPS."""
        return self.https or bool(self.tls_cert)


def _is_origin(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and text == f"{parts.scheme}://{parts.netloc}"
    except ValueError:
        return False


def _parsed(name: str, text: str, kind: type) -> Any:
    try:
        if kind is bool:
            return {"1": True, "true": True, "0": False, "false": False}[text.lower()]
        return kind(text)
    except (ValueError, KeyError):
        raise Misconfigured(f"LOYPE_{name.upper()} is {text!r}, which is not a {kind.__name__}.") from None
