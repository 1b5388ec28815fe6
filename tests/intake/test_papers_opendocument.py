"""OpenDocument files: what they bring beside their text is told, and shown or left out as was decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkr_desk.model import FileStatus, Shown, Treatment
from tests.intake.office_papers import (
    LEFT_OUT,
    ODF,
    SHOWN,
    Parts,
    codes,
    opendocument,
    opendocument_part,
    part,
    parts,
    prepared,
    refused,
    words,
    zipped,
)

CHANGES = (
    '<text:tracked-changes><text:changed-region xml:id="a"><text:insertion><office:change-info><dc:creator>Anna'
    "</dc:creator></office:change-info></text:insertion></text:changed-region><text:changed-region><text:deletion>"
    "<office:change-info><dc:creator>Bo</dc:creator></office:change-info><text:p>væk</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
)


def test_a_paper_that_brings_nothing_keeps_its_parts_byte_for_byte(tmp_path: Path) -> None:
    head = "<office:scripts/>"
    path = opendocument(tmp_path, "odt", "<text:p>Notat</text:p>", {"Configurations2/": "", "a/b.bin": b"x"}, head)
    result = prepared(path)
    assert result.notices == ()
    assert parts(result.path) == parts(path)
    assert next(iter(parts(result.path))) == "mimetype"


def test_changes_are_asked_about_until_they_are_decided(tmp_path: Path) -> None:
    body = CHANGES + '<text:p>En <text:change-start/>ny<text:change-end/> <text:change text:change-id="b"/>sag</text:p>'
    hiding = '<config:config-item config:name="ShowRedlineChanges">false</config:config-item>'
    more: Parts = {"settings.xml": opendocument_part("document-settings", hiding)}
    path = opendocument(tmp_path, "odt", body, more)
    asked, left = prepared(path), prepared(path, LEFT_OUT)
    assert codes(asked) == {"office-changes": {"count": "2", "authors": "2"}}
    assert parts(asked.path) == parts(path)
    assert words(left, "content.xml") == "En ny sag"
    assert "tracked-changes" not in part(left, "content.xml")
    assert ">true<" in part(prepared(path, SHOWN), "settings.xml")


def test_comments_are_left_out_and_the_text_behind_them_stays(tmp_path: Path) -> None:
    body = (
        "<text:p>En <office:annotation><text:p>Ring!</text:p></office:annotation>sag<office:annotation-end/>.</text:p>"
    )
    path = opendocument(tmp_path, "odt", body)
    assert codes(prepared(path)) == {"office-comments": {"count": "1"}}
    assert prepared(path, SHOWN).show_comments
    assert words(prepared(path, LEFT_OUT), "content.xml") == "En sag."


def styled(family: str, properties: str) -> str:
    style = f'<style:style style:name="s" style:family="{family}">{properties}</style:style>'
    return f"<office:automatic-styles>{style}</office:automatic-styles>"


@pytest.mark.parametrize(
    ("kind", "properties", "body", "expected"),
    [
        (
            "ods",
            '<style:table-properties table:display="false"/>',
            '<table:table table:name="Løn" table:style-name="s"/><table:table table:name="A"/>',
            {"office-hidden-sheets": {"count": "1", "sheets": "Løn"}},
        ),
        (
            "odp",
            '<style:drawing-page-properties presentation:visibility="hidden"/>',
            '<draw:page draw:style-name="s"/><draw:page/>',
            {"office-hidden-slides": {"count": "1"}},
        ),
    ],
)
def test_hidden_sheets_and_slides_are_shown_when_that_is_decided(
    tmp_path: Path, kind: str, properties: str, body: str, expected: dict[str, dict[str, str]]
) -> None:
    path = opendocument(tmp_path, kind, body, head=styled("table", properties))
    asked, shown, left = prepared(path), prepared(path, SHOWN), prepared(path, LEFT_OUT)
    assert codes(asked) == expected
    assert parts(asked.path) == parts(left.path) == parts(path)
    assert not any(word in part(shown, "content.xml") for word in ('"false"', '"hidden"'))


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("", ' style:scale-to-X="1" style:scale-to-Y="0"'),
        (' style:scale-to="100%"', ' style:scale-to-X="1" style:scale-to-Y="0"'),
        (' style:scale-to="60%"', ' style:scale-to="60%"'),
        (' style:scale-to-pages="1"', ' style:scale-to-pages="1"'),
    ],
)
def test_a_spreadsheets_pages_are_as_wide_as_the_paper(tmp_path: Path, own: str, expected: str) -> None:
    layout = f"<style:page-layout><style:page-layout-properties{own}/></style:page-layout>"
    path = opendocument(tmp_path, "ods", "", {"styles.xml": opendocument_part("document-styles", layout)})
    assert f"<style:page-layout-properties{expected}/>" in part(prepared(path), "styles.xml")


def test_comments_of_a_spreadsheet_are_printed_behind_it(tmp_path: Path) -> None:
    layout = '<style:page-layout><style:page-layout-properties style:scale-to-X="1"/></style:page-layout>'
    body = "<table:table><table:table-row><table:table-cell><office:annotation/></table:table-cell></table:table-row>"
    more: Parts = {"styles.xml": opendocument_part("document-styles", layout)}
    path = opendocument(tmp_path, "ods", body + "</table:table>", more)
    assert 'annotations"' in part(prepared(path, Treatment(comments=Shown.SHOWN)), "styles.xml")


def test_nothing_outside_reaches_the_converter_but_hyperlinks(tmp_path: Path) -> None:
    evil = 'xlink:href="http://evil.example/a"'
    body = (
        f'<text:p><text:a xlink:href="https://www.kl.dk">Link</text:a></text:p>'
        f"<text:section><text:section-source {evil}/><text:p>Tekst</text:p></text:section>"
        f"<draw:frame><draw:image {evil}/></draw:frame>"
        f'<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame>'
        f"<draw:frame><draw:object {evil}/></draw:frame>"
        '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame><draw:frame><draw:floating-frame/></draw:frame>'
        '<draw:frame><draw:image xlink:href="../../etc/hostname"/></draw:frame>'
        '<draw:frame><draw:image xlink:href="file:///etc/hostname"/></draw:frame>'
        "<text:dde-connection-decls/><text:p><text:dde-connection>Svar</text:dde-connection></text:p>"
    )
    chart = opendocument_part("document-content", f"<office:body><draw:image {evil}/></office:body>")
    template = f"<office:meta><meta:template {evil}/><meta:auto-reload {evil}/></office:meta>"
    more: Parts = {
        "Pictures/a.png": b"\x89PNG",
        "Object 1/content.xml": chart,
        "meta.xml": opendocument_part("document-meta", template),
    }
    result = prepared(opendocument(tmp_path, "odt", body, more))
    whole = b"".join(parts(result.path).values()).decode("latin-1")
    assert not any(word in whole for word in ("evil.example", "hostname", "floating-frame", "dde-connection"))
    assert words(result, "content.xml") == "Link\nTekst\nSvar"
    assert all(address in whole for address in ("https://www.kl.dk", "Pictures/a.png", "./Object 1"))
    assert codes(result) == {"office-links-left-out": {"count": "9"}}


def test_formulas_that_reach_outside_give_way_to_their_results(tmp_path: Path) -> None:
    rows = "".join(
        f'<table:table-cell table:formula="of:={formula}" office:value-type="float" office:value="1"/>'
        for formula in ("WEBSERVICE([.A1])", "'file:///C:/a.ods'#$Ark1.A1", "NOW()", "[.A1]+1")
    )
    body = (
        f'<table:table><table:table-source xlink:href="a.ods"/><table:table-row>{rows}</table:table-row></table:table>'
    )
    result = prepared(opendocument(tmp_path, "ods", body))
    assert part(result, "content.xml").count("table:formula") == 1
    assert part(result, "content.xml").count("office:value=") == 4
    assert codes(result) == {"office-links-left-out": {"count": "3"}}


def test_macros_are_left_out_with_what_starts_them(tmp_path: Path) -> None:
    listener = (
        '<script:event-listener script:language="ooo:script" xlink:href="vnd.sun.star.script:a?location=document"/>'
    )
    head = f"<office:scripts><office:event-listeners>{listener}</office:event-listeners></office:scripts>"
    entries = '<m:file-entry m:full-path="Basic/Standard/Module1.xml"/><m:file-entry m:full-path="content.xml"/>'
    more: Parts = {
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{ODF}:manifest:1.0">{entries}</m:manifest>',
        "Basic/Standard/Module1.xml": "<a/>",
        "Scripts/python/a.py": "import os",
    }
    body = f"<text:p><text:execute-macro/>Notat</text:p><draw:frame><office:event-listeners>{listener}"
    result = prepared(opendocument(tmp_path, "odt", f"{body}</office:event-listeners></draw:frame>", more, head))
    assert set(codes(result)) == {"office-macros-left-out"}
    assert not any(name.startswith(("Basic", "Scripts")) for name in parts(result.path))
    assert "Module1" not in part(result, "META-INF/manifest.xml")
    assert not any(word in part(result, "content.xml") for word in ("scripts", "event-listener ", "macro", "vnd.sun"))


def test_of_another_programs_file_the_picture_stays(tmp_path: Path) -> None:
    body = '<draw:frame><draw:object-ole xlink:href="./Object 2"/><draw:image xlink:href="./ObjectReplacements/2"/>'
    more: Parts = {"Object 2": b"\xd0\xcf", "ObjectReplacements/2": b"emf"}
    result = prepared(opendocument(tmp_path, "odt", body + "</draw:frame>", more))
    assert codes(result) == {"office-objects": {"count": "1"}}
    assert "object-ole" not in part(result, "content.xml")
    assert "ObjectReplacements/2" in part(result, "content.xml")


def test_a_document_with_a_password_is_refused_with_what_to_do(tmp_path: Path) -> None:
    entry = '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'
    more: Parts = {"META-INF/manifest.xml": f'<m:manifest xmlns:m="{ODF}:manifest:1.0">{entry}</m:manifest>'}
    path = opendocument(tmp_path, "odt", "", more)
    whole = {**parts(path), "content.xml": bytes(range(256))}
    path.unlink()
    assert refused(zipped(path, whole)) == (FileStatus.PASSWORD, "office-opendocument-password")


def test_an_old_document_may_name_its_type_but_declare_nothing(tmp_path: Path) -> None:
    kind = '<!DOCTYPE m:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
    manifest = f'{kind}<m:manifest xmlns:m="{ODF}:manifest:1.0"/>'
    path = opendocument(tmp_path, "odt", "<text:p>Notat</text:p>", {"META-INF/manifest.xml": manifest})
    assert prepared(path).notices == ()


def test_a_real_paper_brings_changes_and_comments(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "file.odt"
    path.write_bytes((shared / "corpus/office/tika__testODFwithOOo3.odt").read_bytes())
    assert set(codes(prepared(path))) == {"office-changes", "office-comments"}
    left = prepared(path, LEFT_OUT)
    assert left.notices == ()
    assert prepared(left.path).notices == ()


def test_fields_are_what_they_last_were(tmp_path: Path) -> None:
    body = '<text:p><text:date>5. juni</text:date>, <text:time text:fixed="true">10.00</text:time></text:p>'
    body += "<text:p><text:file-name>a.odt</text:file-name> <text:sender-lastname>Bo</text:sender-lastname></text:p>"
    result = prepared(opendocument(tmp_path, "odt", body))
    assert words(result, "content.xml") == "5. juni, 10.00\na.odt Bo"
    assert not any(f"<text:{name}" in part(result, "content.xml") for name in ("date", "file", "sender"))
