"""PDFs that cannot be taken as they came: locked, broken, with comments that are not wanted."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String

from kkr_desk.intake.conversion import Made, Refused, Request
from kkr_desk.intake.pdf_arrival import convert
from kkr_desk.intake.pdf_arrival.unlocking import passwords, prepared
from kkr_desk.model import Notice, Reading, Shown, Treatment
from kkr_desk.progress import NullProgress
from kkr_desk.sentences import NOTICES, facts_of
from tests.intake.papers import annotation, codes, look, page, saved, simple, text

LEFT_OUT = Treatment(comments=Shown.LEFT_OUT)


def arrive(path: Path, treatment: Treatment | None = None, password: str = "") -> Made:
    folder = path.parent / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return convert(Request(path, path.name, "pdf", folder, treatment or Treatment(), password), NullProgress())


def refusal(path: Path, password: str = "") -> tuple[str, Notice]:
    with pytest.raises(Refused) as refused:
        arrive(path, password=password)
    return refused.value.status.value, refused.value.notice


def told(made: Made) -> dict[str, dict[str, str]]:
    for notice in made.notices:
        for words in (NOTICES[notice.code].da, NOTICES[notice.code].en):
            assert facts_of(words) <= dict(notice.facts).keys()
    return {notice.code: dict(notice.facts) for notice in made.notices}


def test_a_sound_file_is_taken_as_it_came(tmp_path: Path) -> None:
    path = simple(tmp_path)
    assert arrive(path, LEFT_OUT) == Made(path)


def no_table(data: bytes) -> bytes:
    return data.replace(b"startxref\n", b"startxref\n1")


def cut_off(data: bytes) -> bytes:
    return data[: data.index(b"\nxref")]


def wrong_length(data: bytes) -> bytes:
    return re.sub(rb"/Length \d+", b"/Length 9", data, count=1)


def no_header(data: bytes) -> bytes:
    return data.replace(b"%PDF-", b"%QQQ-", 1)


@pytest.mark.parametrize("harm", [no_table, cut_off, wrong_length, no_header])
def test_a_broken_file_is_written_anew(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    path = simple(tmp_path, pages=3)
    plain = saved(pikepdf.open(path), tmp_path, "broken.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    broken = harm(plain.read_bytes())
    plain.write_bytes(broken)
    made = arrive(plain)
    assert told(made) == {"pdf-repaired": {"count": "3"}}
    again = look(made.pdf)
    assert [p.text for p in again.pages] == ["Notat 1", "Notat 2", "Notat 3"]
    assert (again.status, again.warnings) == ("ok", ())
    assert plain.read_bytes() == broken
    first = made.pdf.read_bytes()
    assert arrive(plain).pdf.read_bytes() == first


def test_pages_that_a_broken_file_has_lost_are_told(tmp_path: Path) -> None:
    """Its list of pages names four of which one is gone; a fifth is in no list."""
    path = saved(pikepdf.open(simple(tmp_path, pages=4)), tmp_path, "b.pdf", compress_streams=False)
    with pikepdf.open(path) as pdf:
        page(pdf, text("Ingen liste"))
        stray = pdf.pages[-1].obj
        pdf.Root.Kept = stray
        del pdf.pages[-1]
        pdf.Root.Pages.Kids[1] = Dictionary()
        plain = saved(pdf, tmp_path, "lost.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    plain.write_bytes(no_table(plain.read_bytes()))
    made = arrive(plain)
    assert told(made) == {"file-pages-lost": {"count": "3", "promised": "4"}}
    assert look(made.pdf).page_count == 3


def test_pages_whose_content_a_broken_file_has_lost_are_told(tmp_path: Path) -> None:
    plain = pikepdf.ObjectStreamMode.disable
    path = saved(pikepdf.open(simple(tmp_path, pages=3)), tmp_path, "b.pdf", object_stream_mode=plain)
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"stream\nx") + 20])
    assert look(path).status in {"ok", "damaged"}
    made = arrive(path)
    assert told(made) == {"pdf-repaired": {"count": "3"}, "file-pages-blank": {"count": "1", "pages": "3"}}


def test_a_list_of_pages_that_counts_wrongly(tmp_path: Path) -> None:
    path = saved(pikepdf.open(simple(tmp_path, pages=2)), tmp_path, "b.pdf", compress_streams=False)
    path.write_bytes(path.read_bytes().replace(b"/Count 2", b"/Count 7"))
    assert look(path).status == "damaged"
    made = arrive(path)
    assert told(made) == {"file-pages-lost": {"count": "2", "promised": "7"}}
    assert look(made.pdf).page_count == 2


LARGE = b"6" * 90
"""A number that has no room in 64 bits."""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n%%EOF",
        b"%PDF-1.4\n1 0 obj\n<<>>\nendobj",
        b"%PDF-1.4\nstartxref\n" + LARGE + b"\n%%EOF",
    ],
)
def test_what_cannot_be_mended_is_damaged(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    assert refusal(path) == ("damaged", Notice("file-damaged"))


@pytest.mark.parametrize("revision", [2, 3, 4, 6])
def test_a_locked_file_is_opened_by_its_password(tmp_path: Path, revision: int) -> None:
    word = "Blåbærgrød" if revision > 4 else "Torskerogn"
    pdf = Pdf.new()
    page(pdf, text("Fortroligt"))
    lock = Encryption(owner="ejer", user=word, R=revision, aes=revision > 3, metadata=revision > 3)  # type: ignore[arg-type]
    path = saved(pdf, tmp_path, encryption=lock)
    assert refusal(path) == ("password", Notice("file-password"))
    assert refusal(path, "Blabaergrod") == ("password", Notice("file-password-wrong"))
    for password in (word, f" {word}\n", "ejer"):
        made = arrive(path, password=password)
        assert told(made) == {"pdf-unlocked": {}}
        again = look(made.pdf)
        assert (again.status, again.pages[0].text, set(codes(again))) == ("ok", "Fortroligt", set())
        assert not pikepdf.open(made.pdf).is_encrypted


def test_letters_of_a_password_are_tried_as_programs_write_them() -> None:
    tried = list(passwords("Æ\u00a0ø"))
    assert tried[0] == "Æ\u00a0ø".encode()
    assert {"Æ\u00a0ø".encode("latin-1"), "Æ ø".encode(), "Æ\u00a0ø".encode("cp850")} <= set(tried)
    assert "å".encode() in passwords("a\u030a")
    assert "a\u030a".encode() in passwords("å")
    assert prepared("I\u00adX \u2168 ª") == "IX IX a"  # RFC 4013, 3
    assert list(passwords("")) == []
    assert len(list(passwords("æ" * 100_000))) < 20


def test_comments_are_left_out_of_the_file(tmp_path: Path) -> None:
    pdf = Pdf.new()
    note = pdf.make_indirect(annotation("Text", Contents=String("internt: skal ikke med")))
    window = pdf.make_indirect(annotation("Popup", Parent=note))
    note.Popup = window
    call_out = annotation("FreeText", IT=Name.FreeTextCallout)
    kept = [annotation("Link", A=Dictionary(S=Name.URI, URI=String("https://kl.dk"))), annotation("Stamp")]
    kept += [annotation("FreeText"), annotation("Ink", Contents=String(""))]
    page(pdf, text("Notat"), Annots=Array([note, window, annotation("Highlight"), call_out, *kept]))
    pdf.Root.StructTreeRoot = Dictionary(K=Dictionary(K=Dictionary(Type=Name.OBJR, Obj=note)))
    path = saved(pdf, tmp_path)
    assert arrive(path).pdf == path
    assert codes(look(path)) == {"pdf-comments": {"count": "3"}, "pdf-written-on": {"count": "3"}}
    made = arrive(path, LEFT_OUT)
    assert told(made) == {"comments-left-out": {"count": "3"}}
    assert codes(look(made.pdf)) == {"pdf-written-on": {"count": "3"}}
    with pikepdf.open(made.pdf) as result:
        assert [str(annot.Subtype) for annot in result.pages[0].Annots] == ["/Link", "/Stamp", "/FreeText", "/Ink"]
    assert b"internt" not in made.pdf.read_bytes()


@pytest.mark.torture
def test_half_a_gigabyte_is_mended_in_bounded_memory(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="needs POSIX to measure memory")
    with Pdf.new() as pdf:
        for _ in range(125):
            made = pdf.make_stream(os.urandom(4 << 20))
            made.stream_dict = Dictionary(
                Type=Name.XObject, Subtype=Name.Image, Width=2048, Height=2048,
                ColorSpace=Name.DeviceGray, BitsPerComponent=8,
            )  # fmt: skip
            page(pdf, b"q 500 0 0 700 40 60 cm /Im0 Do Q").Resources.XObject = Dictionary(Im0=made)
        path = saved(pdf, tmp_path, compress_streams=False)
    del pdf
    with path.open("r+b") as file:
        file.seek(-40, os.SEEK_END)
        end = file.read()
        file.seek(-40, os.SEEK_END)
        file.write(no_table(end))
    script = (
        "import resource, sys; from pathlib import Path; from tests.intake.test_pdf_arrival import arrive, look;"
        "made = arrive(Path(sys.argv[1])); assert look(made.pdf).page_count == 125;"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)"
    )
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", script, str(path)], cwd=root, capture_output=True, text=True, check=True
    )
    assert path.stat().st_size > 500 << 20
    assert int(ran.stdout) < 1 << 30


def test_broken_metadata_are_no_reason_to_fail(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, text("Notat"), Annots=Array([annotation("Text")]))
    pdf.Root.Metadata = pdf.make_stream(b"<x:xmpmeta", Type=Name.Metadata, Subtype=Name.XML)
    path = saved(pdf, tmp_path, fix_metadata_version=False)
    assert told(arrive(path, LEFT_OUT)) == {"comments-left-out": {"count": "1"}}


def test_a_protection_that_is_lost_with_the_comments_is_told(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, text("Notat"), Annots=Array([annotation("Text")]))
    path = saved(pdf, tmp_path, encryption=Encryption(owner="o", user=""))
    made = arrive(path, LEFT_OUT)
    assert told(made) == {"pdf-owner-locked": {}, "comments-left-out": {"count": "1"}}
    assert arrive(path).pdf == path


def test_scans_without_the_programs_stay_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("kkr_desk.intake.recognition.finding.find_spec", lambda name: None)
    path = simple(tmp_path)
    made = arrive(path, Treatment(reading=Reading.RECOGNISED))
    assert (made.pdf, told(made)) == (path, {"recognition-missing": {}})
