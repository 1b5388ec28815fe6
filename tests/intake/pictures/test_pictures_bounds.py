"""Broken and hostile pictures are refused with a reason, and what a picture says of itself stays out of the PDF."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from kkr_desk.intake.conversion import Refused
from kkr_desk.model import FileStatus
from tests.intake.pictures.photographs import converted, everything_in, jpeg_bytes, motif, told, written


def refusal(path: Path) -> tuple[FileStatus, str]:
    with pytest.raises(Refused) as found:
        converted(path)
    return found.value.status, found.value.notice.code


def test_nothing_a_photograph_says_is_in_the_pdf(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[270] = "HEMMELIG beskrivelse"
    exif.get_ifd(34665)[36867] = "2024:06:05 10:00:00"
    exif.get_ifd(34853)[2] = (55.0, 40.0, 12.0)
    path = tmp_path / "photo.jpg"
    path.write_bytes(jpeg_bytes(motif(), exif=exif, comment=b"HEMMELIG", xmp=b"<x>HEMMELIG</x>") + b"HEMMELIG")
    made = converted(path)
    assert set(told(made)) == {"picture-location-removed"}
    assert made.particulars.date == "2024-06-05"
    assert not [part for part in everything_in(made.pdf) if b"HEMMELIG" in part or b"Exif" in part]


def test_nothing_a_drawing_says_is_in_the_pdf(tmp_path: Path) -> None:
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Author", "HEMMELIG")
    made = converted(written(tmp_path / "plan.png", motif(), pnginfo=chunks))
    assert not [part for part in everything_in(made.pdf) if b"HEMMELIG" in part]


def test_a_picture_beyond_bounds_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "bomb.gif", motif("P"))
    path.write_bytes(path.read_bytes()[:6] + b"\xff\xff\xff\xff" + path.read_bytes()[10:])
    assert refusal(path) == (FileStatus.TOO_LARGE, "picture-too-many-pixels")


@pytest.mark.parametrize("size", [(1, 1), (2, 20_000)])
def test_pictures_of_any_shape_have_a_page(tmp_path: Path, size: tuple[int, int]) -> None:
    for kind in ("jpg", "png", "tif"):
        with pikepdf.open(converted(written(tmp_path / f"{size}.{kind}", motif(size=size))).pdf) as pdf:
            assert len(pdf.pages) == 1


def test_too_many_pictures_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kkr_desk.intake.pictures.reading.MOST_FRAMES", 2)
    path = tmp_path / "pages.tif"
    motif().save(path, save_all=True, append_images=[motif(), motif()])
    assert refusal(path) == (FileStatus.TOO_LARGE, "picture-too-many-frames")


def test_a_huge_profile_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(jpeg_bytes(motif(), icc_profile=bytes(5 << 20)))
    assert refusal(path) == (FileStatus.TOO_LARGE, "picture-profile-too-large")


@pytest.mark.parametrize("kind", ["jpg", "png", "tif"])
def test_a_picture_that_is_cut_short(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"cut.{kind}"
    if kind == "tif":
        motif().save(path, save_all=True, append_images=[motif(), motif()], compression="tiff_lzw")
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])
        made = converted(path)
        assert told(made)
        with pikepdf.open(made.pdf) as pdf:
            assert 1 <= len(pdf.pages) <= 2
    else:
        data = written(path, motif()).read_bytes()
        path.write_bytes(data[: len(data) * 3 // 4])
        assert set(told(converted(path))) == {"picture-part-missing"}
    path.write_bytes(data[:150])
    assert refusal(path) == (FileStatus.DAMAGED, "picture-damaged")


SECRET: dict[str, dict[str, Any]] = {
    "tif": {"tiffinfo": {270: "HEMMELIG", 315: "HEMMELIG"}},
    "webp": {"xmp": b"<x>HEMMELIG</x>", "exif": b"Exif\0\0HEMMELIG"},
    "avif": {"xmp": b"<x>HEMMELIG</x>"},
    "jpg": {"extra": b"\xff\xed\0\x2cPhotoshop 3.0\08BIM\4\4\0\0\0\0\0\x0d\x1c\2\5\0\x08HEMMELIG\0\0\0"},
}
"""What describes a picture beside it: a TIFF's tags, XMP, EXIF, and IPTC, which is for the press."""


@pytest.mark.parametrize("kind", SECRET)
def test_nothing_said_beside_a_picture_is_in_the_pdf(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path / f"photo.{kind}", motif(), **SECRET[kind])
    assert b"HEMMELIG" in path.read_bytes()
    assert not [part for part in everything_in(converted(path).pdf) if b"HEMMELIG" in part]


def test_pictures_that_follow_each_other_in_a_ring_are_taken_once(tmp_path: Path) -> None:
    path = written(tmp_path / "ring.tif", motif("L"))
    data = bytearray(path.read_bytes())
    at = int.from_bytes(data[4:8], "little")
    after = at + 2 + 12 * int.from_bytes(data[at : at + 2], "little")
    data[after : after + 4] = data[4:8]
    path.write_bytes(data)
    with pikepdf.open(converted(path).pdf) as pdf:
        assert len(pdf.pages) == 1


def test_entities_in_what_a_picture_says_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("HEMMELIG", encoding="utf-8")
    told_by_it = (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}"><!ENTITY a "Titel">'
        '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        '<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>&e;&b;</dc:title></x>'
    )
    path = tmp_path / "photo.jpg"
    path.write_bytes(jpeg_bytes(motif(), xmp=told_by_it.encode()))
    assert converted(path).particulars.title == ""


def test_a_profile_that_swells_is_refused(tmp_path: Path) -> None:
    data = written(tmp_path / "plain.png", motif()).read_bytes()
    body = b"iCCPx\0\0" + zlib.compress(bytes(3 << 20))
    chunk = (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
    path = tmp_path / "bomb.png"
    path.write_bytes(data[:33] + chunk + data[33:])
    assert refusal(path) == (FileStatus.TOO_LARGE, "picture-profile-too-large")


def test_a_jpeg_whose_scans_must_wait_for_each_other_has_a_bound_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kkr_desk.intake.pictures.reading.MOST_WAITING", 5 * 180 * 150)
    photo, drawing = tmp_path / "photo.jpg", tmp_path / "drawing.jpg"
    photo.write_bytes(jpeg_bytes(motif(), progressive=True, subsampling=2))
    drawing.write_bytes(jpeg_bytes(motif(), progressive=True, subsampling=0))
    assert not converted(photo).notices
    assert refusal(drawing) == (FileStatus.TOO_LARGE, "picture-too-many-pixels")
