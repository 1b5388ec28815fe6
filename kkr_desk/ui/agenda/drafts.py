"""Items that are being written: rows of the tree that the store has not yet, so that writing never waits for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count

from PySide6.QtCore import QObject, Signal

from kkr_desk.errors import UserError
from kkr_desk.model import AgendaItem, ItemId
from kkr_desk.numbering import MAX_DEPTH
from kkr_desk.store import Store
from kkr_desk.ui.agenda.lines import split_case_type
from kkr_desk.ui.agenda.operations import add_behind
from kkr_desk.ui.agenda.rows import Outline, Row, RowKey, RowKind, with_drafts
from kkr_desk.ui.agenda.words import adding
from kkr_desk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class _Draft:
    """A row being written; `parent` and `behind` may be drafts too. `handed_over` to the store, it is only shown."""

    row: Row
    behind: RowKey | None
    handed_over: bool = False


class Drafts(QObject):
    """The drafts of the open meeting.

    A title that was typed is handed over to the store and the next draft begun behind it at once; what ids they were
    given is found out on the store's thread, which writes them in the order in which they were typed.
    """

    changed = Signal()
    """The rows are others now."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts: dict[RowKey, _Draft] = {}
        self._items: dict[RowKey, RowKey] = {}  # what drafts have become; written on the store's thread alone
        self._new_ids = count(1)

    def among(self, outline: Outline) -> tuple[Outline, Mapping[RowKey, RowKey]]:
        """A snapshot's rows with the drafts among them, and the drafts that it has as items, by their keys."""
        become = {key: item for key, item in self._items.items() if key in self._drafts and item in outline.rows}
        for key in become:
            del self._drafts[key]
        for key, draft in self._drafts.items():
            parent = become.get(draft.row.parent, draft.row.parent) if draft.row.parent else None
            behind = become.get(draft.behind, draft.behind) if draft.behind else None
            self._drafts[key] = replace(draft, row=replace(draft.row, parent=parent), behind=behind)
        return with_drafts(outline, [(draft.row, draft.behind) for draft in self._drafts.values()]), become

    def begin(self, parent: RowKey | None, behind: RowKey | None) -> RowKey:
        """Begin an item behind a sibling, which may be a draft; last under its parent without one."""
        key = RowKey(RowKind.DRAFT, str(next(self._new_ids)))
        self._drafts[key] = _Draft(Row(key, parent, 0, "", ""), behind)
        self.changed.emit()
        return key

    def is_open(self, key: RowKey) -> bool:
        """Whether a row is a draft that was not handed over."""
        return key in self._drafts and not self._drafts[key].handed_over

    def hand_over(self, key: RowKey, text: str) -> None:
        """Have the store write what was typed: a title, perhaps with its case type in front."""
        snapshot = self._desk.snapshot
        draft = self._drafts.get(key)
        if snapshot is None or draft is None or draft.handed_over:
            return
        case_type, title = split_case_type(text, snapshot.council.case_types)
        row = replace(draft.row, title=title, case_type=case_type or "")
        self._drafts[key] = replace(draft, row=row, handed_over=True)
        meeting_id, parent, behind = snapshot.agenda.meeting.id, row.parent, draft.behind

        def write(store: Store) -> AgendaItem:
            above, beside = self._item(parent), self._item(behind)
            item = add_behind(store, meeting_id, title, case_type, parent=above, behind=beside)
            self._items[key] = RowKey.of_item(item.id)
            return item

        self._desk.write(self, adding(title), write, self._after(key), self._failed(key))
        self.changed.emit()

    def discard(self, key: RowKey) -> RowKey | None:
        """Give up a draft; returns the row it was begun behind or under."""
        draft = self._drafts.pop(key, None)
        if draft is None:
            return None
        self.changed.emit()
        return draft.behind or draft.row.parent

    def clear(self) -> None:
        """Give up all: another meeting is open."""
        self._drafts.clear()

    def shift(self, key: RowKey, step: int, outline: Outline) -> None:
        """Indent (1) or outdent (-1) an open draft; where that cannot be, it stays."""
        if not self.is_open(key):
            return
        row = outline.rows[key]
        if step > 0:
            beside = outline.item_children(row.parent)
            place = beside.index(key)
            if place == 0 or row.level >= MAX_DEPTH:
                return
            parent: RowKey | None = beside[place - 1]
            under = outline.item_children(parent)
            behind = under[-1] if under else None
        elif row.parent is not None:
            parent, behind = outline.rows[row.parent].parent, row.parent
        else:
            return
        draft = self._drafts[key]
        self._drafts[key] = replace(draft, row=replace(draft.row, parent=parent), behind=behind)
        self.changed.emit()

    def _item(self, key: RowKey | None) -> ItemId | None:
        """The item of a row, on the store's thread, where a draft before it has been written by now.

        Raises:
            UserError: ``item-gone``: that draft could not be written.
        """
        if key is None or key.kind is RowKind.ITEM:
            return key.item if key else None
        if key not in self._items:
            raise UserError("item-gone")
        return self._items[key].item

    def _after(self, key: RowKey) -> Callable[[AgendaItem], None]:
        def done(_: AgendaItem) -> None:
            """It is in a snapshot by now, unless it was undone before one was drawn."""
            self.discard(key)

        return done

    def _failed(self, key: RowKey) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            """What was typed stays in its row, to be written again or given up."""
            if key in self._drafts:
                self._drafts[key] = replace(self._drafts[key], handed_over=False)
                self.changed.emit()
            self._desk.failed.emit(error)

        return failed
