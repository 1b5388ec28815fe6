"""The list of hits: gone through by keys or mouse, headings passed over."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from kkr_desk.store.search import Hit
from kkr_desk.ui.frame.focus import quieten
from kkr_desk.ui.search.delegate import HitDelegate
from kkr_desk.ui.search.hits import Hits

Action = QAbstractItemView.CursorAction
Key = Qt.Key
_PAGE = 5
"""Hits that Page Up and Page Down pass over."""


class HitList(QListView):
    """Shows hits; Enter or a click opens one."""

    opened = Signal(object)
    """`Hit`: it was chosen."""
    left = Signal()
    """Up was pressed on the first hit, or Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = Hits(self)
        self.setObjectName("hits")
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(self.hits, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.clicked.connect(self._open)

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show these; the same place stays chosen where it is still there, else the first."""
        before = self.hits.hit_at(self.currentIndex())
        self.hits.show(hits)
        place = self.hits.place_of(before) if before else None
        rows = self.hits.rows_of_hits()
        if rows:
            self._choose(rows[0] if place is None else place)
        if place is None:
            self.scrollToTop()

    @property
    def chosen(self) -> Hit | None:
        """The hit that Enter would open."""
        return self.hits.hit_at(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Escape leaves, Up leaves from the first hit."""
        rows = self.hits.rows_of_hits()
        is_first = bool(rows) and self.currentIndex().row() == rows[0]
        if event.key() in {Key.Key_Return, Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() == Key.Key_Escape or (event.key() == Key.Key_Up and is_first):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002, N802  Qt's
        """The hit that a key leads to; never a heading."""
        rows = self.hits.rows_of_hits()
        if not rows:
            return QModelIndex()
        here = rows.index(self.currentIndex().row()) if self.currentIndex().row() in rows else 0
        steps = {
            Action.MoveUp: -1,
            Action.MovePrevious: -1,
            Action.MoveDown: 1,
            Action.MoveNext: 1,
            Action.MovePageUp: -_PAGE,
            Action.MovePageDown: _PAGE,
            Action.MoveHome: -len(rows),
            Action.MoveEnd: len(rows),
        }
        return self.hits.index(rows[min(max(here + steps.get(action, 0), 0), len(rows) - 1)])

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:  # noqa: N802  Qt's
        """Quieter while the keys are elsewhere, such as in the field above."""
        super().initViewItemOption(option)
        quieten(self, option)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words are broken anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.hits.index(row), flag)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        hit = self.hits.hit_at(index)
        if hit is not None:
            self.opened.emit(hit)
