"""Microsoft Office is asked through PowerShell; here a stand-in plays both and writes down what it was given."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kkr_desk.intake.office import Maker, Office
from kkr_desk.intake.office.engine import engine_of
from kkr_desk.progress import NullProgress

STAND_IN = """#!/bin/sh
for last; do :; done
cp "$last" "$(dirname "$KKR_DESK_TARGET")/seen.ps1"
cp "$KKR_DESK_SOURCE" "$KKR_DESK_TARGET"
"""


@pytest.fixture
def shell(tmp_path: Path) -> Path:
    if os.name != "posix":
        pytest.skip("the stand-in is a shell script")
    program = tmp_path / "powershell"
    program.write_text(STAND_IN, encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    ("name", "kind", "asked"),
    [
        ("notat med ' og $(x).docx", "pdf", "Word.Application"),
        ("ark.ods", "pdf", "Excel.Application"),
        ("oplæg.ppt", "pptx", "PowerPoint.Application"),
    ],
)
def test_each_kind_is_given_to_its_program_with_macros_and_links_off(
    shell: Path, tmp_path: Path, name: str, kind: str, asked: str
) -> None:
    source = tmp_path / name
    source.write_bytes(b"paper")
    folder = tmp_path / "made"
    folder.mkdir()
    engine = engine_of(Office(Maker.MICROSOFT, shell))
    made = engine.make(source, kind, folder, comments=False, seconds=20.0, progress=NullProgress())
    assert made == folder / f"{source.stem}.{kind}"
    assert made.read_bytes() == b"paper"
    script = (folder / "seen.ps1").read_text(encoding="utf-8-sig")
    assert asked in script
    assert "AutomationSecurity = 3" in script
    assert source.stem not in script


def test_a_program_that_writes_nothing_has_made_nothing(shell: Path, tmp_path: Path) -> None:
    shell.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    source = tmp_path / "notat.doc"
    source.write_bytes(b"paper")
    folder = tmp_path / "made"
    folder.mkdir()
    engine = engine_of(Office(Maker.MICROSOFT, shell))
    assert engine.make(source, "pdf", folder, comments=True, seconds=20.0, progress=NullProgress()) is None
