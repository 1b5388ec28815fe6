"""Where the keys go is seen: a frame around the list that has them, and a quieter selection in the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.ui.desk import Desk, Selection
from kkr_desk.ui.frame.preferences import Theme
from kkr_desk.ui.frame.theme import set_theme
from kkr_desk.ui.frame.window import MainWindow
from tests.ui.desks import item_of, settle

Role = QPalette.ColorRole
LOUD, QUIET = QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive


@pytest.fixture(autouse=True)
def light_again(danish: None) -> Iterator[None]:
    yield
    set_theme(Theme.LIGHT)


def view(window: MainWindow, name: str) -> QAbstractItemView:
    found = window.findChild(QAbstractItemView, name)
    assert isinstance(found, QAbstractItemView)
    return found


def ground(shown: QAbstractItemView) -> QPalette.ColorGroup:
    """In whose colour of a selection the current row is painted; the style brightens it a little where the keys are."""
    rect = shown.visualRect(shown.currentIndex()) & shown.viewport().rect()
    image, palette = shown.viewport().grab(rect).toImage(), QApplication.palette()
    painted = [image.pixelColor(x, y) for x in range(image.width()) for y in range(0, image.height(), 5)]
    near = {
        group: sum(distance(pixel, palette.color(group, Role.Highlight)) < 10 for pixel in painted)
        for group in (LOUD, QUIET)
    }
    assert 10 * min(near.values()) < max(near.values())
    return max(near, key=lambda group: near[group])


def distance(one: QColor, other: QColor) -> int:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue()))


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_selection_is_quieter_where_the_keys_do_not_go(
    window: MainWindow, desk: Desk, qtbot: QtBot, theme: Theme
) -> None:
    item = item_of(desk, "2.1")
    desk.select(Selection(item.item.id, item.attachments[0].attachment.id))
    settle(desk)
    set_theme(theme)
    palette = QApplication.palette()
    assert distance(palette.color(LOUD, Role.Highlight), palette.color(QUIET, Role.Highlight)) > 40
    QTest.keyClicks(window.search, "fordeling")
    qtbot.waitUntil(lambda: view(window, "hits").currentIndex().isValid())
    for name in ("agenda-tree", "hits", "pageStrip"):
        view(window, name).setFocus()
        assert framed(window) == name
        shown = {other: ground(view(window, other)) for other in ("agenda-tree", "hits", "pageStrip")}
        assert shown == {other: LOUD if other == name else QUIET for other in shown}
    QTest.keyClick(view(window, "hits"), Qt.Key.Key_Escape)
    window.search.clear()
    meetings = view(window, "meetings-tree")
    assert ground(meetings) == QUIET
    meetings.setFocus()
    assert (ground(meetings), framed(window)) == (LOUD, "meetings-tree")
    window.search.setFocus()
    assert (ground(meetings), framed(window)) == (QUIET, None)


def test_a_row_that_is_written_in_has_the_keys(window: MainWindow, desk: Desk) -> None:
    tree = view(window, "agenda-tree")
    desk.select(Selection(item_of(desk, "2.1").item.id))
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is not tree
    assert framed(window) == "agenda-tree"
    QTest.keyClick(tree.viewport().findChildren(QWidget, "agenda-editor")[0], Qt.Key.Key_Escape)


def framed(window: MainWindow) -> str | None:
    """What the frame stands around, edge on edge; None when it is not seen."""
    (frame,) = window.findChildren(QWidget, "focus-frame")
    assert window.panes.count() == 3
    inside = frame.parentWidget()
    if inside is None or not frame.isVisible():
        return None
    assert frame.geometry() == inside.rect()
    return inside.objectName()
