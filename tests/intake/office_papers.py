"""Small Office files for the tests of intake, written as the zip files of XML that they are."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from kkr_desk.intake.conversion import Refused, Request
from kkr_desk.intake.papers import Prepared, prepare
from kkr_desk.model import FileStatus, Shown, Treatment
from kkr_desk.progress import NullProgress

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_SPACES = " ".join(
    f'xmlns:{name}="{ODF}:{space}:1.0"'
    for name, space in [
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("presentation", "presentation"), ("script", "script"), ("config", "config"), ("meta", "meta"),
    ]
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip

_ODF_SPACES += ' office:version="1.2"'

SHOWN = Treatment(Shown.SHOWN, Shown.SHOWN, Shown.SHOWN)
LEFT_OUT = Treatment(Shown.LEFT_OUT, Shown.LEFT_OUT, Shown.LEFT_OUT)
Parts = Mapping[str, str | bytes]


def zipped(path: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def relations(*rows: tuple[str, str, str]) -> str:
    """Relations by id, kind and target; a target with a colon lies outside."""
    text = "".join(
        f'<Relationship Id="{id_}" Type="{R}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for id_, kind, target in rows
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{text}</Relationships>'


def open_xml(path: Path, main: str, data: str, parts: Parts, kind: str = "") -> Path:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{kind or "application/xml"}"/></Types>'
    )
    whole = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(
            ("a", "officeDocument", main), ("b", "core-properties", "docProps/core.xml"),
            ("c", "extended-properties", "docProps/app.xml"),
        ),
        main: data,
        **parts,
    }  # fmt: skip
    return zipped(path, whole)


def word(folder: Path, body: str, parts: Parts | None = None, kind: str = "") -> Path:
    spaces = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="{A}"'
    spaces += ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    text = f"<w:document {spaces}><w:body>{body}</w:body></w:document>"
    return open_xml(folder / "file.docx", "word/document.xml", text, parts or {}, kind)


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"


def excel(
    folder: Path, sheets: Mapping[str, str], parts: Parts | None = None, states: str = "", book: str = "",
    more: tuple[tuple[str, str, str], ...] = (),
) -> Path:  # fmt: skip
    """A workbook of sheets by name; `states` has a letter for each: v(isible), h(idden), V(ery hidden)."""
    words = {"h": ' state="hidden"', "V": ' state="veryHidden"'}
    rows = "".join(
        f'<sheet name="{name}" sheetId="{n + 1}" r:id="s{n}"{words.get(states[n : n + 1], "")}/>'
        for n, name in enumerate(sheets)
    )
    ways = [(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(len(sheets))]
    whole: dict[str, str | bytes] = {
        f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{X}" xmlns:r="{R}">{data}</worksheet>'
        for n, data in enumerate(sheets.values())
    }
    whole["xl/_rels/workbook.xml.rels"] = relations(*ways, *more)
    data = f'<workbook xmlns="{X}" xmlns:r="{R}"><sheets>{rows}</sheets>{book}</workbook>'
    return open_xml(folder / "file.xlsx", "xl/workbook.xml", data, {**whole, **(parts or {})})


def powerpoint(folder: Path, slides: list[str], parts: Parts | None = None) -> Path:
    """A presentation of slides, each the whole element but for its namespaces."""
    spaces = f'xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"'
    whole: dict[str, str | bytes] = {
        f"ppt/slides/slide{n}.xml": slide.replace("<p:sld", f"<p:sld {spaces}", 1) for n, slide in enumerate(slides)
    }
    ways = [(f"s{n}", "slide", f"slides/slide{n}.xml") for n in range(len(slides))]
    whole["ppt/_rels/presentation.xml.rels"] = relations(*ways)
    data = f"<p:presentation {spaces}/>"
    return open_xml(folder / "file.pptx", "ppt/presentation.xml", data, {**whole, **(parts or {})})


def opendocument(folder: Path, kind: str, body: str, parts: Parts | None = None, head: str = "") -> Path:
    words = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
    declared = f"application/vnd.oasis.opendocument.{words[kind]}"
    inner = f"<office:body><office:{words[kind]}>{body}</office:{words[kind]}></office:body>"
    content = f"<office:document-content {_ODF_SPACES}>{head}{inner}</office:document-content>"
    entries = "".join(
        f'<m:file-entry m:full-path="{name}" m:media-type="{kind_}"/>'
        for name, kind_ in [("/", declared), ("content.xml", "text/xml"), ("styles.xml", "text/xml")]
    )
    manifest = f'<m:manifest xmlns:m="{ODF}:manifest:1.0">{entries}</m:manifest>'
    whole = {"mimetype": declared, "content.xml": content, "META-INF/manifest.xml": manifest, **(parts or {})}
    return zipped(folder / f"file.{kind}", whole)


def opendocument_part(root: str, inner: str) -> str:
    return f"<office:{root} {_ODF_SPACES}>{inner}</office:{root}>"


def prepared(path: Path, treatment: Treatment | None = None) -> Prepared:
    """Prepare a file for conversion, in a folder of its own beside it."""
    folder = path.parent / f"work{len(list(path.parent.iterdir()))}"
    folder.mkdir()
    kind = path.suffix.removeprefix(".")
    return prepare(Request(path, path.name, kind, folder, treatment or Treatment()), NullProgress())


def refused(path: Path) -> tuple[FileStatus, str]:
    """How a file is refused: status and code."""
    try:
        prepared(path)
    except Refused as refusal:
        return refusal.status, refusal.notice.code
    raise AssertionError


def codes(result: Prepared) -> dict[str, dict[str, str]]:
    return {notice.code: dict(notice.facts) for notice in result.notices}


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(result: Prepared, name: str) -> str:
    return parts(result.path)[name].decode()


def words(result: Prepared, name: str = "word/document.xml") -> str:
    """The text of a part, a line for each of its paragraphs."""
    root = etree.fromstring(parts(result.path)[name])
    return "\n".join("".join(p.itertext()) for p in root.iter("{*}p"))
