"""The fuzz run does what it says: it repeats itself, spoils what it is given, and sees what is wrong."""

from __future__ import annotations

import logging
from pathlib import Path
from random import Random

import pytest

from kkr_desk.intake.kind import kind_of
from tests.fuzz.running import Run
from tests.fuzz.seeds import seeds
from tests.fuzz.spoiling import spoiled

KINDS = {"bmp", "csv", "dat", "docx", "eml", "gif", "html", "jpg", "mht", "msg", "odt", "pdf", "png", "pptx"}
KINDS |= {"rtf", "tiff", "txt", "webp", "xlsx", "zip"}


def test_files_of_every_kind_are_spoiled_and_the_same_ones_again(tmp_path: Path) -> None:
    made = seeds(tmp_path, None)
    assert {Path(seed.name).suffix[1:] for seed in made} == KINDS
    for number, seed in enumerate(made):
        path = tmp_path / "sound"
        path.write_bytes(seed.data)
        assert kind_of(path, seed.name) not in {"garbled", "unknown"}, seed.name
        others = [seed.data]
        ten = [spoiled(seed.data, others, Random(number * 10 + turn)) for turn in range(10)]
        assert ten == [spoiled(seed.data, others, Random(number * 10 + turn)) for turn in range(10)]
        assert len(set(ten)) > 5


@pytest.mark.expects_log("inspection failed")
def test_what_is_wrong_is_seen_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logger = logging.getLogger("kkr_desk.intake.course")

    def careless(*_: object) -> list[str]:
        logger.error('inspection failed: builtins.KeyError\n  File "x.py", line 1, in convert')
        return []

    monkeypatch.setattr("tests.fuzz.running._ROUND", 2)
    monkeypatch.setattr("tests.fuzz.running._untrue", careless)
    run = Run(tmp_path, tmp_path / "kept", None, 1, frozenset({"bmp"}))
    run.go_on(0.01)
    while run.outcomes.total() < 2:
        run.go_on(0.5)
    assert "our own mistake: inspection failed: builtins.KeyError at File" in run.report()
    assert len(list((tmp_path / "kept").glob("*.bmp"))) > 0
