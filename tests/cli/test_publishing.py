"""`check-publication`: what must be decided on before a meeting's papers are published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, String

from kkr_desk.model import Decision, Reservation, TextKind
from kkr_desk.store import Store
from tests.cli.runs import COUNCIL, Desk
from tests.export.papers import Paper


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter with a CPR number on its second page, and another behind a link there."""
    paper = Paper()
    paper.page("Indledning")
    page = paper.page("Borger 070761-4285")
    action = Dictionary(S=Name.URI, URI=String("https://sag.dk/?cpr=010165%2D1234"))
    paper.annotate(page, Subtype=Name.Link, A=action)
    return paper.save(tmp_path / "Klage.pdf")


def test_nothing_is_to_be_decided_on_in_clean_papers(desk: Desk, store: Path) -> None:
    told = desk("check-publication", COUNCIL)
    assert (told.code, told.out.splitlines()[1][:27]) == (0, "Der er ikke fundet noget, d")
    found = desk("check-publication", COUNCIL, "--json").object
    assert (found["council"], found["left"], found["findings"]) == (COUNCIL, 0, [])


def test_it_names_each_finding_and_ends_with_1_until_all_is_accepted(desk: Desk, store: Path, letter: Path) -> None:
    assert desk("attach", COUNCIL, "3", letter).code == 0
    with Store.open(store) as opened, opened.operation("Skriv"):
        item = opened.find_item(opened.meetings()[0].id, "2.1").id
        opened.write_text(item, TextKind.DECISION, "<p>Udbetales til 070761-4286</p>")
        opened.write_decision(Decision(item, "Godkendt", (Reservation("Vejle", "se 010203-1234"),)))
    told = desk("check-publication", COUNCIL)
    assert told.code == 1
    assert [re.sub("^  [0-9a-f]{8} ", "  ", line) for line in told.out.splitlines()] == [
        f"{COUNCIL}, 14. marts 2025",
        "Før offentliggørelsen skal der tages stilling til 4 ting. Godkend hvert af dem, eller luk bilaget.",
        "",
        "Mødets egne tekster",
        "  – Der står måske et CPR-nummer (070761-xxxx) i teksten til punkt 2.1. Se efter.",
        "  – Der står måske et CPR-nummer (010203-xxxx) i teksten til punkt 2.1. Se efter.",
        "",
        "Punkt 3, bilag 1: Klage",
        "  – Der står et CPR-nummer (070761-xxxx) på side 2.",
        "  – Der står et CPR-nummer (010165-xxxx) i den adresse, et link fører til.",
    ]
    assert "4285" not in desk("check-publication", COUNCIL, "--json").out
    names = re.findall("^  ([0-9a-f]{8}) ", told.out, re.MULTILINE)
    refused = desk("check-publication", COUNCIL, "--accept", names[0], "--accept", "00000000")
    assert (refused.code, "00000000" in refused.err) == (1, True)
    told = desk(
        "check-publication", COUNCIL, "--json", "--accept", names[0], "--accept", names[1], "--accept", names[2]
    )
    (record,) = told.objects
    assert (told.code, record["left"]) == (1, 1)
    assert [one["accepted"] for one in record["findings"]] == [True, True, True, False]
    last = record["findings"][3]
    assert (last["name"], last["kind"], last["place"], last["page"]) == (names[3], "cpr", "link", 2)
    assert (last["notice"]["code"], last["notice"]["item"]) == ("publication-cpr-link", "3")
    told = desk("check-publication", COUNCIL, "--accept", names[3])
    assert (told.code, told.out.splitlines()[-1]) == (0, "4 ting er godkendt før.")
    assert desk("check-publication", COUNCIL).code == 0


def test_what_is_closed_is_not_looked_at(desk: Desk, store: Path, letter: Path) -> None:
    attached = desk("attach", COUNCIL, "3", letter, "--json").object
    with Store.open(store) as opened, opened.operation("Luk"):
        opened.change_attachment(attached["attachment"], closed=True)
    assert desk("check-publication", COUNCIL).code == 0
