"""How a hit is drawn: where it stands, and below it the words around what was found, which is bold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kkr_desk.store.search import Hit
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.search.hits import Heading, Hits, Index
from kkr_desk.ui.search.words import ICONS, meeting_text, page_text, place_text

ICON = 16
GAP = 8
PADDING = 6
HEADING_SPACE = 12
_LINES = 2
"""Of a snippet."""
_BOLDEST = 1.25
"""How much wider a text may be when all of it is bold, with some to spare."""


class HitDelegate(QStyledItemDelegate):
    """Draws headings and hits."""

    def __init__(self, model: Hits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._icons: dict[str, QIcon] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading has one line; a hit one and those of its words."""
        row = self._model.row_of(index)
        line = QFontMetrics(option.font).lineSpacing()
        if not isinstance(row, Hit):
            return QSize(0, line + HEADING_SPACE + PADDING)
        lines = _line_count(row.snippet, row.marks, option.font, _width(option))
        return QSize(0, line * (1 + lines) + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row = self._model.row_of(index)
        painter.save()
        painter.setClipRect(option.rect)
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row)
        elif row is not None:
            self._paint_hit(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Heading) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        room = option.rect.adjusted(GAP, HEADING_SPACE, -GAP, -PADDING)
        text = QFontMetrics(font).elidedText(meeting_text(row.meeting), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        cell = QStyleOptionViewItem(option)
        cell.text = ""
        widget: QWidget | None = option.widget  # None where a test draws without a view
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, option.widget)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        painter.setFont(option.font)
        metrics = QFontMetrics(option.font)
        top = option.rect.top() + PADDING
        self._paint_icon(painter, option, hit, is_selected=is_selected)
        line = QRect(option.rect.left() + 2 * GAP + ICON, top, _width(option), metrics.lineSpacing())
        page = page_text(hit)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, page)
        room = line.width() - (metrics.horizontalAdvance(page) + GAP if page else 0)
        place = metrics.elidedText(place_text(hit), Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, place)
        words = _laid_out(hit.snippet, hit.marks, option.font, _width(option))
        words.draw(painter, QPointF(line.left(), top + metrics.lineSpacing()))

    def _paint_icon(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit, *, is_selected: bool) -> None:
        name = ICONS[hit.kind]
        if name not in self._icons:
            self._icons[name] = icon(name)
        top = option.rect.top() + PADDING + (QFontMetrics(option.font).lineSpacing() - ICON) // 2
        square = QRect(option.rect.left() + GAP, top, ICON, ICON)
        mode = QIcon.Mode.Selected if is_selected else QIcon.Mode.Normal
        self._icons[name].paint(painter, square, Qt.AlignmentFlag.AlignCenter, mode)


def _width(option: QStyleOptionViewItem) -> int:
    """Pixels for words beside the icon."""
    return max(option.rect.width() - ICON - 3 * GAP, 1)


def _line_count(text: str, marks: Sequence[tuple[int, int]], font: QFont, width: int) -> int:
    """Lines that a snippet takes; of two hundred, few must be laid out to tell."""
    advance = QFontMetrics(font).horizontalAdvance(text)
    if advance * _BOLDEST <= width:
        return 1
    return _LINES if advance > width else _laid_out(text, marks, font, width).lineCount()


def _laid_out(text: str, marks: Sequence[tuple[int, int]], font: QFont, width: int) -> QTextLayout:
    """A snippet in as many lines as it may have, what was found in bold; dots stand for the rest."""
    layout = _lines(text, marks, font, width)
    if layout.lineCount() <= _LINES:
        return layout
    last = layout.lineAt(_LINES - 1)
    room = width - QFontMetrics(font).horizontalAdvance(" …")
    shown = text[: last.xToCursor(room)]
    whole = shown.rsplit(" ", 1)[0] if " " in shown[last.textStart() :] else shown
    kept = [(start, min(end, len(whole))) for start, end in marks if start < len(whole)]
    return _lines(f"{whole.rstrip(' ,·')} …", kept, font, width, most=_LINES)


def _lines(
    text: str, marks: Sequence[tuple[int, int]], font: QFont, width: int, *, most: int | None = None
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_bold(start, end) for start, end in marks])
    layout.beginLayout()
    top = 0.0
    while most is None or layout.lineCount() < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += QFontMetrics(font).lineSpacing()
    layout.endLayout()
    return layout


def _bold(start: int, end: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, end - start
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    found.format = form
    return found
