"""HTML becomes a `Document`: the one parser, for what is stored and for what is pasted.

nh3 does what must be right (HTML5's rules of nesting, no scripts, no remote content) and leaves balanced tags with a
few attributes. What they mean is read here, with a stack of its own, so that no depth of nesting ends in a
RecursionError.
"""

from __future__ import annotations

import re

import nh3

from kkr_desk.errors import UserError
from kkr_desk.rich_text.arranging import arrange, check_tables
from kkr_desk.rich_text.collecting import Collector
from kkr_desk.rich_text.document import Document, LooseBlock
from kkr_desk.rich_text.elements import DROPPED, FORMATTING, READ, UNCLOSED
from kkr_desk.rich_text.links import SCHEMES
from kkr_desk.rich_text.styles import PROPERTIES
from kkr_desk.rich_text.writing import to_html

MOST_CHARACTERS = 300_000
"""Of a stored text, some hundred pages. What is longer is a bilag."""

MOST_SOURCE_CHARACTERS = 5_000_000
"""Of HTML to be read: Word writes ten to twenty times as much as the words."""

MOST_TANGLE = 20_000_000
"""Open elements times tags. html5ever looks through the open elements at many tags: 20,000 open ones take 1.4 s,
100,000 take 87 s (measured, nh3 0.3.8). A meeting's papers stay below a tenth of this."""

MOST_REOPENED = 2_000_000
"""Open formatting elements (b, i, font …) times tags: html5ever opens them again in each paragraph."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
_SURROGATES = re.compile("[\ud800-\udfff]")

_CLEANER = nh3.Cleaner(
    tags=set(READ),
    clean_content_tags=set(DROPPED),
    attributes={
        "*": {"style", "class"},
        "a": {"href"},
        "ol": {"start"},
        "li": {"value"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
    },
    filter_style_properties=set(PROPERTIES),
    url_schemes=set(SCHEMES),
    url_relative="deny",
    link_rel=None,
)


def sanitise(html: str) -> str:
    """The canonical HTML of this HTML: what is stored. The same content gives the same bytes.

    Args:
        html: Any HTML, from anywhere.

    Returns:
        The subset that `kkr_desk.rich_text.writing.to_html` describes; empty for a text without words.

    Raises:
        UserError: `text-too-long`, `text-too-tangled` or `text-table-too-large`.
    """
    return to_html(parse(html))


def parse(html: str) -> Document:
    """The document of any HTML.

    Raises:
        UserError: As `sanitise`.
    """
    return fitting(arrange(loose_blocks(html)))


def loose_blocks(html: str, *, relative_headings: bool = False) -> list[LooseBlock]:
    """The blocks of any HTML as they stand in it, for `arrange`.

    Args:
        html: Any HTML.
        relative_headings: See `Collector.blocks`.

    Raises:
        UserError: `text-too-long` or `text-too-tangled`.
    """
    if len(html) > MOST_SOURCE_CHARACTERS:
        raise _too_long()
    html = _SURROGATES.sub("", html)
    weigh(html)
    collector = Collector()
    collector.feed(_CLEANER.clean(html))
    collector.close()
    return collector.blocks(relative_headings=relative_headings)


def fitting(document: Document) -> Document:
    """The document, if it is small enough to be stored.

    Raises:
        UserError: `text-too-long` or `text-table-too-large`.
    """
    check_tables(document)
    if len(to_html(document)) > MOST_CHARACTERS:
        raise _too_long()
    return document


def weigh(html: str) -> None:
    """Refuse what html5ever would need minutes or gigabytes for; see `MOST_TANGLE` and `MOST_REOPENED`.

    Raises:
        UserError: `text-too-tangled`.
    """
    tags = depth = deepest = formatting = most_formatting = 0
    for match in _TAG.finditer(html):
        tags += 1
        name = match[2].lower()
        if name in UNCLOSED:
            continue
        step = -1 if match[1] else 1
        depth = max(0, depth + step)
        deepest = max(deepest, depth)
        if name in FORMATTING:
            formatting = max(0, formatting + step)
            most_formatting = max(most_formatting, formatting)
    if deepest * tags > MOST_TANGLE or most_formatting * tags > MOST_REOPENED:
        raise UserError("text-too-tangled")


def _too_long() -> UserError:
    return UserError("text-too-long", most=MOST_CHARACTERS)
