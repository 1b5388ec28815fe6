"""Outlines of meetings for tests: the two real ones of tests/data, and generated ones."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from kkr_desk.index import Weight
from kkr_desk.model import Agenda, AgendaItem, Attachment, FileStatus, ItemId, Rendition, RenditionKey
from kkr_desk.numbering import agenda, attachment_pins_needed, parent_number, pins_needed
from tests.factory import make_attachment, make_item, make_meeting, make_rendition

DATA = Path(__file__).parent / "data"
REAL = tuple(sorted(file.stem for file in DATA.glob("kkr-*.json")))
"""The two real meetings, by name."""

TITLES = (
    "",
    "KKR",
    "Landstal 2025",
    "Notat om organisering af botilbud",
    "Erhvervsu Nordjylland – afrapportering for 2021 og proces for kontrakt 2023",
    "Strategien Højformat_til_hjemmesiden_pages-opt-a",
    "Udviklingsprogrammets formål og de tre fælleskommunale principper for det højtspecialiserede socialområde " * 2,
    "Sundhedsstrukturkommissionensforvaltningsmodellerogtværgåendeanbefalinger" * 2,
)

titles = st.sampled_from(TITLES) | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=120
)
"""Titles as a secretariat writes them, and as nobody should."""


def measure(text: str, weight: Weight, size: float) -> float:
    """Widths of an invented font: narrow and wide letters, semibold a little wider, digits all alike."""
    units = sum(250 if letter in "fijlrt.,: " else 830 if letter in "mwMWÆæ…" else 510 for letter in text)
    return units * size / 1000 * (1.04 if weight is Weight.SEMIBOLD else 1.0)


def read_real(name: str) -> Mapping[str, Any]:
    """The outline of a real meeting: titles, numbers, lengths and the index that was sent out."""
    outline: Mapping[str, Any] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return outline


def real_agenda(outline: Mapping[str, Any]) -> Agenda:
    """The agenda of an outline; a flat "2.1" gets its section 2, untitled, as a meeting file does."""
    meeting = make_meeting(
        council=outline["council"],
        day=date.fromisoformat(outline["date"]),
        title=outline["index_title"],
        issued=outline["issued"],
    )
    items, given = tree(meeting.id, [(row["number"], row["title"], row["case_type"]) for row in outline["items"]])
    pins = pins_needed(items, given, issued=meeting.issued)
    by_number = {number: item for item, number in given.items()}
    attachments: list[Attachment] = []
    renditions: dict[RenditionKey, Rendition] = {}
    for row in outline["items"]:
        numbers = attachment_pins_needed([a["number"] for a in row["attachments"]], issued=meeting.issued)
        for given_attachment, pin in zip(row["attachments"], numbers, strict=True):
            made = make_attachment(by_number[row["number"]], given_attachment["title"], pinned_number=pin)
            attachments.append(made)
            renditions[made.rendition_key] = make_rendition(given_attachment["pages"], source=made.source)
    rows = [replace(item, pinned_number=pins.get(item.id)) for item in items]
    return agenda(meeting, rows, attachments, renditions)


def tree(meeting_id: str, given: Sequence[tuple[str, str, str | None]]) -> tuple[list[AgendaItem], dict[ItemId, str]]:
    """Items for given numbers (number, title, case type), unpinned, sections added where they are missing.

    Returns:
        The items and the number each was given.
    """
    items: list[AgendaItem] = []
    ids: dict[str, ItemId] = {}
    for number, title, case_type in given:
        parts = number.split(".")
        for depth in range(1, len(parts) + 1):
            name = ".".join(parts[:depth])
            if name in ids:
                continue
            section = parent_number(name)
            named = title if name == number else ""
            item = make_item(
                named,
                meeting_id=meeting_id,
                parent_id=ids[section] if section else None,
                case_type=case_type if name == number else None,
            )
            items.append(item)
            ids[name] = item.id
    return items, {item: number for number, item in ids.items()}


@st.composite
def agendas(draw: st.DrawFn, index_pages: st.SearchStrategy[int] | None = None) -> Agenda:
    """Any meeting: a tree of items up to three deep, pinned numbers here and there, some files unreadable.

    Args:
        draw: Of hypothesis.
        index_pages: About how many pages the index is to fill; one or two without it.
    """
    meeting = make_meeting(title=draw(titles), issued=draw(st.booleans()))
    rows = draw(index_pages) * 24 if index_pages is not None else draw(st.integers(0, 25))
    random = draw(st.randoms(use_true_random=False))
    names = draw(st.lists(titles, min_size=1, max_size=12)) + list(TITLES[1:5])
    items: list[AgendaItem] = []
    attachments: list[Attachment] = []
    renditions: dict[RenditionKey, Rendition] = {}
    while len(items) + len(attachments) < rows:
        parents = [None] + [i.id for i in items if _depth(i, items) < 3]
        parent = random.choice(parents[-4:])
        pin: str | None = f"{random.choice(('1.', '2.', '2.1.', ''))}{random.randint(1, 9)}"
        if random.random() < 0.8 or pin in {i.pinned_number for i in items}:
            pin = None
        item = make_item(random.choice(names), meeting_id=meeting.id, parent_id=parent, pinned_number=pin)
        items.append(item)
        for n in range(random.choice((0, 1, 1, 2, 3, 10))):
            pin_here = n // 2 + 1 if n % 2 and random.random() < 0.3 else None
            made = make_attachment(item.id, random.choice(names), pinned_number=pin_here)
            attachments.append(made)
            pages = random.choice((0, 1, 1, 2, 14, 60))
            status = FileStatus.OK if pages else random.choice((FileStatus.DAMAGED, FileStatus.PASSWORD))
            renditions[made.rendition_key] = make_rendition(pages, source=made.source, status=status)
    return agenda(meeting, items, attachments, renditions)


def _depth(item: AgendaItem, items: Sequence[AgendaItem]) -> int:
    by_id = {i.id: i for i in items}
    depth = 1
    while item.parent_id:
        item, depth = by_id[item.parent_id], depth + 1
    return depth
