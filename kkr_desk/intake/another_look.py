"""A file that is in the store is looked at again because somebody asks for it: with its password, or another time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kkr_desk.intake.course import Incoming
from kkr_desk.model import Attachment, FileStatus, Rendition
from kkr_desk.progress import Progress
from kkr_desk.store import Store

if TYPE_CHECKING:
    from kkr_desk.intake.inspector import Inspector


def look_again(
    store: Store, attachment: Attachment, inspector: Inspector, progress: Progress, *, password: str = ""
) -> Rendition:
    """Look at an attachment's file again; needs no operation, since no row of a meeting changes.

    Args:
        store: The store.
        attachment: Whose file, and how it is to be treated.
        inspector: Looks at it.
        progress: Told of the work.
        password: Opens it; used once and kept nowhere. Where it does not, what is known of the file stays as it was.

    Returns:
        What came of it, with pages.

    Raises:
        UserError: ``file-missing`` or ``file-unreadable``.
        EnvironmentFault: The store could not be written to.
        Cancelled: By `progress`.
    """
    source, content = attachment.source, store.content
    progress.step(0, 1, attachment.file_name)
    path = content.path(source)
    file = Incoming(path, source, attachment.file_name, attachment.treatment, password, progress, content.add)
    seen = inspector.inspect(file)
    if not (password and seen.status is FileStatus.PASSWORD):
        store.save_rendition(seen)
    return seen
