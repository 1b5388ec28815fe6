"""The agenda tree as a widget: what is open in it, where its keys lead, and dragging within it and into it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from kkr_desk.model import MeetingId
from kkr_desk.ui.agenda.clipboard import Clip, clip_of, files_of, mime_data
from kkr_desk.ui.agenda.delegate import ICON, ROW_HEIGHT, AgendaDelegate
from kkr_desk.ui.agenda.drop_line import DropLine, drop_line
from kkr_desk.ui.agenda.places import Hover, Place, behind, dropped, receiving
from kkr_desk.ui.agenda.rows import RowKey, RowKind
from kkr_desk.ui.agenda.tree_model import AgendaModel, Index
from kkr_desk.ui.agenda.words import Column
from kkr_desk.ui.frame.icons import icon

_UNFOLD_AFTER = 600
"""Milliseconds that something is dragged over a closed row until it opens."""
_SAMPLES = {
    Column.NUMBER: "Bilag 88 88",
    Column.CASE_TYPE: "Orienteringssag",
    Column.CASEWORKER: "Sagsbeh.",
    Column.PAGES: "Sider",
    Column.PAGE: "8888",
}
"""What a column is to have room for, until the user gives it another width."""
_PADDING = 16
_FLAGS = QItemSelectionModel.SelectionFlag
_SELECT = _FLAGS.ClearAndSelect | _FLAGS.Rows


class AgendaTree(QTreeView):
    """The tree. Writes nothing itself: it tells what was dropped where, and what was written."""

    rows_dropped = Signal(object, object)
    """Rows of this meeting were dropped: their keys, and the `Place`."""
    files_dropped = Signal(object, object)
    """Files and folders were dropped: their paths, and the `Place`."""
    hovering = Signal(object, object)
    """Rows of this meeting are dragged to another place: their keys, and the `Place`; None when they are not."""
    editing_ended = Signal(object)
    """The editor of a row has closed: its key."""

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meeting: MeetingId | None = None
        """Whose rows are shown: rows of another meeting are not moved here."""
        self.agenda = model
        self.delegate = AgendaDelegate(model, self)
        self.closed: set[RowKey] = set()
        """The rows that the user has closed; all others are open."""
        self._line: DropLine | None = None
        self._place: Place | None = None
        self._hovered: RowKey | None = None
        self._unfold = QTimer(self)
        self._open_arrow, self._closed_arrow = icon("chevron-down"), icon("chevron-right")
        self.setObjectName("agenda-tree")
        self.setModel(model)
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
        self.setIndentation(20)
        self.setIconSize(QSize(ICON, ICON))
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAllColumnsShowFocus(True)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(False)
        self._unfold.setSingleShot(True)
        self._unfold.setInterval(_UNFOLD_AFTER)
        self._unfold.timeout.connect(self._open_hovered)
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

    def chosen(self) -> tuple[RowKey, ...]:
        """The selected rows in order, without those under another of them and without drafts."""
        keys = {self.agenda.key_of(index) for index in self.selectionModel().selectedRows(Column.NUMBER)}
        written = [key for key in keys if key and key.kind is not RowKind.DRAFT]
        return self.agenda.outline.uppermost(written)

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

    def write_in(self, key: RowKey, column: Column = Column.TITLE) -> None:
        """Open the editor of a row."""
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
            return True
        return bool(super().edit(index, *how))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802  Qt's
        """Qt's; tells that editing has ended."""
        key = self.delegate.written_key()
        super().closeEditor(editor, hint)
        if key is not None:
            self.editing_ended.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters write into the row; Ctrl+Tab leads out of the tree, since Tab indents."""
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                super().focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
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

    # -- dragging ------------------------------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: ARG002, N802  Qt's
        """Let the selected rows be dragged: within the tree they move, elsewhere they are text."""
        keys = self.chosen()
        if not keys or self.meeting is None:
            return
        drag = QDrag(self)
        drag.setMimeData(mime_data(Clip(self.meeting, keys), self.agenda.outline))
        first = self.visualRect(self.agenda.index_of(keys[0]))
        drag.setPixmap(self.viewport().grab(first))
        drag.setHotSpot(QPoint(0, first.height() // 2))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        self._end_drag()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """See Qt."""
        if self._clip(event) or files_of(event.mimeData()):
            self.setState(QAbstractItemView.State.DraggingState)
            self._accept(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """See Qt; rows scroll and open under what is dragged."""
        super().dragMoveEvent(event)
        self._show_place(event)
        if self._place is None:
            event.ignore()
        else:
            self._accept(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """See Qt."""
        super().dragLeaveEvent(event)
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        """See Qt."""
        self._show_place(event)
        place, clip, files = self._place, self._clip(event), files_of(event.mimeData())
        self._end_drag()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        if place is None:
            event.ignore()
            return
        self._accept(event)
        if clip is not None:
            self.rows_dropped.emit(clip.keys, place)
        else:
            self.files_dropped.emit(files, place)

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:  # noqa: N802  Qt's
        """The pin stands behind its number."""
        super().initViewItemOption(option)
        option.decorationPosition = QStyleOptionViewItem.Position.Right

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt, which draws whole rows where it is given several rectangles; and the line of a drag."""
        for rect in event.region():  # type: ignore[attr-defined]  # PySide's stubs do not know that it can be walked
            super().paintEvent(QPaintEvent(rect))
        if self._line is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            self._line.paint(painter)
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """See Qt."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _draw_standings(self) -> None:
        """Draw the two columns that tell where rows stand."""
        for column in (Column.NUMBER, Column.PAGE):
            left, width = self.columnViewportPosition(column), self.columnWidth(column)
            self.viewport().update(left, 0, width, self.viewport().height())

    def hover_at(self, position: QPoint) -> Hover:
        """What is under a point of the viewport."""
        index = self.indexAt(position)
        key = self.agenda.key_of(index)
        if key is None:
            return Hover(None)
        rect = self.visualRect(index)
        height = (position.y() - rect.top() + 0.5) / rect.height()
        return Hover(key, height, self.isExpanded(index.siblingAtColumn(Column.NUMBER)))

    def _show_place(self, event: QDropEvent) -> None:
        """Find the place under the mouse; only when it is another, everything is drawn anew."""
        outline, hover, clip = self.agenda.outline, self.hover_at(event.position().toPoint()), self._clip(event)
        keys = clip.keys if clip else ()
        place = dropped(outline, keys, hover) if clip else receiving(outline, hover)
        if hover.key != self._hovered:
            self._hovered = hover.key
            self._unfold.start()  # Qt's own would close an open row as well
        line = drop_line(self, place, keys) if place else None
        if (place, line) == (self._place, self._line):
            return
        is_new = place != self._place
        self._draw_line()
        self._place, self._line = place, line
        self._draw_line()
        if is_new and clip:
            self.hovering.emit(keys, place)

    def _draw_line(self) -> None:
        if self._line is not None:
            self.viewport().update(self._line.region)

    def _open_hovered(self) -> None:
        self.expand(self.agenda.index_of(self._hovered, Column.NUMBER))

    def _end_drag(self) -> None:
        self._hovered = None
        self._unfold.stop()
        if self._place is not None or self._line is not None:
            self._draw_line()
            self._place = self._line = None
        self.hovering.emit((), None)

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

    def _clip(self, event: QDropEvent) -> Clip | None:
        """The rows of this very meeting that are dragged."""
        clip = clip_of(event.mimeData())
        if clip is None or clip.meeting != self.meeting:
            return None
        keys = self.agenda.outline.uppermost(clip.keys)
        return Clip(clip.meeting, keys) if keys else None

    def _accept(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.MoveAction if self._clip(event) else Qt.DropAction.CopyAction)
        event.accept()
