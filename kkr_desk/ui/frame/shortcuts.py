"""The keyboard shortcuts, listed from the menus' own actions, so that the list cannot be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMenu,
    QMenuBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kkr_desk.ui.frame.button_box import ButtonBox


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One command with its keys, as the platform writes them; the first where there are several."""

    menu: str
    command: str
    keys: str


def shortcuts(bar: QMenuBar) -> tuple[Shortcut, ...]:
    """Every command of the menus that has keys, in the menus' order, submenus included."""
    return tuple(
        found
        for action in bar.actions()
        if isinstance(menu := action.menu(), QMenu)
        for found in _of_menu(plain(action), menu)
    )


def plain(action: QAction) -> str:
    """An action's text without mnemonics, dots and the label of what would be undone."""
    text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    return text.partition(":")[0].rstrip("….")


def _of_menu(name: str, menu: QMenu) -> Iterator[Shortcut]:
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            yield from _of_menu(name, submenu)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if keys:
            yield Shortcut(name, plain(action), keys)


class ShortcutsDialog(QDialog):
    """The list, by menu.

    Args:
        bar: The window's menus.
    """

    def __init__(self, bar: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self._bar = bar
        self._list = QTreeWidget()
        self._list.setObjectName("shortcuts-list")
        self._list.setRootIsDecorated(False)
        self._list.setColumnCount(2)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.header().setStretchLastSection(False)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._list)
        layout.addWidget(buttons)
        self.resize(520, 560)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self.setWindowTitle(self.tr("Tastaturgenveje"))
        self._list.setHeaderLabels([self.tr("Kommando"), self.tr("Taster")])
        self._list.setAccessibleName(self.windowTitle())
        QTimer.singleShot(0, self._fill)  # once the menus speak the language too

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _fill(self) -> None:
        self._list.clear()
        menus: dict[str, QTreeWidgetItem] = {}
        for shortcut in shortcuts(self._bar):
            if shortcut.menu not in menus:
                menus[shortcut.menu] = QTreeWidgetItem(self._list, [shortcut.menu, ""])
                font = menus[shortcut.menu].font(0)
                font.setBold(True)
                menus[shortcut.menu].setFont(0, font)
            QTreeWidgetItem(menus[shortcut.menu], [shortcut.command, shortcut.keys])
        self._list.expandAll()
