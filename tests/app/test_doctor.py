"""The doctor: every setting explained, every fault with its mend, and nothing to say where nothing is wrong."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from flask import Flask
from sqlalchemy import delete, text

from app import doctor
from app.core import clock
from app.core.config import Config
from app.core.db import committed, db
from app.operation.jobs import beat
from app.operation.models import Heartbeat
from tests.conftest import THURSDAY


@pytest.fixture
def sound(application: Flask, tmp_path: Path) -> Iterator[Config]:
    """An installation that nothing is wrong with."""
    pwa = tmp_path / "pwa"
    pwa.mkdir()
    (pwa / "index.html").write_text("<!doctype html>")
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    beat()
    yield replace(application.config["LOYPE"], data=str(folder), pwa=str(pwa))
    db.session.rollback()
    committed(db.session.execute, delete(Heartbeat))


def faults(config: Config) -> list[str]:
    return list(doctor.faults(config))


def test_every_setting_is_explained_and_secrets_are_not_shown() -> None:
    told = "\n".join(doctor.settings(Config(database_url="postgresql://u:hush@h/d", metrics_token="hush")))
    assert all(f"LOYPE_{each.name.upper()} = " in told for each in fields(Config))
    assert "hush" not in told


def test_nothing_is_wrong(sound: Config) -> None:
    assert faults(sound) == []


def test_a_full_disk_is_told(sound: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LEAST_FREE", 2**62)
    assert "make room" in " ".join(faults(sound))


def test_what_others_can_read_is_told_in_production(sound: Config) -> None:
    in_production = replace(
        sound,
        env="production",
        https=True,
        proxies=1,
        origin="https://loype.example.no",
        push_contact="mailto:drift@example.no",
    )
    assert faults(in_production) == []
    (told,) = faults(replace(in_production, proxies=0))
    assert "LOYPE_PROXIES=1" in told
    sound.folder.chmod(0o750)
    assert f"chmod 700 {sound.folder}" in " ".join(faults(in_production))
    assert faults(sound) == []


def test_a_worker_that_is_not_at_work_is_told(sound: Config) -> None:
    with clock.standing_at(clock.now() + dt.timedelta(minutes=6)):
        assert "No worker has been at work since" in " ".join(faults(sound))
        beat()
        assert "No worker" not in " ".join(faults(sound))
    committed(db.session.execute, delete(Heartbeat))
    assert "No worker has ever been at work" in " ".join(faults(sound))


def test_clocks_that_disagree_are_told(sound: Config) -> None:
    with clock.standing_at(clock.now() + dt.timedelta(seconds=60)):
        told = "seconds apart" in " ".join(faults(sound))
    assert told == (db.engine.dialect.name == "postgresql")


def test_migrations_that_are_missing_are_told(sound: Config) -> None:
    with db.engine.begin() as connection:
        before = connection.scalar(text("select version_num from alembic_version"))
        connection.execute(text("update alembic_version set version_num = '20261123_people'"))
    try:
        assert "run loype migrate" in " ".join(faults(sound))
    finally:
        with db.engine.begin() as connection:
            connection.execute(text("update alembic_version set version_num = :before"), {"before": before})


def certificate(folder: Path, expires: dt.datetime) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "loype.local")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(expires - dt.timedelta(days=365))
        .not_valid_after(expires)
        .sign(key, hashes.SHA256())
    )
    file = folder / "loype.crt"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.mark.parametrize(("days", "words"), [(-1, "has expired"), (20, "expires in 20 days"), (22, "")])
def test_a_certificate_that_runs_out_is_told(sound: Config, tmp_path: Path, days: int, words: str) -> None:
    with clock.standing_at(THURSDAY):
        beat()
        file = certificate(tmp_path, THURSDAY + dt.timedelta(days=days, hours=1))
        found = [
            each for each in faults(replace(sound, tls_cert=str(file), tls_key=str(file))) if "certificate" in each
        ]
    assert len(found) == bool(words)
    assert words in " ".join(found)


def test_a_file_that_is_no_certificate_is_told(sound: Config, tmp_path: Path) -> None:
    file = tmp_path / "loype.crt"
    file.write_text("hello")
    assert "is no certificate" in " ".join(faults(replace(sound, tls_cert=str(file), tls_key=str(file))))


def test_a_database_that_does_not_answer_is_told(sound: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent() -> bool:
        raise doctor.SQLAlchemyError("no")

    monkeypatch.setattr(doctor, "missing_migrations", silent)
    assert "does not answer" in " ".join(faults(sound))
