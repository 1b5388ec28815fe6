"""What the rows of a meeting and the files are known by."""

from __future__ import annotations

from typing import NewType

MeetingId = NewType("MeetingId", str)
ItemId = NewType("ItemId", str)
AttachmentId = NewType("AttachmentId", str)
AttendeeId = NewType("AttendeeId", str)
FollowUpId = NewType("FollowUpId", str)
EditionId = NewType("EditionId", str)
SignOffId = NewType("SignOffId", str)
CouncilId = NewType("CouncilId", str)
Sha256 = NewType("Sha256", str)
"""SHA-256 of a file's bytes, 64 lower-case hexadecimal digits."""
