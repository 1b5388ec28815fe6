"""The pane of the agenda, in the middle of the window: the outline is the program."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QItemSelection, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kkr_desk.model import ItemId
from kkr_desk.plan import make_plan
from kkr_desk.typeface.widths import measure
from kkr_desk.ui.agenda import places
from kkr_desk.ui.agenda.actions import Actions, Command
from kkr_desk.ui.agenda.attaching import Attaching
from kkr_desk.ui.agenda.commands import Commands
from kkr_desk.ui.agenda.drafts import Drafts
from kkr_desk.ui.agenda.pasting import Pasting
from kkr_desk.ui.agenda.places import Place
from kkr_desk.ui.agenda.rows import Outline, RowKey, RowKind, outline, with_awaited
from kkr_desk.ui.agenda.tree import AgendaTree
from kkr_desk.ui.agenda.tree_model import AgendaModel
from kkr_desk.ui.agenda.trial import moved, standings
from kkr_desk.ui.agenda.words import Column
from kkr_desk.ui.arrivals.offering import Offering
from kkr_desk.ui.desk import Desk, Selection, Snapshot
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.frame.preferences import Preferences

_ROWS, _EMPTY, _NO_MEETING = range(3)
"""Pages of the pane."""
_COLUMNS = "agenda/columns"
_CLOSED = "agenda/closed/{meeting}"


class AgendaPane(QWidget):
    """The open meeting's items and attachments, to be written, moved and filled.

    Args:
        desk: What the window works on.
    """

    tried = Signal(object)
    """`Plan`: the meeting as it would be if what is dragged were dropped; None when it is as it stands again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda")
        self._desk = desk
        self._preferences: Preferences | None = None
        self._is_drawing = False
        self._model = AgendaModel(self)
        self.tree = AgendaTree(self._model)
        self._drafts = Drafts(desk, self)
        self._attaching = Attaching(desk, self)
        self._offering = Offering(desk, self)
        self._commands = Commands(desk, self.tree, self._drafts, self._attaching)
        self._pasting = Pasting(desk, self.tree, self._attaching)
        self.actions_ = Actions(self.tree, self._runs())
        self._build()
        self._connect()
        self.retranslate()
        self._draw(desk.snapshot)
        self._follow(desk.selection)

    def menu_actions(self) -> tuple[QAction | None, ...]:
        """What the menu Punkt offers; None for a line between."""
        return self.actions_.menu_actions()

    def remember(self, preferences: Preferences) -> None:
        """Stand as the pane stood last: widths of columns, and what was closed; and keep both from now on."""
        self._preferences = preferences
        header = self.tree.header()
        header.restoreState(preferences.state(_COLUMNS))
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self.tree.fit_columns()
        header.sectionResized.connect(self._keep_columns)
        self._recall_closed()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.actions_.retranslate()
        self._model.retranslate()
        self.tree.setAccessibleName(self.tr("Dagsorden"))
        self.tree.setAccessibleDescription(self.tr("Tab rykker ind. Ctrl+Tab går videre til det næste i vinduet."))
        self._no_meeting.setText(self.tr("Vælg et møde i listen for at se dagsordenen."))
        self._empty_text.setText(self.tr("Dagsordenen er tom. Skriv det første punkt, eller sæt linjer med tekst ind."))
        self._empty_button.setText(self.tr("Nyt punkt"))
        self._hint.setText(self.tr("Træk filer hen på et punkt for at gøre dem til bilag."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # -- building ------------------------------------------------------------------------------------------------

    def _runs(self) -> dict[Command, Callable[[], None]]:
        commands, pasting = self._commands, self._pasting
        return {
            Command.NEW_ITEM: commands.new_item,
            Command.NEW_CHILD: commands.new_child,
            Command.NEW_SECTION: commands.new_section,
            Command.ATTACH: commands.choose_files,
            Command.ATTACH_FOLDER: commands.choose_folder,
            Command.RENAME: commands.rename,
            Command.CASEWORKER: commands.name_caseworker,
            Command.MOVE_UP: commands.move_up,
            Command.MOVE_DOWN: commands.move_down,
            Command.INDENT: commands.indent,
            Command.OUTDENT: commands.outdent,
            Command.CUT: pasting.cut,
            Command.COPY: pasting.copy,
            Command.PASTE: pasting.paste,
            Command.DELETE: commands.delete,
            Command.RENUMBER: commands.renumber,
            Command.FORGET_TITLES: commands.forget_titles,
        }

    def _build(self) -> None:
        self._no_meeting = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._no_meeting.setObjectName("agenda-no-meeting")
        self._empty_text = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._empty_button = QPushButton(icon("list-plus"), "")
        self._empty_button.setObjectName("agenda-begin")
        empty = QWidget()
        empty.setObjectName("agenda-empty")
        lines = QVBoxLayout(empty)
        lines.addStretch()
        lines.addWidget(self._empty_text)
        lines.addWidget(self._empty_button, alignment=Qt.AlignmentFlag.AlignCenter)
        lines.addStretch()
        full = QWidget()
        below = QVBoxLayout(full)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.tree)
        below.addLayout(self._foot())
        self._pages = QStackedWidget()
        for page in (full, empty, self._no_meeting):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setFocusProxy(self.tree)

    def _foot(self) -> QHBoxLayout:
        """The two commands that a beginner looks for, and where files go."""
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 4, 8, 4)
        for command in (Command.NEW_ITEM, Command.ATTACH):
            button = QToolButton(autoRaise=True)
            button.setDefaultAction(self.actions_[command])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setObjectName(f"agenda-button-{command}")
            foot.addWidget(button)
        self._hint = QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._hint.setSizePolicy(self._hint.sizePolicy().Policy.Ignored, self._hint.sizePolicy().Policy.Preferred)
        foot.addWidget(self._hint, stretch=1)
        return foot

    def _connect(self) -> None:
        self._desk.snapshot_changed.connect(self._draw)
        self._desk.selection_changed.connect(self._follow)
        self._drafts.changed.connect(self._draw_unkept)
        self._attaching.waiting_changed.connect(self._draw_unkept)
        self._attaching.waiting_changed.connect(self._tell_awaited)
        self._attaching.offered.connect(self._offering.show)
        self._model.edited.connect(self._commands.write)
        self.actions_.choose_type = self._commands.choose_type
        tree = self.tree
        tree.selectionModel().selectionChanged.connect(self._selected)
        tree.selectionModel().currentChanged.connect(self._went)
        tree.selectionModel().currentChanged.connect(self._look)
        tree.rows_dropped.connect(self._commands.move)
        tree.files_dropped.connect(self._commands.attach_at)
        tree.hovering.connect(self._try)
        tree.editing_ended.connect(self._end_editing)
        tree.delegate.entered.connect(self._commands.go_on_writing)
        tree.delegate.shifted.connect(self._commands.shift_written)
        tree.collapsed.connect(self._keep_closed)
        tree.expanded.connect(self._keep_closed)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._show_menu)
        tree.header().customContextMenuRequested.connect(self._show_header_menu)
        self._empty_button.clicked.connect(self._commands.new_item)
        self._empty_button.addActions([self.actions_[Command.NEW_ITEM], self.actions_[Command.PASTE]])

    # -- drawing -------------------------------------------------------------------------------------------------

    def _draw(self, snapshot: Snapshot | None) -> None:
        """Draw the open meeting as it stands."""
        meeting = snapshot.agenda.meeting.id if snapshot else None
        is_new = meeting != self.tree.meeting
        self.tree.meeting = meeting
        if is_new:
            self._drafts.clear()
            self.tree.closed.clear()
            self._recall_closed()
        if snapshot is not None:
            self.tree.delegate.case_types = snapshot.council.case_types
            self.actions_.offer_types(snapshot.council.case_types)
        rows, written = self._drafts.among(outline(snapshot.plan, snapshot.alternates) if snapshot else Outline())
        rows = with_awaited(rows, self._attaching.awaited())
        self._is_drawing = True
        if is_new:
            self._model.show_new(rows)
        else:
            self._model.show(rows, written=written)
        self.tree.select_current()
        self.tree.fit_columns()
        self._is_drawing = False
        self._turn_to(_NO_MEETING if snapshot is None else _ROWS if rows.rows else _EMPTY)
        if is_new:
            self._pasting.show_cut()
        self._show_waiting()
        self._went()

    def _turn_to(self, page: int) -> None:
        """Show the rows, or what to do where there are none; the focus stays in the pane."""
        focused = QApplication.focusWidget()
        is_here = focused is not None and self.isAncestorOf(focused)
        if page == self._pages.currentIndex():
            return
        self._pages.setCurrentIndex(page)
        if is_here and page != _NO_MEETING:
            (self.tree if page == _ROWS else self._empty_button).setFocus()

    def _draw_unkept(self) -> None:
        """Draw what the store has, and what it has not yet."""
        self._draw(self._desk.snapshot)

    def _tell_awaited(self) -> None:
        """Let everybody know which items lack files."""
        waiting = self._attaching.waiting()
        self._desk.awaited = {key.item: len(titles) for key, titles in waiting.items() if key.item}
        self._desk.awaited_changed.emit()

    def _show_waiting(self) -> None:
        there = self._model.outline.rows
        self._model.show_waiting({key: titles for key, titles in self._attaching.waiting().items() if key in there})
        self._look()

    def _try(self, keys: Sequence[RowKey], place: Place | None) -> None:
        """Show the pages as they would be if what is dragged were dropped."""
        snapshot = self._desk.snapshot
        if snapshot is None or place is None:
            self._model.show_trial({})
            self.tried.emit(None)
            return
        plan = make_plan(moved(snapshot.agenda, keys, place), measure, snapshot.plan.template, logo=snapshot.plan.logo)
        self._model.show_trial(standings(plan))
        self.tried.emit(plan)

    # -- selecting -----------------------------------------------------------------------------------------------

    def _went(self, *_: QModelIndex) -> None:
        """The current row is another: the window shows it."""
        key = self.tree.current()
        if self._is_drawing or (key is not None and key.kind is RowKind.DRAFT):
            return
        shown = self._desk.selection
        if key is None or key == _key_of(shown):
            return
        item = self._model.outline.item_of(key)
        self._desk.select(Selection(item.item if item else None, key.attachment))

    def _follow(self, selection: Selection) -> None:
        """Something else has selected a row."""
        key = _key_of(selection)
        current = self.tree.current()
        if key == current or (key is None and current and current.kind is RowKind.DRAFT):
            return
        if current and current.kind is RowKind.AWAITED and key == self._model.outline.item_of(current):
            return  # it stands for its item
        self.tree.go_to(key)

    def _selected(self, _: QItemSelection, __: QItemSelection) -> None:
        self._look()

    def _look(self, *_: QModelIndex) -> None:
        """What can be done now."""
        if self._is_drawing:
            return
        actions, commands, rows = self.actions_, self._commands, self.tree.chosen()
        is_open, item = self._desk.snapshot is not None, self.tree.current_item()
        current = self.tree.current()
        for command in (Command.NEW_ITEM, Command.NEW_SECTION, Command.PASTE, Command.ATTACH_FOLDER):
            actions[command].setEnabled(is_open)
        for command in (Command.NEW_CHILD, Command.ATTACH):
            actions[command].setEnabled(item is not None)
        for command in (Command.CUT, Command.COPY, Command.DELETE):
            actions[command].setEnabled(bool(rows))
        actions[Command.RENAME].setEnabled(current is not None and current.kind is not RowKind.AWAITED)
        actions[Command.CASEWORKER].setEnabled(current is not None and current.item is not None)
        for command, movement in _MOVEMENTS.items():
            actions[command].setEnabled(commands.place_of(movement) is not None)
        items = [key for key in rows if key.item]
        actions.types_menu.menuAction().setEnabled(bool(items))
        actions.check_type(self._model.outline.rows[key].case_type for key in items)
        actions[Command.RENUMBER].setEnabled(any(row.pinned for row in self._model.outline.rows.values()))
        actions[Command.FORGET_TITLES].setVisible(item in self._attaching.waiting())

    # -- editing -------------------------------------------------------------------------------------------------

    def _end_editing(self, key: RowKey) -> None:
        """A draft that was given up, or left empty, goes; when the click is done that may have ended the editing."""
        if self._drafts.is_open(key):
            QTimer.singleShot(0, self, partial(self._discard, key))

    def _discard(self, key: RowKey) -> None:
        is_current = self.tree.current() == key
        before = self._drafts.discard(key)
        if is_current and before is not None:
            self.tree.go_to(before)

    # -- menus ---------------------------------------------------------------------------------------------------

    def _show_menu(self, position: QPoint) -> None:
        self._pop_up(self.actions_.context_menu(), self.tree.viewport().mapToGlobal(position))

    def _show_header_menu(self, position: QPoint) -> None:
        menu = QMenu(self.tree)
        menu.setObjectName("agenda-header-menu")
        menu.addAction(self.actions_[Command.RENUMBER])
        self._pop_up(menu, self.tree.header().viewport().mapToGlobal(position))

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # -- remembering ---------------------------------------------------------------------------------------------

    def _keep_columns(self, *_: int) -> None:
        if self._preferences is not None:
            self._preferences.keep_state(_COLUMNS, self.tree.header().saveState())

    def _keep_closed(self, _: QModelIndex) -> None:
        if self._preferences is not None and self.tree.meeting is not None and not self._is_drawing:
            ids = sorted(key.id for key in self.tree.closed if key.item)
            name = _CLOSED.format(meeting=self.tree.meeting)
            self._preferences.keep_state(name, QByteArray(json.dumps(ids).encode()))

    def _recall_closed(self) -> None:
        if self._preferences is not None and self.tree.meeting is not None:
            self.tree.close_rows(_closed_rows(self._preferences.state(_CLOSED.format(meeting=self.tree.meeting))))


_MOVEMENTS = {
    Command.MOVE_UP: places.above,
    Command.MOVE_DOWN: places.below,
    Command.INDENT: places.indented,
    Command.OUTDENT: places.outdented,
}


def _key_of(selection: Selection) -> RowKey | None:
    """The row that is selected in the window."""
    if selection.attachment is not None:
        return RowKey.of_attachment(selection.attachment)
    return RowKey.of_item(selection.item) if selection.item is not None else None


def _closed_rows(state: QByteArray) -> set[RowKey]:
    """The rows that were closed, as they were kept; none where nothing was, or something else."""
    try:
        kept: object = json.loads(bytes(state.data()) or b"[]")
    except ValueError:  # a file that somebody has written into: everything is open
        return set()
    return {RowKey.of_item(ItemId(row)) for row in kept if isinstance(row, str)} if isinstance(kept, list) else set()
