"""The one way to have a draft looked through."""

import re
from collections.abc import Mapping
from typing import Any

from quests.authoring.checks.answering import answering_checks
from quests.authoring.checks.check import BLOCK, Check, Document
from quests.authoring.checks.ease import ease_checks
from quests.authoring.checks.sentences import sentence
from quests.authoring.checks.translation import Sources, translation_checks
from quests.authoring.checks.wording import wording_checks
from quests.content.rules.inspection import Fault
from quests.content.rules.validation import faults_of

MOST_CHECKS = 200
"""As many are told at once; the rest shows when these are mended."""

_IN_LANGUAGE = re.compile(r"\.(nb|nn|en)(?=$|\[|\.)")


def checked(document: Document, sources: Sources) -> list[Check]:
    """What keeps a draft in stored form from being published, then what would make it better. Never raises."""
    return [*map(blocked, faults_of(document, "")), *advice(document, sources)][:MOST_CHECKS]


def advice(document: Document, sources: Sources) -> list[Check]:
    """What would make a draft better. `sources` is what is kept beside it of its translations: see `translation.py`."""
    found = translation_checks(document, sources)
    found += answering_checks(document)
    found += wording_checks(document)
    found += ease_checks(document)
    return found[:MOST_CHECKS]


def blocked(fault: Fault) -> Check:
    """What keeps it from being published, as a check."""
    language = _IN_LANGUAGE.search(fault.path)
    place = _IN_LANGUAGE.sub("", fault.path, count=1)
    return Check(BLOCK, fault.remedy.code, place, language[1] if language else None, dict(fault.remedy.given))


def told(check: Check, language: str) -> dict[str, Any]:
    """A check as the API gives it, its remedy in that language. Of what blocks, screens have sentences of their own."""
    given: Mapping[str, str] = check.given
    return {
        "severity": check.severity,
        "code": check.code,
        "place": check.place,
        "language": check.language,
        "given": dict(given),
        "remedy": sentence(check, language),
    }
