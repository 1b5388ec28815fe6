"""What an Exchange server packs for Outlook (winmail.dat): properties one after the other ([MS-OXTNEF])."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import datetime

from kkr_desk.intake.mail.message import MOST_PARTS, Mail, damaged, too_complex
from kkr_desk.intake.mail.properties import (
    ATTACHED,
    BODY,
    SUBJECT,
    SUBMITTED,
    Attached,
    encoding_of,
    given,
    mail_of,
)
from kkr_desk.intake.mail.writing import internet_mail
from kkr_desk.intake.writing.encoding import decode

SIGNATURE = b"\x78\x9f\x3e\x22"
MOST_DEPTH = 6
"""Mails within mails."""
_MOST_PROPERTIES = 100_000
_MESSAGE, _ATTACHMENT = 1, 2
_CODEPAGE, _SUBJECT, _BODY, _SENT = 0x9007, 0x8004, 0x800C, 0x8005
_PROPERTIES, _RECEIVERS = 0x9003, 0x9004
_BEGINS, _TITLE, _DATA, _OF_ATTACHMENT = 0x9002, 0x8010, 0x800F, 0x9005
_WIDTHS = {0x0002: 4, 0x000B: 4, 0x0003: 4, 0x0004: 4, 0x000A: 4, 0x0001: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8,
           0x0014: 8, 0x0040: 8, 0x0048: 16}  # fmt: skip
"""Bytes of values that are always as long, with what fills them up to four."""
_NUMBERS = frozenset({0x0002, 0x000B, 0x0003, 0x0014, 0x0040})
_TEXTS = frozenset({0x001E, 0x001F})
_LONG = _TEXTS | {0x000D, 0x0102}
_MESSAGE_INTERFACE = bytes.fromhex("0703020000000000c000000000000046")
"""Stands before a mail that is attached."""
_FILE_NAME = 0x3704

_Values = dict[int, str | bytes | int]


def read_tnef(data: bytes, depth: int = 0) -> Mail:
    """Read what was packed.

    Args:
        data: The whole file.
        depth: How many it stands within.

    Raises:
        Refused: It is broken or too complex.
    """
    if not data.startswith(SIGNATURE):
        raise damaged()
    if depth > MOST_DEPTH:
        raise too_complex()
    message: _Values = {}
    receivers: list[_Values] = []
    attachments: list[_Values] = []
    encoding, whole = "cp1252", True
    for level, name, value in _attributes(data):
        if level == 0:
            whole = False
        elif name == _CODEPAGE:
            encoding = encoding_of(int.from_bytes(value[:4], "little")) or encoding
        elif level == _ATTACHMENT:
            _of_attachment(name, value, attachments, encoding)
        elif name == _RECEIVERS:
            receivers += _rows(value, encoding)
        else:
            _of_message(name, value, message, encoding)
    if len(attachments) > MOST_PARTS:
        raise too_complex()
    mail = mail_of(message, receivers, [_attached(each, depth) for each in attachments])
    return Mail(
        mail.subject, mail.sender, mail.to, mail.copy, mail.date, mail.bodies, mail.pieces, mail.damaged or not whole,
        mail.signed, mail.assumed,
    )  # fmt: skip


def _attributes(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Level, name and value of each attribute; a level of 0 says that the file breaks off."""
    at = 6
    while at + 11 <= len(data):
        level, name, _, length = struct.unpack_from("<BHHI", data, at)
        value = data[at + 9 : at + 9 + length]
        if level not in {_MESSAGE, _ATTACHMENT} or len(value) < length:
            yield 0, 0, b""
            if len(value) < length and level in {_MESSAGE, _ATTACHMENT}:
                yield level, name, value
            return
        yield level, name, value
        at += 11 + length


def _of_message(name: int, value: bytes, message: _Values, encoding: str) -> None:
    if name == _PROPERTIES:
        message.update(_properties(value, 0, encoding)[0])
    elif name == _SUBJECT:
        message.setdefault(SUBJECT, decode(value.rstrip(b"\0"), encoding).text)
    elif name == _BODY:
        message.setdefault(BODY, decode(value.rstrip(b"\0"), encoding).text)
    elif name == _SENT and len(value) >= 12:
        message.setdefault(SUBMITTED, _ticks(struct.unpack_from("<6H", value)))


