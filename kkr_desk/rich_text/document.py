"""What a text of an item is made of: frozen values that editor, PDF, Word and mail all read.

A `Document` is always in its canonical shape: `arrange` (in `kkr_desk.rich_text.arranging`) is the one place that makes
it, so that the same content is the same value and the same bytes. In short: no empty paragraphs (space between blocks
belongs to the template), white space collapsed, neighbouring runs of one look joined, lists nested without gaps, tables
rectangular.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class HeadingLevel(IntEnum):
    """The two headings inside a text.

    1 is the section of the agenda and 2 the item, so texts begin at 3. A third level inside one item's text would be a
    sign that it belongs in a bilag.
    """

    HEADING = 3
    SUBHEADING = 4


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks the same throughout.

    Args:
        text: Without line breaks and control characters; a no-break space stands for itself ("§\u00a05").
        href: Address of a link (http, https or mailto), or empty.
    """

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within the same paragraph."""


Inline = Run | LineBreak


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Its runs are never bold: it is bold as a whole."""

    level: HeadingLevel
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One point of a list: its words and the lists below it."""

    inlines: tuple[Inline, ...]
    nested: tuple[List, ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """A list of points.

    Args:
        ordered: Numbered, or with bullets.
        items: At least one.
        start: Number of the first item; 1 for bullets. A list that goes on after a paragraph keeps its numbers.
    """

    ordered: bool
    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; empty if it has no blocks. A header row's cells are never bold: the row is as a whole."""

    blocks: tuple[Paragraph | List, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows all have the same number of cells; merged cells do not exist.

    Args:
        rows: At least one, each with at least one cell.
        header: The first row is a header, repeated on every page the table runs to.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header: bool = False


Block = Paragraph | Heading | List | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text. Empty if it has no blocks."""

    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list as a line of its own: what a source or the editor has before `arrange` nests it.

    Args:
        level: 1 for the outermost list; may skip levels.
        ordered: Numbered, or with bullets.
        inlines: The words.
        number: The number it shows, if that is known; None goes on counting.
    """

    level: int
    ordered: bool
    inlines: tuple[Inline, ...]
    number: int | None = None


Line = Paragraph | Heading | Entry


@dataclass(frozen=True, slots=True)
class LooseCell:
    """A cell before its table is made rectangular; spans as in HTML."""

    blocks: tuple[Line, ...]
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class LooseTable:
    """A table before it is made rectangular."""

    rows: tuple[tuple[LooseCell, ...], ...]


LooseBlock = Line | LooseTable
