"""`GET /metrics`: what was counted, and what the database knows of releases and the worker."""

from collections.abc import Iterator
from hmac import compare_digest
from ipaddress import ip_address

from flask import Flask, Response, current_app, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from app.core import clock
from app.core.db import db, scope
from app.core.errors import not_found
from app.core.http import public
from app.core.metrics import exposition
from app.identity.queries import organisation_ids
from app.operation.queries import worker_seen
from quests.paths.queries import count_opened

FORWARDED = ("X-Forwarded-For", "X-Real-IP", "Forwarded")
Families = Iterator[CounterMetricFamily | GaugeMetricFamily]


def install(application: Flask) -> None:
    application.add_url_rule("/metrics", view_func=metrics)


@public
def metrics() -> Response:
    """Figures for Prometheus, from this machine itself or with LOYPE_METRICS_TOKEN."""
    if not (_has_token() or _is_from_here()):
        raise not_found()
    known = CollectorRegistry()
    known.register(Known())
    return Response(exposition() + generate_latest(known), content_type=CONTENT_TYPE_LATEST)


def _has_token() -> bool:
    token = current_app.config["LOYPE"].metrics_token
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(token) and compare_digest(given.encode(), token.encode())


def _is_from_here() -> bool:
    """Whether the caller is on this machine and no proxy speaks for somebody else."""
    try:
        own = ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False
    return own and not any(name in request.headers for name in FORWARDED)


class Known(Collector):
    """Figures read from the database at each look."""

    def collect(self) -> Families:
        up = GaugeMetricFamily("loype_database_up", "Whether the database answers.")
        try:
            found = list(_from_database())
            up.add_metric([], 1)
        except SQLAlchemyError:
            db.session.rollback()
            found = []
            up.add_metric([], 0)
        yield up
        yield from found


def _from_database() -> Families:
    releases = CounterMetricFamily("loype_releases_opened", "Releases that have opened.")
    opened = 0
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            opened += count_opened(organisation_id)
    releases.add_metric([], opened)
    yield releases
    seen = worker_seen()
    if seen is not None:
        age = GaugeMetricFamily("loype_worker_last_seen_seconds", "Seconds since a worker was last at work.")
        age.add_metric([], max(0.0, (clock.now() - seen).total_seconds()))
        yield age
