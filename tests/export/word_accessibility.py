"""A small accessibility checker for Word files: the rules of Word's own that can be tested without Word.

It reads the package's XML and knows nothing of what made it. The rules are those of Microsoft's "Rules for the
Accessibility Checker": headings in order, tables with a header row and simple structure, pictures told in words and in
line with the text, links that say where they lead, no blank characters or empty paragraphs as spacing; and beyond them
language and title, which listening programs need.

What breaks a rule for a reason is counted apart, by the reason's name; see `REASONS`.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

REASONS = {
    "section": "The paragraph holds the properties of the section that it ends (ECMA-376 part 1, 17.6.18).",
    "furniture": "A header or footer holds at least one paragraph (17.10.4), also one that is there to be empty.",
    "cell": "The last thing in a cell is a paragraph (17.4.65), also after a table in it.",
    "numbered page": "The page fills the paper and bears its number as text upon it, in a paragraph of their own.",
    "logo": "It stands beside the heading, in a paragraph of its own that is read before it.",
    "layout": "A table in a header or footer places things; it holds no data, and nothing there is read as a table.",
}
"""Why something that breaks a rule is no finding."""

_READ = re.compile(r"word/(document|styles|settings|[^/]*(hdr|ftr|header|footer)[^/]*)\.xml|docProps/core\.xml")
_CONTENT = ("drawing", "pict", "object", "fldChar", "fldSimple", "sym", "footnoteReference")
"""What makes a paragraph hold something, beside text."""
_HEADING = re.compile(r"(?:heading|overskrift) ([1-9])", re.IGNORECASE)
_BLANKS = re.compile(r"[ \u00a0]{3,}")
_FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)


@dataclass(slots=True)
class Checked:
    """What came of checking a file.

    Attributes:
        findings: One line each: the rule, and where it is broken.
        excused: How often each of `REASONS` was met.
        headings: Level of each heading, in order.
        pictures: What is read aloud instead of each picture in the text, in order.
    """

    findings: list[str] = field(default_factory=list)
    excused: Counter[str] = field(default_factory=Counter)
    headings: list[int] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


def check(file: Path) -> Checked:
    """Hold a Word file against the rules."""
    with zipfile.ZipFile(file) as package:
        parts = {name: etree.fromstring(package.read(name)) for name in package.namelist() if _READ.fullmatch(name)}
    checked = Checked()
    body = parts["word/document.xml"]
    checked.headings = list(_levels(body, parts["word/styles.xml"]))
    checked.findings += _headings(checked.headings)
    checked.findings += _languages(parts)
    checked.findings += _title(parts)
    checked.findings += _links(body)
    for name, root in parts.items():
        if root.tag in (f"{_W}document", f"{_W}hdr", f"{_W}ftr"):
            is_text = root is body
            checked.findings += [f"{name}: {found}" for found in _tables(root, checked, is_text=is_text)]
            checked.findings += [f"{name}: {found}" for found in _pictures(root, checked, is_text=is_text)]
            checked.findings += [f"{name}: {found}" for found in _spacing(root, checked, is_text=is_text)]
    return checked


def _levels(body: Any, styles: Any) -> Iterator[int]:
    """The level of each paragraph that is a heading, 0 where it has no words.

    It is said by the paragraph itself, by its style, or by what that is based on.
    """
    by_id = {str(style.get(f"{_W}styleId")): style for style in styles.iter(f"{_W}style")}
    for paragraph in body.iter(f"{_W}p"):
        own = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
        key = paragraph.find(f"{_W}pPr/{_W}pStyle")
        level = None if own is None else int(own.get(f"{_W}val")) + 1
        style = by_id.get("" if key is None else str(key.get(f"{_W}val")))
        while level is None and style is not None:
            level = _level_of(style)
            based = style.find(f"{_W}basedOn")
            style = None if based is None else by_id.get(str(based.get(f"{_W}val")))
        if level is not None and level <= 9:
            yield level if _words(paragraph).strip() else 0


def _level_of(style: Any) -> int | None:
    outline = style.find(f"{_W}pPr/{_W}outlineLvl")
    if outline is not None:
        return int(outline.get(f"{_W}val")) + 1
    named = _HEADING.fullmatch(str(style.find(f"{_W}name").get(f"{_W}val")))
    return int(named[1]) if named else None


def _headings(levels: list[int]) -> Iterator[str]:
    if not levels:
        yield "headings: there is none"
    before = 0
    for n, level in enumerate(levels, 1):
        if level == 0:
            yield f"headings: number {n} has no words"
            continue
        if level > before + 1:
            yield f"headings: number {n} is on level {level} after level {before}"
        before = level


def _languages(parts: dict[str, Any]) -> Iterator[str]:
    """One language, said in the styles' defaults, the theme's fonts and the properties; no style says another."""
    told = parts["word/styles.xml"].find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang")
    language = "" if told is None else told.get(f"{_W}val") or ""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", language):
        yield f"language: the styles say {language!r}"
    theme = parts["word/settings.xml"].find(f"{_W}themeFontLang")
    if theme is None or theme.get(f"{_W}val") != language:
        yield "language: the theme's fonts have another or none"
    if parts["docProps/core.xml"].findtext(f"{_DC}language") != language:
        yield "language: the properties have another or none"
    for found in parts["word/styles.xml"].iter(f"{_W}lang"):
        if found.get(f"{_W}val") not in (None, language):
            yield f"language: a style says {found.get(f'{_W}val')}"


def _title(parts: dict[str, Any]) -> Iterator[str]:
    title = parts["docProps/core.xml"].findtext(f"{_DC}title") or ""
    if not title.strip() or title.lower().endswith(".docx"):
        yield f"title: {title!r}"


def _links(body: Any) -> Iterator[str]:
    marks = {str(mark.get(f"{_W}name")) for mark in body.iter(f"{_W}bookmarkStart")}
    for n, link in enumerate(body.iter(f"{_W}hyperlink"), 1):
        words = _words(link).strip()
        if not any(char.isalpha() for char in words) or _ADDRESS.match(words):
            yield f"links: number {n} says {words!r}"
        anchor = link.get(f"{_W}anchor")
        if anchor is not None and anchor not in marks:
            yield f"links: number {n} leads nowhere"


def _tables(root: Any, checked: Checked, *, is_text: bool) -> Iterator[str]:
    for n, table in enumerate(root.iter(f"{_W}tbl"), 1):
        if not is_text:
            checked.excused["layout"] += 1
            continue
        repeated = table.find(f"{_W}tr/{_W}trPr/{_W}tblHeader")
        first = table.find(f"{_W}tr")
        if repeated is None or repeated.getparent().getparent() is not first or _is_off(repeated):
            yield f"tables: number {n} has no header row"
        if any(True for _ in table.iter(f"{_W}vMerge", f"{_W}gridSpan", f"{_W}hMerge")):
            yield f"tables: number {n} has merged cells"


def _pictures(root: Any, checked: Checked, *, is_text: bool) -> Iterator[str]:
    numbers = Counter(str(what.get("id")) for what in root.iter(f"{_WP}docPr"))
    if is_text:
        yield from (f"pictures: {count} have the number {key}" for key, count in numbers.items() if count > 1)
    for n, holder in enumerate(root.iter(f"{_WP}inline", f"{_WP}anchor"), 1):
        if next(holder.iter(f"{_A}blip"), None) is None:
            continue
        what = holder.find(f"{_WP}docPr")
        told = str(what.get("descr") or "")
        is_decoration = any(mark.get("val") in ("1", "true") for mark in what.iter(_DECORATIVE))
        if is_text:
            checked.pictures.append(told)
        if (not told.strip() or _FILE_NAME.search(told)) and not is_decoration:
            yield f"pictures: number {n} is told as {told!r}"
        if is_text and holder.tag == f"{_WP}anchor":
            reason = _why_floating(holder)
            checked.excused[reason] += bool(reason)
            if not reason:
                yield f"pictures: number {n} is not in line with the text"
    for shape in root.iter(f"{_VML}shape"):
        if shape.find(f"{_VML}imagedata") is not None and not (shape.get("alt") or "").strip():
            yield "pictures: an old one is not told in words"


def _why_floating(holder: Any) -> str:
    """Why a picture floats: nothing but it, or it and a page number, are in its paragraph, behind the text."""
    paragraph = next(holder.iterancestors(f"{_W}p"))
    codes = [(code.text or "").split() for code in paragraph.iter(f"{_W}instrText")]
    is_alone = len(list(paragraph.iter(f"{_WP}anchor", f"{_WP}inline"))) == 1 and holder.get("behindDoc") == "1"
    if is_alone and ["PAGE"] in codes:
        return "numbered page"
    return "logo" if is_alone and not codes and not _words(paragraph).strip() else ""


def _spacing(root: Any, checked: Checked, *, is_text: bool) -> Iterator[str]:
    for n, paragraph in enumerate(root.iter(f"{_W}p"), 1):
        own = [node for node in paragraph.iter() if next(node.iterancestors(f"{_W}p"), None) is paragraph]
        kinds = [etree.QName(node).localname for node in own if isinstance(node.tag, str)]
        words = "".join(node.text or "" for node in own if node.tag == f"{_W}t")
        if _BLANKS.search(words):
            yield f"spacing: paragraph {n} has blank characters"
        if re.search(r"\bbr\b(?: rPr)?(?: r)? br\b", " ".join(kinds)):
            yield f"spacing: paragraph {n} has blank lines"
        if words.strip() or any(kind in _CONTENT for kind in kinds):
            continue
        reason = _why_empty(paragraph, is_text=is_text)
        checked.excused[reason] += bool(reason)
        if not reason:
            yield f"spacing: paragraph {n} is empty"


def _why_empty(paragraph: Any, *, is_text: bool) -> str:
    if is_text and paragraph.find(f"{_W}pPr/{_W}sectPr") is not None:
        return "section"
    parent = paragraph.getparent()
    if not is_text and len(parent) == 1:
        return "furniture"
    if parent.tag == f"{_W}tc" and parent[-1] is paragraph:
        return "cell" if paragraph.getprevious() is None or paragraph.getprevious().tag != f"{_W}p" else ""
    return ""


def _is_off(switch: Any) -> bool:
    return switch.get(f"{_W}val") in ("0", "false", "off")


def _words(element: Any) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{_W}t"))
