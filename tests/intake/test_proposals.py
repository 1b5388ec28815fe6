from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.intake.folders import natural_order
from kkr_desk.intake.proposals import Proposal, Why, propose
from kkr_desk.model import Agenda
from kkr_desk.numbering import agenda
from tests.factory import make_attachment, make_item, make_meeting


def an_agenda(*, taken: int = 0) -> Agenda:
    """1 Velkomst; 2 Temaer: 2.1 Fordeling af flygtninge 2025, 2.2 Budget og regnskab; 3 Eventuelt."""
    meeting = make_meeting()
    rows = [("velkomst", None), ("temaer", None), ("fordeling af flygtninge 2025", "temaer")]
    rows += [("budget og regnskab", "temaer"), ("eventuelt", None)]
    items = [
        make_item(title.capitalize(), id=title.split()[0], meeting_id=meeting.id, parent_id=parent)
        for title, parent in rows
    ]
    return agenda(meeting, items, [make_attachment("fordeling", f"{n}") for n in range(taken)], {})


def read(name: str, *, at: str | None = None) -> tuple[str | None, int | None, str]:
    (one,) = propose([PurePosixPath(name)], an_agenda(), at=at)  # type: ignore[arg-type]
    return one.item, one.number, one.title


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2.1 Bilag 2 - Titel.pdf", ("fordeling", 2, "Titel")),
        ("Punkt 2.1 bilag 2 Titel.docx", ("fordeling", 2, "Titel")),
        ("Pkt. 2.1, bilag 2: Titel.docx", ("fordeling", 2, "Titel")),
        ("Dagsordenspunkt 2.1 - Titel.pdf", ("fordeling", None, "Titel")),
        ("2.1.2 Titel", ("fordeling", 2, "Titel")),
        ("2.1.2_Titel_på_flere_ord.pdf", ("fordeling", 2, "Titel på flere ord")),
        ("02-01 Bilag 02 - Titel.xlsx", ("fordeling", 2, "Titel")),
        ("2-1_bilag5.pdf", ("fordeling", 5, "Bilag 5")),
        ("2.1 Titel.pdf", ("fordeling", None, "Titel")),
        ("3. Titel.pdf", ("eventuelt", None, "Titel")),
        ("3 Bilag 1 Titel.pdf", ("eventuelt", 1, "Titel")),
        ("3 scenarier for budgettet.pdf", (None, None, "3 scenarier for budgettet")),
        ("Bilag 2.1.3 Titel.pdf", ("fordeling", 3, "Titel")),
        ("Bilag 2 til punkt 2.1 - Titel.pdf", ("fordeling", 2, "Titel")),
        ("Titel (pkt. 2.1).pdf", ("fordeling", None, "Titel")),
        ("Bilag 2 - Titel.pdf", (None, 2, "Titel")),
        ("2.1 Fordeling/Bilag 3 - Titel.pdf", ("fordeling", 3, "Titel")),
        ("Pkt. 2.2 Budget/03 Titel.pdf", ("budget", 3, "Titel")),
        ("2 Temaer/1 Fordeling/Titel.pdf", ("fordeling", None, "Titel")),
        ("Bilag til punkt 2.1/Titel.pdf", ("fordeling", None, "Titel")),
        ("Budget_og_regnskab/Titel.pdf", ("budget", None, "Titel")),
        ("1 Budget og regnskab/Titel.pdf", ("budget", None, "Titel")),
        ("Fordeling af flygtninge/Titel.pdf", ("fordeling", None, "Titel")),
        ("2.1 Fordeling/2.2 Bilag 1 - Titel.pdf", ("budget", 1, "Titel")),
        ("Diverse/Titel.pdf", (None, None, "Titel")),
        ("9.9 Bilag 1 - Titel.pdf", (None, None, "9.9 Bilag 1 - Titel")),
        ("2024-06-19 Referat.pdf", (None, None, "2024-06-19 Referat")),
        ("19.06.2024 Referat.pdf", (None, None, "19.06.2024 Referat")),
        ("Notat nr. 2.pdf", (None, None, "Notat nr. 2")),
        (".pdf", (None, None, ".pdf")),
    ],
)
def test_names_and_folders_tell(name: str, expected: tuple[str | None, int | None, str]) -> None:
    assert read(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Titel.pdf", ("budget", None, "Titel")),
        ("1. Titel.pdf", ("budget", 1, "Titel")),
        ("02 Titel.pdf", ("budget", 2, "Titel")),
        ("2.1 Bilag 1 Titel.pdf", ("fordeling", 1, "Titel")),
    ],
)
def test_what_is_dropped_on_an_item_is_its_own(name: str, expected: tuple[str, int | None, str]) -> None:
    assert read(name, at="budget") == expected


def test_a_number_that_is_taken_is_marked() -> None:
    names = ["2.1 Bilag 2 - A.pdf", "2.1 Bilag 3 - B.pdf", "2.1 Bilag 3 - C.pdf", "2.1 Bilag 4 - D.pdf", "X.pdf"]
    found = propose([PurePosixPath(name) for name in names], an_agenda(taken=2))
    assert [one.is_taken for one in found] == [True, True, True, False, False]
    assert [one.is_clear for one in found] == [False, False, False, True, False]
    assert found[-1].why is Why.NOTHING


def test_bilag_2_is_before_bilag_10() -> None:
    names = ["2.1 B/Bilag 10.pdf", "2.1 B/Bilag 2.pdf", "1 A.pdf"]
    found = propose([PurePosixPath(name) for name in names], an_agenda())
    assert [one.file.name for one in found] == ["1 A.pdf", "Bilag 2.pdf", "Bilag 10.pdf"]


PARTS = st.sampled_from(
    ["2.1", "Bilag 2", "bilag", "Pkt. 3", "-", "_", "10", "Budget og regnskab", "æ", " ", ".pdf", "0"]
)
NAMES = st.lists(PARTS, min_size=1, max_size=5).map("".join) | st.text(
    st.characters(exclude_characters="/\0"), min_size=1
)
FILES = st.lists(NAMES, min_size=1, max_size=3).map(lambda parts: PurePosixPath("x", *parts))


@given(st.lists(FILES, unique=True, max_size=8))
def test_every_file_is_proposed_once_in_order_and_no_number_twice_unmarked(files: list[PurePosixPath]) -> None:
    found = propose(files, an_agenda(taken=1))
    assert Counter(one.file for one in found) == Counter(files)
    keys = [[natural_order(part) for part in one.file.parts] for one in found]
    assert keys == sorted(keys)
    assert all(one.title.strip() for one in found)
    unmarked: Counter[object] = Counter()
    for one in found:
        assert _is_sound(one)
        if one.item and one.number and not one.is_taken:
            unmarked[one.item, one.number] += 1
    assert all(times == 1 for times in unmarked.values())


def _is_sound(one: Proposal) -> bool:
    return (one.number is None or one.number > 0) and (one.item is not None or one.why is Why.NOTHING)
