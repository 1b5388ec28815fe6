"""Agendas to move about in: as values, as they are drawn, and as strategies."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from kkr_desk.index import Weight
from kkr_desk.model import Agenda, AgendaItem, Attachment, FileStatus, Rendition, RenditionKey
from kkr_desk.numbering import agenda as numbered
from kkr_desk.plan import Plan, make_plan
from kkr_desk.ui.agenda.rows import Outline, RowKey, RowKind, outline
from tests.factory import make_attachment, make_item, make_meeting, make_rendition

Tree = tuple[str, int, list["Tree"]]
"""An item: its title, how many attachments it has, and the items under it."""

AGENDA: list[Tree] = [
    ("Velkomst", 0, []),
    ("Temaer", 0, [("Sundhed", 2, []), ("Flygtninge", 3, []), ("Klima", 0, [])]),
    ("Eventuelt", 0, [("Siden sidst", 1, [])]),
]
"""1 Velkomst, 2 Temaer, 2.1 Sundhed (2 bilag), 2.2 Flygtninge (3), 2.3 Klima, 3 Eventuelt, 3.1 Siden sidst (1)."""


def measure(text: str, weight: Weight, size: float) -> float:
    """Every character half as wide as high."""
    return len(text) * size / 2


def make_tree(trees: list[Tree], *, issued: bool = False, pages: Callable[[int], int] = lambda n: 1 + n % 3) -> Agenda:
    """An agenda; items and attachments are known by their titles, "Sundhed" and "Sundhed/1"."""
    items: list[AgendaItem] = []
    attachments: list[Attachment] = []
    renditions: dict[RenditionKey, Rendition] = {}
    meeting = make_meeting(issued=issued)

    def add(trees: list[Tree], parent: str | None) -> None:
        for title, count, under in trees:
            items.append(make_item(title, id=title, meeting_id=meeting.id, parent_id=parent))
            for n in range(1, count + 1):
                name = f"{title}/{n}"
                attachments.append(make_attachment(title, name, id=name))
                source, length = attachments[-1].source, pages(len(attachments))
                status = FileStatus.OK if length else FileStatus.DAMAGED
                renditions[attachments[-1].rendition_key] = make_rendition(length, source=source, status=status)
            add(under, title)

    add(trees, None)
    return numbered(meeting, items, attachments, renditions)


def plan_of(agenda: Agenda) -> Plan:
    return make_plan(agenda, measure)


def rows_of(agenda: Agenda) -> Outline:
    return outline(plan_of(agenda))


def key(name: str) -> RowKey:
    """The row of a title."""
    return RowKey(RowKind.ATTACHMENT if "/" in name else RowKind.ITEM, name)


def drawn(of: Outline) -> list[str]:
    """The rows as somebody would draw them: "2.1 Sundhed", "  Bilag 1: Sundhed/1"."""
    return [
        "  " * (row.level - 1) + (f"{row.number} {row.title}" if row.is_item else f"[{row.number}] {row.title}")
        for row in of.rows.values()
    ]


@st.composite
def trees(draw: st.DrawFn, *, depth: int = 3) -> list[Tree]:
    """Agendas of up to twenty items, titled a, b, c …"""
    letters = iter("abcdefghijklmnopqrstuvwxyz")

    def some(level: int) -> list[Tree]:
        made: list[Tree] = []
        for _ in range(draw(st.integers(0, 3))):
            title = next(letters, "")
            if title:
                made.append((title, draw(st.integers(0, 3)), some(level + 1) if level < depth else []))
        return made

    return some(1)
