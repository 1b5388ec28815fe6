"""The program on a real screen, with keyboard and mouse from outside: nothing is called, all is typed and dragged.

Xvfb is the screen and xdotool the hands. Files are dragged out of a window of another process. No window manager is
there, so the hands also do what one does: give a window the keys.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from kkr_desk.errors import KkrDeskError
from kkr_desk.store import Store
from tests.intake.papers import simple

T = TypeVar("T")
Tool = Callable[[str], Path]
Process = subprocess.Popen[str]
Begin = Callable[..., Process]

PATIENCE = 30.0
"""Seconds that the slowest machine may take for any one thing."""
PAUSE = 0.05
"""Seconds between two looks at whether something has come about."""
SCREEN = "1600x900x24"
FIRST_ROW, ROW = 67, 28
"""Height of the first row's middle in the window, and of a row, in pixels; the window is at the screen's corner."""
TITLES_AT = 450
"""Pixels from the screen's left to somewhere in the titles."""

DRAG_SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Source(QLabel):
    def mouseMoveEvent(self, event):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(name) for name in sys.argv[1:]])
        drag = QDrag(self)
        drag.setMimeData(data)
        print(drag.exec(Qt.DropAction.CopyAction).name, flush=True)

application = QApplication([])
source = Source("Filer")
source.setWindowTitle("Filer")
source.setGeometry(1350, 100, 200, 200)
source.show()
sys.exit(application.exec())
"""
"""A window that files can be dragged out of, as of a file manager; says what became of each drag."""


@dataclass
class Hands:
    """Keyboard, mouse and eyes on a screen.

    Attributes:
        xdotool: The program.
        environment: Where its screen is.
    """

    xdotool: Path
    environment: dict[str, str]

    def do(self, *words: object) -> str:
        """Run xdotool; what it says."""
        done = subprocess.run(
            [str(self.xdotool), *map(str, words)],
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )
        return done.stdout.strip()

    def window(self, title: str) -> str | None:
        """The window to be seen whose title begins so; None without one."""
        return self.do("search", "--onlyvisible", "--name", f"^{title}").split("\n")[0] or None

    def turn_to(self, title: str) -> None:
        """Give a window the keys, once it is there."""
        window = wait_for(lambda: self.window(title), f"the window {title}")
        self.do("windowfocus", "--sync", window)
        wait_for(lambda: self.do("getwindowfocus", "-f") == window, f"the keys in {title}")

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self.do("key", "--delay", 20, *keys)

    def type(self, text: str) -> None:
        """Type a text of ASCII: other letters xdotool puts on keys for a moment, which a busy program sees too late."""
        self.do("type", "--delay", 20, text)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse at a point, move by way of some others, and let go at another."""
        self.do("mousemove", "--sync", *start, "mousedown", 1)
        for step in range(1, 13):
            at = [round(a + (b - a) * step / 12) for a, b in zip(start, end, strict=True)]
            self.do("mousemove", "--sync", *at)
        self.do("mousemove", end[0] + 1, end[1], "mousemove", *end, "mouseup", 1)


def wait_for(look: Callable[[], T], what: str) -> T:
    """Look until there is something to be seen; fails when nothing comes."""
    too_late = time.monotonic() + PATIENCE
    while time.monotonic() < too_late:
        if seen := look():
            return seen
        time.sleep(PAUSE)
    pytest.fail(f"waited for {what} in vain")


@pytest.fixture
def begun() -> Iterator[Begin]:
    """Starts a program and ends it after the test."""
    with ExitStack() as stack:

        def begin(*command: object, **options: object) -> Process:
            process = subprocess.Popen(
                [str(word) for word in command],
                text=True,
                encoding="utf-8",
                **options,  # type: ignore[call-overload]
            )
            stack.callback(process.communicate)
            stack.callback(process.terminate)
            return process  # type: ignore[no-any-return]

        yield begin


@pytest.fixture
def hands(tool: Tool, begun: Begin) -> Hands:
    """Hands at a screen of their own."""
    xdotool, xvfb = tool("xdotool"), tool("Xvfb")
    reading, writing = os.pipe()
    begun(xvfb, "-displayfd", writing, "-screen", "0", SCREEN, "-nolisten", "tcp", pass_fds=[writing])
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as said:
        assert select.select([said], [], [], PATIENCE)[0], "the screen does not come"
        number = said.readline().strip()
    environment = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "LANG")}
    return Hands(xdotool, {**environment, "DISPLAY": f":{number}", "LANG": "C.UTF-8"})


