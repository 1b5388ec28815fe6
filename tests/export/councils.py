"""Word templates as councils make them: on Word's standard one, with a logo, and with all that can move a line."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from PIL import Image

DANISH = ("Indholdsfortegnelse 1", "Indholdsfortegnelse 2", "Skilleblad", "Bilagsside", "Erstatningsside")
ENGLISH = ("toc 1", "toc 2", "Skilleblad", "Bilagsside", "Erstatningsside")


def template_of(names: tuple[str, ...] = ENGLISH, *, logo: float = 20) -> Document:
    """Word's standard template with the styles we need, and a logo of so many points in its header."""
    document = docx.Document()
    for name in names:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    picture = io.BytesIO()
    Image.new("RGB", (60, 20), "#aa0000").save(picture, "PNG")
    head = document.sections[0].header.paragraphs[0]
    head.add_run().add_picture(picture, height=Pt(logo))
    head.add_run(" Møde i {coun")
    head.add_run("cil} den {date}")
    return document


def unruly() -> Document:
    """Large numbered headings in capitals, each on a page of its own, and Word's newest mode."""
    document = template_of()
    document.sections[0].footer.paragraphs[0].add_run("KKR-sekretariatet, tlf. 12 34 56 78")
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Kapitel %1"/></w:lvl></w:abstractNum>'
    ))  # fmt: skip
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    for name in ("Heading 1", "Heading 2", "Skilleblad", "Bilagsside"):
        style = document.styles[name]
        assert hasattr(style, "font")
        assert hasattr(style, "paragraph_format")
        style.font.size, style.font.name, style.font.all_caps = Pt(36), "Georgia", True
        style.font.color.rgb = RGBColor(0x80, 0, 0)
        style.paragraph_format.page_break_before = True
        style.paragraph_format.space_after = Pt(60)
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>'
        style.element.get_or_add_pPr()._insert_numPr(parse_xml(number))
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    return document


def danish() -> Document:
    """Every style by its Danish name, and no heading that says on which level it is."""
    document = template_of(DANISH)
    for style in document.styles.element.iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        if name.get(qn("w:val")) in ("heading 1", "heading 2"):
            name.set(qn("w:val"), name.get(qn("w:val")).replace("heading", "Overskrift"))
            style.set(qn("w:styleId"), style.get(qn("w:styleId")).replace("Heading", "Overskrift"))
            settings = style.find(qn("w:pPr"))
            settings.remove(settings.find(qn("w:outlineLvl")))
    return document
