"""Broken and hostile pictures are refused with a reason, and what a picture says of itself stays out of the PDF."""

from __future__ import annotations

from pathlib import Path

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


def test_too_many_pictures_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kkr_desk.intake.pictures.reading.MOST_FRAMES", 2)
    path = tmp_path / "pages.tif"
    motif().save(path, save_all=True, append_images=[motif(), motif()])
    assert refusal(path) == (FileStatus.TOO_LARGE, "picture-too-many-frames")


def test_a_huge_profile_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(jpeg_bytes(motif(), icc_profile=bytes(5 << 20)))
    assert refusal(path) == (FileStatus.TOO_LARGE, "picture-profile-too-large")


@pytest.mark.parametrize("kind", ["jpg", "png"])
def test_a_picture_that_is_cut_short(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path / f"cut.{kind}", motif())
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 3 // 4])
    assert set(told(converted(path))) == {"picture-part-missing"}
    path.write_bytes(data[:150])
    assert refusal(path) == (FileStatus.DAMAGED, "picture-damaged")
