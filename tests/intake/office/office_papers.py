"""Office files as small as they can be, and hostile ones: each asks for something at an address, or runs a macro."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"

EXTERNAL = ' TargetMode="External"'

Relation = tuple[str, str, str]
"""Identifier, the last word of its type, and its target; a target with "://" is external."""


def packed(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A zip file of parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def relations(*those: Relation) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"{EXTERNAL if "://" in target else ""}/>'
        for name, kind, target in those
    )
    return f'<Relationships xmlns="{_RELS}">{rows}</Relationships>'


def content_types(**overrides: str) -> str:
    """`word__document` stands for /word/document.xml."""
    rows = "".join(
        f'<Override PartName="/{name.replace("__", "/")}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        for name, kind in overrides.items()
    )
    defaults = '<Default Extension="xml" ContentType="application/xml"/>'
    defaults += '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f"{_TYPES}{rels}{defaults}{rows}</Types>"


def word(path: Path, body: str, *those: Relation, **parts: str) -> Path:
    """A docx; `parts` are further files of word/."""
    document = (
        f'<w:document xmlns:w="{_W}" xmlns:r="{_OFFICE}" xmlns:a="{_A}" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>{body}</w:body></w:document>'
    )
    return packed(
        path,
        {
            "[Content_Types].xml": content_types(
                word__document="wordprocessingml.document.main", word__settings="wordprocessingml.settings"
            ),
            "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": relations(*those, ("rs", "settings", "settings.xml")),
            "word/settings.xml": parts.pop("settings", f'<w:settings xmlns:w="{_W}"/>'),
            **parts,
        },
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def hostile_word(path: Path, address: str) -> Path:
    """A remote picture, a remote template, a linked object and a field that fetches a picture."""
    blip = (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="p"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rp"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x='0' y='0'/>"
        "<a:ext cx='914400' cy='914400'/></a:xfrm><a:prstGeom prst='rect'/></pic:spPr></pic:pic></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    linked = (
        '<w:p><w:r><w:object><v:shape id="s1" style="width:50pt;height:50pt"><v:imagedata r:href="rv"/></v:shape>'
        '<o:OLEObject Type="Link" ProgID="Excel.Sheet.12" ShapeID="s1" DrawAspect="Content" r:id="ro" '
        'UpdateMode="Always"><o:LinkType>EnhancedMetaFile</o:LinkType></o:OLEObject></w:object></w:r></w:p>'
    )
    field = "".join(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>gemt</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        for code in (
            f'INCLUDEPICTURE "{address}/field.png" \\d',
            f'INCLUDETEXT "{address}/text.docx"',
            f'LINK Excel.Sheet.12 "{address}/link.xlsx" "A1" \\a \\f 0',
            f'DDEAUTO "soffice" "{address}/dde.ods" "A1"',
        )
    )
    settings = f'<w:settings xmlns:w="{_W}" xmlns:r="{_OFFICE}"><w:attachedTemplate r:id="rt"/></w:settings>'
    return word(
        path,
        paragraph("Rødgrød med fløde") + blip + linked + field,
        ("rp", "image", f"{address}/picture.png"),
        ("rv", "image", f"{address}/vml.png"),
        ("ro", "oleObject", f"{address}/object.xlsx"),
        settings=settings,
        **{"word/_rels/settings.xml.rels": relations(("rt", "attachedTemplate", f"{address}/template.dotx"))},
    )


_BOOK = (
    f'<workbook xmlns="{_S}" xmlns:r="{_OFFICE}"><sheets><sheet name="Ark1" sheetId="1" r:id="r1"/></sheets>'
    '<externalReferences><externalReference r:id="r2"/></externalReferences>'
    '<calcPr calcId="1" fullCalcOnLoad="1"/></workbook>'
)
_LINK = (
    f'<externalLink xmlns="{_S}" xmlns:r="{_OFFICE}"><externalBook r:id="r1"><sheetNames>'
    '<sheetName val="Ark1"/></sheetNames></externalBook></externalLink>'
)


def hostile_excel(path: Path, address: str) -> Path:
    """A link to another workbook, and functions that fetch."""
    cells = "".join(
        f'<c r="{place}" t="str"><f>{formula}</f><v>{value}</v></c>'
        for place, formula, value in (
            ("A1", f'WEBSERVICE("{address}/webservice")', "gammelt"),
            ("B1", "[1]Ark1!$A$1", "gammelt"),
            ("C1", f'_xlfn.WEBSERVICE("{address}/xlfn")', "gammelt"),
            ("D1", f'HYPERLINK("{address}/hyper","her")', "her"),
            ("E1", f'DDE("soffice","{address}/dde.ods","A1")', "gammelt"),
            ("F1", f'_xlfn.IMAGE("{address}/image.png")', "gammelt"),
        )
    )
    sheet = f'<worksheet xmlns="{_S}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'
    return packed(
        path,
        {
            "[Content_Types].xml": content_types(
                xl__workbook="spreadsheetml.sheet.main",
                xl__worksheets__sheet1="spreadsheetml.worksheet",
                xl__externalLinks__externalLink1="spreadsheetml.externalLink",
            ),
            "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": _BOOK,
            "xl/_rels/workbook.xml.rels": relations(
                ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "externalLink", "externalLinks/externalLink1.xml")
            ),
            "xl/worksheets/sheet1.xml": sheet,
            "xl/externalLinks/externalLink1.xml": _LINK,
            "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
                ("r1", "externalLinkPath", f"{address}/book.xlsx")
            ),
        },
    )


def hostile_powerpoint(path: Path, address: str) -> Path:
    """A linked picture and a linked film."""
    tree = (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        '<p:pic><p:nvPicPr><p:cNvPr id="2" name="p"/><p:cNvPicPr/><p:nvPr><a:videoFile r:link="rv"/></p:nvPr>'
        '</p:nvPicPr><p:blipFill><a:blip r:link="rp"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"/>'
        "</p:spPr></p:pic>"
    )
    names = f'xmlns:p="{_P}" xmlns:a="{_A}" xmlns:r="{_OFFICE}"'
    show = (
        f'<p:presentation {names}><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst>'
        '<p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )
    return packed(
        path,
        {
            "[Content_Types].xml": content_types(
                ppt__presentation="presentationml.presentation.main", ppt__slides__slide1="presentationml.slide"
            ),
            "_rels/.rels": relations(("r1", "officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": show,
            "ppt/_rels/presentation.xml.rels": relations(("r1", "slide", "slides/slide1.xml")),
            "ppt/slides/slide1.xml": f"<p:sld {names}><p:cSld><p:spTree>{tree}</p:spTree></p:cSld></p:sld>",
            "ppt/slides/_rels/slide1.xml.rels": relations(
                ("rp", "image", f"{address}/slide.png"), ("rv", "video", f"{address}/film.mp4")
            ),
        },
    )


_NAMES = (
    " ".join(
        f'xmlns:{short}="{_ODF}{long}:1.0"'
        for short, long in (
            ("office", "office"),
            ("text", "text"),
            ("draw", "drawing"),
            ("style", "style"),
            ("script", "script"),
            ("table", "table"),
            ("svg", "svg-compatible"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dom="http://www.w3.org/2001/xml-events"'
)


def open_document(path: Path, body: str, kind: str = "text", head: str = "", **parts: str) -> Path:
    """An odt or another OpenDocument file; `head` stands before its body."""
    mime = {"text": "text", "spreadsheet": "spreadsheet", "presentation": "presentation"}[kind]
    content = (
        f'<office:document-content {_NAMES} office:version="1.3">{head}<office:body><office:{kind}>{body}'
        f"</office:{kind}></office:body></office:document-content>"
    )
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in parts
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0" manifest:version="1.3"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.{mime}"/><manifest:file-entry '
        f'manifest:full-path="content.xml" manifest:media-type="text/xml"/>{rows}</manifest:manifest>'
    )
    return packed(
        path,
        {
            "mimetype": f"application/vnd.oasis.opendocument.{mime}",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
            **parts,
        },
    )


def hostile_open_document(path: Path, address: str) -> Path:
    """Remote pictures, a linked section and a linked object."""
    body = (
        '<text:p>Rødgrød<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char"><draw:image '
        f'xlink:href="{address}/odt.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>'
        f'<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char"><draw:object '
        f'xlink:href="{address}/object.ods" xlink:type="simple"/></draw:frame></text:p>'
        f'<text:section text:name="a"><text:section-source xlink:href="{address}/section.odt"/><text:p/></text:section>'
    )
    return open_document(path, body)


def hostile_rich_text(path: Path, address: str) -> Path:
    """Fields that fetch a picture and a text, and a remote template."""
    fields = "".join(
        rf'{{\field{{\*\fldinst {code} "{address}/{name}"}}{{\fldrslt gemt}}}}'
        for code, name in (("INCLUDEPICTURE", "rtf.png"), ("INCLUDETEXT", "rtf.docx"))
    )
    text = rf"{{\rtf1\ansi{{\*\template {address}/rtf.dot}} R\'f8dgr\'f8d {fields}\par}}"
    path.write_text(text, encoding="ascii")
    return path


HOSTILE: Mapping[str, Callable[[Path, str], Path]] = {
    "docx": hostile_word,
    "odt": hostile_open_document,
    "pptx": hostile_powerpoint,
    "rtf": hostile_rich_text,
    "xlsx": hostile_excel,
}


def macro_document(path: Path, written: Path) -> Path:
    """An odt whose Basic macro, run when it is opened, writes a file."""
    code = (
        "Sub Main\n  Dim n As Integer\n  n = FreeFile\n"
        f'  Open "{written}" For Output As #n\n  Print #n, "ran"\n  Close #n\nEnd Sub\n'
    )
    library = "http://openoffice.org/2000/script"
    module = (
        f'<script:module xmlns:script="{library}" script:name="M" script:language="StarBasic">{code}</script:module>'
    )
    head = (
        '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" '
        'script:event-name="dom:load" xlink:type="simple" '
        'xlink:href="vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document"/></office:event-listeners></office:scripts>'
    )
    return open_document(
        path,
        "<text:p>Makro</text:p>",
        head=head,
        **{
            "Basic/script-lc.xml": f'<library:libraries xmlns:library="{library}" '
            'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/>'
            "</library:libraries>",
            "Basic/Standard/script-lb.xml": f'<library:library xmlns:library="{library}" library:name="Standard" '
            'library:readonly="false" library:passwordprotected="false"><library:element library:name="M"/>'
            "</library:library>",
            "Basic/Standard/M.xml": module,
        },
    )
