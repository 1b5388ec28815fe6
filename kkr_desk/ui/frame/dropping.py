"""A meeting file that is dropped on the window is opened, wherever it is dropped; it is no attachment."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from kkr_desk.ui.asked import FILE_SUFFIX


class MeetingFileTaker(QMainWindow):
    """A window that takes meeting files, one at a time; it has them where none of its panes takes what is dragged."""

    meeting_file_dropped = Signal(object)
    """Its path."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one meeting file; Qt asks again, with another kind of event, at every move."""
        if meeting_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the meeting file."""
        file = meeting_file(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.meeting_file_dropped.emit(file)


def files_of(data: QMimeData) -> tuple[Path, ...]:
    """The files and folders of this machine among what is on the clipboard or dragged."""
    urls = data.urls() if data.hasUrls() else []
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())


def meeting_file(data: QMimeData) -> Path | None:
    """The meeting file that is dragged; None for several, and for one among other files."""
    files = files_of(data)
    return files[0] if len(files) == 1 and is_meeting_file(files[0]) else None


def is_meeting_file(file: Path) -> bool:
    """Whether a file is a meeting, by its name."""
    return file.suffix.lower() == FILE_SUFFIX
