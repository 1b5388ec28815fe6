"""A packed folder is no paper: it is said what is in it, or why it cannot be opened. A job of the worker process."""

from __future__ import annotations

from typing import NoReturn

from kkr_desk.intake.conversion import Refused, Request
from kkr_desk.intake.unpacking.unpack import unpack
from kkr_desk.model import FileStatus, Notice
from kkr_desk.progress import Progress

PACKED = "file-packed"
"""The notice of a packed folder that can be opened."""
_MOST_NAMES = 10


def convert(request: Request, progress: Progress) -> NoReturn:
    """Refuse a packed folder, once it has been tried.

    Raises:
        Refused: ``file-packed`` names what can be attached instead; other notices say why it cannot be opened.
    """
    enclosed = unpack(
        request.path, request.name, request.kind, request.folder, password=request.password, progress=progress
    )
    names = [one.name for one in enclosed]
    listed = ", ".join([*names[:_MOST_NAMES], *(["…"] if len(names) > _MOST_NAMES else [])])
    facts = (("count", str(len(names))), ("files", listed))
    raise Refused(FileStatus.UNSUPPORTED, Notice(PACKED, facts))
