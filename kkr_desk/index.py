"""The index (*indholdsfortegnelse*): its rows, how they wrap, and which of its pages each stands on. Pure.

Everything is in points on an A4 page. Widths come from a measure function of the embedded font, so that window, PDF
and Word break the same lines on the same pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

MAX_ROW_LINES = 20
"""Lines of one row at most. An item and its first attachment stand on one page, so two rows must always fit on it; a
title longer than this (some 1,700 characters) ends in an ellipsis and stands in full on the divider."""

MAX_HEADING_LINES = 8
"""Lines of the index's heading at most, so that rows follow it on the first page."""

_CAPITALS = 0.66
"""Height of Source Sans Pro's capitals, as a share of the type size."""

_BREAK = re.compile(r"[^\S\u00a0\u202f]+")
"""Where a line may break: any white space except the no-break spaces of "§\u00a05"."""
_BEHIND_HYPHEN = re.compile(r"(?<=[^\s-][-\u2013])(?=[^\s-])")
"""A hyphen or dash inside a word, as in "2024-2027": the line may break behind it."""


class Weight(StrEnum):
    """Weights of the documents' one family."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"


Measure = Callable[[str, Weight, float], float]
"""Width in points of a text in a weight at a type size in points."""


@dataclass(frozen=True, slots=True)
class IndexStyle:
    """Measures of the index page, in points (A4; design.md section 6: margins 25/20 mm, 10.5 on 15)."""

    page_width: float = 595.276
    page_height: float = 841.89
    left: float = 70.87
    right: float = 56.69
    top: float = 70.87
    bottom: float = 62.0
    size: float = 10.5
    leading: float = 15.0
    heading_size: float = 20.0
    heading_leading: float = 25.0
    heading_line: float = 37.0
    indent: float = 22.0
    hanging: float = 22.0
    space_above: float = 7.0
    number_gap: float = 26.0
    logo_width: float = 170.08
    logo_height: float = 45.35
    logo_gap: float = 14.0
    logo_scale: float = 0.72

    @property
    def text_width(self) -> float:
        """Points between the margins."""
        return self.page_width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Logo:
    """A council's logo as it is printed beside the index's heading.

    Attributes:
        png: The picture, without transparency.
        width: Points it takes on the page.
        height: The same.
    """

    png: bytes = field(repr=False)
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page, in points from its top left."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One thing the index points at.

    Attributes:
        level: 1 for the index itself and for items, 2 for attachments.
        text: As printed: "2.1 Beslutningssag: …", "Bilag 1: …".
        page: 1-based page of the collection it points at: the divider.
        destination: Name of the destination in the PDF.
    """

    level: int
    text: str
    page: int
    destination: str


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One entry as set: its lines and its place.

    Attributes:
        entry: Place in the plan's entries, 0-based.
        lines: The wrapped text, at least one line.
        page: 1-based page of the index.
        top: Points from the page's top edge to the top of the first line.
    """

    entry: int
    lines: tuple[str, ...]
    page: int
    top: float


def set_rows(
    texts: Sequence[tuple[int, str]], heading_lines: int, number_width: float, measure: Measure, style: IndexStyle
) -> tuple[IndexRow, ...]:
    """Wrap the entries and put them on pages.

    An item's row is never the last on its page: it goes with its first attachment to the next one.

    Args:
        texts: Level and text of each entry, in order; the first is the index's own row.
        heading_lines: Lines of the heading on the first page.
        number_width: Width in points of the widest page number.
        measure: Widths of the embedded font.
        style: Measures of the page.
    """
    widths = {level: _row_width(level, number_width, style) for level in {level for level, _ in texts}}
    wrapped = [
        _lines(text, widths[level], measure, row_weight(level), size=style.size, hanging=style.hanging)
        for level, text in texts
    ]
    rows: list[IndexRow] = []
    page, y = 1, style.top + heading_lines * style.heading_line
    floor = style.page_height - style.bottom
    for n, (level, _) in enumerate(texts):
        above = style.space_above if level == 1 else 0.0
        height = len(wrapped[n]) * style.leading
        with_next = 0.0
        if level == 1 and n + 1 < len(texts) and texts[n + 1][0] == 2:
            with_next = len(wrapped[n + 1]) * style.leading
        if y + above + height + with_next > floor and y > style.top:
            page, y, above = page + 1, style.top, 0.0
        rows.append(IndexRow(n, wrapped[n], page, y + above))
        y += above + height
    return tuple(rows)


def row_weight(level: int) -> Weight:
    """Items are set semibold, attachments regular."""
    return Weight.SEMIBOLD if level == 1 else Weight.REGULAR


def row_left(level: int, style: IndexStyle) -> float:
    """Points from the page's left edge to the first line of a row."""
    return style.left + (style.indent if level > 1 else 0.0)


