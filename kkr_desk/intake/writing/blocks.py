"""What is laid out: paragraphs, tables, rules and page breaks, as frozen values that know no page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kkr_desk.index import Weight
from kkr_desk.typeface.fonts import Face


@dataclass(frozen=True, slots=True)
class Look:
    """How words look.

    Attributes:
        bold: Semibold.
        italic: Slanted.
        fixed: Every character equally wide.
        underlined: With a line below; a link is shown by its colour too.
        struck: With a line through.
        quiet: Grey: our own words among the writer's.
        href: Address of a link (http, https or mailto), or "".
    """

    bold: bool = False
    italic: bool = False
    fixed: bool = False
    underlined: bool = False
    struck: bool = False
    quiet: bool = False
    href: str = ""

    @property
    def face(self) -> Weight | Face:
        """What they are set in; the fixed face has no italic of its own."""
        if self.fixed:
            return Face.FIXED_BOLD if self.bold else Face.FIXED
        if self.italic:
            return Face.SEMIBOLD_ITALIC if self.bold else Face.ITALIC
        return Weight.SEMIBOLD if self.bold else Weight.REGULAR


PLAIN = Look()
QUIET = Look(italic=True, quiet=True)


@dataclass(frozen=True, slots=True)
class Words:
    """Text of one look. White space in it is where lines may break; a no-break space is one that holds."""

    text: str
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture among the words.

    Attributes:
        data: A JPEG or PNG that is sound and small enough, see `kkr_desk.intake.writing.pictures`.
        width: Points it wants.
        height: The same.
        alternate: What it shows, in words; "" if nothing says so.
    """

    data: bytes = field(repr=False)
    width: float
    height: float
    alternate: str = ""


Inline = Words | Break | Picture


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together.

    Attributes:
        inlines: What it says.
        role: Its structure type: "P", "H1" to "H6", or "LI" for a point of a list.
        label: What stands before a point of a list: "•", "2.".
        indent: Steps from the left, 1 for the points of an outermost list.
        quotes: How many quotes it stands in.
        size: Points; 0 for that of its role.
        close: Whether it follows the one above without the usual space.
    """

    inlines: tuple[Inline, ...]
    role: str = "P"
    label: str = ""
    indent: int = 0
    quotes: int = 0
    size: float = 0.0
    close: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, over so many columns."""

    paragraphs: tuple[Paragraph, ...] = ()
    header: bool = False
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells.

    Attributes:
        rows: From the left; cells that reach down from a row above are there, empty.
        ruled: Whether lines are drawn around its cells; else it only stands in columns.
        quotes: How many quotes it stands in.
    """

    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool = True
    quotes: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the page."""

    quotes: int = 0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Paragraph | Table | Rule | PageBreak


def plain_words(paragraphs: Iterable[Paragraph]) -> str:
    """What paragraphs say, on one line."""
    texts = (
        inline.text if isinstance(inline, Words) else " "
        for paragraph in paragraphs
        for inline in (*paragraph.inlines, Break())
    )
    return " ".join("".join(texts).split())
