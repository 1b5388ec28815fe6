"""What a caseworker should know of a PDF that can be included: what it carries that will not come along or changes.

The codes' sentences are in `kkr_desk.sentences.NOTICES`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from kkr_desk.model import Notice
from kkr_desk.pdf.comments import is_comment, is_written_on
from kkr_desk.pdf.field_words import has_formatting, label_of, lacking, words_of
from kkr_desk.pdf.fields import widgets

HUGE = 3400.0
"""Points along a side from which a page is worth a word: more than A0 (3370)."""
TINY = 72.0
"""Points along a side below which it is: less than an inch."""

_RUNS = frozenset({"/JavaScript", "/Launch"})
_MOST_NAMES = 8
_MOST_NODES = 50_000
_REPAIRS = ("damaged", "reconstruct", "recover", "xref not found")


@dataclass(slots=True)
class Findings:
    """Collects notices page by page; `notices` puts them in order once the last page was seen.

    `heading` is the first heading of the first page.
    """

    comments: int = 0
    written: int = 0
    undrawable: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    redactions: list[int] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    huge: list[int] = field(default_factory=list)
    tiny: list[int] = field(default_factory=list)
    undrawn: list[int] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    runs: bool = False
    heading: str = ""

    def see_size(self, number: int, width: float, height: float) -> None:
        """Note a page's visible size in points; `number` is 1-based."""
        if max(width, height) > HUGE:
            self.huge.append(number)
        elif min(width, height) < TINY:
            self.tiny.append(number)

    def see_page(self, number: int, page: pikepdf.Page) -> None:
        """Note what hangs on a page; `number` is 1-based."""
        self.runs = self.runs or _has_script(page.obj.get("/AA"))
        for annot in _dictionaries(page.obj.get("/Annots")):
            kind = str(annot.get("/Subtype", ""))
            self.comments += is_comment(annot)
            self.written += is_written_on(annot)
            if kind == "/Widget" and "/AP" not in annot:
                self._see_field(annot)
            if kind == "/Redact" and number not in self.redactions:
                self.redactions.append(number)
            if kind == "/FileAttachment":
                self.files.append(file_name(annot.get("/FS")))
            self.runs = self.runs or _does_run(annot.get("/A")) or _has_script(annot.get("/AA"))

    def _see_field(self, widget: pikepdf.Object) -> None:
        """Note what is lost of a field that leaves its look to viewers."""
        words = words_of(widget)
        if lacking(words):
            self.undrawable.append(label_of(widget))
        elif words and has_formatting(widget):
            self.plain.append(label_of(widget))

    def notices(self, pdf: pikepdf.Pdf) -> tuple[Notice, ...]:
        """All notices of a document, after its last page was seen."""
        notices = list(_of_document(pdf))
        files = [*map(file_name, embedded(pdf)), *self.files]
        if "/Collection" in pdf.Root:
            notices.append(Notice("pdf-portfolio"))
        if files:
            notices.append(Notice("file-encloses", (("count", str(len(files))), ("files", listed(files)))))
        if self.runs or _document_runs(pdf):
            notices.append(Notice("pdf-scripts"))
        for code, fields in (("pdf-form-letters", self.undrawable), ("pdf-form-formatting", self.plain)):
            if fields:
                notices.append(Notice(code, (("count", str(len(fields))), ("fields", listed(fields)))))
        if self.comments:
            notices.append(Notice("pdf-comments", (("count", str(self.comments)),)))
        if self.written:
            notices.append(Notice("pdf-written-on", (("count", str(self.written)),)))
        pages = (
            ("pdf-redaction-pending", self.redactions),
            ("pdf-scans", self.scans),
            ("pdf-huge-pages", self.huge),
            ("pdf-tiny-pages", self.tiny),
            ("pdf-edges-unknown", self.undrawn),
        )
        for code, numbers in pages:
            if numbers:
                notices.append(Notice(code, (("count", str(len(numbers))), ("pages", page_ranges(numbers)))))
        return tuple(notices)


def was_mended(pdf: pikepdf.Pdf) -> bool:
    """Whether qpdf had to mend what it has read so far of a file; asking forgets it."""
    return any(sign in warning for warning in map(str, pdf.get_warnings()) for sign in _REPAIRS)


