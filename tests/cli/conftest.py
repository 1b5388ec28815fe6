"""A meeting with tiny attachments, a store with it, and the command line in this process."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_desk.cli.run import run
from tests.cli.runs import COUNCIL, Desk, Outcome, make_pdf
from tests.lasting_worker import lasting, use_lasting


@pytest.fixture(scope="session")
def worker_processes() -> Iterator[None]:
    """Ends what `workers` have left."""
    with lasting():
        yield


@pytest.fixture(autouse=True)
def workers(worker_processes: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that run in this process look at files in the process of those before them."""
    use_lasting(monkeypatch)


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """A meeting file with two items and three attachments of 1, 2 and 3 pages."""
    folder = tmp_path / "møde 14. marts"
    folder.mkdir()
    for n, word in enumerate(("Landstal", "Notat", "Brev"), start=1):
        make_pdf(folder / f"{word}.pdf", n, word)
    items = [
        {
            "number": "2.1",
            "case_type": "Beslutningssag",
            "title": "Fordeling af flygtninge 2025",
            "attachments": [
                {"title": "Landstal 2025", "file": "Landstal.pdf", "pages": 1},
                {"title": "Notat om økonomi", "file": "Notat.pdf"},
            ],
        },
        {"number": "2.2", "title": "Siden sidst", "attachments": [{"title": "Brev", "file": "Brev.pdf"}]},
        {"number": "3", "title": "Eventuelt"},
    ]
    file = folder / "meeting.json"
    document = {"council": COUNCIL, "date": "2025-03-14", "issued": True, "items": items}
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


@pytest.fixture
def broken(meeting: Path) -> Path:
    """The same meeting, whose last attachment is no PDF."""
    (meeting.parent / "Brev.pdf").write_bytes(b"Rar!\x1a\x07\x00 not a letter")
    return meeting


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Desk:
    """Runs the command line in this process."""

    def call(*arguments: object) -> Outcome:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return call


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Stores made once, to be copied; filled by the fixture `store`."""
    return {"folder": tmp_path_factory.mktemp("stores")}


@pytest.fixture
def store(stored: dict[str, Path], meeting: Path, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with the meeting in it, which the commands use."""
    if "made" not in stored:
        made = stored["folder"] / "store"
        assert desk("--store", made, "import", meeting).code == 0
        stored["made"] = made
    shutil.copytree(stored["made"], tmp_path / "arkiv")
    monkeypatch.setenv("KKR_DESK_STORE", str(tmp_path / "arkiv"))
    return tmp_path / "arkiv"
