"""Icons: the Lucide family's drawings in `resources/icons`, in the colours of the palette whatever that is just now."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication

from kkr_desk.paths import resource

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

SIZE = 16
"""Edge of an icon beside text, in points of the screen."""


def icon(name: str) -> QIcon:
    """An icon that follows the palette: light or dark, selected, disabled.

    Args:
        name: As lucide.dev names it, and `resources/icons` has it: "trash-2".

    Raises:
        EnvironmentFault: ``installation-damaged``: there is no such icon.
    """
    _drawing(name)
    return QIcon(_Engine(name))


class _Engine(QIconEngine):
    """Draws one icon, at any size and in the colour that its place asks for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        return _Engine(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002  Qt's
        edge = min(rect.width(), rect.height())
        square = QRectF(0, 0, edge, edge)
        square.moveCenter(QRectF(rect).center())
        _renderer(self._name, _colour(mode).name()).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        key = f"kkr-icon {self._name} {size.width()}x{size.height()} {_colour(mode).name()}"
        made = QPixmap()
        if QPixmapCache.find(key, made):
            return made
        made = QPixmap(size)
        made.fill(QColor(0, 0, 0, 0))
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        QPixmapCache.insert(key, made)
        return made


def _colour(mode: QIcon.Mode) -> QColor:
    palette = QApplication.palette()
    if mode is QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    role = QPalette.ColorRole.HighlightedText if mode is QIcon.Mode.Selected else QPalette.ColorRole.WindowText
    return palette.color(QPalette.ColorGroup.Active, role)


@cache
def _drawing(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Draws an icon with its strokes in a colour, which Qt's SVG knows no `currentColor` for; read once for each."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  not before something is drawn

    return QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", colour.encode())))
