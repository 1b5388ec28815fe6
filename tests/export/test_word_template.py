"""A council's own Word template: what it keeps, what it must have, and what is said when it cannot be used."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from kkr_desk.errors import UserError
from kkr_desk.export.job import CollectionJob
from kkr_desk.export.word import export_index_word, export_word
from kkr_desk.export.word_template import open_template
from kkr_desk.plan import Plan, make_plan
from kkr_desk.progress import NullProgress
from kkr_desk.typeface.fonts import measure
from tests.export.councils import DANISH, ENGLISH, template_of, unruly
from tests.export.word_schema import faults
from tests.factory import make_agenda


@pytest.fixture
def plan() -> Plan:
    return make_plan(make_agenda([("Sag", [("Bilag om økonomi", 0), ("Brev", 0)])]), measure)


def add_page_field(paragraph: Any) -> None:
    for kind in ("begin", None, "end"):
        content = f'<w:fldChar w:fldCharType="{kind}"/>' if kind else "<w:instrText> PAGE </w:instrText>"
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{content}</w:r>"))


def made_with(document: Document, plan: Plan, folder: Path) -> Path:
    document.save(str(folder / "skabelon.docx"))
    export_word(CollectionJob(plan, {}, {}), folder / "samling.docx", folder / "skabelon.docx", NullProgress())
    return folder / "samling.docx"


def words_of(part: Any) -> str:
    return "".join(text.text or "" for text in part._element.iter(qn("w:t")))


def fields_of(part: Any) -> list[str]:
    return [(code.text or "").strip() for code in part._element.iter(qn("w:instrText"))]


@pytest.mark.parametrize("names", [ENGLISH, DANISH])
def test_logo_header_and_footer_are_kept(plan: Plan, tmp_path: Path, names: tuple[str, ...]) -> None:
    document = template_of(names)
    document.sections[0].footer.paragraphs[0].add_run("KKR-sekretariatet, tlf. 12 34 56 78")
    made = made_with(document, plan, tmp_path)
    section = docx.Document(str(made)).sections[0]
    assert words_of(section.header) == " Møde i KKR Midtsjælland den 14. marts 2025"
    assert len(list(section.header._element.iter(qn("a:blip")))) == 1
    assert words_of(section.footer).startswith("KKR-sekretariatet, tlf. 12 34 56 78Side ")
    assert fields_of(section.footer) == ["PAGE", "NUMPAGES"]
    assert list(faults(made)) == []
    assert not [name for name in zipfile.ZipFile(made).namelist() if "font" in name.lower() and "Table" not in name]


@pytest.mark.parametrize("where", ["header", "footer"])
def test_a_template_that_numbers_its_pages_gets_no_second_number(plan: Plan, tmp_path: Path, where: str) -> None:
    document = template_of()
    add_page_field(getattr(document.sections[0], where).paragraphs[0])
    section = docx.Document(str(made_with(document, plan, tmp_path))).sections[0]
    assert [*fields_of(section.header), *fields_of(section.footer)] == ["PAGE"]


def test_the_number_stands_where_the_template_says(plan: Plan, tmp_path: Path) -> None:
    document = template_of()
    place = document.sections[0].header.add_paragraph("– {pa")
    place.add_run("ge} –").bold = True
    section = docx.Document(str(made_with(document, plan, tmp_path))).sections[0]
    assert fields_of(section.header) == ["PAGE", "NUMPAGES"]
    assert re.search(r"– Side 1 af \d+ –$", words_of(section.header))
    assert fields_of(section.footer) == []


def test_the_first_page_may_differ_and_even_pages_do_not(plan: Plan, tmp_path: Path) -> None:
    document = template_of()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].add_run("Forside {date}")
    made = made_with(document, plan, tmp_path)
    opened = docx.Document(str(made))
    assert not opened.settings.odd_and_even_pages_header_footer
    first, second = opened.sections[0], opened.sections[1]
    assert words_of(first.first_page_header) == "Forside 14. marts 2025"
    assert fields_of(first.first_page_footer) == ["PAGE", "NUMPAGES"]
    assert first.different_first_page_header_footer
    assert not second.different_first_page_header_footer
    assert list(faults(made)) == []


def test_the_index_keeps_its_measures_and_the_councils_type(plan: Plan, tmp_path: Path) -> None:
    document = template_of()
    style = document.styles["toc 1"]
    assert hasattr(style, "font")
    style.font.name, style.font.size = "Arial", docx.shared.Pt(16)
    made = made_with(document, plan, tmp_path)
    row = docx.Document(str(made)).styles["toc 1"]
    assert hasattr(row, "font")
    assert (row.font.name, row.font.size) == ("Arial", docx.shared.Pt(10.5))
    assert row.element.find(f".//{qn('w:spacing')}").get(qn("w:line")) == "300"


def test_texts_keep_the_councils_type_and_take_the_plans_room(plan: Plan, tmp_path: Path) -> None:
    made = made_with(unruly(), plan, tmp_path)
    styles = docx.Document(str(made)).styles
    for name, size in (("Heading 1", 20), ("Heading 2", 15), ("Skilleblad", 20), ("Bilagsside", 1)):
        style = styles[name]
        assert hasattr(style, "font")
        assert hasattr(style, "paragraph_format")
        assert (style.font.size, style.font.all_caps) == (docx.shared.Pt(size), False), name
        room = style.paragraph_format
        assert (room.space_before, room.space_after, room.page_break_before) == (0, 0, False), name
        assert style.element.find(f".//{qn('w:numId')}").get(qn("w:val")) == "0", name
    heading = styles["Heading 1"]
    assert hasattr(heading, "font")
    assert (heading.font.name, str(heading.font.color.rgb)) == ("Georgia", "800000")
    assert list(faults(made)) == []


def test_a_councils_words_are_danish_too(plan: Plan, tmp_path: Path) -> None:
    made = zipfile.ZipFile(made_with(template_of(), plan, tmp_path))
    spoken = re.findall(r'<w:(?:lang|themeFontLang) [^>]*?w:val="([^"]*)"', "".join(
        made.read(f"word/{name}.xml").decode() for name in ("styles", "settings")
    ))  # fmt: skip
    assert len(spoken) > 1
    assert set(spoken) == {"da-DK"}


def test_a_template_without_any_language_gets_one(plan: Plan, tmp_path: Path) -> None:
    document = template_of()
    document.styles.element.remove(document.styles.element.find(qn("w:docDefaults")))
    made = made_with(document, plan, tmp_path)
    assert docx.Document(str(made)).styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "da-DK"
    assert list(faults(made)) == []


@pytest.mark.parametrize(("logo", "header", "top"), [(20, 36, 70.87), (45, 24, 70.87), (90, 14, -70.87)])
def test_a_tall_header_moves_up_and_never_makes_the_index_longer(
    plan: Plan, tmp_path: Path, logo: float, header: float, top: float
) -> None:
    section = docx.Document(str(made_with(template_of(logo=logo), plan, tmp_path))).sections[0]
    assert section.header_distance is not None
    assert section.top_margin is not None
    assert section.header_distance.pt == pytest.approx(header, abs=2)
    assert section.top_margin.pt == pytest.approx(top, abs=0.1)


def test_the_template_works_for_the_index_alone(plan: Plan, tmp_path: Path) -> None:
    template_of().save(str(tmp_path / "skabelon.docx"))
    export_index_word(plan, tmp_path / "indeks.docx", tmp_path / "skabelon.docx", NullProgress())
    document = docx.Document(str(tmp_path / "indeks.docx"))
    rows = [p.text for p in document.paragraphs if p.style and str(p.style.name).startswith("toc")]
    assert rows == [f"{entry.text} \t {entry.page}" for entry in plan.entries]
    assert list(faults(tmp_path / "indeks.docx")) == []


def test_missing_styles_are_named(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        made_with(template_of(("toc 1", "Skilleblad", "Erstatningsside")), plan, tmp_path)
    assert caught.value.code == "template-style-missing"
    assert caught.value.facts == {"file": "skabelon.docx", "styles": "toc 2, Bilagsside"}


def broken_styles(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as target:
        for name in package.namelist():
            target.writestr(name, b"<w:styles" if name == "word/styles.xml" else package.read(name))
    return out.getvalue()


@pytest.mark.parametrize("kind", ["text", "empty", "cut", "broken", "zip"])
def test_a_file_that_is_no_template_is_named(root: Path, tmp_path: Path, kind: str) -> None:
    good = (root / "resources" / "templates" / "samling.docx").read_bytes()
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as package:
        package.writestr("a.txt", "a")
    data = {
        "text": b"Dagsorden",
        "empty": b"",
        "cut": good[: len(good) // 2],
        "broken": broken_styles(good),
        "zip": zipped.getvalue(),
    }
    (tmp_path / "skabelon.docx").write_bytes(data[kind])
    with pytest.raises(UserError) as caught:
        open_template(tmp_path / "skabelon.docx")
    assert caught.value.code == "template-unreadable"


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        open_template(tmp_path / "findes ikke.docx")
    assert caught.value.code == "file-missing"


def test_the_programs_own_template_is_what_its_maker_makes(root: Path, tmp_path: Path) -> None:
    from resources.templates.make_templates import make  # noqa: PLC0415  a script beside the package

    make(tmp_path)
    assert (tmp_path / "samling.docx").read_bytes() == (root / "resources/templates/samling.docx").read_bytes()
