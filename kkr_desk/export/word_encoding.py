"""How a drawn page becomes the bytes of a picture: as few as a reader does not see the loss of."""

from __future__ import annotations

import io

from PIL import Image, ImageChops

_QUALITY = 82
_GREYS = 16
_COLOURS = 64
_COLOURED = 24
"""How far a spot's red, green and blue must lie apart, of 255, for a page to count as coloured."""
_DARK = 110
_WHITE = 250
_GREY_LEVEL = [(value * (_GREYS - 1) + 127) // 255 for value in range(256)]
_GREY_PALETTE = [level * 255 // (_GREYS - 1) for level in range(_GREYS) for _ in range(3)]


def encode(image: Image.Image) -> tuple[bytes, str]:
    """A picture as the smaller of a palette PNG and a JPEG, with its kind.

    Args:
        image: In red, green and blue.
    """
    png, jpeg = io.BytesIO(), io.BytesIO()
    if is_coloured(image):
        _few_colours(image).save(png, "PNG")
        image.save(jpeg, "JPEG", quality=_QUALITY, optimize=True)
    else:
        grey = image.convert("L")
        grey.save(jpeg, "JPEG", quality=_QUALITY, optimize=True)
        levels = grey.point(_GREY_LEVEL)
        levels.putpalette(_GREY_PALETTE)
        levels.save(png, "PNG", bits=4)
    return min((png.getvalue(), "png"), (jpeg.getvalue(), "jpeg"), key=lambda made: len(made[0]))


def _few_colours(image: Image.Image) -> Image.Image:
    """A picture in few colours; white stays white, which the mean of near-whites would not be."""
    few = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    palette = few.getpalette() or []
    colours = [palette[n : n + 3] for n in range(0, len(palette), 3)]
    few.putpalette([part for colour in colours for part in ([255] * 3 if min(colour) >= _WHITE else colour)])
    return few


def is_coloured(image: Image.Image) -> bool:
    """Whether any part of a picture is more than faintly coloured."""
    small = image.reduce(4) if min(image.size) > 16 else image
    red, green, blue = small.split()
    pairs = ((red, green), (green, blue), (red, blue))
    return any(_highest(ImageChops.difference(a, b)) > _COLOURED for a, b in pairs)


def is_dark(image: Image.Image, box: tuple[float, float, float, float]) -> bool:
    """Whether dark print reads badly in a box, given as left, top, right, bottom in shares of the picture's sides."""
    width, height = image.size
    left, top = int(box[0] * width), int(box[1] * height)
    right, bottom = max(int(box[2] * width), left + 1), max(int(box[3] * height), top + 1)
    cut = image.crop((left, top, right, bottom)).convert("L")
    counts = cut.histogram()
    return sum(counts[:_DARK]) * 2 > sum(counts)


def _highest(band: Image.Image) -> float:
    found = band.getextrema()[1]
    return max(found) if isinstance(found, tuple) else found
