"""Alt and a letter leads to one place, in both languages: in each menu, and among menus and fields of the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from kkr_desk.sentences import Language
from kkr_desk.ui.frame.language import set_language
from kkr_desk.ui.frame.window import MainWindow
from tests.ui.menus import clashes, key

speaks = pytest.mark.parametrize("language", Language)


def commands(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def fields(window: MainWindow) -> list[str]:
    """What stands beside the fields and on the buttons of every pane, whichever is shown."""
    shown = [label.text() for label in window.findChildren(QLabel) if label.window() is window]
    shown += [button.text() for button in window.findChildren(QAbstractButton) if button.window() is window]
    return [text for text in shown if key(text)]


@speaks
def test_each_letter_of_a_menu_leads_to_one_command(window: MainWindow, language: Language) -> None:
    set_language(language)
    QApplication.processEvents()
    menus = {menu.title(): commands(menu) for menu in window.findChildren(QMenu)}
    assert {title: clashes(texts) for title, texts in menus.items() if clashes(texts)} == {}


@speaks
def test_no_field_takes_the_letter_of_a_menu(window: MainWindow, language: Language) -> None:
    set_language(language)
    QApplication.processEvents()
    titles = [action.text() for action in window.menuBar().actions()]
    assert {Language.DANISH: "&Vis", Language.ENGLISH: "&View"}[language] in titles
    assert clashes(titles) == []
    assert all(key(title) for title in titles)
    taken = {key(title) for title in titles}
    shown = fields(window)
    assert len(shown) > 10
    assert [text for text in shown if key(text) in taken] == []


def test_a_clash_is_found() -> None:
    assert clashes(["&Arkivér", "Fødsel && &afgang", "&Ny", "Type"]) == [["&Arkivér", "Fødsel && &afgang"]]
