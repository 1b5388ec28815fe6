"""The visible page, and the way back from it to the page's own coordinates."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Name

from kkr_desk.pdf.geometry import Geometry, geometry, rotation, visible_size


def page_with(**keys: Any) -> Geometry:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        for key, value in keys.items():
            page.obj[f"/{key}"] = value
        return geometry(page)


def test_a4_portrait() -> None:
    assert page_with() == Geometry((0, 0, 595, 842), 0, 1)


def test_the_visible_page_is_crop_within_medium() -> None:
    assert page_with(CropBox=Array([100, 100, 400, 500])).box == (100, 100, 400, 500)
    assert page_with(CropBox=Array([-50, -50, 900, 900])).box == (0, 0, 595, 842)
    assert page_with(CropBox=Array([400, 500, 100, 100])).box == (100, 100, 400, 500)
    assert page_with(CropBox=Array([2000, 2000, 3000, 3000])).box == (0, 0, 595, 842)


@pytest.mark.parametrize(
    "box", [Array([]), Array([0, 0, 0, 0]), Array([0, 0, 1]), Array([Name.A, 0, 1, 1]), Array([0, 0, 10**12, 1]), 7]
)
def test_boxes_that_are_none_count_as_letter(box: Any) -> None:
    assert page_with(MediaBox=box).box == (0, 0, 612, 792)


@pytest.mark.parametrize(("stated", "turned"), [(90, 90), (-90, 270), (450, 90), (45, 0), (Name.X, 0), (360, 0)])
def test_rotation(stated: Any, turned: int) -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.obj.Rotate = stated
        assert rotation(page) == turned


def test_size_is_turned_and_scaled() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 300))
        page.obj.Rotate, page.obj.UserUnit = 90, 2
        assert visible_size(page) == (600, 400)


@given(
    st.tuples(*[st.integers(-500, 500)] * 2),
    st.tuples(*[st.integers(10, 900)] * 2),
    st.sampled_from([0, 90, 180, 270]),
    st.sampled_from([0.5, 1.0, 10.0]),
)
def test_the_corners_of_what_is_seen_are_the_corners_of_the_box(
    origin: tuple[int, int], size: tuple[int, int], turn: int, unit: float
) -> None:
    box = (float(origin[0]), float(origin[1]), float(origin[0] + size[0]), float(origin[1] + size[1]))
    where = Geometry(box, turn, unit)
    a, b, c, d, e, f = where.matrix
    width, height = where.size

    def back(x: float, y: float) -> tuple[float, float]:
        return round(a * x + c * y + e, 6), round(b * x + d * y + f, 6)

    left, bottom, right, top = box
    corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
    start = {0: 0, 90: 1, 180: 2, 270: 3}[turn]
    seen = [back(0, 0), back(width, 0), back(width, height), back(0, height)]
    assert seen == corners[start:] + corners[:start]