def _of_attachment(name: int, value: bytes, attachments: list[_Values], encoding: str) -> None:
    if name == _BEGINS or not attachments:
        attachments.append({})
    current = attachments[-1]
    if name == _TITLE:
        current.setdefault(_FILE_NAME, decode(value.rstrip(b"\0"), encoding).text)
    elif name == _DATA:
        current[ATTACHED] = value
    elif name == _OF_ATTACHMENT:
        own = _properties(value, 0, encoding)[0]
        if ATTACHED in current:
            own.pop(ATTACHED, None)
        current.update(own)


def _attached(values: _Values, depth: int) -> Attached:
    data = values.pop(ATTACHED, b"")
    data = data if isinstance(data, bytes) else b""
    inner = data.removeprefix(_MESSAGE_INTERFACE)
    if inner is not data and inner.startswith(SIGNATURE):
        mail = read_tnef(inner, depth + 1)
        return Attached({_FILE_NAME: mail.subject, **values}, lambda: internet_mail(mail), is_mail=True)
    return Attached(values, given(data))


def _rows(value: bytes, encoding: str) -> list[_Values]:
    rows, at = [], 4
    for _ in range(min(int.from_bytes(value[:4], "little"), 5000)):
        if at >= len(value):
            break
        row, at = _properties(value, at, encoding)
        rows.append(row)
    return rows


def _properties(data: bytes, at: int, encoding: str) -> tuple[_Values, int]:
    """The properties that stand at a place, and where they end; a broken one ends them."""
    found: _Values = {}
    try:
        (count,) = struct.unpack_from("<I", data, at)
        at += 4
        for _ in range(min(count, _MOST_PROPERTIES)):
            kind, number = struct.unpack_from("<HH", data, at)
            at = _behind_name(data, at + 4) if number >= 0x8000 else at + 4
            value, at = _value(data, at, kind, encoding)
            if value is not None:
                found.setdefault(number, value)
    except (struct.error, ValueError):
        return found, len(data)
    return found, at


def _behind_name(data: bytes, at: int) -> int:
    (kind,) = struct.unpack_from("<I", data, at + 16)
    if kind == 0:
        return at + 24
    length = int.from_bytes(data[at + 20 : at + 24], "little")
    return at + 24 + length + -length % 4


def _value(data: bytes, at: int, kind: int, encoding: str) -> tuple[str | bytes | int | None, int]:
    """A property's value (of several the first), and where it ends."""
    kind, several = kind & 0x0FFF, bool(kind & 0x1000)
    count = 1
    if several or kind in _LONG:
        (count,) = struct.unpack_from("<I", data, at)
        at += 4
    first: str | bytes | int | None = None
    for n in range(min(count, _MOST_PROPERTIES)):
        if kind in _LONG:
            (length,) = struct.unpack_from("<I", data, at)
            raw = data[at + 4 : at + 4 + length]
            at += 4 + length + -length % 4
        elif kind in _WIDTHS:
            raw = data[at : at + _WIDTHS[kind]]
            at += _WIDTHS[kind]
        else:
            raise ValueError(kind)
        if at > len(data) + 3:
            raise ValueError(at)
        if n == 0:
            first = _read(raw, kind, encoding)
    return first, at


def _read(raw: bytes, kind: int, encoding: str) -> str | bytes | int | None:
    if kind == 0x001F:
        return raw.decode("utf-16-le", "replace").rstrip("\0")
    if kind == 0x001E:
        return decode(raw.rstrip(b"\0"), encoding).text
    if kind in _NUMBERS:
        return int.from_bytes(raw[:2] if kind in {0x0002, 0x000B} else raw, "little")
    return raw if kind in _LONG else None


def _ticks(parts: tuple[int, ...]) -> int:
    """Units of 100 ns since 1601 of a date in six numbers; 0 for none."""
    try:
        return int((datetime(*parts) - datetime(1601, 1, 1)).total_seconds()) * 10_000_000  # type: ignore[arg-type]  # noqa: DTZ001
    except (ValueError, TypeError):
        return 0
