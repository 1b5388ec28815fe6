"""The command that shows the settings, for the menu Rediger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.frame.preferences import Preferences

if TYPE_CHECKING:
    from kkr_desk.ui.settings.dialog import SettingsDialog


class SettingsCommands(QWidget):
    """Offers the command and keeps the dialog; nothing of it is seen.

    Args:
        desk: What the window works on.
        preferences: What the window remembers.
        parent: The main window.
    """

    theme_chosen = Signal(object)
    """`Theme`: the window is drawn so already; for menus that show it."""

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._desk = desk
        self._preferences = preferences
        self._dialog: SettingsDialog | None = None
        self._action = QAction(icon("settings"), "", self)
        self._action.setObjectName("settings")
        self._action.setShortcut(QKeySequence("Ctrl+,"))
        self._action.setMenuRole(QAction.MenuRole.PreferencesRole)
        self._action.triggered.connect(self._show)
        self.retranslate()

    def menu_actions(self) -> tuple[QAction | None, ...]:
        """What stands at the end of the menu Rediger."""
        return (self._action,)

    @Slot(str)
    def show_council(self, name: str) -> None:
        """Show the settings of a council."""
        self._present().show_council(name)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._action.setText(self.tr("&Indstillinger…"))
        self._action.setStatusTip(self.tr("Dit navn, rådenes navne, medlemmer og dokumenter, og hvor tingene ligger"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        self._present()

    def _present(self) -> SettingsDialog:
        from kkr_desk.ui.settings.dialog import SettingsDialog  # noqa: PLC0415  most days nobody asks

        if self._dialog is None:
            self._dialog = SettingsDialog(self._desk, self._preferences, self.window())
            self._dialog.theme_chosen.connect(self.theme_chosen)
        self._dialog.present()
        return self._dialog