def is_dynamic_form(pdf: pikepdf.Pdf) -> bool:
    """Whether a form is described by XFA alone (XFA 3.3; ISO 32000-1, 12.7.8 and table 28), so that no page shows it.

    Static XFA has pages with fields of its own, and goes along as the form it is.
    """
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary) or "/XFA" not in form:
        return False
    wanted: Any = pdf.Root.get("/NeedsRendering")
    if wanted is True:
        return True
    return len(pdf.pages) == 1 and not widgets(pdf.pages[0].obj)


def page_ranges(numbers: Sequence[int]) -> str:
    """Page numbers as a person writes them: "1–3, 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in runs[:_MOST_NAMES]]
    return ", ".join([*shown, *(["…"] if len(runs) > _MOST_NAMES else [])])


def _of_document(pdf: pikepdf.Pdf) -> Iterator[Notice]:
    if was_mended(pdf):
        yield Notice("pdf-repaired", (("count", str(len(pdf.pages))),))
    if pdf.is_encrypted:
        yield Notice("pdf-owner-locked")
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary):
        fields = list(_fields(form))
        signatures = [f for f in fields if f.get("/FT") == pikepdf.Name.Sig]
        if "/XFA" in form:
            yield Notice("pdf-xfa")
        if len(fields) > len(signatures):
            yield Notice("pdf-form-fields", (("count", str(len(fields) - len(signatures))),))
        if any("/V" in f for f in signatures):
            yield Notice("pdf-signed")
    layers = pdf.Root.get("/OCProperties")
    if isinstance(layers, pikepdf.Dictionary) and list(_dictionaries(layers.get("/OCGs"))):
        yield Notice("pdf-layers")


def _fields(form: pikepdf.Dictionary) -> Iterator[pikepdf.Object]:
    """Fields that hold a value or could: those with a type of their own."""
    return (node for node in _tree(_dictionaries(form.get("/Fields"))) if "/FT" in node)


def embedded(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The files in the document's name tree, as it specifies them (ISO 32000-1, 7.11.4)."""
    names = pdf.Root.get("/Names")
    tree = names.get("/EmbeddedFiles") if isinstance(names, pikepdf.Dictionary) else None
    roots = [tree] if isinstance(tree, pikepdf.Dictionary) else []
    return [spec for node in _tree(roots) for spec in _dictionaries(node.get("/Names"))]


def _tree(roots: Sequence[pikepdf.Object]) -> Iterator[pikepdf.Object]:
    """Nodes of a tree of /Kids, in order, each once: a hostile tree may lead in a ring.

    A form field that has a type is not looked into: what is below it is the same field.
    """
    waiting, seen = [*reversed(roots)], set[tuple[int, int]]()
    while waiting and len(seen) < _MOST_NODES:
        node = waiting.pop()
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        yield node
        if "/FT" not in node:
            waiting.extend(_dictionaries(node.get("/Kids"))[::-1])


def file_name(spec: Any) -> str:
    """What a specified file is called, "?" where nothing says."""
    name = (spec.get("/UF") or spec.get("/F")) if isinstance(spec, pikepdf.Dictionary) else spec
    return str(name).rpartition("/")[2] if isinstance(name, pikepdf.String) else "?"


def listed(names: Iterable[str]) -> str:
    """Names as a person writes them, each once and the first few of many."""
    unique = list(dict.fromkeys(names))
    return ", ".join([*unique[:_MOST_NAMES], *(["…"] if len(unique) > _MOST_NAMES else [])])


def _document_runs(pdf: pikepdf.Pdf) -> bool:
    names = pdf.Root.get("/Names")
    named = isinstance(names, pikepdf.Dictionary) and "/JavaScript" in names
    return named or _does_run(pdf.Root.get("/OpenAction")) or _has_script(pdf.Root.get("/AA"))


def _has_script(additional: Any) -> bool:
    return isinstance(additional, pikepdf.Dictionary) and any(_does_run(action) for _, action in additional.items())


def _does_run(action: Any) -> bool:
    """Whether an action, or one chained to it, runs a script or starts a program."""
    waiting = [action]
    for _ in range(_MOST_NAMES):
        if not waiting:
            break
        node = waiting.pop()
        if isinstance(node, pikepdf.Dictionary):
            if str(node.get("/S", "")) in _RUNS:
                return True
            following = node.get("/Next")
            waiting.extend([following] if isinstance(following, pikepdf.Dictionary) else _dictionaries(following))
    return False


def _dictionaries(array: Any) -> list[pikepdf.Object]:
    """The dictionaries in an array; none when it is no array."""
    if not isinstance(array, pikepdf.Array):
        return []
    return [entry for entry in array.as_list() if isinstance(entry, pikepdf.Dictionary)]
