"""Logs: one line an event, JSON in production, readable elsewhere; never a name, PIN, token or answer.

The code logs with the standard library; structlog only shapes the lines. Of an exception production keeps its kind
and where it came from, not its message, since messages of databases and parsers quote what people have written.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any
from uuid import uuid4

import structlog
from flask import Flask, Response, g, request

from app.core.config import Config
from app.core.db import scoped_to
from app.core.metrics import route, took

OURS = ("loype", "apscheduler")
Line = MutableMapping[str, Any]
log = logging.getLogger("loype.web")


class ToStandardError(logging.Handler):
    """Writes to standard error as it is at the moment of writing."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            sys.stderr.write(f"{self.format(record)}\n")
        except Exception:
            self.handleError(record)


def configure(config: Config) -> None:
    """Shape the lines of Løype's loggers, to standard error."""
    production = config.env == "production"
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[Any] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if production:
        last += [without_messages, one_line, structlog.processors.JSONRenderer(ensure_ascii=False)]
    else:
        last += [one_line, structlog.dev.ConsoleRenderer(colors=False)]
    handler = ToStandardError()
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=last))
    for name in OURS:
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(logging.WARNING if config.env == "test" or name != "loype" else logging.INFO)


def without_messages(_logger: Any, _method: str, line: Line) -> Line:
    """An exception as its kind and its places in our own code, without what it says."""
    info = line.pop("exc_info", None)
    error = info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        chain = [error]
        while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None and len(chain) < 5:
            chain.append(cause)
        line["error"] = [type(each).__name__ for each in chain]
        frames = [each for each in traceback.extract_tb(error.__traceback__) if "site-packages" not in each.filename]
        line["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
    return line


def one_line(_logger: Any, _method: str, line: Line) -> Line:
    """What somebody wrote cannot begin a line of its own or steer a terminal."""
    return {name: _tame(value) if name != "exc_info" else value for name, value in line.items()}


def _tame(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in value)


def install(application: Flask) -> None:
    """Give every request an id and a line."""
    application.before_request(_name)
    application.after_request(_tell)


def _name() -> None:
    g.request_id = uuid4().hex


def _tell(response: Response) -> Response:
    """One line a request: which route, how it ended, how long it took, for which organisation."""
    request_id = g.get("request_id", "")
    response.headers["X-Request-Id"] = request_id
    organisation = scoped_to()
    facts = {
        "request": request_id,
        "method": request.method,
        "route": route(),
        "status": response.status_code,
        "ms": round(took() * 1000, 1),
        "organisation": str(organisation) if organisation else None,
    }
    log.info("request", extra=facts)
    return response
