"""How the pages of the preview are painted: paper, picture, marks, and the cross over what is left out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from kkr_desk.intake.preview import Hit
from kkr_desk.sentences import NOTICES, say
from kkr_desk.ui.attachment.artist import Artist
from kkr_desk.ui.attachment.page_layout import Place, tiles
from kkr_desk.ui.frame.language import language

WAITING = QColor("#e6e6e6")
"""Paper whose picture is not there yet."""
INK = QColor("#1a1a1a")
"""What is written on that paper; 13 : 1 on it."""
FOUND = QColor("#ffe14d")
CURRENT = QColor("#ffb347")
"""Marks: what was found, and the one that is looked at, which has a frame as well."""
STRUCK = QColor("#8a1f11")
"""The cross over a page that is left out, and the ground of the word that says so; white on it is 9 : 1."""


class PagePainter:
    """Paints pages.

    Args:
        artist: Where their pictures come from.
    """

    def __init__(self, artist: Artist) -> None:
        self._artist = artist
        self.marks: dict[int, list[Hit]] = {}
        self.current: Hit | None = None
        self.left_out: frozenset[int] = frozenset()

    def paint(self, area: QAbstractScrollArea, places: Iterable[Place], corner: QPoint) -> None:
        """Paint pages on a scroll area's viewport.

        Args:
            area: The scroll area.
            places: Pages that are seen.
            corner: What of the whole stands at the viewport's top left.
        """
        painter = QPainter(area.viewport())
        painter.fillRect(area.viewport().rect(), area.palette().color(QPalette.ColorRole.Mid))
        for place in places:
            rect = QRect(
                QPoint(place.left, place.top) - corner, QPoint(place.left + place.width, place.bottom) - corner
            )
            rect.adjust(0, 0, -1, -1)
            self._page(painter, place, rect, area.devicePixelRatioF())
        if area.hasFocus():
            painter.setPen(QPen(area.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(area.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _page(self, painter: QPainter, place: Place, rect: QRect, ratio: float) -> None:
        painter.fillRect(rect, WAITING)
        notice = self._artist.notice(place.page)
        if notice is not None:
            painter.setPen(INK)
            said = say(NOTICES, notice.code, language(), **dict(notice.facts))
            painter.drawText(
                rect.adjusted(16, 16, -16, -16), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, said
            )
        else:
            self._picture(painter, place, rect, ratio)
            self._marks(painter, place.page, QRectF(rect))
        if place.page in self.left_out:
            strike(painter, rect)

    def _picture(self, painter: QPainter, place: Place, rect: QRect, ratio: float) -> None:
        """The page as it was drawn for just this size; until then, in part or whole, a stretched one."""
        if self._artist.pdf is None:
            return
        areas = tiles(place, ratio)
        images = [self._artist.pictures.get(self._artist.pdf, area) for area in areas]
        if None in images:
            nearest = self._artist.pictures.nearest(self._artist.pdf, place.page, areas[0].across)
            if nearest is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(rect, nearest)
        left, top = round(rect.left() * ratio), round(rect.top() * ratio)
        for area, image in zip(areas, images, strict=True):
            if image is not None:
                image.setDevicePixelRatio(ratio)
                painter.drawImage(QPointF((left + area.left) / ratio, (top + area.top) / ratio), image)

    def _marks(self, painter: QPainter, page: int, rect: QRectF) -> None:
        for hit in self.marks.get(page, ()):
            for box in hit.boxes:
                left, top = rect.left() + box.left * rect.width(), rect.top() + box.top * rect.height()
                right, bottom = rect.left() + box.right * rect.width(), rect.top() + box.bottom * rect.height()
                mark = QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(-1, -1, 1, 1)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(mark, CURRENT if hit == self.current else FOUND)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                if hit == self.current:
                    painter.setPen(QPen(INK, 2))
                    painter.drawRect(mark.adjusted(-1, -1, 1, 1))


def strike(painter: QPainter, rect: QRect) -> None:
    """Cross out a page, and say in words that it is left out.

    Args:
        painter: Paints it.
        rect: The page.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, QColor(255, 255, 255, 150))
    painter.setPen(QPen(STRUCK, 2))
    painter.drawLine(rect.topLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomLeft())
    word = QCoreApplication.translate("PagePainter", "Udeladt")
    label = painter.fontMetrics().boundingRect(word).adjusted(-6, -3, 6, 3)
    label.moveCenter(rect.center())
    painter.fillRect(label, STRUCK)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, word)
    painter.restore()
