"""Files that are text: pages, mails, links and drawings are told by their words."""

from __future__ import annotations

import re

_HTML = re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_XML_HTML = re.compile(rb"<\?xml[^>]*>.{0,1000}?<html\b", re.I | re.S)
_SVG = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE\s+svg[^\[>]*(?:\[.*?\]\s*)?>\s*)*<(?:svg:)?svg\b", re.S
)
_FLAT = re.compile(rb'<office:document\b.{0,3000}?office:mimetype="application/vnd\.oasis\.opendocument\.(\w+)', re.S)
_FLAT_KINDS = {b"text": "fodt", b"spreadsheet": "fods", b"presentation": "fodp"}
_OFFICE_XML = re.compile(rb'<\?mso-application\s+progid="(Word|Excel)')
_LINK = re.compile(rb"\[(?:InternetShortcut|Desktop Entry|\{000214A0)|(?:screen mode id|full address):[is]:", re.I)
_LINK_XML = re.compile(
    rb"<plist\b.{0,500}<key>URL</key>|<(?:libraryDescription|PCSettings|searchConnectorDescription)\b", re.S
)
_SCRIPT = re.compile(
    rb"<\?php\b|<(?:job|package|component)\b[^>]*>.{0,2000}<script\b|Windows Registry Editor|@echo off\b", re.I | re.S
)
_MAIL_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:[ \t\r\n]")
_MAIL = re.compile(
    rb"^(?:received|return-path|from|to|cc|subject|date|message-id|mime-version|content-type|delivered-to|x-[a-z-]+):",
    re.I | re.M,
)
_MAILBOX = re.compile(rb"From \S+[^\r\n]*\d\d:\d\d[^\r\n]*\r?\n>?")
"""The line that stands before each mail in a Unix mailbox; a single mail that was saved may have kept it."""
_SAVED_PAGE = re.compile(rb"^(?:snapshot-content-location:|from: <?saved by )", re.I | re.M)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]|\x1a(?!$)")
"""Bytes that no text has; the last of a DOS text may be 1A."""


def kind_of_text(head: bytes) -> str | None:
    """What text is; None where it is not text.

    Args:
        head: The first bytes of a file.
    """
    wide = _widened(head)
    if wide is None:
        plain = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if _is_mail(plain):
            return "mht" if _SAVED_PAGE.search(_header(plain)) else "eml"
        if _BINARY.search(plain) or (head and not plain and b"\0" in head):
            return _plist(head)
    else:
        plain = wide.lstrip()
    return _marked_up(plain) or ("url" if _LINK.match(plain) or _LINK_XML.search(plain) else "text")


def _marked_up(plain: bytes) -> str | None:
    """What text with tags is."""
    if _HTML.match(plain):
        return "html"
    if _SVG.match(plain):
        return "svg"
    flat = _FLAT.search(plain)
    if flat is not None:
        return _FLAT_KINDS.get(flat[1])
    office = _OFFICE_XML.search(plain)
    if office is not None:
        return f"{office[1].decode().lower()}-xml"
    if _XML_HTML.match(plain):
        return "html"
    return "script" if _SCRIPT.match(plain) else None


def _is_mail(plain: bytes) -> bool:
    """Whether text begins with the fields of a mail; what stands below them may be any bytes."""
    header = _header(plain)
    return bool(_MAIL_FIELD.match(header)) and not _BINARY.search(header) and len(_MAIL.findall(header)) >= 2


def _header(plain: bytes) -> bytes:
    return re.split(rb"\r?\n\r?\n|\r\r", _MAILBOX.sub(b"", plain, count=1), maxsplit=1)[0]


def _widened(head: bytes) -> bytes | None:
    """Text of two or four bytes a character, as UTF-8; None where it is not that."""
    encoding = _width(head)
    if encoding is None:
        return None
    width = 4 if "32" in encoding else 2
    text = head[: len(head) // width * width].decode(encoding, "replace").removeprefix("\ufeff")
    plain = text.encode("utf-8", "replace")
    broken = text.count("\ufffd") + len(_BINARY.findall(plain))
    return plain if broken <= 1 + len(text) // 100 else None


def _width(head: bytes) -> str | None:
    """The encoding by its mark, or without one by the zeros in every second byte."""
    if head.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32-le" if head[0] else "utf-32-be"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16-le" if head[0] == 0xFF else "utf-16-be"
    even, odd = head[::2].count(0), head[1::2].count(0)
    most = len(head) // 2
    if most >= 8 and odd > 0.6 * most and even == 0:
        return "utf-16-le"
    return "utf-16-be" if most >= 8 and even > 0.6 * most and odd == 0 else None


def _plist(head: bytes) -> str | None:
    """A link of Apple's may be a binary list with one address in it."""
    return "url" if head.startswith(b"bplist00") and b"SURL" in head else None
