"""What the dialogs that make a document share: the meeting on the desk, which document, every doubt, and the strip."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kkr_desk.errors import Defect
from kkr_desk.export.doubts import doubts
from kkr_desk.export.request import Document
from kkr_desk.sentences import long_date, printable
from kkr_desk.ui.desk import Desk, Snapshot
from kkr_desk.ui.export.choices import DocumentChoice
from kkr_desk.ui.export.doubts import DoubtList
from kkr_desk.ui.export.strip import WorkStrip
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.frame.telling import known
from kkr_desk.ui.jobs import Ticket
from kkr_desk.worker import Limits

LIMITS = Limits(seconds=900.0, seconds_per_step=3.0)
"""What making one document may take; a page is some milliseconds as PDF, a tenth of a second as a picture for Word."""

_log = logging.getLogger(__name__)


class DocumentDialog(QDialog):
    """A dialog that makes a document of the meeting on the desk, while work goes on behind it.

    Args:
        desk: Whose meeting it follows.
        parent: The main window.
    """

    begin_wanted = Signal(object)
    """`Snapshot`: everything is answered, the work can begin; the dialog then calls `run`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setModal(False)
        self._heading = QLabel(self)
        self._heading.setObjectName("meeting")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.documents = DocumentChoice(self)
        self._hint = QLabel(self)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self.doubt_list = DoubtList(desk, self)
        self.strip = WorkStrip(self)
        self._start = QPushButton(self)
        self._start.setObjectName("start")
        self._start.setDefault(True)
        self._close = QPushButton(self)
        self._close.setObjectName("close")
        self._close.setAutoDefault(False)
        self._labels: dict[QLabel, Callable[[], str]] = {}
        self._fields: list[QWidget] = []
        self._form = QFormLayout()
        self.add_row(lambda: self.tr("Dokument:"), self.documents)
        self._lay_out()
        desk.snapshot_changed.connect(self._on_changed)
        desk.awaited_changed.connect(self._on_changed)
        self.documents.chosen.connect(self.refresh)
        self.doubt_list.answered.connect(self.refresh)
        self.strip.stopped.connect(self._on_stopped)
        self._start.clicked.connect(self._on_start)
        self._close.clicked.connect(self.reject)

    # -- what a dialog of its own says and does ----------------------------------------------------------------------

    def obstacle(self) -> str:
        """Why this dialog's own fields do not let the work begin, "" when they do."""
        return ""

    def hint(self, snapshot: Snapshot) -> str:
        """What the document will be: how many pages."""
        return self.page_words(self.page_count(snapshot))

    def title_words(self) -> tuple[str, str]:
        """The dialog's title, and what its button says."""
        return "", ""

    # -- what they share ---------------------------------------------------------------------------------------------

    def add_row(self, label: Callable[[], str], field: QWidget) -> None:
        """Add a row to the form.

        Args:
            label: Gives its label in the language of the moment.
            field: What stands in it.
        """
        words = QLabel(self)
        words.setBuddy(field)
        self._labels[words] = label
        self._fields.append(field)
        self._form.addRow(words, field)

    def add_hint(self) -> None:
        """Add the row that says what the document will be; after the rows of the dialog's own."""
        words = QLabel(self)
        self._labels[words] = lambda: self.tr("Omfang:")
        self._form.addRow(words, self._hint)

    def page_count(self, snapshot: Snapshot) -> int:
        """Pages of the chosen document."""
        is_index = self.documents.document is Document.INDEX
        return snapshot.plan.index_pages if is_index else snapshot.plan.total_pages

    def page_words(self, pages: int) -> str:
        """A number of pages with its noun."""
        return QCoreApplication.translate("DocumentDialog", "%n side(r)", "", pages)

    def run(self, ticket: Ticket) -> None:
        """Show how far a job is; what was chosen is not changed meanwhile."""
        self.strip.show_work(ticket)
        self._enable()

    def fail(self, error: Exception) -> None:
        """Show what went wrong. A mistake of ours goes to the window, but for the document that was found wrong."""
        shown = known(error)
        if isinstance(error, Defect) and error.code == "verify-failed":
            _log.error("a document was not handed over: %s", error)
            shown = error
        if shown is not None:
            self.strip.show_error(shown)
        else:
            self.strip.show_reason(str)
            self.desk.failed.emit(error)
        self._enable()

    def end(self) -> None:
        """The work has ended and the strip says how."""
        self._enable()
        if self.strip.is_done and self.strip.primary is None:
            self._close.setFocus()

    def refresh(self) -> None:
        """Show how things stand: what was chosen, the doubts, and whether it can begin."""
        snapshot = self.desk.snapshot
        logo_lost = snapshot is not None and snapshot.council.logo is not None and snapshot.plan.logo is None
        awaited = self.desk.awaited
        found = doubts(snapshot.agenda, logo_lost=logo_lost, awaited=awaited) if snapshot else ()
        self.doubt_list.show_doubts(found)
        if not self.strip.is_working:
            self.strip.show_reason(self._reason)
        self._enable()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        title, start = self.title_words()
        self.setWindowTitle(title)
        self._start.setText(start)
        self._close.setText(self.tr("&Luk"))
        for label, words in self._labels.items():
            label.setText(words())
        snapshot = self.desk.snapshot
        if snapshot is None:
            self._heading.setText(self.tr("Intet møde er åbent"))
            self._hint.setText("")
            return
        meeting = snapshot.agenda.meeting
        day = long_date(meeting.date, language())
        self._heading.setText(self.tr("{council}, {date}").format(council=printable(meeting.council), date=day))
        self._hint.setText(self.hint(snapshot))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the meeting as it stands now."""
        self.refresh()
        super().showEvent(event)

    def reject(self) -> None:
        """Esc and the window's cross: cancel what is under way, else close."""
        if self.strip.is_working:
            self.strip.cancel()
        else:
            super().reject()

    def _lay_out(self) -> None:
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._start)  # first, as in every dialog here
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self._heading)
        layout.addLayout(self._form)
        layout.addWidget(self.doubt_list, 1)
        layout.addWidget(self.strip)
        layout.addLayout(buttons)
        self.setMinimumWidth(640)

    def _reason(self) -> str:
        if self.desk.snapshot is None:
            return self.tr("Åbn et møde først.")
        return self.doubt_list.obstacle() or self.obstacle()

    def _enable(self) -> None:
        working = self.strip.is_working
        for field in self._fields:
            field.setDisabled(working)
        self.doubt_list.setDisabled(working)
        self._close.setDisabled(working)
        self._start.setDisabled(working or bool(self._reason()))
        # What is done is not done again by one more Enter.
        default = self.strip.primary or (self._close if self.strip.is_done else self._start)
        default.setDefault(True)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_start(self) -> None:
        snapshot = self.desk.snapshot
        if snapshot is not None:
            self.begin_wanted.emit(snapshot)

    def _on_stopped(self) -> None:
        self.strip.show_note(lambda: self.tr("Annulleret. Der er ikke gemt noget nyt."))
        self.end()
