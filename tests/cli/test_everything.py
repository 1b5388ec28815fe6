"""Every file of ../shared through the command line: looked at, attached, made into one document."""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pypdfium2
import pytest

pytestmark = pytest.mark.torture

HANG = 30.0
"""Seconds that nothing may take."""
MOST_MEMORY = 1 << 30
OPENED = {
    "poi__protect.xlsx": "Excel and LibreOffice open it without asking: its password is the one Excel knows itself"
}
"""Files of which the manifest says that they need a password, and why we say that they do not."""
MENDED = {"pdfjs__bug1606566.pdf": "qpdf mends it, and both engines read what it writes"}
"""Files that the manifest calls damaged and disputed."""


class Machine:
    """The program run as a process, and what it leaves behind."""

    def __init__(self, home: Path) -> None:
        self.home = home
        places = {
            "HOME": home,
            "XDG_CACHE_HOME": home / "cache",
            "XDG_DATA_HOME": home / "data",
            "TMPDIR": home / "tmp",
        }
        (home / "tmp").mkdir(parents=True)
        self.environment = {**os.environ, **{name: str(path) for name, path in places.items()}}

    def run(self, *arguments: object) -> list[dict[str, Any]]:
        """Run the program to its end; its objects."""
        command = [sys.executable, "-m", "kkr_desk", *map(str, arguments), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=self.environment, timeout=1800)
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == 0, done.stderr
        assert self.left() == []
        return [json.loads(line) for line in done.stdout.splitlines()]

    def left(self) -> list[str]:
        """Processes and files that a run has left behind."""
        processes = [" ".join(one.cmdline())[:200] for one in psutil.process_iter() if self._is_ours(one)]
        places = (self.home / "tmp", self.home / "cache")
        walked = (Path(folder, name) for place in places for folder, _, names in os.walk(place) for name in names)
        return [*processes, *(str(path) for path in walked if path.name != "door")]

    def _is_ours(self, process: psutil.Process) -> bool:
        try:
            return (
                process.environ().get("TMPDIR") == str(self.home / "tmp") and process.status() != psutil.STATUS_ZOMBIE
            )
        except psutil.Error:
            return False


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return Machine(tmp_path_factory.mktemp("maskine"))


def manifest(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


@pytest.mark.parametrize("kind", ["pdf", "office"])
def test_each_file_comes_to_what_its_manifest_says(shared: Path, machine: Machine, kind: str) -> None:
    folder = shared / "corpus" / kind
    rows = manifest(folder)
    told = {Path(one["file"]).name: one for one in machine.run("inspect", *(folder / name for name in rows))}
    assert told.keys() == rows.keys()
    wrong = {name: one["status"] for name, one in told.items() if one["status"] != rows[name]["expected"]}
    for name in (*OPENED, *MENDED):
        assert wrong.pop(name, "ok") == "ok"
    assert wrong == {}
    assert {name: one["seconds"] for name, one in told.items() if one["seconds"] > HANG} == {}
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MOST_MEMORY


def test_all_that_can_be_included_in_one_document(shared: Path, machine: Machine, tmp_path: Path) -> None:
    meeting = tmp_path / "meeting.json"
    items = [{"number": number, "title": title} for number, title in (("1", "PDF"), ("2", "Andet"))]
    meeting.write_text(json.dumps({"council": "KKR Prøve", "date": "2026-12-01", "items": items}), encoding="utf-8")
    store, target = ("--store", tmp_path / "store"), tmp_path / "samling.pdf"
    machine.run(*store, "import", meeting)
    attached = []
    for item, kind in (("1", "pdf"), ("2", "office")):
        folder = shared / "corpus" / kind
        names = [name for name, row in manifest(folder).items() if row["expected"] == "ok"]
        attached += machine.run(*store, "attach", "2026-12-01", item, *(folder / name for name in names))
    assert {one["status"] for one in attached} == {"ok"}
    machine.run(*store, "export", "2026-12-01", "-o", target)
    (verified,) = machine.run("verify", target, "--store", store[1], "--meeting", "2026-12-01", "--full")
    assert verified["findings"] == []
    with pypdfium2.PdfDocument(target) as document:
        assert len(document) > sum(one["pages"] for one in attached)


def test_nothing_is_left_when_the_program_is_killed(shared: Path, machine: Machine, tmp_path: Path) -> None:
    slow = shared / "corpus/office/poi__bug65649.docx"
    environment = machine.environment
    running = subprocess.Popen([sys.executable, "-m", "kkr_desk", "inspect", slow], env=environment)
    end = time.monotonic() + 30
    while time.monotonic() < end and not any("soffice" in process for process in machine.left()):
        time.sleep(0.05)
    running.kill()
    running.wait()
    end = time.monotonic() + 10
    while time.monotonic() < end and any("python" in one or "soffice" in one for one in machine.left()):
        time.sleep(0.05)
    assert not [one for one in machine.left() if "python" in one or "soffice" in one]
    machine.run("inspect", shared / "corpus/office/poi__quick.txt")
