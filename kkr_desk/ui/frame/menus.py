"""The menus: each pane's own commands in the menu of its name, and around them what belongs to the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from kkr_desk.sentences import Language
from kkr_desk.ui.frame.icons import icon
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.frame.preferences import Theme
from kkr_desk.ui.frame.undoing import UndoActions

Actions = Iterable[QAction | None]
"""Commands in order; None for a line between."""


class Menus(QObject):
    """The menu bar of the main window.

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
        self.quit = self._action("log-out", "Ctrl+Q")
        self.find = self._action("search", QKeySequence.StandardKey.Find)
        self.show_meetings = self._action("panel-left", "Ctrl+Shift+M")
        self.show_meetings.setCheckable(True)
        self.next_pane = self._action("", "F6")
        self.previous_pane = self._action("", "Shift+F6")
        self.guide = self._action("book-open", QKeySequence.StandardKey.HelpContents)
        self.shortcuts = self._action("keyboard")
        self.sample = self._action("presentation")
        self.about = self._action("info")
        self.meeting, self.edit, self.item, self.attachment, self.view, self.help = (
            window.menuBar().addMenu("") for _ in range(6)
        )
        self._themes = {theme: self._choice() for theme in Theme}
        self._languages = {language: self._choice() for language in Language}
        self._theme_menu, self._language_menu = QMenu(window), QMenu(window)
        self._theme_menu.setIcon(icon("moon"))
        self._language_menu.setIcon(icon("languages"))
        self._group(self._theme_menu, self._themes.values())
        self._group(self._language_menu, self._languages.values())
        self._theme_menu.triggered.connect(self._choose_theme)
        self._language_menu.triggered.connect(self._choose_language)
        self.edit.aboutToShow.connect(undoing.retranslate)
        self.edit.addActions([undoing.undo, undoing.redo])
        self.edit.addSeparator()
        self.edit.addAction(self.find)

    def fill(self, meeting: Actions, item: Actions, attachment: Actions, view: Actions) -> None:
        """Put the panes' commands into their menus; called once. A menu without commands is not shown."""
        add(self.meeting, meeting)
        self.meeting.addSeparator()
        self.meeting.addAction(self.quit)
        add(self.item, item)
        add(self.attachment, attachment)
        self.view.addAction(self.show_meetings)
        add(self.view, view)
        self.view.addSeparator()
        self.view.addActions([self.next_pane, self.previous_pane])
        self.view.addSeparator()
        self.view.addMenu(self._theme_menu)
        self.view.addMenu(self._language_menu)
        self.help.addActions([self.guide, self.shortcuts])
        self.help.addSeparator()
        self.help.addActions([self.sample, self.about])
        for menu in (self.item, self.attachment):
            menu.menuAction().setVisible(bool(menu.actions()))

    def show_theme(self, theme: Theme) -> None:
        """Check the theme that was chosen."""
        self._themes[theme].setChecked(True)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        for menu, title in (
            (self.meeting, self.tr("&Møde")),
            (self.edit, self.tr("&Rediger")),
            (self.item, self.tr("&Punkt")),
            (self.attachment, self.tr("&Bilag")),
            (self.view, self.tr("&Vis")),
            (self.help, self.tr("&Hjælp")),
            (self._theme_menu, self.tr("&Lyst eller mørkt")),
            (self._language_menu, self.tr("S&prog")),
        ):
            menu.setTitle(title)
        for action, text in (
            (self.quit, self.tr("&Afslut")),
            (self.find, self.tr("&Søg i alle møder")),
            (self.show_meetings, self.tr("&Møder")),
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

    def _action(self, drawing: str = "", keys: str | QKeySequence.StandardKey | None = None) -> QAction:
        action = QAction(self._window)
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
    """Put commands into a menu, behind what is there."""
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
