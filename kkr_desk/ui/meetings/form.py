"""The form of a meeting: council, day, time, place. For a new meeting and for changing one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QLabel, QLineEdit, QWidget

from kkr_desk.model import Meeting, MeetingState
from kkr_desk.ui.frame.language import locale
from kkr_desk.ui.meetings.words import state_word

LONGEST = 200
"""Characters that a field of the form takes."""


class MeetingForm(QWidget):
    """Fields of a meeting, each with its label.

    Args:
        councils: Names to choose among; another can be written.
        meeting: Whose fields to show; a new meeting's without one, which has no state and no index title yet.
        today: The day a new meeting is first given.
    """

    changed = Signal()
    """A field has another value."""

    def __init__(
        self, councils: Sequence[str], meeting: Meeting | None, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._meeting = meeting
        self.council = QComboBox(editable=True)
        self.council.addItems(list(councils))
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.time = QLineEdit(maxLength=LONGEST)
        self.place = QLineEdit(maxLength=LONGEST)
        self.state = QComboBox()
        self.index_title = QLineEdit(maxLength=LONGEST)
        self._labels = {field: QLabel() for field in self._fields()}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        for field, label in self._labels.items():
            label.setBuddy(field)
            form.addRow(label, field)
        self._show(meeting, today)
        self.retranslate()
        self.council.editTextChanged.connect(self.changed)
        self.day.dateChanged.connect(self.changed)

    @property
    def council_name(self) -> str:
        """The council as it is written, "" for none."""
        return self.council.currentText().strip()

    @property
    def chosen_day(self) -> date:
        """The day."""
        shown = self.day.date()
        return date(shown.year(), shown.month(), shown.day())

    @property
    def chosen_state(self) -> MeetingState:
        """How far the meeting has come."""
        return MeetingState(self.state.currentData())

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        labels = [
            self.tr("&Råd:"),
            self.tr("&Dato:"),
            self.tr("&Tidspunkt:"),
            self.tr("&Sted:"),
            self.tr("Ti&lstand:"),
            self.tr("Indholdsfortegnelsens &overskrift:"),
        ]
        for (field, label), text in zip(self._labels.items(), labels, strict=False):
            label.setText(text)
            field.setAccessibleName(text.replace("&", "").removesuffix(":"))
        written = self.council.lineEdit()
        if written is not None:  # as it always is in a box that can be written in
            written.setPlaceholderText(self.tr("fx KKR Sjælland"))
        self.time.setPlaceholderText(self.tr("fx 9.30"))
        self.day.setLocale(locale())
        self.day.setDisplayFormat(self.tr("d. MMMM yyyy"))
        for row in range(self.state.count()):
            self.state.setItemText(row, state_word(MeetingState(self.state.itemData(row))))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fields(self) -> tuple[QWidget, ...]:
        always = (self.council, self.day, self.time, self.place)
        return (*always, self.state, self.index_title) if self._meeting else always

    def _show(self, meeting: Meeting | None, today: date) -> None:
        day = meeting.date if meeting else today
        self.day.setDate(QDate(day.year, day.month, day.day))
        if meeting is None:
            return
        self.council.setCurrentText(meeting.council)
        self.time.setText(meeting.time)
        self.place.setText(meeting.place)
        self.index_title.setText(meeting.index_title)
        for state in MeetingState:
            self.state.addItem(state_word(state), state)
        self.state.setCurrentIndex(list(MeetingState).index(meeting.state))
