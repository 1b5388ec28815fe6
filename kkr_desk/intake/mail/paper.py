"""A mail is laid out: its head, what it says, and the names of what came with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from kkr_desk.intake.conversion import Made
from kkr_desk.intake.mail.header import danish_time, without_answers, written_date
from kkr_desk.intake.mail.message import Mail, Piece
from kkr_desk.intake.writing.blocks import Block, Cell, Look, Paragraph, Rule, Table, Words
from kkr_desk.intake.writing.markup import read_markup
from kkr_desk.intake.writing.notices import fetched_notices, unseen_notices
from kkr_desk.intake.writing.pages import lay_out
from kkr_desk.intake.writing.plain import mail_blocks
from kkr_desk.model import Notice, Particulars
from kkr_desk.progress import Progress

NO_SUBJECT = "(uden emne)"
FILES_NAMED = 20
"""Of the files that are enclosed; a notice is one sentence."""


@dataclass(frozen=True, slots=True)
class ReadBodies:
    """What a mail says, as blocks.

    Attributes:
        blocks: They.
        enclosed: The files that are not shown among them.
        fetched: Pictures that would have been fetched.
    """

    blocks: tuple[Block, ...]
    enclosed: tuple[Piece, ...]
    fetched: int


def read_bodies(mail: Mail) -> ReadBodies:
    """Read what a mail says.

    Raises:
        Refused: It is too long or too tangled.
    """
    pictures = {f"cid:{piece.content_id}".lower(): piece for piece in mail.pieces if piece.content_id}
    pictures |= {piece.location.lower(): piece for piece in mail.pieces if piece.location and piece.is_picture}

    def named(source: str) -> Piece | None:
        return pictures.get(source.lower()) or pictures.get(unquote(source).lower())

    def find(source: str) -> bytes | None:
        piece = named(source)
        return piece.content() if piece is not None else None

    blocks: list[Block] = []
    shown: list[Piece] = []
    fetched = 0
    for body in mail.bodies:
        if blocks:
            blocks.append(Rule())
        if not body.is_html:
            blocks += mail_blocks(body.text, flowed=body.flowed, joined=body.joined)
            continue
        markup = read_markup(body.text, find)
        blocks += markup.blocks
        shown += filter(None, map(named, markup.shown))
        fetched += markup.fetched
    enclosed = tuple(piece for piece in mail.pieces if not any(piece is each for each in shown))
    return ReadBodies(tuple(blocks), enclosed, fetched)


def lay_out_mail(mail: Mail, pdf: Path, progress: Progress) -> Made:
    """Make the PDF of a mail.

    Args:
        mail: It.
        pdf: Where to.
        progress: Told of the work.

    Raises:
        Refused: It is too long or too tangled.
        Cancelled: By `progress`.
    """
    read = read_bodies(mail)
    title = without_answers(mail.subject)
    names = [piece.name for piece in read.enclosed]
    laid = lay_out([*_head(mail, names), *read.blocks], pdf, title=title or NO_SUBJECT, progress=progress)
    notices = (
        *_enclosing(names),
        *((Notice("mail-part-damaged"),) if mail.damaged else ()),
        *((Notice("mail-signature-lost"),) if mail.signed else ()),
        *((Notice("text-encoding", (("encoding", mail.assumed),)),) if mail.assumed else ()),
        *fetched_notices(read.fetched),
        *unseen_notices(laid.unseen),
    )
    date = danish_time(mail.date).date().isoformat() if mail.date else ""
    return Made(pdf, notices, Particulars(title=title, sender=mail.sender, date=date))


def _enclosing(names: list[str]) -> Iterable[Notice]:
    if names:
        shown = ", ".join(names[:FILES_NAMED]) + (" …" if len(names) > FILES_NAMED else "")
        yield Notice("file-encloses", (("count", str(len(names))), ("files", shown)))


def _head(mail: Mail, names: list[str]) -> Iterable[Block]:
    """The mail's head as a letter has it; the fields are named in the documents' language."""
    yield Paragraph((Words(mail.subject or NO_SUBJECT, Look(bold=True)),), role="H1")
    fields = (
        ("Fra", mail.sender),
        ("Til", mail.to),
        ("Kopi", mail.copy),
        ("Dato", written_date(mail.date) if mail.date else ""),
        ("Vedhæftet", "; ".join(names)),
    )
    rows = tuple((_cell(label, Look(bold=True, quiet=True)), _cell(value, Look())) for label, value in fields if value)
    if rows:
        yield Table(rows, ruled=False)
    yield Rule()


def _cell(text: str, look: Look) -> Cell:
    return Cell((Paragraph((Words(text, look),)),))
