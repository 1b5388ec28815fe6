"""The page number on every page: what it says, where it goes, and the content stream that prints it.

It is added to the page's own content, inside the visible page (CropBox within MediaBox, turned and scaled with it), in
its own graphics state, marked as a pagination artifact (ISO 32000-1, 14.8.2.2), dark with a light outline, so that it
reads on any ground without a box behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kkr_desk.index import Weight
from kkr_desk.model import EdgeInk, PageFacts, PageTags, StampPlace, Template
from kkr_desk.pdf.content import MALFORMED
from kkr_desk.pdf.geometry import Geometry
from kkr_desk.typeface.fonts import measure

FONT_RESOURCE = "/KKRSide"
"""Name of the stamp's font in a page's resources."""
CONTENT_RESOURCE = "/KKRIndhold"
"""Name of the form XObject that malformed content is enclosed in."""
STANDS_FOR = {PageTags.TEXT: "P", PageTags.PICTURE: "Figure"}
"""The structure type of the one element that stands for all a page shows, where no tags of its own tell of it."""
STOP_GAP_MCID = 0
"""Its marked content's number on the page."""

_PAD = 3.0
_SMALLEST_SHARE = 0.6
_LARGE = 900.0
"""Shorter side in points beyond which the number grows with the page: a little more than A3's."""
_TURNS = {
    StampPlace.BOTTOM_RIGHT: (StampPlace.BOTTOM_CENTRE, StampPlace.BOTTOM_LEFT, StampPlace.TOP_RIGHT),
    StampPlace.BOTTOM_CENTRE: (StampPlace.BOTTOM_RIGHT, StampPlace.BOTTOM_LEFT, StampPlace.TOP_CENTRE),
    StampPlace.BOTTOM_LEFT: (StampPlace.BOTTOM_CENTRE, StampPlace.BOTTOM_RIGHT, StampPlace.TOP_LEFT),
    StampPlace.TOP_RIGHT: (StampPlace.TOP_CENTRE, StampPlace.TOP_LEFT, StampPlace.BOTTOM_RIGHT),
    StampPlace.TOP_CENTRE: (StampPlace.TOP_RIGHT, StampPlace.TOP_LEFT, StampPlace.BOTTOM_CENTRE),
    StampPlace.TOP_LEFT: (StampPlace.TOP_CENTRE, StampPlace.TOP_RIGHT, StampPlace.BOTTOM_LEFT),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stamp's text begins and how large it is, in visible points from the visible bottom left."""

    x: float
    y: float
    size: float


def stamp_text(template: Template, page: int, pages: int) -> str:
    """What is printed on a page: "Side 4 af 180"."""
    return template.stamp_format.format(page=page, pages=pages)


def stamp_characters(template: Template) -> str:
    """Every character that stamps can consist of, sorted."""
    return "".join(sorted(set(template.stamp_format.format(page="", pages="") + "0123456789 ")))


def find_place(text: str, size: tuple[float, float], ink: EdgeInk, template: Template) -> Place:
    """Choose where a stamp goes: the template's place, nearer the edge, then the other edges; the first that is free.

    On a poster it grows with the page, so that it reads when the page is shown whole. Where nothing is free it goes to
    the template's place all the same: it reads on print too.

    Args:
        text: What is stamped.
        size: Visible width and height of the page in points.
        ink: Where the page itself prints.
        template: Preferred place, type size and margin.
    """
    width, height = size
    scale = max(min(width, height) / _LARGE, 1.0)
    margin = min(template.stamp_margin, width * 0.1, height * 0.1)
    across = max(measure(text, Weight.REGULAR, 1.0), 0.1)
    letters = min(template.stamp_size * scale, (width - 2 * margin) / across, height * 0.5)
    for place in (template.stamp_place, *_others(template.stamp_place)):
        for edge in (margin, margin * _SMALLEST_SHARE):
            found = _at(place, edge, margin, (across * letters, letters), size)
            if _is_free(found, place, across * letters, height, ink):
                return found
    return _at(template.stamp_place, margin, margin, (across * letters, letters), size)


def opening(facts: PageFacts) -> bytes:
    """What goes before a page's own content, so that its graphics state can be closed behind it.

    The content of a page whose own tags do not tell of it becomes one marked-content sequence (ISO 14289-1, 7.1).
    """
    role = STANDS_FOR.get(facts.tags)
    mark = f"/{role} <</MCID {STOP_GAP_MCID}>> BDC " if role else ""
    if facts.open_states != MALFORMED:
        return f"{mark}q\n".encode()
    return f"{mark}q {CONTENT_RESOURCE} Do Q{' EMC' if role else ''}\n".encode()


def closing(facts: PageFacts) -> bytes:
    """What goes behind a page's own content: it closes what that left open, and what `opening` opened."""
    if facts.open_states == MALFORMED:
        return b""
    marks = facts.open_marks + (facts.tags in STANDS_FOR)
    return b"\n" + b"Q\n" * (facts.open_states + 1) + b"EMC\n" * marks


def stamp_stream(
    text: str, place: Place, page: Geometry, codes: Mapping[str, bytes], facts: PageFacts, *, font: str = FONT_RESOURCE
) -> bytes:
    """The content that closes what the page left open and prints its number.

    Args:
        text: What is stamped.
        place: Where, in visible points.
        page: The page's geometry.
        codes: The stamp font's code for each character.
        facts: What is known of the page.
        font: Name of the stamp font in the page's resources.
    """
    shown = b"".join(codes[char] for char in text).hex().encode()
    a, b, c, d, e, f = page.matrix
    matrix = " ".join(_number(v) for v in (a, b, c, d, e, f)).encode()
    at = f"{_number(place.x)} {_number(place.y)}".encode()
    setting = f"{font} {_number(place.size)} Tf".encode()
    outline = _number(place.size * 0.28).encode()
    return b"".join(
        (
            closing(facts),
            b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nq ",
            matrix + b" cm 1 J 1 j [] 0 d 1 G 0.15 g " + outline + b" w\n",
            b"BT " + setting + b" 1 Tr 1 0 0 1 " + at + b" Tm <" + shown + b"> Tj ET\n",
            b"BT " + setting + b" 0 Tr 1 0 0 1 " + at + b" Tm <" + shown + b"> Tj ET\n",
            b"Q\nEMC\n",
        )
    )


def _others(place: StampPlace) -> tuple[StampPlace, ...]:
    near = _TURNS[place]
    return (*near, *(p for p in StampPlace if p is not place and p not in near))


def _at(place: StampPlace, edge: float, side: float, text: tuple[float, float], size: tuple[float, float]) -> Place:
    width, letters = text
    across, up = place.value.split("-")[1], place.value.startswith("bottom")
    x = {"right": size[0] - side - width, "left": side, "centre": (size[0] - width) / 2}[across]
    y = edge if up else size[1] - edge - letters * 0.7
    return Place(round(x, 3), round(y, 3), round(letters, 3))


def _is_free(found: Place, place: StampPlace, width: float, height: float, ink: EdgeInk) -> bool:
    at_top = place.value.startswith("top")
    low, high = found.y - found.size * 0.25 - _PAD, found.y + found.size * 0.75 + _PAD
    near, far = (height - high, height - low) if at_top else (low, high)
    return ink.is_free(at_top=at_top, left=found.x - _PAD, right=found.x + width + _PAD, near=near, far=far)


def _number(value: float) -> str:
    """A number as PDF writes it: no exponent, no trailing zeros."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if value else "0"
