"""Media in a bucket of an S3-compatible server (Amazon's, MinIO, Ceph, Garage, rclone …), by the settings alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from importlib import import_module
from re import compile as pattern
from threading import Lock
from typing import Any
from uuid import UUID

from app.core.config import Config
from app.core.errors import media_away

KEY = pattern("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9a-f]{64})")
CONNECT_SECONDS, ANSWER_SECONDS, TRIES = 3, 20, 2
ABSENT = ("404", "NoSuchKey", "NotFound")
AT_ONCE = 1000
_one_maker = Lock()


class Bucket:
    """A home for bytes that many machines share. Keys are the organisation and the hash, after a prefix."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.name, self.prefix = config.media_bucket, config.media_prefix

    @cached_property
    def _client(self) -> Any:
        """Made when first asked for: the library takes a quarter of a second to load, which no command should wait."""
        with _one_maker:
            settings = import_module("botocore.config").Config(
                connect_timeout=CONNECT_SECONDS,
                read_timeout=ANSWER_SECONDS,
                retries={"total_max_attempts": TRIES, "mode": "standard"},
                s3={"addressing_style": "path" if self.config.media_endpoint else "auto"},
                request_checksum_calculation="when_required",  # what only Amazon understands
                response_checksum_validation="when_required",
                max_pool_connections=16,
            )
            return (
                import_module("boto3.session")
                .Session()
                .client(
                    "s3",
                    endpoint_url=self.config.media_endpoint or None,
                    region_name=self.config.media_region,
                    aws_access_key_id=self.config.media_access_key or None,
                    aws_secret_access_key=self.config.media_secret_key or None,
                    config=settings,
                )
            )

    def _key(self, organisation_id: UUID, digest: str) -> dict[str, str]:
        return {"Bucket": self.name, "Key": f"{self.prefix}{organisation_id}/{digest}"}

    def keep(self, organisation_id: UUID, digest: str, content: bytes) -> None:
        with _answering():
            self._client.put_object(**self._key(organisation_id, digest), Body=content)

    def size(self, organisation_id: UUID, digest: str) -> int | None:
        with _answering():
            try:
                return int(self._client.head_object(**self._key(organisation_id, digest))["ContentLength"])
            except _errors().ClientError as error:
                _not_absent(error)
                return None

    def pieces(self, organisation_id: UUID, digest: str, first: int, last: int, piece: int) -> Iterator[bytes] | None:
        with _answering():
            try:
                found = self._client.get_object(**self._key(organisation_id, digest), Range=f"bytes={first}-{last}")
            except _errors().ClientError as error:
                _not_absent(error)
                return None
        if found["ContentLength"] != last + 1 - first:
            found["Body"].close()
            raise media_away("no ranges")
        return _read(found["Body"], piece)

    def kept(self) -> Iterator[tuple[UUID, str, datetime]]:
        with _answering():
            for page in self._client.get_paginator("list_objects_v2").paginate(Bucket=self.name, Prefix=self.prefix):
                for each in page.get("Contents", ()):
                    if found := KEY.fullmatch(each["Key"].removeprefix(self.prefix)):
                        yield UUID(found[1]), found[2], each["LastModified"]

    def tidy(self, before: datetime) -> None:
        """A bucket has nothing half: what is put there is there when it has all come."""

    def forget(self, organisation_id: UUID, digest: str) -> None:
        with _answering():
            self._client.delete_object(**self._key(organisation_id, digest))

    def discard(self, organisation_id: UUID) -> None:
        for owner, digest, _ in list(self.kept()):
            if owner == organisation_id:
                self.forget(owner, digest)


def _errors() -> Any:
    return import_module("botocore.exceptions")


def _not_absent(error: Any) -> None:
    """Raise it again unless it only says that there is nothing under that name."""
    if error.response.get("Error", {}).get("Code") not in ABSENT:
        raise error


def _read(body: Any, piece: int) -> Iterator[bytes]:
    with body, _answering():
        yield from body.iter_chunks(piece)


@contextmanager
def _answering() -> Iterator[None]:
    """Whatever keeps the server from answering as it should, as a problem that the caller can understand."""
    errors = _errors()
    try:
        yield
    except (errors.ClientError, errors.BotoCoreError, errors.HTTPClientError) as error:
        raise media_away(_reason(error)) from error


def _reason(error: Any) -> str:
    """What went wrong, in a word or two that hold no secret."""
    answer = getattr(error, "response", None)
    return str(answer["Error"].get("Code", "refused")) if isinstance(answer, dict) else type(error).__name__
