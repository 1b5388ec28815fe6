"""What Word's accessibility checker would say of the Word files, as far as that can be known without Word."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from kkr_desk.export.job import CollectionJob
from kkr_desk.export.word import export_index_word, export_word
from kkr_desk.model import Template, page_place
from kkr_desk.plan import Plan, make_plan
from kkr_desk.progress import NullProgress
from kkr_desk.typeface.fonts import measure
from tests.export.conftest import letter
from tests.export.councils import danish, template_of, unruly
from tests.export.papers import make_job
from tests.export.test_logo import logo
from tests.export.word_accessibility import REASONS, Checked, check
from tests.factory import attachments_of, make_agenda

BODY, STYLES, SETTINGS, CORE = "word/document.xml", "word/styles.xml", "word/settings.xml", "docProps/core.xml"
QUIET = NullProgress()
TABLE = (
    "<w:tbl><w:tr>{row}<w:tc>{cell}<w:p><w:r><w:t>Kommune</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>Aarhus</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


@pytest.fixture(scope="module")
def sample(root: Path) -> CollectionJob:
    """The sample meeting, with a logo."""
    folder = root / "resources" / "sample"
    meeting = json.loads((folder / "meeting.json").read_text(encoding="utf-8"))
    files = {item["title"]: [folder / a["file"] for a in item.get("attachments", [])] for item in meeting["items"]}
    job = make_job(files)
    return replace(job, plan=make_plan(job.plan.agenda, measure, logo=logo()))


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Two bilag whose files cannot be included."""
    return make_plan(make_agenda([("Sag", [("Bilag om økonomi", 0), ("Brev", 0)])]), measure)


