"""Make samling.docx, the Word template that ships with the program. Same input, same bytes.

    python resources/templates/make_templates.py [FOLDER]

A council's own template needs the styles named in `kkr_desk.export.word_template`; all else is its own.
"""

# ruff: noqa: E501  lines of XML

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
DATE = (2026, 1, 1, 0, 0, 0)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SEMIBOLD = (
    '<w:rFonts w:ascii="Source Sans Pro Semibold" w:hAnsi="Source Sans Pro Semibold" w:cs="Source Sans Pro Semibold"/>'
)
GREY = '<w:color w:val="595959"/>'


def style(
    key: str, name: str, paragraph: str = "", run: str = "", *, based: str = "Normal", following: str = ""
) -> str:
    """A paragraph style."""
    after = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{after}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def spacing(line: float, before: float = 0) -> str:
    """Exact line height and space above, in points."""
    return f'<w:spacing w:before="{before * 20:.0f}" w:after="0" w:line="{line * 20:.0f}" w:lineRule="exact"/>'


def index_row(key: str, name: str, left: float, before: float, run: str, *, keep: str = "") -> str:
    """A row of the index: wrapped lines hang by 22 points, the number stands at the right margin behind dots."""
    tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9354"/></w:tabs>'
    indent = f'<w:ind w:left="{(left + 22) * 20:.0f}" w:right="840" w:hanging="440"/>'
    return style(key, name, f"{keep}<w:keepLines/>{tab}{spacing(15, before)}{indent}", run)


STYLES = (
    f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Source Sans Pro" w:hAnsi="Source Sans Pro" w:eastAsia="Source Sans Pro" w:cs="Source Sans Pro"/>'
    '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    f"<w:pPr>{spacing(15)}</w:pPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    + style(
        "Heading1",
        "heading 1",
        f'<w:keepNext/><w:keepLines/>{spacing(37)}<w:outlineLvl w:val="0"/>',
        f'{SEMIBOLD}<w:sz w:val="40"/><w:szCs w:val="40"/>',
        following="Normal",
    )
    + style(
        "Heading2",
        "heading 2",
        f'<w:keepLines/>{spacing(21, 14)}<w:outlineLvl w:val="1"/>',
        '<w:sz w:val="30"/><w:szCs w:val="30"/>',
        following="Normal",
    )
    + index_row("TOC1", "toc 1", 0, 7, SEMIBOLD, keep="<w:keepNext/>")
    + index_row("TOC2", "toc 2", 22, 0, "")
    + style(
        "Skilleblad",
        "Skilleblad",
        f"<w:keepNext/><w:keepLines/>{spacing(37)}",
        f'{SEMIBOLD}<w:sz w:val="40"/><w:szCs w:val="40"/>',
    )
    + style("Bilagsside", "Bilagsside", spacing(1), '<w:sz w:val="2"/><w:szCs w:val="2"/>')
    + style("Erstatningsside", "Erstatningsside", spacing(18), '<w:sz w:val="24"/><w:szCs w:val="24"/>')
    + style("Header", "header", '<w:tabs><w:tab w:val="right" w:pos="9354"/></w:tabs>', f'{GREY}<w:sz w:val="19"/>')
    + style("Footer", "footer", "", '<w:sz w:val="18"/><w:szCs w:val="18"/>')
    + "</w:styles>"
)

SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1134" w:bottom="1200" w:left="1417" w:header="800" '
    'w:footer="400" w:gutter="0"/></w:sectPr>'
)

# Compatibility mode 14: with 15, LibreOffice 7.4 does not paint a number that stands right of its row's right indent.
PARTS = {
    "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{TYPE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{TYPE}.settings+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{TYPE}.header+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{TYPE}.footer+xml"/>'
    "</Types>",
    "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f"{HEAD}<w:document {W} {R}><w:body>{SECTION}</w:body></w:document>",
    "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId4" Type="{OFFICE}/header" Target="header1.xml"/>'
    f'<Relationship Id="rId5" Type="{OFFICE}/footer" Target="footer1.xml"/>'
    "</Relationships>",
    "word/styles.xml": STYLES,
    "word/settings.xml": f'{HEAD}<w:settings {W}><w:defaultTabStop w:val="1304"/><w:characterSpacingControl '
    'w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat>'
    '<w:themeFontLang w:val="da-DK"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>',
    "word/header1.xml": f'{HEAD}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:rPr>{SEMIBOLD}</w:rPr>'
    "<w:t>{council}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{date}</w:t></w:r></w:p></w:hdr>",
    "word/footer1.xml": f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t>{{page}}</w:t></w:r>'
    "</w:p></w:ftr>",
}


def make(folder: Path) -> None:
    """Write the template into a folder."""
    with zipfile.ZipFile(folder / "samling.docx", "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in PARTS.items():
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            package.writestr(info, text.encode("utf-8"))


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
