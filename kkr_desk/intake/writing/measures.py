"""How blocks are set: sizes of type, spaces, and the measures of the page (points, A4)."""

from __future__ import annotations

from dataclasses import dataclass

from kkr_desk.index import IndexStyle
from kkr_desk.intake.writing.blocks import Inline, Paragraph, Words
from kkr_desk.intake.writing.lines import Line, set_lines

PAGE = IndexStyle()
"""Letters that arrive have the margins of what we write ourselves."""
MOST_PAGES = 1_000
"""Of one mail, text or web page. What has more is a book or a log, and no bilag."""
MOST_CHARACTERS = 10_000 * MOST_PAGES
"""A page holds no more than 9,200, in columns set as small as they are."""
BOTTOM = PAGE.page_height - PAGE.bottom
INDENT = 18.0
"""Points to the right for each level of a list."""
QUOTE = 12.0
"""The same for each quote."""
_SIZES = {"H1": (18.0, 23.0), "H2": (14.0, 19.0), "H3": (12.0, 17.0)}
_EMPTY = 0.6
"""Of a line, the height of one that says nothing."""
_BODY = (10.5, 15.0)
_ABOVE = {"H1": 16.0, "H2": 14.0, "H3": 11.0, "LI": 2.5, "P": 6.5}


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph in lines.

    Attributes:
        paragraph: It.
        lines: At least one.
        size: Points of its type.
        leading: Points from line to line.
        above: Points of space above it.
        left: Points from where its column begins to where its lines do.
    """

    paragraph: Paragraph
    lines: tuple[Line, ...]
    size: float
    leading: float
    above: float
    left: float

    def height_of(self, line: Line) -> float:
        """Points a line takes."""
        tallest = line.picture_height
        return max(self.leading, tallest + 6) if tallest else self.leading

    @property
    def height(self) -> float:
        """Points all lines take, with the space above."""
        return self.above + sum(map(self.height_of, self.lines))


def set_paragraph(paragraph: Paragraph, width: float, scale: float = 1.0) -> SetParagraph:
    """Set a paragraph in a column.

    Args:
        paragraph: It.
        width: Points of the column.
        scale: Of its type; tables are set smaller.
    """
    size, leading = type_size(paragraph, scale)
    left = min(paragraph.indent * INDENT + paragraph.quotes * QUOTE, width / 2)
    lines = set_lines(paragraph.inlines, width - left, size)
    if not paragraph.inlines:
        return SetParagraph(paragraph, lines, size, leading * _EMPTY, 0.0, left)
    above = 0.0 if paragraph.close else _ABOVE.get(paragraph.role, 10.0) * scale
    return SetParagraph(paragraph, lines, size, leading, above, left)


def type_size(paragraph: Paragraph, scale: float = 1.0) -> tuple[float, float]:
    """Size and leading of a paragraph's type."""
    size, leading = _SIZES.get(paragraph.role, _BODY)
    if paragraph.size:
        size, leading = paragraph.size, paragraph.size * 1.38
    elif _is_fixed(paragraph.inlines):
        size, leading = 9.0, 12.5
    return size * scale, leading * scale


def _is_fixed(inlines: tuple[Inline, ...]) -> bool:
    words = [inline for inline in inlines if isinstance(inline, Words)]
    return bool(words) and all(inline.look.fixed for inline in words)
