"""Where people reach this installation, for what leaves it: QR codes, and what passkeys are tied to."""

from urllib.parse import urlsplit

from flask import current_app, request


def origin() -> str:
    """Scheme, name and port without a path: LOYPE_ORIGIN, else as the request in hand was made."""
    config = current_app.config["LOYPE"]
    return config.origin or f"{'https' if config.secure else 'http'}://{request.host}"


def host_name() -> str:
    """The name alone, without a port."""
    return urlsplit(origin()).hostname or ""
