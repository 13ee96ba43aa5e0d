"""QR codes as pictures of our own page: no style in them, and nobody else asked for them."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_code(text: str) -> SafeString:
    """An SVG element as large as its box, with the quiet zone that scanners need, black on white by night too."""
    code = segno.make(text, micro=False, error="m")
    drawn = code.svg_inline(omitsize=True, svgclass="qr", lineclass=None, border=4, dark="#000", light="#fff")
    return mark_safe(drawn)  # noqa: S308 # drawn from squares; the text itself is not in it
