"""The law of the boards, for longer."""

from flask import Flask
from hypothesis import HealthCheck, given, settings

from tests.leaderboards.test_law import SEASONS, Step, live


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=SEASONS)
def test_everything_derived_is_what_the_ledger_and_the_facts_say(application: Flask, steps: list[Step]) -> None:
    live(application, steps)
