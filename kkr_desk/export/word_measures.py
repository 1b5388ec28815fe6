"""The plan's measures in the styles of a Word template: a council's styles keep their looks, not their room.

What a style says of heights, breaks and numbering moves pages. The style of attachments' pages above all: a line or a
space too high for its page, and LibreOffice 7.4 never ends laying the document out.
"""

from __future__ import annotations

from typing import Any

import docx.document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from kkr_desk.export.word_template import Styles
from kkr_desk.export.word_titles import number_column
from kkr_desk.export.word_xml import twips
from kkr_desk.plan import Plan

HEADING_SIZE, NAME_SIZE = 20.0, 15.0
"""Points of a divider's heading and of the attachment's name below it."""
_SLIP_SIZE = 12.0
_PAGE_SIZE = 1.0
_WIDENING = ("w:sz", "w:szCs", "w:spacing", "w:w", "w:kern", "w:position", "w:caps", "w:smallCaps", "w:vanish")
"""What a run has that moves a line."""
_MODE = "14"
"""Compatibility mode in which LibreOffice 7.4 paints a number that stands right of its row's right indent."""


def fit_styles(document: docx.document.Document, plan: Plan, styles: Styles, *, own_look: bool) -> None:
    """Give the styles the measures that the plan was made with, so that every page keeps its length.

    Args:
        document: The template, opened.
        plan: What the measures are.
        styles: The template's styles.
        own_look: The template is the program's own, whose styles are right but for language and column of numbers.
    """
    by_id = {str(style.get(qn("w:styleId"))): style for style in document.styles.element.iterchildren(qn("w:style"))}
    if not own_look:
        _measure_rows(by_id, plan, styles)
        _measure_texts(by_id, styles)
        _set_mode(document)
    _speak(document, plan.template.language)
    for key in (styles.toc1, styles.toc2):
        indent: Any = by_id[key].find(f"{qn('w:pPr')}/{qn('w:ind')}")
        indent.set(qn("w:right"), str(int(number_column(plan) * 20)))


def _measure_rows(by_id: dict[str, Any], plan: Plan, styles: Styles) -> None:
    """The two styles of the index's rows."""
    measures = plan.style
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(measures.text_width)}"/></w:tabs>'
    for level, key in ((1, styles.toc1), (2, styles.toc2)):
        left = (0 if level == 1 else measures.indent) + measures.hanging
        above = measures.space_above if level == 1 else 0
        indent = f'<w:ind w:left="{twips(left)}" w:right="0" w:hanging="{twips(measures.hanging)}"/>'
        keep = "<w:keepNext/><w:keepLines/>" if level == 1 else "<w:keepLines/>"
        _set_paragraph(by_id[key], f'{keep}{tab}{_spacing(above, measures.leading)}{indent}<w:jc w:val="left"/>')
        _set_size(by_id[key], measures.size)


def _measure_texts(by_id: dict[str, Any], styles: Styles) -> None:
    """Headings, dividers, slips and pages; what a divider gives a paragraph of its own goes before its style."""
    outline = '<w:outlineLvl w:val="{}"/>'
    texts = (
        (styles.heading1, HEADING_SIZE, 37.0, "<w:keepNext/><w:keepLines/>", outline.format(0)),
        (styles.heading2, NAME_SIZE, 21.0, "<w:keepLines/>", outline.format(1)),
        (styles.divider, HEADING_SIZE, 37.0, "<w:keepNext/><w:keepLines/>", ""),
        (styles.slip, _SLIP_SIZE, 18.0, "", ""),
        (styles.page, _PAGE_SIZE, _PAGE_SIZE, "", ""),
    )
    for key, size, line, keep, level in texts:
        side = by_id[key].find(f"{qn('w:pPr')}/{qn('w:jc')}")
        aligned = "" if side is None or key == styles.page else f'<w:jc w:val="{side.get(qn("w:val"))}"/>'
        indent = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
        _set_paragraph(by_id[key], f"{keep}{_UNNUMBERED}{_spacing(0, line)}{indent}{aligned}{level}")
        _set_size(by_id[key], size)


_UNNUMBERED = '<w:pageBreakBefore w:val="0"/><w:numPr><w:numId w:val="0"/></w:numPr>'
"""Neither a page of its own nor a number: the plan gives both."""


def _spacing(before: float, line: float) -> str:
    return (
        f'<w:spacing w:before="{twips(before)}" w:beforeAutospacing="0" w:after="0" w:afterAutospacing="0" '
        f'w:line="{twips(line)}" w:lineRule="exact"/>'
    )


def _set_paragraph(style: Any, content: str) -> None:
    style.replace(style.get_or_add_pPr(), parse_xml(f"<w:pPr {nsdecls('w')}>{content}</w:pPr>"))


def _set_size(style: Any, points: float) -> None:
    """Set the type's size, and letters in the case they were written in; typeface, weight and colour stay."""
    run: Any = style.get_or_add_rPr()
    for name in _WIDENING:
        for found in run.findall(qn(name)):
            run.remove(found)
    for name in ("w:caps", "w:smallCaps"):
        run.insert_element_before(_valued(name, "0"), *_AFTER_CAPS)
    for name in ("w:sz", "w:szCs"):
        run.insert_element_before(_valued(name, str(round(points * 2))), *_AFTER_SIZE)


_AFTER_SIZE = (
    "w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang",
    "w:eastAsianLayout", "w:specVanish", "w:oMath",
)  # fmt: skip
"""What follows a size in a run's properties, in the schema's order."""
_AFTER_CAPS = (
    "w:strike", "w:dstrike", "w:outline", "w:shadow", "w:emboss", "w:imprint", "w:noProof", "w:snapToGrid",
    "w:webHidden", "w:color", *_AFTER_SIZE,
)  # fmt: skip


_AFTER_THEME_LANGUAGE = (
    "w:clrSchemeMapping", "w:doNotIncludeSubdocsInStats", "w:doNotAutoCompressPictures", "w:forceUpgrade", "w:captions",
    "w:readModeInkLockDown", "w:smartTagType", "w:shapeDefaults", "w:doNotEmbedSmartTags", "w:decimalSymbol",
    "w:listSeparator",
)  # fmt: skip
"""What follows the theme's language in a document's settings, in the schema's order."""


def _speak(document: docx.document.Document, language: str) -> None:
    """Set the language that the text is spelt and read aloud in, wherever the styles and the settings name one."""
    root: Any = document.styles.element
    defaults = root.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = OxmlElement("w:docDefaults")
        root.insert(0, defaults)
    whole = defaults.find(qn("w:rPrDefault"))
    if whole is None:
        whole = OxmlElement("w:rPrDefault")
        defaults.insert(0, whole)
    run = whole.find(qn("w:rPr"))
    if run is None:
        run = OxmlElement("w:rPr")
        whole.append(run)
    if run.find(qn("w:lang")) is None:
        run.insert_element_before(OxmlElement("w:lang"), "w:eastAsianLayout", "w:specVanish", "w:oMath")
    for found in root.iter(qn("w:lang")):
        found.set(qn("w:val"), language)
    settings: Any = document.settings.element
    if settings.find(qn("w:themeFontLang")) is None:
        settings.insert_element_before(OxmlElement("w:themeFontLang"), *_AFTER_THEME_LANGUAGE)
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), language)


def _set_mode(document: docx.document.Document) -> None:
    for found in document.settings.element.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), _MODE)


def _valued(name: str, value: str) -> Any:
    element: Any = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element
