"""Office and OpenDocument files are zip files; what tells them apart are the names in them."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-master": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/vnd.oasis.opendocument.graphics": "odg",
    "application/vnd.sun.xml.writer": "odt",
    "application/vnd.sun.xml.calc": "ods",
    "application/vnd.sun.xml.impress": "odp",
    "application/epub+zip": "epub",
}
_OFFICE_PARTS = (
    ("xl/workbook.bin", "xlsb"),
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
    ("visio/", "drawing"),
    ("FixedDocumentSequence.fdseq", "xps"),
    ("FixedDocSeq.fdseq", "xps"),
)
_OTHER_PARTS = (
    ("Index/Document.iwa", "iwork"),
    ("Index.zip", "iwork"),
    ("index.apxl", "iwork"),
    ("index.xml.gz", "iwork"),
    ("AndroidManifest.xml", "program"),
    ("AppxManifest.xml", "program"),
    ("META-INF/MANIFEST.MF", "program"),
)
_MEDIA_TYPE = re.compile(rb'full-path="/"[^>]*media-type="([^"]+)"|media-type="([^"]+)"[^>]*full-path="/"')
_MOST_MANIFEST = 1 << 16
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError, ValueError, KeyError)


def kind_in_zip(path: Path) -> str:
    """Tell Office and OpenDocument files from other zip files; a broken one by its first names.

    Args:
        path: A file that begins as zip files do.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.replace("\\", "/") for name in archive.namelist()]
            declared = _declared(archive, names)
    except _BROKEN:
        names, declared = _first_names(path), ""
    known = _OPEN_DOCUMENT.get(declared.removesuffix("-template"))
    if known is not None:
        return known
    if "[Content_Types].xml" in names:
        return _part(names, _OFFICE_PARTS)
    return _part(names, _OTHER_PARTS)


def _part(names: Sequence[str], parts: Sequence[tuple[str, str]]) -> str:
    return next((kind for start, kind in parts if any(name.startswith(start) for name in names)), "zip")


def _declared(archive: zipfile.ZipFile, names: Sequence[str]) -> str:
    """The media type that an OpenDocument file declares, in the part for it or in its manifest; "" without one."""
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        return archive.read("mimetype").decode("ascii", "replace").strip()
    if "META-INF/manifest.xml" not in names or "content.xml" not in names:
        return ""
    with archive.open("META-INF/manifest.xml") as manifest:
        match = _MEDIA_TYPE.search(manifest.read(_MOST_MANIFEST))
    return (match[1] or match[2]).decode("ascii", "replace") if match else ""


def _first_names(path: Path) -> list[str]:
    """Names that stand in the local headers of a zip file whose directory cannot be read."""
    with path.open("rb") as file:
        data = file.read(1 << 20)
    names = []
    for match in re.finditer(rb"PK\x03\x04.{26}", data, re.DOTALL):
        length = int.from_bytes(match[0][26:28], "little")
        names.append(data[match.start() + 30 : match.start() + 30 + length].decode("utf-8", "replace"))
    return names
