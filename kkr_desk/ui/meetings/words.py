"""What meetings and their states are called in the window, and a state's colour."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPalette

from kkr_desk.model import Meeting, MeetingState
from kkr_desk.sentences import long_date
from kkr_desk.ui.frame.language import language

_LIGHT = {
    MeetingState.DRAFT: "#5c5c5c",
    MeetingState.ISSUED: "#1f5fa8",
    MeetingState.HELD: "#8a4b00",
    MeetingState.APPROVED: "#1e6b34",
}
_DARK = {
    MeetingState.DRAFT: "#b8b8b8",
    MeetingState.ISSUED: "#8fc1ff",
    MeetingState.HELD: "#ffc078",
    MeetingState.APPROVED: "#86d99b",
}
"""Each at least 4.5:1 on the base colour of a light or dark palette (WCAG 2.1, 1.4.3)."""

_HALF = 128


def time_in_words(time: str) -> str:
    """When on its day a meeting begins: "kl. 9.30"."""
    return QCoreApplication.translate("MeetingsPane", "kl. {time}").format(time=time)


def state_word(state: MeetingState) -> str:
    """A state in one or two words."""
    match state:
        case MeetingState.DRAFT:
            return QCoreApplication.translate("MeetingState", "kladde")
        case MeetingState.ISSUED:
            return QCoreApplication.translate("MeetingState", "udsendt")
        case MeetingState.HELD:
            return QCoreApplication.translate("MeetingState", "afholdt")
        case MeetingState.APPROVED:
            return QCoreApplication.translate("MeetingState", "referat godkendt")


def state_colour(state: MeetingState, palette: QPalette) -> QColor:
    """The colour that a state is written in; the word says the same."""
    is_dark = palette.color(QPalette.ColorRole.Base).lightness() < _HALF
    return QColor((_DARK if is_dark else _LIGHT)[state])


def day_in_words(day: date) -> str:
    """A date without its year, in the window's language: "19. juni"."""
    return long_date(day, language()).removesuffix(f" {day.year}")


def meeting_in_words(meeting: Meeting) -> str:
    """A meeting as a title names it: "KKR Sjælland, 19. juni 2024"."""
    return f"{meeting.council}, {long_date(meeting.date, language())}"
