"""Blueprints of the API: how their bodies are read, and what a route says it may refuse."""

from collections.abc import Callable
from typing import Any, TypeVar

import flask_smorest
import orjson
from flask import Request
from marshmallow import Schema
from webargs import missing
from webargs.flaskparser import FlaskParser

from app.core.errors import Problem

F = TypeVar("F", bound=Callable[..., Any])


class Reader(FlaskParser):
    """Bodies are JSON as RFC 8259 has it: no NaN, no text that has no bytes in UTF-8."""

    def load_json(self, req: Request, schema: Schema) -> Any:
        if not req.is_json or not (body := req.get_data()):
            return missing
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError:
            raise Problem(400, "invalid", "The request could not be read.") from None


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]  # noqa: TID251  # the one place
    """A blueprint of the API."""

    ARGUMENTS_PARSER = Reader()


def may_answer(*statuses: int) -> Callable[[F], F]:
    """Say in the contract what a route answers beside what it gives and what every route of its kind may refuse."""

    def mark(view: F) -> F:
        view.may_answer = statuses  # type: ignore[attr-defined]
        return view

    return mark
