"""Finding a window's menus and commands by what they say, and by the letter that leads to them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QMenu,
)

from kkr_desk.ui.frame.window import MainWindow

_KEY = re.compile(r"&(\w)")
OF_QT = {"ScrollLeftButton", "ScrollRightButton"}
"""Parts of Qt's tab bar, which are not shown; Qt names them once."""


def menu(window: MainWindow, title: str) -> QMenu:
    """A menu or a submenu by its title."""
    found = [one for one in window.findChildren(QMenu) if one.title().replace("&", "") == title]
    return found[0]


def action(window: MainWindow, text: str) -> QAction:
    found = [one for one in window.findChildren(QAction) if one.text().replace("&", "") == text]
    return found[0]


def key(text: str) -> str:
    """The letter of a text, or none; a doubled & is an & that is shown."""
    found = _KEY.search(text.replace("&&", ""))
    return found[1].lower() if found else ""


def clashes(texts: Iterable[str]) -> list[list[str]]:
    """Texts that share a letter."""
    by_key: dict[str, list[str]] = {}
    for text in texts:
        by_key.setdefault(key(text), []).append(text)
    by_key.pop("", None)
    return [same for same in by_key.values() if len(same) > 1]
