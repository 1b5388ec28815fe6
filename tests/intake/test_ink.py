from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from kkr_desk.intake.ink import CELL, cells
from kkr_desk.model import NO_INK, EdgeInk
from tests.intake.papers import A4, annotation, look, page, saved, text

BOTTOM_RIGHT = {"at_top": False, "left": 480.0, "right": 570.0, "near": 10.0, "far": 40.0}
BOTTOM_LEFT = {"at_top": False, "left": 20.0, "right": 110.0, "near": 10.0, "far": 40.0}
TOP_RIGHT = {"at_top": True, "left": 480.0, "right": 570.0, "near": 10.0, "far": 40.0}
TOP_LEFT = {"at_top": True, "left": 20.0, "right": 110.0, "near": 10.0, "far": 40.0}


def ink_of(folder: Path, content: bytes, box: Sequence[float] = A4, **entries: Any) -> EdgeInk:
    pdf = Pdf.new()
    page(pdf, content, box, **entries)
    return look(saved(pdf, folder)).pages[0].ink


def free(ink: EdgeInk) -> set[str]:
    boxes = {"tl": TOP_LEFT, "tr": TOP_RIGHT, "bl": BOTTOM_LEFT, "br": BOTTOM_RIGHT}
    return {name for name, box in boxes.items() if ink.is_free(**box)}  # type: ignore[arg-type]


def test_an_empty_page_is_free_everywhere(tmp_path: Path) -> None:
    ink = ink_of(tmp_path, b"")
    assert ink.columns == 75  # 595 points in cells of 8
    assert len(ink.top) == len(ink.bottom) == EdgeInk.ROWS * 10
    assert not any(ink.top + ink.bottom)


def test_print_bottom_right_is_seen_there_and_nowhere_else(tmp_path: Path) -> None:
    assert free(ink_of(tmp_path, text("Side 3 af 9", 500, 20, 9))) == {"tl", "tr", "bl"}


def test_light_grey_print_counts(tmp_path: Path) -> None:
    assert free(ink_of(tmp_path, b"0.75 g " + text("Side 3 af 9", 500, 20, 9))) == {"tl", "tr", "bl"}


@pytest.mark.parametrize("colour", [b"0 g", b"0.1 0.2 0.5 rg", b"0.5 g"])
def test_an_even_ground_is_free(tmp_path: Path, colour: bytes) -> None:
    assert free(ink_of(tmp_path, colour + b" 0 0 595 842 re f")) == {"tl", "tr", "bl", "br"}


def test_print_on_a_dark_ground_is_seen(tmp_path: Path) -> None:
    ground = b"0 g 0 0 595 842 re f 1 g "
    assert free(ink_of(tmp_path, ground + text("Side 3 af 9", 500, 20, 9))) == {"tl", "tr", "bl"}


@pytest.mark.parametrize(("rotation", "corner"), [(0, "br"), (90, "bl"), (180, "tl"), (270, "tr")])
def test_corners_are_those_the_reader_sees(tmp_path: Path, rotation: int, corner: str) -> None:
    square = (0, 0, 595, 595)
    content = b"0 g 500 15 60 20 re f"
    ink = ink_of(tmp_path, content, square, Rotate=rotation)
    assert free(ink) == {"tl", "tr", "bl", "br"} - {corner}


def test_a_landscape_page_has_the_columns_of_its_visible_width(tmp_path: Path) -> None:
    assert ink_of(tmp_path, b"", Rotate=90).columns == 106  # 842 points in cells of 8


def test_user_unit_counts(tmp_path: Path) -> None:
    content = b"0 g 50 1.5 6 2 re f"
    ink = ink_of(tmp_path, content, (0, 0, 59.5, 84.2), UserUnit=10)
    assert ink.columns == 75
    assert free(ink) == {"tl", "tr", "bl"}


def test_only_the_crop_box_is_seen(tmp_path: Path) -> None:
    content = b"0 g 0 0 595 90 re f " + text("Side 3 af 9", 500, 120, 9)
    ink = ink_of(tmp_path, content, CropBox=Array([0, 100, 595, 842]))
    assert free(ink) == {"tl", "tr", "bl"}


def test_a_crop_box_larger_than_the_media_box(tmp_path: Path) -> None:
    content = text("Side 3 af 9", 500, 20, 9)
    ink = ink_of(tmp_path, content, CropBox=Array([-100, -100, 900, 1200]))
    assert ink.columns == 75
    assert free(ink) == {"tl", "tr", "bl"}


def test_comments_count_as_print(tmp_path: Path) -> None:
    pdf = Pdf.new()
    look_of_it = pdf.make_stream(b"0 g 0 0 60 20 re f")
    look_of_it.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 60, 20]))
    stamp = annotation("Stamp", Rect=Array([500, 15, 560, 35]), AP=Dictionary(N=look_of_it), F=4)
    page(pdf, b"", Annots=Array([stamp]))
    assert free(look(saved(pdf, tmp_path)).pages[0].ink) == {"tl", "tr", "bl"}


def test_form_fields_count_as_print(tmp_path: Path) -> None:
    pdf = Pdf.new()
    look_of_it = pdf.make_stream(b"0 g 0 0 60 20 re f")
    look_of_it.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 60, 20]))
    widget = annotation(
        "Widget", Rect=Array([500, 15, 560, 35]), AP=Dictionary(N=look_of_it), F=4, FT=Name.Tx, T=String("felt")
    )
    field = pdf.make_indirect(widget)
    page(pdf, b"", Annots=Array([field]))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    assert free(look(saved(pdf, tmp_path)).pages[0].ink) == {"tl", "tr", "bl"}


@pytest.mark.parametrize("box", [(0, 0, 3, 3), (0, 0, 1, 800), (0, 0, 800, 1), (0, 0, 30, 30)])
def test_tiny_pages(tmp_path: Path, box: tuple[int, ...]) -> None:
    ink = ink_of(tmp_path, b"0 g 0 0 1 1 re f", box)
    assert ink.columns == -(-box[2] // 8)


def test_the_largest_page_is_drawn(tmp_path: Path) -> None:
    content = b"0 g 13000 20 500 20 re f"
    ink = ink_of(tmp_path, content, (0, 0, 14400, 14400))
    assert ink.columns == 1800
    assert not ink.is_free(at_top=False, left=13000, right=13400, near=0, far=60)
    assert ink.is_free(at_top=True, left=13000, right=13400, near=0, far=60)


def test_a_page_beyond_all_measure_has_no_ink_and_says_so(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page(pdf, b"", (0, 0, 14400, 14400), UserUnit=1000)
    rendition = look(saved(pdf, tmp_path))
    assert rendition.status == "ok"
    assert rendition.pages[0].ink == NO_INK
    assert "pdf-edges-unknown" in {notice.code for notice in rendition.warnings}


def test_cells_hold_the_bits_row_by_row_from_the_edge() -> None:
    white, dark = bytes([255] * 12), bytes([255] * 4 + [0, 255, 255, 255] + [255] * 4)
    assert cells([white] * CELL + [white, dark, white, white], 3) == bytes([0b00000000, 0b01000000])


def test_a_cut_off_cell_counts() -> None:
    row = bytes([255] * 8 + [0, 255])
    assert cells([row], 3) == bytes([0b00100000])


@pytest.mark.parametrize(("low", "bit"), [(255 - 24, 0), (255 - 25, 0x80)])
def test_contrast_decides(low: int, bit: int) -> None:
    assert cells([bytes([255, low, 255, 255])] * 4, 1) == bytes([bit])
