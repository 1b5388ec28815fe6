"""Writing a Word file: the template's parts, ours, pictures straight from their files; same input, same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.package import Package

from kkr_desk.progress import Progress

_DATE = (1980, 1, 1, 0, 0, 0)
"""The oldest date a ZIP file knows: no clock in the document."""
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKED = frozenset({"png", "jpeg", "jpg"})


class PicturePart(Part):
    """An image part whose bytes stay in their file until they are written."""

    def __init__(self, name: str, kind: str, file: Path, package: Package) -> None:
        super().__init__(PackURI(name), f"image/{kind}", b"", package)
        self._file = file

    @property
    def blob(self) -> bytes:
        """The picture's bytes, read anew each time."""
        return self._file.read_bytes()


def relate_picture(document_part: Part, file: Path, kind: str, number: int) -> str:
    """Add a picture to a document; returns its relationship id.

    The id is ours: python-docx looks for a free one among all there are, which took a minute at 8,000 pictures.
    """
    return _relate(document_part, file, f"side{number:05}.{kind}", kind, f"rIdSide{number}")


def relate_logo(document_part: Part, file: Path) -> str:
    """Add a council's logo, a PNG, to a document; returns its relationship id."""
    return _relate(document_part, file, "logo.png", "png", "rIdLogo")


def write_package(package: OpcPackage, main: bytes, target: Path, progress: Progress) -> None:
    """Write a package in a fixed order.

    Args:
        package: The document's package.
        main: Bytes of the main document part, in place of what the package holds.
        target: The file to write.
        progress: Stepped by part.

    Raises:
        Cancelled: The user has asked to stop.
        OSError: The disk is full, or the like.
    """
    parts = list(package.iter_parts())
    with zipfile.ZipFile(target, "w", allowZip64=True) as out:
        _put(out, "[Content_Types].xml", _content_types(parts))
        _put(out, "_rels/.rels", _rels(package.rels))
        for n, part in enumerate(parts):
            progress.step(n, len(parts), "export-saving")
            uri = part.partname
            is_main = part is package.main_document_part
            _put(out, uri.membername, main if is_main else part.blob)
            if part.rels:
                _put(out, uri.rels_uri.membername, _rels(part.rels))


def _relate(document_part: Part, file: Path, name: str, kind: str, relation: str) -> str:
    if document_part.package is None:
        raise ValueError(name)
    part = PicturePart(f"/word/media/{name}", kind, file, document_part.package)
    document_part.rels.add_relationship(RT.IMAGE, part, relation)
    return relation


def _put(out: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _DATE)
    info.external_attr = 0o644 << 16
    stored = name.rpartition(".")[2].lower() in _PACKED
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    out.writestr(info, data)


def _rels(relationships: Relationships) -> bytes:
    data: Any = relationships.xml  # bytes, though its type says text
    return bytes(data)


def _content_types(parts: Iterable[Part]) -> bytes:
    """What each part is (ECMA-376 part 2, 10.1.2.2)."""
    rows = [
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        '<Default Extension="png" ContentType="image/png"/>',
        '<Default Extension="jpeg" ContentType="image/jpeg"/>',
    ]
    rows += [
        f'<Override PartName="{escape(part.partname)}" ContentType="{escape(part.content_type)}"/>'
        for part in parts
        if not isinstance(part, PicturePart)
    ]
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<Types xmlns="{_TYPES}">{"".join(rows)}</Types>'.encode()
