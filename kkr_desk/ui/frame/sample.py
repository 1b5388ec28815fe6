"""The sample meeting, for whoever wants to see what the program does before they have a meeting of their own."""

from __future__ import annotations

from kkr_desk import meeting_file
from kkr_desk.intake.arrival import import_meeting
from kkr_desk.intake.inspector import Inspector
from kkr_desk.model import MeetingId
from kkr_desk.paths import resource
from kkr_desk.progress import Progress
from kkr_desk.store import Store


def take_in_sample(store: Store, inspector: Inspector, progress: Progress) -> MeetingId:
    """Import the sample meeting with its bilag; one operation, so that it can be undone."""
    sample = meeting_file.read(resource("sample/meeting.json"))
    return import_meeting(store, sample, inspector, progress).meeting.id
