"""The attachment pane at a desk whose meeting has attachments of all sorts."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kkr_desk.ui.attachment import AttachmentPane
from kkr_desk.ui.desk import Desk
from tests.ui.attachment.attachments import add_papers
from tests.ui.desks import make_store, settle


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `tests/ui/conftest.py` with five attachments more."""
    folder = tmp_path_factory.mktemp("made") / "store"
    make_store(folder, tmp_path_factory.mktemp("papers"))
    add_papers(folder, tmp_path_factory.mktemp("more-papers"))
    return folder


@pytest.fixture(autouse=True)
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder, of the test's own: working copies lie there, and are looked at often."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setattr("kkr_desk.ui.attachment.elsewhere.LOOK", 20)
    return folder


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> AttachmentPane:
    made = AttachmentPane(desk)
    qtbot.addWidget(made)
    made.resize(460, 680)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    settle(desk)
    return made
