"""Why a file is not taken into the library: a problem with a sentence for the screen in each language."""

from collections.abc import Sequence

from app.core.errors import Problem
from quests.content.rules.remedies import Remedy


def refused(status: int, code: str, remedies: Sequence[Remedy], **more: object) -> Problem:
    """A file that is not taken in, in the shape in which faults of packages are told."""
    whole = {"file": "", "place": ""}
    faults = [{**whole, "code": each.code, "given": dict(each.given), "remedy": str(each)} for each in remedies]
    title = "The file " + "; ".join(str(each) for each in remedies) + "."
    return Problem(status, code, title, more={"faults": faults, **more})
