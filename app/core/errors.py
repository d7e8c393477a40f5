"""One error type with a machine code. Words for people belong to the front end, in three languages."""

from typing import Any


class Problem(Exception):
    """Something the caller can understand and act on, answered as problem JSON (RFC 9457)."""

    def __init__(
        self,
        status: int,
        code: str,
        title: str,
        errors: dict[str, list[str]] | None = None,
        headers: dict[str, str] | None = None,
        more: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(title)
        self.status, self.code, self.title = status, code, title
        self.errors, self.headers, self.more = errors, headers or {}, more or {}
        self.reason = ""


def not_found() -> Problem:
    """What is absent and what is forbidden answer alike, so that nothing can be told from the answer."""
    return Problem(404, "not_found", "There is nothing here for you at this address.")


def invalid(title: str, errors: dict[str, list[str]] | None = None) -> Problem:
    return Problem(422, "invalid", title, errors)


def media_away(reason: str = "") -> Problem:
    """The storage of media does not answer, or refuses. `reason` is for logs and the doctor."""
    problem = Problem(
        503, "media_away", "The storage of media does not answer. Try again.", headers={"Retry-After": "30"}
    )
    problem.reason = reason
    return problem
