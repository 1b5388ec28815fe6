import sys
from pathlib import Path

import pytest

from kkr_desk.intake.office import Maker, Office, finding, office_found


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing along PATH."""
    monkeypatch.delenv(finding.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(finding, "_LINUX", (str(tmp_path / "lib/libreoffice"), str(tmp_path / "opt/libreoffice*")))
    return tmp_path


def test_a_machine_without_an_office_program_has_none() -> None:
    assert office_found() is None


def test_the_program_that_is_named_is_used_or_none(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare_machine / "bin/soffice")
    named = program(bare_machine / "it/soffice")
    monkeypatch.setenv(finding.VARIABLE, str(named))
    assert office_found() == Office(Maker.LIBREOFFICE, named)
    named.unlink()
    assert office_found() is None


def test_the_newest_of_several_is_found_where_path_says_nothing(bare_machine: Path) -> None:
    program(bare_machine / "opt/libreoffice7.4/program/soffice")
    newest = program(bare_machine / "opt/libreoffice24.2/program/soffice")
    assert office_found() == Office(Maker.LIBREOFFICE, newest)
    along_path = program(bare_machine / "bin/libreoffice")
    assert office_found() == Office(Maker.LIBREOFFICE, along_path)


def test_windows_is_asked_for_libreoffice_first_and_for_all_of_microsoft_office_then(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry: dict[str, Path] = {}
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(finding, "registered", registry.get)
    monkeypatch.setenv("PROGRAMFILES", str(bare_machine / "programs"))
    monkeypatch.setenv("SYSTEMROOT", str(bare_machine / "Windows"))
    shell = program(bare_machine / "Windows/System32/WindowsPowerShell/v1.0/powershell.exe")
    for name in ("winword.exe", "excel.exe", "powerpnt.exe"):
        assert office_found() is None
        registry[rf"{finding._APP_PATHS}\{name}"] = program(bare_machine / "office" / name)
    assert office_found() == Office(Maker.MICROSOFT, shell)
    libre = program(bare_machine / "programs/LibreOffice/program/soffice.exe")
    assert office_found() == Office(Maker.LIBREOFFICE, libre)
    registry[finding._LIBRE_KEYS[0]] = bare_machine / "own"
    own = program(bare_machine / "own/soffice.com")
    assert office_found() == Office(Maker.LIBREOFFICE, own)
