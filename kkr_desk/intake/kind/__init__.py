"""What a file really is, by its bytes: a name may lie, and mail programs lose it.

The name is asked only where bytes cannot tell: a script is plain text, and so is a link; and bytes that are nothing,
under the name of a known kind, are taken for a broken one of that kind.
"""

from __future__ import annotations

from pathlib import Path

from kkr_desk.intake.kind.compound import kind_in_compound
from kkr_desk.intake.kind.packed import kind_in_zip
from kkr_desk.intake.kind.signatures import by_signature, is_disk_image
from kkr_desk.intake.kind.texts import kind_of_text
from kkr_desk.model.claims import claimed, ending_of

__all__ = ["EMPTY", "GARBLED", "HEAD", "PDF", "TEXT", "UNKNOWN", "ending_of", "kind_of"]

PDF = "pdf"
TEXT = "text"
EMPTY = "empty-file"
GARBLED = "garbled"
"""Bytes that are nothing that is known, under a name that claims a known kind."""
UNKNOWN = "unknown"

HEAD = 4096
"""Bytes from the start of a file that tell what it is."""
PDF_HEADER_WITHIN = 1024
"""A PDF header may stand anywhere in so many bytes from the start, as Acrobat and PDFium accept it (Adobe's
implementation note 13 to PDF 1.7, appendix H)."""


def kind_of(path: Path, name: str = "") -> str:
    """What a file is.

    Args:
        path: The file.
        name: What it was called when it came, where `path` no longer says (content files bear their hash). Only
            consulted for bytes that nothing else explains: a file called .pdf is then taken for a broken PDF, and
            text called .vbs for a script.

    Returns:
        "pdf", "empty-file", a format such as "docx", "jpeg" or "msg", "garbled", or "unknown".

    Raises:
        OSError: The machine would not let it be read.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        return EMPTY
    name = name or path.name
    kind = _by_bytes(head, path)
    if kind in {TEXT, "html", UNKNOWN}:
        return _by_name(kind, name)
    return "mht" if kind == "eml" and ending_of(name) in {"mht", "mhtml"} else kind


def _by_bytes(head: bytes, path: Path) -> str:
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return kind_in_zip(path)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return kind_in_compound(path)
    kind = by_signature(head)
    if kind is None and b"%PDF-" in head[:PDF_HEADER_WITHIN]:
        return PDF
    return kind or kind_of_text(head) or ("disk-image" if is_disk_image(path) else UNKNOWN)


def _by_name(kind: str, name: str) -> str:
    """What text or unexplained bytes are by their name as well."""
    wanted = claimed(name)
    if "script" in wanted and kind in {TEXT, "html"}:
        return "script"
    if kind == "html":
        return kind
    if PDF in wanted:
        return PDF
    if kind == TEXT:
        return "url" if "url" in wanted else TEXT
    return GARBLED if wanted - {TEXT, "script"} else UNKNOWN
