"""`build` and `export` on real files: what they make, what they refuse, and what they never write over."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from kkr_desk import settings
from kkr_desk.model import Council, CouncilId, Template
from kkr_desk.store import Store
from tests.cli.runs import COUNCIL, TOTAL, Desk, stored_in


def page_count(file: Path) -> int:
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


def test_build_makes_the_collection_and_the_index(desk: Desk, meeting: Path, tmp_path: Path) -> None:
    made = desk("build", meeting, "--pdf", tmp_path / "samling.pdf", "--index-pdf", tmp_path / "indhold.pdf")
    assert made.code == 0
    assert page_count(tmp_path / "samling.pdf") == TOTAL
    assert page_count(tmp_path / "indhold.pdf") == 1
    assert made.out.splitlines() == [
        f"{tmp_path / 'samling.pdf'} er gemt og kontrolleret: 10 sider.",
        "Filen er ikke mærket som webtilgængelig (PDF/UA):",
        "  – Punkt 2.1, bilag 1, »Landstal 2025«: side 1 har tekst uden tags.",
        "  – Punkt 2.1, bilag 2, »Notat om økonomi«: side 1-2 har tekst uden tags.",
        "  – Punkt 2.2, bilag 1, »Brev«: side 1-3 har tekst uden tags.",
        f"{tmp_path / 'indhold.pdf'} er gemt: 1 side.",
        "Filen er mærket som webtilgængelig (PDF/UA).",
    ]


@pytest.mark.parametrize(
    "words", [["--pdf", "meeting.json"], ["--pdf", "Notat.pdf"], ["--pdf", "c.pdf", "--index-pdf", "./c.pdf"]]
)
def test_build_never_writes_over_what_it_reads(
    desk: Desk, meeting: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(meeting.parent)
    before = {file: file.read_bytes() for file in meeting.parent.iterdir()}
    told = desk("build", "meeting.json", *words)
    assert told.code == 1
    assert f"{Path(words[-1])} er en af de filer, dokumentet laves af" in told.err
    assert {file: file.read_bytes() for file in meeting.parent.iterdir()} == before


def test_export_never_writes_over_the_store(desk: Desk, store: Path) -> None:
    content = next(file for file in (store / "content").rglob("*") if file.is_file())
    for target in (store / "kkr-desk.sqlite3", content):
        before = target.read_bytes()
        assert desk("export", COUNCIL, "-o", target).code == 1
        assert target.read_bytes() == before
    assert desk("export", COUNCIL, "-o", store / "samling.pdf").code == 0


def test_build_leaves_no_store_behind(desk: Desk, meeting: Path, tmp_path: Path, home: Path) -> None:
    assert desk("build", meeting, "--pdf", tmp_path / "c.pdf").code == 0
    assert stored_in(home) == []


def test_build_and_export_make_the_same_bytes(desk: Desk, store: Path, meeting: Path, tmp_path: Path) -> None:
    desk("build", meeting, "--pdf", tmp_path / "built.pdf")
    desk("export", COUNCIL, "-o", tmp_path / "exported.pdf")
    assert (tmp_path / "built.pdf").read_bytes() == (tmp_path / "exported.pdf").read_bytes()


def test_a_real_meeting_is_built_and_found_right(desk: Desk, shared: Path, tmp_path: Path) -> None:
    meeting = shared / "meetings" / "kkr-sjaelland-2024-06-19" / "meeting.json"
    made = desk("build", meeting, "--pdf", tmp_path / "c.pdf", "--json").object
    expected = json.loads(meeting.read_text(encoding="utf-8"))["expected"]
    assert made["pages"] == expected["total_pages"]
    assert desk("verify", tmp_path / "c.pdf", "--meeting", meeting).code == 0


def test_an_attachment_that_cannot_be_included_blocks_the_collection(desk: Desk, broken: Path, tmp_path: Path) -> None:
    target = tmp_path / "c.pdf"
    target.write_bytes(b"the old one")
    told = desk("build", broken, "--pdf", target)
    assert told.code == 1
    first, named, advice = told.err.splitlines()
    assert first == "Dokumentet er ikke lavet, for 1 bilag kan ikke medtages:"
    assert named == "  – punkt 2.2, bilag 1 »Brev« (filtypen kan ikke medtages; gem filen som PDF)"
    assert "--slip-pages" in advice
    assert target.read_bytes() == b"the old one"


def test_slip_pages_stand_in_for_what_is_missing(desk: Desk, broken: Path, tmp_path: Path) -> None:
    made = desk("build", broken, "--pdf", tmp_path / "c.pdf", "--slip-pages", "--json").object
    assert made["pages"] == TOTAL - 2
    assert [warning["code"] for warning in made["warnings"]] == ["attachment-slip", "file-archive"]
    assert made["warnings"][0]["message"].startswith("I stedet for »Brev« står der en erstatningsside.")


def test_a_collection_with_slip_pages_is_never_called_complete(desk: Desk, broken: Path, tmp_path: Path) -> None:
    desk("build", broken, "--pdf", tmp_path / "c.pdf", "--slip-pages")
    told = desk("verify", tmp_path / "c.pdf", "--meeting", broken)
    assert told.code == 0
    assert "hver side af hvert bilag er med" not in told.out
    assert "Ikke alle bilag er med:\n  – Punkt 2.2, bilag 1: I stedet for »Brev«" in told.out
    (slip,) = desk("verify", tmp_path / "c.pdf", "--meeting", broken, "--json").object["slips"]
    assert (slip["item"], slip["attachment"]) == ("2.2", "1")


def test_export_makes_the_collection_and_the_index(desk: Desk, store: Path, tmp_path: Path) -> None:
    made = desk("export", "Midtsjælland 2025", "-o", tmp_path / "c.pdf", "--json").object
    data = (tmp_path / "c.pdf").read_bytes()
    assert (made["pages"], made["sha256"]) == (TOTAL, hashlib.sha256(data).hexdigest())
    assert desk("export", COUNCIL, "--document", "index", "--format", "pdf", "-o", tmp_path / "i.pdf").code == 0
    assert page_count(tmp_path / "i.pdf") == 1


def test_export_changes_nothing_in_the_store(desk: Desk, store: Path, tmp_path: Path) -> None:
    before = {file: file.read_bytes() for file in store.rglob("*") if file.is_file() and "-shm" not in file.name}
    assert desk("export", COUNCIL, "-o", tmp_path / "c.pdf").code == 0
    after = {file: file.read_bytes() for file in store.rglob("*") if file.is_file() and "-shm" not in file.name}
    assert before.keys() <= after.keys()
    assert all(after[file] == data for file, data in before.items())


def test_export_blocks_on_what_is_missing(desk: Desk, store: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    desk("attach", COUNCIL, "3", tmp_path / "empty.pdf")
    told = desk("export", COUNCIL, "-o", tmp_path / "c.pdf")
    assert told.code == 1
    assert "punkt 3, bilag 1 »empty« (filen er tom; få den sendt igen)" in told.err
    made = desk("export", COUNCIL, "-o", tmp_path / "c.pdf", "--slip-pages", "--json").object
    assert [warning["code"] for warning in made["warnings"]] == ["attachment-slip"]


def test_what_is_closed_is_shown_only_when_that_was_said(desk: Desk, store: Path, tmp_path: Path) -> None:
    with Store.open(store) as opened, opened.operation("Luk punkt 2.2"):
        meeting = opened.meetings()[0].id
        opened.change_item(opened.find_item(meeting, "2.2").id, closed=True)
    told = desk("export", COUNCIL, "-o", tmp_path / "c.pdf")
    assert told.code == 1
    assert "  – 2.2 / 1: Brev\n" in told.err
    assert "--include-closed" in told.err
    assert desk("export", COUNCIL, "--include-closed", "-o", tmp_path / "c.pdf").code == 0


def test_named_settings_come_before_the_councils_and_these_before_the_users_own(
    desk: Desk, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def text_of(*words: object) -> str:
        made = desk("export", COUNCIL, "--document", "index", "-o", tmp_path / "i.pdf", *words)
        assert made.code == 0
        document = pypdfium2.PdfDocument(tmp_path / "i.pdf")
        text = str(document[0].get_textpage().get_text_range())
        document.close()
        return text

    own, named = tmp_path / "own.toml", tmp_path / "named.toml"
    own.write_text('[words]\nattachment = "Egen {number} {title}"\n', encoding="utf-8")
    named.write_text('[words]\nattachment = "Nævnt {number} {title}"\n', encoding="utf-8")
    monkeypatch.setattr(settings, "settings_file", lambda: own)
    assert "Egen 1 Landstal" in text_of()
    with Store.open(store) as opened, opened.operation("Ret rådet"):
        opened.save_council(Council(CouncilId(""), COUNCIL, Template(attachment_text="Råd {number} {title}")))
    assert "Råd 1 Landstal" in text_of()
    assert "Nævnt 1 Landstal" in text_of("--settings", named)
