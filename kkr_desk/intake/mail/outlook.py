"""Outlook's own mails (.msg): properties in the streams of a compound file ([MS-OXMSG])."""

from __future__ import annotations

import io
import logging
import struct
from collections.abc import Callable, Sequence
from typing import Any

import olefile

from kkr_desk.intake.mail.internet import read_internet_mail
from kkr_desk.intake.mail.message import MOST_BYTES, MOST_PARTS, Mail, damaged, encrypted, too_complex
from kkr_desk.intake.mail.properties import (
    ATTACHED,
    CLASS,
    CODEPAGE,
    INTERNET_CODEPAGE,
    Attached,
    Properties,
    encoding_of,
    mail_of,
)
from kkr_desk.intake.mail.writing import internet_mail
from kkr_desk.intake.writing.encoding import decode

MOST_DEPTH = 6
"""Mails within mails."""
_LONGEST_TEXT = 64 << 20
_FIXED = {0x0002: "<h", 0x0003: "<i", 0x000B: "<H", 0x0040: "<Q", 0x0014: "<q"}
"""Types whose value stands in the table of properties itself: numbers, truths and times."""
_STREAM = "__substg1.0_"
_BROKEN = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error, OverflowError)
"""What olefile raises for broken files."""


def read_outlook_mail(data: bytes) -> Mail:
    """Read a mail.

    Args:
        data: The whole file.

    Raises:
        Refused: It is encrypted, broken or too complex.
    """
    logging.getLogger("olefile").setLevel(logging.CRITICAL)  # its findings are no faults of ours
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return _Reading(file).mail((), 0)
    except _BROKEN as error:
        raise damaged() from error
    except RecursionError as error:
        raise too_complex() from error


class _Reading:
    """Reads one compound file."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._parts = 0
        self._folders: dict[tuple[str, ...], list[str]] = {}
        for path in file.listdir(streams=True, storages=True):
            self._folders.setdefault(tuple(path[:-1]), []).append(path[-1])

    def mail(self, place: tuple[str, ...], depth: int) -> Mail:
        """The mail whose streams stand in a folder of the file."""
        if depth > MOST_DEPTH:
            raise too_complex()
        message = self._properties(place, 32 if not place else 24)
        names = sorted(self._folders.get(place, ()))
        receivers = [self._properties((*place, name), 8) for name in names if name.startswith("__recip_version1.0_")]
        folders = [name for name in names if name.startswith("__attach_version1.0_")]
        self._parts += len(receivers) // 20 + len(folders)
        if self._parts > MOST_PARTS:
            raise too_complex()
        if not message:
            raise damaged()
        attached = [self._attached((*place, name), depth) for name in folders]
        kind = str(message.get(CLASS, "")).upper()
        if "SMIME" in kind and not depth:
            return self._sealed(kind, message, receivers, attached)
        return mail_of(message, receivers, attached)

    def _sealed(
        self, kind: str, message: Properties, receivers: Sequence[Properties], attached: Sequence[Attached]
    ) -> Mail:
        """A mail that is kept as it was signed: an Internet mail among its attachments."""
        if "MULTIPARTSIGNED" not in kind or not attached:
            raise encrypted()
        inner = read_internet_mail(attached[0].content())
        outer = mail_of(message, receivers, [])
        return Mail(
            outer.subject, outer.sender, outer.to, outer.copy, outer.date, inner.bodies, inner.pieces, inner.damaged,
            signed=True, assumed=inner.assumed,
        )  # fmt: skip

    def _attached(self, place: tuple[str, ...], depth: int) -> Attached:
        properties = self._properties(place, 8)
        inner = (*place, f"{_STREAM}{ATTACHED:04X}000D")
        if inner[-1] in self._folders.get(place, ()):
            if any(name.startswith("__properties") for name in self._folders.get(inner, ())):
                mail = self.mail(inner, depth + 1)
                named = (
                    properties if properties.get(0x3001) or not mail.subject else {**properties, 0x3001: mail.subject}
                )
                return Attached(
                    {**named, 0x3707: str(named.get(0x3001, ""))}, lambda: internet_mail(mail), is_mail=True
                )
            return Attached(properties, bytes)
        return Attached(properties, self._content((*place, f"{_STREAM}{ATTACHED:04X}0102")))

    def _content(self, path: tuple[str, ...]) -> Callable[[], bytes]:
        data = self._stream(path)
        return lambda: data

    def _stream(self, path: tuple[str, ...]) -> bytes:
        if path[-1] not in self._folders.get(path[:-1], ()):
            return b""
        with self._file.openstream("/".join(path)) as stream:
            data: bytes = stream.read(MOST_BYTES)
        return data

    def _properties(self, place: tuple[str, ...], header: int) -> dict[int, str | bytes | int]:
        """The properties in a folder: those in its table, and those in streams of their own."""
        found: dict[int, str | bytes | int] = {}
        table = self._stream((*place, "__properties_version1.0"))
        for at in range(header, len(table) - 15, 16):
            kind, number = struct.unpack_from("<HH", table, at)
            if kind in _FIXED:
                found[number] = struct.unpack_from(_FIXED[kind], table, at + 8)[0]
        encoding = encoding_of(found.get(CODEPAGE)) or encoding_of(found.get(INTERNET_CODEPAGE))
        for name in self._folders.get(place, ()):
            if name.startswith(_STREAM) and len(name) == len(_STREAM) + 8:
                number, kind = int(name[-8:-4], 16), int(name[-4:], 16)
                if kind in {0x001E, 0x001F} or (kind == 0x0102 and number != ATTACHED):
                    data = self._stream((*place, name))[:_LONGEST_TEXT]
                    found[number] = _value(kind, data, encoding)
        return found


def _value(kind: int, data: bytes, encoding: str) -> str | bytes:
    if kind == 0x001F:
        return data.decode("utf-16-le", "replace")
    return decode(data, encoding).text if kind == 0x001E else data
