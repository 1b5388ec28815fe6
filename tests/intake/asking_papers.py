"""Papers that ask for something at an address: PDFs in every way that the format knows, old Office files, others."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.intake.hostile_pdfs import one_page, stream
from tests.intake.office.office_papers import open_document

Make = Callable[[Path, str], Path]


def dynamic_form(path: Path, address: str) -> Path:
    """A PDF that is an XFA form, with a remote picture."""
    there = address.encode()
    form = (
        b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.0/">'
        b'<subform><field><ui/><value><image href="%b/xfa.png"/></value></field></subform></template></xdp:xdp>' % there
    )
    made = one_page(path, stream(b""), o5=stream(form))
    root = b"/Type/Catalog/NeedsRendering true/AcroForm<</Fields[]/XFA 5 0 R>>"
    path.write_bytes(made.read_bytes().replace(b"/Type/Catalog", root, 1))
    return path


def pdf(path: Path, address: str) -> Path:
    """Actions of every kind that leave the file, content and pictures kept elsewhere, and a form that sends."""
    there = address.encode()
    elsewhere = b"<</FS/URL/F(%b/file.pdf)>>" % there
    actions = b"".join(
        b"<</Type/Annot/Subtype/Link/Rect[%d 0 %d 9]/A<<%b>>>>" % (at, at + 9, action)
        for at, action in enumerate(
            (
                b"/S/URI/URI(%b/uri)" % there,
                b"/S/GoToR/D[0/Fit]/F" + elsewhere,
                b"/S/GoToE/D[0/Fit]/F" + elsewhere,
                b"/S/Launch/F" + elsewhere,
                b"/S/SubmitForm/Flags 0/F" + elsewhere,
                b"/S/ImportData/F" + elsewhere,
                b"/S/Thread/D 0/F" + elsewhere,
                b"/S/JavaScript/JS(app.launchURL\\('%b/script'\\))" % there,
                b"/S/Rendition/R<</S/MR/C<</S/MCD/CT(video/mp4)/D %b>>>>" % elsewhere,
            )
        )
    )
    picture = b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/F" + elsewhere
    drawing = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F %b/Page 0>>" % elsewhere
    opi = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/OPI<</2.0<</Type/OPI/Version 2.0/F %b>>>>" % elsewhere
    shown = b"BT /F1 12 Tf 72 420 Td (Notat) Tj ET /P Do /D Do /O Do"
    made = one_page(
        path,
        stream(shown),
        b"/XObject<</P 5 0 R/D 6 0 R/O 7 0 R>>",
        b"/Annots[%b]/AA<</O<</S/URI/URI(%b/page)>>>>" % (actions, there),
        o5=stream(b"", picture),
        o6=stream(b"0 0 9 9 re f", drawing),
        o7=stream(b"0 0 9 9 re f", opi),
    )
    root = b"/Type/Catalog/OpenAction<</S/URI/URI(%b/open)>>/URI<</Base(%b/)>>" % (there, there)
    data = made.read_bytes().replace(b"/Type/Catalog", root, 1)
    path.write_bytes(data.replace(b"startxref\n", b"startxref\n9"))  # the places have moved: it is to be mended
    return path


def spreadsheet(path: Path, address: str) -> Path:
    """An ods with functions and a range that fetch, and a remote picture."""
    cells = "".join(
        f'<table:table-cell table:formula="{formula}" office:value-type="string"><text:p>gammelt</text:p>'
        "</table:table-cell>"
        for formula in (
            f"of:=WEBSERVICE(&quot;{address}/webservice&quot;)",
            f"of:=['{address}/book.ods'#$Ark1.A1]",
            f"of:=DDE(&quot;soffice&quot;;&quot;{address}/dde.ods&quot;;&quot;A1&quot;)",
        )
    )
    body = (
        f'<table:table table:name="Ark1"><table:table-source xlink:href="{address}/table.ods" table:table-name="Ark1"/>'
        f"<table:table-row>{cells}<table:table-cell><draw:frame svg:width='2cm' svg:height='2cm'><draw:image "
        f'xlink:href="{address}/ods.png" xlink:type="simple"/></draw:frame></table:table-cell></table:table-row>'
        "</table:table>"
    )
    return open_document(path, body, "spreadsheet")


def presentation(path: Path, address: str) -> Path:
    """An odp with a remote picture and a remote film."""
    body = (
        '<draw:page draw:name="1"><draw:frame svg:width="5cm" svg:height="5cm"><draw:image '
        f'xlink:href="{address}/odp.png" xlink:type="simple"/></draw:frame>'
        '<draw:frame svg:width="5cm" svg:height="5cm"><draw:plugin '
        f'xlink:href="{address}/film.mp4" xlink:type="simple" draw:mime-type="video/mp4"/></draw:frame></draw:page>'
    )
    return open_document(path, body, "presentation")


def vector(path: Path, address: str) -> Path:
    """An svg with a remote picture, style and script."""
    path.write_text(
        f'<?xml version="1.0"?><?xml-stylesheet href="{address}/style.css"?><!DOCTYPE svg SYSTEM "{address}/svg.dtd">'
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href='
        f'"{address}/svg.png" width="9" height="9"/><script href="{address}/svg.js"/></svg>',
        encoding="utf-8",
    )
    return path


def entities(path: Path, address: str) -> Path:
    """A docx whose parts name a remote document type and remote entities."""
    head = f'<?xml version="1.0"?><!DOCTYPE d SYSTEM "{address}/d.dtd" [<!ENTITY e SYSTEM "{address}/entity">]>'
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{types}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'{head}<w:document xmlns:w="{main}"><w:body><w:p><w:r><w:t>Ord &e;</w:t></w:r></w:p></w:body>'
            "</w:document>",
        )
    return path


OPEN_DOCUMENTS: Mapping[str, Make] = {"ods": spreadsheet, "odp": presentation}
"""Those that the old kinds are made of, and that no other test has."""
OLD = {"doc": "odt", "xls": "ods", "ppt": "odp"}
"""The old kinds, and of what LibreOffice makes them with their links kept."""
