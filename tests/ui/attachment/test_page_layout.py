from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.intake.preview import MOST_ACROSS, Area, Picture
from kkr_desk.ui.attachment.page_layout import GAP, TILE, WHOLE, Fit, Place, lay_out, scale_of, seen_tiles, tiles
from kkr_desk.ui.attachment.pictures import Pictures
from tests.factory import make_sha

A4, WIDE = (595.0, 842.0), (842.0, 595.0)
SIDES = st.floats(0.1, 20_000)


def test_pages_stand_below_each_other_in_the_middle() -> None:
    layout = lay_out([A4, WIDE], range(1, 3), Fit.SCALE, 1.0, (1000, 700))
    upper, lower = layout.places
    assert (upper.page, upper.left, upper.top, upper.width, upper.height) == (1, 202, GAP, 595, 842)
    assert (lower.page, lower.left, lower.top, lower.bottom) == (2, 79, upper.bottom + GAP, upper.bottom + GAP + 595)
    assert (layout.width, layout.height) == (1000, lower.bottom + GAP)


def test_each_page_is_fitted_on_its_own() -> None:
    layout = lay_out([A4, WIDE], range(1, 3), Fit.WIDTH, 9.0, (616, 300))
    assert [place.width for place in layout.places] == [600, 600]
    layout = lay_out([A4, WIDE], range(1, 3), Fit.PAGE, 9.0, (616, 316))
    assert [place.height for place in layout.places] == [300, 300]


def test_one_page_alone_stands_in_the_middle_of_the_height() -> None:
    (place,) = lay_out([A4, WIDE], range(2, 3), Fit.SCALE, 0.1, (300, 300)).places
    assert (place.page, place.top) == (2, GAP + (300 - 60 - 2 * GAP) // 2)


def test_the_page_that_takes_most_of_the_height_is_the_one_in_view() -> None:
    layout = lay_out([A4] * 5, range(1, 6), Fit.SCALE, 1.0, (700, 700))
    assert [layout.page_at(top, top + 700) for top in (0, 400, 600, 3600, 99_999)] == [1, 1, 2, 5, 1]
    assert [place.page for place in layout.seen(800, 1800)] == [1, 2, 3]
    assert layout.place(6) is None


@given(SIDES, SIDES, st.sampled_from(Fit), st.floats(0.01, 100), st.integers(1, 4000), st.floats(1, 4))
def test_no_page_is_too_large_to_be_drawn_or_too_small_to_be_seen(
    width: float, height: float, fit: Fit, scale: float, room: int, ratio: float
) -> None:
    (place,) = lay_out([(width, height)], range(1, 2), fit, scale, (room, room)).places
    assert min(place.width, place.height) >= 1
    narrow = min(width, height) * scale_of((width, height), fit, scale, (room, room)) < 9
    assert max(place.width, place.height) * ratio <= MOST_ACROSS + 4 or narrow


@given(st.integers(1, 9000), st.integers(1, 9000), st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]))
def test_tiles_cover_the_page_without_overlap(width: int, height: int, ratio: float) -> None:
    parts = tiles(Place(1, 0, 0, width, height), ratio)
    across, down = parts[0].across, parts[0].down
    assert sum(part.width * part.height for part in parts) == across * down
    assert all(part.width * part.height <= max(WHOLE, TILE * TILE) for part in parts)
    assert max(part.left + part.width for part in parts) == across
    assert max(part.top + part.height for part in parts) == down


def test_only_tiles_that_are_seen_are_wanted() -> None:
    place = Place(1, 100, 100, 4000, 4000)
    seen = list(seen_tiles(place, 1.0, (0, 0, 1200, 900)))
    assert [(area.left, area.top) for area in seen] == [(0, 0), (1024, 0)]
    assert list(seen_tiles(place, 1.0, (0, 0, 90, 900))) == []
    assert len(list(seen_tiles(place, 2.0, (1000, 1000, 1100, 1100)))) == 1


def picture(page: int, side: int) -> Picture:
    return Picture(Area(page, side, side, 0, 0, side, side), bytes(4 * side * side))


def test_pictures_that_were_used_longest_ago_make_room() -> None:
    pdf, pictures = make_sha(), Pictures(most_bytes=3 * 400)
    for page in (1, 2, 3):
        pictures.add(pdf, picture(page, 10))
    assert pictures.get(pdf, picture(1, 10).area) is not None
    pictures.add(pdf, picture(4, 10))
    pictures.add(pdf, picture(4, 10))
    kept = [page for page in (1, 2, 3, 4) if (pdf, picture(page, 10).area) in pictures]
    assert (kept, pictures.bytes) == ([1, 3, 4], 1200)
    pictures.add(pdf, picture(5, 100))
    assert pictures.get(pdf, picture(5, 100).area) is not None  # one that is larger than all room is kept alone
    assert pictures.bytes == 40_000


def test_until_the_right_picture_is_there_the_nearest_one_is_stretched() -> None:
    pdf, pictures = make_sha(), Pictures()
    for side in (10, 40):
        pictures.add(pdf, picture(1, side))
    pictures.add(pdf, Picture(Area(1, 60, 60, 0, 0, 30, 30), bytes(3600)))
    assert [getattr(pictures.nearest(pdf, 1, across), "width", int)() for across in (12, 60)] == [10, 40]
    assert pictures.nearest(pdf, 2, 10) is None
    assert pictures.nearest(make_sha(), 1, 10) is None
