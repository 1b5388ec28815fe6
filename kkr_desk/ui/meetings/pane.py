"""The pane of meetings, at the window's left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from kkr_desk.model import Council, Meeting, MeetingId, MeetingState
from kkr_desk.sentences import long_date
from kkr_desk.store import Store
from kkr_desk.store.journal import Changes
from kkr_desk.ui.desk import Desk, Snapshot
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.meetings.dialogs import MeetingDetailsDialog, NewMeetingDialog
from kkr_desk.ui.meetings.removal import RemovalDialog
from kkr_desk.ui.meetings.tree import BRANCH, MEETING, MeetingDelegate, MeetingsModel, MeetingsTree
from kkr_desk.ui.meetings.words import meeting_in_words, state_word

_TABLES = ("meeting", "council")
"""What this pane shows; other changes leave it as it is."""


class MeetingsPane(QWidget):
    """All meetings by council and year; opens them, makes new ones, puts old ones away.

    Args:
        desk: What the window works on.
    """

    filled = Signal()
    """The meetings have been read and are shown."""
    made = Signal(object)
    """`MeetingId`: a new meeting is being opened, and its agenda will be written."""
    council_wanted = Signal(str)
    """The settings of the council of this name are to be shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meetings")
        self._desk = desk
        self._meetings: list[Meeting] = []
        self._councils: list[Council] = []
        self._closed: set[str] = {"archive"}
        self._build()
        self._make_actions()
        self.retranslate()
        desk.store_opened.connect(self._read)
        desk.changed.connect(self._follow)
        desk.snapshot_changed.connect(self._show_opened)
        self._read()

    def menu_actions(self) -> tuple[QAction | None, ...]:
        """What the menu Møde offers; None for a line between."""
        of_meeting = (self.new_action, self.details_action, self.council_action, *self._state_menu)
        return (*of_meeting, None, self.archive_action, self.delete_action)

    def closed_branches(self) -> list[str]:
        """Councils and years that the user has closed, to be remembered."""
        return sorted(self._closed)

    def close_branches(self, branches: list[str]) -> None:
        """Close councils and years as they were."""
        self._closed = set(branches)
        self._open_branches()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.new_action.setText(self.tr("&Nyt møde…"))
        self.details_action.setText(self.tr("&Oplysninger om mødet…"))
        self.council_action.setText(self.tr("&Rådets indstillinger…"))
        self.council_action.setStatusTip(self.tr("Rådets medlemmer, faste punkter, sagstyper og dokumenter"))
        self.delete_action.setText(self.tr("&Slet endeligt…"))
        self._state_action.setText(self.tr("&Tilstand"))
        for state, action in self._states.items():
            action.setText(state_word(state).capitalize())
        self.tree.setAccessibleName(self.tr("Møder"))
        self._empty_text.setText(self.tr("Her er ingen møder endnu."))
        self._empty_button.setText(self.tr("Nyt møde…"))
        self._new_button.setText(self.tr("Nyt møde…"))
        self._look()
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def offer_new(self) -> None:
        """Ask for a new meeting's day and council, and make it."""
        today = date.today()  # noqa: DTZ011  the day on the user's calendar
        dialog = NewMeetingDialog(
            [council.name for council in self._councils], self._meetings, self._current(), today, self
        )
        dialog.accepted.connect(partial(self._make, dialog))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def offer_details(self) -> None:
        """Let the user change what is known of the meeting that is marked."""
        meeting = self._current()
        if meeting is None:
            return
        dialog = MeetingDetailsDialog([council.name for council in self._councils], meeting, self)
        dialog.accepted.connect(partial(self._change, dialog, meeting))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def offer_deletion(self) -> None:
        """Ask whether the meeting that is marked is to be deleted for good, and do it."""
        meeting = self._current()
        if meeting is not None:
            dialog = RemovalDialog(self._desk, meeting, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._model = MeetingsModel(self)
        self.tree = MeetingsTree()
        self.tree.setObjectName("meetings-tree")
        self.tree.setModel(self._model)
        self.tree.setItemDelegate(MeetingDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(16)
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.tree.activated.connect(self._open)
        self.tree.clicked.connect(self._open)
        self.tree.collapsed.connect(self._note_closed)
        self.tree.expanded.connect(self._note_opened)
        self.tree.selectionModel().currentChanged.connect(self._look)
        self._empty_text = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._empty_button = QPushButton()
        self._new_button = QPushButton()
        for button in (self._empty_button, self._new_button):
            button.setIcon(icon("calendar-plus"))
            button.clicked.connect(self.offer_new)
        shelf, empty = QWidget(), QWidget()
        for page, widgets in ((shelf, (self.tree, self._new_button)), (empty, (self._empty_text, self._empty_button))):
            layout = QVBoxLayout(page)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(8)
            for widget in widgets:
                layout.addWidget(widget)
        empty.layout().setAlignment(Qt.AlignmentFlag.AlignCenter)  # type: ignore[union-attr]
        self._pages = QStackedWidget()
        self._pages.addWidget(shelf)
        self._pages.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._pages)

    def _make_actions(self) -> None:
        self.new_action = self._action("calendar-plus", self.offer_new)
        self.new_action.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        self.details_action = self._action("calendar-days", self.offer_details)
        self.council_action = self._action("landmark", self._show_council)
        self.council_action.setObjectName("council_settings")
        self.archive_action = self._action("archive", self._archive)
        self.delete_action = self._action("trash-2", self.offer_deletion)
        self._state_action = QAction(icon("tag"), "", self)
        menu = QMenu(self)
        group = QActionGroup(self)
        self._states = {state: QAction(self, checkable=True) for state in MeetingState}
        for state, action in self._states.items():
            action.triggered.connect(partial(self._set_state, state))
            group.addAction(action)
            menu.addAction(action)
        self._state_action.setMenu(menu)
        self._state_menu = (self._state_action,)

    def _action(self, drawing: str, what: Callable[[], None]) -> QAction:
        action = QAction(icon(drawing), "", self)
        action.triggered.connect(what)
        return action

    # -- showing -------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        def work(store: Store) -> tuple[list[Meeting], list[Council]]:
            return store.meetings(), store.councils()

        self._desk.read(self, work, self._take)

    def _take(self, found: tuple[list[Meeting], list[Council]]) -> None:
        self._meetings, self._councils = found
        self._fill()
        self.filled.emit()

    def _fill(self) -> None:
        marked = self._current()
        self._model.fill(self._meetings, date.today(), self._opened)  # noqa: DTZ011  as above
        self._pages.setCurrentIndex(0 if self._meetings else 1)
        self._open_branches()
        self._mark(marked.id if marked else self._opened)

    def _follow(self, changes: Changes) -> None:
        if not changes or any(changes.touches(table) for table in _TABLES):
            self._read()

    def _show_opened(self, _: Snapshot | None) -> None:
        if self._model.opened != self._opened:
            self._model.show_opened(self._opened)
            self._mark(self._opened)

    def _mark(self, meeting_id: MeetingId | None) -> None:
        """Mark a meeting, unless it stands below what the user has closed: marking it would open that."""
        index = self._model.row_of(meeting_id)
        above = index.parent()
        while above.isValid() and self.tree.isExpanded(above):
            above = above.parent()
        if index.isValid() and not above.isValid():
            self.tree.setCurrentIndex(index)
        self._look()

    def _open_branches(self) -> None:
        """Open all but what the user has closed."""
        waiting = [QModelIndex()]
        while waiting:
            parent = waiting.pop()
            for row in range(self._model.rowCount(parent)):
                index = self._model.index(row, 0, parent)
                if index.data(BRANCH) is not None:
                    self.tree.setExpanded(index, index.data(BRANCH) not in self._closed)
                waiting.append(index)

    def _look(self) -> None:
        """Let the actions be what they can be for the meeting that is marked."""
        meeting = self._current()
        of_meeting = (self.details_action, self.council_action, self.archive_action, self.delete_action)
        for action in (*of_meeting, self._state_action):
            action.setEnabled(meeting is not None)
        archived = meeting is not None and meeting.archived
        self.archive_action.setText(self.tr("&Hent fra arkiv") if archived else self.tr("&Arkivér"))
        self.archive_action.setIcon(icon("archive-restore" if archived else "archive"))
        if meeting is not None:
            self._states[meeting.state].setChecked(True)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for action in self.menu_actions():
            menu.addSeparator() if action is None else menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _note_closed(self, index: QModelIndex) -> None:
        self._closed.add(index.data(BRANCH))

    def _note_opened(self, index: QModelIndex) -> None:
        self._closed.discard(index.data(BRANCH))

    # -- doing ---------------------------------------------------------------------------------------------------

    @property
    def _opened(self) -> MeetingId | None:
        return self._desk.snapshot.agenda.meeting.id if self._desk.snapshot else None

    def _current(self) -> Meeting | None:
        """The meeting that is marked; the open one where none is."""
        marked = self.tree.currentIndex().data(MEETING)
        if isinstance(marked, Meeting):
            return marked
        return next((meeting for meeting in self._meetings if meeting.id == self._opened), None)

    def _open(self, index: QModelIndex) -> None:
        meeting = index.data(MEETING)
        if isinstance(meeting, Meeting) and meeting.id != self._opened:
            self._desk.open_meeting(meeting.id)

    def _make(self, dialog: NewMeetingDialog) -> None:
        form, copied, is_empty = dialog.form, dialog.copied, dialog.is_empty
        council, day, time, place = form.council_name, form.chosen_day, form.time.text(), form.place.text()

        def work(store: Store) -> MeetingId:
            if copied is None:
                return store.new_meeting(council, day, time=time, place=place, is_empty=is_empty).id
            made = store.copy_meeting(copied, day)
            return store.change_meeting(made.id, time=time, place=place).id

        label = self.tr("Opret mødet {date}").format(date=long_date(day, language()))
        self._desk.write(self, label, work, self._open_made)

    def _open_made(self, meeting_id: MeetingId) -> None:
        self.made.emit(meeting_id)
        self._desk.open_meeting(meeting_id)

    def _change(self, dialog: MeetingDetailsDialog, meeting: Meeting) -> None:
        form = dialog.form
        label = self.tr("Ret oplysninger om mødet {date}").format(date=long_date(meeting.date, language()))
        changes = {
            "council": form.council_name,
            "date": form.chosen_day,
            "time": form.time.text(),
            "place": form.place.text(),
            "state": form.chosen_state,
            "index_title": form.index_title.text().strip() or meeting.index_title,
        }
        self._desk.write(self, label, lambda store: store.change_meeting(meeting.id, **changes))  # type: ignore[arg-type]

    def _show_council(self) -> None:
        meeting = self._current()
        if meeting is not None:
            self.council_wanted.emit(meeting.council)

    def _set_state(self, state: MeetingState) -> None:
        meeting = self._current()
        if meeting is not None and meeting.state is not state:
            label = self.tr("Sæt {meeting} til {state}")
            label = label.format(meeting=meeting_in_words(meeting), state=state_word(state))
            self._desk.write(self, label, lambda store: store.change_meeting(meeting.id, state=state))

    def _archive(self) -> None:
        meeting = self._current()
        if meeting is None:
            return
        label = self.tr("Hent {meeting} fra arkivet") if meeting.archived else self.tr("Arkivér {meeting}")
        archived = not meeting.archived
        self._desk.write(
            self,
            label.format(meeting=meeting_in_words(meeting)),
            lambda store: store.change_meeting(meeting.id, archived=archived),
        )
