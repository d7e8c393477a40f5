"""Audiences as editors name them, and as they are kept."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.identity.queries import departments


def audience_of(given: Mapping[str, Any]) -> dict[str, Any]:
    """One way to write an audience; empty when it names nobody."""
    if given["everyone"]:
        return {"everyone": True}
    named = {"departments": sorted({str(each) for each in given["departments"]}), "roles": sorted(set(given["roles"]))}
    return {name: values for name, values in named.items() if values}


def kept_audience(organisation_id: UUID, given: Mapping[str, Any]) -> dict[str, Any]:
    """The same, empty also when it names a department that the organisation does not have."""
    audience = audience_of(given)
    known = {each.id for each in departments(organisation_id)}
    return audience if {UUID(each) for each in audience.get("departments", ())} <= known else {}
