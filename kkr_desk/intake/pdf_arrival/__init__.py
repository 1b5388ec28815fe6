"""A PDF that cannot be taken as it came is opened: unlocked, mended, shown, its comments left out, its scans read.

`convert` is called when looking at the file (`kkr_desk.intake.inspection`) found that it is locked or broken, that it
was mended while it was read, that it has fields which no look can be made for, or when the caseworker wants its
comments left out or its scans searchable. A sound PDF never comes here, so it costs nothing.
"""

from __future__ import annotations

from dataclasses import replace

from kkr_desk.intake.conversion import Made, Request
from kkr_desk.intake.pdf_arrival.comments import leave_out_comments
from kkr_desk.intake.pdf_arrival.flattening import flatten_fields
from kkr_desk.intake.pdf_arrival.mending import rewrite
from kkr_desk.intake.pdf_arrival.unlocking import unlocked
from kkr_desk.intake.recognition import recognition_found
from kkr_desk.model import Notice, Reading, Shown
from kkr_desk.progress import Progress

__all__ = ["convert"]


def convert(request: Request, progress: Progress) -> Made:
    """Make a PDF that both engines read of one that is locked or broken, as the caseworker wants it.

    The notices say what was done to the file; what it carries is said by whoever looks at the result.

    Args:
        request: What to do.
        progress: Told of the work.

    Returns:
        The PDF: the file itself where nothing had to be done to it.

    Raises:
        Refused: It cannot be opened.
        Cancelled: By `progress`.
    """
    target = request.folder / "opened.pdf"
    with unlocked(request.path, request.password, request.folder) as opened:
        left_out = leave_out_comments(opened.pdf) if request.treatment.comments is Shown.LEFT_OUT else ()
        flattened = flatten_fields(opened.pdf, request.folder, progress)
        faults = rewrite(opened.pdf, request.path, target, progress)
    is_other = opened.asked_for or left_out or flattened or faults
    made = Made(target if is_other else request.path, (*left_out, *flattened, *faults))
    if request.treatment.reading is Reading.RECOGNISED:
        made = _recognised(request, made, progress)
    return made if made.pdf == request.path else replace(made, notices=(*opened.notices, *made.notices))


def _recognised(request: Request, made: Made, progress: Progress) -> Made:
    """The same with the text of its scans."""
    if not recognition_found():
        return replace(made, notices=(*made.notices, Notice("recognition-missing")))
    from kkr_desk.intake.recognition.scans import recognise  # noqa: PLC0415  few files ask for it

    read = recognise(made.pdf, request.folder, progress)
    return replace(made, pdf=read.pdf or made.pdf, notices=(*made.notices, *read.notices))
