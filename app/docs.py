"""The contract for people: every call on one plain page, made from the OpenAPI document the server publishes."""

from html import escape
from typing import Any

from flask import Flask, Response, current_app
from flask_smorest import Api
from marshmallow import Schema, fields

from app.core.http import PROBLEM, packed, public

HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Løype: the API</title>
<meta name="viewport" content="width=device-width"></head><body><main><h1>Løype: the API</h1>
<p>The whole contract, with every shape, is the <a href="/api/v1/openapi.json">OpenAPI document</a>.
Times are RFC 3339 in UTC, errors are problem JSON with a <code>code</code>.
Every unsafe call but sign-in carries the header <code>X-CSRF-Token</code>.</p>"""


class FaultOut(Schema):
    """One fault of a package, by file and place. `given` fills the sentence of that code; `remedy` is it in English."""

    file = fields.String(required=True)
    place = fields.String(required=True)
    code = fields.String(required=True)
    given = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    remedy = fields.String(required=True)


class ProblemOut(Schema):
    """What every error is answered with (RFC 9457)."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    code = fields.String(required=True, metadata={"description": "for programs; words for people are the app's"})
    errors = fields.Dict(keys=fields.String(), values=fields.List(fields.String()))
    faults = fields.List(fields.Nested(FaultOut), metadata={"description": "where a package was refused"})


class Contract(Api):  # type: ignore[misc]
    """The OpenAPI document, with our own form of errors."""

    ERROR_SCHEMA = ProblemOut


def install(application: Flask, api: Api) -> None:
    """Publish the document and the page, to everybody."""
    application.config["SPECIFICATION"] = api.spec
    application.view_functions["api-docs.openapi_json"] = document
    application.add_url_rule("/api/docs", view_func=page)


def specification() -> dict[str, Any]:
    """The OpenAPI document."""
    found: dict[str, Any] = current_app.config["SPECIFICATION"].to_dict()
    errors = {
        name: {**response, "content": {PROBLEM: next(iter(response["content"].values()))}}
        for name, response in found["components"]["responses"].items()
    }
    return {**found, "components": {**found["components"], "responses": errors}}


@public
def document() -> Response:
    return Response(packed(specification()), mimetype="application/json")


@public
def page() -> Response:
    contract = specification()
    parts = [HEAD]
    for path, calls in sorted(contract["paths"].items()):
        for method, call in calls.items():
            if isinstance(call, dict) and "responses" in call:
                parts.append(_section(method, path, call, contract))
    return Response("".join([*parts, "</main></body></html>"]), mimetype="text/html")


def _section(method: str, path: str, call: dict[str, Any], document: dict[str, Any]) -> str:
    words = " ".join(part for part in (call.get("summary"), call.get("description")) if part)
    given = call.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    answered = call["responses"].get("200", {}).get("content", {}).get("application/json", {}).get("schema", {})
    shapes = "".join(
        f"<dt>{label}</dt><dd><code>{escape(_shape(schema, document))}</code></dd>"
        for label, schema in (("takes", given), ("gives", answered))
        if schema
    )
    name = f"{method.upper()} {escape(path)}"
    return f"<section><h2><code>{name}</code></h2><p>{escape(words)}</p><dl>{shapes}</dl></section>"


def _shape(schema: dict[str, Any], document: dict[str, Any], depth: int = 0) -> str:
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    if "properties" in schema and depth < 3:
        fields = (f"{name}: {_shape(each, document, depth + 1)}" for name, each in schema["properties"].items())
        return "{" + ", ".join(fields) + "}"
    if schema.get("type") == "array":
        return f"[{_shape(schema.get('items', {}), document, depth)}]"
    kind = schema.get("type", "any")
    return " | ".join(kind) if isinstance(kind, list) else str(kind)
