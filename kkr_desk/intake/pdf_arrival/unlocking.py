"""Opening a PDF with the password that it was locked with, however its letters were written down (ISO 32000-2, 7.6.4).

A password is a row of bytes. Up to revision 4 these are the letters in PDFDocEncoding, or in whatever the program took
for it; from revision 5 they are UTF-8 after SASLprep (RFC 4013). Who types "Blåbærgrød" knows nothing of that.
"""

from __future__ import annotations

import shutil
import stringprep
import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.pdfium import open_pdf
from kkr_desk.model import FileStatus, Notice
from kkr_desk.pdf.content import UNOPENABLE, UNREADABLE

_ENCODINGS = ("utf-8", "pdfdoc", "cp1252", "latin-1", "cp850", "mac_roman")
_TAIL = 1024
"""Bytes within which readers look for the end of a file (annex H, 3)."""
_BLANK = b"\0\t\n\f\r "
_LONGEST = 127
"""Characters of a password that can matter: bytes are cut off there (7.6.4.3.2), and up to revision 4 after 32."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A PDF that is open.

    Attributes:
        pdf: The PDF.
        asked_for: It asked for a password.
        notices: What to say of its lock when a copy without one is made.
    """

    pdf: pikepdf.Pdf
    asked_for: bool
    notices: tuple[Notice, ...]


@contextmanager
def unlocked(path: Path, password: str, folder: Path | None = None) -> Iterator[Unlocked]:
    """A PDF opened for rewriting.

    Args:
        path: The file.
        password: Its password, the owner's or the user's; "" without one.
        folder: For a copy of a file that breaks off; without one, it is read as it is.

    Raises:
        Refused: It is locked and the password is missing or wrong, its lock is of an unknown kind, or it is no PDF.
    """
    try:
        path = path if folder is None else _ended(path, folder)
        asks = _asks(path)
        pdf = _open(path, password if asks else "")
    except UNOPENABLE as error:
        unsupported = "unsupported encryption" in str(error)
        raise _refusal("file-encryption-unsupported" if unsupported else "file-damaged") from error
    with closing(pdf):
        code = "pdf-unlocked" if asks else "pdf-owner-locked"
        try:
            yield Unlocked(pdf, asks, (Notice(code),) if pdf.is_encrypted else ())
        except UNREADABLE as error:
            raise _refusal("file-damaged") from error


def passwords(typed: str) -> Iterator[bytes]:
    """The bytes that somebody may have locked a file with who types this, likeliest first, each once."""
    known = set[bytes]()
    for letters in (typed, typed.strip()):
        for form in (letters, *(unicodedata.normalize(way, letters) for way in ("NFC", "NFD")), prepared(letters)):
            for encoding in _ENCODINGS:
                try:
                    data = form[:_LONGEST].encode(encoding)
                except UnicodeEncodeError:
                    continue
                if data and data not in known:
                    known.add(data)
                    yield data


def prepared(letters: str) -> str:
    """Letters after the mapping and the composing of SASLprep (RFC 4013, 2.1 and 2.2)."""
    mapped = (" " if stringprep.in_table_c12(c) else c for c in letters if not stringprep.in_table_b1(c))
    return unicodedata.normalize("NFKC", "".join(mapped))


def _ended(path: Path, folder: Path) -> Path:
    """A file that breaks off right behind an object, with an end: without one, qpdf drops that object."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - _TAIL, 0))
        if not file.read().rstrip(_BLANK).endswith(b"endobj"):
            return path
    copy = folder / "ended.pdf"
    shutil.copyfile(path, copy)
    with copy.open("ab") as file:
        file.write(b"\n%%EOF\n")
    return copy


def _asks(path: Path) -> bool:
    """Whether one of the engines wants a password: qpdf takes an empty owner's password, which readers do not."""
    try:
        with pikepdf.open(path) as pdf:
            if not pdf.is_encrypted:
                return False
    except pikepdf.PasswordError:
        return True
    document = open_pdf(path)
    if isinstance(document, FileStatus):
        return document is FileStatus.PASSWORD
    document.close()
    return False


def _open(path: Path, password: str) -> pikepdf.Pdf:
    if not password:
        try:
            pdf = pikepdf.open(path)
        except pikepdf.PasswordError as error:
            raise _refusal("file-password") from error
        if pdf.is_encrypted and _asks(path):
            pdf.close()
            raise _refusal("file-password")
        return pdf
    for candidate in passwords(password):
        try:
            return pikepdf.open(path, password=candidate)
        except pikepdf.PasswordError:
            continue
    raise _refusal("file-password-wrong")


_STATUSES = {
    "file-damaged": FileStatus.DAMAGED,
    "file-encryption-unsupported": FileStatus.UNSUPPORTED,
    "file-password": FileStatus.PASSWORD,
    "file-password-wrong": FileStatus.PASSWORD,
}


def _refusal(code: str) -> Refused:
    return Refused(_STATUSES[code], Notice(code))
