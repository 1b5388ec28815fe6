"""Where the pages of an attachment stand in the preview, and which pixels of them are seen. Pure.

Lengths are the screen's own (device-independent) pixels unless they say "dots", which are the pixels of its panel.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kkr_desk.intake.preview import MOST_ACROSS, Area

GAP = 8
"""Between pages, and around them."""
TILE = 1024
"""Dots along a tile's side, where a page is too large to be drawn at once."""
WHOLE = 2048 * 2048
"""Dots up to which a page is drawn at once."""
LEAST, MOST = 0.05, 16.0
"""Smallest and greatest scale, in pixels a point."""

Size = tuple[float, float]


class Fit(StrEnum):
    """What decides how large pages are shown."""

    WIDTH = "width"
    PAGE = "page"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one page stands in what can be scrolled through.

    Attributes:
        page: 1-based.
        left: From the left edge.
        top: From the top.
        width: Of the page.
        height: Of the page.
    """

    page: int
    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages that can be scrolled to, from the top, and the room they take."""

    places: tuple[Place, ...] = ()
    width: int = 0
    height: int = 0

    def place(self, page: int) -> Place | None:
        """Where a page stands; None when it is not among those that are laid out."""
        first = self.places[0].page if self.places else 1
        return self.places[page - first] if 0 <= page - first < len(self.places) else None

    def seen(self, top: int, bottom: int) -> Sequence[Place]:
        """The pages between two heights."""
        first = max(bisect_right(self.places, top, key=lambda place: place.top) - 1, 0)
        last = bisect_right(self.places, bottom, key=lambda place: place.top)
        return [place for place in self.places[first:last] if place.bottom >= top]

    def page_at(self, top: int, bottom: int) -> int:
        """The page that takes most of the height between two heights, the first of equals; 1 when there is none."""
        seen = self.seen(top, bottom)
        shown = [min(place.bottom, bottom) - max(place.top, top) for place in seen]
        return seen[shown.index(max(shown))].page if seen else 1


def scale_of(size: Size, fit: Fit, scale: float, view: tuple[int, int]) -> float:
    """How large a page is shown, in pixels a point.

    Args:
        size: The page in points.
        fit: What decides; a page is fitted on its own, so that a wide one among others is not smaller than they are.
        scale: The scale where nothing is fitted.
        view: Width and height there is.
    """
    width, height = max(size[0], 1.0), max(size[1], 1.0)
    if fit is not Fit.SCALE:
        scale = max(view[0] - 2 * GAP, 1) / width
        if fit is Fit.PAGE:
            scale = min(scale, max(view[1] - 2 * GAP, 1) / height)
    return max(min(scale, MOST, MOST_ACROSS / 4 / max(width, height)), min(LEAST, 8 / min(width, height)))


def lay_out(sizes: Sequence[Size], pages: range, fit: Fit, scale: float, view: tuple[int, int]) -> Layout:
    """Put pages below each other, each in the middle.

    Args:
        sizes: Of all pages, in points.
        pages: Which to lay out, 1-based.
        fit: See `scale_of`.
        scale: See `scale_of`.
        view: Width and height there is.
    """
    scales = [scale_of(sizes[page - 1], fit, scale, view) for page in pages]
    widths = [max(round(sizes[page - 1][0] * s), 1) for page, s in zip(pages, scales, strict=True)]
    heights = [max(round(sizes[page - 1][1] * s), 1) for page, s in zip(pages, scales, strict=True)]
    room = max([view[0], *(width + 2 * GAP for width in widths)])
    height = sum(heights) + GAP * (len(heights) + 1)
    top = GAP + max((view[1] - height) // 2, 0) if len(heights) == 1 else GAP
    places = []
    for page, width, page_height in zip(pages, widths, heights, strict=True):
        places.append(Place(page, (room - width) // 2, top, width, page_height))
        top += page_height + GAP
    return Layout(tuple(places), room, max(height, 0))


def tiles(place: Place, ratio: float) -> list[Area]:
    """The areas that make up a page.

    Args:
        place: Where it stands.
        ratio: Dots a pixel.
    """
    across, down = max(round(place.width * ratio), 1), max(round(place.height * ratio), 1)
    if across * down <= WHOLE:
        return [Area(place.page, across, down, 0, 0, across, down)]
    return [
        Area(place.page, across, down, left, top, min(TILE, across - left), min(TILE, down - top))
        for top in range(0, down, TILE)
        for left in range(0, across, TILE)
    ]


def seen_tiles(place: Place, ratio: float, view: tuple[int, int, int, int]) -> Iterator[Area]:
    """Those areas of a page that are seen.

    Args:
        place: Where it stands.
        ratio: Dots a pixel.
        view: Left, top, right and bottom of what is seen.
    """
    left, top = (view[0] - place.left) * ratio, (view[1] - place.top) * ratio
    right, bottom = (view[2] - place.left) * ratio, (view[3] - place.top) * ratio
    for area in tiles(place, ratio):
        if area.left < right and area.left + area.width > left and area.top < bottom and area.top + area.height > top:
            yield area
