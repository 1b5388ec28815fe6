"""The texts of an item: a small sanitised HTML, its one parser, and what comes from the clipboard. Pure."""

from kkr_desk.rich_text.document import (
    Block,
    Cell,
    Document,
    Heading,
    HeadingLevel,
    Inline,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Run,
    Table,
)
from kkr_desk.rich_text.links import link_address
from kkr_desk.rich_text.pasting import from_paste, from_plain_text
from kkr_desk.rich_text.reading import parse, sanitise, weigh
from kkr_desk.rich_text.writing import plain_text, to_html

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Heading",
    "HeadingLevel",
    "Inline",
    "LineBreak",
    "List",
    "ListItem",
    "Paragraph",
    "Run",
    "Table",
    "from_paste",
    "from_plain_text",
    "link_address",
    "parse",
    "plain_text",
    "sanitise",
    "to_html",
    "weigh",
]
