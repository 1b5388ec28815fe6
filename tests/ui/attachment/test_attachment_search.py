from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from kkr_desk.ui.attachment import AttachmentPane
from kkr_desk.ui.attachment.page_layout import Fit
from kkr_desk.ui.attachment.page_painting import CURRENT, FOUND
from kkr_desk.ui.desk import Desk
from tests.ui.attachment import crashes
from tests.ui.attachment.attachments import (
    COLOURS,
    LETTER,
    LONG,
    WORDS,
    child,
    colours,
    select,
    type_into,
    view_of,
    wait,
)
from tests.ui.desks import settle

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def open_search(pane: AttachmentPane) -> QLineEdit:
    QTest.keyClick(pane.window(), Qt.Key.Key_F, CONTROL | SHIFT)
    field = child(pane, QLineEdit, "fileSearchField")
    assert field.isVisible()
    assert field.hasFocus()
    return field


def result(pane: AttachmentPane) -> str:
    return child(pane, QLabel, "fileSearchResult").text()


def search(qtbot: QtBot, pane: AttachmentPane, desk: Desk, words: str) -> QLineEdit:
    field = open_search(pane)
    type_into(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait(qtbot, lambda: result(pane) not in ("", "Søger …") and not result(pane).endswith("…"))
    settle(desk)
    return field


def test_words_are_found_from_the_page_in_view_on(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, WORDS, page=3)
    field = search(qtbot, pane, desk, "KVOTE")
    assert (result(pane), view_of(pane).page) == ("2 af 4", 4)
    seen = []
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F3, Qt.Key.Key_F3):
        QTest.keyClick(field, key)
        seen.append((result(pane), view_of(pane).page))
    QTest.keyClick(view_of(pane), Qt.Key.Key_F3, SHIFT)
    seen.append((result(pane), view_of(pane).page))
    assert seen == [("3 af 4", 4), ("4 af 4", 5), ("1 af 4", 2), ("4 af 4", 5)]


def test_enter_goes_on_and_shift_enter_back(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, WORDS)
    field = search(qtbot, pane, desk, "kvote")
    assert result(pane) == "1 af 4"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert result(pane) == "2 af 4"
    QTest.keyClick(field, Qt.Key.Key_Return, SHIFT)
    QTest.mouseClick(child(pane, QToolButton, "findPreviousInFile"), Qt.MouseButton.LeftButton)
    assert result(pane) == "4 af 4"
    QTest.mouseClick(child(pane, QToolButton, "findNextInFile"), Qt.MouseButton.LeftButton)
    assert result(pane) == "1 af 4"


def test_what_is_found_is_marked_and_the_one_in_view_differently(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk
) -> None:
    pane.window().resize(pane.window().width(), 1200)  # on a whole page in a low pane a mark is less than a pixel high
    select(desk, WORDS, page=4)
    view = view_of(pane)
    search(qtbot, pane, desk, "kvote")
    view.set_fit(Fit.PAGE)
    wait(qtbot, lambda: {FOUND.name(), CURRENT.name()} <= colours(view))
    QTest.mouseClick(child(pane, QToolButton, "closeFileSearch"), Qt.MouseButton.LeftButton)
    assert not {FOUND.name(), CURRENT.name()} & colours(view)
    assert view.hasFocus()
    assert not child(pane, QLineEdit, "fileSearchField").isVisible()


def test_words_are_looked_for_a_moment_after_they_are_typed(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, WORDS)
    field = open_search(pane)
    QTest.keyClicks(field, "kvote")
    wait(qtbot, lambda: result(pane) == "1 af 4")
    QTest.keyClicks(field, "x")
    wait(qtbot, lambda: result(pane) == "Ikke fundet")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_a_word_divided_at_a_lines_end_is_found(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, WORDS)
    search(qtbot, pane, desk, "kvote på")
    assert (result(pane), view_of(pane).page) == ("1 af 1", 5)


def test_words_that_stand_nowhere_together_are_found_apart(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, WORDS)
    search(qtbot, pane, desk, "nær sundhed")
    assert (result(pane), view_of(pane).page) == ("1 af 2", 1)


def test_a_selection_brings_its_words_along(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, WORDS, page=4, words="sundhed kvote")
    view = view_of(pane)
    wait(qtbot, lambda: result(pane) == "3 af 5")
    assert (view.page, child(pane, QLineEdit, "fileSearchField").text()) == (4, "sundhed kvote")
    wait(qtbot, lambda: CURRENT.name() in colours(view))
    select(desk, WORDS, page=3, words="kvote")
    wait(qtbot, lambda: result(pane) == "4 steder")
    assert view.page == 3  # what was found there may have been found by another rule
    QTest.keyClick(view, Qt.Key.Key_F3)
    assert (result(pane), view.page) == ("2 af 4", 4)
    select(desk, COLOURS)
    assert not child(pane, QLineEdit, "fileSearchField").isVisible()


def test_a_long_file_is_searched_in_stretches_while_pages_are_drawn(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kkr_desk.ui.attachment.file_search.SECONDS", 0.02)
    select(desk, LONG, page=290)
    search(qtbot, pane, desk, "linje 29")
    assert result(pane) == "2 af 11"  # 29, and 290 to 299
    assert view_of(pane).page == 290
    QTest.keyClick(view_of(pane), Qt.Key.Key_F3, SHIFT)
    assert view_of(pane).page == 29


def test_without_pages_there_is_nothing_to_search(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, LETTER)
    QTest.keyClick(pane.window(), Qt.Key.Key_F, CONTROL | SHIFT)
    assert not child(pane, QLineEdit, "fileSearchField").isVisible()


def test_a_file_that_takes_the_worker_down_ends_the_search(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(desk, WORDS)
    with monkeypatch.context() as crashing:
        crashing.setattr("kkr_desk.ui.attachment.file_search.find_words", crashes.crash_searching)
        search(qtbot, pane, desk, "kvote")
        assert result(pane) == "Kunne ikke søges"
    search(qtbot, pane, desk, "kvoten")
    assert result(pane) == "1 af 1"
