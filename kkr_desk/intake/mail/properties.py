"""Outlook's properties of a mail, its receivers and attachments ([MS-OXPROPS]): what .msg and winmail.dat both hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial

from kkr_desk.intake.mail.header import field_date, people, plain_field
from kkr_desk.intake.mail.message import Body, Mail, Piece
from kkr_desk.intake.mail.rich_text import body_of, uncompressed
from kkr_desk.intake.writing.encoding import decode
from kkr_desk.intake.writing.markup import stated_encoding
from kkr_desk.intake.writing.spaces import one_line

Properties = Mapping[int, str | bytes | int]
"""By the property's number: texts, bytes, numbers and times (in units of 100 ns since 1601)."""

SUBJECT, CLASS, HEADERS = 0x0037, 0x001A, 0x007D
BODY, HTML, RTF = 0x1000, 0x1013, 0x1009
SUBMITTED, DELIVERED = 0x0039, 0x0E06
CODEPAGE, INTERNET_CODEPAGE = 0x3FFD, 0x3FDE
ATTACHED, METHOD = 0x3701, 0x3705
_DISPLAY_TO, _DISPLAY_CC = 0x0E04, 0x0E03
_SENDERS = ((0x0042, (0x5D02, 0x0065)), (0x0C1A, (0x5D01, 0x0C1F)))
"""Name and addresses: of whom it is sent for, then of who sent it."""
_NAME, _ADDRESSES, _RECEIVER_TYPE = 0x3001, (0x39FE, 0x3003), 0x0C15
_FILE_NAMES = (0x3707, 0x3704, 0x3001)
_CONTENT_ID, _CONTENT_LOCATION, _MEDIA_TYPE = 0x3712, 0x3713, 0x370E
_TO, _CC = 1, 2
_ENCODINGS = {65001: "utf-8", 20127: "ascii", 1200: "utf-16-le", 28591: "latin-1", 20866: "koi8-r", 21866: "koi8-u"}
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff")


@dataclass(frozen=True, slots=True)
class Attached:
    """What is attached.

    Attributes:
        properties: What is said of it.
        content: Gives its bytes.
        is_mail: Whether it is a mail of its own; its bytes are then an Internet mail's.
    """

    properties: Properties
    content: Callable[[], bytes] = field(repr=False)
    is_mail: bool = False


def mail_of(message: Properties, receivers: Sequence[Properties], attached: Sequence[Attached]) -> Mail:
    """The mail that properties describe."""
    bodies, assumed, damaged = _bodies(message)
    return Mail(
        subject=one_line(_text(message, SUBJECT)),
        sender=_sender(message),
        to=_receivers(receivers, _TO) or one_line(_text(message, _DISPLAY_TO)),
        copy=_receivers(receivers, _CC) or one_line(_text(message, _DISPLAY_CC)),
        date=_date(message),
        bodies=bodies,
        pieces=tuple(map(_piece, attached)),
        damaged=damaged,
        assumed=assumed,
    )


def _text(properties: Properties, *numbers: int) -> str:
    for number in numbers:
        value = properties.get(number)
        if isinstance(value, str) and value.strip("\0 "):
            return value.rstrip("\0")
    return ""


def _bytes(properties: Properties, number: int) -> bytes:
    value = properties.get(number, b"")
    return value if isinstance(value, bytes) else b""


def _sender(message: Properties) -> str:
    for name, addresses in _SENDERS:
        found = _person(_text(message, name), _text(message, *addresses))
        if found:
            return found
    return people(_header(message, "from"))


def _person(name: str, address: str) -> str:
    """A name and its address; one within an Exchange server ("/O=…/CN=…") tells a reader nothing."""
    name, address = one_line(name), one_line(address)
    if "@" not in address or address.lower() == name.lower().strip("'"):
        return name.strip("'")
    return f"{name} <{address}>" if name else address


def _receivers(receivers: Sequence[Properties], kind: int) -> str:
    of_kind = (each for each in receivers if each.get(_RECEIVER_TYPE, _TO) == kind)
    return ", ".join(filter(None, (_person(_text(each, _NAME), _text(each, *_ADDRESSES)) for each in of_kind)))


def _date(message: Properties) -> datetime | None:
    for number in (SUBMITTED, DELIVERED):
        value = message.get(number)
        if isinstance(value, int) and value > 0:
            try:
                return _EPOCH + timedelta(microseconds=value // 10)
            except OverflowError:
                continue
    return field_date(plain_field(_header(message, "date")))


def _header(message: Properties, name: str) -> str:
    """A field of the Internet head that came with the mail; "" without it."""
    lines = _text(message, HEADERS)[:200_000].splitlines()
    found: list[str] = []
    for line in lines:
        if found and line[:1] in {" ", "\t"}:
            found.append(line)
        elif found:
            break
        elif line.lower().startswith(f"{name}:"):
            found.append(line[len(name) + 1 :])
    return " ".join(found)


def _bodies(message: Properties) -> tuple[tuple[Body, ...], str, bool]:
    """What is said; the encoding that was assumed; whether some of it was broken."""
    html = message.get(HTML, "")
    if isinstance(html, bytes) and html.strip(b"\0 \r\n"):
        codepage = message.get(INTERNET_CODEPAGE, 0) or message.get(CODEPAGE, 0)
        decoded = decode(html.rstrip(b"\0"), stated_encoding(html) or encoding_of(codepage))
        return (Body(decoded.text, is_html=True),), decoded.assumed, False
    if isinstance(html, str) and html.strip("\0 \r\n"):
        return (Body(html.rstrip("\0"), is_html=True),), "", False
    packed, plain = _bytes(message, RTF), _text(message, BODY)
    damaged = False
    if packed:
        try:
            body = body_of(uncompressed(packed))
        except ValueError:
            damaged = not plain
        else:
            if body.is_html or not plain:
                return (body,), "", False
    return ((Body(plain),) if plain else ()), "", damaged


def encoding_of(codepage: object) -> str:
    """The encoding that a Windows code page is, as Python calls it; "" for none."""
    if not isinstance(codepage, int) or codepage <= 0:
        return ""
    special = {
        65001: "utf-8",
        20127: "ascii",
        1200: "utf-16-le",
        28591: "latin-1",
        28605: "iso8859-15",
        20866: "koi8-r",
    }
    return special.get(codepage) or (f"iso8859-{codepage - 28590}" if 28591 < codepage < 28606 else f"cp{codepage}")


def _piece(attached: Attached) -> Piece:
    properties = attached.properties
    name = one_line(_text(properties, *_FILE_NAMES)) or ("Mail" if attached.is_mail else "Vedhæftet")
    if attached.is_mail and not name.lower().endswith(".eml"):
        name = name.removesuffix(".msg") + ".eml"
    kind = _text(properties, _MEDIA_TYPE).lower()
    is_picture = kind.startswith("image/") or name.lower().endswith(_PICTURES)
    identity = _text(properties, _CONTENT_ID).strip("<> ")
    return Piece(name, attached.content, identity, _text(properties, _CONTENT_LOCATION), is_picture)


def given(data: bytes) -> Callable[[], bytes]:
    """What gives these bytes."""
    return partial(bytes, data)
