"""Finding a window's menus and commands by what they say."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QMenu,
)

from kkr_desk.ui.frame.window import MainWindow

OF_QT = {"ScrollLeftButton", "ScrollRightButton"}
"""Parts of Qt's tab bar, which are not shown; Qt names them once."""


def menu(window: MainWindow, title: str) -> QMenu:
    """A menu or a submenu by its title."""
    found = [one for one in window.findChildren(QMenu) if one.title().replace("&", "") == title]
    return found[0]


def action(window: MainWindow, text: str) -> QAction:
    found = [one for one in window.findChildren(QAction) if one.text().replace("&", "") == text]
    return found[0]
