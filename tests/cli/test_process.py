"""The program as the shell sees it: a process with arguments, streams, signals and an exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kkr_desk import __version__
from tests.cli.runs import COUNCIL, start

PROGRAM = ("-m", "kkr_desk")

VERSION_ALONE = """
import sys
sys.argv = ["kkr-desk", "--version"]
from kkr_desk.__main__ import main
code = main()
heavy = {"click", "logging", "dataclasses", "kkr_desk.sentences", "kkr_desk.cli"} & set(sys.modules)
sys.exit(f"{code} {heavy}" if code or heavy else 0)
"""

SLOW_EXPORT = """
import sys, time
from kkr_desk.handover import work_folder
import kkr_desk.cli.building as building

def slow(job, target, progress, *, archive):
    with work_folder(target) as work:
        (work / "half-done.pdf").write_bytes(b"%PDF")
        print("working", flush=True)
        time.sleep(60)

building.export_collection = slow
from kkr_desk.__main__ import main
if __name__ == "__main__":
    sys.exit(main())
"""

BROKEN_OFF_AT_ONCE = """
import sys
import kkr_desk.cli.run as run

def broken_off(**_):
    raise KeyboardInterrupt

run.run = broken_off
sys.argv = ["kkr-desk", "list"]
from kkr_desk.__main__ import main
sys.exit(main())
"""


def finish(process: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    return process.returncode, out.decode("utf-8"), err.decode("utf-8")


@pytest.mark.parametrize("command", [PROGRAM, (str(Path(sys.executable).parent / "kkr-desk"),)])
def test_both_ways_in_are_the_same_program(command: tuple[str, ...]) -> None:
    if not command[0].startswith("-") and not Path(command[0]).is_file():
        pytest.skip("needs the package installed, for its script kkr-desk")
    code, out, err = finish(start([*command, "--version"]))
    assert (code, out.replace("\r", ""), err) == (0, f"KKR Desk {__version__}\n", "")
    assert finish(start([*command, "no-such"]))[0] == 2


def test_the_version_with_other_words_is_the_same() -> None:
    assert finish(start([*PROGRAM, "--lang", "en", "--version"]))[1].replace("\r", "") == f"KKR Desk {__version__}\n"


def test_the_version_loads_nothing() -> None:
    code, _, err = finish(start(["-c", VERSION_ALONE]))
    assert (code, err) == (0, "")


def test_no_command_loads_the_window(meeting: Path) -> None:
    words = ["-X", "importtime", *PROGRAM, "--store", str(meeting.parent / "none"), "list"]
    loaded = finish(start(words))[2]
    assert "kkr_desk.cli.planning" in loaded
    assert "PySide6" not in loaded
    assert "pikepdf" not in loaded


def test_danish_is_utf8_whatever_the_machine_speaks(tmp_path: Path) -> None:
    environment = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    code, out, _ = finish(start([*PROGRAM, "show", "--help"], environment=environment))
    assert code == 0
    assert "MØDE" in out


@pytest.mark.skipif(sys.platform == "win32", reason="needs file names that are no text, which Windows does not have")
def test_a_file_name_that_is_no_text_does_not_end_the_work(tmp_path: Path) -> None:
    name = os.fsdecode(b"bilag-\xe6.pdf")
    (tmp_path / name).write_bytes(b"x")
    code, out, _ = finish(start([*PROGRAM, "inspect", name, "--json"], cwd=tmp_path))
    assert code == 0
    assert json.loads(out)["file"] == name
    assert finish(start([*PROGRAM, "inspect", name], cwd=tmp_path))[0] == 0


def test_a_reader_who_leaves_does_not_end_the_work(store: Path, tmp_path: Path) -> None:
    process = start([*PROGRAM, "export", COUNCIL, "-o", str(tmp_path / "c.pdf")])
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert (tmp_path / "c.pdf").stat().st_size > 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_breaking_off_leaves_everything_as_it_was(meeting: Path, tmp_path: Path, number: signal.Signals) -> None:
    script, folder = tmp_path / "slow.py", tmp_path / "out"
    script.write_text(SLOW_EXPORT, encoding="utf-8")
    folder.mkdir()
    (folder / "c.pdf").write_bytes(b"the old one")
    process = start([script, "build", meeting, "--pdf", folder / "c.pdf"])
    assert process.stdout is not None
    assert process.stdout.readline() == b"working\n"
    assert len(list(folder.iterdir())) == 2
    process.send_signal(number)
    code, out, err = finish(process)
    assert (code, out, err) == (130, "", "\nAfbrudt. Intet er ændret.\n")
    assert [file.read_bytes() for file in folder.iterdir()] == [b"the old one"]


def test_breaking_off_before_the_program_can_speak_leaves_no_traceback() -> None:
    assert finish(start(["-c", BROKEN_OFF_AT_ONCE])) == (130, "", "")


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full, a disk that is always full")
def test_a_full_disk_is_the_machines_fault(store: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, *PROGRAM, "list"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert done.stderr.decode("utf-8").startswith("Der er ikke mere plads på disken.")
    assert b"Traceback" not in done.stderr