def rows(store: Path) -> list[str]:
    """Numbers and titles of the one meeting as the store has them, read beside the program that writes."""
    try:
        with Store.open(store, read_only=True) as reading:
            agenda = reading.agenda(reading.meetings()[0].id)
    except (KkrDeskError, IndexError):
        return []
    lines = []
    for item in agenda.items:
        lines.append(f"{item.number} {item.item.title}")
        lines += [f"{item.number} Bilag {own.number}: {own.attachment.title}" for own in item.attachments]
    return lines


def verified(store: Path, file: Path) -> tuple[int, str]:
    """What the command line says of a collection, held against the store's one meeting."""
    with Store.open(store, read_only=True) as reading:
        meeting = reading.meetings()[0].id
    options = ["--full", "--store", str(store), "--meeting", meeting]
    command = [sys.executable, "-m", "kkr_desk", "verify", *options, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=PATIENCE)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs an X server")
def test_a_meeting_from_nothing_to_its_collection(hands: Hands, begun: Begin, home: Path, tmp_path: Path) -> None:
    store, documents = tmp_path / "arkiv", home / "Documents"
    documents.mkdir()
    papers = [simple(tmp_path, f"Bilag {n} - {name}.pdf", n, name) for n, name in ((1, "Landstal"), (2, "Kvoter"))]
    source = begun(sys.executable, "-c", DRAG_SOURCE, *papers, env=hands.environment, stdout=subprocess.PIPE, bufsize=1)
    program = begun(sys.executable, "-m", "kkr_desk", "--store", store, "--lang", "da", env=hands.environment)

    hands.turn_to("KKR Desk$")
    make_meeting(hands, store)
    for title in ("Velkomst", "Beslutningssag: Fordeling", "Eventuelt"):
        hands.type(title)
        hands.press("Return")
    hands.press("Escape")
    wait_for(lambda: rows(store) == ["1 Velkomst", "2 Fordeling", "3 Eventuelt"], "three items")

    wait_for(lambda: hands.window("Filer"), "the window to drag from")
    hands.drag((1450, 200), (TITLES_AT, FIRST_ROW + ROW))
    filled = ["1 Velkomst", "2 Fordeling", "2 Bilag 1: Landstal", "2 Bilag 2: Kvoter", "3 Eventuelt"]
    wait_for(lambda: rows(store) == filled, "two bilag")
    assert source.stdout is not None
    assert source.stdout.readline() == "CopyAction\n"

    move_and_undo(hands, store, filled)
    export(hands, documents)
    made = next(iter(documents.glob("*.pdf")))
    code, said = verified(store, made)
    assert code == 0, said
    hands.turn_to("KKR Desk – ")
    hands.press("ctrl+q")
    assert program.wait(PATIENCE) == 0


def make_meeting(hands: Hands, store: Path) -> None:
    """A new meeting with an empty agenda in which the first row is being written."""
    wait_for(lambda: opened_by(hands, "ctrl+n", "Nyt møde"), "the form of a new meeting")
    hands.turn_to("Nyt møde")
    hands.type("KKR Nordjylland")
    hands.press("Tab")
    hands.type("18september2026")
    hands.press("Return")
    hands.turn_to("KKR Desk – KKR Nordjylland, 18. september 2026")
    wait_for(lambda: rows(store), "the usual sections")
    hands.press("ctrl+a", "Delete")
    wait_for(lambda: not rows(store), "an empty agenda")
    hands.press("Return")


def move_and_undo(hands: Hands, store: Path, before: list[str]) -> None:
    """Move the item with the bilag down and back again."""
    hands.turn_to("KKR Desk – ")
    hands.do("mousemove", TITLES_AT, FIRST_ROW + ROW, "click", 1)
    hands.press("alt+Down")
    after = ["1 Velkomst", "2 Eventuelt", "3 Fordeling", "3 Bilag 1: Landstal", "3 Bilag 2: Kvoter"]
    wait_for(lambda: rows(store) == after, "the moved item")
    hands.press("ctrl+z")
    wait_for(lambda: rows(store) == before, "the item where it was")


def export(hands: Hands, documents: Path) -> None:
    """Export where it is proposed, and close the dialog when it says that it is done."""
    wait_for(lambda: opened_by(hands, "ctrl+e", "Eksportér"), "the dialog")
    hands.turn_to("Eksportér")
    hands.press("Return")
    wait_for(lambda: list(documents.glob("*.pdf")), "the collection")
    hands.press("Escape")
    wait_for(lambda: hands.window("Eksportér") is None, "the dialog's end")


def opened_by(hands: Hands, keys: str, title: str) -> str | None:
    """The window that keys open. They are pressed until the program, which furnishes itself meanwhile, hears them."""
    if found := hands.window(title):
        return found
    hands.press(keys)
    return hands.window(title)
