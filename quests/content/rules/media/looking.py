"""Looking through a file of media from a stranger: what it is, what of it is kept, and what must be mended first."""

from quests.content.rules.drawings import drawing_remedies
from quests.content.rules.media import captions, mp4, rasters, sound, webm
from quests.content.rules.media.facts import MOST_BYTES, Facts, Unsound
from quests.content.rules.remedies import Remedy, remedy

LARGEST = max(MOST_BYTES.values())


def remedies_of(content: bytes) -> list[Remedy]:
    """What must be mended before a file can be let in; empty when it can."""
    if len(content) > LARGEST:
        return [remedy("media_large", most=LARGEST >> 20)]
    try:
        facts = facts_of(cleaned(content))
        most = MOST_BYTES[facts.family]
        if len(content) > most and most >> 20:
            return [remedy("media_large", most=most >> 20)]
        if len(content) > most:
            return [remedy("captions_large", most=most >> 10)]
        if facts.family == "picture" and facts.ending != "svg":
            rasters.raster_facts(cleaned(content), decoded=True)
        return drawing_remedies(content) if facts.ending == "svg" else []
    except Unsound as unsound:
        return [unsound.remedy]


def cleaned(content: bytes) -> bytes:
    """The file without what tells of its maker, his tools and where he was; again the same when it is cleaned again."""
    if rasters.raster_ending(content):
        return rasters.raster_cleaned(content)
    if mp4.is_mp4(content):
        return mp4.without_traces(content)
    return sound.without_tags(content) if sound.is_mp3(content) else content


def facts_of(content: bytes) -> Facts:
    """What a cleaned file is, told by its first bytes and its frame. Unsound when it is none of ours."""
    if rasters.raster_ending(content):
        return rasters.raster_facts(content)
    for is_one, facts in (
        (mp4.is_mp4, mp4.mp4_facts),
        (webm.is_webm, webm.webm_facts),
        (sound.is_ogg, sound.ogg_facts),
        (captions.are_captions, captions.captions_facts),
        (sound.is_mp3, sound.mp3_facts),
    ):
        if is_one(content):
            return facts(content)
    if is_drawing(content):
        return Facts("svg")
    raise Unsound("media_kind")


def is_drawing(content: bytes) -> bool:
    opening = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return opening.startswith(b"<") and b"<svg" in content[:4000]