@pytest.fixture(scope="module")
def made(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection with logo, to be broken."""
    file = tmp_path_factory.mktemp("word") / "samling.docx"
    export_word(CollectionJob(make_plan(plan.agenda, measure, logo=logo()), {}, {}), file, None, QUIET)
    return file


def said(checked: Checked) -> list[str]:
    """The findings; each excuse has its reason."""
    assert set(+checked.excused) <= REASONS.keys()
    return checked.findings


def test_the_hard_collection_breaks_no_rule(word: Path) -> None:
    checked = check(word)
    assert said(checked) == []
    assert checked.excused["numbered page"] == len(checked.pictures)
    assert len(checked.pictures) > 15


def test_the_samples_collection_and_index_break_no_rule(sample: CollectionJob, tmp_path: Path) -> None:
    export_word(sample, tmp_path / "a.docx", None, QUIET)
    export_index_word(sample.plan, tmp_path / "b.docx", None, QUIET)
    checked = check(tmp_path / "a.docx")
    assert said(checked) == []
    assert checked.headings == [entry.level for entry in sample.plan.entries]
    assert checked.pictures[0] == "Logo: KKR Midtsjælland"
    assert len(checked.pictures) == 15
    assert checked.excused == {"logo": 1, "numbered page": 14, "section": 1, "furniture": 2}
    index = check(tmp_path / "b.docx")
    assert said(index) == []
    assert (index.headings, +index.excused) == ([1], {"logo": 1, "furniture": 2})


@pytest.mark.parametrize("template", [template_of, unruly, danish])
def test_a_councils_template_breaks_none_that_is_ours(
    plan: Plan, tmp_path: Path, template: Callable[[], Document]
) -> None:
    document = template()
    document.sections[0].header.add_table(1, 2, Pt(400)).cell(0, 0).paragraphs[0].add_run("KKR-sekretariatet")
    for found in list(document.settings.element.iter(qn("w:themeFontLang"))):
        document.settings.element.remove(found)
    document.save(str(tmp_path / "skabelon.docx"))
    export_word(CollectionJob(plan, {}, {}), tmp_path / "a.docx", tmp_path / "skabelon.docx", QUIET)
    export_index_word(plan, tmp_path / "b.docx", tmp_path / "skabelon.docx", QUIET)
    for file in ("a.docx", "b.docx"):
        checked = check(tmp_path / file)
        assert said(checked) == []
        assert checked.excused["layout"] == 1
        told = docx.Document(str(tmp_path / file)).sections[0].header._element.find(f".//{qn('wp:docPr')}")
        assert told.get("descr") == "Logo: KKR Midtsjælland"


@pytest.mark.parametrize("words", ["Aarhus Kommunes våben", ""])
def test_what_a_council_says_of_its_letterhead_is_kept(plan: Plan, tmp_path: Path, words: str) -> None:
    document = template_of()
    what = document.sections[0].header._element.find(f".//{qn('wp:docPr')}")
    what.set("descr", words)
    if not words:
        ns = 'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
        mark = f'<a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative {ns} val="1"/></a:ext>'
        what.append(
            parse_xml(f"<a:hlinkClick {nsdecls('a')}><a:extLst>{mark}</a:extLst></a:hlinkClick>").find(qn("a:extLst"))
        )
    document.save(str(tmp_path / "skabelon.docx"))
    export_index_word(plan, tmp_path / "a.docx", tmp_path / "skabelon.docx", QUIET)
    told = docx.Document(str(tmp_path / "a.docx")).sections[0].header._element.find(f".//{qn('wp:docPr')}")
    assert told.get("descr") == words
    assert said(check(tmp_path / "a.docx")) == []


def test_what_the_secretariat_says_of_a_page_is_read_aloud(tmp_path: Path) -> None:
    job = make_job({"Sag": [letter(tmp_path / "Brev.pdf")]})
    (own,) = attachments_of(job.plan.agenda)
    given = {own.attachment.id: {page_place(2): "Underskrevet aftale af\n3. marts", "figure:1": "Et kort"}}
    export_word(replace(job, alternates=given), tmp_path / "a.docx", None, QUIET)
    assert check(tmp_path / "a.docx").pictures == [
        "Bilag 1, side 1 af 3: Brev",
        "Bilag 1, side 2 af 3: Underskrevet aftale af 3. marts",
        "Bilag 1, side 3 af 3: Brev",
    ]


def test_a_document_in_another_language_says_so_and_speaks_it(tmp_path: Path) -> None:
    words = Template(attachment_text="Appendix {number} – {title}", page_word="page", language="en-GB")
    job = make_job({"Item": [letter(tmp_path / "Letter.pdf")]}, words)
    export_word(job, tmp_path / "a.docx", None, QUIET)
    checked = check(tmp_path / "a.docx")
    assert said(checked) == []
    assert checked.pictures[0] == "Appendix 1, page 1 of 3: Letter"
    assert docx.Document(str(tmp_path / "a.docx")).core_properties.language == "en-GB"


def replaced(pattern: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        text, count = re.subn(pattern, new, text, count=1, flags=re.DOTALL)
        assert count == 1, "the change must change something"
        return text

    return change


def before_the_end(content: str) -> Callable[[str], str]:
    return replaced("(<w:sectPr>(?:(?!<w:sectPr>).)*</w:body>)", content + r"\1")


BREACHES: Mapping[str, tuple[str, Callable[[str], str], str]] = {
    "a level skipped": (
        BODY, replaced('"Heading2"/>', '"Heading2"/><w:outlineLvl w:val="2"/>'), "on level 3 after level 1"
    ),
    "no heading of the first level": (
        STYLES, lambda text: text.replace('outlineLvl w:val="0"', 'outlineLvl w:val="1"'), "number 1 is on level 2"
    ),
    "a heading without words": (BODY, replaced('("Heading2"/>.*?<w:t[^>]*>)[^<]*', r"\1 "), "number 3 has no words"),
    "a table without header": (BODY, before_the_end(TABLE.format(row="", cell="")), "tables: number 1 has no header"),
    "a header switched off": (
        BODY,
        before_the_end(TABLE.format(row='<w:trPr><w:tblHeader w:val="0"/></w:trPr>', cell="")),
        "number 1 has no header row",
    ),
    "merged cells": (
        BODY,
        before_the_end(
            TABLE.format(
                row="<w:trPr><w:tblHeader/></w:trPr>", cell='<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
            )
        ),
        "number 1 has merged cells",
    ),
    "a silent picture": (BODY, replaced('descr="[^"]*"', 'descr=""'), "pictures: number 1 is told as ''"),
    "a file's name for words": (BODY, replaced('descr="[^"]*"', 'descr="logo.PNG"'), "told as 'logo.PNG'"),
    "a picture among words": (
        BODY, replaced("(<w:drawing>)", r"<w:t>Se</w:t>\1"), "number 1 is not in line with the text"
    ),
    "a picture before the text": (BODY, replaced('behindDoc="1"', 'behindDoc="0"'), "not in line with the text"),
    "no language in the styles": (STYLES, replaced("<w:lang [^>]*>", ""), "the styles say ''"),
    "a style in another language": (
        STYLES, replaced('(<w:sz w:val="18"/><w:szCs w:val="18"/>)', r'\1<w:lang w:val="en-US"/>'), "a style says en-US"
    ),
    "no language in the settings": (SETTINGS, replaced("<w:themeFontLang [^>]*>", ""), "the theme's fonts"),
    "no language in the properties": (CORE, replaced("<dc:language>[^<]*", "<dc:language>"), "the properties have"),
    "no title": (CORE, replaced("<dc:title>[^<]*", "<dc:title>"), "title: ''"),
    "a file's name for a title": (CORE, replaced("<dc:title>[^<]*", "<dc:title>samling.docx"), "title: 'samling.docx'"),
    "an empty paragraph": (BODY, before_the_end("<w:p/>"), "is empty"),
    "a paragraph of blanks": (
        BODY, before_the_end('<w:p><w:r><w:t xml:space="preserve">    </w:t></w:r></w:p>'), "has blank characters"
    ),
    "blank lines": (
        BODY, before_the_end("<w:p><w:r><w:t>a</w:t><w:br/><w:br/><w:t>b</w:t></w:r></w:p>"), "has blank lines"
    ),
    "an empty paragraph in the header": ("word/header1.xml", replaced("(</w:hdr>)", r"<w:p/>\1"), "is empty"),
    "a link without words": (
        BODY, before_the_end('<w:p><w:hyperlink w:anchor="_Toc00000001"><w:r><w:t>12</w:t></w:r></w:hyperlink></w:p>'),
        "says '12'",
    ),
    "a link to nowhere": (BODY, replaced('w:anchor="_Toc00000001"', 'w:anchor="_Toc99"'), "number 1 leads nowhere"),
}  # fmt: skip


@pytest.mark.parametrize("name", list(BREACHES))
def test_a_breach_is_found(made: Path, tmp_path: Path, name: str) -> None:
    part, change, finding = BREACHES[name]
    with zipfile.ZipFile(made) as package, zipfile.ZipFile(tmp_path / "a.docx", "w") as target:
        for held in package.namelist():
            data = package.read(held)
            target.writestr(held, change(data.decode()).encode() if held == part else data)
    assert check(made).findings == []
    found = check(tmp_path / "a.docx").findings
    assert any(finding in one for one in found), found


def test_a_table_with_a_header_row_is_right(made: Path, tmp_path: Path) -> None:
    document = docx.Document(str(made))
    table = TABLE.format(row="<w:trPr><w:tblHeader/></w:trPr>", cell="")
    document.element.body.insert(3, parse_xml(table.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>")))
    document.save(str(tmp_path / "a.docx"))
    assert said(check(tmp_path / "a.docx")) == []
