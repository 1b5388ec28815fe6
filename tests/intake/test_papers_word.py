"""Word documents: what they bring beside their text is told, and shown or left out as was decided."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kkr_desk.intake.papers.revisions import accept
from kkr_desk.intake.papers.xml_part import parse
from kkr_desk.model import FileStatus, Shown, Treatment
from tests.intake.office_papers import (
    LEFT_OUT,
    SHOWN,
    Parts,
    W,
    codes,
    paragraph,
    part,
    parts,
    prepared,
    refused,
    relations,
    word,
    words,
)

ANNA = 'w:id="1" w:author="Anna" w:date="2024-01-01T00:00:00Z"'
BO = 'w:id="2" w:author="Bo"'


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag} xml:space='preserve'>{text}</w:{tag}></w:r>"


def test_a_paper_that_brings_nothing_keeps_its_parts_byte_for_byte(tmp_path: Path) -> None:
    path = word(tmp_path, paragraph("Notat"), {"word/media/a.png": b"\x89PNG", "customXml/item1.xml": "<a/>"})
    first, second = prepared(path), prepared(path, SHOWN)
    assert parts(first.path) == parts(path)
    assert first.notices == ()
    assert first.path.read_bytes() == second.path.read_bytes()
    assert not second.show_comments


def test_changes_are_asked_about_until_they_are_decided(tmp_path: Path) -> None:
    body = f"<w:p>{run('En ')}<w:ins {ANNA}>{run('ny ')}</w:ins><w:del {BO}>{run('gammel ', 'delText')}</w:del>"
    path = word(tmp_path, body + f"{run('sag')}</w:p>")
    asked, shown, left = prepared(path), prepared(path, SHOWN), prepared(path, LEFT_OUT)
    assert codes(asked) == {"office-changes": {"count": "2", "authors": "2"}}
    assert parts(asked.path) == parts(path) == parts(shown.path)
    assert (shown.notices, left.notices) == ((), ())
    assert words(left) == "En ny sag"


def test_changes_are_shown_even_where_the_paper_hides_them(tmp_path: Path) -> None:
    ways = relations(("a", "settings", "settings.xml"), ("b", "header", "header1.xml"))
    header = f'<w:hdr xmlns:w="{W}"><w:p><w:ins {ANNA}>{run("Udkast")}</w:ins></w:p></w:hdr>'
    hiding = f'<w:settings xmlns:w="{W}"><w:revisionView w:markup="0"/></w:settings>'
    more = {"word/_rels/document.xml.rels": ways, "word/header1.xml": header, "word/settings.xml": hiding}
    path = word(tmp_path, paragraph("Notat"), more)
    assert "office-changes" in codes(prepared(path))
    assert "revisionView" not in part(prepared(path, SHOWN), "word/settings.xml")
    assert "w:ins" not in part(prepared(path, LEFT_OUT), "word/header1.xml")


MARK = f"<w:pPr><w:rPr><w:del {ANNA}/></w:rPr></w:pPr>"
CELL = "<w:tc><w:tcPr>{}</w:tcPr><w:p>{}</w:p></w:tc>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("Et", MARK) + paragraph("to", "<w:pPr><w:jc/></w:pPr>"), "<p><pPr><jc/></pPr>Etto</p>"),
        (f"<w:p>{MARK}<w:del {ANNA}>{run('væk', 'delText')}</w:del></w:p>" + paragraph("to"), "<p>to</p>"),
        (f"<w:p>{MARK}</w:p><w:p>{MARK}</w:p>" + paragraph("to"), "<p>to</p>"),
        (paragraph("Et", MARK), "<p><pPr><rPr/></pPr>Et</p>"),
        (f"<w:moveFrom {ANNA}>{run('x')}</w:moveFrom><w:moveTo {ANNA}>{run('y')}</w:moveTo>", "y"),
        (f"<w:p><w:pPr><w:pPrChange {ANNA}><w:pPr/></w:pPrChange></w:pPr>{run('a')}</w:p>", "<p><pPr/>a</p>"),
        (
            (
                f"<w:tbl><w:tr><w:trPr><w:del {ANNA}/></w:trPr>{CELL.format('', run('a'))}</w:tr>"
                f"<w:tr><w:trPr><w:ins {ANNA}/></w:trPr>{CELL.format('', run('b'))}</w:tr></w:tbl>"
            ),
            "<tbl><tr><trPr/><tc><tcPr/><p>b</p></tc></tr></tbl>",
        ),
        (
            (
                f"<w:tbl><w:tr>{CELL.format(f'<w:cellDel {ANNA}/>', run('a'))}"
                f"{CELL.format(f'<w:cellIns {ANNA}/>', run('b'))}</w:tr></w:tbl>"
            ),
            "<tbl><tr><tc><tcPr/><p>b</p></tc></tr></tbl>",
        ),
        (f"<w:tbl><w:tr><w:trPr><w:del {ANNA}/></w:trPr></w:tr></w:tbl>" + paragraph("b"), "<p>b</p>"),
        (f"<w:p><w:del {ANNA}><w:ins {BO}>{run('a')}</w:ins></w:del>{run('b')}</w:p>", "<p>b</p>"),
    ],
)
def test_changes_are_accepted_as_word_accepts_them(body: str, expected: str) -> None:
    root = parse(f'<w:body xmlns:w="{W}">{body}</w:body>'.encode())
    accept(root)
    etree.strip_tags(root, f"{{{W}}}r", f"{{{W}}}t")
    plain = etree.tostring(root, encoding="unicode").partition(">")[2]
    assert plain.replace("w:", "") == f"{expected}</body>"


piece = st.tuples(st.sampled_from(["", "ins", "del", "moveTo", "moveFrom"]), st.text("abæø ", max_size=4))


@settings(max_examples=40)
@given(st.lists(st.lists(piece, max_size=4), min_size=1, max_size=4))
def test_what_came_stays_and_what_went_is_gone(paragraphs: list[list[tuple[str, str]]]) -> None:
    body = ""
    for pieces in paragraphs:
        wrapped = [f"<w:{tag} {ANNA}>{run(text)}</w:{tag}>" if tag else run(text) for tag, text in pieces]
        body += f"<w:p>{''.join(wrapped)}</w:p>"
    root = parse(f'<w:body xmlns:w="{W}">{body}</w:body>'.encode())
    accept(root)
    kept = ["".join(text for tag, text in pieces if tag not in {"del", "moveFrom"}) for pieces in paragraphs]
    assert ["".join(p.itertext()) for p in root.iter(f"{{{W}}}p")] == kept


def test_comments_are_left_out_with_their_parts(tmp_path: Path) -> None:
    body = f'<w:p><w:commentRangeStart w:id="0"/>{run("Notat")}<w:commentRangeEnd w:id="0"/>'
    body += '<w:r><w:rPr/><w:commentReference w:id="0"/></w:r></w:p>'
    comment = f'<w:comments xmlns:w="{W}"><w:comment w:id="0"><w:p>{run("Ring!")}</w:p></w:comment></w:comments>'
    more = {"word/_rels/document.xml.rels": relations(("a", "comments", "comments.xml")), "word/comments.xml": comment}
    path = word(tmp_path, body, more)
    asked, shown, left = prepared(path), prepared(path, SHOWN), prepared(path, LEFT_OUT)
    assert codes(asked) == {"office-comments": {"count": "1"}}
    assert (asked.show_comments, shown.show_comments, left.show_comments) == (False, True, False)
    assert parts(shown.path) == parts(path)
    assert "word/comments.xml" not in parts(left.path)
    assert "comment" not in part(left, "word/document.xml") + part(left, "word/_rels/document.xml.rels")
    assert "<w:rPr/>" not in part(left, "word/document.xml")


def field(instruction: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    halves = (instruction[:3], instruction[3:])
    return marks[0] + "".join(run(half, "instrText") for half in halves) + marks[1] + result + marks[2]


def test_fields_that_load_something_give_way_to_what_they_last_loaded(tmp_path: Path) -> None:
    inner = field("DATE", run("i dag"))
    body = f"<w:p>{field('INCLUDETEXT http://example.com/a.docx', run('Tekst ') + inner)}</w:p>"
    body += f"<w:p>{field('DDEAUTO cmd /c calc', run('Svar'))}{field('PAGE', run('1'))}</w:p>"
    body += '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE \\\\server\\a.png ">' + run("Billede") + "</w:fldSimple></w:p>"
    body += f"<w:p>{field('HYPERLINK http://example.com', run('Link'))}</w:p>"
    result = prepared(word(tmp_path, body))
    text = part(result, "word/document.xml")
    assert codes(result) == {"office-links-left-out": {"count": "3"}}
    assert not any(word in text for word in ("UDETEXT", "EAUTO", "INCLUDEPICTURE"))
    assert words(result).replace("HYPERLINK http://example.com", "") == "Tekst i dag\nSvarPAGE1\nBillede\nLink"
    assert text.count('"begin"') == text.count('"separate"') == text.count('"end"') == 2


def test_fields_within_fields_without_end_are_refused(tmp_path: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert refused(word(tmp_path, f"<w:p>{begin * 60}</w:p>")) == (FileStatus.DAMAGED, "office-built-oddly")
    assert prepared(word(tmp_path, f"<w:p>{begin * 20}</w:p>")).notices == ()


def test_nothing_outside_reaches_the_converter_but_hyperlinks(tmp_path: Path) -> None:
    body = (
        '<w:p><w:hyperlink r:id="link"><w:r><w:t>Link</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:r><w:drawing><a:blip r:link="image"/><a:blip r:link="link" r:embed="own"/></w:drawing></w:r></w:p>'
        '<w:subDoc r:id="sub"/><w:altChunk r:id="chunk"/>'
        '<w:p><w:r><w:pict><v:imagedata src="http://evil.example/a.png" r:id="own"/></w:pict></w:r></w:p>'
    )
    ways = relations(
        ("link", "hyperlink", "https://www.kl.dk"),
        ("image", "image", "http://evil.example/a.png"),
        ("own", "image", "media/a.png"),
        ("sub", "subDocument", "file:///C:/a.docx"),
        ("chunk", "aFChunk", "afchunk.htm"),
        ("settings", "settings", "settings.xml"),
    )
    setting = (
        f'<w:settings xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    )
    setting += '<w:attachedTemplate r:id="t"/><w:mailMerge><w:dataSource r:id="d"/></w:mailMerge></w:settings>'
    more: Parts = {
        "word/_rels/document.xml.rels": ways,
        "word/afchunk.htm": "<img src='http://evil.example/b.png'>",
        "word/media/a.png": b"\x89PNG",
        "word/settings.xml": setting,
        "word/_rels/settings.xml.rels": relations(
            ("t", "attachedTemplate", "http://evil.example/t.dotm"), ("d", "mailMergeSource", "file:///C:/liste.xlsx")
        ),
    }
    result = prepared(word(tmp_path, body, more))
    whole = b"".join(parts(result.path).values()).decode("latin-1")
    assert "evil.example" not in whole
    assert "file:" not in whole
    assert "https://www.kl.dk" in whole
    assert 'r:embed="own"' in whole
    assert not any(name in whole for name in ("subDoc ", "altChunk", "attachedTemplate", "mailMerge", "r:link"))
    assert set(codes(result)) == {"office-links-left-out", "office-documents-left-out"}


def test_macros_are_left_out_and_the_copy_is_a_plain_document(tmp_path: Path) -> None:
    more: Parts = {
        "word/_rels/document.xml.rels": relations(("m", "vbaProject", "vbaProject.bin")),
        "word/vbaProject.bin": b"\xd0\xcf",
        "word/_rels/vbaProject.bin.rels": relations(("d", "wordVbaData", "vbaData.xml")),
        "word/vbaData.xml": "<a/>",
    }
    path = word(tmp_path, paragraph("Notat"), more, "application/vnd.ms-word.document.macroEnabled.main+xml")
    result = prepared(path)
    assert set(codes(result)) == {"office-macros-left-out"}
    assert not any("vba" in name for name in parts(result.path))
    assert "wordprocessingml.document.main+xml" in part(result, "[Content_Types].xml")


def test_a_template_is_copied_as_a_document_without_a_word(tmp_path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    result = prepared(word(tmp_path, paragraph("Notat"), kind=kind))
    assert result.notices == ()
    assert "template" not in part(result, "[Content_Types].xml")


def test_of_another_programs_file_the_picture_stays(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:object><v:shape><v:imagedata r:id="p"/></v:shape><o:OLEObject Type="Embed" r:id="o"/>'
    body += "</w:object></w:r></w:p>"
    more: Parts = {
        "word/_rels/document.xml.rels": relations(
            ("p", "image", "media/a.emf"), ("o", "oleObject", "embeddings/oleObject1.bin")
        ),
        "word/media/a.emf": b"emf",
        "word/embeddings/oleObject1.bin": b"\xd0\xcf",
    }
    result = prepared(word(tmp_path, body, more))
    assert codes(result) == {"office-objects": {"count": "1"}}
    assert "word/embeddings/oleObject1.bin" not in parts(result.path)
    assert "<w:pict><v:shape><v:imagedata" in part(result, "word/document.xml")


def test_tracked_changes_of_a_real_paper(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "delins.docx"
    path.write_bytes((shared / "corpus/office/poi__delins.docx").read_bytes())
    assert int(codes(prepared(path))["office-changes"]["count"]) > 50
    left = prepared(path, Treatment(changes=Shown.LEFT_OUT))
    assert left.notices == ()
    text = part(left, "word/document.xml")
    assert not any(f"<w:{tag} " in text for tag in ("ins", "del", "rPrChange", "pPrChange"))
    assert prepared(left.path).notices == ()
