"""The commands for meetings as files, for the menu Møde. Their dialogs are loaded when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from kkr_desk.model import MeetingId
from kkr_desk.ui.desk import Desk, Snapshot
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.frame.preferences import Preferences

if TYPE_CHECKING:
    from kkr_desk.store.meeting_exchange.differences import Differences
    from kkr_desk.store.meeting_exchange.reading import MeetingCopy
    from kkr_desk.ui.exchange.opening import OpeningDialog
    from kkr_desk.ui.exchange.saving import SavingDialog

_PURPOSE = "exchange"
"""What the folder of files that were opened is remembered by."""


class ExchangeCommands(QWidget):
    """Offers the commands and keeps their dialogs; nothing of it is seen.

    Args:
        desk: Whose meetings are saved, and where others come in.
        parent: The main window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._desk = desk
        self._saving: SavingDialog | None = None
        self._opening: OpeningDialog | None = None
        self._save = self._action("save_meeting", "file-up", self._on_save)
        self._open = self._action("open_meeting_file", "file-down", self._on_open)
        desk.snapshot_changed.connect(self._on_snapshot)
        self._on_snapshot(desk.snapshot)
        self.retranslate()

    def menu_actions(self) -> tuple[QAction | None, ...]:
        """What stands in the menu Møde."""
        return (self._save, self._open)

    def open_file(self, file: Path) -> None:
        """Open a meeting file, such as one that was dropped on the window or named when the program was started."""
        from kkr_desk.ui.exchange.opening import OpeningDialog  # noqa: PLC0415  see the module's docstring

        if self._opening is None:
            self._opening = OpeningDialog(self._desk, self.window())
            self._opening.differs.connect(self._on_differs)
        self._opening.open_file(file)

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        self._save.setText(self.tr("&Gem møde som fil…"))
        self._save.setStatusTip(self.tr("Gem hele mødet som én fil til en kollega eller en USB-nøgle"))
        self._open.setText(self.tr("Åbn mø&defil…"))
        self._open.setStatusTip(self.tr("Læg et møde, du har fået som fil, ind her"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _action(self, name: str, picture: str, triggered: Callable[[], None]) -> QAction:
        action = QAction(icon(picture), "", self)
        action.setObjectName(name)
        action.triggered.connect(triggered)
        return action

    def _on_snapshot(self, snapshot: Snapshot | None) -> None:
        self._save.setEnabled(snapshot is not None)

    def _on_save(self) -> None:
        if self._desk.snapshot is None:
            return
        from kkr_desk.ui.exchange.saving import SavingDialog  # noqa: PLC0415  likewise

        if self._saving is None:
            self._saving = SavingDialog(self._desk, self.window())
        self._saving.save(self._desk.snapshot.agenda.meeting)

    def _on_open(self) -> None:
        folder = Preferences().folder(_PURPOSE, "") or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        )
        name, _ = QFileDialog.getOpenFileName(
            self.window(), self.tr("Åbn mødefil"), str(folder), self.tr("Mødefiler (*.kkr)")
        )
        if name:
            Preferences().keep_folder(_PURPOSE, "", Path(name).parent)
            self.open_file(Path(name))

    def _on_differs(self, copy: MeetingCopy, differences: Differences) -> None:
        from kkr_desk.ui.exchange.differences_dialog import DifferencesDialog  # noqa: PLC0415  likewise

        dialog = DifferencesDialog(self._desk, copy, differences, self.window())
        dialog.taken.connect(self._on_taken)
        dialog.finished.connect(dialog.deleteLater)
        dialog.present()

    def _on_taken(self, meeting_id: MeetingId) -> None:
        self._desk.open_meeting(meeting_id)
