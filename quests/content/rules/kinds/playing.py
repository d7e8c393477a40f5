"""Cards that are listened to and watched; each says in words what it says in sound."""

from quests.content.rules.inspection import Spot, check_each_language, check_text
from quests.content.rules.kinds.kind import Asks, Kind
from quests.content.rules.kinds.shapes import check_media
from quests.content.rules.texts import Card

LONGEST_TRANSCRIPT = 8000
"""Characters: three minutes of quick speech are half of it."""


def _check_audio(spot: Spot, card: Card) -> None:
    if "audio" in card:
        check_media(spot.at("audio"), card["audio"], described=False)
    if "transcript" in card:
        check_text(spot.at("transcript"), card["transcript"], LONGEST_TRANSCRIPT)


def _check_video(spot: Spot, card: Card) -> None:
    if "video" in card:
        check_media(spot.at("video"), card["video"], described=False)
    if "captions" in card:
        check_each_language(
            spot.at("captions"), card["captions"], lambda below, file: check_media(below, file, described=False)
        )
    if "poster" in card:
        check_media(spot.at("poster"), card["poster"], described=True)
    if card.get("transcript") is not None:
        check_text(spot.at("transcript"), card["transcript"], LONGEST_TRANSCRIPT)


PLAYING = (
    Kind(
        name="audio",
        asks=Asks.NOTHING,
        needed=frozenset({"audio", "transcript"}),
        check=_check_audio,
        lasts=lambda card: int(card["audio"].get("seconds", 0)),
    ),
    Kind(
        name="video",
        asks=Asks.NOTHING,
        needed=frozenset({"video", "captions", "poster"}),
        allowed=frozenset({"transcript"}),
        check=_check_video,
        lasts=lambda card: int(card["video"].get("seconds", 0)),
    ),
)
