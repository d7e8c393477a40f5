"""What keeps a draft from being published, and what its editor should look at."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.core.db import db
from quests.authoring.checks.check import Check
from quests.authoring.checks.checking import MOST_CHECKS, advice, blocked
from quests.authoring.drafts.models import Draft
from quests.content.models import Media
from quests.content.package import PackageRefused
from quests.content.queries import Version
from quests.content.rules.documents import files_in, stored_form, structure_of, version_of
from quests.content.rules.inspection import Fault, Spot
from quests.content.rules.media.facts import TYPES, Facts
from quests.content.rules.package_layout import Medium, check_files
from quests.content.rules.validation import check_length, faults_of

ENDINGS = {media_type: ending for ending, media_type in TYPES.items()}


def blocking(organisation_id: UUID, document: Mapping[str, Any]) -> list[Check]:
    """Everything that keeps a draft from being published; empty when it can be."""
    faults = list(faults_of(document, "draft"))
    check_files(Spot(faults, "draft"), document, media_of_draft(organisation_id, document))
    return [blocked(each) for each in faults]


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


def checks_of(draft: Draft) -> list[Check]:
    """All that there is to say of a draft: what keeps it from being published, then what would make it better."""
    found = blocking(draft.organisation_id, draft.document)
    return [*found, *advice(draft.document, draft.sources)][:MOST_CHECKS]


def publishable(draft: Draft) -> dict[str, Any]:
    """The draft in stored form, or PackageRefused with its faults."""
    faults: list[Fault] = list(faults_of(draft.document, "draft"))
    check_files(Spot(faults, "draft"), draft.document, media_of_draft(draft.organisation_id, draft.document))
    if faults:
        raise PackageRefused(faults)
    document = stored_form(draft.document, {}, lasting_in(draft.organisation_id, draft.document))
    check_length(Spot(faults, "draft", languages=tuple(document["languages"])), document)
    if faults:
        raise PackageRefused(faults)
    return document


def foreseen(draft: Draft, version: Version) -> tuple[bool, bool | None]:
    """Whether the draft is that very version, and whether who is in the middle goes on: None while nobody can say."""
    try:
        document = publishable(draft)
    except PackageRefused:
        return False, None
    return version_of(document) == version.version, structure_of(document) == version.structure
