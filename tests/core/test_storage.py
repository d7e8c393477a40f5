"""Both homes of media keep the same promises; the one on a server is a real server, over HTTP."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app import doctor
from app.core.bucket import Bucket
from app.core.config import Config, Misconfigured
from app.core.errors import Problem
from app.core.storage import Home, home_of
from tests.buckets import S3Server, s3_server

CONTENT = bytes(range(256)) * 1000
DIGEST = sha256(CONTENT).hexdigest()


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    with s3_server() as found:
        yield found


@pytest.fixture(params=["folder", "bucket"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    config = Config(env="test", data=str(tmp_path))
    if request.param == "folder":
        return home_of(config)
    server: S3Server = request.getfixturevalue("server")
    return home_of(replace(config, **server.settings))


@pytest.fixture
def owner() -> UUID:
    return uuid4()


def all_of(home: Home, owner: UUID, first: int = 0, last: int = len(CONTENT) - 1) -> bytes | None:
    pieces = home.pieces(owner, DIGEST, first, last, 1000)
    return None if pieces is None else b"".join(pieces)


def test_what_is_kept_comes_back_whole_and_in_parts(home: Home, owner: UUID) -> None:
    assert (home.size(owner, DIGEST), all_of(home, owner)) == (None, None)
    for _ in range(2):
        home.keep(owner, DIGEST, CONTENT)
        assert home.size(owner, DIGEST) == len(CONTENT)
    assert all_of(home, owner) == CONTENT
    for first, last in ((0, 0), (1, 99_999), (len(CONTENT) - 1, len(CONTENT) - 1)):
        assert all_of(home, owner, first, last) == CONTENT[first : last + 1]


def test_no_more_than_a_piece_is_in_memory(home: Home, owner: UUID) -> None:
    home.keep(owner, DIGEST, CONTENT)
    pieces = home.pieces(owner, DIGEST, 10, 200_000, 1000)
    assert pieces is not None
    assert max(map(len, pieces)) <= 1000


def test_one_organisations_are_not_anothers(home: Home, owner: UUID) -> None:
    home.keep(owner, DIGEST, CONTENT)
    assert home.size(uuid4(), DIGEST) is None
    neighbour = uuid4()
    home.keep(neighbour, DIGEST, CONTENT)
    home.discard(owner)
    assert (home.size(owner, DIGEST), home.size(neighbour, DIGEST)) == (None, len(CONTENT))


def test_all_that_is_kept_is_listed(home: Home, owner: UUID) -> None:
    others = [sha256(bytes([each])).hexdigest() for each in range(3)]
    for each, digest in enumerate(others):
        home.keep(owner, digest, bytes([each]))
    found = {digest: since for whose, digest, since in home.kept() if whose == owner}
    assert set(found) == set(others)
    assert all(since.tzinfo for since in found.values())
    for digest in [*others, "f" * 64]:
        home.forget(owner, digest)
    assert [whose for whose, _, _ in home.kept() if whose == owner] == []


def test_a_server_that_is_away_is_a_problem_of_its_own_and_soon_told(server: S3Server, owner: UUID) -> None:
    home = Bucket(Config(env="test", **{**server.settings, "media_endpoint": "http://127.0.0.1:9"}))
    for ask in (
        lambda: home.keep(owner, DIGEST, CONTENT),
        lambda: home.size(owner, DIGEST),
        lambda: home.pieces(owner, DIGEST, 0, 1, 1),
        lambda: list(home.kept()),
        lambda: home.forget(owner, DIGEST),
    ):
        with pytest.raises(Problem) as refused:
            ask()
        assert (refused.value.status, refused.value.code) == (503, "media_away")


@pytest.mark.parametrize("changed", [{"media_secret_key": "wrong"}, {"media_bucket": "another"}])
def test_a_server_that_refuses_is_no_empty_one(server: S3Server, owner: UUID, changed: dict[str, str]) -> None:
    home = Bucket(Config(env="test", **{**server.settings, **changed}))
    with pytest.raises(Problem) as refused:
        home.keep(owner, DIGEST, CONTENT)
    assert refused.value.code == "media_away"
    assert "wrong" not in refused.value.reason


def test_a_server_that_breaks_off_in_the_middle_is_not_taken_for_the_end(owner: UUID) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

        def half() -> None:
            for _ in range(2):
                connection, _address = listening.accept()
                with connection:
                    connection.recv(65536)
                    connection.sendall(b"HTTP/1.1 206 Partial Content\r\nContent-Length: 1000\r\n\r\nhalf")

        answering = threading.Thread(target=half, daemon=True)
        answering.start()
        home = Bucket(
            Config(
                media_bucket="b", media_endpoint=f"http://127.0.0.1:{port}", media_access_key="k", media_secret_key="s"
            )
        )
        pieces = home.pieces(owner, DIGEST, 0, 999, 100)
        assert pieces is not None
        with pytest.raises(Problem, match="storage"):
            list(pieces)


def test_the_doctor_tries_the_bucket(server: S3Server) -> None:
    sound = Config(env="test", **server.settings)
    before = server.files()
    assert list(doctor._media_faults(sound)) == []
    assert server.files() == before
    [told] = doctor._media_faults(replace(sound, media_secret_key="another-secret"))
    assert "does not answer as it should" in told
    assert "another-secret" not in told
    assert list(doctor._media_faults(Config(env="test"))) == []
    [told, _] = doctor._media_faults(replace(sound, env="production", media_bucket="another"))
    assert "unencrypted" in told


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"media_endpoint": "http://127.0.0.1:9000"}, "LOYPE_MEDIA_BUCKET"),
        ({"media_bucket": "b", "media_access_key": "k"}, "LOYPE_MEDIA_SECRET_KEY"),
        ({"media_bucket": "b", "media_endpoint": "127.0.0.1:9000"}, "LOYPE_MEDIA_ENDPOINT"),
    ],
)
def test_half_a_setting_is_told(given: dict[str, str], missing: str) -> None:
    with pytest.raises(Misconfigured, match=missing):
        Config.from_environment({f"LOYPE_{name.upper()}": value for name, value in given.items()})
