"""The agenda pane, shown, with a meeting drawn in it, and the list of files that it opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kkr_desk.ui.agenda import AgendaPane
from kkr_desk.ui.desk import Desk
from tests.intake.papers import simple
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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a municipality sends it."""
    made = tmp_path / "Bilag til mødet"
    (made / "2.2 Fordeling").mkdir(parents=True)
    for name in ("1 Bilag 2 - Referat.pdf", "1 Bilag 10 - Plan.pdf", "2.2 Fordeling/Bilag_3_Kvoter.pdf", "Notat.pdf"):
        simple(made, name, words=name)
    return made
