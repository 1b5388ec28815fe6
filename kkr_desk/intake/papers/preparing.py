"""A paper made ready for the program that converts it: looked through, and copied as the caseworker decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kkr_desk.intake.conversion import Request
from kkr_desk.intake.papers.package import Package
from kkr_desk.model import Notice, Particulars, Shown
from kkr_desk.progress import Progress


@dataclass(frozen=True, slots=True)
class Prepared:
    """A copy that may be given to an office program.

    Attributes:
        path: The copy, in the work folder; its ending is the kind's.
        notices: What the paper brings beside its text, and what of it is still to be decided.
        particulars: What it says of itself.
        show_comments: Whether the PDF is to show its comments.
    """

    path: Path
    notices: tuple[Notice, ...] = ()
    particulars: Particulars = field(default_factory=Particulars)
    show_comments: bool = False


def prepare(request: Request, progress: Progress) -> Prepared:
    """Look through a paper and copy it for conversion.

    Args:
        request: A file of the kind "docx", "xlsx", "pptx", "odt", "ods" or "odp"; it is not written to.
        progress: Told of the parts.

    Returns:
        The copy. Of a paper that brings nothing beside its text, every part is as it was, byte for byte.

    Raises:
        Refused: It is damaged, locked, too large or built as no Office program builds one.
        Cancelled: By `progress`.
    """
    progress.step(0, 0, "office-prepare")
    copy = request.folder / f"paper.{request.kind}"
    with Package(request.path) as package:
        package.check()
        package.write(copy)
    return Prepared(copy, show_comments=request.treatment.comments is Shown.SHOWN)
