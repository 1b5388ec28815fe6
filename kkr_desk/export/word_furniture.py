"""Headers, footers and page numbers of the Word file, and the fonts it carries."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx.document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kkr_desk.export.fonts import font_file
from kkr_desk.export.word_template import Styles
from kkr_desk.export.word_xml import field, header_or_footer, paragraph, text_run, twips
from kkr_desk.index import Weight
from kkr_desk.plan import Plan

_PLACEHOLDER = "{page}"
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_FAMILIES = {Weight.REGULAR: "Source Sans Pro", Weight.SEMIBOLD: "Source Sans Pro Semibold"}


@dataclass(frozen=True, slots=True)
class Furniture:
    """Relationship ids of headers and footers: on our own pages, and on those that show an attachment's page."""

    own_header: str
    own_footer: str
    page_header: str
    page_footer: str


def furnish(document: docx.document.Document, plan: Plan, styles: Styles) -> Furniture:
    """Fill in the template's header and footer, and make those of the attachments' pages, which bear the number alone.

    `{council}` and `{date}` are filled in where the template's header or footer has them. The page number goes where
    `{page}` stands, else, unless the template numbers its pages itself, below what is there.
    """
    at_top = plan.template.stamp_place.value.startswith("top")
    number = _number_paragraph(plan, styles.header if at_top else styles.footer)
    empty = {"hdr": paragraph(styles.header), "ftr": paragraph(styles.footer)}
    with_number = {"hdr": number if at_top else empty["hdr"], "ftr": empty["ftr"] if at_top else number}
    own = {}
    for kind, relation in (("hdr", RT.HEADER), ("ftr", RT.FOOTER)):
        part_id = _template_part(document, kind)
        numbered = at_top == (kind == "hdr")
        if part_id is None:
            content = with_number[kind] if numbered else empty[kind]
            part_id = _add(document, f"/word/egen-{kind}.xml", kind, relation, content)
        else:
            _fill(document.part.related_parts[part_id], plan, number if numbered else None)
        own[kind] = part_id
    page = {
        kind: _add(document, f"/word/bilag-{kind}.xml", kind, relation, with_number[kind])
        for kind, relation in (("hdr", RT.HEADER), ("ftr", RT.FOOTER))
    }
    return Furniture(own["hdr"], own["ftr"], page["hdr"], page["ftr"])


def carry_fonts(document: docx.document.Document) -> None:
    """Put the documents' fonts into the file, so that lines break alike where they are not installed (17.8.1)."""
    table = _part(document, "/word/fontTable.xml", CT.WML_FONT_TABLE, b"")
    rows = []
    for weight, family in _FAMILIES.items():
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"kkr-desk:{family}")
        part = _part(document, f"/word/fonts/{weight}.odttf", _FONT_TYPE, obfuscated(font_file(weight), key))
        relation = table.relate_to(part, _FONT_RELATION)
        rows.append(
            f'<w:font w:name="{family}"><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
            f'<w:embedRegular r:id="{relation}" w:fontKey="{{{str(key).upper()}}}"/></w:font>'
        )
    table._blob = header_or_footer("fonts", "".join(rows))  # noqa: SLF001  a plain part has no other way to be filled
    document.part.relate_to(table, RT.FONT_TABLE)
    settings = document.settings.element
    settings.insert(0, parse_xml(f'<w:embedTrueTypeFonts xmlns:w="{qn("w:x")[1:].partition("}")[0]}"/>'))


def obfuscated(font: Path, key: uuid.UUID) -> bytes:
    """A font as Word embeds it: its first 32 bytes crossed with the key, last byte first (17.8.1)."""
    data = bytearray(font.read_bytes())
    mask = bytes(reversed(key.bytes))
    for at in range(32):
        data[at] ^= mask[at % 16]
    return bytes(data)


def number_runs(plan: Plan) -> str:
    """The page number as Word counts it: the template's words with PAGE and NUMPAGES fields."""
    fields = {"{page}": field("PAGE", "1"), "{pages}": field("NUMPAGES", str(plan.total_pages))}
    pieces = re.split(r"(\{pages?\})", plan.template.stamp_format)
    return "".join(fields.get(piece) or text_run(piece) for piece in pieces if piece)


def _number_paragraph(plan: Plan, style: str) -> str:
    """The number as far from the page's edges as in the PDF."""
    template, measures = plan.template, plan.style
    side = {"right": "right", "centre": "center", "left": "left"}[template.stamp_place.value.split("-")[1]]
    left, right = twips(template.stamp_margin - measures.left), twips(template.stamp_margin - measures.right)
    settings = f'<w:ind w:left="{left}" w:right="{right}"/><w:jc w:val="{side}"/>'
    return paragraph(style, number_runs(plan), settings=settings)


def _template_part(document: docx.document.Document, kind: str) -> str | None:
    """Relationship id of the template's default header or footer."""
    tag = {"hdr": "w:headerReference", "ftr": "w:footerReference"}[kind]
    for reference in document.element.body.iter(qn(tag)):
        if reference.get(qn("w:type")) == "default":
            return str(reference.get(qn("r:id")))
    return None


def _fill(part: Any, plan: Plan, number: str | None) -> None:
    """Fill in a header or footer of the template; `number` is ours, where this is the place for it."""
    meeting = plan.agenda.meeting
    holders = []
    for text in list(part.element.iter(qn("w:t"))):
        text.text = (text.text or "").replace("{council}", meeting.council).replace("{date}", meeting.date_in_words)
        if _PLACEHOLDER in text.text:
            holders.append(text)
    own = any("PAGE" in (code.text or "") for code in part.element.iter(qn("w:instrText")))
    added = parse_xml(header_or_footer("ftr", number))[0] if number is not None else None
    for holder in holders:
        holding = next(ancestor for ancestor in holder.iterancestors(qn("w:p")))
        if added is None:
            holder.text = holder.text.replace(_PLACEHOLDER, "")
        else:
            holding.getparent().replace(holding, added)
    if not holders and not own and added is not None:
        part.element.append(added)


def _add(document: docx.document.Document, name: str, kind: str, relation: str, content: str) -> str:
    content_type = CT.WML_HEADER if kind == "hdr" else CT.WML_FOOTER
    part = _part(document, name, content_type, header_or_footer(kind, content))
    return str(document.part.relate_to(part, relation))


def _part(document: docx.document.Document, name: str, content_type: str, data: bytes) -> Part:
    return Part(PackURI(name), content_type, data, document.part.package)
