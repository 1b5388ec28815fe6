"""The tree of meetings: council, year, meeting; what is archived below a row of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from kkr_desk.model import Meeting, MeetingId
from kkr_desk.sentences import long_date
from kkr_desk.ui.frame.focus import quieten
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.meetings.shelf import CouncilShelf, arrange
from kkr_desk.ui.meetings.words import day_in_words, state_colour, state_word, time_in_words

MEETING = Qt.ItemDataRole.UserRole + 1
"""The `Meeting` of a row, None for a council or a year."""
BRANCH = Qt.ItemDataRole.UserRole + 2
"""What a row is remembered by when it is opened or closed: "KKR Sjælland/2024"."""

ROW_HEIGHT = 28
_GAP = 8

Index = QModelIndex | QPersistentModelIndex


class MeetingsModel(QStandardItemModel):
    """The meetings as rows; filled anew whenever one changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[MeetingId | None, QStandardItem] = {}
        self.opened: MeetingId | None = None

    def fill(self, meetings: Iterable[Meeting], today: date, opened: MeetingId | None) -> None:
        """Show meetings.

        Args:
            meetings: All of them.
            today: Divides what is to come from what has been.
            opened: The one on the desk, shown bold.
        """
        self.clear()
        self._rows.clear()
        self.opened = None
        every = list(meetings)
        for shelf in arrange([m for m in every if not m.archived], today):
            self.invisibleRootItem().appendRow(self._council(shelf, shelf.council))
        archived = [m for m in every if m.archived]
        if archived:
            archive = _heading(self.tr("Arkiv"), "archive")
            for shelf in arrange(archived, today):
                archive.appendRow(self._council(shelf, f"archive/{shelf.council}"))
            self.invisibleRootItem().appendRow(archive)
        self.show_opened(opened)

    def show_opened(self, opened: MeetingId | None) -> None:
        """Show another meeting as the one on the desk, or none."""
        if before := self._rows.get(self.opened):
            before.setData(None, Qt.ItemDataRole.FontRole)
        if now := self._rows.get(opened):
            font = QFont(QApplication.font())
            font.setBold(True)
            now.setFont(font)
        self.opened = opened

    def row_of(self, meeting_id: MeetingId | None) -> QModelIndex:
        """Where a meeting stands; an invalid index when it is not there."""
        row = self._rows.get(meeting_id) if meeting_id else None
        return row.index() if row else QModelIndex()

    def _council(self, shelf: CouncilShelf, branch: str) -> QStandardItem:
        council = _heading(shelf.council, branch)
        for year in shelf.years:
            under = _heading(str(year.year), f"{branch}/{year.year}")
            for meeting in year.meetings:
                row = _row(meeting)
                self._rows[meeting.id] = row
                under.appendRow(row)
            council.appendRow(under)
        return council


class MeetingsTree(QTreeView):
    """The tree of meetings."""

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:  # noqa: N802  Qt's
        """Quieter while the keys are elsewhere."""
        super().initViewItemOption(option)
        quieten(self, option)


class MeetingDelegate(QStyledItemDelegate):
    """Draws a meeting's state at the right of its row, as a word in the state's colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of one height."""
        size = super().sizeHint(option, index)
        size.setHeight(max(size.height(), ROW_HEIGHT))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row as the style does, and the state."""
        super().paint(painter, option, index)
        meeting = index.data(MEETING)
        if not isinstance(meeting, Meeting):
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = option.palette
        painter.setPen(
            palette.color(QPalette.ColorRole.HighlightedText) if selected else state_colour(meeting.state, palette)
        )
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        day = shown.fontMetrics.horizontalAdvance(shown.text)
        place = option.rect.adjusted(day + 2 * _GAP, 0, -_GAP, 0)
        word = option.fontMetrics.elidedText(state_word(meeting.state), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)
        painter.restore()


def _heading(text: str, branch: str) -> QStandardItem:
    row = QStandardItem(text)
    row.setEditable(False)
    row.setData(branch, BRANCH)
    return row


def _row(meeting: Meeting) -> QStandardItem:
    row = QStandardItem(day_in_words(meeting.date))
    row.setEditable(False)
    row.setData(meeting, MEETING)
    state = state_word(meeting.state)
    in_full = f"{long_date(meeting.date, language())}, {state}"
    row.setData(in_full, Qt.ItemDataRole.AccessibleTextRole)
    time = meeting.time and time_in_words(meeting.time)
    row.setToolTip(", ".join(part for part in (in_full, time, meeting.place) if part))
    return row
