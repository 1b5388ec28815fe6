"""What a paper says of itself: its title, who it is from and its language; never what a program wrote by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.papers.package import Package
from kkr_desk.intake.papers.relations import parts_of
from kkr_desk.intake.papers.xml_part import Element, attribute, child, found, local, text_of
from kkr_desk.intake.particulars import sensible_title
from kkr_desk.model import Particulars

_NO_TITLE = re.compile(
    r"powerpoint[ -]?(?:præsentation|presentation)|(?:microsoft )?word[ -]?(?:dokument|document)|(?:uden|ingen) titel|"
    r"no slide title|title|titel|\w*(?:skabelon|template)|(?:klik|click) .*|(?:ark|sheet|workbook) ?\d*",
    re.IGNORECASE | re.DOTALL,
)
"""What programs and templates write where a title is to be."""
_NOBODY = re.compile(
    r"(?:microsoft|windows|office|openpyxl|python|apache|libreoffice|openoffice|unknown|ukendt|default|owner|ejer|"
    r"user|bruger|admin|administrator|hp|dell|lenovo|home|privat|company|firma|template|skabelon|test)\b.*",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_TITLE_STYLES = ("title", "titel")
_HEADING = re.compile(r"(?:heading|overskrift) ?1", re.IGNORECASE)


def particulars_of(package: Package, kind: str, main: str) -> Particulars:
    """Read off a paper what it says of itself.

    Args:
        package: The paper.
        kind: "docx", "xlsx", "pptx", "odt", "ods" or "odp".
        main: Name of its main part.
    """
    meta = _properties(package, kind)
    template = _first(meta, "Template").rpartition(".")[0].casefold()
    title = _title(_first(meta, "title"))
    if template and title.casefold() == template:
        title = ""
    for heading in _headings(package, kind, main) if not title else ():
        title = title or _title(heading)
    language = _LANGUAGE.fullmatch(_first(meta, "language"))
    return Particulars(title=title, sender=_sender(meta), language=language[1].lower() if language else "")


def _title(text: str) -> str:
    title = sensible_title(text)
    return "" if _NO_TITLE.fullmatch(title) else title


def _properties(package: Package, kind: str) -> list[Element]:
    """The parts that tell of the paper; one that cannot be read tells nothing."""
    if kind.startswith("od"):
        names = ["meta.xml"]
    else:
        names = parts_of(package, "", "core-properties", "extended-properties", "coreProperties", "extendedProperties")
    roots = []
    for name in names:
        try:
            root = package.tree(name)
        except Refused:
            continue
        if root is not None:
            roots.append(root)
    return roots


def _first(roots: Iterable[Element], name: str) -> str:
    texts = (("".join(each.itertext())).strip() for root in roots for each in found(root, name))
    return next((text for text in texts if text), "")


def _sender(meta: list[Element]) -> str:
    """The organisation, or else the person in full; user names and programs are nobody."""
    company = " ".join(_first(meta, "Company").split())
    if 2 < len(company) <= 100 and not _NOBODY.fullmatch(company) and "_" not in company:
        return company
    person = " ".join((_first(meta, "creator") or _first(meta, "initial-creator")).split())
    words = re.findall(r"[^\W\d_]{2,}", person)
    return person if len(words) >= 2 and len(person) <= 100 and not _NOBODY.fullmatch(person) else ""


def _headings(package: Package, kind: str, main: str) -> Iterator[str]:
    """What a paper's own pages show as its title, the best guess first."""
    root = package.tree(main)
    if root is None:
        return
    if kind == "docx":
        yield from _word_headings(package, main, root)
    elif kind == "pptx":
        yield from _slide_titles(package, main)
    elif kind == "odt":
        titles = [p for p in found(root, "p") if attribute(p, "style-name").casefold() in _TITLE_STYLES]
        for each in (*titles[:1], *[h for h in found(root, "h") if attribute(h, "outline-level") in {"", "1"}][:3]):
            yield "".join(each.itertext())
    elif kind == "odp":
        for frame in found(root, "frame"):
            if attribute(frame, "class") == "title":
                yield " ".join("".join(p.itertext()) for p in found(frame, "p"))
                return


def _word_headings(package: Package, main: str, root: Element) -> Iterator[str]:
    titles, headings = set(), set()
    for name in parts_of(package, main, "styles"):
        for style in found(package.tree(name), "style"):
            named = child(style, "name")
            called = attribute(named, "val") if named is not None else ""
            if called.casefold() in _TITLE_STYLES:
                titles.add(attribute(style, "styleId"))
            elif _HEADING.fullmatch(called):
                headings.add(attribute(style, "styleId"))
    for styles in (titles, headings):
        for mark in found(root, "pStyle"):
            paragraph = next(mark.iterancestors("{*}p"), None)
            if attribute(mark, "val") in styles and paragraph is not None:
                text = text_of(paragraph, "t")
                if text.strip():
                    yield text
                    break


def _slide_titles(package: Package, main: str) -> Iterator[str]:
    for name in parts_of(package, main, "slide")[:1]:
        for place in found(package.tree(name), "ph"):
            if attribute(place, "type") in {"title", "ctrTitle"}:
                shape = next((each for each in place.iterancestors() if local(each) == "sp"), None)
                if shape is not None:
                    yield " ".join(text_of(p, "t") for p in found(shape, "p"))
