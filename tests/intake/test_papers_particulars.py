"""What an Office file says of itself, and what only a program says."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkr_desk.model import Particulars
from tests.intake.office_papers import (
    Parts,
    W,
    opendocument,
    opendocument_part,
    paragraph,
    prepared,
    relations,
    word,
)

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def properties(title: str = "", creator: str = "", language: str = "", company: str = "", template: str = "") -> Parts:
    core = f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator><dc:language>{language}</dc:language>"
    app = f"<Company>{company}</Company><Template>{template}</Template>"
    return {
        "docProps/core.xml": f'<c:coreProperties xmlns:c="{_CORE}" xmlns:dc="{_DC}">{core}</c:coreProperties>',
        "docProps/app.xml": f'<Properties xmlns="{_APP}">{app}</Properties>',
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            properties("Budget for 2025", "Anna Bo", "da-DK"),
            Particulars("Budget for 2025", sender="Anna Bo", language="da"),
        ),
        (properties(company="Aalborg Kommune", creator="Anna Bo"), Particulars(sender="Aalborg Kommune")),
        (properties("notat_til_kkr", "abc", "dansk?"), Particulars()),
        (properties("Microsoft Word - Notat.docx", "Microsoft Office User", company="Microsoft"), Particulars()),
        (properties("PowerPoint-præsentation", "python-docx"), Particulars()),
        (properties("Klik for at skrive en titel"), Particulars()),
        (properties("Brev til borger", template="Brev til borger.dotm"), Particulars()),
    ],
)
def test_only_what_a_person_wrote_is_read_off(tmp_path: Path, given: Parts, expected: Particulars) -> None:
    assert prepared(word(tmp_path, paragraph("Notat"), given)).particulars == expected


def test_without_a_title_the_first_heading_is_the_title(tmp_path: Path) -> None:
    style = '<w:style w:styleId="{}"><w:name w:val="{}"/></w:style>'
    styles = style.format("Overskrift1", "heading 1") + style.format("Titel", "Title")
    more: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": relations(("s", "styles", "styles.xml")),
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
    }
    heading = paragraph("Indledning", '<w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr>')
    title = paragraph("Fælles om vand", '<w:pPr><w:pStyle w:val="Titel"/></w:pPr>')
    assert prepared(word(tmp_path, heading, more)).particulars.title == "Indledning"
    assert prepared(word(tmp_path, heading + title, more)).particulars.title == "Fælles om vand"


def test_an_opendocument_file_says_the_same(tmp_path: Path) -> None:
    meta = "<office:meta><dc:title>Budget for 2025</dc:title><dc:creator>Anna Bo</dc:creator></office:meta>"
    more: Parts = {"meta.xml": opendocument_part("document-meta", meta)}
    body = '<text:h text:outline-level="1">Vand i fællesskab</text:h>'
    assert prepared(opendocument(tmp_path, "odt", body, more)).particulars.title == "Budget for 2025"
    assert prepared(opendocument(tmp_path, "odt", body)).particulars.title == "Vand i fællesskab"
    slide = '<draw:page><draw:frame presentation:class="title"><text:p>Nye veje</text:p></draw:frame></draw:page>'
    assert prepared(opendocument(tmp_path, "odp", slide)).particulars.title == "Nye veje"


def test_properties_that_cannot_be_read_make_a_paper_damaged_no_more_than_needed(tmp_path: Path) -> None:
    result = prepared(word(tmp_path, paragraph("Notat"), {"docProps/app.xml": ""}))
    assert result.particulars == Particulars()
