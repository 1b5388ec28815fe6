"""Where on which page a picture stands; pure.

A picture on A4 is never enlarged beyond its natural size, and never printed coarser than 96 dots an inch, the screen's
measure, which also counts where a file says nothing or says the 72 that cameras write without meaning it. It is turned
to landscape only where that shows it larger. A scan of a whole page, told by its dots an inch, fills the page instead:
its margins are in the picture, and a second ring of them would only make its text smaller.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from kkr_desk.model import Paper

POINTS = 72.0
MILLIMETRE = POINTS / 25.4
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)
MARGIN = 15 * MILLIMETRE
SCREEN_DPI = 96.0
"""Dots an inch of a picture that does not say; CSS Values and Units 4, section 6.2."""
COARSEST_DPI, FINEST_DPI = 36.0, 2400.0
MOST_ASPECT = 3.0
"""Dots an inch may differ so much between the axes: a fax has 204 by 98."""
PAGE_LIKE = 0.1
"""How far a scan may be from A4 and still be a whole page: US letter is."""
OWN_STATED, OWN_UNSTATED, OWN_LEAST = 1189 * MILLIMETRE, 420 * MILLIMETRE, 25.4 * MILLIMETRE
"""Longest side of a page of the picture's own size, A0 where the file states a size and A3 where not; the shortest."""

Dots = tuple[float, float]
"""Dots an inch, across and down."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page and the picture on it, in points from the lower left.

    Attributes:
        page: The page's width and height.
        corner: The picture's lower left.
        size: Its width and height.
    """

    page: tuple[float, float]
    corner: tuple[float, float]
    size: tuple[float, float]


def stated_dots(across: float, down: float) -> Dots | None:
    """Dots an inch as a file states them, where that can be meant."""
    if not all(math.isfinite(dots) and COARSEST_DPI <= dots <= FINEST_DPI for dots in (across, down)):
        return None
    if not 1 / MOST_ASPECT <= across / down <= MOST_ASPECT or (across == down and across <= SCREEN_DPI):
        return None
    return across, down


def place(pixels: tuple[int, int], dots: Dots | None, paper: Paper) -> Place:
    """Where a picture stands.

    Args:
        pixels: Its width and height as it is to be seen.
        dots: Dots an inch that it states, likewise; None without any.
        paper: Which page was chosen.
    """
    across, down = dots or (SCREEN_DPI, SCREEN_DPI)
    natural = (pixels[0] / across * POINTS, pixels[1] / down * POINTS)
    if paper is Paper.OWN:
        return _own(natural, stated=dots is not None)
    for page in (A4, (A4[1], A4[0])):
        ratios = [side / whole for side, whole in zip(natural, page, strict=True)]
        if dots is not None and all(abs(ratio - 1) <= PAGE_LIKE for ratio in ratios):
            return _centred(page, natural, min(1.0, 1 / max(ratios)))
    upright, turned = (_fitting(natural, page) for page in (A4, (A4[1], A4[0])))
    if turned > upright:
        return _centred((A4[1], A4[0]), natural, turned)
    return _centred(A4, natural, upright)


def dots_on_page(pixels: tuple[int, int], placed: Place) -> float:
    """Dots an inch at which a picture is printed, on the finer axis."""
    return max(dots / side * POINTS for dots, side in zip(pixels, placed.size, strict=True))


def _own(natural: tuple[float, float], *, stated: bool) -> Place:
    longest = OWN_STATED if stated else OWN_UNSTATED
    scale = min(1.0, longest / max(natural))
    size = (natural[0] * scale, natural[1] * scale)
    page = (max(size[0], OWN_LEAST), max(size[1], OWN_LEAST))
    return _centred(page, size, 1.0)


def _fitting(natural: tuple[float, float], page: tuple[float, float]) -> float:
    """The scale at which a picture is within the page's margins."""
    return min(1.0, *((whole - 2 * MARGIN) / side for side, whole in zip(natural, page, strict=True)))


def _centred(page: tuple[float, float], natural: tuple[float, float], scale: float) -> Place:
    width, height = natural[0] * scale, natural[1] * scale
    return Place(page, ((page[0] - width) / 2, (page[1] - height) / 2), (width, height))
