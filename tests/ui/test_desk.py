"""The desk: what the panes read and write by, and what they hear of it."""

from __future__ import annotations

from kkr_desk.model import FileStatus
from kkr_desk.ui.desk import Desk
from tests.ui.desks import DAMAGED, item_of, snapshot_of


def test_the_meeting_is_on_the_desk(desk: Desk) -> None:
    numbers = [row.number for row in snapshot_of(desk).agenda.items]
    assert numbers == ["1", "2", "2.1", "2.2", "3"]
    assert snapshot_of(desk).plan.total_pages == 12
    last = item_of(desk, "2.2").attachments[-1]
    assert (last.attachment.title, last.rendition.status) == (DAMAGED, FileStatus.DAMAGED)
