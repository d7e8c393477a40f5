"""Whatever is sent to any operation, by anybody: what comes back is in the contract, and never a fault of ours.

By those who pass the fewest doors and the most; the soak sends more, as every role.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.fuzzing import Target, faults, target

pytestmark = pytest.mark.xdist_group("contract")  # one server for all of it
SEED = 20261124


@pytest.fixture(scope="session")
def aimed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """On PostgreSQL, which is stricter about what it keeps."""
    with target("postgresql", tmp_path_factory.mktemp("contract")) as found:
        yield found


@pytest.mark.parametrize("role", ["learner", "admin", None])
def test_the_product_keeps_its_contract(aimed: Target, tmp_path: Path, role: str | None) -> None:
    if found := faults(aimed, role, tmp_path, "fuzzing", 2 if role == "admin" else 1, SEED):
        pytest.fail(found, pytrace=False)
