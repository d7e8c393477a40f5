"""A medium of the library in a module: in its draft, in force, in what was in force before; and never gone from it."""

from typing import Any

import pytest

from tests.media.make import picture
from tests.quests.authoring.drafts.test_drafts import make, save, whole
from tests.quests.authoring.media.test_library import added
from tests.world import Somebody, World


@pytest.fixture
def editor(world: World) -> Somebody:
    return world.somebody("Solbakken", "editor", name="Ingrid Nes")


def showing(document: dict[str, Any], digest: str | None) -> dict[str, Any]:
    """A draft that can be published, and shows that picture."""
    written = whole(document)
    if digest is not None:
        shown = {"media": digest, "alt": {"nb": "Et bad"}, "focus": {"x": 0.25, "y": 0.75}}
        written["cards"][0]["picture"] = shown
    return written


def uses(editor: Somebody, digest: str) -> list[tuple[str, str]]:
    told = editor.get(f"/studio/media/{digest}").json
    return [(each["title"], each["where"]) for each in told["uses"]]


def test_it_stays_while_a_draft_or_any_version_shows_it(editor: Somebody) -> None:
    digest = added(editor, picture("PNG", 80, 45))["hash"]
    where = f"/studio/media/{digest}"
    made = make(editor)
    revision = save(editor, made["id"], showing(made["document"], digest), made["revision"]).json["revision"]
    assert uses(editor, digest) == [("Fall på badet", "draft")]
    assert editor.get(where).json["alt"] == {"nb": "Et bad"}, "nobody has described it but the draft"
    assert editor.send("DELETE", where).status_code == 409
    published = editor.post(f"/studio/modules/{made['id']}/publish", {"revision": revision})
    assert published.status_code == 200
    assert uses(editor, digest) == [("Fall på badet", "published")]
    served = editor.get(f"/modules/{published.json['version']}/nb").json
    assert served["cards"][0]["picture"] == {"media": digest, "alt": "Et bad", "focus": {"x": 0.25, "y": 0.75}}
    revision = save(editor, made["id"], showing(made["document"], None), revision).json["revision"]
    assert uses(editor, digest) == [("Fall på badet", "published")]
    assert editor.post(f"/studio/modules/{made['id']}/publish", {"revision": revision}).status_code == 200
    assert uses(editor, digest) == [("Fall på badet", "earlier")]
    assert editor.send("DELETE", where).json["uses"] == [
        {"module": made["id"], "title": "Fall på badet", "where": "earlier"}
    ]
    assert editor.get(f"/media/{digest}").status_code == 200


def test_what_is_taken_away_from_under_a_draft_keeps_it_from_being_published(editor: Somebody) -> None:
    digest = added(editor, picture("PNG", 81, 45))["hash"]
    made = make(editor)
    assert editor.send("DELETE", f"/studio/media/{digest}").status_code == 204
    revision = save(editor, made["id"], showing(made["document"], digest), made["revision"]).json["revision"]
    answer = editor.post(f"/studio/modules/{made['id']}/publish", {"revision": revision})
    assert (answer.status_code, answer.json["faults"][0]["code"]) == (422, "picture_unknown")
    assert added(editor, picture("PNG", 81, 45))["hash"] == digest
    assert editor.post(f"/studio/modules/{made['id']}/publish", {"revision": revision}).status_code == 200


def test_drafts_of_any_shape_are_looked_through(editor: Somebody) -> None:
    digest = added(editor, picture("PNG", 82, 45))["hash"]
    made = make(editor)
    odd = [
        {"id": "c1", "type": "text", "picture": {"media": digest, "alt": "no object"}, "steps": [[{"media": digest}]]}
    ]
    answer = save(editor, made["id"], {**made["document"], "cards": odd}, made["revision"])
    assert answer.status_code == 200, answer.text
    assert uses(editor, digest) == [("Fall på badet", "draft")]
    assert editor.get("/studio/media").json["items"][0]["alt"] == {}
