"""The main window: the panes, and around them menus, errors, progress and the status line.

It is drawn empty at once and furnished afterwards, piece by piece, what is looked at first coming first: the libraries
behind its panes take longer to load than Qt itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kkr_desk.sentences import Language, long_date
from kkr_desk.ui.frame.dropping import MeetingFileTaker
from kkr_desk.ui.frame.language import language, set_language
from kkr_desk.ui.frame.menus import Menus
from kkr_desk.ui.frame.panes import Panes
from kkr_desk.ui.frame.preferences import Preferences, Theme
from kkr_desk.ui.frame.theme import set_theme

if TYPE_CHECKING:
    from pathlib import Path

    from kkr_desk.model import Meeting, MeetingId
    from kkr_desk.store.journal import Changes
    from kkr_desk.ui.desk import Desk, Snapshot
    from kkr_desk.ui.exchange.commands import ExchangeCommands
    from kkr_desk.ui.export.commands import ExportCommands
    from kkr_desk.ui.frame.commands import Commands
    from kkr_desk.ui.frame.error_strip import ErrorStrip
    from kkr_desk.ui.frame.progress_strip import ProgressStrip
    from kkr_desk.ui.frame.welcome import Welcome

PATIENCE = 300
"""Milliseconds that furnishing waits for what the store has to show."""
_SEARCH_WIDTH = 280
_MEETINGS = "window/meetings"
_GEOMETRY = "window/geometry"


class MainWindow(MeetingFileTaker):
    """The window that a secretary works in all day.

    Args:
        preferences: What it remembers.
    """

    drawn = Signal()
    """It is to be seen for the first time."""
    filled = Signal()
    """The agenda shows what the store has for it; the rest of the window comes now."""
    furnished = Signal()
    """Everything is in its place."""
    defect_found = Signal(object)
    """An exception that is our own fault; the crash dialog tells it."""

    progress: ProgressStrip
    welcome: Welcome
    exports: ExportCommands
    exchange: ExchangeCommands

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("main-window")
        self._preferences = preferences
        self._desk: Desk | None = None
        self._errors: ErrorStrip | None = None
        self._is_drawn = False
        self._is_furnished = False
        self._steps: Iterator[None] = iter(())
        self._patience = QTimer(self, singleShot=True)
        self._dialogs: dict[type[QWidget], QWidget] = {}
        self._made: MeetingId | None = None
        self._menus = Menus(self)
        self._commands: Commands | None = None
        self.panes = Panes()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.panes)
        self.search = QLineEdit()
        self._build()
        self.retranslate()
        self.resize(1280, 800)
        self.restoreGeometry(preferences.state(_GEOMETRY))
        self.panes.restore(preferences)
        self.panes.show_meetings(preferences.flag(_MEETINGS, default=True))

    def furnish(self, desk: Desk) -> None:
        """Put everything in its place, now.

        Args:
            desk: What the window works on; its store is being opened already.
        """
        for _ in self._furnish(desk):
            continue

    def furnish_gradually(self, desk: Desk) -> None:
        """The same, drawing and answering in between; `furnished` tells when it is done.

        The first piece is in its place on return, and the others wait for what the store has to show in it.
        """
        self._steps = self._furnish(desk)
        next(self._steps)
        self._patience.timeout.connect(self._go_on_furnishing)
        desk.jobs.idle_changed.connect(self._hurry)
        self._patience.start(PATIENCE)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._menus.retranslate()
        if self._commands is not None:
            self._commands.retranslate()
        else:  # later, the search pane names its field
            self.search.setPlaceholderText(QCoreApplication.translate("Search", "Søg i alle møder  (Ctrl+F)"))
            self.search.setAccessibleName(QCoreApplication.translate("Search", "Søg i alle møder"))
        self._name(self._desk.snapshot if self._desk is not None else None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; see what other programs have written when the user comes back."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._is_furnished:
            self._at_work.look_around()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when it is seen for the first time."""
        super().paintEvent(event)
        if not self._is_drawn:
            self._is_drawn = True
            QTimer.singleShot(0, self.drawn.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how everything stands; a field that is being typed in gives up its text first."""
        self.setFocus()
        self._preferences.keep_state(_GEOMETRY, self.saveGeometry())
        if self._commands is not None:
            self._preferences.keep_flag(_MEETINGS, on=self._commands.show_meetings.isChecked())
            self.panes.keep(self._preferences)
        self._preferences.save()
        super().closeEvent(event)

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Tell of an error that no pane has taken."""
        from kkr_desk.ui.frame.telling import known  # noqa: PLC0415  most mornings nothing goes wrong at once

        told = known(error)
        if told is not None:
            self.errors.tell(told)
        else:
            self.defect_found.emit(error)

    @Slot(object)
    def answer(self, file: Path | None) -> None:
        """The program was started a second time, or with a meeting's file to be opened."""
        self.come_to_front()
        if file is not None:
            self.exchange.open_file(file)

    def come_to_front(self) -> None:
        """Show the window before all others."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def errors(self) -> ErrorStrip:
        """The errors that nobody has put away yet."""
        from kkr_desk.ui.frame.error_strip import ErrorStrip  # noqa: PLC0415  likewise

        if self._errors is None:
            self._errors = ErrorStrip()
            self._layout.insertWidget(0, self._errors)
        return self._errors

    # -- building --------------------------------------------------------------------------------------------------

    @property
    def _at_work(self) -> Desk:
        """The desk, once there is one."""
        if self._desk is None:
            raise RuntimeError("the window has no desk yet")
        return self._desk

    def _build(self) -> None:
        """What is seen at once."""
        centre = QWidget()
        self._layout = QVBoxLayout(centre)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._pages, stretch=1)
        self.setCentralWidget(centre)
        self.search.setObjectName("search-field")
        self.search.setFixedWidth(_SEARCH_WIDTH)
        corner = QWidget(self)
        beside = QHBoxLayout(corner)
        beside.setContentsMargins(0, 2, 8, 2)
        beside.addWidget(self.search)
        self.menuBar().setCornerWidget(corner)

    def _furnish(self, desk: Desk) -> Iterator[None]:
        """Put in one piece after the other, the agenda first."""
        self._desk = desk
        last = self._preferences.last_meeting(desk.folder)
        if last is not None:
            desk.open_meeting(last)
        self.panes.add_agenda(desk, self._preferences)
        self.panes.agenda.setFocus()  # the keys are the agenda's from the start
        desk.snapshot_changed.connect(self._take)
        self._name(desk.snapshot)
        desk.failed.connect(self.show_error)
        yield
        self.filled.emit()
        self._add_strips(desk)
        yield
        self.panes.add_meetings(desk, self._preferences)
        self._follow_changes(None)
        desk.changed.connect(self._follow_changes)
        yield
        self.panes.add_item(desk)
        yield
        self.panes.add_attachment(desk, self._preferences)
        yield
        self.panes.add_index(desk)
        self.panes.add_search(desk, self.search)
        yield
        self._add_commands(desk)
        self.panes.order_tabs()
        self._is_furnished = True
        self.furnished.emit()

    @Slot()
    def _hurry(self) -> None:
        """What was asked of the store has come: show it, and then go on."""
        if self._at_work.jobs.idle:
            self._patience.start(0)

    @Slot()
    def _go_on_furnishing(self) -> None:
        if next(self._steps, self) is not self:
            self._patience.start(0)
        else:
            self._at_work.jobs.idle_changed.disconnect(self._hurry)

    def _add_strips(self, desk: Desk) -> None:
        """Progress, status, and the page for a store without meetings."""
        from kkr_desk.ui.frame.progress_strip import ProgressStrip  # noqa: PLC0415  likewise
        from kkr_desk.ui.frame.renewal import Renewal  # noqa: PLC0415  likewise
        from kkr_desk.ui.frame.status_line import StatusLine  # noqa: PLC0415  likewise
        from kkr_desk.ui.frame.welcome import Welcome  # noqa: PLC0415  likewise

        self.progress, self.welcome = ProgressStrip(desk.jobs), Welcome()
        self._layout.addWidget(self.progress)
        self._pages.addWidget(self.welcome)
        self._renewal = Renewal(desk, self)
        self._status = StatusLine(desk)
        self.setStatusBar(self._status)
        self.welcome.sample_wanted.connect(self._import_sample)

    def _add_commands(self, desk: Desk) -> None:
        """What the menus offer."""
        from kkr_desk.ui.exchange.commands import ExchangeCommands  # noqa: PLC0415  likewise
        from kkr_desk.ui.export.commands import ExportCommands  # noqa: PLC0415  likewise
        from kkr_desk.ui.frame.commands import Commands  # noqa: PLC0415  likewise
        from kkr_desk.ui.frame.undoing import UndoActions  # noqa: PLC0415  likewise
        from kkr_desk.ui.settings.commands import SettingsCommands  # noqa: PLC0415  likewise

        panes, settings = self.panes, SettingsCommands(desk, self._preferences, self)
        self.exports, self.exchange = ExportCommands(desk, self), ExchangeCommands(desk, self)
        self._status.offer(self.exports.menu_actions()[0])
        commands = self._commands = Commands(self, UndoActions(desk, self))
        outwards = (*self.exports.menu_actions(), None, *self.exchange.menu_actions())
        meeting = (*panes.meetings.menu_actions(), None, *outwards)
        edit = (*panes.search.menu_actions(), None, *settings.menu_actions())
        commands.fill(self._menus, meeting, edit, panes.agenda.menu_actions(), panes.attachment.menu_actions())
        commands.show_theme(self._preferences.theme)
        commands.show_meetings.setChecked(self._preferences.flag(_MEETINGS, default=True))
        self.search.setClearButtonEnabled(True)
        self.setAcceptDrops(True)
        for signal, slot in (
            (self.meeting_file_dropped, self.exchange.open_file),
            (self.welcome.new_wanted, self.panes.meetings.offer_new),
            (self.panes.meetings.made, self._expect),
            (commands.quit.triggered, self.close),
            (commands.show_meetings.toggled, panes.show_meetings),
            (commands.show_index.toggled, panes.show_index),
            (settings.theme_chosen, commands.show_theme),
            (panes.meetings.council_wanted, settings.show_council),
            (commands.next_pane.triggered, self._go_on),
            (commands.previous_pane.triggered, self._go_back),
            (commands.guide.triggered, self._show_guide),
            (commands.shortcuts.triggered, self._show_shortcuts),
            (commands.about.triggered, self._show_about),
            (commands.sample.triggered, self._import_sample),
            (commands.theme_wanted, self._choose_theme),
            (commands.language_wanted, self._choose_language),
        ):
            signal.connect(slot)

    # -- what is open ----------------------------------------------------------------------------------------------

    @Slot(object)
    def _take(self, snapshot: Snapshot | None) -> None:
        self._name(snapshot)
        if snapshot is None:
            return
        opened = snapshot.agenda.meeting.id
        self._preferences.keep_last_meeting(self._at_work.folder, opened)
        if opened == self._made:
            self._made = None
            self._pages.setCurrentWidget(self.panes)
            self.panes.agenda.setFocus()

    @Slot(object)
    def _expect(self, made: MeetingId) -> None:
        """A new meeting will lie on the desk: the keys are its agenda's from then on."""
        self._made = made

    def _name(self, snapshot: Snapshot | None) -> None:
        if snapshot is None:
            self.setWindowTitle("KKR Desk")
            return
        meeting = snapshot.agenda.meeting
        self.setWindowTitle(f"KKR Desk – {meeting.council}, {long_date(meeting.date, language())}")

    @Slot(object)
    def _follow_changes(self, changes: Changes | None) -> None:
        if not changes or changes.touches("meeting"):
            self._at_work.read(self, lambda store: store.meetings(), self._look_at_meetings)

    def _look_at_meetings(self, meetings: list[Meeting]) -> None:
        """Welcome who has none; lay one on the desk when none lies there yet."""
        from kkr_desk.ui.frame.first_meeting import nearest  # noqa: PLC0415  see the module's docstring

        self._pages.setCurrentWidget(self.panes if meetings else self.welcome)
        if meetings and self._at_work.snapshot is None:
            self._at_work.open_meeting(nearest(meetings).id)

    @Slot()
    def _import_sample(self) -> None:
        from kkr_desk.ui.frame.first_meeting import take_in_sample  # noqa: PLC0415  once in a program's life

        self._at_work.arrive(self, take_in_sample, self._open_sample)

    def _open_sample(self, meeting: MeetingId) -> None:
        self._at_work.refresh()
        self._at_work.open_meeting(meeting)

    # -- what is chosen --------------------------------------------------------------------------------------------

    @Slot(object)
    def _choose_language(self, chosen: Language) -> None:
        self._preferences.language = chosen
        set_language(chosen)

    @Slot(object)
    def _choose_theme(self, theme: Theme) -> None:
        self._preferences.theme = theme
        set_theme(theme)

    @Slot()
    def _go_on(self) -> None:
        self.panes.go_on(1)

    @Slot()
    def _go_back(self) -> None:
        self.panes.go_on(-1)

    # -- help ------------------------------------------------------------------------------------------------------

    @Slot()
    def _show_guide(self) -> None:
        from kkr_desk.ui.frame.guide import GuideWindow  # noqa: PLC0415  most days nobody asks

        self._show(GuideWindow, lambda: GuideWindow(self))

    @Slot()
    def _show_shortcuts(self) -> None:
        from kkr_desk.ui.frame.shortcuts import ShortcutsDialog  # noqa: PLC0415  likewise

        self._show(ShortcutsDialog, lambda: ShortcutsDialog(self.menuBar(), self))

    @Slot()
    def _show_about(self) -> None:
        from kkr_desk.ui.frame.about import AboutDialog  # noqa: PLC0415  likewise

        self._show(AboutDialog, lambda: AboutDialog(self))

    def _show(self, kind: type[QWidget], make: Callable[[], QWidget]) -> None:
        """Show a window beside this one, the same one every time."""
        if kind not in self._dialogs:
            self._dialogs[kind] = make()
        self._dialogs[kind].show()
        self._dialogs[kind].raise_()
        self._dialogs[kind].activateWindow()
