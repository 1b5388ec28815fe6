"""Deleting a meeting for good, for the law's sake: it cannot be undone, so its name has to be typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from kkr_desk.errors import EnvironmentFault, KkrDeskError, UserError
from kkr_desk.model import Meeting
from kkr_desk.sentences import ERRORS, say
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.button_box import ButtonBox
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.meetings.words import meeting_in_words

_WIDTH = 480


class RemovalDialog(QDialog):
    """Says what will be gone, asks for the meeting's name, deletes, and says which backups still hold it.

    Args:
        desk: What the window works on.
        meeting: The meeting.
    """

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("delete-for-good")
        self._desk = desk
        self._meeting = meeting
        self._backups: Sequence[Path] | None = None
        self._fault: KkrDeskError | None = None
        self._warning, self._ask, self._told = (QLabel(wordWrap=True) for _ in range(3))
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.name = QLineEdit()
        self._ask.setBuddy(self.name)
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.delete = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.delete.setAutoDefault(False)
        self.delete.clicked.connect(self._delete)
        self._buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._look)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        for widget in (self._warning, self._ask, self.name, self._told, self._buttons):
            layout.addWidget(widget)
        layout.insertStretch(layout.indexOf(self._buttons), 1)  # what is more than the words need stands below them
        self.setMinimumWidth(_WIDTH)
        self.name.setFocus()
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        name = meeting_in_words(self._meeting)
        self.setWindowTitle(self.tr("Slet mødet endeligt"))
        self._warning.setText(
            self.tr(
                "{meeting} slettes med alle punkter, tekster, bilag og hele historikken. Det kan ikke fortrydes."
            ).format(meeting=name)
        )
        self._ask.setText(self.tr("&Skriv mødets navn for at bekræfte: {meeting}").format(meeting=name))
        self.name.setAccessibleName(self.tr("Mødets navn"))
        self.delete.setText(self.tr("Slet endeligt"))
        self._look()

    @property
    def _confirmed(self) -> bool:
        return " ".join(self.name.text().split()).casefold() == meeting_in_words(self._meeting).casefold()

    def _look(self) -> None:
        done = self._backups is not None
        self.delete.setVisible(not done)
        self.delete.setEnabled(self._confirmed)
        for widget in (self._warning, self._ask, self.name):
            widget.setVisible(not done)
        closing = self.tr("Luk") if done else self.tr("Annuller")
        self._buttons.say(QDialogButtonBox.StandardButton.Cancel, closing)
        self._told.setText(self._outcome())
        self._told.setVisible(bool(self._told.text()))

    def _outcome(self) -> str:
        if self._fault is not None:
            return say(ERRORS, self._fault.code, language(), **self._fault.facts)
        if self._backups is None:
            return ""
        name = meeting_in_words(self._meeting)
        if not self._backups:
            return self.tr("{meeting} er slettet endeligt.").format(meeting=name)
        text = self.tr("{meeting} er slettet endeligt. Disse sikkerhedskopier indeholder det stadig:")
        return "\n".join([text.format(meeting=name), "", *(str(backup) for backup in self._backups)])

    def _delete(self) -> None:
        self.delete.setEnabled(False)
        self.name.setEnabled(False)
        meeting_id = self._meeting.id
        self._desk.alter(self, lambda store: store.delete_for_good(meeting_id), self._take, self._fail)

    def _take(self, backups: Sequence[Path]) -> None:
        self._backups = backups
        self._look()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError | EnvironmentFault):
            self._desk.failed.emit(error)
            self.reject()
            return
        self._fault = error
        self.name.setEnabled(True)
        self._look()
