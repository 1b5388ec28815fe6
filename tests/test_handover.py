"""A finished file takes the old one's place in one step or not at all, and nothing is left beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from kkr_desk.errors import EnvironmentFault, UserError
from kkr_desk.handover import PREFIX, clear_leftovers, hand_over, work_folder
from tests.factory import HORRIBLE_NAME


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_the_finished_file_takes_the_old_ones_place(tmp_path: Path) -> None:
    target = tmp_path / HORRIBLE_NAME
    target.write_bytes(b"gammel")
    with work_folder(target) as work:
        (work / "ny").write_bytes(b"ny")
        assert target.read_bytes() == b"gammel"
        hand_over(work / "ny", target)
    assert target.read_bytes() == b"ny"
    assert names(tmp_path) == [HORRIBLE_NAME]


def test_failure_leaves_nothing_beside_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "samling.pdf"
    target.write_bytes(b"gammel")
    with pytest.raises(ZeroDivisionError), work_folder(target) as work:
        (work / "halv").write_bytes(b"%d" % (1 // 0))
    assert target.read_bytes() == b"gammel"
    assert names(tmp_path) == ["samling.pdf"]


def test_what_a_killed_export_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    target = tmp_path / "samling.pdf"
    script = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from kkr_desk.handover import work_folder
        with work_folder(Path(sys.argv[1])) as work:
            (work / "halv").write_bytes(b"halv")
            print("klar", flush=True)
            time.sleep(60)
        """
    )
    with subprocess.Popen([sys.executable, "-c", script, str(target)], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"klar"
        assert clear_leftovers(tmp_path) == 0  # its owner is alive
        assert len(names(tmp_path)) == 1
        os.kill(child.pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        child.wait()
    assert [n.startswith(PREFIX) for n in names(tmp_path)] == [True]
    with work_folder(target) as work:
        assert names(tmp_path) == [work.name]
    assert names(tmp_path) == []


def test_a_target_that_cannot_be_replaced_keeps_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows answers while another program holds the file open."""
    target = tmp_path / "samling.pdf"
    target.write_bytes(b"gammel")

    def held(self: Path, other: Path) -> Path:
        raise PermissionError(13, "in use", str(other))

    monkeypatch.setattr(Path, "replace", held)
    made = tmp_path / "ny"
    made.write_bytes(b"ny")
    with pytest.raises(EnvironmentFault) as caught:
        hand_over(made, target)
    assert caught.value.code == "target-in-use"
    assert target.read_bytes() == b"gammel"


def test_places_where_nothing_can_be_made(tmp_path: Path) -> None:
    with pytest.raises(UserError) as missing, work_folder(tmp_path / "nej" / "a.pdf"):
        pass
    assert missing.value.code == "target-folder-missing"
    with pytest.raises(UserError) as folder, work_folder(tmp_path):
        pass
    assert folder.value.code == "target-is-folder"


def test_a_folder_nobody_may_write_in() -> None:
    """The kernel's own folder refuses even root."""
    if not Path("/proc/self").is_dir():
        pytest.skip("needs /proc")
    with pytest.raises(EnvironmentFault) as caught, work_folder(Path("/proc/self/samling.pdf")):
        pass
    assert caught.value.code == "folder-not-writable"
