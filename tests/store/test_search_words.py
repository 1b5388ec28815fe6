"""Words as search reads them, questions as people type them, and that the index never misses what the words decide."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.store.search_excerpt import excerpt, whole
from kkr_desk.store.search_query import parse
from kkr_desk.store.search_words import fold, indexed, quickly, undivided, words_of

LETTERS = st.sampled_from(
    [*'aåeioæøÅAbdfklmnr§5½ßéü-‐ \n\t.,"_', "\u0301", "\u030a", "\u00ad", "ﬁ", "²", "aa", "og", "-\n"]
)
PLAIN = st.sampled_from([bytes([n]).decode("cp1252") for n in range(256) if n not in b"\x81\x8d\x8f\x90\x9d"])
TEXTS = st.lists(LETTERS, max_size=30).map("".join)


@pytest.fixture(scope="module")
def table() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute("CREATE VIRTUAL TABLE f USING fts5 (pieces, detail=none, tokenize=\"ascii tokenchars '_'\")")
        yield raw


def found(typed: str, text: str) -> list[str]:
    """What is found in a text, as it stands there."""
    return [text[start:end] for places in parse(typed).places(text) for start, end in places]


def offered(table: sqlite3.Connection, typed: str, text: str) -> bool:
    """Whether the index offers a text."""
    table.execute("DELETE FROM f")
    table.execute("INSERT INTO f VALUES (?)", (indexed(text),))
    return table.execute("SELECT 1 FROM f WHERE f MATCH ?", (parse(typed).expression(),)).fetchone() is not None


@pytest.mark.parametrize(
    ("typed", "text", "what"),
    [
        ("fordeling", "Flygtningefordeling og FORDELING", ["fordeling", "FORDELING"]),
        ("århus", "Aarhus og Århus og A\u030arhus", ["Aarhus", "Århus", "A\u030arhus"]),
        ("aarhus", "Århus", ["Århus"]),
        ("ansvarlig", "dataansvarlig", ["ansvarlig"]),
        ("ØRSTED", "ørsted Ørsted", ["ørsted", "Ørsted"]),
        ("orsted", "Ørsted", []),
        ("aere", "ære", []),
        ("cafe", "en Café, cafe\u0301", ["Café", "cafe\u0301"]),
        ("kommuner", "de kommu-\nner, kommu- \n ner", ["kommu-\nner", "kommu- \n ner"]),
        ("social", "social-\nog sundhed", ["social"]),
        ("socialog", "social-\nog sundhed", []),
        ("møde", "KKR-\nmøde", ["møde"]),
        ("kkr-møde", "et KKR-møde, KKR-\nmøde, kkrmøde", ["KKR-møde", "KKR-\nmøde", "kkrmøde"]),
        ("SAG-2022-01500", "Sags ID: SAG-2022-01500.", ["SAG-2022-01500"]),
        ("2022-015", "SAG-2022-01500", ["2022-015"]),
        ("kl", "KL og klima", ["KL"]),
        ("år", "i år, forår, årets", ["år"]),
        ("bil", "automobil bilag", ["bil", "bil"]),
        ("§ 5", "efter § 5 og 55", ["§", "5"]),
        ('"fælles mål"', "fælles mål, fælles målsætning, fælles store mål", ["fælles mål"]),
        ('"fælles mål', "fælles mål, fælles målsætning", ["fælles mål", "fælles mål"]),
        ('"ordeling"', "fordeling", []),
        ("“fælles mål”", "vores fælles\nmål", ["fælles\nmål"]),
        ("region fordeling", "regionens fordeling", ["region", "fordeling"]),
        ("region fordeling", "regionens", []),
        ("ale", "ålen", []),
        ("så", "så\u0301", ["så\u0301"]),
        ("½", "det halve, ½", ["½"]),
        ("finans", "ﬁnansloven", ["ﬁnans"]),
        ("sundhed", "sund\u00adhed", ["sund\u00adhed"]),
        ("10,5", "10,5 pct. 10.5", ["10,5", "10.5"]),
    ],
)
def test_what_is_found(table: sqlite3.Connection, typed: str, text: str, what: list[str]) -> None:
    assert found(typed, text) == what
    assert offered(table, typed, text) or not what


@pytest.mark.parametrize("typed", ["", " ", '"', '""', '" "', "!!!", "-", "--", "_", "*", "\u200b", "\x00", "' OR 1"])
def test_what_says_nothing_or_is_odd_is_no_error(table: sqlite3.Connection, typed: str) -> None:
    query = parse(typed)
    assert bool(query) == bool(words_of(typed))
    if query:
        offered(table, typed, "or 1")


@given(st.text() | TEXTS)
def test_no_question_is_wrong(table: sqlite3.Connection, typed: str) -> None:
    query = parse(typed)
    assert bool(query) == bool(words_of(typed.replace('"', " ")))
    assert all(place for place in query.places(typed))
    if query:
        assert table.execute("SELECT count(*) FROM f WHERE f MATCH ?", (query.expression(),)).fetchone() is not None


@given(TEXTS | st.text() | st.text(PLAIN))
def test_one_text_is_read_alike_in_every_way(text: str) -> None:
    assert fold(text).letters.split() == words_of(text)
    assert all(word in quickly(text) for word in words_of(text))
    assert words_of(" ".join(words_of(text))) == words_of(text)
    assert words_of(f"{text} Ж") == [*words_of(text), "ж"]  # a letter from farther away changes the way, not the words


@given(TEXTS, TEXTS, TEXTS)
def test_a_word_of_a_text_is_found(table: sqlite3.Connection, before: str, word: str, behind: str) -> None:
    text = f"{before} {word} {behind}"
    for start, end in {fold(text).place(*run.span()) for run in re.finditer("[^ ]+", fold(text).letters)}:
        typed = undivided(text[start:end])
        if len(words_of(typed)) > 1:  # "a½" is "a1" and "2", neither of which can be typed as it stands
            continue
        for question in (typed, f'"{typed}"'):
            assert (start, end) in {place for places in parse(question).places(text) for place in places}
            assert offered(table, question, text)


@given(TEXTS, TEXTS)
def test_what_stands_in_a_text_is_offered_by_the_index(table: sqlite3.Connection, typed: str, text: str) -> None:
    query = parse(typed)
    if query.places(text):
        assert offered(table, typed, text)


@given(TEXTS, TEXTS)
def test_a_place_is_within_the_text_and_reads_as_it_was_typed(typed: str, text: str) -> None:
    for term, places in zip(parse(typed).terms, parse(typed).places(text), strict=False):
        for start, end in places:
            assert 0 <= start < end <= len(text)
            shown = "".join(words_of(text[start:end]))  # more than was typed where a sign became two words (½)
            assert any("".join(way.words) in shown for way in term.readings)


def test_a_question_may_be_a_whole_page(table: sqlite3.Connection) -> None:
    text = " ".join(f"ord{n}" for n in range(2000)) + " " + "æ" * 5000
    assert offered(table, text, text)
    assert found("æ" * 5000, text)


# -- excerpts ----------------------------------------------------------------------------------------------------------


def marked(typed: str, text: str) -> str:
    """An excerpt with its marks in brackets."""
    snippet, marks = excerpt(text, parse(typed).places(text))
    for start, end in reversed(marks):
        snippet = f"{snippet[:start]}[{snippet[start:end]}]{snippet[end:]}"
    return snippet


FILLING = "Kommunerne drøftede i mødet, hvordan de bedst kommer videre med opgaven. " * 4


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("mål", "Fælles mål.", "Fælles [mål]."),
        ("kommuner", "de kommu-\nner der", "de [kommuner] der"),
        ("fordel deling", "en fordeling", "en [fordeling]"),
        ("mål", "Fælles\n\n  mål\tog midler", "Fælles [mål] og midler"),
        ("social", "vi\nsocial-\nog sundhed", "vi [social]- og sundhed"),
    ],
)
def test_an_excerpt(typed: str, text: str, shown: str) -> None:
    assert marked(typed, text) == shown


def test_an_excerpt_of_a_long_text_is_cut_at_words() -> None:
    shown = marked("flygtninge", f"{FILLING}Her nævnes flygtninge. {FILLING}")
    assert shown.startswith("… bedst kommer videre med opgaven. Her nævnes [flygtninge]. Kommunerne")
    assert shown.endswith(" …")
    assert len(shown) < 190


def test_an_excerpt_shows_where_most_of_it_stands() -> None:
    assert "[flygtninge] får [bolig]" in marked(
        "flygtninge bolig", f"flygtninge {FILLING} flygtninge får bolig {FILLING}"
    )


@given(TEXTS, TEXTS)
def test_marks_lie_in_order_within_the_excerpt(typed: str, text: str) -> None:
    places = parse(typed).places(text)
    if not places:
        return
    for snippet, marks in (excerpt(text, places), whole(text, places)):
        assert marks
        ends = [0, *(place for mark in marks for place in mark), len(snippet)]
        assert ends == sorted(ends)
        assert all(start < end for start, end in marks)
        assert "\n" not in snippet
