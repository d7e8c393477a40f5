"""Addresses that pushes may go to, and those that they never may."""

from base64 import urlsafe_b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.nudges.rules.endpoints import allowed_in, is_device_key, is_public, is_secret, service_of

REFUSED = [
    "http://fcm.googleapis.com/x",
    "https://fcm.googleapis.com:8080/x",
    "https://fcm.googleapis.com",
    "https://user@fcm.googleapis.com/x",
    "https://fcm.googleapis.com@evil.example/x",
    "https://fcm.googleapis.com.evil.example/x",
    "https://evil.example#fcm.googleapis.com/",
    "https://evil.example/#fcm.googleapis.com",
    "https://evil.example\\.fcm.googleapis.com/x",
    "https://evil.example?.push.apple.com/x",
    "https://fcm.googleapis.com/x#y",
    "https://fcm.googleapis.com./x",
    "https://FCM.googleapis.com/x",
    "https://fcm。googleapis.com/x",
    "https://push.apple.com/x",
    "https://.push.apple.com/x",
    "https://evilpush.apple.com/x",
    "https://127.0.0.1/x",
    "https://[::1]/x",
    "https://[::ffff:127.0.0.1]/x",
    "https://0.0.0.0/x",
    "https://169.254.169.254/latest",
    "https://10.1.2.3/x",
    "https://2130706433/x",
    "https://0x7f.1/x",
    "https://0177.0.0.1/x",
    "https://localhost/x",
    "ftp://fcm.googleapis.com/x",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://fcm.googleapis.com/a b",
    "https://fcm.googleapis.com/\r\nHost: x",
    " https://fcm.googleapis.com/x",
    "https://fcm.googleapis.com/" + "x" * 8192,
    "",
]


@pytest.mark.parametrize("endpoint", REFUSED)
def test_what_is_no_push_service(endpoint: str) -> None:
    assert service_of(endpoint) is None


@pytest.mark.parametrize(
    ("endpoint", "service"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc:APA91b-_x", "fcm.googleapis.com"),
        ("https://android.googleapis.com/gcm/send/x", "android.googleapis.com"),
        ("https://updates.push.services.mozilla.com/wpush/v2/gAAA-_=", "updates.push.services.mozilla.com"),
        ("https://web.push.apple.com/QGx", "web.push.apple.com"),
        ("https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD%2b", "wns2-par02p.notify.windows.com"),
        ("https://fcm.googleapis.com:443/x", "fcm.googleapis.com"),
    ],
)
def test_what_is_one(endpoint: str, service: str) -> None:
    assert service_of(endpoint) == service


def test_a_setting_opens_one_more_host_and_nothing_else() -> None:
    allowed = allowed_in("127.0.0.1:4000, http://localhost:5000 push.example.org")
    assert service_of("http://127.0.0.1:4000/x", allowed) == "127.0.0.1"
    assert service_of("http://localhost:5000/x", allowed) == "localhost"
    assert service_of("https://push.example.org/x", allowed) == "push.example.org"
    assert service_of("http://127.0.0.1:4001/x", allowed) is None
    assert service_of("http://127.0.0.1/x", allowed) is None
    assert service_of("http://user@127.0.0.1:4000/x", allowed) is None
    assert allowed_in("") == ()


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("142.250.74.42", True),
        ("2a00:1450:400f:80d::200a", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),  # 6to4 around 127.0.0.1
        ("64:ff9b::a00:1", False),  # NAT64 around 10.0.0.1
        ("64:ff9b::8efa:4a2a", True),
    ],
)
def test_what_is_an_address_of_the_open_internet(address: str, public: bool) -> None:
    assert is_public(address) is public


def in_base64(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


def point(curve: ec.EllipticCurve) -> bytes:
    key = ec.generate_private_key(curve).public_key()
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def test_the_keys_of_a_device() -> None:
    right = point(ec.SECP256R1())
    assert is_device_key(in_base64(right))
    assert is_device_key(in_base64(right) + "=")
    off_curve = right[:-1] + bytes([right[-1] ^ 1])
    for wrong in (b"", right[:64], right + b"x", off_curve, point(ec.SECP384R1()), b"\x00" * 65):
        assert not is_device_key(in_base64(wrong))
    assert not is_device_key("å" * 20)
    assert not is_device_key("A" * 10_000)
    assert is_secret(in_base64(b"x" * 16))
    for wrong in (b"", b"x", b"x" * 15, b"x" * 17):
        assert not is_secret(in_base64(wrong))
    assert not is_secret("+/+/+/+/+/+/+/+/+/+/+/")
