from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.errors import UserError
from kkr_desk.model import USUAL_CASE_TYPES
from kkr_desk.ui.agenda.awaited import titles_for
from kkr_desk.ui.agenda.lines import MOST_LINES, AttachmentTitle, Lines, read_lines, split_case_type, write_lines
from tests.ui.agenda.outlines import Tree, key, make_tree, rows_of, trees


def read(text: str) -> Lines:
    return read_lines(text, USUAL_CASE_TYPES, passed_over={"Indholdsfortegnelse - Bilag"})


def shown(lines: Lines) -> list[str]:
    """Each item as one line, indented by its level, its type in brackets, its attachments behind."""
    levels: list[int] = []
    made = []
    for item in lines.items:
        levels.append(0 if item.parent is None else levels[item.parent] + 1)
        kind = f"[{item.case_type}] " if item.case_type else ""
        own = "".join(f" | {a.number}: {a.title}" for a in item.attachments)
        made.append("  " * levels[-1] + kind + item.title + own)
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.1 Beslutningssag: Fordeling", ["[Beslutningssag] Fordeling"]),
        ("2.1\tBeslutningssag: Fordeling", ["[Beslutningssag] Fordeling"]),
        ("2.1\tBeslutningssag\tFordeling", ["[Beslutningssag] Fordeling"]),
        ("2.1\tBeslutningssag Fordeling", ["[Beslutningssag] Fordeling"]),
        ("Punkt 2.1: Temadrøftelse: Sundhed", ["[Temadrøftelse] Sundhed"]),
        ("TEMADRØFTELSE – Sundhed", ["[Temadrøftelse] Sundhed"]),
        ("Til orientering: Nyt fra KL", ["[Orienteringssag] Nyt fra KL"]),
        ("Beslutningssager i 2025", ["Beslutningssager i 2025"]),
        ("Beslutningssag om flygtninge", ["Beslutningssag om flygtninge"]),
        ("2.2 Forslag til tre principper .......... 16", ["Forslag til tre principper"]),
        ("2.2 Forslag til tre principper\t16", ["Forslag til tre principper"]),
        ("2.2 Budget 2025", ["Budget 2025"]),
        ("1. Velkomst\n2. Temaer", ["Velkomst", "Temaer"]),
        ("1 Velkomst\n2 Temaer", ["Velkomst", "Temaer"]),
        ("1) Velkomst", ["Velkomst"]),
        ("10 års jubilæum", ["10 års jubilæum"]),
        ("19. juni 2024 kl. 9.30", ["19. juni 2024 kl. 9.30"]),
        ("2025 i tal", ["2025 i tal"]),
        ("• Velkomst\n\t• Præsentation", ["Velkomst", "  Præsentation"]),
        ("1\n\n2.1 Sundhed", ["Sundhed"]),
        ("  \n\n", []),
        ("Indholdsfortegnelse - Bilag\t1\n2.1 Sundhed\t2", ["Sundhed"]),
        ("Bilag til punkt 3", ["Bilag til punkt 3"]),
        ("Bilagsliste", ["Bilagsliste"]),
        ("2.1 Cafe\u0301", ["Caf\u00e9"]),
    ],
)
def test_lines_as_people_write_them(text: str, expected: Sequence[str]) -> None:
    assert shown(read(text)) == expected


def test_numbers_give_the_levels() -> None:
    text = "1 Velkomst\n2 Temaer\n2.1 Sundhed\n2.1.1 Hjemmepleje\n2.2 Flygtninge\n3 Eventuelt"
    assert shown(read(text)) == [
        "Velkomst",
        "Temaer",
        "  Sundhed",
        "    Hjemmepleje",
        "  Flygtninge",
        "Eventuelt",
    ]


def test_indentation_gives_the_levels_where_there_are_no_numbers() -> None:
    text = "Temaer\n    Sundhed\n        Hjemmepleje\n    Flygtninge\nEventuelt"
    assert shown(read(text)) == ["Temaer", "  Sundhed", "    Hjemmepleje", "  Flygtninge", "Eventuelt"]


def test_a_line_without_number_stands_beside_the_one_before() -> None:
    assert shown(read("2 Temaer\n2.1 Sundhed\nFlygtninge")) == ["Temaer", "  Sundhed", "  Flygtninge"]


def test_how_deep_the_first_number_stands() -> None:
    assert [read(text).depth for text in ("2.1 a\n2.2 b", "2 a\n2.1 b", "a\n2.1 b", "")] == [2, 1, None, None]


def test_attachments_are_titles_of_the_item_before() -> None:
    text = (
        "Bilag 9: løst\n2.1 Sundhed\nBilag 1: Faktaark -Modeller\n\tBilag 2 – Notat\nBilag 3\nBilag: Uden nummer\n2.2 x"
    )
    lines = read(text)
    assert shown(lines) == ["Sundhed | 1: Faktaark -Modeller | 2: Notat | None: Uden nummer", "x"]
    assert lines.loose == (AttachmentTitle(9, "løst"),)


