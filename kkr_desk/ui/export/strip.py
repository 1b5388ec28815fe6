"""The strip at a dialog's foot: why it cannot begin, how far it is, what has come of it or what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kkr_desk.errors import KkrDeskError
from kkr_desk.sentences import PROGRESS, printable, say
from kkr_desk.ui.frame.icons import SIZE, icon
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.frame.telling import details, sentence
from kkr_desk.ui.jobs import Ticket

_DONE = "circle-check"
_MOST = 100_000
POLL = 100
"""Milliseconds between two looks at how far the work is."""


class WorkStrip(QWidget):
    """One line of what is going on, a bar while work is under way, and the buttons that fit."""

    stopped = Signal()
    """The work under way was cancelled and has ended."""
    replace_wanted = Signal()
    """The file that is there already may be replaced."""
    other_name_wanted = Signal()
    """It may not; another name is wanted."""
    folder_making_wanted = Signal()
    """The folder that is not there may be made."""
    open_wanted = Signal()
    folder_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticket: Ticket | None = None
        self._buttons: list[QPushButton] = []
        self._error: KkrDeskError | None = None
        self._say: Callable[[], str] = str
        self._picture = ""
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setObjectName("outcome")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("progress")
        self._bar.setTextVisible(False)
        self._cancel = self._button("cancel", "ban")
        self._replace = self._button("replace", "replace")
        self._make_folder = self._button("make_folder", "folder")
        self._rename = self._button("other_name", "pencil")
        self._open = self._button("open", "external-link")
        self._folder = self._button("folder", "folder-open")
        self._print = self._button("print", "printer")
        self._details = self._button("details", "copy")
        self._primary: QPushButton | None = None
        self._poll = QTimer(self, interval=POLL)
        self._lay_out()
        self._connect()
        self.show_reason(str)

    @property
    def is_working(self) -> bool:
        """Whether work is under way."""
        return self._ticket is not None

    @property
    def primary(self) -> QPushButton | None:
        """The button that comes next, now that something is done: what Enter means; None while nothing is."""
        return self._primary

    @property
    def is_done(self) -> bool:
        """Whether it says what has come of the work."""
        return self._picture == _DONE

    def show_reason(self, text: Callable[[], str]) -> None:
        """Say why nothing can begin, or nothing at all.

        Args:
            text: Gives the sentence, in the language of the moment.
        """
        self._set(text, "")

    def show_note(self, text: Callable[[], str]) -> None:
        """Say what has happened, such as a cancel."""
        self._set(text, "info")
        self._announce()

    def show_work(self, ticket: Ticket) -> None:
        """Show how far a job is until it ends."""
        self._set(self._step, "", self._cancel)
        self._ticket = ticket
        ticket.is_shown = True
        self._cancel.setEnabled(True)
        self._bar.setRange(0, 0)
        self._bar.show()
        self._poll.start()
        self._cancel.setFocus()

    def show_done(
        self, text: Callable[[], str], *, can_open: bool = False, can_show: bool = False, can_print: bool = False
    ) -> None:
        """Say what has come of it.

        Args:
            text: Gives the sentence.
            can_open: It is a file that another program opens.
            can_show: It is a file that can be shown in its folder.
            can_print: It can be printed from here.
        """
        offered = ((self._open, can_open), (self._folder, can_show), (self._print, can_print))
        buttons = [button for button, is_offered in offered if is_offered]
        self._set(text, _DONE, *buttons)
        self._announce()
        if buttons:
            self._primary = buttons[0]
            buttons[0].setFocus()

    def show_error(self, error: KkrDeskError) -> None:
        """Say what went wrong and what to do; the details can be copied."""
        self._set(lambda: sentence(error), "circle-alert", self._details)
        self._error = error
        self._announce()

    def ask_to_replace(self, file: Path) -> None:
        """Ask whether a file that is there may be replaced."""
        self._set(
            lambda: self.tr("{file} findes allerede.").format(file=printable(file.name)),
            "circle-question-mark",
            self._replace,
            self._rename,
        )
        self._announce()
        self._rename.setFocus()

    def ask_to_make_folder(self, error: KkrDeskError) -> None:
        """Ask whether a folder that is not there is to be made.

        Args:
            error: ``target-folder-missing``.
        """
        self._set(lambda: sentence(error), "circle-question-mark", self._make_folder, self._rename)
        self._announce()
        self._make_folder.setFocus()

    def cancel(self) -> None:
        """Ask the work under way to stop."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._cancel.setEnabled(False)
            self._look()

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        self._cancel.setText(self.tr("&Annuller"))
        self._replace.setText(self.tr("E&rstat filen"))
        is_only_named = self._make_folder.isHidden()
        self._rename.setText(self.tr("Vælg et andet &navn…") if is_only_named else self.tr("Vælg et andet &sted…"))
        self._make_folder.setText(self.tr("&Opret mappen"))
        self._open.setText(self.tr("&Åbn"))
        self._folder.setText(self.tr("Vis i &mappe"))
        self._print.setText(self.tr("U&dskriv…"))
        self._details.setText(self.tr("&Kopiér detaljer"))
        self._bar.setAccessibleName(self.tr("Hvor langt arbejdet er"))
        self._text.setText(self._say())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the colours."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _button(self, name: str, picture: str) -> QPushButton:
        button = QPushButton(icon(picture), "", self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        self._buttons.append(button)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._bar)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._poll.timeout.connect(self._look)
        self._cancel.clicked.connect(self.cancel)
        self._details.clicked.connect(self._copy_details)
        for button, signal in (
            (self._replace, self.replace_wanted),
            (self._rename, self.other_name_wanted),
            (self._make_folder, self.folder_making_wanted),
            (self._open, self.open_wanted),
            (self._folder, self.folder_wanted),
            (self._print, self.print_wanted),
        ):
            button.clicked.connect(signal)

    def _set(self, text: Callable[[], str], picture: str, *buttons: QPushButton) -> None:
        self._say, self._ticket, self._error, self._primary = text, None, None, None
        self._poll.stop()
        self._bar.hide()
        for button in self._buttons:
            button.setVisible(button in buttons)
        self._picture = picture
        self._draw()
        self.retranslate()

    def _draw(self) -> None:
        self._icon.setVisible(bool(self._picture))
        if self._picture:
            self._icon.setPixmap(icon(self._picture).pixmap(QSize(SIZE, SIZE), self.devicePixelRatioF()))

    def _look(self) -> None:
        """See how far the work is, and whether it has ended without a word: cancelled."""
        ticket = self._ticket
        if ticket is None:
            return
        if ticket.ended:
            if ticket.cancelled:
                self._ticket = None
                self.stopped.emit()
            return
        step = ticket.progress
        self._bar.setRange(0, min(step.total, _MOST))  # Qt's bar counts to two thousand million
        self._bar.setValue(step.done if step.total <= _MOST else step.done * _MOST // step.total)
        self._text.setText(self._step())

    def _step(self) -> str:
        ticket = self._ticket
        if ticket is None or ticket.cancelled:
            return self.tr("Annullerer …") if ticket else ""
        step = ticket.progress
        what = say(PROGRESS, step.what, language()) if step.what in PROGRESS else printable(step.what)
        if not what:
            return self.tr("Gør klar …")
        if not step.total:
            return self.tr("{what} …").format(what=what)
        return self.tr("{what}: {done} af {total}").format(what=what, done=step.done, total=step.total)

    def _copy_details(self) -> None:
        if self._error is not None:
            QGuiApplication.clipboard().setText(f"{sentence(self._error)}\n\n{details(self._error)}")

    def _announce(self) -> None:
        """Let a screen reader say what the strip now says."""
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))
