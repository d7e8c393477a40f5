"""Where people reach this installation, for what leaves it: QR codes, and what passkeys are tied to; where they are."""

from ipaddress import IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from flask import Flask, current_app, request
from werkzeug.middleware.proxy_fix import ProxyFix


def install(application: Flask) -> None:
    """Believe as many proxies as LOYPE_PROXIES says about who calls, and nobody about anything else."""
    proxies = application.config["LOYPE"].proxies
    if proxies:
        application.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            application.wsgi_app, x_for=proxies, x_proto=0, x_host=0, x_port=0, x_prefix=0
        )


def origin() -> str:
    """Scheme, name and port without a path: LOYPE_ORIGIN, else as the request in hand was made."""
    config = current_app.config["LOYPE"]
    return config.origin or f"{'https' if config.secure else 'http'}://{request.host}"


def host_name() -> str:
    """The name alone, without a port."""
    return urlsplit(origin()).hostname or ""


def caller() -> str:
    """Where the request in hand comes from, for limits: an address, or the /64 that a single IPv6 caller has whole."""
    return limited_as(request.remote_addr or "")


def limited_as(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return address
    return str(found.ipv4_mapped or IPv6Network((int(found), 64), strict=False))
