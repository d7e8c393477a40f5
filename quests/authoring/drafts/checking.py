"""What keeps a draft from being published, and what its editor should look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from quests.authoring.drafts.models import Draft
from quests.content.models import Media
from quests.content.rules.documents import files_in
from quests.content.rules.inspection import Fault, Spot
from quests.content.rules.media.facts import TYPES, Facts
from quests.content.rules.package_layout import Medium, check_files
from quests.content.rules.validation import faults_of

ENDINGS = {media_type: ending for ending, media_type in TYPES.items()}


@dataclass(frozen=True, slots=True)
class Check:
    """A place of a draft with what is wrong there. `block`: it cannot be published like that."""

    severity: str
    code: str
    place: str
    remedy: str
    language: str | None = None
    given: Mapping[str, Any] = field(default_factory=dict)


def blocking(organisation_id: UUID, document: Mapping[str, Any]) -> list[Check]:
    """Everything that keeps a draft from being published; empty when it can be."""
    faults = list(faults_of(document, "draft"))
    check_files(Spot(faults, "draft"), document, media_of_draft(organisation_id, document))
    return [_check(each) for each in faults]


def _check(fault: Fault) -> Check:
    language = fault.path.rpartition(".")[2]
    spoken = language if language in ("nb", "nn", "en") else None
    return Check("block", fault.remedy.code, fault.path, str(fault.remedy), spoken, dict(fault.remedy.given))


def media_of_draft(organisation_id: UUID, document: Mapping[str, Any]) -> dict[str, Medium]:
    """What a draft shows and plays, by hash, as far as the organisation has it. The bytes are left out."""
    wanted = {each["media"] for each in files_in(document["cards"]) if "media" in each}
    query = select(Media).where(Media.organisation_id == organisation_id, Media.hash.in_(wanted))
    return {
        row.hash: Medium(b"", row.hash, Facts(ENDINGS[row.media_type], row.seconds, row.width, row.height))
        for row in db.session.scalars(query)
    }


def lasting_in(organisation_id: UUID, document: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """By hash what sound and video tell of themselves."""
    wanted = {each["media"] for each in files_in(document["cards"]) if "media" in each}
    query = select(Media.hash, Media.media_type, Media.seconds, Media.size).where(
        Media.organisation_id == organisation_id, Media.hash.in_(wanted), Media.seconds.is_not(None)
    )
    rows = db.session.execute(query).all()
    return {row.hash: {"seconds": row.seconds, "bytes": row.size} for row in rows if row.media_type[:5] != "text/"}


def checks_of(organisation_id: UUID, draft: Draft) -> list[Check]:
    """All that there is to say of a draft."""
    return blocking(organisation_id, draft.document)
