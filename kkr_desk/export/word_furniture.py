"""Headers, footers and page numbers of the Word file's own pages: the template's, filled in."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import docx.document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kkr_desk.export.word_template import Styles
from kkr_desk.export.word_xml import field, header_or_footer, paragraph, plain, reference, text_run, twips
from kkr_desk.plan import Plan, logo_text

_PAGE = "{page}"
_PAGE_FIELD = re.compile(r"^\s*PAGE\b")
_KINDS = {"hdr": RT.HEADER, "ftr": RT.FOOTER}
_EMU = 12700
"""English metric units to a point."""
_EDGE_LEAST = 14.0
"""Points from the paper's edge that most printers leave white."""
_LINE = 14.0
"""Points of a line in a header or footer, as most are set."""
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
"""A picture as programs before Word 2007 wrote it, and some still do."""
_OLD_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
_DECORATION = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
"""How Word marks a picture that nothing is to be read aloud for."""
_TAGS = {"hdr": "w:headerReference", "ftr": "w:footerReference"}


@dataclass(frozen=True, slots=True)
class Furniture:
    """References to headers and footers, as a section's properties name them.

    Attributes:
        own: Of the pages we write.
        first: Of the very first page too, where the template has it differ; else empty.
        pages: Of the pages that show an attachment's: empty ones, so that no section takes over those before it.
        header_edge: Points from the paper's edge to the header of our own pages.
        footer_edge: The same of the footer.
        fixed_top: Whether the text begins where it does however tall the header is: one that is too tall for its
            place must not make the index longer.
        fixed_bottom: The same of the footer and where the text ends.
    """

    own: str
    first: str
    pages: str
    header_edge: float
    footer_edge: float
    fixed_top: bool
    fixed_bottom: bool


def furnish(document: docx.document.Document, plan: Plan, styles: Styles, *, own_look: bool) -> Furniture:
    """Fill in the template's headers and footers and make those of the attachments' pages.

    `{council}` and `{date}` are filled in where the template has them. The page number goes where `{page}` stands,
    else, unless the template numbers its pages itself, below what is there. Even pages get what the odd ones have.
    The letterhead's pictures are told in words.

    Args:
        document: The template, opened.
        plan: Council, date and the number's words and place.
        styles: The template's styles.
        own_look: The template is the program's own.
    """
    for setting in list(document.settings.element.iter(qn("w:evenAndOddHeaders"))):
        setting.getparent().remove(setting)
    _tell_pictures(document, plan)
    numbers_itself = not own_look and _numbered(_pair(document, "default").values())
    own = _fill_pair(document, plan, styles, "default")
    first = ""
    if any(True for _ in document.element.body.iter(qn("w:titlePg"))):
        first = _fill_pair(document, plan, styles, "first")
    pages = "".join(
        reference(kind, _add(document, f"/word/bilag-{kind}.xml", kind, paragraph(styles.page))) for kind in _KINDS
    )
    first_section, style = document.sections[0], plan.style
    wanted = first_section.header_distance
    header, fixed_top = _edge(document, "hdr", 36 if wanted is None else wanted.pt, style.top)
    least = plan.template.stamp_margin - plan.template.stamp_size * 0.25
    wanted = first_section.footer_distance if numbers_itself else None
    footer, fixed_bottom = _edge(document, "ftr", least if wanted is None else wanted.pt, style.bottom - 2)
    return Furniture(own, first + own if first else "", pages, header, footer, fixed_top, fixed_bottom)


def _edge(document: docx.document.Document, kind: str, wanted: float, room: float) -> tuple[float, bool]:
    """How far from the paper's edge headers or footers begin, and whether they are too tall even so.

    They move towards the edge rather than over the text. LibreOffice 7.4 loses the alignment of one that is too tall.
    """
    references = (found.get(qn("r:id")) for found in document.element.body.iter(qn(_TAGS[kind])))
    roots = [document.part.related_parts[str(key)].element for key in references]
    tallest = max((_height(root) for root in roots), default=0.0)
    edge = min(wanted, max(room - tallest, _EDGE_LEAST))
    return edge, edge + tallest > room


