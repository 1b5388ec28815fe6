"""A council's logo as documents show it: read out of the store, made small, opaque and without metadata."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kkr_desk.index import IndexStyle, Logo, logo_size
from kkr_desk.model import Council, Sha256
from kkr_desk.store import Store

if TYPE_CHECKING:
    from PIL import Image

_MOST_BYTES = 10_000_000
_MOST_PIXELS = 25_000_000
"""Pixels of a picture beyond which it is not unpacked: a file of a few bytes may claim to have millions."""
_DOTS = 600 / 72
"""Pixels a point that are kept: as many as a good printer has."""
_WHITE = (255, 255, 255, 255)
_BROKEN = (OSError, SyntaxError, ValueError, LookupError, ArithmeticError, TypeError, struct.error, zlib.error)
"""What Pillow says of a picture that is none, or not all of one."""


def logo_of(store: Store, council: Council) -> Logo | None:
    """The logo that a council's documents are planned and made with.

    Args:
        store: Where the council is.
        council: Whose.

    Returns:
        None for a council without one, and where it is missing or cannot be read: documents are made all the same.
    """
    if council.logo is None:
        return None
    file = store.content.path(council.logo)
    try:
        found = file.stat()
    except OSError:
        return None
    return _read(file, council.logo, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=8)
def _read(file: Path, sha256: Sha256, size: int, _changed: int) -> Logo | None:
    """Read a logo's file; remembered, since a window plans anew at every change, until the file is another."""
    if size > _MOST_BYTES:
        return None
    try:
        data = file.read_bytes()
    except OSError:
        return None
    return make_logo(data) if hashlib.sha256(data).hexdigest() == sha256 else None


def make_logo(data: bytes, style: IndexStyle | None = None) -> Logo | None:
    """Make a picture's bytes a logo.

    Args:
        data: A PNG or JPEG.
        style: Measures of the index; the default ones without it.

    Returns:
        None when it is no such picture, or broken, or too large.
    """
    style = style or IndexStyle()
    try:
        image = _opaque(_opened(data))
        size = logo_size(image.size, style)
        image.thumbnail((round(style.logo_width * _DOTS), round(style.logo_height * _DOTS)))
        out = io.BytesIO()
        image.save(out, "PNG")
    except _BROKEN:
        return None
    return Logo(out.getvalue(), *size)


def _opened(data: bytes) -> Image.Image:
    """The picture, turned as its camera held it.

    The two kinds are opened by name: Pillow's own guessing loads, and offers to a hostile file, all that it can read.
    """
    from PIL import ImageOps, JpegImagePlugin, PngImagePlugin  # noqa: PLC0415  not before there is a logo

    kind = PngImagePlugin.PngImageFile if data.startswith(b"\x89PNG") else JpegImagePlugin.JpegImageFile
    image = kind(io.BytesIO(data))
    if image.width * image.height > _MOST_PIXELS:
        raise ValueError(image.size)
    return ImageOps.exif_transpose(image)


def _opaque(image: Image.Image) -> Image.Image:
    """A picture on white, without anything but its pixels."""
    from PIL import Image as Pillow  # noqa: PLC0415  as above

    if not image.has_transparency_data:
        return image.convert("RGB")
    ground = Pillow.new("RGBA", image.size, _WHITE)
    ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("RGB")
