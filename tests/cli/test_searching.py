"""`kkr-desk search` on a real store: hits by meeting, as sentences and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkr_desk.model import TextKind
from kkr_desk.store import Store
from tests.cli.runs import COUNCIL, Desk


@pytest.fixture
def texts(store: Path) -> None:
    """A decision at item 2.1."""
    with Store.open(store) as opened, opened.operation("Referat"):
        (meeting,) = opened.meetings()
        item = opened.find_item(meeting.id, "2.1")
        opened.write_text(item.id, TextKind.DECISION, "<p>Landstallene blev <b>godkendt</b>.</p>")


def test_hits_stand_under_their_meeting(desk: Desk, texts: None) -> None:
    told = desk("search", "landstal")
    assert told.code == 0
    assert told.out.splitlines() == [
        f"{COUNCIL}, 14. marts 2025",
        "  Punkt 2.1, bilag 1: Landstal 2025 · Landstal.pdf",
        "  Punkt 2.1, Beslutning: Landstallene blev godkendt.",
        "  Punkt 2.1, bilag 1 »Landstal 2025«, side 1: Landstal 1",
        "",
        "3 fund.",
    ]


def test_english(desk: Desk, texts: None) -> None:
    told = desk("search", "landstal", "2025", "--lang", "en")
    assert told.out.splitlines()[1:] == ["  Item 2.1, attachment 1: Landstal 2025 · Landstal.pdf", "", "1 hit."]


def test_words_of_several_arguments_must_all_stand_there(desk: Desk, texts: None) -> None:
    assert len(desk("search", "blev", "godkendt", "--json").objects) == 1
    assert desk("search", '"godkendt blev"', "--json").objects == []


def test_json(desk: Desk, texts: None) -> None:
    hit = desk("search", "brev 1", "--json").object
    assert hit.pop("meeting") == desk("list", "--json").object["meeting"]
    assert hit == {
        "council": COUNCIL,
        "date": "2025-03-14",
        "kind": "page",
        "item": "2.2",
        "attachment": 1,
        "title": "Brev",
        "text": None,
        "page": 1,
        "snippet": "Brev 1",
        "marks": [[0, 4], [5, 6]],
        "more": False,
    }


def test_more_than_is_wanted_is_said(desk: Desk, store: Path) -> None:
    told = desk("search", "notat", "--limit", "1")
    assert told.out.splitlines()[-2:] == ["1 fund.", "De første 1 er vist. Skriv et ord mere for at få færre."]


def test_nothing_found_is_no_failure(desk: Desk, store: Path) -> None:
    told = desk("search", "xylofon", "§5")
    assert (told.code, told.out) == (0, "Intet møde har xylofon §5.\n")
    assert desk("search", "!?").code == 0


def test_nothing_wanted(desk: Desk, store: Path) -> None:
    told = desk("search")
    assert told.code == 2
    assert "Skriv mindst ét ord, der skal søges efter, eller --rebuild." in told.err


def test_rebuild(desk: Desk, store: Path) -> None:
    with Store.open(store) as opened:
        opened._connection.write("DELETE FROM search_row")
    assert desk("check", "--json").objects[0]["findings"][0]["code"] == "search-out-of-step"
    told = desk("search", "--rebuild", "landstal")
    assert told.out.splitlines()[0] == "Søgningens register er lavet på ny."
    assert told.out.splitlines()[-1] == "2 fund."
    assert desk("check").code == 0
