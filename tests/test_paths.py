"""Resources are found from a source tree, a wheel and a frozen build; the user's folders are the system's own."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from kkr_desk import paths
from kkr_desk.errors import EnvironmentFault

NEEDED = ("templates/default.toml", "schema/meeting.schema.json", "locale/da/LC_MESSAGES/click.mo")
GUIDES = ("brugervejledning.md", "user-guide.md")
FIND = (
    "import json, sys; from kkr_desk.paths import resource; print(json.dumps([str(resource(n)) for n in sys.argv[1:]]))"
)


def find_from(packages: Path) -> list[Path]:
    """Where a program of its own, loaded from a folder of packages, finds the resources."""
    environment = {**os.environ, "PYTHONPATH": str(packages)}
    command = [sys.executable, "-c", FIND, *NEEDED]
    done = subprocess.run(command, cwd=packages, env=environment, capture_output=True, check=True)
    return [Path(name) for name in json.loads(done.stdout)]


def test_a_source_tree_has_its_resources(root: Path) -> None:
    for name in NEEDED:
        assert paths.resource(name) == root / "resources" / name


def test_the_guide_is_found_in_a_source_tree_and_in_a_wheel(root: Path, tmp_path: Path) -> None:
    assert paths.guide("da") == root / "docs" / "brugervejledning.md"
    shutil.copytree(root / "kkr_desk", tmp_path / "kkr_desk", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "kkr_desk" / "resources").mkdir()
    shipped = Path(shutil.copy2(paths.guide("en"), tmp_path / "kkr_desk" / "resources"))
    find = "from kkr_desk.paths import guide; print(guide('en'))"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-c", find]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert Path(done.stdout.decode().strip()) == shipped


def test_an_installed_wheel_has_its_resources(root: Path, tmp_path: Path) -> None:
    """The wheel as pyproject.toml lays it out: the package, and what is forced into it."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wheel: Mapping[str, Mapping[str, str]] = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    unpacked = tmp_path / "site-packages"
    for package in wheel["packages"]:
        shutil.copytree(root / package, unpacked / package, ignore=shutil.ignore_patterns("__pycache__"))
    for source, target in wheel["force-include"].items():
        (shutil.copytree if (root / source).is_dir() else shutil.copy2)(root / source, unpacked / target)
    (unpacked / "resources").mkdir()
    for found, name in zip(find_from(unpacked), NEEDED, strict=True):
        assert found == unpacked / "kkr_desk" / "resources" / name
    for name in GUIDES:
        assert (unpacked / "kkr_desk" / "resources" / name).is_file()


def test_a_wheel_that_is_really_built_has_its_resources(root: Path, tmp_path: Path) -> None:
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("needs hatchling to build a wheel without network")
    command = [sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", str(tmp_path)]
    subprocess.run([*command, str(root)], capture_output=True, check=True)
    shutil.unpack_archive(next(tmp_path.glob("*.whl")), tmp_path / "unpacked", "zip")
    for found, name in zip(find_from(tmp_path / "unpacked"), NEEDED, strict=True):
        assert found == tmp_path / "unpacked" / "kkr_desk" / "resources" / name


def test_a_frozen_build_has_its_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kkr_desk" / "resources" / "templates" / "default.toml"
    file.parent.mkdir(parents=True)
    file.write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("templates/default.toml") == file


def test_another_packages_resources_are_not_taken(tmp_path: Path, root: Path) -> None:
    """Installed beside a stranger's `resources`, the program looks into its own package only."""
    shutil.copytree(root / "kkr_desk", tmp_path / "kkr_desk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root / "resources" / "templates", tmp_path / "resources" / "templates")
    with pytest.raises(subprocess.CalledProcessError) as caught:
        find_from(tmp_path)
    assert b"installation-damaged" in caught.value.stderr


def test_a_resource_that_is_not_there_is_a_damaged_installation() -> None:
    with pytest.raises(EnvironmentFault) as caught:
        paths.resource("templates/no-such.toml")
    assert caught.value.code == "installation-damaged"


def test_the_users_folders_are_below_the_users_home(home: Path) -> None:
    for path in (paths.default_store(), paths.settings_file(), paths.log_file()):
        assert path.is_relative_to(home)
        assert paths.FOLDER_NAME in path.parts
    assert not list(home.rglob("*kkr*"))
