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
from docx.oxml.ns import qn

from kkr_desk.errors import UserError
from kkr_desk.paths import resource

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
