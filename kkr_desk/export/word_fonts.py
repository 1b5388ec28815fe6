"""The documents' fonts inside the Word file, so that lines break alike where they are not installed."""

from __future__ import annotations

import uuid
from pathlib import Path

import docx.document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement

from kkr_desk.export.word_xml import header_or_footer
from kkr_desk.index import Weight
from kkr_desk.typeface.fonts import font_file

_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_FAMILIES = {Weight.REGULAR: "Source Sans Pro", Weight.SEMIBOLD: "Source Sans Pro Semibold"}


def carry_fonts(document: docx.document.Document) -> None:
    """Put the fonts into the file (ECMA-376 part 1, 17.8.1)."""
    package = document.part.package
    table = Part(PackURI("/word/fontTable.xml"), CT.WML_FONT_TABLE, b"", package)
    rows = []
    for weight, family in _FAMILIES.items():
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"kkr-desk:{family}")
        part = Part(PackURI(f"/word/fonts/{weight}.odttf"), _FONT_TYPE, obfuscated(font_file(weight), key), package)
        relation = table.relate_to(part, _FONT_RELATION)
        rows.append(
            f'<w:font w:name="{family}"><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
            f'<w:embedRegular r:id="{relation}" w:fontKey="{{{str(key).upper()}}}"/></w:font>'
        )
    table._blob = header_or_footer("fonts", "".join(rows))  # noqa: SLF001  a plain part has no other way to be filled
    document.part.relate_to(table, RT.FONT_TABLE)
    document.settings.element.insert(0, OxmlElement("w:embedTrueTypeFonts"))


def obfuscated(font: Path, key: uuid.UUID) -> bytes:
    """A font as Word embeds it: its first 32 bytes crossed with the key, last byte first (17.8.1)."""
    data = bytearray(font.read_bytes())
    mask = bytes(reversed(key.bytes))
    for at in range(32):
        data[at] ^= mask[at % 16]
    return bytes(data)
