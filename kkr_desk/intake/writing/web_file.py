"""A web page that was saved becomes a PDF: `kkr_desk.intake.conversion` names this module for the kind."""

from __future__ import annotations

from kkr_desk.intake.conversion import Made, Refused, Request
from kkr_desk.intake.writing.encoding import decode
from kkr_desk.intake.writing.markup import read_markup, stated_encoding
from kkr_desk.intake.writing.notices import fetched_notices, unseen_notices
from kkr_desk.intake.writing.pages import lay_out
from kkr_desk.intake.writing.text_file import check_size
from kkr_desk.model import FileStatus, Notice, Particulars
from kkr_desk.progress import Progress

MOST_BYTES = 64 << 20
"""Of a page with the pictures that stand in it."""


def convert(request: Request, progress: Progress) -> Made:
    """Lay out a web page; see `kkr_desk.intake.conversion.Converter`.

    Raises:
        Refused: It is too long or too tangled, or holds nothing.
        Cancelled: The user has asked to stop.
    """
    check_size(request, MOST_BYTES)
    data = request.path.read_bytes()
    decoded = decode(data, stated_encoding(data))
    markup = read_markup(decoded.text)
    if not markup.blocks:
        raise Refused(FileStatus.EMPTY, Notice("writing-empty"))
    pdf = request.folder / "page.pdf"
    laid = lay_out(markup.blocks, pdf, title=markup.title, progress=progress)
    assumed = (Notice("text-encoding", (("encoding", decoded.assumed),)),) if decoded.assumed else ()
    notices = (*assumed, *fetched_notices(markup.fetched), *unseen_notices(laid.unseen))
    return Made(pdf, notices, Particulars(title=markup.title))
