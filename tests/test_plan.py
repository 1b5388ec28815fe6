"""The page plan: both real indexes to the page, and for any meeting the laws that index, dividers and numbers keep."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.index import Weight
from kkr_desk.model import Agenda, Template
from kkr_desk.plan import (
    INDEX_DESTINATION,
    PartKind,
    Plan,
    attachment_destination,
    item_destination,
    make_plan,
    missing,
)
from tests.factory import attachments_of, make_agenda, make_meeting
from tests.outlines import REAL, TITLES, agendas, measure, read_real, real_agenda

plans = agendas().map(lambda made: make_plan(made, measure))


def long_agenda(attachments: int, title: str = TITLES[6], pages: int = 3) -> Agenda:
    items = [(title, [(title, pages)] * min(5, attachments - n)) for n in range(0, attachments, 5)]
    return make_agenda(items)


def kinds(plan: Plan) -> list[tuple[PartKind, int, int]]:
    return [(part.kind, part.first_page, part.page_count) for part in plan.parts]


@pytest.mark.parametrize("name", REAL)
def test_the_real_index_is_reproduced_exactly(name: str) -> None:
    outline = read_real(name)
    plan = make_plan(real_agenda(outline), measure)
    found = [{"level": e.level, "page": e.page, "text": e.text} for e in plan.entries]
    assert found == outline["expected"]["index_entries"]
    assert plan.total_pages == outline["expected"]["total_pages"]
    assert plan.index_pages == 1


def test_the_outlines_are_those_of_the_real_meetings(shared: Path) -> None:
    assert len(REAL) == 2
    for name in REAL:
        meeting = json.loads((shared / "meetings" / name / "meeting.json").read_text(encoding="utf-8"))
        for item in meeting["items"]:
            for attachment in item["attachments"]:
                del attachment["file"]
        assert read_real(name) == meeting


def test_a_divider_stands_before_each_attachment_and_items_without_are_left_out() -> None:
    made = make_agenda([("Velkomst", []), ("Temaer", [("Notat", 2), ("Brev", 1)]), ("Eventuelt", [])])
    plan = make_plan(made, measure)
    assert [(e.text, e.page) for e in plan.entries] == [
        ("Indholdsfortegnelse - Bilag", 1),
        ("2 Temaer", 2),
        ("Bilag 1: Notat", 2),
        ("Bilag 2: Brev", 5),
    ]
    assert kinds(plan) == [
        (PartKind.INDEX, 1, 1),
        (PartKind.DIVIDER, 2, 1),
        (PartKind.ATTACHMENT, 3, 2),
        (PartKind.DIVIDER, 5, 1),
        (PartKind.ATTACHMENT, 6, 1),
    ]
    assert plan.total_pages == 6


def test_an_attachment_that_cannot_be_included_leaves_a_visible_slip() -> None:
    made = make_agenda([("Temaer", [("Notat", 2), ("Scanning", 0), ("Brev", 1)])])
    plan = make_plan(made, measure)
    assert kinds(plan)[3:5] == [(PartKind.DIVIDER, 5, 1), (PartKind.SLIP, 6, 1)]
    assert [attachment.attachment.title for _, attachment in missing(made)] == ["Scanning"]
    assert plan.total_pages == 8


def test_a_meeting_without_attachments_has_an_index_of_itself() -> None:
    plan = make_plan(make_agenda([("Velkomst", [])]), measure)
    assert [(e.text, e.page, e.destination) for e in plan.entries] == [
        ("Indholdsfortegnelse - Bilag", 1, INDEX_DESTINATION)
    ]
    assert (plan.index_pages, plan.total_pages) == (1, 1)


def test_the_council_chooses_how_an_attachment_is_named() -> None:
    template = Template(attachment_text="Appendix {number} - {title}")
    plan = make_plan(make_agenda([("Temaer", [("{Notat} 100 %", 2)])]), measure, template)
    assert plan.entries[2].text == "Appendix 1 - {Notat} 100 %"


def test_destinations_name_numbers() -> None:
    plan = make_plan(make_agenda([("Temaer", [("Notat", 2)])]), measure)
    assert [e.destination for e in plan.entries] == [INDEX_DESTINATION, "punkt-1", "bilag-1-1"]
    assert (item_destination("2.1"), attachment_destination("2.1", 3)) == ("punkt-2.1", "bilag-2.1-3")


def test_a_long_heading_leaves_room_for_rows_on_the_first_page() -> None:
    made = make_agenda(meeting=make_meeting(title="Indholdsfortegnelse over bilag " * 60))
    plan = make_plan(made, measure)
    assert len(plan.heading) == 8
    assert plan.heading[-1].endswith("…")
    assert plan.rows[0].page == 1


@given(plans)
def test_pages_are_contiguous_from_one(plan: Plan) -> None:
    page = 1
    for part in plan.parts:
        assert part.first_page == page
        assert part.page_count >= 1
        page += part.page_count
    assert page == plan.total_pages + 1
    assert plan.parts[0].kind is PartKind.INDEX


@given(plans)
def test_every_entry_points_at_its_divider(plan: Plan) -> None:
    dividers = {part.first_page: part for part in plan.parts if part.kind is PartKind.DIVIDER}
    itself, *others = plan.entries
    assert (itself.level, itself.page, itself.destination) == (1, 1, INDEX_DESTINATION)
    listed = iter(others)
    for item in plan.agenda.items:
        if not item.attachments:
            continue
        entry = next(listed)
        assert entry.level == 1
        assert entry.text == f"{item.number} {item.item.heading}".strip()
        assert dividers[entry.page].attachment == item.attachments[0]
        for attachment in item.attachments:
            entry = next(listed)
            assert entry.level == 2
            assert dividers[entry.page].item == item
            assert dividers[entry.page].attachment == attachment
    assert next(listed, None) is None
    assert len({entry.destination for entry in plan.entries}) == len(plan.entries)


@given(plans)
def test_every_attachment_is_there_in_order_with_all_its_pages(plan: Plan) -> None:
    behind = [part for part in plan.parts if part.kind in (PartKind.ATTACHMENT, PartKind.SLIP)]
    assert [part.attachment for part in behind] == attachments_of(plan.agenda)
    for part in behind:
        assert part.attachment is not None
        pages = part.attachment.rendition.page_count
        assert part.page_count == (pages if part.kind is PartKind.ATTACHMENT else 1)
        assert (part.kind is PartKind.SLIP) == (pages == 0)


@given(agendas(st.integers(1, 12)))
def test_the_indexs_own_length_is_a_fixed_point(made: Agenda) -> None:
    check_fixed_point(make_plan(made, measure))


@pytest.mark.parametrize("pages", range(1, 13))
def test_an_index_of_each_length_is_a_fixed_point(pages: int) -> None:
    attachments = next(n for n in range(1, 400, 6) if make_plan(long_agenda(n), measure).index_pages == pages)
    plan = make_plan(long_agenda(attachments), measure)
    assert plan.index_pages == pages
    check_fixed_point(plan)


def test_one_more_digit_can_lengthen_the_index() -> None:
    """At the edge where the index's own length lifts the collection to one more digit, the wider number still fits."""
    lengths = {}
    for body in range(9985, 10010):
        made = make_agenda([(TITLES[6], [(TITLES[6], 1)] * 40 + [(TITLES[3], body - 82)])])
        plan = make_plan(made, measure)
        check_fixed_point(plan)
        lengths[plan.total_pages] = plan.index_pages
    assert {9999, 10001} <= set(lengths)


