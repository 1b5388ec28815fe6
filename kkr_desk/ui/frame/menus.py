"""The menu bar: a menu for each kind of thing the secretariat works with. What is in them comes in `commands`."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow


class Menus(QObject):
    """The menus of the main window, without commands yet.

    Args:
        window: The main window.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.meeting, self.edit, self.item, self.attachment, self.view, self.help = (
            window.menuBar().addMenu("") for _ in range(6)
        )

    def retranslate(self) -> None:
        """Set every title in the window's language."""
        self.meeting.setTitle(self.tr("&Møde"))
        self.edit.setTitle(self.tr("&Rediger"))
        self.item.setTitle(self.tr("&Punkt"))
        self.attachment.setTitle(self.tr("&Bilag"))
        self.view.setTitle(self.tr("&Vis"))
        self.help.setTitle(self.tr("&Hjælp"))
