"""A picture's pixels as PDF holds them, unchanged unless fewer were asked for.

A JPEG and a plain PNG go in as the bytes they are, through img2pdf; black and white goes in as Group 4. What PDF has
no form for is packed anew without loss. Transparency is laid on white, which is what paper shows through it: a soft
mask would look the same, cost twice the room, and is where printers and readers of PDF differ.
"""

from __future__ import annotations

import itertools
import math
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import img2pdf
import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops, ImageFile

from kkr_desk.intake.pictures.pages import Drawn
from kkr_desk.intake.pictures.reading import Shot

BAND = 4_000_000
"""Pixels that are packed at a time, so that no second copy of a large picture is made."""
LARGE, THOROUGHLY, QUICKLY = 12_000_000, 6, 3
"""Pixels beyond which a picture is packed less thoroughly, in half the time, and zlib's levels for both."""
FINER = 2
"""How many times as many pixels a JPEG is decoded to than are wanted of it; fewer would show."""
_REACH = 3
"""Pixels of the smaller picture from which its LANCZOS filter takes each one."""
QUALITY = 85
"""Of a JPEG with fewer pixels: beyond it files grow and eyes see nothing (libjpeg's scale)."""

_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
_SIGNATURES = {"/DeviceGray": b"GRAY", "/DeviceRGB": b"RGB ", "/DeviceCMYK": b"CMYK"}
_ALPHA = frozenset({"LA", "PA", "RGBA", "La", "RGBa"})
_ANY_PAGE = (100, 100, 100, 100)
"""A page for img2pdf, which is thrown away: one of the picture's own size may be too small or large for it."""
_WIDE = frozenset({"I", "F"})


def image_of(shot: Shot) -> Drawn:
    """A picture with all its pixels.

    Args:
        shot: The picture.
    """
    if shot.exact is not None:
        made = _held(shot.exact)
    elif shot.picture.mode == "1" and not _has_alpha(shot.picture):
        made = _group4(shot.picture)
    elif shot.picture.mode in {"P", "I;16", "I;16L", "I;16B"} and not _has_alpha(shot.picture):
        made = _held(_png(shot.picture))
    else:
        made = _packed(shot.picture)
    return replace(made, profile=_profile(made.dictionary, shot.profile))


def smaller_image_of(shot: Shot, pixels: tuple[int, int]) -> Drawn:
    """A picture with fewer pixels, as JPEG.

    Args:
        shot: The picture, with more than two colours; see `has_shades`.
        pixels: How many are enough, across and down as they are stored.
    """
    across, down = (min(enough, there) for enough, there in zip(pixels, shot.size, strict=True))
    if isinstance(shot.picture, ImageFile.ImageFile):
        shot.picture.draft(shot.picture.mode, (across * FINER, down * FINER))  # a JPEG need not be decoded finely
    written = BytesIO()
    small = across * down <= BAND * 4
    _fewer(shot.picture, (across, down)).save(written, "JPEG", quality=QUALITY, optimize=small)
    made = _held(written.getvalue())
    return replace(made, profile=_profile(made.dictionary, shot.profile))


def _fewer(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture made smaller on white, a band at a time: whole, its transparency would take as much again twice."""
    width, height = size
    scale = picture.height / height
    rows = max(1, math.floor(BAND / (picture.width * scale)))
    beyond = math.ceil(_REACH * max(1.0, scale)) + 1
    fewer: Image.Image | None = None
    for first in range(0, height, rows):
        last = min(first + rows, height)
        top, bottom = max(0, math.floor(first * scale) - beyond), min(picture.height, math.ceil(last * scale) + beyond)
        band = _on_white(picture.crop((0, top, picture.width, bottom)))
        box = (0, first * scale - top, picture.width, min(last * scale - top, band.height))
        part = band.resize((width, last - first), Image.Resampling.LANCZOS, box=box)
        fewer = fewer or Image.new(part.mode, size)
        fewer.paste(part, (0, first))
    assert fewer is not None  # noqa: S101  a picture has rows
    return fewer


def has_shades(picture: Image.Image) -> bool:
    """Whether it is of photographs' kind, and no drawing of few colours."""
    return picture.mode in {"L", "RGB", "CMYK", "YCbCr"} | _ALPHA


def _held(data: bytes) -> Drawn:
    """A JPEG or PNG file in its own bytes."""
    made = img2pdf.convert(
        BytesIO(data),
        engine=img2pdf.Engine.pikepdf,
        nodate=True,
        rotation=img2pdf.Rotation.none,
        layout_fun=lambda *_: _ANY_PAGE,
    )
    with pikepdf.open(BytesIO(made)) as source:
        (image,) = source.pages[0].obj.Resources.XObject.values()
        dictionary = Dictionary()
        for key, value in image.items():
            if key not in {"/Length", "/ColorSpace"}:
                dictionary[key] = _loose(value)
        dictionary.ColorSpace = _space(image.ColorSpace)
        return Drawn(dictionary, [image.read_raw_bytes()])


def _space(space: Any) -> Any:
    """An image's colours as img2pdf wrote them, without a profile: that is put in for all alike."""
    if isinstance(space, Array) and space[0] == Name.ICCBased:
        return Name({1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}[int(space[1].N)])
    if isinstance(space, Array) and space[0] == Name.Indexed:
        return Array([Name.Indexed, _space(space[1]), space[2], bytes(space[3])])
    return _loose(space)


def _loose(value: Any) -> Any:
    """A value without the file it stood in; numbers and such come as Python's own."""
    return pikepdf.Object.parse(value.unparse(resolved=True)) if isinstance(value, pikepdf.Object) else value


def _group4(picture: Image.Image) -> Drawn:
    width, height = picture.size
    dictionary = _image(width, height, "/DeviceGray", bits=1)
    dictionary.Filter = Name.CCITTFaxDecode
    dictionary.DecodeParms = Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=True)
    return Drawn(dictionary, [img2pdf.transcode_monochrome(picture)])


