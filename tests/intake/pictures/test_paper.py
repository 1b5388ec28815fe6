"""Where pictures stand: A4 unless they are scans of other pages, never larger than they are."""

from __future__ import annotations

import pytest

from kkr_desk.intake.pictures.paper import A4, Dots, place, stated_dots
from kkr_desk.model import Paper

MM = 72 / 25.4


@pytest.mark.parametrize(
    ("pixels", "dots", "page", "size"),
    [
        ((1000, 1000), None, (210, 297), (180, 180)),  # 264 mm at the screen's measure: within the margins
        ((96, 192), None, (210, 297), (25.4, 50.8)),  # small ones stay small
        ((4000, 3000), None, (297, 210), (240, 180)),  # turned, where that shows more of it
        ((1654, 2339), (200.0, 200.0), (210, 297), (210, 297)),  # a scan of A4 fills the page
        ((1728, 2292), (204.0, 196.0), (210, 297), (210, 289.9)),  # a fax, fine
        ((1728, 1146), (204.0, 98.0), (210, 297), (210, 289.9)),  # and coarse: half as many rows, as high
        ((4961, 7016), (300.0, 300.0), (210, 297), (180, 254.6)),  # A2 within the margins
    ],
)
def test_a_picture_on_a4(
    pixels: tuple[int, int], dots: Dots | None, page: tuple[int, int], size: tuple[float, float]
) -> None:
    placed = place(pixels, dots, Paper.A4)
    assert placed.page == pytest.approx(tuple(side * MM for side in page))
    assert placed.size == pytest.approx(tuple(side * MM for side in size), abs=0.5)
    assert placed.corner == pytest.approx(
        tuple((whole - side) / 2 for whole, side in zip(placed.page, placed.size, strict=True))
    )


def test_a_picture_on_paper_of_its_own_size() -> None:
    assert place((4961, 7016), (300.0, 300.0), Paper.OWN).page == pytest.approx((420 * MM, 594 * MM), abs=1)
    assert max(place((40_000, 20_000), None, Paper.OWN).page) == pytest.approx(420 * MM)
    assert place((10, 10), None, Paper.OWN).page == pytest.approx((72, 72))


@pytest.mark.parametrize(
    ("stated", "meant"),
    [((72, 72), False), ((96, 96), False), ((1, 1), False), ((5000, 5000), False), ((300, 90), False),
     ((float("nan"), 300), False), ((204, 98), True), ((300, 300), True)],
)  # fmt: skip
def test_dots_are_believed_where_they_can_be_meant(stated: tuple[float, float], meant: bool) -> None:
    assert (stated_dots(*stated) is not None) == meant
    assert A4[0] < A4[1]
