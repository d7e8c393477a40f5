"""What a list of employees would do, for whoever is about to take it in."""

from collections.abc import Iterator, Sequence

from app.identity.provisioning.importing import Plan

SHOWN = 10
KINDS = (
    ("new", "new"),
    ("changed", "changed"),
    ("moved", "in another department"),
    ("ended", "ended: not in the file"),
    ("unchanged", "unchanged"),
    ("kept", "administrators who are not in the file and are left as they are"),
)


def told(plan: Plan) -> Iterator[str]:
    """A line for each kind of difference, with some of the employee numbers."""
    found = plan.difference
    if plan.new_departments:
        yield f"{len(plan.new_departments)} new departments: {_some(['/'.join(path) for path in plan.new_departments])}"
    for name, words in KINDS:
        numbers = [each if isinstance(each, str) else each.employee_number for each in getattr(found, name)]
        if numbers or name != "kept":
            yield f"{len(numbers)} {words}" + (f": {_some(numbers)}" if numbers and name != "unchanged" else "")
    yield f"{found.lost} of {found.memberships} memberships end."


def _some(texts: Sequence[str]) -> str:
    return ", ".join(texts[:SHOWN]) + (f" and {len(texts) - SHOWN} more" if len(texts) > SHOWN else "")
