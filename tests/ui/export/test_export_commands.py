"""The commands of the menu Møde: there when a meeting is, and each leading to its dialog."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from kkr_desk.ui.desk import Desk
from kkr_desk.ui.export.commands import ExportCommands
from kkr_desk.ui.export.dialog import ExportDialog
from kkr_desk.ui.export.print_dialog import PrintDialog
from tests.ui.desks import only_meeting, settle
from tests.ui.export.exports import Controls


@pytest.fixture
def window(bare_desk: Desk) -> Iterator[QMainWindow]:
    """A window with the commands in its menu."""
    made = QMainWindow()
    commands = ExportCommands(bare_desk, made)
    menu = made.menuBar().addMenu("Møde")
    menu.addActions([action for action in commands.menu_actions() if action is not None])
    made.show()
    QTest.qWaitForWindowExposed(made)
    yield made
    made.close()
    made.deleteLater()


def test_there_is_nothing_to_export_without_a_meeting(window: QMainWindow, bare_desk: Desk) -> None:
    actions = window.menuBar().actions()[0].menu().actions()  # type: ignore[attr-defined]
    assert [action.isEnabled() for action in actions] == [False] * 4
    bare_desk.open_meeting(only_meeting(bare_desk))
    settle(bare_desk)
    assert [action.isEnabled() for action in actions] == [True] * 4
    assert all(action.text() and action.statusTip() for action in actions)


def test_each_command_leads_to_its_dialog(window: QMainWindow, bare_desk: Desk) -> None:
    bare_desk.open_meeting(only_meeting(bare_desk))
    settle(bare_desk)
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(ExportDialog)
    assert dialog.isVisible()
    assert not dialog.isModal(), "work goes on behind it"
    assert Controls(dialog).button("choice_collection").isChecked()
    window.menuBar().actions()[0].menu().actions()[1].trigger()  # type: ignore[attr-defined]
    assert window.findChildren(ExportDialog) == [dialog]
    assert Controls(dialog).button("choice_index").isChecked()
    dialog.close()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (printing,) = window.findChildren(PrintDialog)
    assert printing.isVisible()
    assert "target" not in {control.objectName() for control in printing.findChildren(type(Controls(dialog).field))}
    printing.close()
