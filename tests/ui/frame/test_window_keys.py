"""The main window by keyboard and screen reader, and the help it offers."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QMenu,
    QTextEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kkr_desk import paths
from kkr_desk.sentences import Language
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.frame.language import set_language
from kkr_desk.ui.frame.window import MainWindow
from tests.ui.desks import item_of, settle
from tests.ui.menus import OF_QT, action
from tests.ui.pseudo import pseudo_language, untranslated

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QTextEdit)


def test_the_keys_are_the_agendas_from_the_start(window: MainWindow) -> None:
    assert window.panes.agenda.tree.hasFocus()


def test_ctrl_f_leads_to_the_search_field(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()


def test_f6_reaches_every_pane_and_shift_f6_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    columns = [pane for n in range(window.panes.count()) if (pane := window.panes.widget(n)) is not None]

    def here() -> int | None:
        focused = QApplication.focusWidget()
        return next((n for n, pane in enumerate(columns) if focused and pane.isAncestorOf(focused)), None)

    def press(modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int | None:
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6, modifier)
        return here()

    window.search.setFocus()
    assert [press() for _ in range(4)] == [0, 1, 2, 0]
    assert [press(Qt.KeyboardModifier.ShiftModifier) for _ in range(3)] == [2, 1, 0]


def test_tab_goes_through_the_window_from_left_to_right(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    desk.select(Selection(item_of(desk, "2.1").item.id))
    settle(desk)
    window.panes.meetings.tree.setFocus()
    seen: list[str] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        here = next(name for name, pane in _panes(window).items() if pane.isAncestorOf(focused) or pane is focused)
        if not seen or seen[-1] != here:
            seen.append(here)
        is_tree = focused is window.panes.agenda.tree  # there, Tab indents
        is_text = isinstance(focused, QTextEdit)  # there, it is typed
        leave = Qt.KeyboardModifier.ControlModifier if is_tree or is_text else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(focused, Qt.Key.Key_Tab, leave)
    assert seen[:3] == ["meetings", "agenda", "item"]
    assert {"meetings", "agenda", "item", "window"} == set(seen)


def _panes(window: MainWindow) -> dict[str, QWidget]:
    panes = window.panes
    return {"meetings": panes.meetings, "agenda": panes.agenda, "item": panes.item, "window": window}


def test_a_screen_reader_can_name_every_control(window: MainWindow) -> None:
    nameless = []
    for widget in window.findChildren(QWidget):
        is_part = isinstance(widget, QHeaderView) or isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))
        is_part = is_part or widget.objectName().startswith("qt_") or widget.objectName() in OF_QT
        if isinstance(widget, CONTROLS) and not is_part and widget.isVisibleTo(window):
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name).strip():
                nameless.append(f"{type(widget).__name__} {widget.objectName()} in {widget.parentWidget()}")
    assert nameless == []


def test_the_guide_is_shown_with_its_headings(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (guide,) = [one for one in window.findChildren(QWidget) if one.objectName() == "guide"]
    assert guide.isVisible()
    headings = guide.findChildren(QListWidget, "guide-headings")[0]
    text = guide.findChildren(QTextEdit, "guide-text")[0]
    assert headings.count() > 5
    bar = text.verticalScrollBar()
    headings.setCurrentRow(headings.count() - 1)
    assert bar.value() > 0
    headings.setCurrentRow(0)
    assert bar.value() < 40


@pytest.mark.parametrize("spoken", list(Language))
def test_the_guide_speaks_the_windows_language_and_knows_its_menus(
    qtbot: QtBot, window: MainWindow, spoken: Language
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    guide = window.findChildren(QTextEdit, "guide-text")[0]
    set_language(spoken)
    title = {Language.DANISH: "Vejledning til KKR Desk", Language.ENGLISH: "Guide to KKR Desk"}[spoken]
    qtbot.waitUntil(lambda: guide.toPlainText().startswith(title))
    offered = set()
    for menu in window.menuBar().findChildren(QMenu):
        offered |= {f"{plain(menu.title())} → {plain(one.text())}" for one in menu.actions()}
    told = " ".join(paths.guide(spoken).read_text(encoding="utf-8").split())
    named = set(re.findall(r"\*(\w+ → [^*]+)\*", told))
    assert len(named) > 15
    assert named <= offered


def test_the_guides_say_the_same() -> None:
    texts = [paths.guide(one).read_text(encoding="utf-8").splitlines() for one in Language]
    outlines = [[line[:2] for line in text if line.startswith(("#", "* ", "|", "1", "2", "3", "4"))] for text in texts]
    assert outlines[0] == outlines[1]


def plain(text: str) -> str:
    """A menu's text without the mark of its letter."""
    return text.replace("&", "")


def test_shortcuts_are_listed_from_the_menus(qtbot: QtBot, window: MainWindow) -> None:
    action(window, "Tastaturgenveje").trigger()
    (dialog,) = [one for one in window.findChildren(QWidget) if one.objectName() == "shortcuts"]
    rows = dialog.findChildren(QTreeWidget, "shortcuts-list")[0]
    qtbot.waitUntil(lambda: rows.topLevelItemCount() > 2)

    def listed() -> dict[str, str]:
        tops = [rows.topLevelItem(n) for n in range(rows.topLevelItemCount())]
        rows_ = [top.child(n) for top in tops if top is not None for n in range(top.childCount())]
        return {row.text(0): row.text(1) for row in rows_ if row is not None}

    assert listed()["Fortryd"] == "Ctrl+Z"
    assert listed()["Søg i alle møder"] == "Ctrl+F"
    set_language(Language.ENGLISH)
    set_language(Language.DANISH)
    qtbot.waitUntil(lambda: "Fortryd" in listed())


def test_no_keys_are_given_twice(window: MainWindow) -> None:
    keys: dict[str, list[str]] = {}
    for one in {id(one): one for one in window.findChildren(QAction)}.values():
        for sequence in one.shortcuts():
            if one.shortcutContext() in {Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut}:
                keys.setdefault(sequence.toString(), []).append(one.text())
    assert {name: texts for name, texts in keys.items() if len(texts) > 1} == {}


def test_about_names_versions_and_licences(qtbot: QtBot, window: MainWindow) -> None:
    action(window, "Om KKR Desk").trigger()
    (dialog,) = [one for one in window.findChildren(QWidget) if one.objectName() == "about"]
    text = dialog.findChildren(QTextEdit, "about-parts")[0].toPlainText()
    for name in ("PySide6", "pikepdf", "reportlab", "Qt", "Python", "Lucide"):
        assert name in text
    assert "LGPL" in text
    with pseudo_language():
        left = [text for _, text in untranslated(dialog)]
    assert all("KKR Desk 0." in text for text in left)
