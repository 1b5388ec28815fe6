"""Showing a PDF in the window: pictures of its pages, and where words stand on them. Done in a worker process.

This module is what the window loads, so it imports no PDF library; its functions do when they run. They raise for no
file, however bad: what is wrong comes back as a notice.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kkr_desk.model import Notice
from kkr_desk.progress import Progress
from kkr_desk.worker import Limits

MOST_PIXELS = 4096 * 4096
"""Largest picture that is drawn; a larger area is refused, since nobody's screen shows it."""
MOST_ACROSS = 40_000
"""Longest side in pixels of a whole page that a picture may be a part of."""
PREVIEW_LIMITS = Limits(seconds=20.0, memory=3 << 30)
"""What one call may take. A page that is slow to draw is given up long before, see `preview_pdf.DRAWING_SECONDS`."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a page to be drawn, in pixels of the whole page's picture.

    Attributes:
        page: 1-based.
        across: Width of the whole page.
        down: Its height.
        left: Where the part begins.
        top: The same.
        width: How wide the part is.
        height: How high.
    """

    page: int
    across: int
    down: int
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page, drawn as a reader shows it: turned, cropped, with comments and form fields, on white.

    Attributes:
        area: Which part.
        pixels: Row by row from the top, four bytes a pixel: blue, green, red and one without meaning.
    """

    area: Area
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of drawing.

    Attributes:
        pictures: Those that were drawn, in the order in which they were asked for; the others were not begun.
        notices: By page, why it cannot be shown.
        notice: Why nothing of the file can be shown.
    """

    pictures: tuple[Picture, ...] = ()
    notices: tuple[tuple[int, Notice], ...] = ()
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A box on a page as it is seen, in shares of its width and height from the top left: 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where words were found.

    Attributes:
        page: 1-based.
        boxes: What to mark, a box a line; at least one.
    """

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What came of looking for words.

    Attributes:
        hits: In the order of the pages and of their text.
        next_page: Where to go on; None when the last page was looked at.
        notice: Why the file cannot be searched.
    """

    hits: tuple[Hit, ...] = ()
    next_page: int | None = None
    notice: Notice | None = None


def draw_areas(path: Path, areas: tuple[Area, ...], seconds: float, *, progress: Progress) -> Drawn:
    """Draw parts of pages; small ones of whole pages are thumbnails.

    Args:
        path: The PDF. It is kept open for the next call.
        areas: What to draw, most wanted first.
        seconds: After so long no further one is begun; at least one is drawn.
        progress: Asked whether to go on.
    """
    from kkr_desk.intake.preview_pdf import draw  # noqa: PLC0415  only in the worker: see the module's docstring

    return draw(path, areas, seconds, progress)


def find_words(path: Path, words: tuple[str, ...], first_page: int, seconds: float, *, progress: Progress) -> Found:
    """Find words in a PDF, page by page; see `kkr_desk.intake.preview_words`.

    Args:
        path: The PDF. It is kept open for the next call.
        words: Words or phrases; each of their places is a hit.
        first_page: 1-based, where to begin.
        seconds: After so long no further page is begun; at least one is looked at.
        progress: Asked whether to go on.
    """
    from kkr_desk.intake.preview_pdf import find  # noqa: PLC0415  as above

    return find(path, words, first_page, seconds, progress)


def close_file(*, progress: Progress) -> None:  # noqa: ARG001  every job is given it
    """Let go of the file that is kept open."""
    from kkr_desk.intake.preview_pdf import close  # noqa: PLC0415  as above

    close()
