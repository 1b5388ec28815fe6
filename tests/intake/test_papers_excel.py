"""Workbooks: hidden sheets, comments, what reaches outside, and pages as wide as the paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.intake.papers.formulas import changes_by_itself, reaches
from kkr_desk.intake.papers.page_setup import column_number, fit_to_width
from kkr_desk.intake.papers.xml_part import parse, written
from kkr_desk.model import FileStatus
from tests.intake.office_papers import (
    LEFT_OUT,
    SHOWN,
    R,
    X,
    codes,
    excel,
    open_xml,
    part,
    parts,
    prepared,
    refused,
    relations,
)

FITTED = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'


def cells(columns: int) -> str:
    row = "".join(f'<c r="{letters(n)}1"><v>1</v></c>' for n in range(1, columns + 1))
    return f'<sheetData><row r="1">{row}</row></sheetData>'


def letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


@given(st.integers(1, 16_384))
def test_columns_are_numbered_as_in_excel(number: int) -> None:
    assert column_number(letters(number)) == number


def test_hidden_sheets_are_asked_about_until_they_are_decided(tmp_path: Path) -> None:
    path = excel(tmp_path, dict.fromkeys(("Budget", "Kladde", "Løn"), FITTED + cells(1)), states="vhV")
    asked = prepared(path)
    assert codes(asked) == {"office-hidden-sheets": {"count": "2", "sheets": "Kladde, Løn"}}
    assert parts(asked.path) == parts(path)
    assert "state=" not in part(prepared(path, SHOWN), "xl/workbook.xml")
    assert part(prepared(path, LEFT_OUT), "xl/workbook.xml").count("state=") == 2
    assert prepared(path, LEFT_OUT).notices == ()


def setup(sheet: str, columns: tuple[int, int] = (0, 0)) -> str | None:
    """The page setup that a sheet is given; None where it is left alone."""
    root = parse(f'<worksheet xmlns="{X}">{sheet}</worksheet>'.encode())
    changed = fit_to_width(root, columns)
    found = root.find("{*}pageSetup")
    assert changed == (written(root) != written(parse(f'<worksheet xmlns="{X}">{sheet}</worksheet>'.encode())))
    if not changed:
        return None
    assert root.find("{*}sheetPr/{*}pageSetUpPr").get("fitToPage") == "1"
    assert (found.get("fitToWidth"), found.get("fitToHeight"), found.get("scale")) == ("1", "0", None)
    return f"{found.get('orientation')} {found.get('paperSize')}"


WIDE = '<cols><col min="1" max="3" width="60"/></cols>'


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (cells(3), "None 9"),
        (cells(20), "landscape 9"),
        ('<cols><col min="2" max="30" width="30" hidden="1"/></cols>' + cells(20), "None 9"),
        (WIDE + cells(3), "landscape 9"),
        (WIDE + cells(3) + '<pageSetup orientation="portrait" paperSize="8"/>', "portrait 8"),
        (WIDE + cells(3) + '<pageSetup scale="90"/>', "landscape 9"),
        (cells(3) + '<pageSetup scale="50"/>', None),
        (FITTED + cells(30), None),
        (FITTED + cells(30) + '<pageSetup fitToHeight="3"/>', None),
        ("<sheetPr><tabColor/></sheetPr>" + cells(3), "None 9"),
        ("<sheetData/>", "None 9"),
        (cells(3) + '<pageSetup scale="mange" paperSize="x"/>', "None x"),
    ],
)
def test_pages_are_as_wide_as_the_paper(sheet: str, expected: str | None) -> None:
    assert setup(sheet) == expected


def test_only_what_is_printed_makes_a_sheet_wide(tmp_path: Path) -> None:
    assert setup(cells(30), columns=(1, 4)) == "None 9"
    area = (
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Ark!$A$1:$D$9</definedName></definedNames>'
    )
    path = excel(tmp_path, {"Ark": cells(30) + '<drawing r:id="d"/>'}, book=area)
    sheet = part(prepared(path), "xl/worksheets/sheet0.xml")
    assert "landscape" not in sheet
    assert sheet.index("<sheetPr>") < sheet.index("<sheetData>") < sheet.index("<pageSetup") < sheet.index("<drawing")


def test_comments_are_printed_behind_their_sheet_or_left_out(tmp_path: Path) -> None:
    comments = f'<comments xmlns="{X}"><commentList><comment ref="A1"/><comment ref="A2"/></commentList></comments>'
    more = {
        "xl/worksheets/_rels/sheet0.xml.rels": relations(("c", "comments", "../comments1.xml")),
        "xl/comments1.xml": comments,
    }
    path = excel(tmp_path, {"Ark": FITTED + cells(2)}, more)
    asked, shown, left = prepared(path), prepared(path, SHOWN), prepared(path, LEFT_OUT)
    assert codes(asked) == {"office-comments": {"count": "2"}}
    assert parts(asked.path) == parts(path)
    assert shown.show_comments
    assert 'cellComments="asDisplayed"' in part(shown, "xl/worksheets/sheet0.xml")
    assert "xl/comments1.xml" not in parts(left.path)
    assert "comments" not in part(left, "xl/worksheets/_rels/sheet0.xml.rels")


@pytest.mark.parametrize(
    "formula",
    [
        'WEBSERVICE("http://example.com")', '_xlfn.WEBSERVICE (A1)', 'RTD("a",,"b")', "[1]Ark1!A1", "'[2]Et ark'!$A$1",
        "[1]!Navn", "cmd|'/c calc'!A0", "'C:\\mappe\\[Bog.xlsx]Ark1'!A1", '_xlfn.IMAGE("http://a")', 'DDE("a";"b";"c")',
        "'file:///etc/passwd'#$Ark1.A1", 'CALL("kernel32","x")', "SUM([1]Ark1!A1:A3)+1",
    ],
)  # fmt: skip
def test_formulas_that_reach_outside_are_known(formula: str) -> None:
    assert reaches(formula)


@pytest.mark.parametrize(
    "formula",
    [
        "SUM(A1:A3)",
        "Tabel1[1]",
        "Tabel1[[#Totals],[2]]",
        '"a|b!"',
        '"[1]Ark1!A1"',
        "'Ark 1'!A1",
        'HYPERLINK("http://a")',
    ],
)
def test_formulas_of_the_workbook_itself_stay(formula: str) -> None:
    assert not reaches(formula)
    assert not changes_by_itself(formula)


def cell(place: str, formula: str, value: str = "") -> str:
    return f'<c r="{place}">{formula}{f"<v>{value}</v>" if value else ""}</c>'


def test_results_stand_for_what_reaches_outside_or_changes_by_itself(tmp_path: Path) -> None:
    rows = [
        cell("A1", "<f>[1]Ark1!A1</f>", "11"),
        cell("A2", "<f>TODAY()</f>", "45000"),
        cell("A3", "<f>TODAY()</f>"),
        cell("A4", "<f>SUM(A1:A2)</f>", "12"),
        cell("A5", '<f t="shared" si="0" ref="A5:A6">[1]Ark1!A5</f>', "13"),
        cell("A6", '<f t="shared" si="0"/>', "14"),
        cell("A7", "<f>Kurs*2</f>", "15"),
        cell("A8", '<f>INDIRECT("x"&amp;A1)</f>'),
    ]
    data = "".join(f"<row>{row}</row>" for row in rows)
    rule = "<conditionalFormatting><cfRule><formula>WEBSERVICE(A1)</formula></cfRule></conditionalFormatting>"
    names = '<definedNames><definedName name="Kurs">[1]Ark1!$B$1</definedName></definedNames>'
    link = f'<externalLink xmlns="{X}" xmlns:r="{R}"><externalBook r:id="e"/></externalLink>'
    more = {
        "xl/externalLinks/externalLink1.xml": link,
        "xl/externalLinks/_rels/externalLink1.xml.rels": relations(("e", "externalLinkPath", "file:///C:/Bog.xlsx")),
        "xl/connections.xml": f'<connections xmlns="{X}"/>',
        "xl/calcChain.xml": f'<calcChain xmlns="{X}"/>',
    }
    ways = (
        ("x", "externalLink", "externalLinks/externalLink1.xml"),
        ("k", "connections", "connections.xml"),
        ("l", "calcChain", "calcChain.xml"),
    )
    book = '<externalReferences><externalReference r:id="x"/></externalReferences>' + names
    path = excel(tmp_path, {"Ark": f"{FITTED}<sheetData>{data}</sheetData>{rule}"}, more, book=book, more=ways)
    result = prepared(path)
    sheet = part(result, "xl/worksheets/sheet0.xml")
    assert sheet.count("<f") == 3  # TODAY without a result, the sum, and the rule that never holds now
    assert [value in sheet for value in ("11", "45000", "12", "13", "14", "15")] == [True] * 6
    assert "<formula>FALSE</formula>" in sheet
    assert not any(name.startswith(("xl/external", "xl/conn", "xl/calc")) for name in parts(result.path))
    assert not any(word in part(result, "xl/workbook.xml") for word in ("externalReference", "Kurs"))
    assert codes(result) == {"office-links-left-out": {"count": "8"}}


def test_sheets_whose_cells_are_programs_are_left_out(tmp_path: Path) -> None:
    names = (
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="2">C!$A$1:$B$2</definedName>'
        '<definedName name="_xlnm.Auto_Open" localSheetId="1">B!$A$1</definedName></definedNames>'
    )
    path = excel(tmp_path, {"A": cells(1), "B": cells(1), "C": cells(1)}, book=names)
    whole = parts(path)
    whole["xl/_rels/workbook.xml.rels"] = relations(
        ("s0", "worksheet", "worksheets/sheet0.xml"),
        ("s1", "xlMacrosheet", "worksheets/sheet1.xml"),
        ("s2", "worksheet", "worksheets/sheet2.xml"),
    ).encode()
    path = open_xml(path, "xl/workbook.xml", whole.pop("xl/workbook.xml").decode(), _but_frame(whole))
    result = prepared(path)
    book = part(result, "xl/workbook.xml")
    assert set(codes(result)) == {"office-macros-left-out"}
    assert "xl/worksheets/sheet1.xml" not in parts(result.path)
    assert 'name="B"' not in book
    assert "Auto_Open" not in book
    assert 'localSheetId="1">C!' in book


def _but_frame(whole: dict[str, bytes]) -> dict[str, str | bytes]:
    return {name: data for name, data in whole.items() if name not in {"[Content_Types].xml", "_rels/.rels"}}


def test_a_shared_workbooks_history_is_asked_about_and_left_out(tmp_path: Path) -> None:
    more = {
        "xl/revisions/revisionHeaders.xml": f'<headers xmlns="{X}"><header userName="Anna"/></headers>',
        "xl/revisions/_rels/revisionHeaders.xml.rels": relations(("l", "revisionLog", "revisionLog1.xml")),
        "xl/revisions/revisionLog1.xml": f'<revisions xmlns="{X}"><rcc/><rcc/></revisions>',
    }
    path = excel(tmp_path, {"A": FITTED}, more, more=(("h", "revisionHeaders", "revisions/revisionHeaders.xml"),))
    assert codes(prepared(path)) == {"office-changes": {"count": "2", "authors": "1"}}
    assert not any("revision" in name for name in parts(prepared(path, LEFT_OUT).path))


def test_a_binary_workbook_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = open_xml(tmp_path / "file.xlsx", "xl/workbook.bin", "", {})
    assert refused(path) == (FileStatus.UNSUPPORTED, "office-binary-workbook")


@pytest.mark.parametrize(
    ("name", "expected", "count"), [("45544", {"office-comments": {"count": "3"}}, 7), ("50299", {}, 16)]
)
def test_real_workbooks_bring_what_they_do(
    shared: Path, tmp_path: Path, name: str, expected: dict[str, dict[str, str]], count: int
) -> None:
    path = tmp_path / f"{name}.xlsx"
    path.write_bytes((shared / f"corpus/office/poi__{name}.xlsx").read_bytes())
    result = prepared(path)
    assert codes(result) == expected
    sheets = [data for part_name, data in parts(result.path).items() if part_name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == count
    assert all(b"fitToPage=" in data or b" scale=" in data for data in sheets)
    assert codes(prepared(result.path)) == expected


def test_headers_say_what_the_sender_saw_and_nothing_of_this_machine(tmp_path: Path) -> None:
    header = (
        "<headerFooter><oddHeader>&amp;L&amp;Z&amp;F &amp;&amp;D&amp;R&amp;D&amp;T &amp;P</oddHeader></headerFooter>"
    )
    core = '<c xmlns:t="http://purl.org/dc/terms/"><t:modified>2024-06-05T10:00:00Z</t:modified></c>'
    path = excel(tmp_path, {"Ark": FITTED + header}, {"docProps/core.xml": core})
    shown = part(prepared(path), "xl/worksheets/sheet0.xml")
    assert "<oddHeader>&amp;Lfile.xlsx &amp;&amp;D&amp;R05-06-2024 &amp;P</oddHeader>" in shown
