"""LibreOffice as a server: many files, one process; what hangs or crashes it costs that file alone."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from kkr_desk.errors import EnvironmentFault
from kkr_desk.intake.office import profile
from kkr_desk.intake.office import soffice as soffice_module
from kkr_desk.intake.office.soffice import Keeper
from kkr_desk.paths import work_place
from kkr_desk.progress import NullProgress
from tests.intake.office.office_papers import open_document

SLEEPER = "#!/bin/sh\nexec sleep 600\n"


def processes(of: Path) -> list[int]:
    """What runs of a program, by its command line; the dead that nobody has asked after are not counted."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if str(of).encode() in (place / "cmdline").read_bytes():
                found.append(int(place.name))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def make(keeper: Keeper, program: Path, source: Path, seconds: float = 30.0) -> Path | None:
    folder = source.parent / f"made-{time.monotonic_ns()}"
    folder.mkdir()
    return keeper.make(program, source, "pdf", folder, seconds=seconds, progress=NullProgress())


def work_folders() -> set[Path]:
    return set(work_place().glob(".kkr-desk-*"))


def listening(keeper: Keeper) -> list[Path]:
    assert keeper._server is not None
    return list(soffice_module._sockets(keeper._server._pipe))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks Linux which processes there are")
def test_a_server_does_many_files_survives_a_broken_one_and_leaves_nothing(soffice: Path, tmp_path: Path) -> None:
    paper = open_document(tmp_path / "paper.odt", "<text:p>Rødgrød</text:p>")
    broken = tmp_path / "broken.odt"
    broken.write_bytes(paper.read_bytes()[:200])
    before = work_folders()
    keeper = Keeper()
    try:
        assert make(keeper, soffice, broken) is None
        (folder,) = work_folders() - before
        running = processes(folder)
        assert make(keeper, soffice, paper) is not None
        assert processes(folder) == running
        (place,) = listening(keeper)
    finally:
        keeper.end()
    assert work_folders() == before
    assert processes(folder) == []
    assert not place.exists()


@pytest.mark.torture
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks Linux which processes there are")
def test_a_server_that_dies_costs_no_file(soffice: Path, tmp_path: Path) -> None:
    paper = open_document(tmp_path / "paper.odt", "<text:p>Rødgrød</text:p>")
    before = work_folders()
    keeper = Keeper()
    try:
        for _ in range(3):
            assert make(keeper, soffice, paper) is not None
            for process in [process for folder in work_folders() - before for process in processes(folder)]:
                os.kill(process, signal.SIGKILL)
    finally:
        keeper.end()
    assert work_folders() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes its pipes by itself")
def test_sockets_that_a_killed_libreoffice_left_are_removed_and_those_in_use_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soffice_module, "_PIPE_FOLDERS", (tmp_path,))
    name = f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_"
    with closing(socket.socket(socket.AF_UNIX)) as dead, closing(socket.socket(socket.AF_UNIX)) as alive:
        dead.bind(str(tmp_path / f"{name}1"))
        alive.bind(str(tmp_path / f"{name}2"))
        alive.listen()
        (tmp_path / f"{name}3").write_bytes(b"")
        dead.close()
        soffice_module.remove_stale_sockets()
        assert len(list(tmp_path.iterdir())) == 3
        long_ago = time.time() - 3600
        for place in tmp_path.iterdir():
            os.utime(place, (long_ago, long_ago))
        soffice_module.remove_stale_sockets()
        assert sorted(place.name[-1] for place in tmp_path.iterdir()) == ["2", "3"]


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_one_that_hangs_is_ended_in_time_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soffice_module, "START_UP", 0.3)
    sleeper = tmp_path / "sleeping-office"
    sleeper.write_text(SLEEPER, encoding="utf-8")
    sleeper.chmod(0o755)
    source = tmp_path / "paper.odt"
    source.write_bytes(b"")
    before = work_folders()
    keeper = Keeper()
    with pytest.raises(EnvironmentFault, match="program-timeout"):
        make(keeper, sleeper, source, seconds=0.3)
    assert keeper._server is None
    assert processes(sleeper) == []
    assert work_folders() == before


def test_a_server_is_replaced_before_it_has_done_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Counted] = []

    class Counted:
        def __init__(self, program: Path, _: object) -> None:
            self.soffice, self.files, self.ended = program, 0, False
            started.append(self)

        def is_alive(self) -> bool:
            return not self.ended

        def make(self, source: Path, *_: object, **__: object) -> Path:
            self.files += 1
            return source

        def end(self) -> None:
            self.ended = True

    monkeypatch.setattr(soffice_module, "Server", Counted)
    monkeypatch.setattr(soffice_module, "MOST_FILES", 2)
    keeper = Keeper()
    source = tmp_path / "paper.odt"
    for _ in range(5):
        assert make(keeper, tmp_path, source) == source
    assert [(one.files, one.ended) for one in started] == [(2, True), (2, True), (1, False)]
    keeper.end()
    assert started[-1].ended


def test_every_setting_is_one_that_libreoffice_knows(soffice: Path) -> None:
    """A misspelt one would be passed over without a word."""
    registry = soffice.resolve().parent.parent / "share" / "registry"
    if not registry.is_dir():
        pytest.skip("needs LibreOffice's own registry beside its program")
    known = "".join(file.read_text(encoding="utf-8") for file in registry.glob("*.xcd"))
    newer = {"DisableOLEAutomation", "DisablePythonRuntime"}  # 24.8
    optional = {"AutoCheckEnabled", "AutoDownloadEnabled"}  # left out by builds that a distribution keeps up to date
    names = {name for values in profile._SETTINGS.values() for name in values}
    assert {name for name in names if f'oor:name="{name}"' not in known} <= newer | optional
