"""The settings, shown beside a desk at which a meeting lies."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.preferences import Preferences
from kkr_desk.ui.settings.dialog import SettingsDialog
from tests.ui.desks import settle


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, preferences: Preferences) -> SettingsDialog:
    """The settings, active, everything read."""
    made = SettingsDialog(desk, preferences)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.present()
    settle(desk)
    return made
