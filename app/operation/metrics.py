"""`GET /metrics`: what was counted, and what the database knows of releases and the worker."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
from app.nudges.queries import Queue, queue_of, refusing_services
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


def _of_pushes(queues: Sequence[Queue], refusing: Mapping[str, int]) -> Families:
    """For alarms: what waits, since when, and whose push services will not have our key (401 or 403)."""
    nudges = GaugeMetricFamily("loype_nudges_due", "Nudges that are due and not given yet.")
    nudges.add_metric([], sum(each.nudges for each in queues))
    pushes = GaugeMetricFamily("loype_pushes_due", "Pushes that are due and not sent yet.")
    pushes.add_metric([], sum(each.pushes for each in queues))
    oldest = GaugeMetricFamily("loype_nudges_oldest_due_seconds", "Since when the oldest of both is due; 0: none is.")
    since = min((each.since for each in queues if each.since), default=None)
    oldest.add_metric([], max(0.0, (clock.now() - since).total_seconds()) if since else 0.0)
    told = "Devices whose push service would not have our key within the last day."
    refused = GaugeMetricFamily("loype_push_devices_refused", told, labels=["service"])
    for service, devices in sorted(refusing.items()):
        refused.add_metric([service], devices)
    yield from (nudges, pushes, oldest, refused)


def _from_database() -> Families:
    releases = CounterMetricFamily("loype_releases_opened", "Releases that have opened.")
    opened = 0
    queues: list[Queue] = []
    refusing: Counter[str] = Counter()
    for organisation_id in organisation_ids():
        with scope(organisation_id):
            opened += count_opened(organisation_id)
            queues.append(queue_of(organisation_id))
            refusing.update(refusing_services(organisation_id))
    releases.add_metric([], opened)
    yield releases
    yield from _of_pushes(queues, refusing)
    seen = worker_seen()
    if seen is not None:
        age = GaugeMetricFamily("loype_worker_last_seen_seconds", "Seconds since a worker was last at work.")
        age.add_metric([], max(0.0, (clock.now() - seen).total_seconds()))
        yield age
