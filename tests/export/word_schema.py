"""The part of ECMA-376's schema (wml.xsd) that Word refuses a file over: what may stand in what, and in which order."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins proofState formsDesign attachedTemplate linkStyles "
    "stylePaneFormatFilter documentProtection autoFormatOverride defaultTabStop autoHyphenation evenAndOddHeaders "
    "characterSpacingControl printTwoOnOne savePreviewPicture doNotValidateAgainstSchema updateFields hdrShapeDefaults "
    "footnotePr endnotePr compat docVars rsids mathPr themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
}
"""Children of an element in the schema's order."""

CHILDREN = {
    "body": {"p", "tbl", "sectPr"},
    "p": {"pPr", "r", "hyperlink", "bookmarkStart", "bookmarkEnd", "proofErr"},
    "hyperlink": {"r"},
    "r": {"rPr", "t", "tab", "fldChar", "instrText", "drawing"},
}
"""What we put into an element of the main part."""


def faults(file: Path) -> Iterator[str]:
    """What a program that holds a file against the schema would refuse, one line each."""
    with zipfile.ZipFile(file) as package:
        names = package.namelist()
        yield from (f"{name} is there twice" for name in names if names.count(name) > 1)
        yield from _untyped(package)
        yield from _unrelated(package)
        for name in names:
            if name.endswith(".xml"):
                root = etree.fromstring(package.read(name))
                yield from (f"{name}: {fault}" for fault in _disordered(root))
        yield from _strangers(etree.fromstring(package.read("word/document.xml")))


def _untyped(package: zipfile.ZipFile) -> Iterator[str]:
    types = etree.fromstring(package.read("[Content_Types].xml"))
    known = {str(entry.get("PartName")) for entry in types} | {str(entry.get("Extension")) for entry in types}
    for name in package.namelist():
        if f"/{name}" not in known and name.rpartition(".")[2] not in known and name != "[Content_Types].xml":
            yield f"{name} has no content type"
    yield from (f"{part} is not there" for part in known if part[1:] not in package.namelist() and part[:1] == "/")


def _unrelated(package: zipfile.ZipFile) -> Iterator[str]:
    main = package.read("word/document.xml").decode("utf-8")
    relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    for relation in relations:
        target = str(relation.get("Target"))
        inside = posixpath.normpath(posixpath.join("/word", target))[1:]
        if relation.get("TargetMode") != "External" and inside not in package.namelist():
            yield f"{target} is related and not there"
    known = {str(relation.get("Id")) for relation in relations}
    for piece in main.split('r:id="')[1:] + main.split('r:embed="')[1:]:
        if piece.split('"')[0] not in known:
            yield f"relation {piece.split(chr(34))[0]} is unknown"


def _disordered(root: Any) -> Iterator[str]:
    for parent, order in ORDER.items():
        places = {name: n for n, name in enumerate(order.split())}
        for element in root.iter(f"{W}{parent}"):
            found = [etree.QName(child).localname for child in element if str(child.tag).startswith(W)]
            numbers = [
                1 if name == "footerReference" and parent == "sectPr" else places.get(name, -1) for name in found
            ]
            numbers = [1 if name == "headerReference" else n for name, n in zip(found, numbers, strict=True)]
            if -1 in numbers or numbers != sorted(numbers):
                yield f"{parent} holds {found}"


def _strangers(root: Any) -> Iterator[str]:
    for parent, allowed in CHILDREN.items():
        for element in root.iter(f"{W}{parent}"):
            for child in element:
                if etree.QName(child).localname not in allowed:
                    yield f"{parent} holds {etree.QName(child).localname}"
    depth = 0
    for mark in root.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
        if depth < 0:
            yield "a field ends that never began"
    if depth:
        yield "a field does not end"
