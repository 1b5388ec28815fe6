"""What differs between a meeting here and the same meeting in a file, item by item, and who has changed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kkr_desk.errors import UserError
from kkr_desk.model import Agenda, ItemId, NumberedItem
from kkr_desk.numbering import agenda
from kkr_desk.store.attachments import read_attachments
from kkr_desk.store.connection import Connection
from kkr_desk.store.editions import read_given
from kkr_desk.store.meeting_exchange.form import ROWS, Rows, Values
from kkr_desk.store.meeting_exchange.history import (
    ChangedBy,
    PastStates,
    changed_by,
    meeting_fields,
    read_history,
    same_state,
)
from kkr_desk.store.meeting_exchange.reading import MeetingCopy
from kkr_desk.store.meeting_exchange.rows import read_rows
from kkr_desk.store.meetings import read_items, read_meeting
from kkr_desk.store.renditions import read_renditions

_OF_NO_ITEM = frozenset({"meeting", "attendee", "edition", "edition_file", "sign_off"})
"""Tables whose rows are chosen with the meeting itself."""


class Side(StrEnum):
    """Whose an item is to be."""

    OURS = "ours"
    """As it is here."""
    THEIRS = "theirs"
    """As it is in the file."""
    EACH = "each"
    """Of each part the one that was changed: the two have changed different parts."""


@dataclass(frozen=True, slots=True)
class RowDifference:
    """One row that is not the same here and in the file.

    Attributes:
        table: One of `form.ROWS`.
        id: The row's.
        ours: As it is here; None where it is not.
        theirs: As it is in the file; None where it is not.
        changed_by: Who has changed it since both were the same.
    """

    table: str
    id: str
    ours: Values | None
    theirs: Values | None
    changed_by: ChangedBy


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An agenda item that is not the same here and in the file, or the meeting's own fields.

    Attributes:
        item: The item's id; None for the meeting itself, with its attendance and what was sent out.
        ours: The item as it is here; None where it is not, and for the meeting itself.
        theirs: The item as it is in the file; likewise.
        rows: Its rows that differ: the item's own, its texts, its attachments, its decision and follow-ups.
    """

    item: ItemId | None
    ours: NumberedItem | None
    theirs: NumberedItem | None
    rows: tuple[RowDifference, ...]

    @property
    def changed_by(self) -> ChangedBy:
        """Who has changed it."""
        who = {row.changed_by for row in self.rows}
        return who.pop() if len(who) == 1 else ChangedBy.BOTH

    @property
    def sides(self) -> tuple[Side, ...]:
        """What can be chosen."""
        is_whole = self.item is None or (self.ours is not None and self.theirs is not None)
        who = {row.changed_by for row in self.rows}
        if is_whole and who == {ChangedBy.OURS, ChangedBy.THEIRS}:
            return Side.OURS, Side.THEIRS, Side.EACH
        return Side.OURS, Side.THEIRS

    @property
    def default(self) -> Side:
        """What the history suggests; ours where both have changed the same."""
        if Side.EACH in self.sides:
            return Side.EACH
        return Side.THEIRS if self.changed_by is ChangedBy.THEIRS else Side.OURS

    def taken(self, side: Side) -> tuple[RowDifference, ...]:
        """The rows that become theirs when a side is chosen; one that cannot be chosen takes nothing."""
        if side not in self.sides or side is Side.OURS:
            return ()
        return tuple(row for row in self.rows if side is Side.THEIRS or row.changed_by is ChangedBy.THEIRS)


@dataclass(frozen=True, slots=True)
class Differences:
    """All that differs.

    Attributes:
        ours: The meeting as it is here; None when it is not.
        theirs: The meeting as it is in the file.
        items: The meeting itself where it differs, then items in the order of the agenda.
        our_rows: The meeting's rows here.
    """

    ours: Agenda | None
    theirs: Agenda
    items: tuple[ItemDifference, ...]
    our_rows: Rows


