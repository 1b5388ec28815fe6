"""The agenda pane, shown, with a meeting drawn in it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kkr_desk.ui.agenda import AgendaPane
from kkr_desk.ui.desk import Desk
from tests.ui.agenda.driving import Driver
from tests.ui.desks import settle


@pytest.fixture
def drive(desk: Desk, qtbot: QtBot) -> Driver:
    """The pane in the hands of a user, at the small store's meeting."""
    pane = AgendaPane(desk)
    qtbot.addWidget(pane)
    pane.resize(800, 600)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    pane.tree.setFocus()
    settle(desk)
    return Driver(desk, pane)
