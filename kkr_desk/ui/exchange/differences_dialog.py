"""Forskelle: the meeting here and the one in the file, item by item, and whose each is to be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from kkr_desk.model import ItemId, MeetingId
from kkr_desk.store.journal import Changes
from kkr_desk.store.meeting_exchange.differences import Differences, Side
from kkr_desk.store.meeting_exchange.reading import MeetingCopy
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.exchange.difference_list import DifferenceList, is_question
from kkr_desk.ui.exchange.file_dialog import FileDialog, meeting_words
from kkr_desk.ui.exchange.opening import take_in
from kkr_desk.ui.exchange.side_by_side import SideBySide


class DifferencesDialog(FileDialog):
    """Two versions of one meeting.

    Args:
        desk: Whose meeting the one is.
        copy: The other.
        differences: What differs.
        parent: The main window.
    """

    taken = Signal(object)
    """`MeetingId`: what was chosen is done."""

    def __init__(self, desk: Desk, copy: MeetingCopy, differences: Differences, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("differences_dialog")
        self._copy, self._differences = copy, differences
        self._chosen: dict[ItemId | None, Side] = {}
        self._summary = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._summary.setObjectName("summary")
        self._list = DifferenceList(self)
        self._beside = SideBySide(self)
        self._all_ours, self._all_theirs, self._suggested, self._apply = (
            self._button(name) for name in ("all_ours", "all_theirs", "suggested", "apply")
        )
        self.close_button.setAutoDefault(False)
        self._apply.setDefault(True)
        self._build()
        self._connect()
        self.resize(1080, 600)
        self._list.setFocus()
        self.say(lambda: self.tr("Forskelle"), lambda: meeting_words(copy.agenda.meeting))
        self.show_differences(differences)

    def show_differences(self, differences: Differences) -> None:
        """Show what differs now; what was chosen stands where it still can."""
        self._differences = differences
        self._chosen = {
            one.item: self._chosen[one.item] if self._chosen.get(one.item) in one.sides else one.default
            for one in differences.items
        }
        self._show()
        self._enable()

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        super().retranslate()
        self._all_ours.setText(self.tr("Behold alt &her"))
        self._all_theirs.setText(self.tr("Tag alt fra f&ilen"))
        self._suggested.setText(self.tr("&Foreslået"))
        self._apply.setText(self.tr("&Gennemfør"))
        self._summary.setText(self._summary_words())

    def fail(self, error: Exception) -> None:
        """Show what went wrong; it can be tried again."""
        super().fail(error)
        self._enable()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _build(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._list, 1)
        all_at_once = QHBoxLayout()
        all_at_once.setSpacing(8)
        for button in (self._suggested, self._all_ours, self._all_theirs):
            all_at_once.addWidget(button)
        all_at_once.addStretch(1)
        column.addLayout(all_at_once)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(16)
        for part in (left, self._beside):
            parts.addWidget(part)
        parts.setSizes([560, 520])
        self.body.insertWidget(1, self._summary)
        self.body.insertWidget(2, parts, 1)
        self.buttons.insertWidget(self.buttons.indexOf(self.close_button), self._apply)  # first, as everywhere

    def _connect(self) -> None:
        self._list.current_changed.connect(self._show_current)
        self._beside.chosen.connect(self._on_chosen)
        self._all_ours.clicked.connect(self._on_all_ours)
        self._all_theirs.clicked.connect(self._on_all_theirs)
        self._suggested.clicked.connect(self._on_suggested)
        self._apply.clicked.connect(self._on_apply)
        self.strip.stopped.connect(self._enable)
        self.desk.changed.connect(self._on_changed)

    def _summary_words(self) -> str:
        count = len(self._differences.items)
        words = self.tr("%n ting er anderledes i filen {file}.", "", count).format(file=self._copy.file.name)
        questions = sum(map(is_question, self._differences.items))
        if questions:
            more = self.tr(
                "%n er ændret begge steder; dér beholdes det, der er her, hvis du ikke vælger andet.", "", questions
            )
            return f"{words} {more}"
        return words

    def _show(self) -> None:
        self._list.show_items(self._differences.items, self._chosen)
        self._show_current()
        self._summary.setText(self._summary_words())

    def _show_current(self) -> None:
        one = self._list.current
        side = self._chosen[one.item] if one is not None else Side.OURS
        self._beside.show_difference(one, self._differences, side)

    def _on_chosen(self, side: Side) -> None:
        one = self._list.current
        if one is not None:
            self._choose({one.item: side})

    def _choose(self, sides: dict[ItemId | None, Side]) -> None:
        self._chosen.update(sides)
        self._show()

    def _on_all_ours(self) -> None:
        self._choose({one.item: Side.OURS for one in self._differences.items})

    def _on_all_theirs(self) -> None:
        self._choose({one.item: Side.THEIRS for one in self._differences.items})

    def _on_suggested(self) -> None:
        self._choose({one.item: one.default for one in self._differences.items})

    def _on_apply(self) -> None:
        take_in(self, self._copy, dict(self._chosen), self._on_taken)
        self._enable()

    def _on_taken(self, meeting_id: MeetingId) -> None:
        self.reject_at_once()
        self.taken.emit(meeting_id)

    def _on_changed(self, _: Changes) -> None:
        """The meeting may have changed here meanwhile: compare anew."""
        if self.isVisible() and not self.strip.is_working:
            self.desk.read(self, lambda store: store.compare(self._copy), self._on_compared, self.fail)

    def _on_compared(self, differences: Differences) -> None:
        if not self.strip.is_working:
            self.show_differences(differences)

    def _enable(self) -> None:
        working = self.strip.is_working
        for part in (self._list, self._beside, self._all_ours, self._all_theirs, self._suggested):
            part.setDisabled(working)
        self._apply.setDisabled(working or not self._differences.items)