def compare(connection: Connection, copy: MeetingCopy) -> Differences:
    """Hold a meeting of the store against a file's.

    Args:
        connection: The store's connection.
        copy: The file's.

    Raises:
        UserError: ``meeting-file-clash``: an item of it is here, but in another meeting.
    """
    with connection.snapshot():
        our_rows = read_rows(connection, copy.meeting_id)
        _refuse_clash(connection, copy)
        if not our_rows["meeting"]:
            return Differences(None, copy.agenda, (), our_rows)
        ours = _agenda(connection, copy)
        elsewhere = _elsewhere(connection, copy, our_rows)
        rows = _differing(connection, copy, our_rows, elsewhere)
    return Differences(ours, copy.agenda, _by_item(rows, ours, copy.agenda), our_rows)


def _refuse_clash(connection: Connection, copy: MeetingCopy) -> None:
    for row in copy.rows["item"]:
        found = connection.row("SELECT meeting_id FROM item WHERE id = ?", (row,))
        if found is not None and found[0] != copy.meeting_id:
            raise UserError("meeting-file-clash", file=copy.file.name)


def _elsewhere(connection: Connection, copy: MeetingCopy, ours: Rows) -> set[str]:
    """Attachments of the file that have moved to another meeting here: they stay there."""
    others = copy.rows["attachment"].keys() - ours["attachment"].keys()
    return {row for row in others if connection.row("SELECT 1 FROM attachment WHERE id = ?", (row,))}


def _agenda(connection: Connection, copy: MeetingCopy) -> Agenda:
    meeting = read_meeting(connection, copy.meeting_id)
    items, attachments = read_items(connection, meeting.id), read_attachments(connection, meeting.id)
    return agenda(
        meeting, items, attachments, read_renditions(connection, meeting.id), read_given(connection, meeting.id)
    )


def _differing(connection: Connection, copy: MeetingCopy, ours: Rows, elsewhere: set[str]) -> tuple[RowDifference, ...]:
    fields = meeting_fields(connection)
    pairs = [
        (table, row, ours[table].get(row), copy.rows[table].get(row))
        for table in ROWS
        for row in sorted(ours[table].keys() | copy.rows[table].keys())
        if not (table == "attachment" and row in elsewhere)
    ]
    pairs = [pair for pair in pairs if not _is_same(pair[0], pair[2], pair[3], fields[pair[0]])]
    if not pairs:
        return ()
    asked = {(table, row) for table, row, _, _ in pairs}
    our_past = PastStates(read_history(connection, copy.meeting_id), fields, asked)
    their_past = PastStates(copy.history, fields, asked)
    return tuple(
        RowDifference(table, row, mine, yours, changed_by(table, row, mine, yours, our_past, their_past))
        for table, row, mine, yours in pairs
    )


def _is_same(table: str, ours: Values | None, theirs: Values | None, fields: Values) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return same_state(table, ours, fields) == same_state(table, theirs, fields)


def _by_item(rows: tuple[RowDifference, ...], ours: Agenda, theirs: Agenda) -> tuple[ItemDifference, ...]:
    here: Mapping[str, NumberedItem] = {row.item.id: row for row in ours.items}
    there: Mapping[str, NumberedItem] = {row.item.id: row for row in theirs.items}
    grouped: defaultdict[str, list[RowDifference]] = defaultdict(list)
    for row in rows:
        grouped[_home(row, here)].append(row)
    return tuple(
        ItemDifference(ItemId(key) if key else None, here.get(key), there.get(key), tuple(grouped[key]))
        for key in _in_order(ours, theirs)
        if key in grouped
    )


def _home(row: RowDifference, here: Mapping[str, NumberedItem]) -> str:
    """The item that a row is chosen with; "" for the meeting. An attachment that moved belongs to where it is here."""
    if row.table in _OF_NO_ITEM:
        return ""
    if row.table == "item":
        return row.id
    homes = [str(side["item_id"]) for side in (row.ours, row.theirs) if side is not None]
    return next((home for home in homes if home in here), homes[0])


def _in_order(ours: Agenda, theirs: Agenda) -> Iterator[str]:
    """The meeting itself, then every item of both, each of theirs alone behind what it stands behind there."""
    order: list[str] = [row.item.id for row in ours.items]
    before = -1
    for row in theirs.items:
        if row.item.id in order:
            before = order.index(row.item.id)
        else:
            before += 1
            order.insert(before, row.item.id)
    yield ""
    yield from order
