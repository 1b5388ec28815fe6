"""Outside programs run in surroundings of their own, within limits, and go with everything they started."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from kkr_desk.errors import Cancelled, EnvironmentFault
from kkr_desk.progress import NullProgress
from kkr_desk.worker.offspring import MARK
from kkr_desk.worker.program import MOST_OUTPUT, Finished, run_program, start_program

linux = pytest.mark.skipif(sys.platform != "linux", reason="the system keeps this limit on Linux only")
PYTHON = (sys.executable, "-I", "-S", "-c")

LEAVE_A_CHILD = """
import os, sys, time
if not os.fork():
    os.setsid()
    if not os.fork():
        open(sys.argv[1], "w").write(str(os.getpid()))
        time.sleep(60)
    os._exit(0)
while not os.path.exists(sys.argv[1]) or not open(sys.argv[1]).read():
    time.sleep(0.005)
"""
"""A program that lets something live on in a session of its own, as servers do."""


class Cancelling:
    """Progress that cancels once a file is there."""

    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def step(self, done: int, total: int, what: str = "") -> None:
        if self._mark.exists() and self._mark.read_text(encoding="utf-8"):
            raise Cancelled


def run(folder: Path, code: str, *arguments: str, seconds: float = 20.0, memory: int | None = None) -> Finished:
    argv = [*PYTHON, code, *arguments]
    return run_program(argv, folder=folder, seconds=seconds, memory=memory, progress=NullProgress())


def is_running(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, check=False).stdout
    return bool(state.strip()) and not state.startswith(b"Z")


def test_how_it_ended_and_what_it_said_last(tmp_path: Path) -> None:
    code = f"import os; os.write(1, b'x' * {3 * MOST_OUTPUT}); os.write(2, 'sidst æ'.encode()); raise SystemExit(3)"
    done = run(tmp_path, code)
    assert done.returncode == 3
    assert done.output.endswith("xsidst æ")
    assert len(done.output.encode()) == MOST_OUTPUT


def test_its_surroundings_are_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_OF_THE_USER", "1")
    monkeypatch.setenv("https_proxy", "http://proxy.example:8080")
    argv = [*PYTHON, "import os, sys; print(dict(os.environ), os.getcwd(), repr(sys.stdin.read()), sep='|')"]
    given = {"LC_ALL": "da_DK.UTF-8"}
    done = run_program(
        argv, folder=tmp_path, seconds=20, memory=None, progress=NullProgress(), environment=given
    ).output.strip()
    told, folder, read = done.split("|")
    environment: dict[str, str] = eval(told)
    assert (folder, read) == (str(tmp_path), "''")
    assert environment.pop("PATH") == os.environ["PATH"]
    assert environment.pop("LC_ALL") == "da_DK.UTF-8"
    assert len(environment.pop(MARK)) == 32
    assert "SECRET_OF_THE_USER" not in environment
    inside = {name: value for name, value in environment.items() if value.startswith(str(tmp_path))}
    assert {"HOME", "TMPDIR"} <= set(inside)
    assert {name.lower() for name in environment.keys() - inside.keys()} == {
        "http_proxy",
        "https_proxy",
        "ftp_proxy",
        "all_proxy",
        "no_proxy",
    }
    assert environment["https_proxy"] == "http://127.0.0.1:9"


def test_no_shell_reads_its_arguments(tmp_path: Path) -> None:
    done = run(tmp_path, "import sys; print(sys.argv[1])", "$(touch x); *")
    assert done.output.strip() == "$(touch x); *"
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("program", ["kkr-desk-no-such-program", "./beside"])
def test_a_program_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    (tmp_path / "beside").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "beside").chmod(0o755)
    monkeypatch.chdir(tmp_path)  # nothing that lies beside the documents is run
    with pytest.raises(EnvironmentFault) as caught:
        run_program([program], folder=tmp_path, seconds=1, memory=None, progress=NullProgress())
    assert caught.value.code == "program-missing"


def test_a_program_that_the_system_will_not_start_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.exe"
    broken.write_bytes(b"\x7fELF nothing")
    broken.chmod(0o755)
    with pytest.raises(EnvironmentFault) as caught:
        run_program([str(broken)], folder=tmp_path, seconds=1, memory=None, progress=NullProgress())
    assert caught.value.code == "program-not-started"


@linux
@pytest.mark.parametrize("how", ["end", "time", "cancel"])
def test_what_it_started_goes_with_it(tmp_path: Path, how: str) -> None:
    mark = tmp_path / "pid"
    code = LEAVE_A_CHILD + ("" if how == "end" else "time.sleep(60)\n")
    argv = [*PYTHON, code, str(mark)]
    progress = Cancelling(mark) if how == "cancel" else NullProgress()
    start = time.monotonic()
    with nullcontext() if how == "end" else pytest.raises(Cancelled if how == "cancel" else EnvironmentFault):
        run_program(argv, folder=tmp_path, seconds=0.6 if how == "time" else 20, memory=None, progress=progress)
    assert time.monotonic() - start < 5
    assert not is_running(int(mark.read_text(encoding="utf-8")))


@linux
def test_its_memory_is_bounded(tmp_path: Path) -> None:
    done = run(tmp_path, "kept = bytearray(1 << 30)", memory=512 << 20)
    assert done.returncode == 1
    assert "MemoryError" in done.output


@linux
def test_a_program_cannot_fill_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kkr_desk.worker.program.MOST_WRITTEN", 1 << 20)
    code = (
        "import time; time.sleep(0.1)\n"  # the limit is set just after the start
        "with open('out', 'wb', 0) as file:\n    while True: file.write(bytes(1 << 18))"
    )
    done = run(tmp_path, code)
    assert done.returncode != 0
    assert (tmp_path / "out").stat().st_size == 1 << 20


def test_a_server_stays_until_it_is_ended(tmp_path: Path) -> None:
    argv = [*PYTHON, "import time; print('klar', flush=True); time.sleep(60)"]
    with start_program(argv, folder=tmp_path, memory=None) as server:
        assert server.wait(0.05) is None
        assert server.is_alive()
    assert not server.is_alive()
    assert not is_running(server.pid)
    server.kill()  # harmless