def _height(root: Any) -> float:
    """About how many points a header or footer is tall: lines of text, and pictures in them."""
    lines = []
    for words in root.iter(qn("w:p")):
        extents = (found for inline in words.iter(qn("wp:inline")) for found in inline.iter(qn("wp:extent")))
        pictures = [int(found.get("cy")) / _EMU for found in extents]
        lines.append(max([_LINE, *pictures]))
    return sum(lines)


def has_letterhead(document: docx.document.Document) -> bool:
    """Whether a template's header shows a picture: the council's own letterhead, with its logo."""
    references = (found.get(qn("r:id")) for found in document.element.body.iter(qn(_TAGS["hdr"])))
    roots = (document.part.related_parts[str(key)].element for key in references)
    return any(found is not None for root in roots for found in root.iter(qn("a:blip"), _OLD_PICTURE))


def _tell_pictures(document: docx.document.Document, plan: Plan) -> None:
    """Give the letterhead's pictures words, where the council gave none and does not call them decoration."""
    references = (found.get(qn("r:id")) for found in document.element.body.iter(qn(_TAGS["hdr"])))
    told = plain(logo_text(plan.agenda))
    for root in [document.part.related_parts[str(key)].element for key in references]:
        for holder in root.iter(qn("wp:inline"), qn("wp:anchor")):
            what = holder.find(qn("wp:docPr"))
            is_silent = what is not None and not (
                what.get("descr") or what.find(f".//{_DECORATION}[@val='1']") is not None
            )
            if is_silent and next(holder.iter(qn("a:blip")), None) is not None:
                what.set("descr", told)
        for shape in root.iter(_OLD_SHAPE):
            if not shape.get("alt") and shape.find(_OLD_PICTURE) is not None:
                shape.set("alt", told)


def number_runs(plan: Plan, page: int, settings: str = "") -> str:
    """The page number as Word counts it: the template's words with PAGE and NUMPAGES fields.

    Args:
        plan: Whose words.
        page: What the field says until it is updated.
        settings: Run properties.
    """
    fields = {
        "{page}": field("PAGE", str(page), settings),
        "{pages}": field("NUMPAGES", str(plan.total_pages), settings),
    }
    pieces = re.split(r"(\{pages?\})", plan.template.stamp_format)
    return "".join(fields.get(piece) or text_run(piece, settings) for piece in pieces if piece)


def _fill_pair(document: docx.document.Document, plan: Plan, styles: Styles, pages: str) -> str:
    """Fill in a header and its footer; returns the references to them."""
    ids = {kind: _template_part(document, kind, pages) for kind in _KINDS}
    parts = _pair(document, pages)
    numbered = _numbered(parts.values())
    at_top = plan.template.stamp_place.value.startswith("top")
    for kind, part in parts.items():
        _fill(part.element, plan, styles)
        if not numbered and at_top == (kind == "hdr"):
            part.element.append(_element(_number_paragraph(plan, styles, kind)))
    for kind, key in ids.items():
        if key is None:
            wanted = not numbered and at_top == (kind == "hdr")
            content = _number_paragraph(plan, styles, kind) if wanted else paragraph(styles.page)
            ids[kind] = _add(document, f"/word/egen-{pages}-{kind}.xml", kind, content)
    return "".join(reference(kind, str(key), pages) for kind, key in ids.items())


def _pair(document: docx.document.Document, pages: str) -> dict[str, Any]:
    """The template's header and footer, as far as it has them."""
    ids = ((kind, _template_part(document, kind, pages)) for kind in _KINDS)
    return {kind: document.part.related_parts[key] for kind, key in ids if key is not None}


def _numbered(parts: Iterable[Any]) -> bool:
    """Whether any of them has a page number or a place for one."""
    return any(_counts_pages(part.element) or any(map(_has_place, _words(part))) for part in parts)


