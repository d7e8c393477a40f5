"""A push service of one's own that the application may send to."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from tests.nudges.service import Service, push_service


@pytest.fixture
def service(application: Flask) -> Iterator[Service]:
    config = application.config["LOYPE"]
    with push_service() as found:
        application.config["LOYPE"] = replace(config, push_allow=found.host)
        yield found
        application.config["LOYPE"] = config
