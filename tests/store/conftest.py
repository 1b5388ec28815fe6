"""A store in a folder of its own, and folders that cannot be written or are full."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kkr_desk.store import Store
from tests.store.rows import copied


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a store will be; a name with what folders of users have."""
    return tmp_path / "Møder & bilag #1 100%"


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new store's folder, closed; for `tests.store.rows.copied`."""
    folder = tmp_path_factory.mktemp("empty") / "store"
    Store.open(folder, who="abk").close()
    return folder


@pytest.fixture
def store(folder: Path, empty_store: Path) -> Iterator[Store]:
    """A new store."""
    with Store.open(copied(empty_store, folder), who="abk") as opened:
        yield opened


@pytest.fixture
def seal() -> Iterator[Callable[[Path], None]]:
    """Makes a folder and all in it unwritable, also for root; skips where that cannot be done."""
    if sys.platform == "win32":
        pytest.skip("needs a folder that cannot be written; Windows has no such attribute")
    is_root = os.geteuid() == 0
    chattr = shutil.which("chattr")
    if is_root and chattr is None:
        pytest.skip("needs chattr, to make a folder unwritable for root")
    sealed: list[Path] = []

    def change(path: Path, flag: str, mode: int) -> bool:
        if is_root:
            return not subprocess.run([str(chattr), flag, path], capture_output=True, check=False).returncode
        path.chmod(mode)
        return True

    def seal_folder(folder: Path) -> None:
        for path in (*folder.rglob("*"), folder):
            sealed.append(path)
            if not change(path, "+i", 0o555):
                pytest.skip("needs a file system on which chattr +i works")

    yield seal_folder
    for path in reversed(sealed):
        change(path, "-i", 0o755)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of little more than a megabyte; skips where none can be mounted."""
    folder = tmp_path / "small disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("needs root and mount for a small disk")
    options = [mount, "-t", "tmpfs", "-o", "size=1400k", "tmpfs", str(folder)]
    if subprocess.run(options, capture_output=True, check=False).returncode:
        pytest.skip("needs to mount a tmpfs as a small disk")
    yield folder
    subprocess.run(["umount", folder], capture_output=True, check=True)
