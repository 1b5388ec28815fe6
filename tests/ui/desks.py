"""A desk to work at: a small real store, and waiting until the window has nothing more to do."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QTimer

from kkr_desk.intake.looking import inspect_file
from kkr_desk.model import Meeting, MeetingId, NumberedItem, Sha256, TextKind
from kkr_desk.progress import NullProgress
from kkr_desk.store import Store
from kkr_desk.ui.desk import Desk, Snapshot
from tests.intake.papers import simple

COUNCIL = "KKR Midtsjælland"
DAY = date(2026, 9, 18)
PATIENCE = 20_000
"""Milliseconds that the slowest machine may take."""

PAPERS = (
    ("Faktaark om sundhedsrådet", "faktaark-sundhedsraad.pdf", 1),
    ("Notat om nære sundhedstilbud", "notat_naere_sundhedstilbud.pdf", 3),
    ("Landstal og kommunekvoter 2027", "kommunekvoter-2027.pdf", 2),
)
"""Title, file name and pages of the meeting's sound attachments; the first two belong to item 2.1, the last to 2.2."""

DAMAGED = "Høringssvar fra handicaprådene"
"""Title of the attachment that cannot be included: Bilag 2 of item 2.2."""


def make_store(folder: Path, work: Path) -> None:
    """A store with one meeting: sections 1 "Velkomst …", 2 "Temaer …" with items 2.1 and 2.2, 3 "Eventuelt".

    Three sound attachments (6 pages) and a damaged one, inspected as the program does, and texts of item 2.1.

    Args:
        folder: The store's, not there yet.
        work: Where files may be made.
    """
    with Store.open(folder, who="abk") as store:
        renditions = [take_in(store, simple(work, name, pages, title)) for title, name, pages in PAPERS]
        broken = work / "hoeringssvar.pdf"
        broken.write_bytes(b"%PDF-1.7\nit ends here")
        damaged = take_in(store, broken)
        with store.operation("Importér mødet 18. september 2026"):
            meeting = store.add_meeting(COUNCIL, DAY, "Indholdsfortegnelse - Bilag", time="9.30", place="Ringsted")
            _write_items(store, meeting, [*renditions, damaged])


def take_in(store: Store, file: Path) -> Sha256:
    """Copy a file into the store and keep what inspecting it finds; its content's hash."""
    source = store.content.add(file)
    draw = True
    store.save_rendition(inspect_file(file, source, file.name, 100, draw, progress=NullProgress()))
    return source


def _write_items(store: Store, meeting: Meeting, sources: list[Sha256]) -> None:
    add = partial(store.add_item, meeting.id)
    add("Velkomst og godkendelse af dagsorden")
    themes = add("Temaer og sager til drøftelse")
    add("Eventuelt")
    health = add(
        "Nærhed og sammenhæng i det nye sundhedsråd",
        parent_id=themes.id,
        case_type="Temadrøftelse",
        case_number="SAG-2026-00413",
        caseworker="abk",
    )
    refugees = add("Fordeling af flygtninge 2027", parent_id=themes.id, case_type="Orienteringssag")
    store.write_text(health.id, TextKind.BACKGROUND, "<p>Sundhedsrådet træder i kraft <b>1. januar 2027</b>.</p>")
    store.write_text(health.id, TextKind.RECOMMENDATION, "<p>Det indstilles, at KKR drøfter notatet.</p>")
    for item, (title, name, _), source in zip((health, health, refugees), PAPERS, sources, strict=False):
        store.add_attachment(item.id, title, name, source)
    store.add_attachment(refugees.id, DAMAGED, "hoeringssvar.pdf", sources[-1])


def only_meeting(desk: Desk) -> MeetingId:
    """The id of the store's one meeting, read as the window reads."""
    found: list[MeetingId] = []
    desk.read(desk, lambda store: store.meetings()[0].id, found.append)
    settle(desk)
    return found[0]


def snapshot_of(desk: Desk) -> Snapshot:
    """The open meeting as it stands; fails when none is open."""
    assert desk.snapshot is not None, "no meeting is open"
    return desk.snapshot


def item_of(desk: Desk, number: str) -> NumberedItem:
    """The open meeting's item of a number."""
    return next(row for row in snapshot_of(desk).agenda.items if row.number == number)


def settle(desk: Desk) -> None:
    """Let the window work until every job is dealt with, what their results set off included."""
    too_late = QDeadlineTimer(PATIENCE)
    while _is_busy(desk):
        assert not too_late.hasExpired(), "jobs are still under way"
        loop = QEventLoop()
        desk.jobs.idle_changed.connect(loop.quit)
        QTimer.singleShot(50, loop.quit)
        loop.exec()


def _is_busy(desk: Desk) -> bool:
    """Whether a job is under way once everything that has arrived is dealt with."""
    QCoreApplication.processEvents()
    return not desk.jobs.idle


def free_widgets() -> None:
    """Delete what was left to be deleted later, as the event loop of the program would."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
