"""Where the keys go: a frame around the list or text that has them, and a quieter selection in the others."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

WIDTH = 2
"""Pixels of the frame."""


def quieten(view: QWidget, option: QStyleOptionViewItem) -> None:
    """Have a view's rows drawn in the palette's inactive colours while the keys are elsewhere.

    For `QAbstractItemView.initViewItemOption`. Qt itself does so in a window that is not active alone.
    """
    if not has_keys(view):
        option.state &= ~QStyle.StateFlag.State_Active


def has_keys(view: QWidget) -> bool:
    """Whether the keys go to a view, or to an editor that is open in it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is view or view.isAncestorOf(focused))


def group_of(option: QStyleOptionViewItem) -> QPalette.ColorGroup:
    """The colours that the style would draw a row in."""
    is_active = bool(option.state & QStyle.StateFlag.State_Active)
    return QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive


class FocusFrame(QWidget):
    """A frame that goes from one list or text to the next, as the keys do. It stands in none of their ways.

    Args:
        area: Whose lists and texts it goes around. They stay as long as it does.
        parent: Where it waits, unseen, until one of them has the keys; no splitter, which would make a pane of it.
    """

    def __init__(self, area: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("focus-frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._area = area
        self._framed: QAbstractScrollArea | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's
        """Be as large as what it stands around."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  it is small
        """Draw the frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.Accent))
        painter.end()

    def _follow(self, _: QWidget | None, focused: QWidget | None) -> None:
        """The keys go elsewhere: redraw the selection that has lost them, and the one that has got them."""
        left, self._framed = self._framed, _around(focused, self._area)
        if left is self._framed:
            return
        if left is not None and shiboken6.isValid(left):
            left.removeEventFilter(self)
            _redraw(left)
        if self._framed is None:
            self.hide()
            return
        self._framed.installEventFilter(self)
        _redraw(self._framed)
        self.setParent(self._framed)
        self._fit()
        self.show()
        self.raise_()

    def _fit(self) -> None:
        if self._framed is None:
            return
        rect: QRect = self._framed.rect()
        self.setGeometry(rect)
        self.setMask(QRegion(rect).subtracted(QRegion(rect.adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH))))


def _around(focused: QWidget | None, area: QWidget) -> QAbstractScrollArea | None:
    """The list or text of an area that the keys go to; the outermost, for an editor that is open in a row."""
    found = None
    while focused is not None and focused is not area and not focused.isWindow():
        if isinstance(focused, QAbstractScrollArea):
            found = focused
        focused = focused.parentWidget()
    return found if focused is area else None


def _redraw(view: QAbstractScrollArea) -> None:
    if isinstance(view, QAbstractItemView):
        view.viewport().update()
