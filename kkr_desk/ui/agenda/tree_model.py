"""The rows of the agenda as Qt's views and screen readers ask for them, changed step by step as snapshots come."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QIcon

from kkr_desk.ui.agenda.differences import Arrangement, Insert, Move, Step, steps
from kkr_desk.ui.agenda.rows import Outline, Row, RowKey, RowKind
from kkr_desk.ui.agenda.trial import Standing
from kkr_desk.ui.agenda.words import (
    Column,
    Mark,
    column_help,
    column_name,
    marks,
    notices_text,
    number_text,
    spoken,
    title_text,
)
from kkr_desk.ui.frame.icons import icon

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

_NOWHERE = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MOVABLE = _FIXED | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
_EDITABLE = _MOVABLE | Qt.ItemFlag.ItemIsEditable
_FIXED_EDITABLE = _FIXED | Qt.ItemFlag.ItemIsEditable
_WRITTEN = {
    RowKind.ITEM: (Column.TITLE, Column.CASE_TYPE, Column.CASEWORKER),
    RowKind.ATTACHMENT: (Column.TITLE,),
    RowKind.DRAFT: (Column.TITLE,),
    RowKind.AWAITED: (),
}
"""The columns that can be written in."""
_DISPLAY, _EDIT = int(Role.DisplayRole), int(Role.EditRole)
_LOOKS = {int(Role.TextAlignmentRole), int(Role.DecorationRole), int(Role.FontRole)}
_SAID = {int(Role.ToolTipRole), int(Role.AccessibleTextRole), int(Role.AccessibleDescriptionRole)}
_ANSWERED = {_DISPLAY, _EDIT} | _LOOKS | _SAID
"""What `data` answers; a view asks for much else at every cell it draws."""


class AgendaModel(QAbstractItemModel):
    """Items and attachments of one meeting.

    A row keeps its identity from snapshot to snapshot, so that a view keeps it open, selected and in its editor.
    """

    edited = Signal(object, int, str)
    """A user has written into a row: its `RowKey`, the `Column` and the text, stripped."""

    tried = Signal(object)
    """Rows, a set of their keys, show other numbers or pages, as they would be or as they are again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.outline = Outline()
        """What is shown."""
        self._stand: Arrangement[RowKey] = Arrangement({})
        self._ids: dict[RowKey, int] = {}
        self._keys: dict[int, RowKey] = {}
        self._new_ids = count(1)
        self._places: dict[RowKey, int] = {}
        self._rows: dict[RowKey, Row] = {}
        self._shown: dict[int, Row] = {}
        self._written: dict[tuple[RowKey, int], str] = {}
        self._trial: Mapping[RowKey, Standing] = {}
        self._cut: frozenset[RowKey] = frozenset()
        self._waiting: Mapping[RowKey, tuple[str, ...]] = {}

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_new(self, outline: Outline) -> None:
        """Show another meeting: nothing that a view knew of rows holds any more."""
        self.beginResetModel()
        self.outline = outline
        self._stand = Arrangement(outline.children)
        self._ids.clear()
        self._keys.clear()
        self._name(outline.rows)
        self._rows = dict(outline.rows)
        self._places.clear()
        self._written.clear()
        self._trial, self._cut = {}, frozenset()
        self._show_rows()
        self.endResetModel()

    def show(self, outline: Outline, *, written: Mapping[RowKey, RowKey] | None = None) -> None:
        """Show the same meeting as it stands now.

        Args:
            outline: Its rows.
            written: Drafts that have become items, by the draft's key: to the views they are the same row.
        """
        for draft, item in (written or {}).items():
            self._become(draft, item)
        before, self.outline = self._rows, outline
        self._rows = {**before, **outline.rows}
        self._trial = {}
        self._show_rows()
        for step in steps(self._stand, outline.children):
            self._take(step)
        self._rows = dict(outline.rows)
        self._show_rows()
        changed = {key for key, row in outline.rows.items() if before.get(key) != row}
        changed.update(key for key, _ in self._written)
        self._written.clear()
        self._tell(changed)

    def show_trial(self, standings: Mapping[RowKey, Standing]) -> None:
        """Show numbers and pages as they would be; with nothing, as they are. `tried` tells of it.

        `dataChanged` for hundreds of rows would cost more than a step of a drag may take.
        """
        if standings or self._trial:
            before, self._trial = self._shown, standings
            self._show_rows()
            pairs = ((before.get(row_id), row) for row_id, row in self._shown.items())
            self.tried.emit({row.key for was, row in pairs if was is not row and was != row})

    def show_cut(self, keys: Collection[RowKey]) -> None:
        """Mark rows that were cut and will go when they are pasted."""
        was, self._cut = self._cut, frozenset(keys)
        self._tell(was ^ self._cut)

    def show_waiting(self, titles: Mapping[RowKey, tuple[str, ...]]) -> None:
        """Mark items for which titles of attachments wait until their files come."""
        was, self._waiting = self._waiting, dict(titles)
        self._tell(set(was) | set(titles))

    def forget_written(self) -> None:
        """What a user wrote could not be kept: show what is kept."""
        keys = {key for key, _ in self._written}
        self._written.clear()
        self._tell(keys)

    def retranslate(self) -> None:
        """Say everything anew, in the window's language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._tell(set(self._rows))

    # -- rows by key ---------------------------------------------------------------------------------------------

    def index_of(self, key: RowKey | None, column: int = Column.TITLE) -> QModelIndex:
        """Where a row is; an invalid index when it is not there."""
        if key is None or key not in self._ids:
            return QModelIndex()
        return self.createIndex(self._place(key), column, self._ids[key])

    def key_of(self, index: Index) -> RowKey | None:
        """Which row an index is of."""
        return self._keys.get(index.internalId()) if index.isValid() else None

    def row_of(self, index: Index) -> Row | None:
        """The row of an index, as it stands, or would stand while rows are dragged."""
        return self._shown.get(index.internalId()) if index.isValid() else None

    def is_section(self, key: RowKey) -> bool:
        """Whether a row has items under it."""
        return any(not child.kind.is_paper for child in self._stand.children.get(key, ()))

    def marks_of(self, row: Row) -> tuple[Mark, ...]:
        """What stands beside a row's title."""
        return tuple(marks(row, is_cut=row.key in self._cut, waiting=len(self._waiting.get(row.key, ()))))

    # -- what Qt asks --------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """See Qt."""
        under = self._stand.children.get(self.key_of(parent), ()) if parent.column() <= 0 else ()
        if not (0 <= row < len(under) and 0 <= column < len(Column)):
            return QModelIndex()
        return self.createIndex(row, column, self._ids[under[row]])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """See Qt."""
        key = self.key_of(index)
        return self.index_of(self._stand.parents.get(key), Column.NUMBER) if key else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """See Qt."""
        return len(self._stand.children.get(self.key_of(parent), ())) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: ARG002  the same under every row
        """See Qt."""
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """See Qt."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            return column_name(section)
        if role in {Role.ToolTipRole, Role.AccessibleDescriptionRole}:
            return column_help(section) or None
        return _RIGHT if role == Role.TextAlignmentRole and section >= Column.PAGES else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """See Qt."""
        row = self.row_of(index) if role in _ANSWERED else None
        if row is None:
            return None
        column = index.column()
        if role in {_DISPLAY, _EDIT}:
            text = self._written.get((row.key, column)) if self._written else None
            return self._text(row, column, is_edited=role == _EDIT) if text is None else text
        if role in _LOOKS:
            return self._look(row, column, role)
        if role == Role.AccessibleTextRole:
            return self._spoken(row, column)
        if column != Column.TITLE:
            return None
        return "\n".join(filter(None, [row.title, self._told(row)])) if role == Role.ToolTipRole else self._told(row)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Show what a user wrote at once, and tell `edited`; the next snapshot has it from the store."""
        key, text = self.key_of(index), str(value or "").strip()
        if key is None or role != Role.EditRole or text == self.data(index, Role.EditRole):
            return False
        self._written[key, index.column()] = text
        self.dataChanged.emit(index, index)
        self.edited.emit(key, index.column(), text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See Qt."""
        key = self.key_of(index)
        if key is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        can_be_written = index.column() in _WRITTEN[key.kind]
        if key.kind is RowKind.DRAFT:
            return _FIXED_EDITABLE if can_be_written else _FIXED
        if key.kind is RowKind.AWAITED:
            return _FIXED | Qt.ItemFlag.ItemIsDropEnabled
        return _EDITABLE if can_be_written else _MOVABLE

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802  Qt's
        """Rows are moved, files from outside are copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    # -- inside --------------------------------------------------------------------------------------------------

    def _text(self, row: Row, column: int, *, is_edited: bool) -> str:
        match column:
            case Column.NUMBER:
                return number_text(row)
            case Column.TITLE:
                return row.title if is_edited or row.key.kind is RowKind.DRAFT else title_text(row)
            case Column.CASE_TYPE:
                return row.case_type
            case Column.CASEWORKER:
                return row.caseworker
            case Column.PAGES:
                return str(row.pages) if row.pages else ""
        return "" if row.page is None else str(row.page)

    def _is_moved(self, row: Row, column: int) -> bool:
        """Whether a number or page is another than in the store: while rows are dragged."""
        kept = self._rows[row.key]
        return row.number != kept.number if column == Column.NUMBER else column == Column.PAGE and row.page != kept.page

    def _look(self, row: Row, column: int, role: int) -> Any:
        if role == Role.TextAlignmentRole:
            return _RIGHT if column >= Column.PAGES else None
        if role == Role.DecorationRole:
            return _pin() if column == Column.NUMBER and row.pinned else None
        return _bold() if self._trial and self._is_moved(row, column) else None

    def _spoken(self, row: Row, column: int) -> str:
        """The title's cell says all of its row, since it is the one that is reached by the keys."""
        if column == Column.TITLE:
            return spoken(row, is_cut=row.key in self._cut, waiting=len(self._waiting.get(row.key, ())))
        text = self._text(row, column, is_edited=False)
        return f"{column_name(column)} {text}" if text else column_name(column)

    def _told(self, row: Row) -> str:
        """What there is to know of a row beyond its cells: its file, and the titles that wait for theirs."""
        return "\n".join(filter(None, [notices_text(row), *self._waiting.get(row.key, ())]))

    def _name(self, keys: Collection[RowKey]) -> None:
        for key in keys:
            if key not in self._ids:
                self._ids[key] = next(self._new_ids)
                self._keys[self._ids[key]] = key

    def _show_rows(self) -> None:
        """Find out what each row shows: with the place it would have while rows are dragged."""
        trial, ids = self._trial, self._ids
        self._shown = {
            ids[key]: _stood(row, trial[key]) if key in trial else row for key, row in self._rows.items() if key in ids
        }

    def _become(self, draft: RowKey, item: RowKey) -> None:
        if draft in self._ids and item not in self._ids:
            self._ids[item] = self._ids.pop(draft)
            self._keys[self._ids[item]] = item
            self._rows[item] = self._rows.pop(draft)
            self._stand.rename(draft, item)
            self._places.clear()

    def _take(self, step: Step[RowKey]) -> None:
        """Take one step, telling the views before and after."""
        parent = self.index_of(step.parent, Column.NUMBER)
        if isinstance(step, Insert):
            self._name(step.keys)
            self._show_rows()
            self.beginInsertRows(parent, step.first, step.first + len(step.keys) - 1)
            self._apply(step)
            self.endInsertRows()
        elif isinstance(step, Move):
            source = self.index_of(step.source, Column.NUMBER)
            self.beginMoveRows(source, step.old, step.old, parent, step.place)
            self._apply(step)
            self.endMoveRows()
        else:
            self.beginRemoveRows(parent, step.first, step.last)
            self._apply(step)
            for key in [key for key in self._ids if key not in self._stand.parents]:
                del self._keys[self._ids.pop(key)]
            self.endRemoveRows()

    def _apply(self, step: Step[RowKey]) -> None:
        self._stand.apply(step)
        self._places.clear()

    def _place(self, key: RowKey) -> int:
        if not self._places:
            self._places = {k: n for under in self._stand.children.values() for n, k in enumerate(under)}
        return self._places[key]

    def _tell(self, keys: Collection[RowKey]) -> None:
        """Tell of changed rows, those beside each other at once."""
        if not keys:
            return
        for under in self._stand.children.values():
            places = [place for place, key in enumerate(under) if key in keys]
            if places:
                first, last = under[places[0]], under[places[-1]]
                self.dataChanged.emit(self.index_of(first, 0), self.index_of(last, len(Column) - 1))


@cache
def _bold() -> QFont:
    """The view's own type, bold."""
    font = QFont()
    font.setBold(True)
    return font


@cache
def _pin() -> QIcon:
    """Of a number that was sent out and stands."""
    return icon("pin")


def _stood(row: Row, standing: Standing) -> Row:
    """A row in another place; the very same where that changes nothing."""
    if (row.number, row.page) == (standing.number, standing.page):
        return row
    return replace(row, number=standing.number, page=standing.page)
