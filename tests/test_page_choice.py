"""A choice of pages: what a person may write, what is kept of it, and that it says the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.errors import UserError
from kkr_desk.page_choice import chosen_pages, fits, format_choice, parse


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (1, 2, 3, 4, 5)),
        ("  ", (1, 2, 3, 4, 5)),
        ("2", (2,)),
        ("1-3,5", (1, 2, 3, 5)),
        (" 5 , 1 – 3 ", (1, 2, 3, 5)),
        ("2;2;1-2", (1, 2)),
        ("4-", (4, 5)),
        ("-2", (1, 2)),
        ("5—5", (5,)),
        ("1-2 4  5", (1, 2, 4, 5)),
        ("004 - 5", (4, 5)),
        ("1-5", (1, 2, 3, 4, 5)),
        ("6", None),
        ("0", None),
        ("1-6", None),
        ("3-2", None),
        ("-", None),
        (",", None),
        ("1,,2", (1, 2)),
        (" 1, ", (1,)),
        ("1-2-3", None),
        ("a", None),
        ("1.5", None),
        ("-1-2", None),
        ("9" * 5000, None),
        ("²", None),
    ],
)
def test_what_a_person_may_write(text: str, pages: tuple[int, ...] | None) -> None:
    if pages is not None:
        assert parse(text, 5) == pages
        return
    with pytest.raises(UserError, match="page-choice-invalid") as error:
        parse(text, 5)
    assert error.value.facts == {"pages": text.strip(), "count": 5}


@pytest.mark.parametrize(
    ("pages", "text"),
    [((1, 2, 3, 4, 5), ""), ((2,), "2"), ((5, 3, 2, 1, 1), "1-3,5"), ((1, 3, 5), "1,3,5"), ((4, 5), "4-5")],
)
def test_the_shortest_way_to_write_it(pages: tuple[int, ...], text: str) -> None:
    assert format_choice(pages, 5) == text


@pytest.mark.parametrize("pages", [(), (0, 1), (5, 6), (-1,)])
def test_pages_that_there_are_not(pages: tuple[int, ...]) -> None:
    with pytest.raises(UserError, match="page-choice-invalid"):
        format_choice(pages, 5)


def test_a_file_without_pages_has_none_to_choose() -> None:
    assert parse("", 0) == ()
    assert format_choice((), 0) == ""
    with pytest.raises(UserError, match="page-choice-invalid"):
        parse("1", 0)


@pytest.mark.parametrize(
    ("choice", "count", "pages"),
    [("2-3", 5, (2, 3)), ("", 2, (1, 2)), ("2-3", 2, (1, 2)), ("x", 1, (1,)), ("1", 0, ())],
)
def test_a_choice_that_does_not_fit_its_file_loses_no_page(choice: str, count: int, pages: tuple[int, ...]) -> None:
    assert chosen_pages(choice, count) == pages
    assert fits(choice, count) == (pages == (2, 3) or not choice)


@given(st.data(), st.integers(1, 400))
def test_there_and_back(data: st.DataObject, count: int) -> None:
    pages = data.draw(st.sets(st.integers(1, count), min_size=1, max_size=30))
    text = format_choice(pages, count)
    assert parse(text, count) == tuple(sorted(pages))
    assert format_choice(parse(text, count), count) == text


@given(st.text("0123456789-–,; x", max_size=12), st.integers(0, 30))
def test_whatever_is_written_is_understood_or_refused(text: str, count: int) -> None:
    try:
        pages = parse(text, count)
    except UserError as error:
        assert error.code == "page-choice-invalid"  # noqa: PT017  either is right
        return
    assert parse(format_choice(pages, count), count) == pages
