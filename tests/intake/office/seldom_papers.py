"""Office files of kinds that are seldom met, each with one line of text."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

_FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text><text:p>{words}</text:p></office:text></office:body></office:document>"""
_WORD = """<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">
<w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:wordDocument>"""
_EXCEL = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Ark1"><Table><Row><Cell><Data ss:Type="String">{words}</Data></Cell></Row></Table></Worksheet>
</Workbook>"""
_RELATION = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{what}"
 Target="{target}"/></Relationships>"""
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>"""


def _record(number: int, data: bytes = b"") -> bytes:
    """A record of a binary workbook ([MS-XLSB] 2.1.4)."""
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    return head + bytes([len(data)]) + data


def _wide(words: str) -> bytes:
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")


def _binary_workbook(words: str) -> bytes:
    sheet = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Ark1")
    row = struct.pack("<IIH3sIII", 0, 0, 300, b"\0\0\0", 1, 0, 0)
    cell = struct.pack("<II", 0, 0) + _wide(words)
    parts = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _RELATION.format(what="officeDocument", target="xl/workbook.bin").encode(),
        "xl/_rels/workbook.bin.rels": _RELATION.format(what="worksheet", target="worksheets/sheet1.bin").encode(),
        "xl/workbook.bin": b"".join(map(_record, (131, 143))) + _record(156, sheet) + _record(144) + _record(132),
        "xl/worksheets/sheet1.bin": (
            b"".join(map(_record, (129, 145))) + _record(0, row) + _record(6, cell) + _record(146) + _record(130)
        ),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return held.getvalue()


def _hostile_flat(path: Path, address: str) -> Path:
    """Flat OpenDocument with a picture and a section from elsewhere."""
    drawn = (
        '<draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" text:anchor-type="as-char" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" svg:width="2cm" svg:height="2cm">'
        f'<draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}/flat.png" xlink:type="simple" '
        'xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
        '<text:section text:name="a"><text:section-source xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xlink:href="{address}/section.odt"/><text:p/></text:section><text:p>'
    )
    path.write_text(_FLAT.format(words=drawn), encoding="utf-8")
    return path


def _hostile_word(path: Path, address: str) -> Path:
    """A Word file of 2003 with a picture and a style sheet from elsewhere."""
    drawn = (
        '</w:t></w:r><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:50pt;height:50pt">'
        f'<v:imagedata src="{address}/word.png"/></v:shape></w:pict></w:r><w:r><w:t>'
    )
    sheet = f'?><?xml-stylesheet type="text/xsl" href="{address}/word.xsl"?>'
    path = path.with_suffix(".xml")
    path.write_text(_WORD.format(words=drawn).replace("?>", sheet, 1), encoding="utf-8")
    return path


HOSTILE_SELDOM: Mapping[str, Callable[[Path, str], Path]] = {"fodt": _hostile_flat, "word-xml": _hostile_word}
SELDOM: Mapping[str, Callable[[str], bytes]] = {
    "excel-xml": lambda words: _EXCEL.format(words=words).encode(),
    "fodt": lambda words: _FLAT.format(words=words).encode(),
    "word-xml": lambda words: _WORD.format(words=words).encode(),
    "xlsb": _binary_workbook,
}
