"""What the worker process does with a file: say what it is, look at it when it is a PDF, make one when it is not.

The functions are jobs of `kkr_desk.worker`. This module is loaded by the window's process too, which names the jobs; so
what reads PDFs, pictures and papers is imported only when a job runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kkr_desk.errors import UserError
from kkr_desk.intake.conversion import Refused, Request, converter_of
from kkr_desk.intake.kind import EMPTY, GARBLED, PDF, kind_of
from kkr_desk.intake.refusal import refusal
from kkr_desk.model import FileStatus, Notice, Particulars, Rendition, Sha256
from kkr_desk.progress import Progress

_STATUS = {EMPTY: FileStatus.EMPTY, GARBLED: FileStatus.DAMAGED}
"""What comes of kinds that no converter could do anything with."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What came of making a PDF.

    Attributes:
        status: `FileStatus.OK` when there is one.
        pdf: The PDF; None without one.
        notices: What to tell the caseworker: of the making, or why nothing was made.
        particulars: What the file says of itself.
    """

    status: FileStatus
    pdf: Path | None
    notices: tuple[Notice, ...]
    particulars: Particulars = field(default_factory=Particulars)


def inspect_file(
    path: Path,
    source: Sha256,
    name: str,
    most_pages: int,
    draw: bool,  # noqa: FBT001  the worker passes arguments by position
    *,
    progress: Progress,
) -> Rendition:
    """Look at a file in this process: what it is, and if it is a PDF, at every page.

    Args:
        path: The file.
        source: SHA-256 of its bytes.
        name: What it was called when it came.
        most_pages: Longest PDF that is taken.
        draw: Whether to draw the pages' edges.
        progress: Told of every page.

    Returns:
        The rendition of a PDF; of another file that it cannot be included as it is.

    Raises:
        UserError: ``file-unreadable``.
    """
    try:
        kind = kind_of(path, name)
    except OSError as error:
        raise UserError("file-unreadable", file=name, reason=error.strerror or type(error).__name__) from error
    if kind != PDF:
        return Rendition(source, _STATUS.get(kind, FileStatus.UNSUPPORTED), kind=kind, warnings=(refusal(kind),))
    from kkr_desk.intake.inspection import inspect_pdf  # noqa: PLC0415  only in the worker: see the module's docstring

    return inspect_pdf(path, source, most_pages, draw=draw, progress=progress)


def convert_file(request: Request, *, progress: Progress) -> Converted:
    """Make a PDF of a file in this process.

    Args:
        request: The file and what is wished for it.
        progress: Told of the work.

    Raises:
        EnvironmentFault: An outside program took too long or died, or the disk is full.
        Cancelled: By `progress`.
    """
    convert = converter_of(request.kind)
    if convert is None:
        return Converted(FileStatus.UNSUPPORTED, None, (refusal(request.kind),))
    try:
        made = convert(request, progress)
    except Refused as refused:
        return Converted(refused.status, None, (refused.notice,))
    return Converted(FileStatus.OK, made.pdf, made.notices, made.particulars)
