"""The OpenAPI document, as the routes are: who must be signed in, what each may refuse, which lists have pages."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from flask import Flask, current_app
from marshmallow import INCLUDE, Schema, fields

from app.core.http import PROBLEM
from app.identity.door import SAFE, cookie_name

Call = dict[str, Any]
METHODS = ("get", "post", "put", "patch", "delete")
REFUSALS = {
    304: "Nothing has changed since the version the caller holds.",
    400: "The body cannot be read.",
    401: "Nobody is signed in, or what was brought opens nothing.",
    403: "Not on this device, or without the header X-CSRF-Token.",
    404: "Absent or forbidden: both answer alike.",
    409: "It contradicts what is there.",
    412: "It was made of something that has changed since.",
    413: "Too much at once.",
    416: "Nothing of what is asked for is there, or more than one part is asked for.",
    422: "It is not what this call takes; `errors` says where.",
    428: "It does not say what it was made of.",
    429: "Too often; Retry-After says how long to wait.",
    503: "The database, or the storage of media, does not answer. Nothing was stored.",
    507: "No room is left. Nothing was stored.",
}
PAGE = {
    "in": "query",
    "name": "page",
    "description": "from 1",
    "schema": {"type": "integer", "minimum": 1, "maximum": 1_000_000, "default": 1},
}


class FaultOut(Schema):
    """One fault of a package, by file and place. `given` fills the sentence of that code; `remedy` is it in English."""

    file = fields.String(required=True)
    place = fields.String(required=True)
    code = fields.String(required=True)
    given = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    remedy = fields.String(required=True)


class ProblemOut(Schema):
    """What every error is answered with (RFC 9457); some calls tell more, in members of their own."""

    class Meta:
        unknown = INCLUDE

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    code = fields.String(required=True, metadata={"description": "for programs; words for people are the app's"})
    errors = fields.Dict(keys=fields.String(), values=fields.List(fields.String()))
    faults = fields.List(fields.Nested(FaultOut), metadata={"description": "where a package was refused"})
    given = fields.Dict(keys=fields.String(), values=fields.String(), metadata={"description": "what it is about"})


def precise(document: dict[str, Any]) -> dict[str, Any]:
    """The document with each call's refusals, its sign-in and its pages."""
    views = _views(current_app)
    paths: dict[str, Any] = {}
    for path, item in document["paths"].items():
        paths[path] = {
            name: _told(name, path, call, views[name, path], document) if name in METHODS else call
            for name, call in item.items()
        }
    components = {
        **document["components"],
        "responses": {_name(status): _refusal(status) for status in REFUSALS},
        "securitySchemes": {
            "session": {"type": "apiKey", "in": "cookie", "name": cookie_name()},
            "csrf": {"type": "apiKey", "in": "header", "name": "X-CSRF-Token"},
        },
    }
    return {**document, "paths": paths, "components": components}


def _views(application: Flask) -> dict[tuple[str, str], Callable[..., Any]]:
    return {
        (method.lower(), re.sub(r"<(?:[^:<>]+:)?([^<>]+)>", r"{\1}", rule.rule)): application.view_functions[
            rule.endpoint
        ]
        for rule in application.url_map.iter_rules()
        for method in rule.methods or ()
    }


def _told(method: str, path: str, call: Call, view: Callable[..., Any], document: dict[str, Any]) -> Call:
    open_to_all, safe = getattr(view, "is_public", False), method.upper() in SAFE
    given = {status: answer for status, answer in call["responses"].items() if status.startswith("2")}
    parameters = [*call.get("parameters", []), *([PAGE] if safe and _has_pages(given, document) else [])]
    statuses = set(_refusals(method, path, {**call, "parameters": parameters}, view))
    refused = {str(status): {"$ref": f"#/components/responses/{_name(status)}"} for status in sorted(statuses)}
    needs: dict[str, list[str]] = {"session": []} if safe else {"session": [], "csrf": []}
    told = {**call, "responses": {**given, **refused}, "security": [] if open_to_all else [needs]}
    return {**told, "parameters": parameters} if parameters else told


def _refusals(method: str, path: str, call: Call, view: Callable[..., Any]) -> Iterator[int]:
    yield 503
    yield from getattr(view, "may_answer", ())
    if not getattr(view, "is_public", False):
        yield 401
        if method.upper() not in SAFE:
            yield 403
    if "{" in path or hasattr(view, "only_for"):
        yield 404
    if "requestBody" in call:
        yield from (400, 413, 422)
    if call["parameters"]:
        yield 422
    if method.upper() not in SAFE:
        yield 507


def _has_pages(given: dict[str, Any], document: dict[str, Any]) -> bool:
    schema = given.get("200", {}).get("content", {}).get("application/json", {}).get("schema", {})
    shape = document["components"]["schemas"].get(schema.get("$ref", "").rsplit("/", 1)[-1], {})
    return {"items", "page", "pages", "total"} <= set(shape.get("properties", {}))


def _name(status: int) -> str:
    return f"Refused{status}"


def _refusal(status: int) -> dict[str, Any]:
    if status == 304:
        return {"description": REFUSALS[status]}
    schema = {"$ref": "#/components/schemas/ProblemOut"}
    return {"description": REFUSALS[status], "content": {PROBLEM: {"schema": schema}}}
