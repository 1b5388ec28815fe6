"""Internet mails: a head of fields and parts within parts (RFC 5322, RFC 2045 to 2049)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from functools import partial

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.mail.header import field_date, people, plain_field
from kkr_desk.intake.mail.message import MOST_PARTS, Body, Mail, Piece, damaged, encrypted, too_complex
from kkr_desk.intake.mail.tnef import read_tnef
from kkr_desk.intake.writing.encoding import decode
from kkr_desk.intake.writing.markup import stated_encoding

MOST_DEPTH = 40
"""Parts within parts."""
_MULTIPART = re.compile(rb"^content-type:[ \t\r\n]{0,8}(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_ENDINGS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/tiff": ".tif",
    "message/delivery-status": ".txt",
    "text/rfc822-headers": ".txt",
}
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
_PACKED = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_CANNOT = (LookupError, ValueError, TypeError, AttributeError)
"""What the standard library raises on broken parameters and payloads."""


def read_internet_mail(data: bytes) -> Mail:
    """Read a mail.

    Args:
        data: The whole file.

    Raises:
        Refused: It is encrypted, too complex, or no mail at all.
    """
    data = data.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")  # as some programs save it; it would end the head
    if len(_MULTIPART.findall(data)) > MOST_PARTS:
        raise too_complex()
    try:
        message = BytesParser(policy=compat32).parsebytes(data)
    except RecursionError as error:  # hundreds of parts, each in the other
        raise too_complex() from error
    reading = _Reading()
    reading.gather(message, 0)
    if not reading.bodies and not reading.pieces and not message.keys():
        raise damaged()
    mail = Mail(
        subject=plain_field(_field(message, "Subject")),
        sender=people(_field(message, "From") or _field(message, "Sender")),
        to=people(_field(message, "To")),
        copy=people(_field(message, "Cc")),
        date=field_date(_field(message, "Date")),
        bodies=tuple(reading.bodies),
        pieces=tuple(reading.pieces),
        damaged=reading.damaged,
        signed=reading.signed,
        assumed=reading.assumed,
    )
    return _unpacked(mail, reading.packed)


def _unpacked(mail: Mail, packed: Iterable[bytes]) -> Mail:
    """A mail with what an Exchange server has packed into a part of it (winmail.dat)."""
    for data in packed:
        try:
            inner = read_tnef(data)
        except Refused:  # the rest of the mail is no worse for it
            mail = replace(mail, pieces=(*mail.pieces, Piece("winmail.dat", partial(bytes, data))), damaged=True)
        else:
            mail = replace(mail, bodies=mail.bodies or inner.bodies, pieces=(*mail.pieces, *inner.pieces))
    return mail


@dataclass(slots=True)
class _Reading:
    """What is gathered of the parts."""

    bodies: list[Body] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    packed: list[bytes] = field(default_factory=list)
    parts: int = 0
    damaged: bool = False
    signed: bool = False
    assumed: str = ""

    def gather(self, part: Message, depth: int) -> None:
        """Take in a part and those within it."""
        self.parts += 1
        if self.parts > MOST_PARTS or depth > MOST_DEPTH:
            raise too_complex()
        self.damaged = self.damaged or any(type(defect).__name__ not in _HARMLESS for defect in part.defects)
        kind = part.get_content_type()
        if kind == "multipart/encrypted" or (kind in _SEALED and not depth):
            raise encrypted()  # what is sealed within a mail that can be read is a file of it
        if kind in _SIGNATURES:
            self.signed = True
        elif part.is_multipart() and kind != "message/rfc822":
            self._gather_all(part, kind, depth)
        elif kind in _PACKED:
            self.packed.append(_payload(part))
        elif kind in {"text/plain", "text/html"} and not _is_file(part):
            self.bodies.append(self._body(part, is_html=kind == "text/html"))
        else:
            self.pieces.append(_piece(part, kind))

    def _gather_all(self, part: Message, kind: str, depth: int) -> None:
        children = [child for child in part.get_payload() if isinstance(child, Message)]
        if kind == "multipart/alternative":
            shown = _best(children)
            for child in children:
                if child is shown or not _is_text(child):
                    self.gather(child, depth + 1)
        else:
            for child in children:
                self.gather(child, depth + 1)

    def _body(self, part: Message, *, is_html: bool) -> Body:
        data = _payload(part)
        stated = _parameter(part, "charset") or (stated_encoding(data) if is_html else "")
        decoded = decode(data, stated)
        self.assumed = self.assumed or decoded.assumed
        flowed = _parameter(part, "format").lower() == "flowed"
        return Body(decoded.text, is_html, flowed, _parameter(part, "delsp").lower() == "yes")


_HARMLESS = frozenset({"MissingHeaderBodySeparatorDefect", "InvalidBase64PaddingDefect", "CloseBoundaryNotFoundDefect"})
"""Defects that lose nothing."""


def _best(children: list[Message]) -> Message | None:
    """Which of alternatives is shown: HTML, wherever it stands within one, else plain text, else the first."""
    for wanted in ("text/html", "text/plain"):
        for child in children:
            if any(part.get_content_type() == wanted and not _is_file(part) for part in _walk(child)):
                return child
    return children[0] if children else None


def _is_text(part: Message) -> bool:
    return part.get_content_maintype() in {"text", "multipart"} and part.get_content_type() != "text/calendar"


def _walk(part: Message) -> Iterable[Message]:
    waiting, seen = [part], 0
    while waiting and seen <= MOST_PARTS:
        each = waiting.pop(0)
        seen += 1
        yield each
        if each.is_multipart() and each.get_content_type() != "message/rfc822":
            waiting += [child for child in each.get_payload() if isinstance(child, Message)]


def _is_file(part: Message) -> bool:
    """Whether a part is a file beside the mail's words rather than some of them."""
    disposition = _field(part, "Content-Disposition").strip().lower()
    return disposition.startswith("attachment") or bool(_file_name(part))


