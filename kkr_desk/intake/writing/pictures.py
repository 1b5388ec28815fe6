"""Pictures that stand among words: only what is sound and small enough, as JPEG or PNG."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

MOST_BYTES = 32 << 20
MOST_PIXELS = 40_000_000
"""Of a picture among words; scanned A4 pages at 600 dpi have 35 million."""
MOST_SIDE = 2400
"""Pixels along a side that are kept: 300 dpi over a page's width are 1,950."""
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "WEBP", "TIFF")
_POINTS = 0.75
"""Of a pixel, as browsers and mail programs count it (CSS 2.2, 4.3.2)."""


@dataclass(frozen=True, slots=True)
class SoundPicture:
    """A picture that can be drawn.

    Attributes:
        data: JPEG or PNG.
        width: Points it takes if nothing else is said.
        height: The same.
    """

    data: bytes
    width: float
    height: float


def sound_picture(data: bytes) -> SoundPicture | None:
    """The picture as it can be drawn; None for what is broken, too large, or no picture that we know."""
    if len(data) > MOST_BYTES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow thinks of a stranger's file helps nobody
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS or not opened.width or not opened.height:
                    return None
                return _drawn(opened, data)
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, OverflowError, MemoryError):
        return None  # Pillow's readers raise any of these for broken files
    except Image.DecompressionBombError:
        return None


def _drawn(opened: Image.Image, data: bytes) -> SoundPicture:
    turned = ImageOps.exif_transpose(opened)
    size = (turned.width * _POINTS, turned.height * _POINTS)
    small = max(turned.size) <= MOST_SIDE
    as_it_is = small and turned.size == opened.size and not opened.getexif()
    if opened.format == "JPEG" and opened.mode in {"RGB", "L"} and as_it_is:
        opened.load()
        return SoundPicture(_bare_jpeg(opened, data), *size)
    kept = turned if small else ImageOps.contain(turned, (MOST_SIDE, MOST_SIDE))
    out = io.BytesIO()
    if opened.format == "JPEG":
        kept.convert("RGB").save(out, "JPEG", quality=90)
    else:
        _on_white(kept).save(out, "PNG")
    return SoundPicture(out.getvalue(), *size)


def _bare_jpeg(opened: Image.Image, data: bytes) -> bytes:
    """A JPEG without what it says of where and by whom it was taken; such words are not carried on."""
    if set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}:
        return data
    out = io.BytesIO()
    opened.convert("RGB").save(out, "JPEG", quality=92)
    return out.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode == "P" or "transparency" in picture.info or picture.mode in {"LA", "PA", "RGBA", "La", "RGBa"}:
        picture = picture.convert("RGBA")
        ground = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(ground, picture).convert("RGB")
    return picture if picture.mode in {"L", "RGB", "1"} else picture.convert("RGB")
