"""Dragging in the agenda tree: rows within it and out of it, files into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from kkr_desk.model import MeetingId
from kkr_desk.ui.agenda.clipboard import Clip, clip_of, mime_data
from kkr_desk.ui.agenda.drop_line import DropLine, drop_line
from kkr_desk.ui.agenda.places import Hover, Place, dropped, receiving
from kkr_desk.ui.agenda.rows import RowKey
from kkr_desk.ui.agenda.tree_model import AgendaModel
from kkr_desk.ui.agenda.words import Column
from kkr_desk.ui.frame.dropping import files_of, is_meeting_file

_UNFOLD_AFTER = 600
"""Milliseconds that something is dragged over a closed row until it opens."""


_NARROW = 120
"""Pixels that a column of numbers has at most."""


class DragTree(QTreeView):
    """A tree of agenda rows that can be dragged and dropped on. It moves nothing: it tells what was dropped where.

    Args:
        model: The rows.
    """

    rows_dropped = Signal(object, object)
    """Rows of this meeting were dropped: their keys, and the `Place`."""
    files_dropped = Signal(object, object)
    """Files and folders were dropped: their paths, and the `Place`."""
    hovering = Signal(object, object)
    """Rows of this meeting are dragged to another place: their keys, and the `Place`; None when they are not."""

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meeting: MeetingId | None = None
        """Whose rows are shown: rows of another meeting are not moved here."""
        self.agenda = model
        self._line: DropLine | None = None
        self._place: Place | None = None
        self._hovered: RowKey | None = None
        self._unfold = QTimer(self)
        self._unfold.setSingleShot(True)
        self._unfold.setInterval(_UNFOLD_AFTER)
        self._unfold.timeout.connect(self._open_hovered)
        self.setModel(model)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(False)

    def chosen(self) -> tuple[RowKey, ...]:
        """The selected rows in order, without those under another of them and without those that the store has not."""
        keys = {self.agenda.key_of(index) for index in self.selectionModel().selectedRows(Column.NUMBER)}
        written = [key for key in keys if key and key.kind.is_kept]
        return self.agenda.outline.uppermost(written)

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
        if self._clip(event) or _papers(event):
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
        place, clip, files = self._place, self._clip(event), _papers(event)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt; and the line of a drag."""
        for rect in _areas(event.region()):
            super().paintEvent(QPaintEvent(rect))
        if self._line is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            self._line.paint(painter)
            painter.end()

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


def _papers(event: QDropEvent) -> tuple[Path, ...]:
    """The files and folders that would become attachments; none with a meeting among them, which the window opens."""
    files = files_of(event.mimeData())
    return () if any(is_meeting_file(file) for file in files) else files


def _areas(region: QRegion) -> Iterator[QRect]:
    """What is to be drawn, one by one: of several rectangles Qt draws every row that they touch over its whole width.

    Narrow ones above each other are the pieces of one column, in which each row would be drawn at its edge again.
    """
    columns: dict[tuple[int, int], QRect] = {}
    for rect in region:  # type: ignore[attr-defined]  # PySide's stubs do not know that it can be walked
        if rect.width() > _NARROW:
            yield rect
        else:
            across = (rect.left(), rect.width())
            columns[across] = columns.get(across, rect).united(rect)
    yield from columns.values()
