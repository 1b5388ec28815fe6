"""A job's folder is private, its own, and gone with the job, also after a kill."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kkr_desk.errors import EnvironmentFault
from kkr_desk.paths import work_place
from kkr_desk.worker.work_folder import clear_work_folders, job_folder

HOLDER = """
import sys
from kkr_desk.worker.work_folder import job_folder
with job_folder() as folder:
    (folder / "indkaldt.docx").write_bytes(b"fortroligt")
    print(folder, flush=True)
    sys.stdin.read()
"""


def fill_and_fail(folder: Path, link_to: Path) -> None:
    """Put into a folder what is hard to remove."""
    long = folder.joinpath("æ" * 100, "b" * 200, "c" * 200)
    shut = folder / "shut" / "inner"
    for inside in (long, shut):
        inside.mkdir(parents=True)
        (inside / ("d" * 200)).write_bytes(b"x")
    if sys.platform != "win32":
        (folder / "link").symlink_to(link_to)
    (shut / ("d" * 200)).chmod(0o400)
    for closed in (shut, shut.parent):
        closed.chmod(0o000)
    _ = 1 // 0


def folders() -> list[Path]:
    return [path for path in work_place().iterdir() if path.is_dir()]


def test_a_folder_is_empty_and_ones_own_and_gone_in_the_end() -> None:
    with job_folder() as one, job_folder() as other:
        assert one != other
        assert list(one.iterdir()) == list(other.iterdir()) == []
        (one / "fil").write_bytes(b"x")
    assert folders() == []


@pytest.mark.skipif(sys.platform == "win32", reason="there the user's local folder is private by itself")
def test_nobody_else_may_look_into_it() -> None:
    work_place().mkdir(parents=True, mode=0o755)
    with job_folder() as folder:
        for path in (work_place(), folder.parent, folder):
            assert path.stat().st_mode & 0o777 == 0o700


def test_it_is_gone_whatever_was_put_into_it(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir(mode=0o500)
    with pytest.raises(ZeroDivisionError), job_folder() as folder:
        fill_and_fail(folder, kept)
    assert folders() == []
    assert kept.stat().st_mode & 0o777 == (0o777 if sys.platform == "win32" else 0o500)


def test_what_a_killed_process_left_is_cleared_up_and_a_living_ones_is_not(root: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(root)}
    command = [sys.executable, "-c", HOLDER]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        left = Path(holder.stdout.readline().decode().strip())
        assert clear_work_folders() == 0
        with job_folder():
            assert (left / "indkaldt.docx").exists()
        holder.kill()
    assert (left / "indkaldt.docx").exists()
    assert clear_work_folders() == 1
    assert folders() == []


def test_many_at_once_do_not_clear_up_each_other() -> None:
    def use(number: int) -> bool:
        with job_folder() as folder:
            (folder / "fil").write_bytes(b"%d" % number)
            return (folder / "fil").read_bytes() == b"%d" % number

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(use, range(100)))
    assert folders() == []


def test_nothing_is_made_where_nothing_was_left() -> None:
    assert clear_work_folders() == 0
    assert not work_place().exists()


def test_a_place_that_cannot_be_made_is_told() -> None:
    work_place().parent.mkdir(parents=True)
    work_place().write_bytes(b"a file in its way")
    with pytest.raises(EnvironmentFault, match="folder-not-writable"), job_folder():
        pytest.fail("it has no folder")