def check_fixed_point(plan: Plan) -> None:
    """Rows set with a number column wide enough for the last page are the plan's rows, and fill just its pages."""
    assert plan.parts[0].page_count == plan.index_pages
    assert {row.page for row in plan.rows} == set(range(1, plan.index_pages + 1))
    digits = len(str(plan.total_pages))
    width = digits * measure("0", Weight.REGULAR, plan.style.size)
    for row, entry in zip(plan.rows, plan.entries, strict=True):
        left = plan.style.left + (plan.style.indent if entry.level > 1 else 0)
        weight = Weight.SEMIBOLD if entry.level == 1 else Weight.REGULAR
        for n, line in enumerate(row.lines):
            right = left + (plan.style.hanging if n else 0) + measure(line, weight, plan.style.size)
            assert right + width + plan.style.number_gap <= plan.style.page_width - plan.style.right + 1e-6


@given(agendas())
def test_the_same_meeting_gives_the_same_plan(made: Agenda) -> None:
    assert make_plan(made, measure) == make_plan(made, measure)


def test_a_plan_for_500_attachments_is_quick() -> None:
    """The target is 5 ms (`make bench` says what it is); here only that nobody made it slow by a whole order."""
    made = long_agenda(500, TITLES[4])
    times = []
    for _ in range(5):
        start = time.perf_counter()
        make_plan(made, measure)
        times.append(time.perf_counter() - start)
    assert statistics.median(times) < 0.25


def test_planning_loads_no_library_that_opens_files() -> None:
    script = "import sys, kkr_desk.plan; print([m for m in sys.modules if m in {'pikepdf', 'pypdfium2', 'reportlab'}])"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