def test_the_index_of_a_real_meeting(shared: Path) -> None:
    """The index of each seed meeting, as it would be copied from a printed agenda."""
    for path in sorted((shared / "meetings").glob("*/meeting.json")):
        meeting = json.loads(path.read_text(encoding="utf-8"))
        text, page = "Indholdsfortegnelse - Bilag ....... 1\n", 2
        for item in meeting["items"]:
            kind = f"{item['case_type']}: " if item.get("case_type") else ""
            text += f"{item['number']} {kind}{item['title']} ...... {page}\n"
            for n, own in enumerate(item.get("attachments", ()), 1):
                text += f"Bilag {own.get('number', n)}: {own['title']}\t{page}\n"
                page += 1 + own.get("pages", 1)
        lines = read(text)
        assert [(i.title, i.case_type) for i in lines.items] == [
            (" ".join(i["title"].split()), i.get("case_type")) for i in meeting["items"]
        ]
        assert [len(i.attachments) for i in lines.items] == [len(i.get("attachments", ())) for i in meeting["items"]]


@given(trees())
def test_what_is_copied_can_be_pasted(given: list[Tree]) -> None:
    rows = rows_of(make_tree(given))
    lines = read(write_lines(rows, rows.under(None)))
    items = [row for row in rows.rows.values() if row.is_item]
    assert [item.title for item in lines.items] == [row.title for row in items]
    parents = [None if item.parent is None else lines.items[item.parent].title for item in lines.items]
    assert parents == [rows.rows[row.parent].title if row.parent else None for row in items]
    own = [[title.title for title in item.attachments] for item in lines.items]
    assert own == [[k.id for k in rows.under(row.key) if k.attachment] for row in items]


def test_what_is_copied_reads_well() -> None:
    rows = rows_of(make_tree([("Temaer", 0, [("Sundhed", 1, [])])]))
    assert write_lines(rows, [key("Temaer")]) == "1\tTemaer\n\t1.1\tSundhed\n\t\tBilag 1: Sundhed/1\n"
    assert write_lines(rows, [key("Sundhed/1")]) == "Bilag 1: Sundhed/1\n"


@given(st.text())
def test_any_text_can_be_pasted(text: str) -> None:
    lines = read(text)
    assert len(lines.items) <= len(text.splitlines())
    for place, item in enumerate(lines.items):
        assert item.title == " ".join(item.title.split()) != ""
        assert item.parent is None or 0 <= item.parent < place


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["1", "2.1", "3.2.1", ""]), st.text("ab c"))))
def test_no_item_is_lost(rows: list[tuple[int, str, str]]) -> None:
    text = "\n".join(f"{' ' * indent}{number} x{title}" for indent, number, title in rows)
    assert len(read(text).items) == len(rows)


def test_a_whole_document_is_refused() -> None:
    assert len(read("en linje\n" * MOST_LINES).items) == MOST_LINES
    with pytest.raises(UserError) as caught:
        read("en linje\n" * (MOST_LINES + 1))
    assert caught.value.code == "too-many-lines"


def test_case_types_of_another_council() -> None:
    types = ("Beslutning", "Status & opfølgning (kort)")
    assert split_case_type("status & opfølgning (kort): Klima", types) == ("Status & opfølgning (kort)", "Klima")
    assert split_case_type("Til beslutning: Klima", types) == ("Beslutning", "Klima")
    assert split_case_type("Orientering: Klima", types) == (None, "Orientering: Klima")
    assert split_case_type("Beslutning:", types) == (None, "Beslutning:")


WAITING = (AttachmentTitle(1, "Faktaark"), AttachmentTitle(2, "Notat"), AttachmentTitle(None, "Brev"))


@pytest.mark.parametrize(
    ("names", "titles", "left"),
    [
        (["2-1_bilag2.pdf", "2-1_bilag1.pdf"], ("Notat", "Faktaark"), 1),
        (["a.pdf", "b.pdf"], ("Faktaark", "Notat"), 1),
        (["a.pdf", "Bilag 1.pdf"], ("Notat", "Faktaark"), 1),
        (["bilag_02 x.pdf"], ("Notat",), 2),
        (["bilag 7.pdf"], (None,), 3),
        (["bilag 12.pdf"], (None,), 3),
        (["a", "b", "c", "d"], ("Faktaark", "Notat", "Brev", None), 0),
        ([], (), 3),
    ],
)
def test_waiting_titles_find_their_files(names: list[str], titles: tuple[str | None, ...], left: int) -> None:
    given, still = titles_for(names, WAITING)
    assert (given, len(still)) == (titles, left)


@given(st.lists(st.text(max_size=12)), st.lists(st.builds(AttachmentTitle, st.none() | st.integers(1, 3), st.text())))
def test_each_title_is_given_once(names: list[str], waiting: list[AttachmentTitle]) -> None:
    titles, left = titles_for(names, waiting)
    used = [title for title in titles if title is not None]
    assert sorted([*used, *(title.title for title in left)]) == sorted(title.title for title in waiting)
