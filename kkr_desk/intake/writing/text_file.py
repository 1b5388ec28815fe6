"""A text file becomes a PDF: `kkr_desk.intake.conversion` names this module for the kind."""

from __future__ import annotations

from kkr_desk.intake.conversion import Made, Refused, Request
from kkr_desk.intake.writing.blocks import Block
from kkr_desk.intake.writing.encoding import decode
from kkr_desk.intake.writing.notices import unseen_notices
from kkr_desk.intake.writing.pages import lay_out
from kkr_desk.intake.writing.plain import table_block, text_blocks
from kkr_desk.model import FileStatus, Notice
from kkr_desk.progress import Progress

MOST_BYTES = 8 << 20
"""Of a text: some 2,000 pages."""
_TABLES = (".csv", ".tsv", ".tab")


def convert(request: Request, progress: Progress) -> Made:
    """Lay out a text; see `kkr_desk.intake.conversion.Converter`.

    Raises:
        Refused: It is too long, or holds nothing.
        Cancelled: The user has asked to stop.
    """
    check_size(request, MOST_BYTES)
    decoded = decode(request.path.read_bytes())
    blocks = _blocks(decoded.text, request.name)
    if not blocks:
        raise Refused(FileStatus.EMPTY, Notice("writing-empty"))
    pdf = request.folder / "text.pdf"
    laid = lay_out(blocks, pdf, title="", progress=progress)
    assumed = (Notice("text-encoding", (("encoding", decoded.assumed),)),) if decoded.assumed else ()
    return Made(pdf, (*assumed, *unseen_notices(laid.unseen)))


def check_size(request: Request, most: int) -> None:
    """See that a file is not too large to be laid out.

    Raises:
        Refused: It is.
    """
    if request.path.stat().st_size > most:
        raise Refused(FileStatus.TOO_LARGE, Notice("writing-too-large", (("limit", str(most >> 20)),)))


def _blocks(text: str, name: str) -> tuple[Block, ...]:
    table = table_block(text) if name.lower().endswith(_TABLES) else None
    return (table,) if table else text_blocks(text)
