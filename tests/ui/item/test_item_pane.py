"""The pane of one item, worked by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QTabWidget, QTextEdit, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.model import TextKind
from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.item import ItemPane
from tests.ui.desks import item_of, settle, snapshot_of


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> ItemPane:
    made = ItemPane(desk)
    qtbot.addWidget(made)
    made.resize(460, 640)
    made.show()
    qtbot.waitExposed(made)
    turn_to(desk, "2.1")
    return made


def turn_to(desk: Desk, number: str) -> None:
    desk.select(Selection(item_of(desk, number).item.id))
    settle(desk)


def tab(qtbot: QtBot, pane: ItemPane, name: str) -> None:
    tabs = pane.findChild(QTabWidget)
    assert tabs is not None
    bar = tabs.tabBar()
    place = next(bar.tabRect(n).center() for n in range(bar.count()) if bar.tabText(n) == name)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(place))


def field(pane: ItemPane, name: str) -> QLineEdit:
    found = next(w for w in pane.findChildren(QWidget) if w.accessibleName() == name and w.isVisible())
    line = found if isinstance(found, QLineEdit) else found.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line


def text_field(pane: ItemPane, name: str) -> QTextEdit:
    return next(w for w in pane.findChildren(QTextEdit) if w.accessibleName() == name)


def retype(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def texts(desk: Desk, number: str) -> dict[TextKind, str]:
    found: list[dict[TextKind, str]] = []
    item_id = item_of(desk, number).item.id
    desk.read(desk, lambda store: store.texts(item_id), found.append)
    settle(desk)
    return found[0]


def test_the_case_of_the_selected_item_is_shown(pane: ItemPane, desk: Desk) -> None:
    assert field(pane, "Titel").text() == "Nærhed og sammenhæng i det nye sundhedsråd"
    assert field(pane, "Type").text() == "Temadrøftelse"
    assert field(pane, "Sagsnummer").text() == "SAG-2026-00413"
    turn_to(desk, "2.2")
    assert field(pane, "Type").text() == "Orienteringssag"
    assert not field(pane, "Sagsnummer").text()


def test_what_is_typed_is_written_when_typing_rests_and_undone_in_one_step(
    qtbot: QtBot, pane: ItemPane, desk: Desk
) -> None:
    retype(qtbot, field(pane, "Sagsnummer"), "SAG-2026-00500")
    qtbot.waitUntil(lambda: item_of(desk, "2.1").item.case_number == "SAG-2026-00500")
    assert desk.undoable.undo == "Ret sagsnummeret på punkt 2.1"
    desk.undo()
    settle(desk)
    assert field(pane, "Sagsnummer").text() == "SAG-2026-00413"


def test_leaving_a_field_or_the_item_writes_at_once(qtbot: QtBot, pane: ItemPane, desk: Desk) -> None:
    retype(qtbot, field(pane, "Titel"), "Budget")
    turn_to(desk, "2.2")
    assert item_of(desk, "2.1").item.title == "Budget"
    assert item_of(desk, "2.2").item.title == "Fordeling af flygtninge 2027"


def test_typing_is_not_lost_to_a_change_that_comes_from_elsewhere(qtbot: QtBot, pane: ItemPane, desk: Desk) -> None:
    retype(qtbot, field(pane, "Titel"), "Nyt, h")
    other = item_of(desk, "1").item.id
    desk.write(desk, "Omdøb", lambda store: store.change_item(other, title="Velkommen"))
    settle(desk)
    assert field(pane, "Titel").text() == "Nyt, h"
    qtbot.keyClicks(field(pane, "Titel"), "alvt")
    qtbot.keyClick(field(pane, "Titel"), Qt.Key.Key_Tab)
    settle(desk)
    assert item_of(desk, "2.1").item.title == "Nyt, halvt"


def test_an_emptied_case_type_is_none(qtbot: QtBot, pane: ItemPane, desk: Desk) -> None:
    line = field(pane, "Type")
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    settle(desk)
    assert item_of(desk, "2.1").item.case_type is None


def test_a_case_type_is_chosen_with_the_arrow_keys(qtbot: QtBot, pane: ItemPane, desk: Desk) -> None:
    line = field(pane, "Type")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    settle(desk)
    types = snapshot_of(desk).council.case_types
    assert item_of(desk, "2.1").item.case_type == types[types.index("Temadrøftelse") + 1]


def test_an_item_is_closed_with_the_space_key(qtbot: QtBot, pane: ItemPane, desk: Desk) -> None:
    box = pane.findChild(QCheckBox)
    assert box is not None
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    settle(desk)
    assert item_of(desk, "2.1").item.closed
    assert desk.undoable.undo == "Luk punkt 2.1"
    desk.undo()
    settle(desk)
    assert not box.isChecked()


def test_a_text_is_written_and_comes_back_after_undo(qtbot: QtBot, pane: ItemPane, desk: Desk) -> None:
    tab(qtbot, pane, "Tekst")
    editor = text_field(pane, "Indstilling")
    assert editor.toPlainText() == "Det indstilles, at KKR drøfter notatet."
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, " Igen.")
    qtbot.waitUntil(lambda: desk.undoable.undo == "Ret indstilling i punkt 2.1")
    assert texts(desk, "2.1")[TextKind.RECOMMENDATION] == "<p>Det indstilles, at KKR drøfter notatet. Igen.</p>"
    desk.undo()
    settle(desk)
    assert editor.toPlainText() == "Det indstilles, at KKR drøfter notatet."


def test_a_decision_has_its_own_tab(qtbot: QtBot, pane: ItemPane, desk: Desk) -> None:
    tab(qtbot, pane, "Beslutning")
    editor = text_field(pane, "Beslutning")
    editor.setFocus()
    qtbot.keyClicks(editor, "Godkendt.")
    turn_to(desk, "2.2")
    assert texts(desk, "2.1")[TextKind.DECISION] == "<p>Godkendt.</p>"
    assert not editor.toPlainText()


def test_what_is_typed_last_is_written_when_the_desk_closes(qtbot: QtBot, pane: ItemPane, desk: Desk) -> None:
    retype(qtbot, field(pane, "Sagsbehandler"), "mbn")
    desk.close()
    again = Desk(desk.folder)
    again.open_store()
    again.open_meeting(snapshot_of(desk).agenda.meeting.id)
    settle(again)
    assert item_of(again, "2.1").item.caseworker == "mbn"
    again.close()


def test_the_history_tells_what_was_done_in_words(qtbot: QtBot, pane: ItemPane, desk: Desk) -> None:
    retype(qtbot, field(pane, "Titel"), "Budget 2027")
    qtbot.keyClick(field(pane, "Titel"), Qt.Key.Key_Tab)
    settle(desk)
    tab(qtbot, pane, "Historik")
    settle(desk)
    history = pane.findChild(QTreeWidget, "history")
    assert history is not None
    first = history.topLevelItem(0)
    assert first is not None
    assert (first.text(1), first.text(2)) == ("abk", "Omdøb punkt 2.1")
    change = first.child(0)
    assert change is not None
    assert change.text(2) == "Titel: Nærhed og sammenhæng i det nye sundhedsråd → Budget 2027"


def test_without_an_item_the_pane_says_what_to_do(pane: ItemPane, desk: Desk) -> None:
    desk.select(Selection())
    QApplication.processEvents()
    tabs = pane.findChild(QTabWidget)
    assert tabs is not None
    assert not tabs.isVisible()
    assert any(
        w.text() == "Vælg et punkt i dagsordenen for at se det her." for w in pane.findChildren(QLabel) if w.isVisible()
    )


def test_typing_in_an_item_that_is_deleted_meanwhile_is_dropped(qtbot: QtBot, pane: ItemPane, desk: Desk) -> None:
    retype(qtbot, field(pane, "Titel"), "For sent")
    item_id = item_of(desk, "2.1").item.id
    desk.write(desk, "Slet punkt 2.1", lambda store: store.delete_item(item_id))
    with qtbot.assertNotEmitted(desk.failed):
        settle(desk)
    assert desk.undoable.undo == "Slet punkt 2.1"
