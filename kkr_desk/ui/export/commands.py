"""The commands that make documents, for the menu Møde. Their dialogs are loaded when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kkr_desk.export.request import Document
from kkr_desk.ui.desk import Desk, Snapshot
from kkr_desk.ui.frame.icons import icon

if TYPE_CHECKING:
    from kkr_desk.ui.accessibility.dialog import AccessibilityDialog
    from kkr_desk.ui.export.dialog import ExportDialog
    from kkr_desk.ui.export.print_dialog import PrintDialog


class ExportCommands(QWidget):
    """Offers the commands and keeps their dialogs; nothing of it is seen.

    Args:
        desk: Its meeting is exported.
        parent: The main window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._desk = desk
        self._dialog: ExportDialog | None = None
        self._print_dialog: PrintDialog | None = None
        self._report: AccessibilityDialog | None = None
        self._collection = self._action("export_collection", "file-output", "Ctrl+E", self._on_collection)
        self._index = self._action("export_index", "table-of-contents", "", self._on_index)
        self._print = self._action("print", "printer", QKeySequence.StandardKey.Print, self._on_print)
        self._accessibility = self._action("accessibility", "circle-check", "", self._on_accessibility)
        desk.snapshot_changed.connect(self._on_snapshot)
        self._on_snapshot(desk.snapshot)
        self.retranslate()

    def menu_actions(self) -> tuple[QAction | None, ...]:
        """What stands in the menu Møde."""
        return (self._collection, self._index, self._print, self._accessibility)

    def export(self, document: Document) -> ExportDialog:
        """Show the dialog that makes a file of the open meeting."""
        from kkr_desk.ui.export.dialog import ExportDialog  # noqa: PLC0415  see the module's docstring

        if self._dialog is None:
            self._dialog = ExportDialog(self._desk, self.window())
        self._dialog.open_for(document)
        return self._dialog

    def retranslate(self) -> None:
        """Set every text in the language the window speaks now."""
        self._collection.setText(self.tr("&Eksportér bilagssamling…"))
        self._collection.setStatusTip(self.tr("Gem mødets bilagssamling som PDF eller Word"))
        self._index.setText(self.tr("Eksportér &indholdsfortegnelse…"))
        self._index.setStatusTip(self.tr("Gem indholdsfortegnelsen for sig"))
        self._print.setText(self.tr("&Udskriv…"))
        self._print.setStatusTip(self.tr("Udskriv bilagssamlingen eller indholdsfortegnelsen"))
        self._accessibility.setText(self.tr("&Webtilgængelighed…"))
        self._accessibility.setStatusTip(self.tr("Se, hvad bilagene mangler for at være webtilgængelige"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _action(self, name: str, picture: str, keys: str | QKeySequence.StandardKey, triggered: object) -> QAction:
        action = QAction(icon(picture), "", self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(triggered)
        return action

    def _on_snapshot(self, snapshot: Snapshot | None) -> None:
        for action in (self._collection, self._index, self._print, self._accessibility):
            action.setEnabled(snapshot is not None)

    def _on_collection(self) -> None:
        self.export(Document.COLLECTION)

    def _on_index(self) -> None:
        self.export(Document.INDEX)

    def _on_print(self) -> None:
        from kkr_desk.ui.export.print_dialog import PrintDialog  # noqa: PLC0415  likewise

        if self._print_dialog is None:
            self._print_dialog = PrintDialog(self._desk, self.window())
        self._print_dialog.open_now()

    def _on_accessibility(self) -> None:
        from kkr_desk.ui.accessibility.dialog import AccessibilityDialog  # noqa: PLC0415  likewise

        if self._report is None:
            self._report = AccessibilityDialog(self._desk, self.window())
        self._report.open_with()
