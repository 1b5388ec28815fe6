"""A `Document` as HTML and as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from kkr_desk.rich_text.document import (
    Block,
    Cell,
    Document,
    Heading,
    Inline,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Run,
    Table,
)


def to_html(document: Document) -> str:
    """The document in the canonical subset: p, h3, h4, ul, ol (start), li, table, tr, th, td, strong, em, a (href), br.

    One block a line, so that two versions of a text can be compared line by line.
    """
    return "\n".join(_block(block) for block in document.blocks)


def plain_text(document: Document) -> str:
    """The words alone, for search and for programs that take no formatting: a line per paragraph, item and row."""
    return "\n".join(line for block in document.blocks for line in _lines(block))


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_inlines(block.inlines)}</p>"
    if isinstance(block, Heading):
        return f"<h{block.level:d}>{_inlines(block.inlines)}</h{block.level:d}>"
    if isinstance(block, List):
        return _list(block)
    rows = (_row(row, "th" if block.header and number == 0 else "td") for number, row in enumerate(block.rows))
    return f"<table>{''.join(rows)}</table>"


def _list(part: List) -> str:
    tag = "ol" if part.ordered else "ul"
    start = f' start="{part.start}"' if part.start != 1 else ""
    return f"<{tag}{start}>{''.join(_item(item) for item in part.items)}</{tag}>"


def _item(item: ListItem) -> str:
    return f"<li>{_inlines(item.inlines)}{''.join(_list(nested) for nested in item.nested)}</li>"


def _row(row: Sequence[Cell], tag: str) -> str:
    cells = (f"<{tag}>{''.join(_block(block) for block in cell.blocks)}</{tag}>" for cell in row)
    return f"<tr>{''.join(cells)}</tr>"


def _inlines(inlines: Sequence[Inline]) -> str:
    found = []
    for href, group in groupby(inlines, key=lambda inline: None if isinstance(inline, LineBreak) else inline.href):
        text = "".join(_bold(list(runs)) for _, runs in groupby(group, key=_is_bold))
        found.append(f'<a href="{escape(href)}">{text}</a>' if href else text)
    return "".join(found)


def _is_bold(inline: Inline) -> bool:
    return isinstance(inline, Run) and inline.bold


def _bold(inlines: Sequence[Inline]) -> str:
    text = "".join(_italic(inline) for inline in inlines)
    return f"<strong>{text}</strong>" if _is_bold(inlines[0]) else text


def _italic(inline: Inline) -> str:
    if isinstance(inline, LineBreak):
        return "<br>"
    text = escape(inline.text, quote=False)
    return f"<em>{text}</em>" if inline.italic else text


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | Heading):
        yield from _words(block.inlines).split("\n")
    elif isinstance(block, List):
        for item in block.items:
            yield from _words(item.inlines).split("\n")
            for nested in item.nested:
                yield from _lines(nested)
    elif isinstance(block, Table):
        for row in block.rows:
            yield "\t".join(" ".join(line for part in cell.blocks for line in _lines(part)) for cell in row)


def _words(inlines: Sequence[Inline]) -> str:
    return "".join("\n" if isinstance(inline, LineBreak) else inline.text for inline in inlines)
