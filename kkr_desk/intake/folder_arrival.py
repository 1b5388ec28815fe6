"""A folder is attached without asking: every file whose name tells its item, and the others are named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kkr_desk.errors import KkrDeskError
from kkr_desk.intake.arrival import Arrived, Attached, arrive
from kkr_desk.intake.course import Wanted
from kkr_desk.intake.gathering import Found, gather
from kkr_desk.intake.inspector import Inspector
from kkr_desk.intake.placing import Placed, write_placed
from kkr_desk.intake.proposals import Proposal, propose
from kkr_desk.model import MeetingId
from kkr_desk.progress import Progress
from kkr_desk.store import Store
from kkr_desk.worker import Worker
from kkr_desk.worker.work_folder import job_folder


@dataclass(frozen=True, slots=True)
class FolderAttached:
    """What came of a folder.

    Attributes:
        attached: The attachments that were written.
        unclear: Files whose names do not tell where they belong, or whose number is taken; they were not read.
        failed: Files that could not be read, and why.
    """

    attached: tuple[Attached, ...]
    unclear: tuple[Proposal, ...]
    failed: tuple[tuple[Proposal, KkrDeskError], ...]


def attach_folder(
    store: Store, meeting_id: MeetingId, folder: Path, inspector: Inspector, progress: Progress
) -> FolderAttached:
    """Attach the files of a folder to the items that their names tell, in one operation.

    Args:
        store: The store; no operation is open.
        meeting_id: The meeting.
        folder: The folder, or a packed one.
        inspector: Looks at the files.
        progress: Told of the work.

    Raises:
        UserError: ``folder-empty``, ``too-many-files`` or ``meeting-gone``; nothing was written.
        EnvironmentFault: The store could not be written to; no row was written.
        Cancelled: No row was written.
    """
    with job_folder() as work, Worker() as unpacker:
        found = gather([folder], work, unpacker, progress)
        proposals = propose([one.name for one in found], store.agenda(meeting_id))
        clear = [one for one in proposals if one.is_clear]
        placed, failed = _taken_in(store, clear, {one.name: one for one in found}, inspector, progress)
    with store.operation(f"Vedhæft {len(placed)} bilag fra {folder.name}"):
        attached = write_placed(store, meeting_id, placed)
    return FolderAttached(attached, tuple(one for one in proposals if not one.is_clear), failed)


def _taken_in(
    store: Store, clear: list[Proposal], found: dict[object, Found], inspector: Inspector, progress: Progress
) -> tuple[list[Placed], tuple[tuple[Proposal, KkrDeskError], ...]]:
    outcomes = dict(arrive(store, [Wanted(found[one.file].path) for one in clear], inspector, progress))
    placed, failed = [], []
    for place, proposal in enumerate(clear):
        outcome = outcomes[place]
        if proposal.item is None or not isinstance(outcome, Arrived):
            failed.append((proposal, outcome))
        else:
            arrived = replace(outcome, title=proposal.title, file_name=proposal.file.name)
            placed.append(Placed(proposal.item, proposal.number, arrived))
    return placed, tuple((one, error) for one, error in failed if isinstance(error, KkrDeskError))
