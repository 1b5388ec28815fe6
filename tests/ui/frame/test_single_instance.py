"""One window for one store: a second start is heard by the first, in another process too."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from kkr_desk.paths import meeting_place
from kkr_desk.ui.frame import single_instance
from kkr_desk.ui.frame.single_instance import SingleInstance
from tests.factory import HORRIBLE_NAME

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kkr_desk.ui.frame.single_instance import SingleInstance
application = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
if instance.claim():
    instance.listen()
    print("first", flush=True)
    sys.stdin.readline()
else:
    file = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    print("heard" if instance.call(file) else "not heard", flush=True)
"""

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts the program in another process; it says whether it is the first, or was heard."""
    running: list[subprocess.Popen[str]] = []

    def run(*arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", SECOND, *map(str, arguments)]
        running.append(
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        )
        return running[-1]

    yield run
    for process in running:
        process.kill()
        process.communicate()


def said(qtbot: QtBot, process: subprocess.Popen[str]) -> str:
    """What the other process says; this one's event loop runs meanwhile."""
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    return process.communicate()[0].strip()


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[SingleInstance]:
    made = SingleInstance(tmp_path / "store")
    assert made.claim()
    made.listen()
    yield made
    made.release()


@pytest.mark.parametrize("name", [None, HORRIBLE_NAME])
def test_a_second_start_hands_its_file_over(
    qtbot: QtBot, first: SingleInstance, start: Start, tmp_path: Path, name: str | None
) -> None:
    called: list[Path | None] = []
    first.called.connect(called.append)
    file = None if name is None else tmp_path / name
    assert said(qtbot, start(tmp_path / "store", *([file] if file else []))) == "heard"
    assert called == [file]


def test_the_same_folder_by_another_name_is_the_same_store(
    qtbot: QtBot, first: SingleInstance, start: Start, tmp_path: Path
) -> None:
    assert said(qtbot, start(tmp_path / "else" / ".." / "store")) == "heard"


def test_another_store_has_a_window_of_its_own(first: SingleInstance, tmp_path: Path) -> None:
    other = SingleInstance(tmp_path / "other")
    assert other.claim()
    other.release()


def test_whoever_ends_makes_room(qtbot: QtBot, first: SingleInstance, tmp_path: Path) -> None:
    second = SingleInstance(tmp_path / "store")
    assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


def test_a_crash_leaves_nothing_in_the_way(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    process = start(tmp_path / "store")
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "first"
    process.kill()
    process.wait()
    second, called = SingleInstance(tmp_path / "store"), list[Path | None]()
    second.called.connect(called.append)
    assert second.claim()
    second.listen()
    assert said(qtbot, start(tmp_path / "store")) == "heard"
    assert called == [None]
    second.release()


def test_a_first_that_does_not_answer_is_not_waited_for_long(
    qtbot: QtBot, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = start(tmp_path / "store")
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "first"  # and then it runs no event loop
    monkeypatch.setattr(single_instance, "PATIENCE", 0.5)
    second = SingleInstance(tmp_path / "store")
    assert not second.claim()
    assert not second.call(None)


def test_what_is_no_message_of_ours_is_hung_up_on(qtbot: QtBot, first: SingleInstance) -> None:
    called: list[Path | None] = []
    first.called.connect(called.append)
    socket = QLocalSocket()
    name = next(meeting_place().glob("*.lock")).stem
    socket.connectToServer(name)
    assert socket.waitForConnected(1000)
    socket.write(b"GET / HTTP/1.1\r\n")
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert called == []


def test_where_no_lock_can_be_written_everyone_is_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    instance = SingleInstance(tmp_path / "store")
    (lock,) = [meeting_place()]
    lock.rmdir()
    assert instance.claim()
    instance.release()
