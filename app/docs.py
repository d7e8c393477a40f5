"""The contract for people: every call on one plain page, made from the OpenAPI document the server publishes."""

from html import escape
from typing import Any

from flask import Flask, Response, current_app
from flask_smorest import Api

from app.contract import ProblemOut, precise
from app.core.http import packed, public

HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Løype: the API</title>
<meta name="viewport" content="width=device-width"></head><body><main><h1>Løype: the API</h1>
<p>The whole contract, with every shape, is the <a href="/api/v1/openapi.json">OpenAPI document</a>.
Times are RFC 3339 in UTC, errors are problem JSON with a <code>code</code>.
Every unsafe call but sign-in carries the header <code>X-CSRF-Token</code>.</p>"""


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
    return precise(current_app.config["SPECIFICATION"].to_dict())


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
