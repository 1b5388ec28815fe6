"""The JPEG that is a picture of a TIFF file, as scanners write pages in colour (TIFF Technical Note 2)."""

from __future__ import annotations

from pathlib import Path

from PIL import ImageFile

from kkr_desk.intake.pictures import jpeg

_BITS, _COMPRESSION, _PHOTOMETRIC, _OFFSETS, _SAMPLES, _COUNTS = 258, 259, 262, 273, 277, 279
_PLANAR, _TILE_WIDTH, _TABLES = 284, 322, 347
_JPEG = 7
_GREY, _RGB, _YCBCR = 1, 2, 6
_ADOBE = b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0"
"""Adobe's marker but for its last byte, which says whether colours are YCbCr: a TIFF says that in a tag instead."""
MOST_STRIP = 64 << 20


def jpeg_alone(path: Path, picture: ImageFile.ImageFile) -> bytes | None:
    """A picture of a TIFF file as a JPEG file.

    Args:
        path: The file.
        picture: It, opened and at the picture that is meant.

    Returns:
        A JPEG file; None where the picture is not a single JPEG, or has colours that JPEG files say otherwise.
    """
    tags = picture.tag_v2  # type: ignore[attr-defined]  # a TIFF's picture
    offsets, counts = tags.get(_OFFSETS, ()), tags.get(_COUNTS, ())
    meaning, samples = tags.get(_PHOTOMETRIC), tags.get(_SAMPLES, 1)
    if tags.get(_COMPRESSION) != _JPEG or _TILE_WIDTH in tags or tags.get(_PLANAR, 1) != 1:
        return None
    if len(offsets) != 1 or len(counts) != 1 or not 4 <= counts[0] <= MOST_STRIP or set(tags.get(_BITS, ())) != {8}:
        return None
    if (meaning, samples) not in {(_GREY, 1), (_RGB, 3), (_YCBCR, 3)}:
        return None
    with path.open("rb") as file:
        file.seek(offsets[0])
        strip = file.read(counts[0])
    tables = bytes(tags.get(_TABLES, b""))
    adobe = b"" if meaning == _GREY else _ADOBE + bytes([meaning == _YCBCR])
    return jpeg.picture_alone(b"\xff\xd8" + adobe + tables[2:-2] + strip[2:])
