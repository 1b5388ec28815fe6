"""The line that shows where dragged rows would come to stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QTreeView

from kkr_desk.ui.agenda.places import Place
from kkr_desk.ui.agenda.rows import Outline, RowKey, RowKind
from kkr_desk.ui.agenda.tree_model import AgendaModel
from kkr_desk.ui.agenda.words import Column

_KNOB = 3
"""Radius in pixels of the ring at the line's beginning."""


@dataclass(frozen=True, slots=True)
class DropLine:
    """A line between two rows, as far in as what would stand there; `frame` is the row it would stand under.

    In pixels of the viewport.
    """

    left: int
    right: int
    y: int
    frame: QRect | None = None

    @property
    def region(self) -> QRegion:
        """What it is drawn on."""
        line = QRegion(self.left - 2, self.y - _KNOB - 2, self.right - self.left + 4, 2 * _KNOB + 4)
        return line if self.frame is None else line.united(QRegion(self.frame))

    def paint(self, painter: QPainter) -> None:
        """Draw it with the painter's pen."""
        painter.drawEllipse(QPointF(self.left + _KNOB, self.y), _KNOB, _KNOB)
        painter.drawLine(self.left + 2 * _KNOB, self.y, self.right, self.y)
        if self.frame is not None:
            painter.drawRoundedRect(QRectF(self.frame).adjusted(1, 1, -1, -1), 4, 4)


def drop_line(view: QTreeView, place: Place, keys: Sequence[RowKey]) -> DropLine | None:
    """The line for a place; None where it lies out of sight.

    Args:
        view: The tree.
        place: Where the rows would come.
        keys: The rows that are dragged; none for files, which become attachments.
    """
    model = view.model()
    if not isinstance(model, AgendaModel):
        return None
    width = view.viewport().width()
    if place.before is not None:
        rect = view.visualRect(model.index_of(place.before))
        return DropLine(rect.left(), width - 1, rect.top()) if rect.isValid() else None
    is_item = bool(keys) and model.outline.rows[keys[0]].is_item
    above = _row_above(view, model, place.parent, is_item=is_item)
    rect = view.visualRect(above)
    if not rect.isValid():
        return None
    parent = view.visualRect(model.index_of(place.parent)) if place.parent else QRect()
    left = parent.left() + view.indentation() if place.parent else _top_left(view, model)
    frame = QRect(0, parent.top(), width, parent.height()) if place.parent else None
    return DropLine(left, width - 1, min(rect.bottom() + 1, view.viewport().height() - _KNOB), frame)


def _row_above(view: QTreeView, model: AgendaModel, parent: RowKey | None, *, is_item: bool) -> QModelIndex:
    """The last row in sight of what stands under a row before the place at its end."""
    outline = model.outline
    row = _last(outline, parent, is_item=is_item)
    shown = parent is None or view.isExpanded(model.index_of(parent, Column.NUMBER))
    while row is not None and shown:
        inside = _last(outline, row, is_item=True)
        shown = view.isExpanded(model.index_of(row, Column.NUMBER))
        if inside is None or not shown:
            return model.index_of(row)
        row = inside
    return model.index_of(parent)


def _last(outline: Outline, parent: RowKey | None, *, is_item: bool) -> RowKey | None:
    """The last row under a row, of attachments alone where it is one that would come."""
    under = [key for key in outline.under(parent) if is_item or key.kind is RowKind.ATTACHMENT]
    return under[-1] if under else None


def _top_left(view: QTreeView, model: AgendaModel) -> int:
    top = outline_top(model.outline)
    return view.visualRect(model.index_of(top)).left() if top else 0


def outline_top(outline: Outline) -> RowKey | None:
    """The first row."""
    return next(iter(outline.rows), None)
