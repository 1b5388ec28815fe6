"""What the tests of the window stand on: a small store, a desk at which its meeting lies, Danish."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kkr_desk.sentences import Language
from kkr_desk.ui.desk import Desk
from kkr_desk.ui.frame.language import set_language
from kkr_desk.ui.frame.preferences import Preferences
from kkr_desk.ui.frame.window import MainWindow
from tests.lasting_worker import LastingWorker, lasting
from tests.ui.desks import PATIENCE, free_widgets, make_store, only_meeting, settle


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """The one of pytest-qt, whose waits are over as soon as what they wait for is there, and patient until then."""
    for name in ("waitUntil", "waitSignal", "waitActive", "waitExposed"):
        monkeypatch.setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE))
    return qtbot


@pytest.fixture(scope="session")
def worker_processes() -> Iterator[None]:
    """Ends what `workers` have left."""
    with lasting():
        yield


@pytest.fixture(autouse=True)
def workers(worker_processes: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's workers go on with the processes of those before them."""
    for place in ("kkr_desk.worker.Worker", "kkr_desk.worker.crew.Worker", "kkr_desk.ui.export.printing.Worker"):
        monkeypatch.setattr(place, LastingWorker)


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store that every test gets a copy of; see `tests.ui.desks.make_store`."""
    folder = tmp_path_factory.mktemp("made") / "store"
    make_store(folder, tmp_path_factory.mktemp("papers"))
    return folder


@pytest.fixture
def store_folder(made_store: Path, tmp_path: Path) -> Path:
    """A small real store of the test's own, closed; see `tests.ui.desks.make_store`."""
    return Path(shutil.copytree(made_store, tmp_path / "Møder & bilag #1 100%"))


@pytest.fixture(autouse=True)
def danish(qapp: QApplication) -> Iterator[None]:
    """The window speaks Danish, whatever the test before it chose."""
    set_language(Language.DANISH)
    yield
    free_widgets()


@pytest.fixture
def bare_desk(danish: None, store_folder: Path) -> Iterator[Desk]:
    """A desk with the small store open and no meeting on it; closed afterwards."""
    made = Desk(store_folder, who="abk")
    made.open_store()
    settle(made)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def desk(bare_desk: Desk) -> Desk:
    """The desk with the store's meeting on it, everything read and nothing under way."""
    bare_desk.open_meeting(only_meeting(bare_desk))
    settle(bare_desk)
    return bare_desk


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """What the window remembers: nothing yet."""
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, preferences: Preferences) -> MainWindow:
    """The main window, shown, with the store's meeting on the desk."""
    made = MainWindow(preferences)
    made.furnish(desk)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle(desk)
    return made
