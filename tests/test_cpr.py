"""CPR numbers: every one is found in every form, at its very place, and what is none is left alone."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.cpr import CprNumber, Rank, born, find_cpr, is_cpr, satisfies_modulus

FITTING = "0707614285"
"""The example of cpr.dk, which satisfies the check."""
OTHER = "0707614286"
BLANKS = (" ", "\u00a0", "\u202f", "\u2009", "\t", "  ")
DASHES = (
    "-",
    "‐",
    "\u2011",
    "–",
    "—",
    "−",
    "﹣",
    "－",
    " - ",
    " – ",
    "-\n",
    "- \r\n  ",
    "\n-\n",
    "\u00a0-\u00a0",
    "--",
)
DIGITS = ("0", "０", "٠", "०", "𝟎", "𝟬")
"""Zeros of decimal digits that Unicode knows."""

numbers = st.builds(
    lambda day, serial, added: f"{day.day + added:02}{day:%m%y}{serial:04}",
    st.dates(date(1900, 1, 1), date(1999, 12, 31)),
    st.integers(0, 3999),
    st.sampled_from((0, 0, 60)),
)


@st.composite
def written(draw: st.DrawFn) -> tuple[str, str]:
    """A number and one of the ways in which people and programs write it."""
    digits = draw(numbers)
    head, tail = digits[:6], digits[6:]
    blank = draw(st.sampled_from(BLANKS))
    dash = draw(st.sampled_from(DASHES))
    day = (head[:2], head[2:4], head[4:])
    form = draw(
        st.sampled_from(
            (
                digits,
                head + dash + tail,
                head + blank + tail,
                head + "\n" + tail,
                head + "-\u00ad\n" + tail,
                head + "\u00ad\n   " + tail,
                head + "\ufffe" + tail,
                "\u200b".join(digits),
                blank.join(digits),
                blank.join(head) + dash + blank.join(tail),
                blank.join(day) + dash + tail,
                ".".join(day) + dash + tail,
                "/".join(day) + dash + tail,
                "-".join(day) + dash + tail,
                blank.join(day) + blank + tail,
                blank.join((*day, tail[:2], tail[2:])),
                head + dash + tail[:2] + blank + tail[2:],
                head[:4] + blank + head[4:] + dash + tail,
                head[:3] + "\n" + head[3:] + dash + tail,
                head + dash + tail[:1] + "\n" + tail[1:],
                head + "." + tail,
                head + "/" + tail,
                f"{head[:4]}19{head[4:]}{dash}{tail}",
            )
        )
    )
    zero = ord(draw(st.sampled_from(DIGITS)))
    return digits, "".join(chr(zero + int(letter)) if letter in "0123456789" else letter for letter in form)


BEFORE = ("", "Borger ", "cpr: ", "Navn\n", "(", "»", "Anna Jensen; ")
BEHIND = ("", ".", ", Vej 1", "\n", ")", "«", " og")


@given(written(), st.sampled_from(BEFORE), st.sampled_from(BEHIND))
def test_every_number_is_found_in_every_form_at_its_place(given: tuple[str, str], before: str, after: str) -> None:
    digits, form = given
    found = [(n.start, n.end, n.digits) for n in find_cpr(before + form + after)]
    assert (len(before), len(before) + len(form), digits) in found


@given(st.text(alphabet="0123456789 -./\n\u00a0–abAB\u200b+,", max_size=80))
def test_whatever_is_found_is_a_number_that_stands_there(text: str) -> None:
    for number in find_cpr(text):
        held = text[number.start : number.end]
        assert held[0].isdecimal()
        assert held[-1].isdecimal()
        shown = "".join(sign for sign in held if sign.isalnum())
        assert number.digits in (shown, shown[:4] + shown[6:])
        assert is_cpr(number.digits) or number.digits[7:9].isalpha()


def test_the_check_ranks_and_does_not_judge() -> None:
    assert satisfies_modulus(FITTING)
    assert [n.rank for n in find_cpr(f"{FITTING[:6]}-{FITTING[6:]}, {OTHER[:6]}-{OTHER[6:]}")] == [
        Rank.LIKELY,
        Rank.POSSIBLE,
    ]


def test_a_first_of_january_needs_no_check() -> None:
    assert not satisfies_modulus("0101651234")
    assert find_cpr("010165-1234") == (CprNumber(0, 11, "0101651234", Rank.LIKELY),)


@pytest.mark.parametrize("word", ["CPR", "cpr-nr.: ", "CPR-nummer\n", "personnr. ", "Personnummer: ", "født ", "f. "])
def test_a_word_before_it_makes_it_likely(word: str) -> None:
    for form in (OTHER, f"{OTHER[:6]}-{OTHER[6:]}", f"{OTHER[:6]} 1030"):
        assert [n.rank for n in find_cpr(f"Borger, {word}{form}")] == [Rank.LIKELY]


def test_a_word_behind_it_does_too() -> None:
    assert [n.rank for n in find_cpr(f"{OTHER} (CPR)")] == [Rank.LIKELY]
    assert [n.rank for n in find_cpr(f"konto {OTHER}, cpr: 010203-1234")] == [Rank.POSSIBLE, Rank.LIKELY]


@pytest.mark.parametrize("word", ["CVR", "tlf. ", "Tlf.nr.: ", "EAN ", "kontonr. ", "Reg.nr. ", "P-nr. ", "Sagsnr. "])
def test_a_word_for_something_else_ranks_it_low(word: str) -> None:
    assert [n.rank for n in find_cpr(word + FITTING)] == [Rank.POSSIBLE]


def test_the_nearest_word_counts() -> None:
    assert [n.rank for n in find_cpr(f"CVR 12345678, CPR {OTHER}")] == [Rank.LIKELY]
    assert [n.rank for n in find_cpr(f"CPR-nr. mangler, kontonr. {FITTING}")] == [Rank.POSSIBLE]
    assert [n.rank for n in find_cpr(f"tlf. 12 34 56 78, {FITTING}")] == [Rank.LIKELY]


@pytest.mark.parametrize("text", [f"Hansen{FITTING}", f"{FITTING}a", f"id_{FITTING}", f"x/{FITTING}", f"{FITTING}-2"])
def test_what_is_joined_to_it_ranks_it_low(text: str) -> None:
    assert [n.rank for n in find_cpr(text)] == [Rank.POSSIBLE]


@pytest.mark.parametrize(
    "text",
    [
        "SAG-2022-01500",
        "Sags ID: SAG-2024-010203 Dok. ID: 3211001",
        "CVR 12 10 10 24",
        "CVR-nr. 29190941",
        "Tlf. 12 10 24 10",
        "+45 12 10 24 10",
        "+3112241034",
        "tlf. 12102410, 34567890",
        "12 10 24 10 34 56 78",
        "EAN 5790001212345",
        "EAN-nr. 5790 0012 1234 5",
        "DK50 0040 0440 1162 43",
        "DK5000400440116243",
        "ISBN 978-87-1212-123-4",
        "ISBN 1212106512",
        "https://doi.org/10.1000/1210101234",
        "1.210.101.234,00 kr.",
        "1210101234,50",
        "1210101234 kr.",
        "kr. 1210101234",
        "12.10.2024 kl. 10.30",
        "12-10-2024 10:30",
        "12.10.24 1030",
        "20241210103000",
        "side 1210-1234",
        "s. 12-34, 56-78",
        "2021-2024",
        "2024: 121.010 1.234",
        "12 10 10 12 34 5",
        "01.06.24 - 30.06.24",
        "3210101234",
        "1213101234",
        "290201-1234",
        "310424-1234",
        "a0707614285b",
        "19062024-2100",
    ],
)
def test_what_is_something_else_is_left_alone(text: str) -> None:
    assert find_cpr(text) == ()


@pytest.mark.parametrize(
    ("digits", "birth"),
    [
        ("0101000000", date(1900, 1, 1)),
        ("3112993999", date(1999, 12, 31)),
        ("0101364000", date(2036, 1, 1)),
        ("0101374000", date(1937, 1, 1)),
        ("0101575000", date(2057, 1, 1)),
        ("0101588999", date(1858, 1, 1)),
        ("0101369999", date(2036, 1, 1)),
        ("0101379000", date(1937, 1, 1)),
        ("2902004000", date(2000, 2, 29)),
        ("2902000000", None),
        ("6107614285", date(1961, 7, 1)),
        ("9107610000", date(1961, 7, 31)),
        ("9207610000", None),
        ("6007610000", None),
        ("3200610000", None),
    ],
)
def test_the_seventh_digit_tells_the_century(digits: str, birth: date | None) -> None:
    assert born(digits) == birth
    assert is_cpr(digits) == (birth is not None)


@pytest.mark.parametrize("digits", ["", "010203123", "01020312345", "010203-123", "０１０２０３１２３４"])
def test_ten_digits_are_needed(digits: str) -> None:
    assert not is_cpr(digits)


def test_notes_are_no_digits_of_it_but_raised_numbers_are_numbers() -> None:
    assert [n.digits for n in find_cpr("070761-4285¹ og ⁰⁷⁰⁷⁶¹⁻⁴²⁸⁵ og ⁰⁷⁰⁷⁶¹⁴²⁸⁵")] == [FITTING, FITTING]


def test_replacement_numbers_with_letters() -> None:
    text = "Patient 0203291WQ3, cpr: 280456-0PJ2, 3202291WQ3 og 0203291wq3"
    assert [(n.digits, n.rank) for n in find_cpr(text)] == [
        ("0203291WQ3", Rank.POSSIBLE),
        ("2804560PJ2", Rank.LIKELY),
    ]


def test_a_number_broken_anywhere_is_found_where_something_speaks_for_it() -> None:
    assert [n.digits for n in find_cpr(f"CPR {OTHER[:3]}\n{OTHER[3:]}")] == [OTHER]
    assert [n.digits for n in find_cpr(f"{FITTING[:9]}\n{FITTING[9:]}")] == [FITTING]
    assert find_cpr("12106\n13428") == ()


def test_one_number_does_not_hide_another() -> None:
    assert [n.digits for n in find_cpr("101010 1010 10-1234")] == ["1010101010", "1010101234"]


@pytest.mark.parametrize(
    "piece", ["0", "0 ", "010203 ", "0102031234 ", "01-", "0\u200b", "0\n", "10.1234/", "cpr ", " ", "A"]
)
def test_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    size = 1_000_000 if piece == "0" else 60_000
    start = time.perf_counter()
    find_cpr(piece * (size // len(piece)))
    assert time.perf_counter() - start < 10
