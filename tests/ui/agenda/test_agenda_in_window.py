"""The agenda among the other panes of the window: what they show of a drag, and what is not its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.exchange.differences_dialog import DifferencesDialog
from kkr_desk.ui.frame.window import MainWindow
from tests.ui.agenda.driving import START, Driver, files
from tests.ui.desks import item_of, settle
from tests.ui.export.exports import wait_for
from tests.ui.menus import action


@pytest.fixture
def drive(window: MainWindow, desk: Desk) -> Driver:
    return Driver(desk, window.panes.agenda)


def index_of(window: MainWindow) -> list[str]:
    """The rows of the index, as they are read aloud."""
    found = window.findChild(QListView, "index-list")
    assert isinstance(found, QListView)
    model = found.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def test_the_index_follows_a_drag(window: MainWindow, drive: Driver, qtbot: QtBot) -> None:
    data = drive.carried("Nærhed")
    hidden = index_of(window)
    drive.hover(data, drive.point("Eventuelt", 0.1))
    drive.leave()
    assert index_of(window) == hidden
    action(window, "Indholdsfortegnelse").trigger()
    before = index_of(window)
    assert before[1].startswith("2.1 Temadrøftelse: Nærhed")
    drive.hover(data, drive.point("Eventuelt", 0.1))
    qtbot.waitUntil(lambda: index_of(window)[1].startswith("2.1 Orienteringssag: Fordeling"))
    assert index_of(window)[4] == "3 Temadrøftelse: Nærhed og sammenhæng i det nye sundhedsråd, side 7"
    live = index_of(window)
    drive.leave()
    assert index_of(window) == before
    assert drive.drop(data, drive.point("Eventuelt", 0.1))
    assert index_of(window) == live


@pytest.mark.parametrize("place", ["agenda-tree", "selected", "status-line"])
def test_a_meeting_file_is_opened_wherever_it_is_dropped(
    window: MainWindow, drive: Driver, tmp_path: Path, place: str
) -> None:
    desk, item = drive.desk, item_of(drive.desk, "2.1").item
    file = tmp_path / "møde.KKR"
    with Store.open(desk.folder, read_only=True) as store:
        store.save_meeting(item.meeting_id, file)
    desk.write(desk, "Ret", lambda store: store.change_item(item.id, title="Rettet siden"))
    settle(desk)
    assert not dropped(window, place, tmp_path / "brev.pdf", file)
    assert dropped(window, place, file)
    wait_for(lambda: window.findChildren(DifferencesDialog))
    (dialog,) = window.findChildren(DifferencesDialog)
    dialog.reject_at_once()
    drive.settle()
    assert len(drive.rows()) == len(START)


def dropped(window: MainWindow, place: str, *paths: Path) -> bool:
    """Drag files over the middle of a part of the window and let go; whether they were taken."""
    widget, data = window.findChild(QWidget, place), files(*paths)
    assert isinstance(widget, QWidget)
    target = widget.childAt(widget.rect().center()) or widget
    at = QPoint(5, 5)
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter, move, drop = QDragEnterEvent(at, *given), QDragMoveEvent(at, *given), QDropEvent(QPointF(at), *given)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(target, move)
    QApplication.sendEvent(target, drop)
    return drop.isAccepted()
