"""Cut, copy and paste in the agenda: rows of any meeting, files, and lines of text that are items."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from kkr_desk.errors import UserError
from kkr_desk.model import MeetingId
from kkr_desk.store import Store
from kkr_desk.ui.agenda import words
from kkr_desk.ui.agenda.attaching import Attaching
from kkr_desk.ui.agenda.clipboard import Clip, clip_of, mime_data
from kkr_desk.ui.agenda.lines import Lines, is_whole_agenda, read_lines
from kkr_desk.ui.agenda.operations import copy_rows, put, take_away, write_items
from kkr_desk.ui.agenda.places import Place, behind, past
from kkr_desk.ui.agenda.rows import RowKey
from kkr_desk.ui.agenda.tree import AgendaTree
from kkr_desk.ui.desk import Desk, Snapshot
from kkr_desk.ui.frame.dropping import files_of


class Pasting(QObject):
    """The clipboard's commands. Rows that were cut stay until they are pasted, as files do in a file manager."""

    def __init__(self, desk: Desk, tree: AgendaTree, attaching: Attaching) -> None:
        super().__init__(tree)
        self._desk = desk
        self._tree = tree
        self._attaching = attaching
        self._cut: Clip | None = None

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        self._keep(is_cut=False)

    def cut(self) -> None:
        """Put the selected rows on the clipboard, to be moved when they are pasted."""
        self._keep(is_cut=True)

    def paste(self) -> None:
        """Take what is on the clipboard."""
        snapshot, data = self._desk.snapshot, QGuiApplication.clipboard().mimeData()
        if snapshot is None or data is None:
            return
        clip = clip_of(data)
        if clip is not None:
            self._paste_rows(snapshot.agenda.meeting.id, clip)
        elif files_of(data):
            self._paste_files(files_of(data))
        elif data.hasText():
            self._paste_text(snapshot, data.text())

    def show_cut(self) -> None:
        """Mark what was cut in the open meeting."""
        is_here = self._cut is not None and self._cut.meeting == self._tree.meeting
        self._tree.agenda.show_cut(self._cut.keys if self._cut and is_here else ())

    def _keep(self, *, is_cut: bool) -> None:
        keys, meeting = self._tree.chosen(), self._tree.meeting
        if keys and meeting is not None:
            clip = Clip(meeting, keys, is_cut)
            self._cut = clip if is_cut else None
            QGuiApplication.clipboard().setMimeData(mime_data(clip, self._tree.agenda.outline))
            self.show_cut()

    # -- rows and files --------------------------------------------------------------------------------------------

    def _paste_rows(self, meeting_id: MeetingId, clip: Clip) -> None:
        outline, item = self._tree.agenda.outline, self._tree.current_item()
        items = [key for key in clip.keys if key.item]
        own = [key for key in clip.keys if key.attachment]
        if item is None and own:
            self._desk.failed.emit(UserError("choose-an-item"))
            return
        beside = Place(outline.rows[item].parent, behind(outline, item)) if item else Place(None, None)
        items_at, attachments_at = (past(outline, clip.keys, at) for at in (beside, self._tree.place_of_files()))
        is_moved = clip.is_cut and clip.meeting == meeting_id and all(key in outline.rows for key in clip.keys)

        def write(store: Store) -> Sequence[RowKey]:
            if is_moved:
                put(store, items, items_at)
                put(store, own, attachments_at)
                return clip.keys
            made = copy_rows(store, meeting_id, clip.keys, items_at=items_at, attachments_at=attachments_at)
            if clip.is_cut:
                take_away(store, clip.keys)
            return made

        label = words.moving(outline, clip.keys) if is_moved else words.pasting(len(items), len(own))
        self._desk.write(self, label, write, self._after_moving if clip.is_cut else self._tree.select_rows)

    def _after_moving(self, made: Sequence[RowKey]) -> None:
        """What was cut is pasted once."""
        self._cut = None
        QGuiApplication.clipboard().clear()
        self.show_cut()
        self._tree.select_rows(made)

    def _paste_files(self, paths: Sequence[Path]) -> None:
        place = self._tree.place_of_files()
        if place.parent is None or place.parent.item is None:
            self._desk.failed.emit(UserError("choose-an-item"))
            return
        self._attaching.attach(paths, place.parent.item, place.before.attachment if place.before else None)

    # -- lines of text ---------------------------------------------------------------------------------------------

    def _paste_text(self, snapshot: Snapshot, text: str) -> None:
        heading = snapshot.agenda.meeting.index_title
        try:
            lines = read_lines(text, snapshot.council.case_types, passed_over={heading})
        except UserError as error:
            self._desk.failed.emit(error)
            return
        item = self._tree.current_item()
        if item is not None and item.item:
            self._attaching.wait_for(item.item, lines.loose)
        elif lines.loose and not lines.items:
            self._desk.failed.emit(UserError("choose-an-item"))
        if lines.items:
            self._write_lines(snapshot.agenda.meeting.id, lines, item, is_whole=is_whole_agenda(text))

    def _write_lines(self, meeting_id: MeetingId, lines: Lines, item: RowKey | None, *, is_whole: bool) -> None:
        parent, beside = self._place_of_lines(lines, item)

        def write(store: Store) -> list[RowKey]:
            above, sibling = parent.item if parent else None, beside.item if beside else None
            made = write_items(store, meeting_id, lines.items, parent=above, behind=sibling, is_whole=is_whole)
            return [RowKey.of_item(item_id) for item_id in made]

        def done(made: list[RowKey]) -> None:
            for key, line in zip(made, lines.items, strict=True):
                if key.item:
                    self._attaching.wait_for(key.item, line.attachments)
            self._tree.select_rows(made)

        self._desk.write(self, words.pasting(len(lines.items)), write, done)

    def _place_of_lines(self, lines: Lines, item: RowKey | None) -> tuple[RowKey | None, RowKey | None]:
        """Parent and sibling that pasted lines come behind: as deep as their numbers say, near the current item."""
        outline = self._tree.agenda.outline
        if item is None:
            return None, None
        above = [item, *outline.ancestors(item)]
        level = outline.rows[item].level
        if lines.depth == level + 1:
            return item, None
        if lines.depth is not None and lines.depth < level:
            item = above[level - lines.depth]
        return outline.rows[item].parent, item
