"""`save-meeting` and `open-meeting`: a meeting goes to a colleague and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkr_desk.store import Store
from tests.cli.runs import COUNCIL, TOTAL, Desk


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Where a colleague's store is going to be."""
    return tmp_path / "kollega"


@pytest.fixture
def file(desk: Desk, store: Path, tmp_path: Path) -> Path:
    """The store's meeting as a file."""
    made = tmp_path / "møde.kkr"
    assert desk("save-meeting", COUNCIL, "-o", made).code == 0
    return made


def change(folder: Path, number: str, title: str) -> None:
    with Store.open(folder, who="mette") as store, store.operation("Ret titel"):
        store.change_item(store.find_item(store.meetings()[0].id, number).id, title=title)


def title(folder: Path, number: str) -> str:
    with Store.open(folder, read_only=True) as store:
        return store.find_item(store.meetings()[0].id, number).title


def test_a_meeting_is_saved(desk: Desk, store: Path, tmp_path: Path) -> None:
    told = desk("save-meeting", "Midtsjælland", "-o", tmp_path / "a.kkr")
    assert told.out.startswith(f"{tmp_path / 'a.kkr'} er gemt: 3 punkter, 3 bilag, 0,")
    saved = desk("save-meeting", "Midtsjælland", "-o", tmp_path / "a.kkr", "--json").object
    assert saved == {
        "file": str(tmp_path / "a.kkr"),
        "size": (tmp_path / "a.kkr").stat().st_size,
        "items": 3,
        "attachments": 3,
    }


def test_a_meeting_is_opened_in_another_store(desk: Desk, file: Path, other: Path, tmp_path: Path) -> None:
    opened = desk("--store", other, "open-meeting", file, "--json").object
    assert (opened["outcome"], opened["differences"]) == ("added", [])
    assert desk("--store", other, "export", COUNCIL, "-o", tmp_path / "c.pdf", "--json").object["pages"] == TOTAL
    again = desk("--store", other, "open-meeting", file)
    assert again.out == "KKR Midtsjælland, 14. marts 2025, er her allerede, og intet er anderledes.\n"
    assert desk("--store", other, "undo").out == "Fortrudt: Åbn mødefil møde.kkr\n"
    assert desk("--store", other, "list", "--json").objects == []


def test_what_differs_is_shown_and_nothing_is_done_unasked(desk: Desk, store: Path, file: Path) -> None:
    change(store, "2.1", "Fordeling 2025")
    told = desk("open-meeting", file)
    assert told.code == 1
    assert told.out.splitlines()[:3] == [
        "KKR Midtsjælland, 14. marts 2025, er her allerede og er anderledes i filen:",
        "  2.1 Fordeling 2025 – Ændret her",
        "    – Titel: her »Fordeling 2025«, i filen »Fordeling af flygtninge 2025«",
    ]
    assert "--take" in told.out
    assert title(store, "2.1") == "Fordeling 2025"


def test_sides_are_chosen(desk: Desk, store: Path, file: Path, other: Path, tmp_path: Path) -> None:
    desk("--store", other, "open-meeting", file)
    for number in ("2.1", "2.2"):
        change(other, number, f"Deres {number}")
    change(store, "2.2", "Vores 2.2")
    desk("--store", other, "save-meeting", COUNCIL, "-o", tmp_path / "retur.kkr")
    merged = desk("open-meeting", tmp_path / "retur.kkr", "--take", "suggested", "--json").object
    assert merged["outcome"] == "merged"
    assert [(d["item"], d["changed_by"], d["taken"]) for d in merged["differences"]] == [
        ("2.1", "theirs", "theirs"),
        ("2.2", "both", "ours"),
    ]
    assert merged["differences"][1]["fields"] == [{"field": "Titel", "ours": "Vores 2.2", "theirs": "Deres 2.2"}]
    assert (title(store, "2.1"), title(store, "2.2")) == ("Deres 2.1", "Vores 2.2")
    told = desk("open-meeting", tmp_path / "retur.kkr", "--take", "theirs", "--item", "2.2")
    assert "2.2 Vores 2.2 – Ændret her: taget fra filen" in told.out
    assert title(store, "2.2") == "Deres 2.2"
    desk("undo")
    assert title(store, "2.2") == "Vores 2.2"


def test_an_item_that_does_not_differ_is_named(desk: Desk, store: Path, file: Path) -> None:
    change(store, "2.1", "Andet")
    told = desk("open-meeting", file, "--take", "theirs", "--item", "9")
    assert told.code == 1
    assert told.err.startswith("Punkt 9 er ikke anderledes i filen")
    assert title(store, "2.1") == "Andet"


def test_a_file_that_is_none_is_named_and_makes_no_store(desk: Desk, other: Path, tmp_path: Path) -> None:
    (tmp_path / "brev.kkr").write_bytes(b"%PDF-1.7")
    told = desk("--store", other, "open-meeting", tmp_path / "brev.kkr")
    assert told.code == 1
    assert "er ikke en mødefil fra KKR Desk" in told.err
    assert not other.exists()


def test_it_is_said_in_english_too(desk: Desk, store: Path, file: Path) -> None:
    change(store, "2.1", "Allocation")
    told = desk("open-meeting", file, "--lang", "en")
    assert "  2.1 Allocation – Changed here" in told.out
    assert "Title: here “Allocation”" in told.out
