"""The agenda tree as a widget: what is open in it, where its keys lead, and how it is drawn."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kkr_desk.ui.agenda.delegate import ICON, ROW_HEIGHT, AgendaDelegate
from kkr_desk.ui.agenda.dragging import DragTree
from kkr_desk.ui.agenda.places import Place, behind
from kkr_desk.ui.agenda.rows import RowKey, RowKind
from kkr_desk.ui.agenda.tree_model import AgendaModel, Index
from kkr_desk.ui.agenda.words import Column
from kkr_desk.ui.frame.focus import quieten
from kkr_desk.ui.frame.icons import icon

_SAMPLES = {
    Column.NUMBER: "Bilag 88 8",
    Column.CASE_TYPE: "Orienteringssag",
    Column.CASEWORKER: "Sagsbeh.",
    Column.PAGES: "Sider",
    Column.PAGE: "8888",
}
"""What a column is to have room for, until the user gives it another width."""
_PADDING = 12
_FLAGS = QItemSelectionModel.SelectionFlag
_SELECT = _FLAGS.ClearAndSelect | _FLAGS.Rows


class AgendaTree(DragTree):
    """The tree. Writes nothing itself: it tells what was dropped where, and what was written."""

    editing_ended = Signal(object)
    """The editor of a row has closed: its key."""

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.delegate = AgendaDelegate(model, self)
        self.closed: set[RowKey] = set()
        """The rows that the user has closed; all others are open."""
        self._open_arrow, self._closed_arrow = icon("chevron-down"), icon("chevron-right")
        self.setObjectName("agenda-tree")
        self.setItemDelegate(self.delegate)
        for column in (Column.NUMBER, Column.PAGES, Column.PAGE):  # Qt draws them quicker than we can
            self.setItemDelegateForColumn(column, QStyledItemDelegate(self))
        self._set_up()
        model.tried.connect(self._draw_standings)
        model.rowsInserted.connect(self._open_above)
        model.rowsMoved.connect(self._open_moved)
        model.modelReset.connect(self._open_all)
        self.collapsed.connect(self._remember_closed)
        self.expanded.connect(self._remember_open)

    def _set_up(self) -> None:
        font = QFont()
        font.setFeature(QFont.Tag("tnum"), 1)  # digits of one width
        self.setFont(font)
        self.setTreePosition(Column.TITLE)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setIconSize(QSize(ICON, ICON))
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAllColumnsShowFocus(True)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(ROW_HEIGHT)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, sample in _SAMPLES.items():
            header.resizeSection(column, self.fontMetrics().horizontalAdvance(sample) + _PADDING)

    # -- rows ----------------------------------------------------------------------------------------------------

    def current(self) -> RowKey | None:
        """The row that the keys work on."""
        return self.agenda.key_of(self.currentIndex())

    def current_item(self) -> RowKey | None:
        """The item that the current row is or belongs to; None for a draft."""
        key = self.current()
        item = self.agenda.outline.item_of(key) if key else None
        return item if item and item.kind is RowKind.ITEM else None

    def place_of_files(self) -> Place:
        """Where new attachments come: behind the current attachment, or last in the current item; nowhere for None."""
        key = self.current()
        beside = behind(self.agenda.outline, key) if key and key.attachment else None
        return Place(self.current_item(), beside)

    def go_to(self, key: RowKey | None) -> None:
        """Make a row the current and only selected one, and show it; None for no row."""
        index = self.agenda.index_of(key)
        if not index.isValid():
            self.selectionModel().clear()
            return
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index)

    def select_rows(self, keys: Collection[RowKey]) -> None:
        """Select several rows, the first of them current."""
        ordered = self.agenda.outline.in_order(keys)
        if ordered:
            self.go_to(ordered[0])
        for key in ordered[1:]:
            self.selectionModel().select(self.agenda.index_of(key), _FLAGS.Select | _FLAGS.Rows)

    def select_current(self) -> None:
        """Select the current row where none is: it took the place of one that went."""
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), _SELECT)

    def fit_columns(self) -> None:
        """Leave the column of caseworkers out while nobody is named in it: the titles need its room."""
        named = any(row.caseworker for row in self.agenda.outline.rows.values())
        if self.state() is not QAbstractItemView.State.EditingState:
            self.setColumnHidden(Column.CASEWORKER, not named)

    def write_in(self, key: RowKey, column: Column = Column.TITLE) -> None:
        """Open the editor of a row."""
        self.setColumnHidden(column, False)  # noqa: FBT003  Qt's
        self.go_to(key)
        self.edit(self.agenda.index_of(key, column))

    # -- keys and editors ----------------------------------------------------------------------------------------

    def edit(self, index: Index, *how: Any) -> bool:  # type: ignore[override]
        """Qt's; a column that cannot be written in leads to the title, but for the mouse."""
        is_key = not how or how[0] != QAbstractItemView.EditTrigger.DoubleClicked
        if is_key and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(Column.TITLE) if isinstance(index, QModelIndex) else index
        if not how:
            super().edit(index)
        is_open = bool(super().edit(index, *how)) if how else True
        line = QApplication.focusWidget()
        if is_open and isinstance(line, QLineEdit) and line.hasSelectedText():
            line.end(False)  # noqa: FBT003  Qt's: without marking
            line.home(True)  # noqa: FBT003  Qt's: everything is marked, its beginning in sight
        return is_open

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802  Qt's
        """Qt's; tells that editing has ended."""
        key = self.delegate.written_key()
        super().closeEditor(editor, hint)
        self.fit_columns()
        if key is not None:
            self.editing_ended.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters write into the row; Ctrl+Tab leads out of the tree, since Tab indents."""
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                super().focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            return
        if event.matches(QKeySequence.StandardKey.SelectAll):  # on a real screen its text is a control character
            self.selectAll()
            return
        text = event.text()
        if text and (text == " " or not text.isprintable()):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002, FBT001, N802  Qt's
        """Tab stays in the tree: it indents, where it can."""
        return True

    # -- open and closed -----------------------------------------------------------------------------------------

    def close_rows(self, keys: Collection[RowKey]) -> None:
        """Close these rows and open all others."""
        self.closed = set(keys)
        self._open_all()
        for key in keys:
            self.collapse(self.agenda.index_of(key, Column.NUMBER))

    def _open_above(self, parent: QModelIndex) -> None:
        key = self.agenda.key_of(parent)
        if key is not None and key not in self.closed:
            self.expand(parent)

    def _open_moved(self, _: QModelIndex, __: int, ___: int, parent: QModelIndex) -> None:
        self._open_above(parent)

    def _open_all(self) -> None:
        for key in self.agenda.outline.rows:
            if key not in self.closed and self.agenda.outline.under(key):
                self.expand(self.agenda.index_of(key, Column.NUMBER))

    def _remember_closed(self, index: QModelIndex) -> None:
        key = self.agenda.key_of(index)
        if key is not None:
            self.closed.add(key)

    def _remember_open(self, index: QModelIndex) -> None:
        key = self.agenda.key_of(index)
        if key is not None:
            self.closed.discard(key)

    # -- drawing -------------------------------------------------------------------------------------------------

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:  # noqa: N802  Qt's
        """The pin stands behind its number."""
        super().initViewItemOption(option)
        quieten(self, option)
        option.decorationPosition = QStyleOptionViewItem.Position.Right

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:  # noqa: N802  Qt's
        """An arrow that can be told from a selected row as well; no lines."""
        row = self.agenda.index_of(self.agenda.key_of(index), Column.NUMBER)
        if not self.agenda.rowCount(row):
            return
        is_selected = self.selectionModel().isSelected(row)
        arrow = self._open_arrow if self.isExpanded(row) else self._closed_arrow
        square = QRect(rect.right() - self.indentation() + 1, rect.top(), self.indentation(), rect.height())
        square.adjust(2, 0, -2, 0)
        arrow.paint(painter, square, mode=QIcon.Mode.Selected if is_selected else QIcon.Mode.Normal)

    def changeEvent(self, event: QEvent) -> None:
        """See Qt."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _draw_standings(self, changed: set[RowKey]) -> None:
        """Draw numbers and pages from the first to the last row in sight that tells others."""
        height = self.viewport().height()
        tops = [y for y in range(0, height, ROW_HEIGHT) if self.agenda.key_of(self.indexAt(QPoint(0, y))) in changed]
        if not tops:
            return
        top, bottom = tops[0] - ROW_HEIGHT, tops[-1] + ROW_HEIGHT
        for column in (Column.NUMBER, Column.PAGE):
            self.viewport().update(self.columnViewportPosition(column), top, self.columnWidth(column), bottom - top)
