"""Files of mails: `kkr_desk.intake.conversion` and `kkr_desk.intake.unpacking` name this module for their kinds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kkr_desk.intake.conversion import Made, Refused, Request
from kkr_desk.intake.kind import kind_of
from kkr_desk.intake.mail.internet import read_internet_mail
from kkr_desk.intake.mail.message import MOST_BYTES, Mail
from kkr_desk.intake.mail.outlook import read_outlook_mail
from kkr_desk.intake.mail.paper import lay_out_mail, read_bodies
from kkr_desk.intake.mail.tnef import read_tnef
from kkr_desk.intake.unpacking.enclosed import Tray
from kkr_desk.model import FileStatus, Notice
from kkr_desk.progress import Progress

_READERS = {"eml": read_internet_mail, "mht": read_internet_mail, "msg": read_outlook_mail, "tnef": read_tnef}
_PIECE = 1 << 20


def convert(request: Request, progress: Progress) -> Made:
    """Lay out a mail; see `kkr_desk.intake.conversion.Converter`.

    Raises:
        Refused: It is encrypted, broken, too long or too complex.
        Cancelled: The user has asked to stop.
    """
    return lay_out_mail(_read(request.path, request.kind), request.folder / "mail.pdf", progress)


def unpack_mail(path: Path, tray: Tray, password: str, progress: Progress) -> None:  # noqa: ARG001  mails have no password
    """Lay the files that a mail encloses on a tray; the pictures among its words stay there.

    Raises:
        Refused: It cannot be read, or encloses more than the tray takes.
        Cancelled: The user has asked to stop.
    """
    enclosed = read_bodies(_read(path, kind_of(path))).enclosed
    for done, piece in enumerate(enclosed):
        progress.step(done, len(enclosed), piece.name)
        tray.put(piece.name.replace("/", "-").replace("\\", "-"), _in_pieces(piece.content()))


def _read(path: Path, kind: str) -> Mail:
    if path.stat().st_size > MOST_BYTES:
        raise Refused(FileStatus.TOO_LARGE, Notice("writing-too-large", (("limit", str(MOST_BYTES >> 20)),)))
    return _READERS[kind](path.read_bytes())


def _in_pieces(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), _PIECE):
        yield data[at : at + _PIECE]
