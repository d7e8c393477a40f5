"""The door every request passes: which device is it, may it write, which organisation is in scope."""

from collections.abc import Callable
from functools import wraps
from hmac import compare_digest
from typing import ParamSpec, TypeVar, cast

from flask import Flask, Response, current_app, g, request
from flask_login import LoginManager, current_user

from app.core import clock
from app.core.db import enter, leave
from app.core.errors import Problem, not_found
from app.core.http import json_answer
from app.core.keys import sealing_key
from app.identity.rules import STAYS_ENROLLED
from app.identity.viewer import Viewer, csrf_token_of, viewer_by

P = ParamSpec("P")
R = TypeVar("R")
SAFE = ("GET", "HEAD", "OPTIONS")


def install(application: Flask) -> None:
    """Sign-in by our own cookie; every view needs it unless marked public; unsafe methods carry the CSRF value."""
    manager = LoginManager()
    manager.session_protection = None  # guards Flask's session, which nothing is kept in
    manager.init_app(application)
    manager.request_loader(lambda _request: _from_cookie())
    application.before_request(_checked)
    application.teardown_request(lambda _error: leave())


def cookie_name() -> str:
    return "__Host-loype" if current_app.config["LOYPE"].secure else "loype"


def _from_cookie() -> Viewer | None:
    token = request.cookies.get(cookie_name())
    return viewer_by(token, clock.now()) if token else None


def _checked() -> None:
    enter(None)
    g.pop("_login_user", None)
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None or request.endpoint == "static" or getattr(view, "is_public", False):
        return
    who = viewer()
    if not who.is_authenticated:
        raise Problem(401, "not_signed_in", "Sign in first.")
    if request.method not in SAFE and not compare_digest(
        request.headers.get("X-CSRF-Token", "").encode(), who.csrf_token.encode()
    ):
        raise Problem(403, "csrf", "Send the header X-CSRF-Token with the value given by sign-in and by GET /me.")


def held_before() -> str | None:
    """The token this device brings, whether it still opens anything or not."""
    return request.cookies.get(cookie_name())


def signed_in_answer(token: str, upload_token: str, shared: bool) -> Response:
    """What a device gets that has just been let in, and its cookie."""
    who = viewer_by(token, clock.now())
    answer = json_answer(
        {
            "person": who.shown() if who else {},
            "csrf_token": csrf_token_of(token),
            "seal": {"key": sealing_key(), "token": upload_token},
        }
    )
    remember(answer, token, shared)
    return answer


def remember(answer: Response, token: str, shared: bool) -> None:
    """Give the device its session; on a shared device until the browser closes.

    Own phones keep the token longer than the session lasts: an enrolled one is known by it at the next sign-in.
    """
    answer.set_cookie(
        cookie_name(),
        token,
        httponly=True,
        secure=current_app.config["LOYPE"].secure,
        samesite="Lax",
        path="/",
        max_age=None if shared else int(STAYS_ENROLLED.total_seconds()),
    )


def forget(answer: Response) -> None:
    """Take the session from the device, and with it all that the browser kept of the answers."""
    answer.delete_cookie(
        cookie_name(), httponly=True, secure=current_app.config["LOYPE"].secure, samesite="Lax", path="/"
    )
    answer.headers["Clear-Site-Data"] = '"cache"'


def viewer() -> Viewer:
    """The person who is signed in; for routes only."""
    return cast(Viewer, current_user._get_current_object())


def only_for(*roles: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A route for people with one of these roles; to others it does not exist."""

    def wrap(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if not viewer().roles & set(roles):
                raise not_found()
            return view(*args, **kwargs)

        guarded.only_for = roles  # type: ignore[attr-defined]
        return guarded

    return wrap
