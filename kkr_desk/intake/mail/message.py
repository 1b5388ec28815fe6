"""A mail as it was read, of whichever kind its file was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kkr_desk.intake.conversion import Refused
from kkr_desk.model import FileStatus, Notice

MOST_BYTES = 64 << 20
"""Of a mail's file; mail servers take 25 to 50 MB. The standard library takes nine times as much memory
(measured, 82 MB of base64: 770 MB)."""
MOST_PARTS = 500
"""Of one mail, those within its mails among them."""


@dataclass(frozen=True, slots=True)
class Body:
    """A piece of what a mail says.

    Attributes:
        text: HTML, or plain text.
        is_html: Which of them.
        flowed: Whether plain lines go on where they end in a space (RFC 3676).
        joined: Whether that space is no part of them.
    """

    text: str
    is_html: bool = False
    flowed: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that came with the mail: enclosed, or a picture of its body.

    Attributes:
        name: As the mail calls it, "" if it does not.
        content: Gives its bytes.
        content_id: What HTML calls it by ("cid:…"), "" if nothing.
        location: The address that HTML may call it by, "" if none.
        is_picture: Whether it is said to be one.
    """

    name: str
    content: Callable[[], bytes]
    content_id: str = ""
    location: str = ""
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail.

    Attributes:
        subject: As it stands, "SV:" and all; "" without one.
        sender: "Åse Holm <aho@kommune.dk>".
        to: The receivers, in one text.
        copy: Those who get it as a copy.
        date: When it was sent; without a zone where the mail does not say.
        bodies: What it says, in order.
        pieces: The files that came with it.
        damaged: Whether parts could only be read in pieces.
        signed: Whether a digital signature came with it.
        assumed: Name of the encoding that was assumed for lack of any word of it, "" if none had to be.
    """

    subject: str = ""
    sender: str = ""
    to: str = ""
    copy: str = ""
    date: datetime | None = None
    bodies: tuple[Body, ...] = ()
    pieces: tuple[Piece, ...] = ()
    damaged: bool = False
    signed: bool = False
    assumed: str = ""


def encrypted() -> Refused:
    """Why a mail cannot be read that only its receiver can open."""
    return Refused(FileStatus.UNSUPPORTED, Notice("mail-encrypted"))


def damaged() -> Refused:
    """Why a mail cannot be read that is broken."""
    return Refused(FileStatus.DAMAGED, Notice("mail-damaged"))


def too_complex() -> Refused:
    """Why a mail is not read that has more parts than any letter."""
    return Refused(FileStatus.TOO_LARGE, Notice("mail-too-complex", (("limit", str(MOST_PARTS)),)))
