"""Small dialogs of the meetings: a new one, and what is known of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from kkr_desk.alphabet import alphabetic
from kkr_desk.model import Meeting, MeetingId
from kkr_desk.sentences import long_date
from kkr_desk.ui.frame.button_box import ButtonBox
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.meetings.form import MeetingForm

_WIDTH = 440
_EMPTY = "empty"
"""What the choice of a beginning holds for an agenda without items; a meeting's id for a copy, None for the usual."""


class MeetingDialog(QDialog):
    """A form with two buttons; the first is off while the council has no name.

    Args:
        form: The form.
    """

    def __init__(self, form: MeetingForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self.buttons = ButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.form.changed.connect(self._look)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(16)
        self.body.addWidget(form)
        self.body.addStretch()
        self.body.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)
        self.form.council.setFocus()
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the window's language."""

    def _look(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.form.council_name))


class NewMeetingDialog(MeetingDialog):
    """A new meeting: of the council's usual sections, empty, or divided as an earlier one.

    Args:
        councils: Names to choose among.
        meetings: Those that can be copied.
        copied: The one that is proposed; the usual sections without it.
        today: The day that is first shown.
    """

    def __init__(
        self,
        councils: Sequence[str],
        meetings: Sequence[Meeting],
        copied: Meeting | None,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        self._meetings = sorted(meetings, key=lambda m: m.date, reverse=True)
        self._proposed = copied
        self.start = QComboBox()
        self._start_label = QLabel()
        super().__init__(MeetingForm(sorted(councils, key=alphabetic), None, today), parent)
        self.setObjectName("new-meeting")
        if copied is not None:
            self.form.council.setCurrentText(copied.council)
        self._start_label.setBuddy(self.start)
        beginning = QVBoxLayout()
        beginning.setSpacing(4)
        beginning.addWidget(self._start_label)
        beginning.addWidget(self.start)
        self.body.insertLayout(1, beginning)
        self.form.council.editTextChanged.connect(self._fill)
        self.retranslate()

    @property
    def copied(self) -> MeetingId | None:
        """The meeting to copy; None when none is."""
        chosen: MeetingId | None = self.start.currentData()
        return None if self.is_empty else chosen

    @property
    def is_empty(self) -> bool:
        """Whether the agenda begins without any item."""
        return bool(self.start.currentData() == _EMPTY)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setWindowTitle(self.tr("Nyt møde"))
        self._start_label.setText(self.tr("Dagsordenen &begynder med:"))
        self.start.setAccessibleName(self.tr("Dagsordenen begynder med"))
        self.buttons.say(QDialogButtonBox.StandardButton.Ok, self.tr("Opret møde"))
        self._fill()

    def _fill(self) -> None:
        """Offer the usual sections and this council's earlier meetings."""
        chosen = self.start.currentData() if self.start.count() else self._proposed and self._proposed.id
        self.start.clear()
        self.start.addItem(self.tr("Rådets faste punkter"), None)
        self.start.addItem(self.tr("Tom dagsorden"), _EMPTY)
        for meeting in self._meetings:
            if meeting.council == self.form.council_name:
                text = self.tr("Samme faste punkter som den {date}")
                self.start.addItem(text.format(date=long_date(meeting.date, language())), meeting.id)
        self.start.setCurrentIndex(max(self.start.findData(chosen), 0))


class MeetingDetailsDialog(MeetingDialog):
    """What is known of a meeting, to be changed."""

    def __init__(self, councils: Sequence[str], meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(MeetingForm(sorted(councils, key=alphabetic), meeting, meeting.date), parent)
        self.setObjectName("meeting-details")
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setWindowTitle(self.tr("Oplysninger om mødet"))