def logo_size(pixels: tuple[int, int], style: IndexStyle) -> tuple[float, float]:
    """Points that a logo takes: as large as its place, but no larger than its pixels look well (100 an inch).

    Args:
        pixels: Its width and height.
        style: Measures of the page.
    """
    across, up = pixels
    scale = min(style.logo_width / across, style.logo_height / up, style.logo_scale)
    return across * scale, up * scale


def logo_area(logo: Logo, style: IndexStyle) -> Area:
    """Where the logo stands on the first page: at the right margin, its middle that of the heading's first capitals.

    Even the tallest one begins below the page's header and ends above the first row.
    """
    middle = style.top + style.heading_size * (1 - _CAPITALS / 2)
    return Area(style.page_width - style.right - logo.width, middle - logo.height / 2, logo.width, logo.height)


def heading_width(logo: Logo | None, style: IndexStyle) -> float:
    """Points for a line of the index's heading: up to the margin, or to the logo."""
    return style.text_width if logo is None else style.text_width - logo.width - style.logo_gap


def wrap(
    text: str, width: float, measure: Measure, weight: Weight, size: float, *, hanging: float = 0.0
) -> tuple[str, ...]:
    """Break a text into lines no wider than `width` points; lines after the first are indented by `hanging`.

    Breaks at spaces and behind hyphens and dashes, as Word does, and elsewhere within a word only when it is too wide
    by itself (an address, a file name).
    """
    lines: list[str] = []
    line = ""
    room = width
    for glue, word in _pieces(text):
        joined = f"{line}{glue}{word}" if line else word
        if measure(joined, weight, size) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
            room = width - hanging
        rest = word
        while measure(rest, weight, size) > room and len(rest) > 1:
            cut = _fitting(rest, room, measure, weight, size)
            lines.append(rest[:cut])
            rest = rest[cut:]
            room = width - hanging
        line = rest
    lines.append(line)
    return tuple(lines)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The pieces a text may be broken into, each with what stands before it on the same line."""
    for word in filter(None, _BREAK.split(text)):
        glue = " "
        for piece in _BEHIND_HYPHEN.split(word):
            yield glue, piece
            glue = ""


def shorten(
    lines: tuple[str, ...], measure: Measure, weight: Weight, size: float, *, most: int, room: float
) -> tuple[str, ...]:
    """At most so many of the lines; where lines had to go the last ends in an ellipsis and fits into `room` points."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and measure(f"{last}…", weight, size) > room:
        last = last[:-1].rstrip()
    return (*lines[: most - 1], f"{last}…")


def _row_width(level: int, number_width: float, style: IndexStyle) -> float:
    """Points for a row's text, so that a leader and the number always fit beside its last line."""
    return style.page_width - style.right - row_left(level, style) - number_width - style.number_gap


@lru_cache(maxsize=4096)
def _lines(
    text: str, width: float, measure: Measure, weight: Weight, *, size: float, hanging: float
) -> tuple[str, ...]:
    """A row's lines; remembered, since a window plans anew at every move and hardly a title changes."""
    lines = wrap(text, width, measure, weight, size, hanging=hanging)
    return shorten(lines, measure, weight, size, most=MAX_ROW_LINES, room=width - hanging)


def _fitting(word: str, room: float, measure: Measure, weight: Weight, size: float) -> int:
    """How many of a word's characters fit into `room` points, at least one; a letter keeps its combining marks."""
    low, high = 1, len(word)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if measure(word[:middle], weight, size) <= room else (low, middle)
    whole = low
    while whole > 1 and unicodedata.combining(word[whole]):
        whole -= 1
    return low if unicodedata.combining(word[whole]) else whole