def _piece(part: Message, kind: str) -> Piece:
    name = _file_name(part)
    if kind == "message/rfc822":
        inner = next((child for child in part.get_payload() if isinstance(child, Message)), None)
        subject = plain_field(_field(inner, "Subject")) if inner is not None else ""
        name = name or subject or "Mail"
        return Piece(name if name.lower().endswith((".eml", ".msg")) else f"{name}.eml", _enclosed_mail(inner))
    if not name:
        name = plain_field(_field(part, "Content-Description"))[:100] or "Vedhæftet"
        name += _ENDINGS.get(kind, "")
    identity = _field(part, "Content-ID").strip().strip("<>")
    location = plain_field(_field(part, "Content-Location"))
    return Piece(name, lambda: _payload(part), identity, location, kind.startswith("image/"))


def _enclosed_mail(inner: Message | None) -> Callable[[], bytes]:
    def content() -> bytes:
        if inner is None:
            return b""
        try:
            return inner.as_bytes(policy=compat32)
        except (*_CANNOT, RecursionError):  # a broken mail in the mail: its words, if not its parts
            return b"".join(_payload(part) for part in _walk(inner))

    return content


def _payload(part: Message) -> bytes:
    """A part's bytes, as far as they can be told."""
    try:
        data = part.get_payload(decode=True)
        if isinstance(data, bytes):
            return data
        raw = part.get_payload()
        if isinstance(raw, list):
            return b"\n".join(child.as_bytes(policy=compat32) for child in raw if isinstance(child, Message))
    except _CANNOT:
        raw = part.get_payload()
    return str(raw).encode("utf-8", "surrogateescape")


def _field(part: Message, name: str) -> str:
    """A field as it stands, bytes above 127 as surrogates; "" without it."""
    wanted = name.lower()
    return next((value for key, value in part.raw_items() if key.lower() == wanted and isinstance(value, str)), "")


def _parameter(part: Message, name: str, of: str = "content-type") -> str:
    try:
        value = part.get_param(name, "", of)
    except _CANNOT:
        return ""
    if isinstance(value, tuple):
        charset, _, text = value
        return decode(text.encode("latin-1", "replace"), charset or "").text  # as which its percent signs were read
    return str(value or "")


def _file_name(part: Message) -> str:
    """What a part is called, by either of the fields that may say it, however that is encoded."""
    name = _parameter(part, "filename", "content-disposition") or _parameter(part, "name")
    return plain_field(name)[:400]