def _fill(root: Any, plan: Plan, styles: Styles) -> None:
    """Fill in the placeholders of one header or footer."""
    meeting = plan.agenda.meeting
    for words in list(root.iter(qn("w:p"))):
        texts = _texts(words)
        _replace(texts, "{council}", plain(meeting.council))
        _replace(texts, "{date}", meeting.date_in_words)
        whole = "".join(text.text or "" for text in texts)
        if whole.strip() == _PAGE and words.getparent() is root and words.find(f".//{qn('w:jc')}") is None:
            kind = root.tag.rpartition("}")[2]
            root.replace(words, _element(_number_paragraph(plan, styles, kind)))
        elif _PAGE in whole:
            _number_here(texts, plan)


def _number_here(texts: Sequence[Any], plan: Plan) -> None:
    """Put the number where `{page}` stands, in the type of the run that it stands in."""
    _replace(texts, _PAGE, _PAGE)
    holder = next(text for text in texts if _PAGE in (text.text or ""))
    run = holder.getparent()
    before, _, after = holder.text.partition(_PAGE)
    look = run.find(qn("w:rPr"))
    pieces = [text_run(before)] if before else []
    pieces += [number_runs(plan, 1)] + ([text_run(after)] if after else [])
    made = list(_element(paragraph("x", "".join(pieces))).iterchildren(qn("w:r")))
    for piece in reversed(made):
        if look is not None:
            piece.insert(0, copy.deepcopy(look))
        run.addnext(piece)
    run.remove(holder)


def _replace(texts: Sequence[Any], old: str, new: str) -> None:
    """Replace words wherever they stand, also where Word has cut them into several runs; the first run gets them."""
    at = 0
    while True:
        whole = "".join(text.text or "" for text in texts)
        start = whole.find(old, at)
        if start < 0:
            return
        end, passed = start + len(old), 0
        for text in texts:
            value = text.text or ""
            low, high = max(start - passed, 0), min(end - passed, len(value))
            if low < high:
                text.text = value[:low] + (new if passed <= start else "") + value[high:]
                text.set(qn("xml:space"), "preserve")
            passed += len(value)
        at = start + len(new)


def _number_paragraph(plan: Plan, styles: Styles, kind: str) -> str:
    """The number as far from the page's edges as in the PDF."""
    template, measures = plan.template, plan.style
    side = {"right": "right", "centre": "center", "left": "left"}[template.stamp_place.value.split("-")[1]]
    left, right = twips(template.stamp_margin - measures.left), twips(template.stamp_margin - measures.right)
    settings = f'<w:ind w:left="{left}" w:right="{right}"/><w:jc w:val="{side}"/>'
    style = styles.header if kind == "hdr" else styles.footer
    return paragraph(style, number_runs(plan, 1), settings=settings)


def _template_part(document: docx.document.Document, kind: str, pages: str) -> str | None:
    """Relationship id of the template's header or footer."""
    for found in document.element.body.iter(qn(_TAGS[kind])):
        if found.get(qn("w:type")) == pages:
            return str(found.get(qn("r:id")))
    return None


def _texts(words: Any) -> list[Any]:
    """The texts of a paragraph itself, those of text boxes in it left out."""
    return [text for text in words.iter(qn("w:t")) if next(text.iterancestors(qn("w:p"))) is words]


def _words(part: Any) -> Iterator[str]:
    for words in part.element.iter(qn("w:p")):
        yield "".join(text.text or "" for text in _texts(words))


def _has_place(words: str) -> bool:
    return _PAGE in words


def _counts_pages(root: Any) -> bool:
    """Whether a header or footer has a PAGE field of its own."""
    codes = [code.text or "" for code in root.iter(qn("w:instrText"))]
    codes += [simple.get(qn("w:instr")) or "" for simple in root.iter(qn("w:fldSimple"))]
    return any(_PAGE_FIELD.match(code) for code in codes)


def _element(content: str) -> Any:
    return parse_xml(header_or_footer("ftr", content))[0]


def _add(document: docx.document.Document, name: str, kind: str, content: str) -> str:
    content_type = CT.WML_HEADER if kind == "hdr" else CT.WML_FOOTER
    part = Part(PackURI(name), content_type, header_or_footer(kind, content), document.part.package)
    return str(document.part.relate_to(part, _KINDS[kind]))
