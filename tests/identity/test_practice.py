"""The practice post is met once by a person, whatever device they come from."""

from tests.world import World


def test_a_newcomer_has_not_met_it_and_then_has_on_every_device(world: World) -> None:
    somebody = world.somebody()
    again = world.signed_in_again(somebody)
    assert somebody.get("/me").json["settings"]["practised"] is False
    assert somebody.send("PATCH", "/me", {"practised": True}).json["settings"]["practised"] is True
    assert again.get("/me").json["settings"]["practised"] is True
    assert world.somebody().get("/me").json["settings"]["practised"] is False
    assert somebody.send("PATCH", "/me", {"practised": "yes"}).status_code == 422
    assert somebody.get("/me").json["points"] == {"total": 0, "week": 0}
