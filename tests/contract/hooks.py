"""What the fuzzer cannot know by itself: how bodies look that are no JSON."""

import schemathesis
from hypothesis import strategies as st

from tests.quests.content.examples import JPEG, PNG, SVG, WEBP, module, package


@st.composite
def packages(draw: st.DrawFn) -> bytes:
    """A sound package, one with a byte changed or cut off, or anything at all."""
    whole = package(module())
    kind = draw(st.sampled_from(["whole", "changed", "cut", "anything"]))
    if kind == "anything":
        return draw(st.binary(max_size=2000))
    if kind == "cut":
        return whole[: draw(st.integers(0, len(whole)))]
    if kind == "changed":
        place = draw(st.integers(0, len(whole) - 1))
        return whole[:place] + bytes([whole[place] ^ draw(st.integers(1, 255))]) + whole[place + 1 :]
    return whole


def media() -> st.SearchStrategy[bytes]:
    """A sound picture, a part of one, or anything at all."""
    return st.sampled_from([SVG, PNG, JPEG, WEBP, PNG[:40]]) | st.binary(max_size=2000)


schemathesis.openapi.media_type("application/zip", packages())
schemathesis.openapi.media_type("application/octet-stream", media())
