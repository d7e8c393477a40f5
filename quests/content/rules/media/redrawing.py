"""Photographs and other pictures as editors have them, drawn anew: nothing of the file is left but what is seen."""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from quests.content.rules.media.facts import MOST_BYTES, Unsound
from quests.content.rules.media.rasters import MOST_PIXELS, raster_cleaned, raster_ending

LONGEST_SIDE = 2400
MOST_PHOTOGRAPH = 50_000_000
"""Pixels of a JPEG, which is unpacked at half its size or less where it is larger than it is kept."""

_WAYS = ((82, LONGEST_SIDE), (70, 1800), (50, 1200))
"""Quality and longest side, each tried where the one before gives more than is kept."""

_FEW_COLOURS = 64  # a grey photograph has 256
_HEIC = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_SRGB = ImageCms.createProfile("sRGB")


def picture_form(content: bytes) -> str | None:
    """What Pillow calls the form that these first bytes tell of, `HEIC` too; None where it is no picture of pixels."""
    brands = content[8:12] + content[16:40] if content[4:8] == b"ftyp" else b""
    if b"avif" in brands or b"avis" in brands:
        return "AVIF"
    if brands[:4] in _HEIC:
        return "HEIC"
    ending = raster_ending(content)
    if ending is None:
        return "GIF" if content[:6] in (b"GIF87a", b"GIF89a") else None
    return {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}[ending]


def redrawn(content: bytes) -> bytes:
    """The picture as WebP: turned as it is meant, at most 2,400 pixels wide and high, of animations the first moment.

    What is around, behind or between the pixels is gone: places, makers, profiles, other files. Unsound where it is
    no whole picture, or one of more pixels than are unpacked; that is seen before anything is.
    """
    form = picture_form(content)
    if form == "HEIC":
        raise Unsound("picture_heic")
    try:
        with Image.open(BytesIO(_whole(content)), formats=[str(form)]) as picture:
            most = MOST_PHOTOGRAPH if form == "JPEG" else MOST_PIXELS
            if picture.width * picture.height > most:
                raise Unsound("picture_pixels", most=most // 10**6)
            picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
            return _written(_seen(picture))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unsound("picture_pixels", most=MOST_PIXELS // 10**6) from error
    except (OSError, SyntaxError, ValueError, TypeError, IndexError, EOFError, OverflowError, MemoryError) as error:
        raise Unsound("picture_damaged") from error


def _whole(content: bytes) -> bytes:
    """The picture without its traces where it can be walked through; one that is cut off is refused."""
    if raster_ending(content) is None:
        return content
    try:
        return raster_cleaned(content)
    except Unsound as unsound:
        if unsound.remedy.code != "media_after":
            raise
        return content  # what follows the picture is not drawn


def _seen(picture: Image.Image) -> Image.Image:
    """The pixels as they are meant to be seen, and no more of them than are kept."""
    seen = ImageOps.exif_transpose(picture)
    profile = seen.info.get("icc_profile")
    if seen.mode in ("I", "I;16", "I;16B", "F"):
        seen = seen.convert("I").point(lambda value: value / 256).convert("L")
    if profile and seen.mode in ("RGB", "CMYK"):
        seen = _in_common_colours(seen, profile)
    seen = seen.convert("RGBA" if seen.has_transparency_data else "RGB")
    seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    seen.info = {}
    return seen


def _in_common_colours(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        found = ImageCms.ImageCmsProfile(BytesIO(profile))
        changed = ImageCms.profileToProfile(picture, found, _SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture
    return changed or picture


def _written(picture: Image.Image) -> bytes:
    """Drawings of few colours without loss, all else as good as it can be within what is kept."""
    if picture.getcolors(_FEW_COLOURS) is not None:
        content = _as_webp(picture, lossless=True)
        if len(content) <= MOST_BYTES["picture"]:
            return content
    for quality, side in _WAYS:
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
        content = _as_webp(picture, quality=quality)
        if len(content) <= MOST_BYTES["picture"]:
            return content
    raise Unsound("media_large", most=MOST_BYTES["picture"] >> 20)


def _as_webp(picture: Image.Image, **saving: object) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "WEBP", method=4, exif=b"", xmp=b"", icc_profile=b"", **saving)
    return buffer.getvalue()
