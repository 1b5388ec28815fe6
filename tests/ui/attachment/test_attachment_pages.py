"""Which pages of an attachment are included: by ticking thumbnails and in writing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kkr_desk.ui.attachment import AttachmentPane
from kkr_desk.ui.attachment.page_painting import STRUCK
from kkr_desk.ui.attachment.page_strip import box_of
from kkr_desk.ui.desk import Desk
from tests.ui.attachment.attachments import (
    COLOURS,
    LONG,
    RED,
    YELLOW,
    attachment_of,
    child,
    middle,
    select,
    type_into,
    view_of,
    wait,
    wait_for_colour,
)
from tests.ui.desks import settle, snapshot_of

SHIFT = Qt.KeyboardModifier.ShiftModifier


def strip_of(pane: AttachmentPane) -> QListView:
    return child(pane, QListView, "pageStrip")


def cell(strip: QListView, page: int) -> QRect:
    return strip.visualRect(strip.model().index(page - 1, 0))


def states(pane: AttachmentPane) -> str:
    """A letter a page: m for included, u for left out, as a screen reader is told."""
    model = strip_of(pane).model()
    said = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert [text.split(",")[0] for text in said] == [f"Side {n + 1}" for n in range(len(said))]
    return "".join(text.split(", ")[1][0] for text in said)


def field_of(pane: AttachmentPane) -> QLineEdit:
    return child(pane, QLineEdit, "pageChoiceField")


def error(pane: AttachmentPane) -> str:
    label = child(pane, QLabel, "pageChoiceError")
    return label.text() if label.isVisible() else ""


def write(pane: AttachmentPane, desk: Desk, text: str) -> None:
    type_into(field_of(pane), text)
    QTest.keyClick(field_of(pane), Qt.Key.Key_Return)
    settle(desk)


def test_thumbnails_show_the_pages(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    strip = strip_of(pane)

    def colours() -> list[str]:
        image = strip.viewport().grab().toImage()
        return [image.pixelColor(cell(strip, n).center() - QPoint(0, 20)).name() for n in range(1, 5)]

    wait(qtbot, lambda: colours() == ["#ff0000", "#008000", "#0000ff", "#ffff00"])


def test_the_strip_turns_the_pages_and_follows_them(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    strip, view = strip_of(pane), view_of(pane)
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=cell(strip, 4).center() - QPoint(0, 20))
    assert view.page == 4
    wait_for_colour(qtbot, view, YELLOW)
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert view.page == 3
    view.go_to(1)
    assert strip.currentIndex().row() == 0
    assert states(pane) == "mmmm"


def test_the_space_bar_leaves_pages_out_and_takes_them_in(qtbot: QtBot, pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    strip = strip_of(pane)
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Space)
    settle(desk)
    assert (states(pane), field_of(pane).text()) == ("mumm", "1, 3-4")
    assert attachment_of(desk, COLOURS).page_choice == "1,3-4"
    QTest.keyClick(strip, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(strip, Qt.Key.Key_Space)
    settle(desk)
    assert states(pane) == "mmmm"  # of those selected not all were included: now they are
    assert attachment_of(desk, COLOURS).page_choice == ""
    QTest.keyClick(strip, Qt.Key.Key_Space)
    settle(desk)
    assert (states(pane), attachment_of(desk, COLOURS).page_choice) == ("muum", "1,4")
    assert desk.undoable.undo == "Vælg sider i Bilag 3 under 2.1"
    desk.undo()
    settle(desk)
    assert (states(pane), field_of(pane).text()) == ("mmmm", "alle 4")


def test_a_click_on_the_box_ticks_one_page(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    strip = strip_of(pane)
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=box_of(cell(strip, 3)).center())
    settle(desk)
    assert states(pane) == "mmum"
    assert view_of(pane).page == 1
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=box_of(cell(strip, 3)).center())
    settle(desk)
    assert states(pane) == "mmmm"


def test_what_is_left_out_is_crossed_out_with_a_word_and_has_no_page(
    qtbot: QtBot, pane: AttachmentPane, desk: Desk
) -> None:
    before = snapshot_of(desk).plan.total_pages
    select(desk, COLOURS)
    wait_for_colour(qtbot, view_of(pane), RED)
    write(pane, desk, "2-4")
    assert snapshot_of(desk).plan.total_pages == before - 1
    place = child(pane, QLabel, "pagePlace")
    assert place.text() == "Bilag 3, side 1 af 4 · udeladt af samlingen"
    image = view_of(pane).viewport().grab().toImage()
    struck = sum(image.pixelColor(x, y) == STRUCK for x in range(image.width()) for y in range(image.height()))
    assert struck > 800  # the lines and the ground of the word
    assert middle(view_of(pane)) != RED
    view_of(pane).go_to(2)
    assert place.text() == "Bilag 3, side 2 af 4 · i samlingen: side 9"


@pytest.mark.parametrize(
    ("text", "kept", "shown"),
    [
        ("1-2,4", "1-2,4", "1, 2, 4"),
        ("4; 1", "1,4", "1, 4"),
        ("2 3", "2-3", "2-3"),
        ("3-", "3-4", "3-4"),
        ("", "", "alle 4"),
        ("Alle", "", "alle 4"),
        ("1-4", "", "alle 4"),
    ],
)
def test_pages_are_chosen_in_writing(pane: AttachmentPane, desk: Desk, text: str, kept: str, shown: str) -> None:
    select(desk, COLOURS)
    write(pane, desk, "2")
    field = field_of(pane)
    type_into(field, text)
    if not text:
        QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(desk)
    assert attachment_of(desk, COLOURS).page_choice == kept
    assert field_of(pane).text().replace("1-2", "1, 2") == shown
    assert error(pane) == ""


def test_what_cannot_be_understood_stays_to_be_mended(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    write(pane, desk, "2-7")
    assert error(pane).startswith("Sidevalget »2-7« passer ikke til bilaget")
    assert (attachment_of(desk, COLOURS).page_choice, field_of(pane).text()) == ("", "2-7")
    QTest.keyClick(field_of(pane), Qt.Key.Key_Escape)
    assert (error(pane), field_of(pane).text()) == ("", "alle 4")
    write(pane, desk, "x")
    write(pane, desk, "2")
    assert (error(pane), attachment_of(desk, COLOURS).page_choice) == ("", "2")


def test_it_is_never_none_of_the_pages(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    write(pane, desk, "2")
    strip = strip_of(pane)
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=box_of(cell(strip, 2)).center())
    settle(desk)
    assert states(pane) == "umuu"
    assert error(pane).startswith("Mindst én side skal med.")
    QTest.mouseClick(child(pane, QPushButton, "includeAllPages"), Qt.MouseButton.LeftButton)
    settle(desk)
    assert (states(pane), error(pane)) == ("mmmm", "")
    assert not child(pane, QPushButton, "includeAllPages").isEnabled()


def choose_in_menu(strip: QListView, command: str) -> bool:
    """Open the menu of the selected pages and choose in it; whether that could be chosen."""
    QApplication.sendEvent(
        strip.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, cell(strip, 2).center(), QCursor.pos())
    )
    menu = next(menu for menu in strip.findChildren(QMenu) if menu.isVisible())
    chosen = next(action for action in menu.actions() if action.text().replace("&", "") == command)
    enabled = chosen.isEnabled()
    chosen.trigger()
    menu.close()
    return enabled


def test_the_menu_of_the_pages(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    strip = strip_of(pane)
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Right, SHIFT)
    found = []
    for command in ("Medtag", "Udelad", "Medtag", "Medtag kun disse"):
        enabled = choose_in_menu(strip, command)
        settle(desk)
        found.append((enabled, states(pane)))
    assert found == [(False, "mmmm"), (True, "muum"), (True, "mmmm"), (True, "ummu")]


def test_thumbnails_can_be_put_away(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    fold = child(pane, QToolButton, "foldPages")
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert not strip_of(pane).isVisible()
    assert field_of(pane).isVisible()
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert strip_of(pane).isVisible()


def test_a_choice_that_is_being_written_is_not_taken_away(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, COLOURS)
    own = attachment_of(desk, COLOURS).id
    type_into(field_of(pane), "1-")
    desk.write(desk, "Luk bilag", lambda store: store.change_attachment(own, closed=True))
    settle(desk)
    assert field_of(pane).text() == "1-"


def test_a_long_strip_is_walked_through_by_keys(pane: AttachmentPane, desk: Desk) -> None:
    select(desk, LONG)
    strip = strip_of(pane)
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert view_of(pane).page == 300
    assert strip.viewport().rect().contains(cell(strip, 300).center())
