"""What the commands of the agenda do: each finds out what is meant and has the store write it in one operation.

Cut, copy and paste are in `kkr_desk.ui.agenda.pasting`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kkr_desk.errors import UserError
from kkr_desk.store import Store
from kkr_desk.store.meetings import ItemChanges
from kkr_desk.ui.agenda import places, words
from kkr_desk.ui.agenda.attaching import Attaching
from kkr_desk.ui.agenda.drafts import Drafts
from kkr_desk.ui.agenda.lines import split_case_type
from kkr_desk.ui.agenda.operations import put, take_away
from kkr_desk.ui.agenda.places import Place
from kkr_desk.ui.agenda.rows import Outline, RowKey, RowKind
from kkr_desk.ui.agenda.tree import AgendaTree
from kkr_desk.ui.agenda.words import Column, translate
from kkr_desk.ui.desk import Desk

T = TypeVar("T")
Movement = Callable[[Outline, Sequence[RowKey]], Place | None]


class Commands(QObject):
    """The commands, on the rows that are selected in a tree."""

    def __init__(self, desk: Desk, tree: AgendaTree, drafts: Drafts, attaching: Attaching) -> None:
        super().__init__(tree)
        self._desk = desk
        self._tree = tree
        self._drafts = drafts
        self._attaching = attaching

    @property
    def outline(self) -> Outline:
        """The rows as they are shown."""
        return self._tree.agenda.outline

    # -- new items -----------------------------------------------------------------------------------------------

    def new_item(self) -> None:
        """Begin an item behind the current one; at the end where none is."""
        item = self._tree.current_item()
        parent = self.outline.rows[item].parent if item else None
        self._begin(parent, item or self._last(None))

    def new_child(self) -> None:
        """Begin an item under the current one, as its last."""
        item = self._tree.current_item()
        self._begin(item, self._last(item))

    def new_section(self) -> None:
        """Begin an item at the top, behind the section of the current one."""
        item = self._tree.current_item()
        section = [item, *self.outline.ancestors(item)][-1] if item else None
        self._begin(None, section or self._last(None))

    def go_on_writing(self, key: RowKey) -> None:
        """Begin the next item behind one that was just written; one left empty ends the writing."""
        if key.kind is RowKind.DRAFT and key in self.outline.rows and not self._drafts.is_open(key):
            self._begin(self.outline.rows[key].parent, key)

    def _begin(self, parent: RowKey | None, behind: RowKey | None) -> None:
        if self._desk.snapshot is not None:
            self._tree.write_in(self._drafts.begin(parent, behind))

    def _last(self, parent: RowKey | None) -> RowKey | None:
        under = self.outline.item_children(parent)
        return under[-1] if under else None

    # -- writing into rows ---------------------------------------------------------------------------------------

    def rename(self) -> None:
        """Write into the current cell, into the title where the cell cannot be written in."""
        if self._tree.current() is not None:
            self._tree.edit(self._tree.currentIndex())

    def name_caseworker(self) -> None:
        """Write the caseworker of the current item."""
        key = self._tree.current()
        if key is not None and key.item:
            self._tree.write_in(key, Column.CASEWORKER)

    def write(self, key: RowKey, column: int, text: str) -> None:
        """Keep what was written into a row. A title is never left empty."""
        if key.kind is RowKind.DRAFT:
            if text:
                self._drafts.hand_over(key, text)
        elif column == Column.TITLE and not text:
            self._tree.agenda.forget_written()
        elif column == Column.TITLE and key.attachment:
            self._rename_attachment(key, text)
        else:
            self._change_item(key, column, text)

    def choose_type(self, case_type: str) -> None:
        """Give the selected items a type; none for ""."""
        keys = [key for key in self._tree.chosen() if key.item and self.outline.rows[key].case_type != case_type]
        if not keys:
            return

        def change(store: Store) -> None:
            for key in keys:
                if key.item:
                    store.change_item(key.item, case_type=case_type or None)

        self._write(words.changing(self.outline, keys, Column.CASE_TYPE), change)

    def _rename_attachment(self, key: RowKey, title: str) -> None:
        attachment_id = key.attachment
        if attachment_id:
            label = words.changing(self.outline, [key], Column.TITLE)
            self._write(label, lambda store: store.change_attachment(attachment_id, title=title))

    def _change_item(self, key: RowKey, column: int, text: str) -> None:
        item_id, snapshot = key.item, self._desk.snapshot
        if item_id is None or snapshot is None:
            return
        changes: ItemChanges
        if column == Column.TITLE:
            case_type, title = split_case_type(text, snapshot.council.case_types)
            changes = {"title": title, "case_type": case_type} if case_type else {"title": title}
        elif column == Column.CASE_TYPE:
            changes = {"case_type": text or None}
        else:
            changes = {"caseworker": text}
        self._write(words.changing(self.outline, [key], column), lambda store: store.change_item(item_id, **changes))

    # -- moving and deleting -------------------------------------------------------------------------------------

    def move_up(self) -> None:
        """Move the selected rows up."""
        self._shift(places.above)

    def move_down(self) -> None:
        """Move the selected rows down."""
        self._shift(places.below)

    def indent(self) -> None:
        """Put the selected items under the one before them."""
        self._shift(places.indented)

    def outdent(self) -> None:
        """Put the selected items behind the one they are under."""
        self._shift(places.outdented)

    def shift_written(self, key: RowKey, step: int) -> None:
        """Indent or outdent the row in whose editor Tab was pressed."""
        if key.kind is RowKind.DRAFT:
            self._drafts.shift(key, step, self.outline)
        else:
            place = (places.indented if step > 0 else places.outdented)(self.outline, [key])
            if place is not None:
                self.move([key], place)

    def place_of(self, movement: Movement) -> Place | None:
        """Where a movement would put the selected rows; None where it cannot."""
        keys = self._tree.chosen()
        return movement(self.outline, keys) if keys else None

    def move(self, keys: Sequence[RowKey], place: Place) -> None:
        """Put rows elsewhere."""
        self._write(words.moving(self.outline, keys), lambda store: put(store, keys, place))

    def delete(self) -> None:
        """Delete the selected rows."""
        keys = self._tree.chosen()
        if keys:
            self._write(words.deleting(self.outline, keys), lambda store: take_away(store, keys))

    def renumber(self) -> None:
        """Let every number follow its place."""
        snapshot = self._desk.snapshot
        if snapshot is not None:
            meeting_id = snapshot.agenda.meeting.id
            self._write(translate("Agenda", "Omnummerér"), lambda store: store.renumber(meeting_id))

    def _shift(self, movement: Movement) -> None:
        place = self.place_of(movement)
        if place is not None:
            self.move(self._tree.chosen(), place)

    # -- files ---------------------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files and attach them to the current item."""
        if self._tree.current_item() is None:
            return
        title, every = translate("Agenda", "Vedhæft filer"), translate("Agenda", "Alle filer (*)")
        pdf = translate("Agenda", "PDF-filer (*.pdf)")
        chosen, _ = QFileDialog.getOpenFileNames(self._tree, title, "", f"{every};;{pdf}")
        if chosen:
            self.attach([Path(name) for name in chosen])

    def choose_folder(self) -> None:
        """Ask for a folder and show where its files would go."""
        if self._desk.snapshot is None:
            return
        chosen = QFileDialog.getExistingDirectory(self._tree, translate("Agenda", "Vedhæft en mappe"))
        if chosen:
            self._attaching.offer([Path(chosen)])

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach files behind the current attachment, or to the current item."""
        self.attach_at(paths, self._tree.place_of_files())

    def attach_at(self, paths: Sequence[Path], place: Place) -> None:
        """Attach files at a place; those that come nowhere are asked about."""
        if self._desk.snapshot is None:
            self._desk.failed.emit(UserError("choose-an-item"))
            return
        if place.parent is None or place.parent.item is None:
            self._attaching.offer(paths)
            return
        before = place.before.attachment if place.before else None
        self._attaching.attach(paths, place.parent.item, before)

    def forget_titles(self) -> None:
        """Let the titles that wait at the current item go."""
        item = self._tree.current_item()
        if item is not None and item.item:
            self._attaching.forget(item.item)

    # -- inside --------------------------------------------------------------------------------------------------

    def _write(self, label: str, work: Callable[[Store], T], done: Callable[[T], None] | None = None) -> None:
        self._desk.write(self, label, work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        """Show what the store has, and leave the telling to the window."""
        self._tree.agenda.forget_written()
        self._desk.failed.emit(error)
