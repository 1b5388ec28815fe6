"""Presentations: hidden slides, comments, programs that a click starts, files of other programs."""

from __future__ import annotations

from pathlib import Path

from tests.intake.office_papers import (
    LEFT_OUT,
    SHOWN,
    A,
    P,
    Parts,
    codes,
    part,
    parts,
    powerpoint,
    prepared,
    relations,
)

SLIDE = "<p:sld><p:cSld/></p:sld>"
HIDDEN = '<p:sld show="0"><p:cSld/></p:sld>'


def test_hidden_slides_are_asked_about_until_they_are_decided(tmp_path: Path) -> None:
    path = powerpoint(tmp_path, [SLIDE, HIDDEN, HIDDEN])
    asked = prepared(path)
    assert codes(asked) == {"office-hidden-slides": {"count": "2"}}
    assert parts(asked.path) == parts(path) == parts(prepared(path, LEFT_OUT).path)
    assert "show=" not in part(prepared(path, SHOWN), "ppt/slides/slide1.xml")


def test_comments_of_both_kinds_are_counted_and_left_out(tmp_path: Path) -> None:
    modern = (
        '<m:cmLst xmlns:m="http://schemas.microsoft.com/office/powerpoint/2018/8/main"><m:cm><m:replyLst><m:reply/>'
    )
    more: Parts = {
        "ppt/slides/_rels/slide0.xml.rels": relations(("c", "comments", "../comments/comment1.xml")),
        "ppt/comments/comment1.xml": f'<p:cmLst xmlns:p="{P}"><p:cm/><p:cm/></p:cmLst>',
        "ppt/slides/_rels/slide1.xml.rels": relations(("c", "comments", "../comments/modern1.xml")),
        "ppt/comments/modern1.xml": f"{modern}</m:replyLst></m:cm></m:cmLst>",
    }
    path = powerpoint(tmp_path, [SLIDE, SLIDE], more)
    assert codes(prepared(path)) == {"office-comments": {"count": "4"}}
    assert prepared(path, SHOWN).show_comments
    left = parts(prepared(path, LEFT_OUT).path)
    assert not any(name.startswith("ppt/comments/") for name in left)
    assert b"comments" not in left["ppt/slides/_rels/slide0.xml.rels"]


def test_nothing_on_a_slide_starts_a_program_or_plays_from_outside(tmp_path: Path) -> None:
    slide = (
        '<p:sld><a:hlinkClick r:id="x" action="ppaction://program"/><a:hlinkClick r:id="x"/>'
        '<a:videoFile r:link="film"/><p:oleObj r:id="o"><p:embed/><p:pic/></p:oleObj></p:sld>'
    )
    more: Parts = {
        "ppt/slides/_rels/slide0.xml.rels": relations(
            ("x", "hyperlink", "https://www.kl.dk"),
            ("film", "video", "http://evil.example/film.mp4"),
            ("o", "oleObject", "../embeddings/oleObject1.bin"),
        ),
        "ppt/embeddings/oleObject1.bin": b"\xd0\xcf",
    }
    result = prepared(powerpoint(tmp_path, [slide], more))
    shown = part(result, "ppt/slides/slide0.xml")
    assert (shown.count("hlinkClick"), shown.count("videoFile"), shown.count("<p:pic/>")) == (1, 0, 1)
    assert "evil.example" not in part(result, "ppt/slides/_rels/slide0.xml.rels")
    assert "ppt/embeddings/oleObject1.bin" not in parts(result.path)
    assert codes(result) == {
        "office-links-left-out": {"count": "1"},
        "office-macros-left-out": {},
        "office-objects": {"count": "1"},
    }


def test_the_title_is_the_first_slides(tmp_path: Path) -> None:
    title = (
        '<p:sld><p:sp><p:nvSpPr><p:ph type="ctrTitle"/></p:nvSpPr><p:txBody xmlns:a="{}"><a:p><a:r><a:t>Nye</a:t></a:r>'
        "<a:r><a:t> veje</a:t></a:r></a:p></p:txBody></p:sp></p:sld>"
    )
    assert prepared(powerpoint(tmp_path, [title.format(A)])).particulars.title == "Nye veje"


def test_dates_are_what_they_last_were(tmp_path: Path) -> None:
    slide = '<p:sld><a:p><a:fld id="x" type="datetime1"><a:rPr/><a:pPr/><a:t>5. juni 2024</a:t></a:fld></a:p></p:sld>'
    shown = part(prepared(powerpoint(tmp_path, [slide])), "ppt/slides/slide0.xml")
    assert "<a:p><a:r><a:rPr/><a:t>5. juni 2024</a:t></a:r></a:p>" in shown
