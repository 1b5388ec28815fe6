"""The zip file of an Office document: bombs, odd names and broken ends are refused before anything is unpacked."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from kkr_desk.intake.papers import package, xml_part
from kkr_desk.intake.papers.xml_part import found, local
from kkr_desk.model import FileStatus
from tests.intake.office_papers import codes, paragraph, parts, prepared, refused, relations, word, zipped

ODD = (FileStatus.DAMAGED, "office-built-oddly")
LARGE = (FileStatus.TOO_LARGE, "office-too-large")
CUT_OFF = (FileStatus.DAMAGED, "office-cut-off")
DAMAGED = (FileStatus.DAMAGED, "file-damaged")


@pytest.mark.parametrize(
    "name", ["/etc/a.xml", "../a.xml", "word/../../a.xml", "C:/a.xml", "word\\..\\..\\a.xml", "a\nb.xml", "./a.xml"]
)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    assert refused(word(tmp_path, paragraph("Notat"), {name: "<a/>"})) == ODD


@pytest.mark.parametrize("name", ["word/document.xml", "WORD/Document.XML"])
def test_a_part_that_is_there_twice_is_refused(tmp_path: Path, name: str) -> None:
    path = word(tmp_path, paragraph("Notat"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile warns of what is made here on purpose
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(name, "<other/>")
    assert refused(path) == ODD


def test_too_many_parts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 20)
    path = word(tmp_path, paragraph("Notat"), {f"word/media/{n}.png": b"" for n in range(20)})
    assert refused(path) == LARGE


def test_a_bomb_is_refused_by_its_size_and_by_how_tightly_it_is_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = word(tmp_path, paragraph("Notat"), {"word/media/a.bin": bytes(4 << 20)})
    assert prepared(path).notices == ()
    monkeypatch.setattr(package, "FREE_OF_RATIO", 1 << 20)
    assert refused(path) == LARGE
    monkeypatch.setattr(package, "MOST_RATIO", 2_000)
    assert prepared(path).notices == ()
    monkeypatch.setattr(package, "MOST_BYTES", 1 << 20)
    assert refused(path) == LARGE


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("start", [LAUGHS, EXTERNAL])
@pytest.mark.parametrize("name", ["word/document.xml", "word/theme/theme1.xml", "customXml/item1.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_part_may_declare_entities(tmp_path: Path, start: str, name: str, encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?>{start}<a>&a;</a>'.encode(encoding)
    path = word(tmp_path, paragraph("Notat"))
    path = zipped(path, {**parts(path), name: data})
    assert refused(path) == ODD


def test_xml_without_bottom_or_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "<a>" * 5_000 + "</a>" * 5_000
    assert refused(word(tmp_path, paragraph("Notat"), {"word/theme/theme1.xml": deep})) == DAMAGED
    monkeypatch.setattr(xml_part, "MOST_XML_BYTES", 1_000)
    assert refused(word(tmp_path, paragraph("Notat " * 200))) == LARGE


def test_broken_files_are_said_to_be_broken(tmp_path: Path) -> None:
    path = word(tmp_path, paragraph("Notat " * 100), {"word/media/a.png": bytes(range(256)) * 4})
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert refused(path) == CUT_OFF
    at = whole.index(b"word/media/a.png") + 30
    path.write_bytes(whole[:at] + bytes(20) + whole[at + 20 :])
    assert refused(path) == CUT_OFF
    locked = bytearray(whole)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(sign) + flags] |= 1
    path.write_bytes(locked)
    assert refused(path) == ODD
    path.write_bytes(whole)
    assert refused(zipped(path, {k: v for k, v in parts(path).items() if k != "word/document.xml"})) == DAMAGED
    assert refused(word(tmp_path, "<unclosed>")) == DAMAGED
    assert refused(zipped(path, {"a": b""})) == DAMAGED


def test_a_file_that_calls_itself_what_it_is_not_is_refused(tmp_path: Path) -> None:
    path = word(tmp_path, paragraph("Notat"))
    assert refused(path.rename(tmp_path / "file.xlsx")) == DAMAGED


def test_a_picture_of_lines_shows_itself_alone(tmp_path: Path) -> None:
    picture = (
        '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><style>@import url(http://evil.example/a.css); a{fill:red}</style>'
        '<script>x</script><image xlink:href="file:///etc/hostname"/><use xlink:href="#a"/>'
        '<rect fill="url(http://evil.example/b)" stroke="url(#a)"/></svg>'
    )
    result = prepared(word(tmp_path, paragraph("Notat"), {"word/media/a.svg": picture, "word/media/b.svg": "<svg"}))
    shown = parts(result.path)["word/media/a.svg"].decode()
    assert not any(word in shown for word in ("evil", "hostname", "script", "ENTITY"))
    assert 'href="#a"' in shown
    assert "url(#a)" in shown
    assert parts(result.path)["word/media/b.svg"] == b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def test_the_older_drawings_load_no_pictures_however_they_are_written(tmp_path: Path) -> None:
    drawing = "<xml><v:shape><v:imagedata o:relid='x' src='http://evil.example/a.png' o:title='a'><br></v:shape></xml>"
    more = {"word/vmlDrawing1.vml": drawing, "word/_rels/vmlDrawing1.vml.rels": relations(("x", "image", "http://a/"))}
    result = prepared(word(tmp_path, paragraph("Notat"), more))
    shown = parts(result.path)
    assert shown["word/vmlDrawing1.vml"] == drawing.replace(" src='http://evil.example/a.png'", "").encode()
    assert b"http://a/" not in shown["word/_rels/vmlDrawing1.vml.rels"]
    assert codes(result) == {"office-links-left-out": {"count": "2"}}


def test_a_real_paper_without_its_end_is_damaged(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes((shared / "corpus/office/poi__truncated62886.docx").read_bytes())
    assert refused(path) == CUT_OFF


def test_a_part_whose_root_is_one_of_its_own_elements_is_no_trouble() -> None:
    """Found by fuzzing: a sheet that begins with a formula, relations that begin with a relation."""
    root = etree.fromstring("<f><f>1</f></f>")
    assert [local(element.getparent()) for element in found(root, "f")] == ["f"]
    assert local(root.getparent()) == ""
