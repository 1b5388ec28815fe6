"""Which elements of HTML are read, and which are dropped with all they hold."""

from __future__ import annotations

_PARAGRAPHS = """
    address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form header
    hr legend main nav p pre section summary
"""
_DROPPED = """
    applet audio button canvas head iframe math noembed noframes noscript object script select style svg template
    textarea title video xml
"""
_FORMATTING = "a b big code em font i nobr s small strike strong tt u"
_UNCLOSED = "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th"

BLOCKS = frozenset(_PARAGRAPHS.split())
"""Begin and end a paragraph, beside headings, lists and tables."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""Headings and their levels."""

BOLD = frozenset({"b", "strong"})
ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})

PARTING = BLOCKS | set(HEADINGS) | {"ul", "ol", "li", "table", "tr", "td", "th"}
"""End the paragraph that is open, where they begin and where they end."""

READ = PARTING | BOLD | ITALIC | {"a", "br", "del", "span", "tbody", "tfoot", "thead"}
"""All that is read; of any other element only the text within."""

DROPPED = frozenset(_DROPPED.split())
"""Their text is not part of what a person reads."""

FORMATTING = frozenset(_FORMATTING.split())
"""HTML5 opens these again in each paragraph until they are closed."""

UNCLOSED = frozenset(_UNCLOSED.split())
"""Need no end tag, so open ones cannot be counted."""
