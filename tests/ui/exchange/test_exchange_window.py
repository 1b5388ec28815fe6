"""Meeting files in the whole window: in its menu, and named when the program is started or called again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMenu

from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.exchange.differences_dialog import DifferencesDialog
from kkr_desk.ui.frame.window import MainWindow
from tests.ui.desks import item_of, settle
from tests.ui.export.exports import wait_for


def test_the_menu_offers_files_and_documents(window: MainWindow) -> None:
    menu = next(one for one in window.findChildren(QMenu) if one.title().replace("&", "") == "Møde")
    offered = [action.text().replace("&", "") for action in menu.actions()]
    for text in ("Gem møde som fil…", "Åbn mødefil…", "Eksportér bilagssamling…", "Udskriv…"):
        assert text in offered
    assert "" in offered, "lines stand between"


def test_a_file_named_at_a_start_is_opened(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    meeting, item = item_of(desk, "2.1").item.meeting_id, item_of(desk, "2.1").item.id
    with Store.open(desk.folder, read_only=True) as store:
        store.save_meeting(meeting, tmp_path / "møde.kkr")
    desk.write(desk, "Ret", lambda store: store.change_item(item, title="Rettet siden"))
    settle(desk)
    window.answer(tmp_path / "møde.kkr")
    wait_for(lambda: window.findChildren(DifferencesDialog))
    (dialog,) = window.findChildren(DifferencesDialog)
    assert dialog.isVisible()
    dialog.reject_at_once()


def test_a_second_start_without_a_file_only_brings_the_window_to_the_front(window: MainWindow) -> None:
    window.hide()
    window.answer(None)
    assert window.isVisible()
    assert window.findChildren(DifferencesDialog) == []
