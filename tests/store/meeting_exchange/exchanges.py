"""Handing meetings to and fro between two stores."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from kkr_desk.intake.looking import inspect_file
from kkr_desk.model import (
    AcceptedFinding,
    Decision,
    ItemId,
    Meeting,
    MeetingId,
    Reservation,
    Sha256,
    TextKind,
)
from kkr_desk.progress import NullProgress, Progress
from kkr_desk.store import Store
from kkr_desk.store.meeting_exchange.differences import Differences, ItemDifference, Side
from kkr_desk.store.meeting_exchange.form import Rows
from kkr_desk.store.meeting_exchange.reading import MeetingCopy, read_copy
from kkr_desk.store.meeting_exchange.rows import read_rows
from kkr_desk.store.meeting_exchange.taking import Sides
from tests.store.rows import full_meeting

Choose = Callable[[Differences], Sides]


def suggested(differences: Differences) -> Sides:
    """What the history suggests."""
    return {item.item: item.default for item in differences.items}


def all_of(side: Side) -> Choose:
    """One side for everything."""
    return lambda differences: {item.item: side for item in differences.items}


def rich_meeting(store: Store) -> Meeting:
    """A meeting with sections, items, texts and attachments of which the store knows everything."""
    meeting = full_meeting(store)
    items = {row.number: row.item for row in store.agenda(meeting.id).items}
    with store.operation("Skriv tekster"):
        store.write_text(items["2.1"].id, TextKind.BACKGROUND, "<p>Sundhed for alle</p>")
        store.write_text(items["2.1"].id, TextKind.DECISION, "<p>Tiltrådt</p>")
        store.change_item(items["2.2"].id, case_type="Orienteringssag", caseworker="abk", pinned_number="2.4")
        store.change_meeting(meeting.id, time="9.30", place="Ringsted")
        (own, *_) = (row.attachment for item in store.agenda(meeting.id).items for row in item.attachments)
        store.change_attachment(own.id, language="sv-SE")
        store.write_alternate_text(own.id, "figure:1", "Søjler »over« alle")
    with store.operation("Beslut"):
        store.write_decision(Decision(items["2.1"].id, "Godkendt", (Reservation("Lemvig", "forbehold"),), "9.40"))
        row = store.add_attendee(meeting.id, "Mette Holm", municipality="Roskilde", party="A")
        store.change_attendee(row.id, leaves_at=items["2.2"].id)
        store.add_follow_up(items["2.1"].id, "Skriv til ministeriet", who="abk", due=date(2025, 4, 1))
        store.sign_off(meeting.id, [AcceptedFinding(own.id, 1, "cpr", own.source)])
    return store.meeting(meeting.id)


def hand_over(giver: Store, meeting_id: MeetingId, taker: Store, file: Path, choose: Choose = suggested) -> Differences:
    """Save a meeting in one store and open it in another; what was found to differ there."""
    giver.save_meeting(meeting_id, file)
    return take_in(taker, file, choose)


def take_in(store: Store, file: Path, choose: Choose = suggested, progress: Progress | None = None) -> Differences:
    """Open a meeting file as window and command line do."""
    copy = read_copy(file, progress or NullProgress())
    differences = store.compare(copy)
    sides = choose(differences)
    store.take_content(copy, store.content_wanted(copy, differences, sides), progress)
    store.take_meeting(copy, sides, f"Åbn mødefil {file.name}")
    return differences


def compare(store: Store, file: Path) -> tuple[MeetingCopy, Differences]:
    """What differs, without taking anything."""
    copy = read_copy(file, NullProgress())
    return copy, store.compare(copy)


def rows(store: Store, meeting_id: MeetingId) -> Rows:
    """Every row of a meeting, but for what each keeps as they like."""
    found = {table: dict(each) for table, each in read_rows(store._connection, meeting_id).items()}
    found["meeting"] = {row: {**values, "archived": 0} for row, values in found["meeting"].items()}
    return found


def item_named(store: Store, meeting_id: MeetingId, title: str) -> ItemId:
    """The item of a title."""
    return next(row.item.id for row in store.agenda(meeting_id).items if row.item.title == title)


def look_at(store: Store, file: Path) -> Sha256:
    """Take a file's content in with what inspecting it finds."""
    source = store.content.add(file)
    draw = True
    store.save_rendition(inspect_file(file, source, file.name, 10, draw, progress=NullProgress()))
    return source


def courses(differences: Differences) -> dict[str, str]:
    """Who has changed what, by title of the item, "" for the meeting."""
    return {_title(item): item.changed_by.value for item in differences.items}


def _title(item: object) -> str:
    row = getattr(item, "ours", None) or getattr(item, "theirs", None)
    return row.item.title if row else ""


class Pair:
    """Two stores that have the same meeting, and the file between them."""

    def __init__(self, here: Store, there: Store, folder: Path) -> None:
        self.here, self.there, self.folder = here, there, folder
        self.files = 0
        if not here.meetings():
            hand_over(here, rich_meeting(here).id, there, self.file())
        self.meeting: Meeting = here.meetings()[0]

    @property
    def id(self) -> MeetingId:
        return self.meeting.id

    def file(self) -> Path:
        self.files += 1
        return self.folder / f"møde {self.files}.kkr"

    def item(self, title: str) -> ItemId:
        return item_named(self.here, self.id, title)

    def change_here(self, change: Callable[[Store], object]) -> None:
        with self.here.operation("Ret her"):
            change(self.here)

    def change_there(self, change: Callable[[Store], object]) -> None:
        with self.there.operation("Ret der"):
            change(self.there)

    def come_back(self, choose: Choose = suggested) -> Differences:
        """The colleague's file is opened here."""
        return hand_over(self.there, self.id, self.here, self.file(), choose)

    def differences(self) -> Differences:
        file = self.file()
        self.there.save_meeting(self.id, file)
        return compare(self.here, file)[1]

    def only(self) -> ItemDifference:
        (one,) = self.differences().items
        return one

    def titles(self, store: Store) -> list[str]:
        return [f"{row.number} {row.item.title}" for row in store.agenda(self.id).items]
