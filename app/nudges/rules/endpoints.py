"""Which addresses pushes may be sent to. A push endpoint comes from the device, so it could be any address at all."""

import re
from base64 import urlsafe_b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey

HOSTS = frozenset({"fcm.googleapis.com", "android.googleapis.com", "updates.push.services.mozilla.com"})
DOMAINS = (".push.apple.com", ".notify.windows.com")
LONGEST = 2048
# Nothing but a scheme, a plain host, perhaps a port, and a path: no user, no fragment, no other spelling of a number.
_ADDRESS = re.compile(r"(https?)://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::([1-9][0-9]{0,4}))?(/[!\"$-?A-\[\]-~]*)")
_NAT64 = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Allowed:
    """A further push host from LOYPE_PUSH_ALLOW: for tests, hence also without TLS and on private addresses."""

    host: str
    port: int | None


def allowed_in(setting: str) -> tuple[Allowed, ...]:
    """The hosts of a setting such as `127.0.0.1:4000, push.example.org`; a scheme before them is passed over."""
    found = []
    for each in setting.replace(",", " ").split():
        parts = urlsplit(each if "://" in each else f"//{each}")
        if parts.hostname:
            found.append(Allowed(parts.hostname, parts.port))
    return tuple(found)


def service_of(endpoint: str, allowed: Sequence[Allowed] = ()) -> str | None:
    """The host of a push service that we may post to; None for every other address."""
    found = _ADDRESS.fullmatch(endpoint) if len(endpoint) <= LONGEST else None
    if found is None:
        return None
    scheme, host, port_text = found[1], found[2], found[3]
    port = int(port_text) if port_text else 443 if scheme == "https" else 80
    if is_allowed(host, port, allowed):
        return host
    known = host in HOSTS or host.endswith(DOMAINS)
    return host if known and scheme == "https" and port == 443 else None


def is_allowed(host: str, port: int, allowed: Sequence[Allowed]) -> bool:
    """Whether a host and port stand in LOYPE_PUSH_ALLOW, so that its address may be private."""
    return any(each.host == host and each.port in (None, port) for each in allowed)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also when it is one inside another."""
    found = ip_address(address)
    inner = _inside(found) if isinstance(found, IPv6Address) else None
    return found.is_global and not found.is_multicast and (inner is None or is_public(str(inner)))


def _inside(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def is_device_key(p256dh: str) -> bool:
    """Whether it is a point of P-256, uncompressed, in base64url."""
    raw = _bytes(p256dh)
    if raw is None or len(raw) != 65:
        return False
    try:
        EllipticCurvePublicKey.from_encoded_point(SECP256R1(), raw)
    except ValueError:
        return False
    return True


def is_secret(auth: str) -> bool:
    """Whether it is 16 bytes in base64url."""
    raw = _bytes(auth)
    return raw is not None and len(raw) == 16


def _bytes(text: str) -> bytes | None:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,128}={0,2}", text):
        return None
    bare = text.rstrip("=")
    try:
        return urlsafe_b64decode(bare + "=" * (-len(bare) % 4))
    except ValueError:
        return None
