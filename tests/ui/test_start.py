"""The program's start as a window: which words ask for it, what it loads, and that a second start finds the first."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kkr_desk.handover import PREFIX
from kkr_desk.paths import log_file, work_place
from kkr_desk.sentences import Language
from kkr_desk.ui.asked import Asked, asked, has_display

Start = Callable[..., "subprocess.Popen[str]"]

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kkr_desk.log_file import start_log
from kkr_desk.ui import start
from kkr_desk.ui.desk import Selection

def window():
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == "main-window")

def look():
    desk = window()._desk
    if desk is None or desk.snapshot is None or not desk.jobs.idle or not window()._is_furnished:
        QTimer.singleShot(20, look)
        return
    places = [Selection(row.item.id) for row in desk.snapshot.agenda.items]
    places += [
        Selection(row.item.id, own.attachment.id) for row in desk.snapshot.agenda.items for own in row.attachments
    ]
    visit(desk, places)

def visit(desk, places):
    if not desk.jobs.idle:
        QTimer.singleShot(20, lambda: visit(desk, places))
    elif places:
        desk.select(places[0])
        QTimer.singleShot(20, lambda: visit(desk, places[1:]))
    else:
        print(window().windowTitle(), flush=True)
        print(sorted({"PIL", "pikepdf", "pypdfium2", "docx", "click", "sqlite_utils"} & set(sys.modules)), flush=True)
        if "stay" not in sys.argv:
            window().close()

def begin():
    QTimer.singleShot(0, look)

start.log_qt = begin
start_log()
sys.exit(start.run(Path(sys.argv[1])))
"""


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a script in a process of its own, drawn offscreen."""
    running: list[subprocess.Popen[str]] = []

    def run(script: str, *arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-X", "utf8", "-c", script, *map(str, arguments)]
        pipe = subprocess.PIPE
        running.append(subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"))
        return running[-1]

    yield run
    for process in running:
        process.kill()
        process.communicate()


def line_of(process: subprocess.Popen[str]) -> str:
    """The next line that a process says; fails when it says none for long."""
    assert process.stdout is not None
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.append(process.stdout.readline()), daemon=True)  # type: ignore[union-attr]
    reader.start()
    reader.join(30)
    assert said, "it says nothing"
    return said[0]


@pytest.mark.parametrize(
    ("arguments", "environment", "wish"),
    [
        ("", {}, Asked()),
        ("møde.kkr", {}, Asked(file=Path("møde.kkr"))),
        ("MØDE.KKR --lang en", {}, Asked(file=Path("MØDE.KKR"), language=Language.ENGLISH)),
        ("--store=a --lang=da", {}, Asked(store=Path("a"), language=Language.DANISH)),
        (
            "--store a",
            {"KKR_DESK_STORE": "b", "KKR_DESK_LANG": "EN"},
            Asked(store=Path("a"), language=Language.ENGLISH),
        ),
        ("", {"KKR_DESK_STORE": "b", "KKR_DESK_LANG": "tlh"}, Asked(store=Path("b"))),
        ("list", {}, None),
        ("--help", {}, None),
        ("--store a list", {}, None),
        ("--store", {}, None),
        ("one.kkr two.kkr", {}, None),
        ("build møde.kkr", {}, None),
    ],
)
def test_which_words_ask_for_the_window(arguments: str, environment: dict[str, str], wish: Asked | None) -> None:
    assert asked(arguments.split(), environment) == wish


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs a system that can be without a screen")
def test_without_a_screen_the_command_line_answers() -> None:
    assert not has_display({})
    assert has_display({"DISPLAY": ":0"})
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"})
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "kkr_desk"]
    done = subprocess.run(command, capture_output=True, check=False, env=environment, timeout=30)
    assert "kkr-desk" in (done.stdout + done.stderr).decode("utf-8")


def test_the_window_never_loads_what_opens_pdfs(start: Start, store_folder: Path) -> None:
    left = work_place() / f"{PREFIX}of-a-killed-run"
    left.mkdir(parents=True)
    process = start(WINDOW, store_folder)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert out.splitlines() == ["KKR Desk – KKR Midtsjælland, 18. september 2026", "[]"], err
    assert not left.exists()
    assert not log_file().is_file() or log_file().read_text(encoding="utf-8") == ""


def test_a_second_start_finds_the_first(start: Start, store_folder: Path) -> None:
    first = start(WINDOW, store_folder, "stay")
    assert line_of(first).startswith("KKR Desk – ")
    second = start(WINDOW, store_folder)
    out, err = second.communicate(timeout=30)
    assert (second.returncode, out) == (0, ""), err
    assert first.poll() is None
