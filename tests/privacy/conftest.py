"""Pushes go to a service of one's own here too."""

from tests.nudges.conftest import service

__all__ = ["service"]
