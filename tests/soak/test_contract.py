"""The contract for longer: every phase of the fuzzer, as each role and as nobody, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import databases
from tests.contract.fuzzing import ROLES, Target, faults, target


@pytest.fixture(scope="module", params=databases.NAMES)
def aimed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    with target(request.param, tmp_path_factory.mktemp("contract")) as found:
        yield found


@pytest.mark.parametrize("role", [*ROLES, None])
def test_the_product_keeps_its_contract_for_long(aimed: Target, tmp_path: Path, role: str | None) -> None:
    if found := faults(aimed, role, tmp_path, "coverage,fuzzing", 60, seed=2026):
        pytest.fail(found, pytrace=False)
