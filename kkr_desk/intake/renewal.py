"""Files that were looked at in an earlier way are looked at again, before what is known of them is used.

What is known of a file depends on how it was looked at (`kkr_desk.model.INSPECTION`). A store keeps it for years, so
after an upgrade it may lack what the collection is made from now, or say it in another way: it is never exported by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kkr_desk.errors import UserError
from kkr_desk.model import Agenda, MeetingId, Sha256
from kkr_desk.progress import Progress, Share
from kkr_desk.store import Store

if TYPE_CHECKING:
    from kkr_desk.intake.inspector import Inspector


def outdated(agenda: Agenda) -> dict[Sha256, str]:
    """The files of a meeting that must be looked at again, and what each is called."""
    every = (own for item in agenda.items for own in item.attachments)
    return {own.attachment.source: own.attachment.file_name for own in every if own.rendition.is_outdated}


def renew(store: Store, meeting_id: MeetingId, inspector: Inspector, progress: Progress) -> tuple[Sha256, ...]:
    """Look again at the files of a meeting that need it; needs no operation, since no row of the meeting changes.

    Each is kept as soon as it is done, so that work which is cancelled goes on where it was. One whose content is
    lost stays as it is; whoever uses it says so.

    Args:
        store: The store.
        meeting_id: The meeting.
        inspector: Looks at the files.
        progress: Told of the work done on the files' bytes, of all of it.

    Returns:
        The files that were looked at.

    Raises:
        UserError: ``meeting-gone``.
        EnvironmentFault: The store could not be written to.
        Cancelled: By `progress`.
    """
    files = outdated(store.agenda(meeting_id))
    sizes = {source: _size(store, source) for source in files}
    renewed, start, total = [], 0, sum(sizes.values())
    for source, name in files.items():
        progress.step(start, total, name)
        looking = Share(progress, start, sizes[source], total, name)
        if _look_again(store, source, name, inspector, looking):
            renewed.append(source)
        start += sizes[source]
    return tuple(renewed)


def _look_again(store: Store, source: Sha256, name: str, inspector: Inspector, progress: Progress) -> bool:
    try:
        rendition = inspector.inspect(store.content.path(source), source, progress, name=name)
    except UserError as error:
        if error.code not in {"file-missing", "file-unreadable"}:
            raise
        return False
    store.save_rendition(rendition)
    return True


def _size(store: Store, source: Sha256) -> int:
    """A file's length in bytes, at least 1 so that each counts in the progress."""
    path = store.content.path(source)
    return max(path.stat().st_size, 1) if path.is_file() else 1
