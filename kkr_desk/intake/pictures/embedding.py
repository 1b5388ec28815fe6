"""A picture's pixels as PDF holds them, unchanged unless fewer were asked for.

A JPEG and a plain PNG go in as the bytes they are, through img2pdf; black and white goes in as Group 4. What PDF has
no form for is packed anew without loss. Transparency is laid on white, which is what paper shows through it: a soft
mask would look the same, cost twice the room, and is where printers and readers of PDF differ.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

import img2pdf
import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image, ImageChops

from kkr_desk.intake.pictures.reading import Shot

BAND = 4_000_000
"""Pixels that are packed at a time, so that no second copy of a large picture is made."""
QUALITY = 85
"""Of a JPEG with fewer pixels: beyond it files grow and eyes see nothing (libjpeg's scale)."""

_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
_COMPONENTS = {"/DeviceGray": (b"GRAY", 1), "/DeviceRGB": (b"RGB ", 3), "/DeviceCMYK": (b"CMYK", 4)}
_ALPHA = frozenset({"LA", "PA", "RGBA", "La", "RGBa"})
_WIDE = frozenset({"I", "F"})


def image_of(pdf: Pdf, shot: Shot) -> Stream:
    """A picture with all its pixels.

    Args:
        pdf: Where it is to be.
        shot: The picture.

    Returns:
        An image XObject.
    """
    if shot.exact is not None:
        made = _held(pdf, shot.exact)
    elif shot.picture.mode == "1" and not _has_alpha(shot.picture):
        made = _group4(pdf, shot.picture)
    elif shot.picture.mode in {"P", "I;16", "I;16L", "I;16B"} and not _has_alpha(shot.picture):
        made = _held(pdf, _png(shot.picture))
    else:
        made = _packed(pdf, shot.picture)
    _profile(pdf, made, shot.profile)
    return made


def smaller_image_of(pdf: Pdf, shot: Shot, pixels: tuple[int, int]) -> Stream:
    """A picture with fewer pixels, as JPEG.

    Args:
        pdf: Where it is to be.
        shot: The picture, with more than two colours; see `has_shades`.
        pixels: How many are enough, across and down as they are stored.

    Returns:
        An image XObject.
    """
    size = tuple(min(enough, there) for enough, there in zip(pixels, shot.picture.size, strict=True))
    fewer = shot.picture.resize((size[0], size[1]), Image.Resampling.LANCZOS, reducing_gap=3.0)
    written = BytesIO()
    _on_white(fewer).save(written, "JPEG", quality=QUALITY, optimize=True)
    made = _held(pdf, written.getvalue())
    _profile(pdf, made, shot.profile)
    return made


def has_shades(picture: Image.Image) -> bool:
    """Whether it is of photographs' kind, and no drawing of few colours."""
    return picture.mode in {"L", "RGB", "CMYK", "YCbCr"} | _ALPHA


def _held(pdf: Pdf, data: bytes) -> Stream:
    """A JPEG or PNG file in its own bytes."""
    made = img2pdf.convert(BytesIO(data), engine=img2pdf.Engine.pikepdf, nodate=True, rotation=img2pdf.Rotation.none)
    with pikepdf.open(BytesIO(made)) as source:
        (image,) = source.pages[0].obj.Resources.XObject.values()
        stream = Stream(pdf, image.read_raw_bytes())
        for key, value in image.items():
            if key not in {"/Length", "/ColorSpace"}:
                stream[key] = _loose(value)
        stream.ColorSpace = _space(image.ColorSpace)
    return stream


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


def _group4(pdf: Pdf, picture: Image.Image) -> Stream:
    width, height = picture.size
    stream = Stream(pdf, img2pdf.transcode_monochrome(picture))
    stream.stream_dict = _image(width, height, "/DeviceGray", bits=1)
    stream.Filter = Name.CCITTFaxDecode
    stream.DecodeParms = Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=True)
    return stream


def _png(picture: Image.Image) -> bytes:
    written = BytesIO()
    plain = picture.convert("I;16") if picture.mode in {"I;16B", "I;16L"} else picture
    bare = plain.copy() if plain is picture else plain
    bare.info = {}
    bare.save(written, "PNG")
    return written.getvalue()


def _packed(pdf: Pdf, picture: Image.Image) -> Stream:
    """Flate with TIFF's predictor (ISO 32000-1, 7.4.4.4): each sample as the difference from the one to its left."""
    width, height = picture.size
    shades = _eight_bits(picture)
    rows, compressor, parts, mode = max(1, BAND // width), zlib.compressobj(), [], "L"
    for top in range(0, height, rows):
        band = _on_white(shades.crop((0, top, width, min(top + rows, height))))
        left = band.crop((-1, 0, width - 1, band.height))
        parts.append(compressor.compress(ImageChops.subtract_modulo(band, left).tobytes()))
        mode = band.mode
    parts.append(compressor.flush())
    stream = Stream(pdf, b"".join(parts))
    space = _SPACES[mode]
    stream.stream_dict = _image(width, height, space, bits=8)
    stream.Filter = Name.FlateDecode
    stream.DecodeParms = Dictionary(Predictor=2, Colors=_COMPONENTS[space][1], BitsPerComponent=8, Columns=width)
    return stream


def _image(width: int, height: int, space: str, *, bits: int) -> Dictionary:
    return Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        ColorSpace=Name(space),
        BitsPerComponent=bits,
    )


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Measurements (32 bits or fractions) as shades from the least to the most of them."""
    if picture.mode not in _WIDE:
        return picture
    least, most = (float(bound) for bound in picture.getextrema())  # type: ignore[arg-type]  # one band
    scale = 255.0 / (most - least) if most > least else 0.0
    return picture.convert("F").point(lambda value: value * scale - least * scale).convert("L")


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


def _profile(pdf: Pdf, image: Stream, profile: bytes | None) -> None:
    """Say what an image's colours mean, where its profile is one for such colours."""
    space = image.ColorSpace
    indexed = isinstance(space, Array) and space[0] == Name.Indexed
    base = str(space[1] if indexed else space)
    if profile is None or base not in _COMPONENTS or int(image.get("/BitsPerComponent", 8)) == 1:
        return
    signature, components = _COMPONENTS[base]
    if len(profile) < 128 or profile[16:20] != signature or profile[36:40] != b"acsp":
        return
    stream = Stream(pdf, profile)
    stream.N = components
    stream.Alternate = Name(base)
    based = Array([Name.ICCBased, pdf.make_indirect(stream)])
    image.ColorSpace = Array([Name.Indexed, based, space[2], space[3]]) if indexed else based