def _png(picture: Image.Image) -> bytes:
    written = BytesIO()
    plain = picture.convert("I;16") if picture.mode in {"I;16B", "I;16L"} else picture
    plain.info = {}
    plain.save(written, "PNG")
    return written.getvalue()


def _packed(picture: Image.Image) -> Drawn:
    """Flate with TIFF's predictor (ISO 32000-1, 7.4.4.4): each sample as the difference from the one to its left."""
    width, height = picture.size
    bands = _bands(picture)
    first = next(bands)
    dictionary = _image(width, height, _SPACES[first.mode], bits=8)
    dictionary.Filter = Name.FlateDecode
    components = len(first.getbands())
    dictionary.DecodeParms = Dictionary(Predictor=2, Colors=components, BitsPerComponent=8, Columns=width)
    level = THOROUGHLY if width * height <= LARGE else QUICKLY
    return Drawn(dictionary, _differences(itertools.chain([first], bands), level))


def _bands(picture: Image.Image) -> Iterator[Image.Image]:
    """A picture's rows in a mode that PDF has, some at a time."""
    width, height = picture.size
    rows, shades = max(1, BAND // width), _shades(picture)
    for top in range(0, height, rows):
        yield _on_white(shades(picture.crop((0, top, width, min(top + rows, height)))))


def _differences(bands: Iterator[Image.Image], level: int) -> Iterator[bytes]:
    compressor = zlib.compressobj(level)
    for band in bands:
        left = band.crop((-1, 0, band.width - 1, band.height))
        yield compressor.compress(ImageChops.subtract_modulo(band, left).tobytes())
    yield compressor.flush()


def _image(width: int, height: int, space: str, *, bits: int) -> Dictionary:
    return Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        ColorSpace=Name(space),
        BitsPerComponent=bits,
    )


def _shades(picture: Image.Image) -> Callable[[Image.Image], Image.Image]:
    """What makes a part of a picture 8 bits deep: measurements (32 bits or fractions) from the least to the most."""
    if picture.mode not in _WIDE:
        return lambda band: band
    least, most = (float(bound) for bound in picture.getextrema())  # type: ignore[arg-type]  # one band
    scale = 255.0 / (most - least) if most > least else 0.0
    return lambda band: band.convert("F").point(lambda value: value * scale - least * scale).convert("L")


def _on_white(band: Image.Image) -> Image.Image:
    """A part of a picture in a mode that PDF has."""
    if not _has_alpha(band):
        return band if band.mode in _SPACES else band.convert("L" if band.mode.startswith("I;16") else "RGB")
    mode, alpha = ("L", "LA") if band.mode in {"LA", "La"} else ("RGB", "RGBA")
    band = band if band.mode == alpha else band.convert(alpha)
    ground = Image.new(mode, band.size, "white")
    ground.paste(band.convert(mode), mask=band.getchannel("A"))
    return ground


def _has_alpha(picture: Image.Image) -> bool:
    return picture.mode in _ALPHA or "transparency" in picture.info


def _profile(dictionary: Dictionary, profile: bytes | None) -> bytes | None:
    """What an image's colours mean, where its profile is one for such colours."""
    space = dictionary.ColorSpace
    base = str(space[1] if isinstance(space, Array) else space)
    if profile is None or base not in _SIGNATURES or int(dictionary.get("/BitsPerComponent", 8)) == 1:
        return None
    if len(profile) < 128 or profile[16:20] != _SIGNATURES[base] or profile[36:40] != b"acsp":
        return None
    return profile
