"""What is done with an attachment's file: another one in its place, a copy of it elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from kkr_desk.handover import hand_over, work_folder
from kkr_desk.intake.arrival import Arrived, take_in
from kkr_desk.intake.inspector import Inspector
from kkr_desk.model import Attachment, AttachmentId
from kkr_desk.progress import Progress
from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk


class FileCommands(QObject):
    """Replaces and copies files, asking for their names with the system's own dialogs.

    Args:
        desk: Whose arrival lane does the work.
        pane: Above which the dialogs stand.
    """

    def __init__(self, desk: Desk, pane: QWidget) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._folder = ""

    def replace(self, attachment: Attachment, place: str, *, only_pdf: bool = False) -> None:
        """Ask for a file and put it in the place of the attachment's; its title stays.

        Args:
            attachment: The attachment.
            place: Where it stands: "Bilag 2 under 2.1".
            only_pdf: Offer PDFs alone.
        """
        title = self.tr("Vælg den fil, der skal træde i stedet for {file}").format(file=attachment.file_name)
        kinds = self.tr("PDF-filer (*.pdf)") if only_pdf else self.tr("Alle filer (*)")
        chosen, _ = QFileDialog.getOpenFileName(self._pane, title, self._folder, kinds)
        if chosen:
            self._folder = str(Path(chosen).parent)
            self.replace_by(Path(chosen), attachment.id, place)

    def replace_by(self, file: Path, attachment: AttachmentId, place: str) -> None:
        """Take a file in, and put it in the place of an attachment's.

        Args:
            file: The file.
            attachment: The attachment.
            place: Where it stands: "Bilag 2 under 2.1".
        """
        label = self.tr("Erstat filen i {place}").format(place=place)

        def work(store: Store, inspector: Inspector, progress: Progress) -> Arrived:
            return take_in(store, [file], inspector, progress)[0]

        def done(arrived: Arrived) -> None:
            source = arrived.rendition.source
            self._desk.write(self, label, lambda store: store.replace_source(attachment, arrived.file_name, source))

        self._desk.arrive(self, work, done)

    def save_copy(self, attachment: Attachment) -> None:
        """Ask for a name, and save the attachment's file as it came."""
        title = self.tr("Gem en kopi af {file}").format(file=attachment.file_name)
        suggested = str(Path(self._folder) / attachment.file_name)
        chosen, _ = QFileDialog.getSaveFileName(self._pane, title, suggested, self.tr("Alle filer (*)"))
        if not chosen:
            return
        target = Path(chosen)
        self._folder = str(target.parent)

        def work(store: Store, _: Inspector, progress: Progress) -> None:
            progress.step(0, 1, target.name)
            with work_folder(target) as folder:
                made = folder / "copy"
                shutil.copyfile(store.content.path(attachment.source), made)
                hand_over(made, target)

        self._desk.arrive(self, work, _saved)


def _saved(_: None) -> None:
    """The file is where it was wanted."""
