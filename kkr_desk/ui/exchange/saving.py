"""Saving the meeting on the desk as a file: the system's dialog asks where, the export lane does it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kkr_desk.errors import KkrDeskError, UserError
from kkr_desk.model import Meeting, MeetingId
from kkr_desk.progress import Progress
from kkr_desk.store import Store
from kkr_desk.store.meeting_exchange.form import SUFFIX
from kkr_desk.store.meeting_exchange.saving import SavedMeeting
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.exchange.file_dialog import FileDialog, meeting_words
from kkr_desk.ui.export.choices import safe_name
from kkr_desk.ui.export.folders import documents_folder
from kkr_desk.ui.export.opening import show_in_folder
from kkr_desk.ui.frame.language import locale
from kkr_desk.ui.frame.preferences import Preferences
from kkr_desk.ui.jobs import Lane

PURPOSE = "exchange"
"""What the folders of meeting files are remembered by."""


class SavingDialog(FileDialog):
    """Saves a meeting as a file.

    Args:
        desk: Whose meetings they are.
        parent: The main window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("saving_dialog")
        self._meeting: Meeting | None = None
        self._target = Path()
        self._saved: SavedMeeting | None = None
        self.strip.folder_wanted.connect(self._on_folder)
        self.strip.replace_wanted.connect(self._on_replace)
        self.strip.other_name_wanted.connect(self._on_other_name)

    def save(self, meeting: Meeting) -> None:
        """Ask where a meeting is to be saved, and save it; while another is being saved, only show that."""
        if self.strip.is_working:
            self.present()
            return
        self._meeting = meeting
        folder = Preferences().folder(PURPOSE, meeting.council) or documents_folder()
        self._ask(folder / f"{safe_name(meeting.council)} {meeting.date.isoformat()}{SUFFIX}")

    def _ask(self, proposed: Path) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self.parentWidget(), self.tr("Gem møde som fil"), str(proposed), self.tr("Mødefiler (*.kkr)")
        )
        if name:
            chosen = Path(name)
            has_ending = chosen.suffix.lower() == SUFFIX
            self._target = chosen if has_ending else chosen.with_name(chosen.name + SUFFIX)
            self._begin(replace=has_ending)  # a name that we have given an ending is not the one that was asked about

    def _begin(self, *, replace: bool) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        self.say(lambda: self.tr("Gem møde som fil"), lambda: meeting_words(meeting))
        target, folder = self._target, self.desk.folder

        def written(_: None) -> None:
            """What was typed until now has been written: it goes along."""
            self.strip.show_work(
                self.desk.jobs.submit(
                    Lane.EXPORT,
                    self,
                    lambda progress: _save(folder, meeting.id, target, progress, replace=replace),
                    self._on_saved,
                    self._on_failed,
                )
            )

        self.present()
        self.desk.read(self, lambda _: None, written, self.fail)

    def _on_saved(self, saved: SavedMeeting) -> None:
        self._saved = saved
        if self._meeting is not None:
            Preferences().keep_folder(PURPOSE, self._meeting.council, saved.file.parent)
        self.strip.show_done(self._saved_words, can_show=True)

    def _saved_words(self) -> str:
        if self._saved is None:
            return ""
        size = locale().formattedDataSize(self._saved.size, 1, locale().DataSizeFormat.DataSizeSIFormat)
        words = self.tr("{file} er gemt med {items}, {attachments} og mødets historik: {size}.")
        return words.format(
            file=self._saved.file.name,
            items=self.tr("%n punkt(er)", "", self._saved.items),
            attachments=self.tr("%n bilag", "", self._saved.attachments),
            size=size,
        )

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, KkrDeskError) and error.code == "target-exists":
            self.strip.ask_to_replace(self._target)
        else:
            self.fail(error)

    def _on_replace(self) -> None:
        self._begin(replace=True)

    def _on_other_name(self) -> None:
        self._ask(self._target)

    def _on_folder(self) -> None:
        if self._saved is not None:
            show_in_folder(self._saved.file, self)


def _save(folder: Path, meeting_id: MeetingId, target: Path, progress: Progress, *, replace: bool) -> SavedMeeting:
    """On the export lane's thread, with a connection of its own."""
    if not replace and target.is_file():
        raise UserError("target-exists", file=target)
    with Store.open(folder, read_only=True) as store:
        return store.save_meeting(meeting_id, target, progress)
