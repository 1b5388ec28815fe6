"""The Word template: the program's own or the council's, its styles found by name, its header and footer kept."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import docx.document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from kkr_desk.errors import UserError
from kkr_desk.export.fonts import measure
from kkr_desk.export.word_xml import twips
from kkr_desk.index import Weight
from kkr_desk.paths import resource
from kkr_desk.plan import Plan

_BROKEN = (
    PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, IndexError, SyntaxError,
    NotImplementedError, zlib.error, EOFError,
)  # fmt: skip
"""What python-docx, zipfile and lxml say of a file that is no Word template (lxml's own error is a SyntaxError)."""

_NAMES = {
    "heading1": ("heading 1", "Overskrift 1"),
    "heading2": ("heading 2", "Overskrift 2"),
    "toc1": ("toc 1", "Indholdsfortegnelse 1"),
    "toc2": ("toc 2", "Indholdsfortegnelse 2"),
    "divider": ("Skilleblad",),
    "page": ("Bilagsside",),
    "slip": ("Erstatningsside",),
    "header": ("header", "Sidehoved"),
    "footer": ("footer", "Sidefod"),
}
"""What we need, and the names it may go by: Word writes its own styles' English names into every file, LibreOffice and
older programs sometimes the translated ones."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Style ids of a template for each thing we set."""

    heading1: str
    heading2: str
    toc1: str
    toc2: str
    divider: str
    page: str
    slip: str
    header: str
    footer: str


def open_template(file: Path | None) -> tuple[docx.document.Document, Styles]:
    """Open a template and find its styles.

    Args:
        file: The council's own; the program's without it.

    Raises:
        UserError: ``file-missing``; ``template-unreadable``; ``template-style-missing``, naming the styles that
            are not there.
    """
    path = file or resource("templates/samling.docx")
    if not path.is_file():
        raise UserError("file-missing", file=str(path))
    try:
        document = docx.Document(str(path))
        document.styles, document.settings, document.sections[0]  # a broken part shows itself here
    except _BROKEN as error:
        raise UserError("template-unreadable", file=str(path)) from error
    return document, _find_styles(document, path)


def fit_index_rows(document: docx.document.Document, plan: Plan, styles: Styles, *, own_look: bool) -> None:
    """Give the index's rows the measures that the plan was made with, so that it keeps its length when it is updated.

    Args:
        document: The template, opened.
        plan: What the measures are.
        styles: The template's styles.
        own_look: The template is the program's own, whose rows are right but for the column of numbers.
    """
    measures = plan.style
    column = measures.number_gap + measure("0", Weight.REGULAR, measures.size) * len(str(plan.total_pages))
    for style in document.styles.element.iterchildren(qn("w:style")):
        key = style.get(qn("w:styleId"))
        if key not in (styles.toc1, styles.toc2):
            continue
        if not own_look:
            _measure_row(style, plan, item=key == styles.toc1)
        indent: Any = style.find(f"{qn('w:pPr')}/{qn('w:ind')}")
        indent.set(qn("w:right"), str(int(column * 20)))


def _measure_row(style: Any, plan: Plan, *, item: bool) -> None:
    """Set a council's own style of a row: its font and colour stay, all that moves a line is the plan's."""
    measures = plan.style
    left = (0 if item else measures.indent) + measures.hanging
    above = measures.space_above if item else 0
    new = parse_xml(
        f'<w:pPr xmlns:w="{qn("w:x")[1:].partition("}")[0]}">{"<w:keepNext/>" if item else ""}<w:keepLines/>'
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(measures.text_width)}"/></w:tabs>'
        f'<w:spacing w:before="{twips(above)}" w:after="0" w:line="{twips(measures.leading)}" w:lineRule="exact"/>'
        f'<w:ind w:left="{twips(left)}" w:right="0" w:hanging="{twips(measures.hanging)}"/><w:jc w:val="left"/></w:pPr>'
    )
    style.replace(style.get_or_add_pPr(), new)
    run: Any = style.get_or_add_rPr()
    for name in ("w:sz", "w:szCs", "w:spacing", "w:w", "w:caps", "w:smallCaps"):
        for found in run.findall(qn(name)):
            run.remove(found)
    for name in ("w:sz", "w:szCs"):
        size = OxmlElement(name)
        size.set(qn("w:val"), str(round(measures.size * 2)))
        run.append(size)


def _find_styles(document: docx.document.Document, path: Path) -> Styles:
    found: dict[str, str] = {}
    for style in document.styles.element.iterchildren(qn("w:style")):
        name: Any = style.find(qn("w:name"))
        if style.get(qn("w:type")) == "paragraph" and name is not None:
            found.setdefault(str(name.get(qn("w:val"))).casefold(), str(style.get(qn("w:styleId"))))
    ids = {key: _first(found, names) for key, names in _NAMES.items()}
    missing = [_NAMES[key][0] for key, style_id in ids.items() if style_id is None]
    if missing:
        raise UserError("template-style-missing", file=path.name, styles=", ".join(missing))
    return Styles(**{key: style_id for key, style_id in ids.items() if style_id is not None})


def _first(found: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((found[name.casefold()] for name in names if name.casefold() in found), None)
