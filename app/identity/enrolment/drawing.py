"""QR codes as pictures."""

from io import BytesIO

import segno


def _code(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="m")


def svg_of(address: str) -> str:
    """A picture that stands by itself: black on white in any theme, quiet zone included, as large as its frame."""
    picture = BytesIO()
    _code(address).save(
        picture, kind="svg", xmldecl=False, nl=False, omitsize=True, light="#fff", svgclass=None, lineclass=None
    )
    return picture.getvalue().decode()


def png_of(address: str) -> BytesIO:
    """The same for paper: eight dots a module."""
    picture = BytesIO()
    _code(address).save(picture, kind="png", scale=8, border=4)
    picture.seek(0)
    return picture
