"""Building a push: the `webpush` package behind one function, with what it leaves to its caller mended here.

Its tokens leave the port out of `aud`, and it signs one for every message: here one is kept for each origin. A
lifetime of nought is passed over by it, so the headers are set here. What a device's keys are worth is checked where
they come in (`rules.endpoints`), and the size of the message here.
"""

from dataclasses import dataclass
from functools import lru_cache
from time import monotonic
from types import SimpleNamespace
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from webpush import VAPID, WebPush

from app.core.http import packed

LARGEST = 3993  # bytes of plaintext that fill the 4096 every service takes
TOKEN_LIVES, TOKEN_KEPT = 12 * 3600, 6 * 3600.0


@dataclass(frozen=True, slots=True)
class Device:
    """Where a push goes, and the keys it is sealed with (base64url): a `WebPushSubscription` without its checks."""

    endpoint: str
    p256dh: str
    auth: str

    @property
    def keys(self) -> "Device":
        return self


@dataclass(frozen=True, slots=True)
class Sealed:
    """A push as it is posted."""

    endpoint: str
    headers: dict[str, str]
    body: bytes


class OriginVapid(VAPID):  # type: ignore[misc]
    """One token for each origin, renewed long before it ends; `aud` is the whole origin."""

    def __init__(self, private_key: bytes, public_key: bytes) -> None:
        super().__init__(private_key, public_key)
        self._kept: dict[str, tuple[float, str]] = {}

    def get_authorization_header(self, endpoint: Any, subscriber: str, expiration: int) -> str:
        origin = "/".join(str(endpoint).split("/", 3)[:3])
        made_at, header = self._kept.get(origin, (0.0, ""))
        if not header or monotonic() - made_at > TOKEN_KEPT:
            scheme, _, host = origin.partition("://")
            whole = SimpleNamespace(scheme=scheme, host=host)
            header = super().get_authorization_header(whole, subscriber, expiration)
            self._kept[origin] = (monotonic(), header)
        return header


class Builder:
    """Seals pushes in the name of one installation."""

    def __init__(self, private_pem: str, contact: str) -> None:
        private, public = private_pem.encode(), _public_pem(private_pem)
        self._webpush = WebPush(private, public, contact, expiration=TOKEN_LIVES)
        self._webpush.vapid = OriginVapid(private, public)

    def sealed(self, device: Device, content: bytes, ttl: int, urgency: str, topic: str) -> Sealed:
        """Seal `content`, at most LARGEST bytes, for a device."""
        made = self._webpush.get(content, device)
        made.headers.update(ttl=str(max(0, ttl)), urgency=urgency, topic=topic)
        return Sealed(device.endpoint, made.headers, made.encrypted)


@lru_cache(maxsize=4)
def builder(private_pem: str, contact: str) -> Builder:
    """The builder of that key, made once, so that its tokens are kept."""
    return Builder(private_pem, contact)


@lru_cache(maxsize=4)
def public_key(private_pem: str) -> str:
    """The public half, as browsers want it (`applicationServerKey`, base64url)."""
    return str(VAPID.get_application_server_key(load_pem_private_key(private_pem.encode(), None).public_key()))


def _public_pem(private_pem: str) -> bytes:
    key = load_pem_private_key(private_pem.encode(), None).public_key()
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def content_of(notification: dict[str, Any], badge: int) -> bytes:
    """The declarative shape, which newer browsers show by themselves and our worker reads in the others.

    Shortened to its title where it would not fit.
    """
    whole = packed({"web_push": 8030, "notification": notification, "app_badge": badge})
    if len(whole) <= LARGEST:
        return whole
    return shortened(notification, badge)


def shortened(notification: dict[str, Any], badge: int) -> bytes:
    """Only what a push cannot do without."""
    bare = {name: notification[name] for name in ("title", "lang", "navigate", "tag") if name in notification}
    return packed({"web_push": 8030, "notification": {**bare, "title": bare["title"][:100]}, "app_badge": badge})
