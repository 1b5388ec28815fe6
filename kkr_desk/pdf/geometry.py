"""Visible box, rotation and unit of a page, and the way from what a reader sees to the page's own coordinates.

"Visible" points are 1/72 inch as the page is displayed: origin at the visible bottom left, rotation applied, UserUnit
multiplied in (ISO 32000-1, 14.11.2 and table 30).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pikepdf

_LETTER = (0.0, 0.0, 612.0, 792.0)  # what PDFium and pdf.js take where a page has no usable MediaBox
_MOST = 1e7


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where the visible page lies in the page's own coordinates.

    Attributes:
        box: left, bottom, right, top of CropBox within MediaBox, in user space units.
        rotation: 0, 90, 180 or 270, clockwise.
        unit: UserUnit: how many points one user space unit is.
    """

    box: tuple[float, float, float, float]
    rotation: int
    unit: float

    @property
    def size(self) -> tuple[float, float]:
        """Visible width and height in points."""
        width = (self.box[2] - self.box[0]) * self.unit
        height = (self.box[3] - self.box[1]) * self.unit
        return (height, width) if self.rotation in (90, 270) else (width, height)

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """The `cm` operands that let one draw in visible points, whatever the rotation, box and unit."""
        left, bottom, right, top = self.box
        s = 1 / self.unit
        return {
            0: (s, 0.0, 0.0, s, left, bottom),
            90: (0.0, s, -s, 0.0, right, bottom),
            180: (-s, 0.0, 0.0, -s, right, top),
            270: (0.0, -s, s, 0.0, left, top),
        }[self.rotation]


def geometry(page: pikepdf.Page) -> Geometry:
    """Read a page's geometry; boxes that are missing, empty or not numbers are replaced as viewers do."""
    obj = page.obj
    media = _box(obj.get("/MediaBox")) or _LETTER
    crop = _box(obj.get("/CropBox"))
    return Geometry(_within(crop, media) if crop else media, rotation(page), _unit(obj.get("/UserUnit")))


def visible_size(page: pikepdf.Page) -> tuple[float, float]:
    """Visible width and height of a page in points, after rotation and UserUnit."""
    return geometry(page).size


def rotation(page: pikepdf.Page) -> int:
    """How far a page is displayed turned clockwise: 0, 90, 180 or 270; anything else in the file counts as 0."""
    value = page.obj.get("/Rotate", 0)
    if not isinstance(value, (int, Decimal, float)):
        return 0
    turned = int(value) % 360
    return turned if turned % 90 == 0 else 0


def _within(crop: Sequence[float], media: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, bottom = max(crop[0], media[0]), max(crop[1], media[1])
    right, top = min(crop[2], media[2]), min(crop[3], media[3])
    return (left, bottom, right, top) if right > left and top > bottom else media


def _box(value: Any) -> tuple[float, float, float, float] | None:
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    sides: list[float] = []
    numbers: Any = value.as_list()
    for side in numbers:
        if not isinstance(side, (int, Decimal, float)) or abs(float(side)) > _MOST:
            return None
        sides.append(float(side))
    x0, y0, x1, y1 = sides
    if x0 == x1 or y0 == y1:
        return None
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _unit(value: Any) -> float:
    return float(value) if isinstance(value, (int, Decimal, float)) and 0 < float(value) < _MOST else 1.0
