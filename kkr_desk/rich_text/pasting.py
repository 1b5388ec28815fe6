"""What other programs put on the clipboard becomes a `Document`.

Word and Outlook write lists as paragraphs of a class of their own with the number drawn into the text; Google Docs
wraps everything in a bold element that is not bold; mails stand in tables of one cell; LibreOffice and browsers write
what they mean. Pictures, fonts, colours, scripts and whatever lies on another machine are left behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kkr_desk.rich_text.arranging import arrange
from kkr_desk.rich_text.characters import LINE_END
from kkr_desk.rich_text.document import Document, Line, LooseBlock, LooseTable, Paragraph, Run
from kkr_desk.rich_text.reading import fitting, loose_blocks

_DRAWN_MARKER = re.compile(
    r"<!(?:--)?\[if !supportLists\](?:--)?>(.{0,2000}?)<!(?:--)?\[endif\](?:--)?>", re.DOTALL | re.IGNORECASE
)
"""Word's drawn number or bullet, for programs that know no lists; bounded, so that a broken one costs little."""


def from_paste(html: str) -> Document:
    """The document of HTML from the clipboard.

    Args:
        html: As Word, Outlook, LibreOffice, Excel, a browser or Google Docs writes it. Its highest heading becomes a
            heading of ours, the ones below it subheadings.

    Raises:
        UserError: As `kkr_desk.rich_text.reading.sanitise`.
    """
    html = _DRAWN_MARKER.sub(r'<span style="mso-list:Ignore">\1</span>', html)
    return fitting(arrange(_unwrapped(loose_blocks(html, relative_headings=True))))


def from_plain_text(text: str) -> Document:
    """The document of plain text: a paragraph per line.

    Raises:
        UserError: `text-too-long`.
    """
    return fitting(arrange(Paragraph((Run(line),)) for line in LINE_END.split(text)))


def _unwrapped(blocks: list[LooseBlock]) -> Iterator[LooseBlock]:
    """The blocks without tables that only frame a text or hold nothing."""
    for block in blocks:
        if not isinstance(block, LooseTable):
            yield block
            continue
        cells = [cell for row in block.rows for cell in row]
        if len(cells) == 1:
            yield from cells[0].blocks
        elif any(_has_words(line) for cell in cells for line in cell.blocks):
            yield block


def _has_words(line: Line) -> bool:
    return any(isinstance(inline, Run) and inline.text.strip() for inline in line.inlines)
