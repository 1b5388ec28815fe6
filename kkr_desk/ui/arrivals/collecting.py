"""What was dropped is looked through before anything is attached: which files, where they go, and whether to ask."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from kkr_desk.intake.gathering import Found, gather, open_enclosing
from kkr_desk.intake.proposals import Proposal, propose
from kkr_desk.model import Attachment, ItemId, MeetingId
from kkr_desk.progress import Progress
from kkr_desk.store import Store
from kkr_desk.worker.work_folder import job_folder


@dataclass(frozen=True, slots=True)
class Collected:
    """Files that came, and where they would go.

    Attributes:
        found: The files, in the order of the proposals.
        proposals: Where each would go.
        is_plain: Whether they can go to the item they were dropped on without asking.
        is_opened: Whether some were in a folder, or were packed.
        room: What was unpacked; to be closed when the files were taken in, or are not wanted.
    """

    found: tuple[Found, ...]
    proposals: tuple[Proposal, ...]
    is_plain: bool
    is_opened: bool
    room: ExitStack = field(compare=False, repr=False)


def collect(
    store: Store, meeting_id: MeetingId, paths: Sequence[Path], at: ItemId | None, progress: Progress
) -> Collected:
    """Look through what was dropped; for the thread on which files arrive.

    Args:
        store: The store.
        meeting_id: The meeting whose agenda it was dropped on.
        paths: Files and folders.
        at: The item it was dropped on; None for none.
        progress: Told of the unpacking.

    Raises:
        UserError: As `gather` does, or the meeting is gone.
        Cancelled: By `progress`.
    """
    from kkr_desk.worker import Worker  # noqa: PLC0415  so that tests can give it another

    with ExitStack() as stack:
        room = stack.enter_context(ExitStack())
        unpacker = stack.enter_context(Worker())
        folder = room.enter_context(job_folder())
        found = gather(paths, folder, unpacker, progress, opens_mails=at is None)
        made = _collected(store, meeting_id, found, at, room.pop_all())
    is_opened = any(one.path not in paths for one in made.found)
    is_plain = at is not None and not is_opened and (len(paths) == 1 or _agree(made.proposals, store, at))
    return replace(made, is_plain=is_plain, is_opened=is_opened)


def collect_enclosed(store: Store, meeting_id: MeetingId, attachment: Attachment, progress: Progress) -> Collected:
    """Take out what a bilag encloses; it would go to the item of the bilag.

    Args:
        store: The store.
        meeting_id: Its meeting.
        attachment: The bilag.
        progress: Told of the work.

    Raises:
        UserError: ``nothing-enclosed``, or the meeting is gone.
        Cancelled: By `progress`.
    """
    from kkr_desk.worker import Worker  # noqa: PLC0415  likewise

    with ExitStack() as stack:
        room = stack.enter_context(ExitStack())
        unpacker = stack.enter_context(Worker())
        source, folder = store.content.path(attachment.source), room.enter_context(job_folder())
        found = open_enclosing(source, attachment.file_name, folder, unpacker, progress)
        return _collected(store, meeting_id, found, attachment.item_id, room.pop_all())


def _agree(proposals: Sequence[Proposal], store: Store, at: ItemId) -> bool:
    """Whether files that are put behind the attachments of an item come to what their names say."""
    agenda = store.agenda(store.item(at).meeting_id)
    next_number = 1 + max(
        (own.number for row in agenda.items if row.item.id == at for own in row.attachments), default=0
    )
    numbered = enumerate(proposals, next_number)
    return all(one.item == at and one.number in {None, number} for number, one in numbered)


def _collected(
    store: Store, meeting_id: MeetingId, found: Sequence[Found], at: ItemId | None, room: ExitStack
) -> Collected:
    """The files with their proposals; the room is closed where that fails."""
    with ExitStack() as stack:
        stack.push(room)
        proposals = propose([one.name for one in found], store.agenda(meeting_id), at=at)
        by_name = {one.name: one for one in found}
        files = tuple(by_name[one.file] for one in proposals)
        return Collected(files, proposals, is_plain=False, is_opened=True, room=stack.pop_all())
