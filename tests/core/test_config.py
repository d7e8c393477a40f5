"""Settings that cannot be used are told in one sentence."""

import pytest

from app.core.config import Config, Misconfigured


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"LOYPE_ENV": "staging"}, "LOYPE_ENV"),
        ({"LOYPE_PORT": "http"}, "LOYPE_PORT"),
        ({"LOYPE_HTTPS": "perhaps"}, "LOYPE_HTTPS"),
        ({"LOYPE_ENV": "production", "LOYPE_CLOCK_OFFSET_SECONDS": "60"}, "LOYPE_CLOCK_OFFSET_SECONDS"),
        ({"LOYPE_TLS_CERT": "a.pem"}, "LOYPE_TLS_KEY"),
        ({"LOYPE_ORIGIN": "loype.example.no"}, "LOYPE_ORIGIN"),
        ({"LOYPE_ORIGIN": "https://loype.example.no/"}, "LOYPE_ORIGIN"),
        ({"LOYPE_ORIGIN": "https://loype.example.no/loype"}, "LOYPE_ORIGIN"),
        ({"LOYPE_ORIGIN": "https://[loype"}, "LOYPE_ORIGIN"),
        ({"LOYPE_ORIGIN": "javascript:alert(1)"}, "LOYPE_ORIGIN"),
    ],
)
def test_what_cannot_be_used(given: dict[str, str], said: str) -> None:
    with pytest.raises(Misconfigured, match=said):
        Config.from_environment(given)


def test_the_database_lies_in_the_data_folder_by_default() -> None:
    assert Config.from_environment({"LOYPE_DATA": "/srv/loype"}).database == "sqlite:////srv/loype/loype.db"


def test_every_setting_is_explained() -> None:
    assert all(field.metadata["text"] for field in Config.__dataclass_fields__.values())
