"""Files are taken out of a PDF that encloses them, bounded."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.unpacking import Bounds, Enclosed, unpack
from kkr_desk.progress import NullProgress
from tests.intake.papers import annotation, codes, look, page, saved, text


def enclosing(*contents: bytes, filters: str = "") -> Pdf:
    pdf = Pdf.new()
    page(pdf, text("Forside"))
    names = Array([])
    for number, content in enumerate(contents):
        stream = pdf.make_stream(content)
        if filters:
            stream.Filter = Name(f"/{filters}")
        spec = Dictionary(Type=Name.Filespec, UF=String(f"../æske/{number}.txt"), EF=Dictionary(F=stream))
        names.extend([String(f"{number}"), pdf.make_indirect(spec)])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))
    return pdf


def taken_out(path: Path, folder: Path, password: str = "", bounds: Bounds | None = None) -> tuple[Enclosed, ...]:
    return unpack(path, path.name, "pdf", folder, password=password, bounds=bounds, progress=NullProgress())


def test_what_is_enclosed_is_taken_out(tmp_path: Path) -> None:
    pdf = enclosing(b"en", b"to")
    pinned = Dictionary(Type=Name.Filespec, UF=String("løn.xlsx"), EF=Dictionary(F=pdf.make_stream(b"tre" * 99)))
    gone = Dictionary(Type=Name.Filespec, UF=String("væk.txt"))
    pins = [annotation("FileAttachment", FS=spec) for spec in (pinned, gone)]
    pdf.pages[0].obj.Annots = Array(pins)
    path = saved(pdf, tmp_path, encryption=Encryption(owner="ejer", user="kode"))
    with pytest.raises(Refused):
        taken_out(path, tmp_path / "locked")
    found = taken_out(path, tmp_path / "out", "kode")
    assert [(one.name, one.path.read_bytes()) for one in found] == [
        ("0.txt", b"en"),
        ("1.txt", b"to"),
        ("løn.xlsx", b"tre" * 99),
    ]
    assert all(one.path.is_relative_to(tmp_path / "out") for one in found)


def test_it_is_the_same_that_looking_names(tmp_path: Path) -> None:
    path = saved(enclosing(b"en", b"to"), tmp_path)
    assert codes(look(path))["file-encloses"] == {"count": "2", "files": "0.txt, 1.txt"}


@pytest.mark.parametrize("filters", ["FlateDecode", "LZWDecode", "RunLengthDecode"])
def test_more_than_there_is_room_for_is_stopped(tmp_path: Path, filters: str) -> None:
    """A packed nothing of 64 MiB, 3 files of which there may be two, and packings that cannot be undone in pieces."""
    room = Bounds(most_files=2, most_bytes=1 << 20)
    packed = zlib.compress(bytes(64 << 20)) if filters == "FlateDecode" else b"\x81\0" * (1 << 20)
    for place, pdf in enumerate((enclosing(packed, filters=filters), enclosing(b"a", b"b", b"c"))):
        path = saved(pdf, tmp_path, f"{place}.pdf", compress_streams=False)
        with pytest.raises(Refused) as refused:
            taken_out(path, tmp_path / f"out-{place}", bounds=room)
        assert refused.value.status == "too-large"
    assert sum(file.stat().st_size for file in tmp_path.glob("out-0/**/*.txt")) <= 1 << 20


def test_of_broken_bytes_what_can_be_read_is_taken_out(tmp_path: Path) -> None:
    packed = zlib.compress(bytes(range(256)) * 64)
    path = saved(enclosing(packed[:-9], b"god", filters="FlateDecode"), tmp_path, compress_streams=False)
    broken, garbled = taken_out(path, tmp_path / "out")
    assert broken.path.read_bytes()[:256] == bytes(range(256))
    assert garbled.path.read_bytes() == b""


def test_a_pdf_that_encloses_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        taken_out(saved(enclosing(), tmp_path), tmp_path / "out")
    assert refused.value.status == "empty"
