"""What every answer has in common: problem JSON, security headers, paging, ETag."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

import orjson
from flask import Flask, Response, current_app, request
from flask.json.provider import JSONProvider
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from app.core.errors import Problem

F = TypeVar("F", bound=Callable[..., Any])
PAGE_SIZE = 50
PROBLEM = "application/problem+json"

CODES = {
    400: "invalid",
    401: "not_signed_in",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    416: "range",
    415: "invalid",
    422: "invalid",
    429: "too_many_attempts",
}

CONTENT_SECURITY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "font-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types loype",
    ]
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
TWO_YEARS = "max-age=63072000; includeSubDomains"


class Json(JSONProvider):
    """orjson; a moment is written as RFC 3339 in UTC with Z."""

    def dumps(self, obj: Any, **_kwargs: Any) -> str:
        return packed(obj).decode()

    def loads(self, s: str | bytes, **_kwargs: Any) -> Any:
        return orjson.loads(s)


def packed(value: Any) -> bytes:
    """`value` as JSON bytes."""
    return orjson.dumps(value, option=orjson.OPT_UTC_Z | orjson.OPT_OMIT_MICROSECONDS)


def json_answer(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A JSON answer made without a schema, for the hot reads. Personal, hence private."""
    return Response(
        packed(value), status, {"Cache-Control": "private, no-cache", **(headers or {})}, mimetype="application/json"
    )


def problem_answer(problem: Problem) -> Response:
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": problem.title,
        "status": problem.status,
        "code": problem.code,
    }
    if problem.errors:
        body["errors"] = problem.errors
    body |= problem.more
    headers = {"Cache-Control": "no-store", **problem.headers}
    return Response(packed(body), problem.status, headers, mimetype=PROBLEM)


def unchanged(etag: str) -> Response | None:
    """The 304 for a caller who holds this version already, else None."""
    if request.if_none_match.contains_weak(etag):
        return Response(status=304, headers={"ETag": f'W/"{etag}"', "Cache-Control": "private, no-cache"})
    return None


def public(view: F) -> F:
    """Mark a view that needs no session. Every other view does."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def page_asked_for() -> int:
    """The page number in the query, from 1."""
    text = request.args.get("page", "1")
    if not text.isdecimal() or not 1 <= int(text) <= 1_000_000:
        raise Problem(422, "invalid", "page must be a whole number from 1.", {"page": ["A whole number from 1."]})
    return int(text)


def paged(items: Sequence[Any], page: int, total: int, size: int = PAGE_SIZE) -> dict[str, Any]:
    return {"items": items, "page": page, "pages": max(1, -(-total // size)), "total": total}


def rfc3339(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z") if moment else None


def install(application: Flask) -> None:
    """Give an application these answers."""
    application.json = Json(application)
    application.after_request(_secured)
    application.register_error_handler(Problem, problem_answer)
    application.register_error_handler(HTTPException, _http_problem)
    application.register_error_handler(OperationalError, _database_problem)
    application.register_error_handler(RecursionError, _too_deep)
    application.register_error_handler(Exception, _unexpected)


def _secured(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if current_app.config["LOYPE"].secure:
        response.headers.setdefault("Strict-Transport-Security", TWO_YEARS)
    return response


def _http_problem(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return error.get_response()  # type: ignore[return-value]
    if status == 404:
        return problem_answer(Problem(404, "not_found", "There is nothing here for you at this address."))
    allowed = error.valid_methods if isinstance(error, MethodNotAllowed) else None
    headers = {"Allow": ", ".join(allowed)} if allowed else None
    return problem_answer(Problem(status, CODES.get(status, "error"), _title(error), _fields(error), headers))


def _title(error: HTTPException) -> str:
    return "The request could not be read." if error.code in (400, 415, 422) else str(error.description or error.name)


def _fields(error: HTTPException) -> dict[str, list[str]] | None:
    data = getattr(error, "data", None)
    messages = data.get("messages") if isinstance(data, dict) else None
    if not isinstance(messages, dict):
        return None
    found: dict[str, list[str]] = {}
    for place in messages.values():
        if isinstance(place, dict):
            for name, texts in place.items():
                found[str(name)] = [str(each) for each in texts] if isinstance(texts, list) else [str(texts)]
    return found or None


def _database_problem(error: OperationalError) -> Response:
    current_app.logger.error("database: %s", error.orig)
    if "full" in str(error.orig).lower() or getattr(error.orig, "sqlstate", "") == "53100":
        return problem_answer(
            Problem(507, "storage_full", "The server has no room left. Nothing was stored; try again later.")
        )
    busy = Problem(
        503, "busy", "The database does not answer. Nothing was stored; try again.", headers={"Retry-After": "10"}
    )
    return problem_answer(busy)


def _too_deep(error: RecursionError) -> Response:
    return problem_answer(Problem(400, "invalid", "The request could not be read."))


def _unexpected(error: Exception) -> Response:
    current_app.logger.exception("unexpected", exc_info=error)
    return problem_answer(Problem(500, "error", "Something went wrong here. Nothing was stored; try again."))
