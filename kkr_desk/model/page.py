"""What is known of one page of a file, so that nobody has to open it again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class EdgeInk:
    """Which cells of the strips along a page's visible top and bottom already hold print.

    A cell is `CELL` points square. `top` and `bottom` hold one bit a cell, row by row from the page's edge inwards,
    each row `columns` cells from the left and padded to whole bytes, most significant bit first. A set bit is print:
    an evenly dark ground is free, since a stamp reads on it.
    """

    CELL = 8
    ROWS = 8

    columns: int
    top: bytes
    bottom: bytes

    def is_free(self, *, at_top: bool, left: float, right: float, near: float, far: float) -> bool:
        """Whether a box holds no print.

        Args:
            at_top: The strip along the top edge, else the one along the bottom.
            left: Left side of the box in points from the page's visible left edge.
            right: Its right side.
            near: Distance in points from the page's edge to the nearer side of the box.
            far: Distance to the farther side; what lies outside the strip counts as free.
        """
        bits = self.top if at_top else self.bottom
        stride = (self.columns + 7) // 8
        first, last = max(int(left // self.CELL), 0), min(int(right // self.CELL), self.columns - 1)
        if last < first:
            return True
        mask = ((1 << (last - first + 1)) - 1) << (stride * 8 - 1 - last)
        for row in range(max(int(near // self.CELL), 0), min(int(far // self.CELL), self.ROWS - 1) + 1):
            if int.from_bytes(bits[row * stride : (row + 1) * stride], "big") & mask:
                return False
        return True


NO_INK = EdgeInk(columns=0, top=b"", bottom=b"")


class PageTags(StrEnum):
    """How those who listen are to be told of a page in a collection (ISO 14289-1, 7.1: all real content is tagged)."""

    TAGGED = "tagged"
    """By the tags of its own file; the page stays as it is, byte for byte."""
    TEXT = "text"
    """It has text but no tags that reach it: one `P` stands for all of it."""
    PICTURE = "picture"
    """It has neither text nor tags, as a scan: one `Figure` stands for it."""
    BLANK = "blank"
    """It shows nothing, so nothing is told of it."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of one page of a rendition, so that nobody has to open it again.

    Attributes:
        number: 1-based.
        width: Visible width in points, after rotation and UserUnit.
        height: Visible height in points.
        rotation: 0, 90, 180 or 270, clockwise.
        text: The page's text, "" for a scan.
        ink: Where its top and bottom edges hold print.
        open_states: Graphics states (`q`) its content leaves open, to be closed before a stamp; -1 when the content
            is malformed and must be enclosed in a form XObject before anything is appended to it.
        digest: Hash of all that the page shows (boxes, content, resources), see `kkr_desk.pdf.digest`.
        annotations: Hash of its annotations and where its links lead, relative to the attachment.
        tags: How those who listen are told of it.
        open_marks: Marked-content sequences (`BDC`) its content leaves open, to be closed before a stamp. Like
            `open_states` and `digest` they are those of the page without its marks, unless `tags` says TAGGED.
    """

    number: int
    width: float
    height: float
    rotation: int
    text: str = ""
    ink: EdgeInk = NO_INK
    open_states: int = 0
    digest: str = ""
    annotations: str = ""
    tags: PageTags = PageTags.BLANK
    open_marks: int = 0
