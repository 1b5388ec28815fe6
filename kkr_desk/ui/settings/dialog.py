"""The settings as one window beside the main one. What is changed counts at once; there is nothing to save."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.icons import SIZE, icon
from kkr_desk.ui.frame.preferences import Preferences
from kkr_desk.ui.frame.undoing import UndoActions
from kkr_desk.ui.settings.buttons import button
from kkr_desk.ui.settings.councils import ROW_HEIGHT, CouncilsPage
from kkr_desk.ui.settings.folders import FoldersPage
from kkr_desk.ui.settings.personal import PersonalPage

_LIST_WIDTH = 120


class SettingsDialog(QDialog):
    """Three pages: the user, the councils, the folders.

    Args:
        desk: What the window works on.
        preferences: What the window remembers.
        parent: The main window.
    """

    theme_chosen = Signal(object)
    """`Theme`: the window is drawn so already; for menus that show it."""

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setModal(False)
        self.list = QListWidget()
        self.list.setObjectName("settings-pages")
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setIconSize(QSize(SIZE, SIZE))
        self.personal = PersonalPage(preferences)
        self.councils = CouncilsPage(desk)
        self.folders = FoldersPage(desk.folder, preferences)
        self._stack = QStackedWidget()
        pages: tuple[tuple[str, QWidget], ...] = (
            ("user", self.personal),
            ("landmark", self.councils),
            ("folder", self.folders),
        )
        for number, (drawing, page) in enumerate(pages):
            self._stack.addWidget(page)
            self.list.addItem("")
            self.list.item(number).setIcon(icon(drawing))
            self.list.item(number).setSizeHint(QSize(0, ROW_HEIGHT))
        self._close = button("close-settings")
        self._undoing = UndoActions(desk, self)
        self.addActions((self._undoing.undo, self._undoing.redo))
        self._lay_out()
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        self._close.clicked.connect(self.reject)
        self.personal.theme_chosen.connect(self.theme_chosen)
        self.resize(920, 560)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.setWindowTitle(self.tr("Indstillinger"))
        self.list.setAccessibleName(self.tr("Sider med indstillinger"))
        for row, text in enumerate((self.tr("Dig"), self.tr("Råd"), self.tr("Mapper"))):
            self.list.item(row).setText(text)
        self._close.setText(self.tr("Luk"))
        self._undoing.retranslate()

    def present(self) -> None:
        """Show the settings, or bring them to the front."""
        self.personal.show_choices()
        self.show()
        self.raise_()
        self.activateWindow()

    def show_council(self, name: str) -> None:
        """Turn to a council's settings."""
        self.list.setCurrentRow(self._stack.indexOf(self.councils))
        self.councils.show_council(name)

    def done(self, result: int) -> None:
        """Close; what is being typed is written first."""
        self.councils.flush()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self.list)
        above.addWidget(self._stack, stretch=1)
        below.addStretch()
        below.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(above, stretch=1)
        layout.addLayout(below)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
