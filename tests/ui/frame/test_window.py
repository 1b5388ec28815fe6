"""The main window: remembers, follows language and store, and welcomes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kkr_desk.errors import Defect, UserError
from kkr_desk.model import Meeting, MeetingId
from kkr_desk.sentences import Language
from kkr_desk.store import Store
from kkr_desk.store.content import Content
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.frame.first_meeting import nearest
from kkr_desk.ui.frame.language import language
from kkr_desk.ui.frame.preferences import Preferences, Theme
from kkr_desk.ui.frame.theme import is_dark, set_theme
from kkr_desk.ui.frame.window import MainWindow
from tests.factory import make_meeting
from tests.ui.desks import item_of, only_meeting, settle, snapshot_of
from tests.ui.menus import OF_QT, action
from tests.ui.pseudo import pseudo_language, untranslated

OWN_WORDS = {"Dansk", "English", "KKR Desk", "PDF", "21 bytes"}
"""What is the same in every language."""
BY_CODE = {"factNotices", "whyNoPages", "accessibilityTold", "attachmentAccessibility"}
"""Whose texts come from the table of sentences, in the language of the moment."""


@pytest.fixture(autouse=True)
def light_again(danish: None) -> Iterator[None]:
    yield
    set_theme(Theme.LIGHT)


def test_it_bears_the_meetings_name(window: MainWindow) -> None:
    assert window.windowTitle() == "KKR Desk – KKR Midtsjælland, 18. september 2026"


def test_the_language_is_switched_at_once_everywhere(window: MainWindow, preferences: Preferences) -> None:
    action(window, "English").trigger()
    assert (language(), preferences.language) == (Language.ENGLISH, Language.ENGLISH)
    QApplication.processEvents()
    assert window.windowTitle().endswith("18 September 2026")
    action(window, "Dansk").trigger()
    QApplication.processEvents()
    assert window.windowTitle().endswith("18. september 2026")


def test_every_text_of_the_window_follows_the_language(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    for row in snapshot_of(desk).agenda.items:
        for own in (None, *row.attachments):
            desk.select(Selection(row.item.id, own.attachment.id if own else None))
            settle(desk)
    known = _words_of(desk)
    with pseudo_language():
        QApplication.processEvents()
        left = [(who, text) for who, text in untranslated(window) if not _is_data(text, known)]
    left = [(who, text) for who, text in left if who.split()[-1] not in BY_CODE | OF_QT]
    assert not left, "\n".join(map(str, left))


def test_sentences_by_code_follow_the_language(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    item = item_of(desk, "2.2")
    desk.select(Selection(item.item.id, item.attachments[1].attachment.id))
    settle(desk)

    def said() -> str:
        labels = [one for one in window.findChildren(QLabel) if one.objectName() in BY_CODE and one.isVisible()]
        return " ".join(label.text() for label in labels)

    assert "beskadiget" in said()
    action(window, "English").trigger()
    qtbot.waitUntil(lambda: "damaged" in said())
    assert "beskadiget" not in said()


def _words_of(desk: Desk) -> set[str]:
    """What the caseworkers have written themselves."""
    snapshot = snapshot_of(desk)
    words = {snapshot.council.name, snapshot.agenda.meeting.place, *snapshot.council.case_types}
    for row in snapshot.agenda.items:
        words |= {row.item.title, row.item.heading, row.item.case_number, row.item.caseworker}
        words |= {name for own in row.attachments for name in (own.attachment.title, own.attachment.file_name)}
    return words - {""}


def _is_data(text: str, known: set[str]) -> bool:
    plain = text.replace("&", "")
    return plain in OWN_WORDS or any(word in text for word in known) or plain.startswith("KKR Desk – ")


def test_light_and_dark_are_chosen_and_remembered(window: MainWindow, preferences: Preferences) -> None:
    action(window, "Mørkt").trigger()
    assert (is_dark(), preferences.theme) == (True, Theme.DARK)
    action(window, "Lyst").trigger()
    assert (is_dark(), preferences.theme) == (False, Theme.LIGHT)


def test_it_stands_where_it_stood(qtbot: QtBot, window: MainWindow, desk: Desk, preferences: Preferences) -> None:
    window.resize(777, 555)
    widths = window.panes.sizes()
    wished = [widths[0] + 40, *widths[1:]]
    window.panes.setSizes(wished)
    wished = window.panes.sizes()
    window.close()
    again = MainWindow(preferences)
    again.furnish(desk)
    qtbot.addWidget(again)
    again.show()
    settle(desk)
    assert (again.width(), again.height()) == (777, 555)
    assert again.panes.sizes() == wished


def test_the_meetings_can_be_put_out_of_sight(
    qtbot: QtBot, window: MainWindow, desk: Desk, preferences: Preferences
) -> None:
    assert window.panes.meetings.isVisible()
    action(window, "Møder").trigger()
    assert not window.panes.meetings.isVisible()
    window.close()
    again = MainWindow(preferences)
    again.furnish(desk)
    qtbot.addWidget(again)
    again.show()
    settle(desk)
    assert not again.panes.meetings.isVisible()
    action(again, "Møder").trigger()
    assert again.panes.meetings.isVisible()


def test_the_last_meeting_is_laid_on_the_desk_again(
    qtbot: QtBot, bare_desk: Desk, preferences: Preferences, store_folder: Path
) -> None:
    with Store.open(store_folder) as store, store.operation("Nyt møde"):
        older = store.add_meeting("KKR Midtsjælland", date(2020, 1, 1), "Indhold")
    preferences.keep_last_meeting(store_folder, older.id)
    made = MainWindow(preferences)
    made.furnish(bare_desk)
    qtbot.addWidget(made)
    settle(bare_desk)
    assert snapshot_of(bare_desk).agenda.meeting.id == older.id
    bare_desk.open_meeting(only_meeting(bare_desk))
    settle(bare_desk)
    assert preferences.last_meeting(store_folder) == only_meeting(bare_desk)


def test_a_last_meeting_that_is_gone_makes_room_for_the_nearest(
    qtbot: QtBot, bare_desk: Desk, preferences: Preferences, store_folder: Path
) -> None:
    preferences.keep_last_meeting(store_folder, MeetingId("gone"))
    made = MainWindow(preferences)
    made.furnish(bare_desk)
    qtbot.addWidget(made)
    settle(bare_desk)
    assert snapshot_of(bare_desk).agenda.meeting.id == only_meeting(bare_desk)


@pytest.mark.parametrize(
    ("days", "today", "wanted"),
    [
        ((date(2024, 6, 19), date(2024, 4, 17), date(2024, 2, 6)), date(2024, 4, 1), date(2024, 4, 17)),
        ((date(2024, 6, 19), date(2024, 4, 17)), date(2024, 6, 19), date(2024, 6, 19)),
        ((date(2024, 6, 19), date(2024, 4, 17)), date(2025, 1, 1), date(2024, 6, 19)),
    ],
)
def test_the_nearest_meeting_is_the_next_or_the_last(days: tuple[date, ...], today: date, wanted: date) -> None:
    meetings: list[Meeting] = [make_meeting(day=day) for day in days]
    assert nearest(meetings, today).date == wanted


def test_a_store_without_meetings_says_what_to_do(qtbot: QtBot, tmp_path: Path, preferences: Preferences) -> None:
    desk = Desk(tmp_path / "new store")
    desk.open_store()
    window = MainWindow(preferences)
    window.furnish(desk)
    qtbot.addWidget(window)
    window.show()
    settle(desk)
    assert window.welcome.isVisible()
    assert not window.panes.isVisible()
    sample = window.welcome.findChildren(QPushButton, "welcome-sample")[0]
    qtbot.mouseClick(sample, Qt.MouseButton.LeftButton)
    settle(desk)
    assert window.panes.isVisible()
    assert snapshot_of(desk).plan.total_pages == 25
    assert desk.undoable.undo == "Importér mødet 18. september 2026"
    desk.undo()
    settle(desk)
    assert window.welcome.isVisible()
    desk.close()


def test_a_new_meetings_agenda_has_the_keys(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    window.search.setFocus()
    qtbot.keyClick(window.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    asked = QApplication.activeModalWidget()
    assert asked is not None
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    settle(desk)
    assert len(snapshot_of(desk).agenda.items) > 0
    assert window.focusWidget() is window.panes.agenda.tree


def test_the_first_button_makes_a_meeting(qtbot: QtBot, tmp_path: Path, preferences: Preferences) -> None:
    desk = Desk(tmp_path / "new store")
    desk.open_store()
    window = MainWindow(preferences)
    window.furnish(desk)
    qtbot.addWidget(window)
    window.show()
    settle(desk)
    qtbot.keyClick(window, Qt.Key.Key_F6)  # there is no pane to go to
    new = window.welcome.findChildren(QPushButton, "welcome-new")[0]
    assert window.focusWidget() is new
    qtbot.keyClick(new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.close()


def test_errors_stand_in_line_and_defects_go_to_the_crash_dialog(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    defects: list[Exception] = []
    window.defect_found.connect(defects.append)
    known: list[Exception] = [UserError("item-gone"), OSError(28, "No space left on device"), MemoryError()]
    for error in known:
        desk.failed.emit(error)
    assert window.errors.isVisible()
    assert defects == []
    wrong: list[Exception] = [Defect("store-defect", reason="not-open"), KeyError("x")]
    for error in wrong:
        desk.failed.emit(error)
    assert defects == wrong


def test_what_another_program_wrote_is_read_when_the_user_comes_back(
    qtbot: QtBot, window: MainWindow, desk: Desk, store_folder: Path
) -> None:
    item = item_of(desk, "1").item.id
    with Store.open(store_folder, who="mlh") as other, other.operation("Omdøb"):
        other.change_item(item, title="Skrevet af en anden")
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    window.activateWindow()
    qtbot.waitUntil(lambda: item_of(desk, "1").item.title == "Skrevet af en anden")
    settle(desk)


def test_a_second_start_brings_it_to_the_front(qtbot: QtBot, window: MainWindow) -> None:
    window.showMinimized()
    window.come_to_front()
    assert not window.isMinimized()
    assert window.isVisible()


def test_what_is_found_stands_in_place_of_the_meetings_until_escape(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.search, "flygtninge")
    qtbot.waitUntil(window.panes.search.isVisible)
    assert not window.panes.meetings.isVisible()
    settle(desk)
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.panes.meetings.isVisible()
    assert window.panes.agenda.tree.hasFocus()
    window.search.setFocus()
    assert window.panes.search.isVisible()
    window.search.clear()
    assert window.panes.meetings.isVisible()


def test_the_index_is_shown_whatever_is_selected_until_it_is_put_away(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    item = item_of(desk, "2.1")
    action(window, "Indholdsfortegnelse").trigger()
    assert window.panes.index.isVisible()
    desk.select(Selection(item.item.id, item.attachments[0].attachment.id))
    settle(desk)
    assert window.panes.index.isVisible()
    action(window, "Indholdsfortegnelse").trigger()
    assert window.panes.attachment.isVisible()


def test_a_second_start_with_a_file_opens_it(qtbot: QtBot, window: MainWindow, tmp_path: Path, desk: Desk) -> None:
    asked: list[Path] = []
    window.exchange.open_file = asked.append  # type: ignore[method-assign, assignment]
    window.answer(tmp_path / "møde.kkr")
    window.answer(None)
    assert asked == [tmp_path / "møde.kkr"]


def test_a_field_that_is_being_typed_in_is_left_before_the_window_closes(qtbot: QtBot, window: MainWindow) -> None:
    left: list[str] = []
    field = QLineEdit(window)
    field.editingFinished.connect(lambda: left.append(field.text()))
    field.show()
    field.setFocus()
    qtbot.keyClicks(field, "Det sidste ord")
    window.close()
    assert left == ["Det sidste ord"]


def test_the_gui_thread_never_touches_store_or_files(
    qtbot: QtBot, bare_desk: Desk, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    gui, calls = threading.get_ident(), list[tuple[str, bool]]()

    def watch(owner: type, name: str) -> None:
        original: Callable[..., Any] = getattr(owner, name)

        def watched(self: object, *arguments: object, **named: object) -> Any:
            calls.append((name, threading.get_ident() == gui))
            return original(self, *arguments, **named)

        monkeypatch.setattr(owner, name, watched)

    for owner in (Store, Content):
        for name, member in [(n, m) for base in owner.__mro__[:-1] for n, m in vars(base).items()]:
            if callable(member) and not name.startswith("__") and not isinstance(member, classmethod):
                watch(owner, name)
    window = MainWindow(preferences)
    window.furnish(bare_desk)
    qtbot.addWidget(window)
    window.show()
    settle(bare_desk)
    for row in snapshot_of(bare_desk).agenda.items:
        for own in (None, *row.attachments):
            bare_desk.select(Selection(row.item.id, own.attachment.id if own else None))
            settle(bare_desk)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    settle(bare_desk)
    window.close()
    assert {"meetings", "agenda", "version"} <= {name for name, _ in calls}
    assert [name for name, on_gui in calls if on_gui] == []
