"""The window's own commands, put into the menus around those of the panes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from kkr_desk.sentences import Language
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.frame.menus import Menus
from kkr_desk.ui.frame.preferences import Theme
from kkr_desk.ui.frame.undoing import UndoActions

Actions = Iterable[QAction | None]
"""Commands in order; None for a line between."""


class Commands(QObject):
    """The actions of the main window; it connects them itself.

    Args:
        window: The main window.
        undoing: Undo and redo.
    """

    language_wanted = Signal(object)
    """`Language`."""
    theme_wanted = Signal(object)
    """`Theme`."""

    def __init__(self, window: QMainWindow, undoing: UndoActions) -> None:
        super().__init__(window)
        self._window = window
        self._undoing = undoing
        self.quit = self._action("quit", "log-out", "Ctrl+Q")
        self.show_meetings = self._action("show-meetings", "panel-left", "Ctrl+Shift+M")
        self.show_index = self._action("show-index", "table-of-contents", "Ctrl+Shift+I")
        for shown in (self.show_meetings, self.show_index):
            shown.setCheckable(True)
        self.next_pane = self._action("next-pane", "", "F6")
        self.previous_pane = self._action("previous-pane", "", "Shift+F6")
        self.guide = self._action("show-guide", "book-open", QKeySequence.StandardKey.HelpContents)
        self.shortcuts = self._action("show-shortcuts", "keyboard")
        self.sample = self._action("import-sample", "presentation")
        self.about = self._action("show-about", "info")
        self._themes = {theme: self._choice() for theme in Theme}
        self._languages = {language: self._choice() for language in Language}
        self._theme_menu, self._language_menu = QMenu(window), QMenu(window)
        self._theme_menu.setIcon(icon("moon"))
        self._language_menu.setIcon(icon("languages"))
        self._group(self._theme_menu, self._themes.values())
        self._group(self._language_menu, self._languages.values())
        self._theme_menu.triggered.connect(self._choose_theme)
        self._language_menu.triggered.connect(self._choose_language)
        self.retranslate()

    def fill(self, menus: Menus, meeting: Actions, edit: Actions, item: Actions, attachment: Actions) -> None:
        """Put these commands and those of the panes into the menus."""
        undoing = self._undoing
        menus.edit.aboutToShow.connect(undoing.retranslate)
        add(menus.meeting, (*meeting, None, self.quit))
        add(menus.edit, (undoing.undo, undoing.redo, None, *edit))
        add(menus.item, item)
        add(menus.attachment, attachment)
        add(menus.view, (self.show_meetings, self.show_index, None, self.next_pane, self.previous_pane, None))
        menus.view.addMenu(self._theme_menu)
        menus.view.addMenu(self._language_menu)
        add(menus.help, (self.guide, self.shortcuts, None, self.sample, self.about))

    def show_theme(self, theme: Theme) -> None:
        """Check the theme that was chosen."""
        self._themes[theme].setChecked(True)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        self._theme_menu.setTitle(self.tr("&Lyst eller mørkt"))
        self._language_menu.setTitle(self.tr("S&prog"))
        for action, text in (
            (self.quit, self.tr("A&fslut")),
            (self.show_meetings, self.tr("&Møder")),
            (self.show_index, self.tr("&Indholdsfortegnelse")),
            (self.next_pane, self.tr("&Næste rude")),
            (self.previous_pane, self.tr("&Forrige rude")),
            (self.guide, self.tr("&Vejledning")),
            (self.shortcuts, self.tr("&Tastaturgenveje")),
            (self.sample, self.tr("Hent &prøvemødet")),
            (self.about, self.tr("&Om KKR Desk")),
            (self._themes[Theme.SYSTEM], self.tr("Som &maskinen")),
            (self._themes[Theme.LIGHT], self.tr("&Lyst")),
            (self._themes[Theme.DARK], self.tr("M&ørkt")),
            (self._languages[Language.DANISH], "&Dansk"),  # each language by its own name, to be found again
            (self._languages[Language.ENGLISH], "&English"),
        ):
            action.setText(text)
        self._languages[language()].setChecked(True)
        self._undoing.retranslate()

    def _action(self, name: str, drawing: str = "", keys: str | QKeySequence.StandardKey | None = None) -> QAction:
        action = QAction(self._window)
        action.setObjectName(name)
        if drawing:
            action.setIcon(icon(drawing))
        if isinstance(keys, str):
            action.setShortcut(QKeySequence(keys))
        elif keys is not None:
            action.setShortcuts(keys)
        return action

    def _choice(self) -> QAction:
        return QAction(self._window, checkable=True)

    def _group(self, menu: QMenu, actions: Iterable[QAction]) -> None:
        group = QActionGroup(self)
        for action in actions:
            group.addAction(action)
            menu.addAction(action)

    def _choose_theme(self, chosen: QAction) -> None:
        self.theme_wanted.emit(next(theme for theme, action in self._themes.items() if action is chosen))

    def _choose_language(self, chosen: QAction) -> None:
        self.language_wanted.emit(next(one for one, action in self._languages.items() if action is chosen))


def add(menu: QMenu, actions: Actions) -> None:
    """Put commands into a menu."""
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
