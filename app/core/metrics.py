"""Figures for Prometheus, counted in every web process.

Where `PROMETHEUS_MULTIPROC_DIR` names a folder, as `loype serve` sees to, all processes count there and each answers
for all; the library looks for it when it is first imported.
"""

import os
import shutil
from pathlib import Path
from time import perf_counter

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

SHARED = "PROMETHEUS_MULTIPROC_DIR"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

own = CollectorRegistry()
requests = Counter("loype_requests", "Requests answered.", ("method", "route", "status"), registry=own)
durations = Histogram("loype_request_seconds", "Time to an answer.", ("route",), buckets=SECONDS, registry=own)
letters = Counter("loype_letters", "Letters from devices, by verdict.", ("status",), registry=own)


def share(folder: Path) -> None:
    """Let processes started from now on count together, from nought."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ[SHARED] = str(folder)


def install(application: Flask) -> None:
    """Count every request of an application."""
    application.before_request(_begin)
    application.after_request(_count)


def _begin() -> None:
    g.began = perf_counter()


def took() -> float:
    """Seconds since this request came in."""
    began: float = g.get("began") or perf_counter()
    return perf_counter() - began


def route() -> str:
    """The rule this request was matched to: few, and nobody's data in them."""
    return request.url_rule.rule if request.url_rule else "none"


def _count(response: Response) -> Response:
    method = request.method if request.method in METHODS else "other"
    requests.labels(method, route(), str(response.status_code)).inc()
    durations.labels(route()).observe(took())
    return response


def exposition() -> bytes:
    """What was counted, in Prometheus' text form; of all processes where they share."""
    if SHARED not in os.environ:
        return generate_latest(own)
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return generate_latest(together)
