"""The settings as a window: the user's own page, the folders, both languages, the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kkr_desk.model import Council, CouncilId
from kkr_desk.sentences import Language
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.export.folders import PURPOSE, usual_folder
from kkr_desk.ui.frame.language import language, set_language
from kkr_desk.ui.frame.preferences import Preferences, Theme
from kkr_desk.ui.frame.theme import is_dark, set_theme
from kkr_desk.ui.frame.window import MainWindow
from kkr_desk.ui.settings import SettingsCommands
from kkr_desk.ui.settings import folders as folders_page
from kkr_desk.ui.settings.dialog import SettingsDialog
from tests.ui.desks import COUNCIL, settle
from tests.ui.menus import action
from tests.ui.pseudo import pseudo_language, untranslated
from tests.ui.settings.showing import COUNCILS, FOLDERS, MEMBERS, find, turn_to, write_over

LANGUAGES = {"Dansk", "English"}
"""Shown by their own names in every language; the scroll buttons of tabs are Qt's."""


def test_name_and_initials_are_what_the_journal_calls_the_user(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences
) -> None:
    called = [preferences.who]
    write_over(qtbot, find(dialog, QLineEdit, "own-name"), "Anne Bak")
    called.append(preferences.who)
    write_over(qtbot, find(dialog, QLineEdit, "own-initials"), "abk")
    called.append(preferences.who)
    assert called == [None, "Anne Bak", "abk"]
    assert (preferences.name, preferences.initials) == ("Anne Bak", "abk")


def test_another_language_is_spoken_at_once_and_kept(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences
) -> None:
    qtbot.keyClicks(find(dialog, QComboBox, "window-language"), "Eng")
    assert (language(), preferences.language) == (Language.ENGLISH, Language.ENGLISH)
    set_language(Language.DANISH)
    QApplication.processEvents()
    assert find(dialog, QComboBox, "window-language").currentText() == "Dansk"


def test_another_theme_is_drawn_at_once_and_kept(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences
) -> None:
    try:
        with qtbot.waitSignal(dialog.theme_chosen) as chosen:
            qtbot.keyClicks(find(dialog, QComboBox, "window-theme"), "Mørkt")
        assert (chosen.args, preferences.theme, is_dark()) == ([Theme.DARK], Theme.DARK, True)
    finally:
        set_theme(Theme.SYSTEM)


def test_shows_where_the_store_lies(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(folders_page, "show_in_folder", lambda folder, _: shown.append(folder))
    turn_to(qtbot, dialog, FOLDERS)
    assert find(dialog, QLineEdit, "store-folder").text() == str(desk.folder)
    qtbot.mouseClick(find(dialog, QPushButton, "show-store"), Qt.MouseButton.LeftButton)
    assert shown == [desk.folder]


def test_keeps_the_folder_that_is_chosen_for_documents(
    qtbot: QtBot, dialog: SettingsDialog, preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    turn_to(qtbot, dialog, FOLDERS)
    qtbot.mouseClick(find(dialog, QPushButton, "choose-export-folder"), Qt.MouseButton.LeftButton)
    assert usual_folder(preferences, COUNCIL) == tmp_path
    assert find(dialog, QLineEdit, "export-folder").text() == str(tmp_path)
    preferences.keep_folder(PURPOSE, COUNCIL, tmp_path / "udsendt")
    assert usual_folder(preferences, COUNCIL) == tmp_path / "udsendt", "a council goes on where it was"


def test_the_meetings_lead_to_their_councils_settings(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    desk.write(desk, "Nyt råd", lambda store: store.save_council(Council(CouncilId(""), "KKR Aalborg")))
    settle(desk)
    for _ in range(2):  # the settings are made anew, and then brought back
        action(window, "Rådets indstillinger…").trigger()
        settle(desk)
        shown = window.findChildren(SettingsDialog)[0]
        assert find(shown, QLineEdit, "council-name").isVisible()
        assert find(shown, QLineEdit, "council-name").text() == COUNCIL
        find(shown, QListWidget, "councils").setCurrentRow(0)
        turn_to(qtbot, shown, FOLDERS)


def test_every_text_follows_the_language(qtbot: QtBot, dialog: SettingsDialog) -> None:
    with pseudo_language():
        left = [(who, text) for who, text in untranslated(dialog) if text not in LANGUAGES and "Scroll" not in who]
        assert left == []
        pages = find(dialog, QListWidget, "settings-pages")
        assert all("‹" in pages.item(row).text() for row in range(pages.count()))


def test_every_control_that_keys_reach_has_a_name(qtbot: QtBot, dialog: SettingsDialog) -> None:
    turn_to(qtbot, dialog, COUNCILS, MEMBERS)
    reached = [w for w in dialog.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    own = [w for w in reached if w.focusProxy() is None and (w.objectName() or isinstance(w, QComboBox))]
    assert len(own) > 15
    nameless = [f"{type(w).__name__} {w.objectName()}" for w in own if not (w.accessibleName() or _text(w))]
    assert nameless == []


def test_tab_leads_through_a_page_from_top_to_bottom(qtbot: QtBot, dialog: SettingsDialog) -> None:
    turn_to(qtbot, dialog, FOLDERS)
    qtbot.keyClick(find(dialog, QListWidget, "settings-pages"), Qt.Key.Key_Up)
    assert find(dialog, QListWidget, "settings-pages").currentRow() == COUNCILS
    led = walk(qtbot, 6)
    assert led == ["councils", "new-council", "qt_tabwidget_tabbar", "council-name", "choose-logo", "close-settings"]
    find(dialog, QListWidget, "settings-pages").setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    led = walk(qtbot, 5)
    assert led == ["store-folder", "show-store", "export-folder", "choose-export-folder", "close-settings"]


def test_the_command_shows_one_dialog_again_and_again(qtbot: QtBot, desk: Desk, preferences: Preferences) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    commands = SettingsCommands(desk, preferences, window)
    menu = window.menuBar().addMenu("Rediger")
    (action,) = commands.menu_actions()
    assert action is not None
    menu.addAction(action)
    with qtbot.waitActive(window):
        window.show()
    for _ in range(2):
        qtbot.keySequence(window, "Ctrl+,")
        settle(desk)
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, SettingsDialog) and w.isVisible()]
        assert len(shown) == 1
        qtbot.mouseClick(find(shown[0], QPushButton, "close-settings"), Qt.MouseButton.LeftButton)
        assert not shown[0].isVisible()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)


def walk(qtbot: QtBot, steps: int) -> list[str]:
    """What Tab leads to, by name."""
    led = []
    for _ in range(steps):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        led.append(focused().objectName())
    return led


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QPushButton) else ""
