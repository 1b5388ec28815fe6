"""How the index is drawn: as the printed page, on white paper also where the window is dark.

A row's delegate draws the stretch of paper that it stands on. Everything is measured in points of the page, as the plan
has it, and drawn at the width there is. Places and sizes are those of `kkr_desk.export.pages`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import font_source_sans_pro
from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kkr_desk.index import IndexStyle, Logo, Weight, logo_area, row_left, row_weight
from kkr_desk.plan import Plan
from kkr_desk.typeface.widths import measure
from kkr_desk.ui.index.rows import Index, IndexRows, Slice

MARGIN = 12
"""Pixels around each page."""
WIDEST = 1.5
"""Pixels a point at most: a page does not get larger than it is read well."""

_PAPER, _TEXT, _QUIET, _LEADER = QColor("#ffffff"), QColor("#212121"), QColor("#666666"), QColor("#b8b8b8")
_EDGE, _MARKED, _BAR = QColor("#c4c8ce"), QColor("#dce9f7"), QColor("#1f5f9e")
_FINE = 10
"""Units of the painter a point: a font's size in pixels is a whole number."""
_HEADER_BASELINE, _HEADER_SIZE = 50.0, 9.5
_DOT, _DOT_STEP = 0.9, 3.6


class PaperDelegate(QStyledItemDelegate):
    """Draws the rows of the index on paper."""

    def __init__(self, model: IndexRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.width = 0
        """Pixels that the list has."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        """The row's stretch of paper, and what lies between the pages."""
        part, plan = self._model.slice_at(index), self._model.plan
        if part is None or plan is None:
            return QSize()
        scale = self._scale(plan.style)
        is_end = index.row() == self._model.rowCount() - 1
        return QSize(0, round(part.bottom * scale) - round(part.top * scale) + MARGIN * (part.is_first + is_end))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a stretch of paper with its row."""
        part, plan = self._model.slice_at(index), self._model.plan
        if part is None or plan is None:
            return
        scale = self._scale(plan.style)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        left = option.rect.left() + (self.width - plan.style.page_width * scale) / 2
        top = option.rect.top() + (MARGIN if part.is_first else 0)
        paper = QRectF(left, top, plan.style.page_width * scale, round(part.bottom * scale) - round(part.top * scale))
        _draw_paper(painter, paper, part)
        painter.translate(left, top - round(part.top * scale))
        painter.scale(scale / _FINE, scale / _FINE)
        _Page(plan, painter).draw(part, option)
        painter.restore()

    def _scale(self, style: IndexStyle) -> float:
        """Pixels a point."""
        return min(max(self.width - 2 * MARGIN, 1) / style.page_width, WIDEST)


def _draw_paper(painter: QPainter, paper: QRectF, part: Slice) -> None:
    painter.fillRect(paper, _PAPER)
    painter.setPen(QPen(_EDGE, 1))
    edges = [QLineF(paper.topLeft(), paper.bottomLeft()), QLineF(paper.topRight(), paper.bottomRight())]
    if part.is_first:
        edges.append(QLineF(paper.topLeft(), paper.topRight()))
    if part.is_last:
        edges.append(QLineF(paper.bottomLeft() + QPointF(0, -1), paper.bottomRight() + QPointF(0, -1)))
    painter.drawLines(edges)


class _Page:
    """Draws in points of the page, from its top left."""

    def __init__(self, plan: Plan, painter: QPainter) -> None:
        self._plan = plan
        self._style = plan.style
        self._painter = painter

    def draw(self, part: Slice, option: QStyleOptionViewItem) -> None:
        if part.is_first:
            self._header()
        if part.is_first and part.row.page == 1:
            if self._plan.logo is not None:
                self._logo(self._plan.logo)
            for n, line in enumerate(self._plan.heading):
                baseline = self._style.top + self._style.heading_size + n * self._style.heading_leading
                self._text(self._style.left, baseline, line, Weight.SEMIBOLD, self._style.heading_size)
        self._mark(part, option)
        self._row(part)

    def _header(self) -> None:
        meeting, right = self._plan.agenda.meeting, self._style.page_width - self._style.right
        date = meeting.date_in_words
        start = right - measure(date, Weight.REGULAR, _HEADER_SIZE)
        self._text(self._style.left, _HEADER_BASELINE, meeting.council, Weight.SEMIBOLD, _HEADER_SIZE, _QUIET)
        self._text(start, _HEADER_BASELINE, date, Weight.REGULAR, _HEADER_SIZE, _QUIET)

    def _logo(self, logo: Logo) -> None:
        area = logo_area(logo, self._style)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.drawImage(_fine(area.left, area.top, area.width, area.height), _picture(logo.png))

    def _mark(self, part: Slice, option: QStyleOptionViewItem) -> None:
        """What is selected has a bar beside it; what the keys have come to, a frame."""
        top, height = part.row.top + 0.5, len(part.row.lines) * self._style.leading - 1
        right = self._style.page_width - self._style.right + 6
        area = _fine(self._style.left - 8, top, right - self._style.left + 8, height)
        if option.state & QStyle.StateFlag.State_Selected:
            self._painter.fillRect(area, _MARKED)
            self._painter.fillRect(_fine(self._style.left - 12, top, 3, height), _BAR)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._painter.setPen(QPen(_BAR, _FINE))
            self._painter.drawRect(area)

    def _row(self, part: Slice) -> None:
        style, row, weight = self._style, part.row, row_weight(part.entry.level)
        left, right = row_left(part.entry.level, style), style.page_width - style.right
        x = baseline = 0.0
        for n, line in enumerate(row.lines):
            x = left + (style.hanging if n else 0.0)
            baseline = row.top + n * style.leading + style.size
            self._text(x, baseline, line, weight, style.size)
        number = str(part.entry.page)
        start = right - measure(number, weight, style.size)
        self._leader(x + measure(row.lines[-1], weight, style.size) + 6, start - 6, baseline)
        self._text(start, baseline, number, weight, style.size)

    def _leader(self, left: float, right: float, baseline: float) -> None:
        """Dots from the right, so that they stand in columns."""
        if right - left < 4:
            return
        self._painter.setPen(_dots())
        self._painter.drawLine(QPointF(right, baseline + 0.1) * _FINE, QPointF(left, baseline + 0.1) * _FINE)

    def _text(  # noqa: PLR0917  where, what and how, as in the documents
        self, x: float, baseline: float, text: str, weight: Weight, size: float, colour: QColor = _TEXT
    ) -> None:
        self._painter.setFont(_font(weight, size))
        self._painter.setPen(colour)
        self._painter.drawText(QPointF(x, baseline) * _FINE, text)


def _fine(left: float, top: float, width: float, height: float) -> QRectF:
    return QRectF(left * _FINE, top * _FINE, width * _FINE, height * _FINE)


@lru_cache(maxsize=4)
def _picture(png: bytes) -> QImage:
    """A logo's picture."""
    return QImage.fromData(png)


@cache
def _dots() -> QPen:
    """A line of dots: dashes of next to no length with round ends."""
    pen = QPen(_LEADER, _DOT * _FINE, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, _DOT_STEP / _DOT - 0.01])
    return pen


@cache
def _font(weight: Weight, size: float) -> QFont:
    """The documents' own type at a size in points of the page, set as reportlab sets it: without kerning."""
    font = QFont(_family())
    font.setPixelSize(round(size * _FINE))
    font.setWeight(QFont.Weight.DemiBold if weight is Weight.SEMIBOLD else QFont.Weight.Normal)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def _family() -> str:
    """The name that Qt knows the documents' type by, once it is loaded."""
    folder = Path(font_source_sans_pro.font_directory)
    loaded = [QFontDatabase.addApplicationFont(str(folder / f"SourceSansPro-{name}.ttf")) for name in _WEIGHTS]
    return QFontDatabase.applicationFontFamilies(loaded[0])[0]


_WEIGHTS = ("Regular", "Semibold")
