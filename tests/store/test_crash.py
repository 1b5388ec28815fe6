"""A program killed at any moment loses nothing that was done, and leaves at most a file that nobody refers to."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kkr_desk.store import Store
from tests.store.rows import add_items, count, dump, full_meeting, run, titles

START = """
import os, pathlib, signal, sys
from kkr_desk.store import Store
store = Store.open(pathlib.Path(sys.argv[1]))
meeting = store.meetings()[0]
"""

MIDDLES = {
    "in an operation": """
with store.operation("Halv"):
    for n in range(300):
        store.add_item(meeting.id, "x" * 1000)
    os._exit(9)
""",
    "in a deletion": """
with store.operation("Halv"):
    store.delete_meeting(meeting.id)
    os._exit(9)
""",
    "between content and row": """
with store.operation("Halv"):
    source = store.content.add_bytes(b"no row refers to it")
    os._exit(9)
""",
    "before content is named": """
from kkr_desk.store import content
content.Content._record = lambda *_: os._exit(9)
store.content.add_bytes(b"no row refers to it")
""",
    "before content is renamed": """
from kkr_desk.store import content
content.hand_over = lambda *_: os._exit(9)
store.content.add_bytes(b"no row refers to it")
""",
    "in an undo": """
from kkr_desk.store import undo
undo._finish = lambda *_: os._exit(9)
store.undo()
""",
}


@pytest.mark.parametrize("middle", MIDDLES)
def test_killed(store: Store, folder: Path, middle: str) -> None:
    meeting = full_meeting(store)
    state, operations = dump(store), count(store, "operation")
    store.close()
    done = run(START + MIDDLES[middle], folder)
    assert done.returncode == 9, done.stderr
    with Store.open(folder) as again:
        assert dump(again) == state
        assert count(again, "operation") == operations
        found = [notice.code for notice in again.check()]
        assert found == (
            ["content-unreferenced"] if middle in {"between content and row", "before content is named"} else []
        )
        assert again.undo() == "Nye bilag"
        again.redo()
        add_items(again, meeting, "Det går videre")


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("delay", [0.0, 0.05, 0.15])
def test_every_operation_that_was_done_is_there_after_a_kill(store: Store, folder: Path, delay: float) -> None:
    meeting = full_meeting(store)
    script = START + (
        "for n in range(100_000):\n"
        "    source = store.content.add_bytes(str(n).encode())\n"
        "    with store.operation('Punkt'):\n"
        "        item = store.add_item(meeting.id, str(n))\n"
        "        store.add_attachment(item.id, str(n), 'x.pdf', source)\n"
        "    print(n, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, folder], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        said = [program.stdout.readline()]
        time.sleep(delay)
        program.send_signal(signal.SIGKILL)
        said += program.stdout.readlines()
    done = [int(line) for line in said if line.endswith("\n")]
    store.close()
    with Store.open(folder) as again:
        kept = [row for row in titles(again, meeting) if row.split()[1].isdigit()]
        assert len(kept) - (done[-1] + 1) in {0, 1}  # the last may have been committed and not yet said
        assert all(len(row.attachments) == 1 for row in again.agenda(meeting.id).items if row.item.title.isdigit())
        assert [notice.code for notice in again.check()] in ([], ["content-unreferenced"])
