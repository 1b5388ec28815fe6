"""The first meeting on the desk: the one most likely worked on, or the sample for whoever has none yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kkr_desk.model import Meeting, MeetingId
from kkr_desk.paths import resource
from kkr_desk.progress import Progress

if TYPE_CHECKING:
    from kkr_desk.intake.inspector import Inspector
    from kkr_desk.store import Store


def nearest(meetings: Sequence[Meeting], today: date | None = None) -> Meeting:
    """The meeting that is most likely worked on: the next that is to come, else the one that has been last.

    Args:
        meetings: At least one.
        today: A day of the user's calendar; today without one.
    """
    day = today or date.today()  # noqa: DTZ011  the day on the user's calendar
    here = [meeting for meeting in meetings if not meeting.archived] or meetings
    coming = [meeting for meeting in here if meeting.date >= day]
    return min(coming, key=lambda m: m.date) if coming else max(here, key=lambda m: m.date)


def take_in_sample(store: Store, inspector: Inspector, progress: Progress) -> MeetingId:
    """Import the sample meeting with its bilag; one operation, so that it can be undone."""
    from kkr_desk import meeting_file  # noqa: PLC0415  once in a program's life
    from kkr_desk.intake.arrival import import_meeting  # noqa: PLC0415  likewise

    sample = meeting_file.read(resource("sample/meeting.json"))
    return import_meeting(store, sample, inspector, progress).meeting.id
