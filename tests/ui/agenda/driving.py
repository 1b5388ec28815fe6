"""What a user does in the agenda pane, and what they see there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTreeView, QWidget

from kkr_desk.ui.agenda import AgendaPane
from kkr_desk.ui.agenda.words import Column
from kkr_desk.ui.desk import Desk
from tests.ui.desks import settle

Key = Qt.Key
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
START = [
    "1 Velkomst og godkendelse af dagsorden",
    "2 Temaer og sager til drøftelse",
    "  2.1 Nærhed og sammenhæng i det nye sundhedsråd",
    "    Bilag 1 Faktaark om sundhedsrådet",
    "    Bilag 2 Notat om nære sundhedstilbud",
    "  2.2 Fordeling af flygtninge 2027",
    "    Bilag 1 Landstal og kommunekvoter 2027",
    "    Bilag 2 Høringssvar fra handicaprådene",
    "3 Eventuelt",
]
"""The rows of the small store's meeting, as `Driver.rows` gives them."""


class Driver:
    """Keys and mouse on one hand, eyes on the other. Rows are known by the beginnings of their titles."""

    def __init__(self, desk: Desk, pane: AgendaPane) -> None:
        self.desk = desk
        self.pane = pane
        found = pane.findChild(QTreeView, "agenda-tree")
        assert isinstance(found, QTreeView)
        self.tree = found
        self._is_over = False

    # -- eyes

    def rows(self) -> list[str]:
        """Number and title of every row, indented as it stands."""
        lines = []
        waiting = [(index, 0) for index in self._under(QModelIndex())]
        while waiting:
            index, level = waiting.pop(0)
            lines.append("  " * level + f"{index.siblingAtColumn(Column.NUMBER).data()} {index.data()}")
            waiting[0:0] = [(child, level + 1) for child in self._under(index.siblingAtColumn(Column.NUMBER))]
        return lines

    def row(self, title: str) -> QModelIndex:
        """The row whose title begins so."""
        waiting = self._under(QModelIndex())
        while waiting:
            index = waiting.pop(0)
            if str(index.data()).startswith(title):
                return index
            waiting += self._under(index.siblingAtColumn(Column.NUMBER))
        raise AssertionError(f"{title} is not among {self.rows()}")

    def cell(self, title: str, column: Column) -> str:
        """What stands in a column of a row."""
        return str(self.row(title).siblingAtColumn(column).data())

    def current(self) -> str:
        """Title of the current row."""
        return str(self.tree.currentIndex().siblingAtColumn(Column.TITLE).data())

    def selected(self) -> list[str]:
        """Titles of the selected rows."""
        indexes = self.tree.selectionModel().selectedRows(Column.TITLE)
        return [str(index.data()) for index in sorted(indexes, key=lambda i: self.tree.visualRect(i).top())]

    def editor(self) -> QLineEdit:
        """The line that is being written in."""
        found = self._writing()
        line = found.lineEdit() if isinstance(found, QComboBox) else found
        assert isinstance(line, QLineEdit), "no row is being written in"
        return line

    def choices(self) -> list[str]:
        """What can be chosen where it is being written."""
        found = self._writing()
        assert isinstance(found, QComboBox)
        return [found.itemText(n) for n in range(found.count())]

    def is_writing(self) -> bool:
        """Whether a row is being written in."""
        return self._writing() is not None

    def _writing(self) -> QWidget | None:
        editors = self.tree.viewport().findChildren(QWidget, "agenda-editor")
        return next((editor for editor in editors if editor.isVisible()), None)

    # -- hands

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
        """Press a key where the focus is, and wait until all is done."""
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.tree, key, modifier)
            self.settle()

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        for letter in text:
            QTest.keyClicks(QApplication.focusWidget() or self.tree, letter)

    def click(self, title: str, modifier: Qt.KeyboardModifier = NONE, *, column: Column = Column.TITLE) -> None:
        """Click on a row."""
        at = self.point(title, column=column)
        QTest.mouseClick(self.tree.viewport(), Qt.MouseButton.LeftButton, modifier, at)
        self.settle()

    def select(self, *titles: str) -> None:
        """Click on the first row, and with Ctrl on the others."""
        self.click(titles[0])
        for title in titles[1:]:
            self.click(title, CTRL)

    def undo(self) -> str | None:
        """Undo, as the window's Ctrl+Z does; returns the label it had."""
        label = self.desk.undoable.undo
        self.desk.undo()
        self.settle()
        return label

    def settle(self) -> None:
        """Wait until all is done."""
        settle(self.desk)
        QApplication.processEvents()

    # -- dragging

    def point(self, title: str, height: float = 0.5, *, column: Column = Column.TITLE) -> QPoint:
        """A point in a row, so far down."""
        index = self.row(title).siblingAtColumn(column)
        self.tree.scrollTo(index)
        rect = self.tree.visualRect(index)
        return QPoint(rect.left() + 30, rect.top() + int(height * rect.height()))

    def below_all(self) -> QPoint:
        """A point below all rows."""
        return QPoint(100, self.tree.viewport().height() - 5)

    def carried(self, *titles: str) -> QMimeData:
        """What is dragged when the drag begins at these selected rows: the same as what Ctrl+C takes."""
        self.select(*titles)
        self.press(Key.Key_C, CTRL)
        copied = QApplication.clipboard().mimeData()
        data = QMimeData()
        for kind in copied.formats():
            data.setData(kind, copied.data(kind))
        QApplication.clipboard().clear()
        return data

    def hover(self, data: QMimeData, at: QPoint) -> bool:
        """Drag over a point; whether it could be dropped there."""
        enter = QDragEnterEvent(at, _ACTIONS, data, _LEFT, NONE)
        QApplication.sendEvent(self.tree.viewport(), enter)
        self._is_over = enter.isAccepted()
        if not self._is_over:
            return False
        move = QDragMoveEvent(at, _ACTIONS, data, _LEFT, NONE)
        QApplication.sendEvent(self.tree.viewport(), move)
        return move.isAccepted()

    def leave(self) -> None:
        """Drag out of the tree, or press Escape: to the tree it is the same.

        Only what was let in leaves: Qt sends it to whom it remembers, who may be gone with another test.
        """
        if self._is_over:
            QApplication.sendEvent(self.tree.viewport(), QDragLeaveEvent())
        self._is_over = False
        self.settle()

    def drop(self, data: QMimeData, at: QPoint) -> bool:
        """Drag over a point and let go; whether it was taken. What may not be dropped leaves, as with every system."""
        if not self.hover(data, at):
            self.leave()
            return False
        drop = dropped_at(data, at)
        QApplication.sendEvent(self.tree.viewport(), drop)
        self._is_over = False
        self.settle()
        return drop.isAccepted()

    def _under(self, parent: QModelIndex) -> list[QModelIndex]:
        model = self.tree.model()
        return [model.index(n, Column.TITLE, parent) for n in range(model.rowCount(parent))]


def dropped_at(data: QMimeData, at: QPoint) -> QDropEvent:
    """What a tree is told when something is let go over a point."""
    return QDropEvent(QPointF(at), _ACTIONS, data, _LEFT, NONE)


def files(*paths: Path) -> QMimeData:
    """Files as a file manager drags and copies them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


_ACTIONS = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
