"""How long the page plan of a meeting with 500 attachments takes; run as a process of its own, prints JSON.

`cold`: the first plan, the font read from disk, no title measured before. `warm`: the plan after an item was moved, as
the window makes it while a bilag is dragged.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Sequence
from datetime import date

from kkr_desk.model import (
    Agenda,
    AgendaItem,
    Attachment,
    AttachmentId,
    FileStatus,
    ItemId,
    Meeting,
    MeetingId,
    Rendition,
    RenditionKey,
    Sha256,
)
from kkr_desk.numbering import agenda
from kkr_desk.plan import make_plan

ATTACHMENTS = 500
PER_ITEM = 5
TITLES = (
    "Notat om organisering af botilbud",
    "Oversigt over udviklingsprogrammets formål og de tre fælleskommunale principper",
    "Socialtilsyn Østs årsrapport 2023 endelig version",
)


def rows() -> tuple[list[AgendaItem], list[Attachment], dict[RenditionKey, Rendition]]:
    """Items with five attachments each, no two titles alike."""
    items, attachments, renditions = [], [], {}
    for n in range(ATTACHMENTS):
        if n % PER_ITEM == 0:
            items.append(AgendaItem(ItemId(f"{n:04}"), MeetingId("m"), None, f"{n:04}", f"{TITLES[1]} {n}"))
        source = Sha256(f"{n:064x}")
        title = f"{TITLES[n % len(TITLES)]} {n}"
        attachments.append(Attachment(AttachmentId(f"{n:04}"), items[-1].id, f"{n:04}", title, "a.pdf", source))
        renditions[attachments[-1].rendition_key] = Rendition(source, FileStatus.OK, source, 1 + n % 30)
    return items, attachments, renditions


def moved(agenda_now: Agenda, step: int) -> Agenda:
    """The same agenda with its items turned round by so many places."""
    step %= len(agenda_now.items)
    return Agenda(agenda_now.meeting, (*agenda_now.items[step:], *agenda_now.items[:step]))


def milliseconds(agendas: Sequence[Agenda]) -> list[float]:
    """What planning each took, imports of the measuring font included in the first."""
    times = []
    for one in agendas:
        start = time.perf_counter()
        from kkr_desk.typeface.widths import measure  # noqa: PLC0415  loading it is part of what is measured

        make_plan(one, measure)
        times.append((time.perf_counter() - start) * 1000)
    return times


def main() -> None:
    """Measure and print."""
    meeting = Meeting(MeetingId("m"), "KKR", date(2026, 9, 18), "Indholdsfortegnelse - Bilag")
    start = time.perf_counter()
    numbered = agenda(meeting, *rows())
    numbering = (time.perf_counter() - start) * 1000
    cold, *warm = milliseconds([moved(numbered, n) for n in range(30)])
    opened = sorted(name for name in ("pikepdf", "pypdfium2") if name in sys.modules)
    if opened:
        raise SystemExit(f"planning loaded {opened}")
    json.dump({"cold": cold, "warm": statistics.median(warm), "numbering": numbering}, sys.stdout)


if __name__ == "__main__":
    main()
