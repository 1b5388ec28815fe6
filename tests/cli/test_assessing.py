"""`accessibility` on the command line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kkr_desk.model import INSPECTION, Accessibility, Figure
from kkr_desk.store import Store
from tests.cli.runs import COUNCIL, Desk

KNOWN = (
    Accessibility(untagged=(1,), fonts=("Helvetica",)),
    Accessibility(tagged=True, language="da-DK", figures=(Figure("figure:1", 2, "Kort"),)),
    Accessibility(language="da-DK", scans=(1, 2, 3)),
)
"""What is known of the three attachments of the store's meeting."""


@pytest.fixture
def looked_at(store: Path) -> None:
    """The store's attachments as if their files were like that."""
    with Store.open(store) as opened:
        every = [own for item in opened.agenda(opened.meetings()[0].id).items for own in item.attachments]
        for own, known in zip(every, KNOWN, strict=True):
            opened.save_rendition(replace(own.rendition, accessibility=known))


def test_it_tells_what_each_attachment_lacks_and_what_to_do(desk: Desk, looked_at: None) -> None:
    told = desk("accessibility", COUNCIL)
    assert told.code == 0, told.err
    assert [line[:90] for line in told.out.splitlines()] == [
        f"{COUNCIL}, 14. marts 2025",
        "1 af 3 bilag er webtilgængelige.",
        "",
        "Punkt 2.1, bilag 1: Landstal 2025 – Kun tekst",
        "  – Sider med tekst, men uden tags til overskrifter, lister og tabeller: 1.",
        "  – Skrifttyper, der ikke er indlejret i filen: Helvetica.",
        "  – Filen siger ikke, hvilket sprog den er på.",
        "  Bed afsenderen om en webtilgængelig PDF (med tags), eller gem selv originalen som PDF me",
        "  Vælg bilagets sprog.",
        "",
        "Punkt 2.1, bilag 2: Notat om økonomi – Webtilgængelig",
        "",
        "Punkt 2.2, bilag 1: Brev – Scannet",
        "  – Scannede sider, som kun er billeder og ikke kan læses op: 1-3.",
        "  Bed afsenderen om originalen som webtilgængelig PDF (med tags) i stedet for en scanning.",
    ]


def test_it_writes_the_mails_when_they_are_wanted(desk: Desk, looked_at: None) -> None:
    told = desk("accessibility", COUNCIL, "--mail", "--lang", "en")
    assert told.out.count("    Could you send us an accessible PDF (with tags)?") == 2
    assert all(line == line.rstrip() for line in told.out.splitlines())


def test_it_prints_one_object(desk: Desk, looked_at: None) -> None:
    found = desk("accessibility", COUNCIL, "--json").object
    assert (found["attachments"], found["accessible"], found["council"]) == (3, 1, COUNCIL)
    first, second, third = found["report"]
    assert (first["item"], first["attachment"], first["verdict"], first["accessible"]) == ("2.1", 1, "text", False)
    assert [problem["code"].removeprefix("accessibility-") for problem in first["problems"]] == [
        "untagged",
        "fonts",
        "language",
    ]
    assert first["problems"][0]["pages"] == "1"
    assert first["advice"][0]["code"] == "accessibility-ask-tagged"
    assert "Landstal 2025" in first["mail"]["subject"]
    assert (second["accessible"], second["problems"], second["mail"], second["language"]) == (True, [], None, "da-DK")
    assert second["pictures"] == [{"place": "figure:1", "page": 2, "stated": "Kort", "given": ""}]
    assert [picture["place"] for picture in third["pictures"]] == ["page:1", "page:2", "page:3"]


def test_a_meeting_without_attachments(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KKR_DESK_STORE", str(tmp_path / "nyt"))
    with Store.open(tmp_path / "nyt") as made, made.operation("Nyt møde"):
        made.add_meeting(COUNCIL, date(2025, 3, 14), "Indholdsfortegnelse - Bilag")
    assert desk("accessibility", COUNCIL).out.splitlines()[-1] == "Mødet har ingen bilag endnu."


def test_files_that_an_earlier_version_looked_at_are_looked_at_again(desk: Desk, store: Path, tmp_path: Path) -> None:
    with Store.open(store) as opened:
        for item in opened.agenda(opened.meetings()[0].id).items:
            for own in item.attachments:
                opened.save_rendition(replace(own.rendition, accessibility=None, inspection=INSPECTION - 1))
    assert desk("export", COUNCIL, "-o", tmp_path / "samling.pdf").code == 0
    with Store.open(store, read_only=True) as opened:
        every = [own for item in opened.agenda(opened.meetings()[0].id).items for own in item.attachments]
    assert all(own.rendition.accessibility and not own.rendition.is_outdated for own in every)
