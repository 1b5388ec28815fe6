"""What a text looks like while it is written: as it will be printed, in the colours of the window.

The QTextDocument holds only what a text means (headings, lists, bold, addresses). Sizes and colours that follow from it
are drawn on top by `Looks`, so that a change of palette or font touches neither the text nor its undo.
"""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPalette,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from kkr_desk.rich_text.document import HeadingLevel
from kkr_desk.ui.rich_text.structure import heading_level, is_in_header_row

_HEADING_SIZES = {HeadingLevel.HEADING: 1.2, HeadingLevel.SUBHEADING: 1.0}
"""Of a heading, in sizes of the body text."""

_BORDER = QColor(128, 128, 128)
"""Of tables: a grey that is seen on white (3.9:1) and on a dark window (4.2:1), so it need not follow the palette."""

INDENT = 22.0
"""Pixels that each level of a list is moved in."""

_LINE_HEIGHT = 120.0
"""Percent of the font's own."""


def paragraph_format() -> QTextBlockFormat:
    """A paragraph of body text, with room around it (Qt keeps the larger of two neighbours' margins)."""
    found = QTextBlockFormat()
    found.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    found.setTopMargin(8)
    found.setBottomMargin(8)
    return found


def item_format() -> QTextBlockFormat:
    """An item of a list, close to its neighbours."""
    found = paragraph_format()
    found.setTopMargin(4)
    found.setBottomMargin(4)
    return found


def cell_format() -> QTextBlockFormat:
    """A paragraph in a cell, whose padding is room enough."""
    found = paragraph_format()
    found.setTopMargin(0)
    found.setBottomMargin(0)
    return found


def heading_format(level: HeadingLevel) -> QTextBlockFormat:
    """A heading, nearer to what follows than to what went before."""
    found = paragraph_format()
    found.setHeadingLevel(int(level))
    found.setTopMargin(12)
    found.setBottomMargin(4)
    return found


def list_format(*, ordered: bool, level: int, start: int = 1) -> QTextListFormat:
    """A list whose outermost level is 1."""
    found = QTextListFormat()
    bullets = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle, QTextListFormat.Style.ListSquare)
    found.setStyle(QTextListFormat.Style.ListDecimal if ordered else bullets[(level - 1) % len(bullets)])
    found.setIndent(level)
    found.setStart(start)
    return found


def table_format(*, header: bool) -> QTextTableFormat:
    """A table as wide as the text, with thin borders."""
    found = QTextTableFormat()
    found.setBorder(1)
    found.setBorderCollapse(True)
    found.setBorderBrush(QBrush(_BORDER))
    found.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    found.setCellPadding(4)
    found.setCellSpacing(0)
    found.setTopMargin(8)
    found.setBottomMargin(8)
    found.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    found.setHeaderRowCount(int(header))
    return found


def text_format(*, bold: bool = False, italic: bool = False, href: str = "") -> QTextCharFormat:
    """A run of text: what it means, not what it looks like."""
    found = QTextCharFormat()
    if bold:
        found.setFontWeight(QFont.Weight.Bold)
    if italic:
        found.setFontItalic(True)
    if href:
        found.setAnchor(True)
        found.setAnchorHref(href)
    return found


class Looks(QSyntaxHighlighter):
    """Draws headings, header rows and links over the text."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._link_colour = QColor()
        self._font = document.defaultFont()

    def follow(self, palette: QPalette, font: QFont) -> None:
        """Draw with the window's colours and font from now on."""
        colour = palette.color(QPalette.ColorRole.Link)
        if colour != self._link_colour or font != self._font:
            self._link_colour, self._font = colour, font
            self.rehighlight()  # also takes back the one that Qt has put off, which would look like an edit

    def highlightBlock(self, text: str) -> None:  # noqa: N802  Qt's name
        """Draw one block (Qt's hook)."""
        block = self.currentBlock()
        base = QTextCharFormat()
        level = heading_level(block)
        if level is not None:
            base.setFontPointSize(self._font.pointSizeF() * _HEADING_SIZES[level])
        if level is not None or is_in_header_row(block):
            base.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, len(text.encode("utf-16-le")) // 2, base)
        self._draw_links(block, base)

    def _draw_links(self, block: QTextBlock, base: QTextCharFormat) -> None:
        walk = block.begin()
        while not walk.atEnd():
            fragment = walk.fragment()
            if fragment.charFormat().isAnchor():
                look = QTextCharFormat(base)
                look.setForeground(self._link_colour)
                look.setFontUnderline(True)
                self.setFormat(fragment.position() - block.position(), fragment.length(), look)
            walk += 1
