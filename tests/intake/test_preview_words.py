from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.intake.preview_words import MOST_HITS, find, fold, may_hold, needles

WORDS = st.text(alphabet="abåÅæØø -\n\r\x02­éé́ﬁß’–a̧ 1½", max_size=30)
"""Letters that are easily mixed up, with everything that a line's end does to a word."""


def found(text: str, *wanted: str) -> list[str]:
    return [text[start:end] for start, end in find(text, wanted)]


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("Fordeling af FLYGTNINGE, flygtninges", "flygtninge", ["FLYGTNINGE", "flygtninge"]),
        ("Flygtningefordeling", "fordeling", ["fordeling"]),
        ("Blåbær på Ærø", "ÆRØ", ["Ærø"]),
        ("Århus og Aarhus", "århus", ["Århus", "Aarhus"]),
        ("Århus og Aarhus", "aarhus", ["Århus", "Aarhus"]),
        ("å er ikke a", "a", ["a"]),
        ("a\u030arsplan", "årsplan", ["a\u030arsplan"]),
        ("idé og ide", "ide", ["idé", "ide"]),
        ("oversigt øst ost", "øst", ["øst"]),
        ("ﬁnansiering", "finans", ["ﬁnans"]),
        ("ﬁnansiering", "f", []),
        ("det nære\r\nsundhedsvæsen", "nære sundhedsvæsen", ["nære\r\nsundhedsvæsen"]),
        ("kommunernes forvalt\x02ning", "forvaltning", ["forvalt\x02ning"]),
        ("kommunernes forvalt\ufffening", "forvaltning", ["forvalt\ufffening"]),
        ("forvalt-\r\n  ning", "forvaltning", ["forvalt-\r\n  ning"]),
        ("pr. e-\r\nmail", "e-mail", ["e-\r\nmail"]),
        ("pr. e\x02mail", "e-mail", ["e\x02mail"]),
        ("(2024–2025)", "2024-2025", ["2024–2025"]),
        ("KL’s »udspil«", 'kl\'s "udspil"', ["KL’s »udspil«"]),
        ("sund\xadheds\u200bråd", "sundhedsråd", ["sund\xadheds\u200bråd"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("en to", "en   to", ["en to"]),
        ("en to", " \n ", []),
        ("", "en", []),
    ],
)
def test_words_are_found_as_a_person_means_them(text: str, wanted: str, hits: list[str]) -> None:
    assert found(text, wanted) == hits


def test_hits_of_several_words_stand_in_the_order_of_the_page() -> None:
    assert found("region, kommune og region", "kommune", "region") == ["region", "kommune", "region"]


def test_of_hits_that_overlap_the_first_and_longest_counts() -> None:
    assert found("sundhedsråd", "sund", "sundhed", "hedsråd") == ["sundhed"]


def test_hits_have_a_limit() -> None:
    assert len(find("a " * (MOST_HITS + 10), ["a"])) == MOST_HITS


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("fordeling flygtninge", ("fordeling", "flygtninge")),
        ('"nære sundhed" region', ("nære sundhed", "region")),
        ('"nære sund', ("nære sund",)),
        ("en en", ("en",)),
        ('  "" \xad ', ()),
    ],
)
def test_what_was_searched_for_falls_into_words_and_phrases(words: str, wanted: tuple[str, ...]) -> None:
    assert needles(words) == wanted


@given(WORDS, WORDS)
def test_the_quick_look_never_misses_what_the_close_one_finds(text: str, wanted: str) -> None:
    assert may_hold(text, [wanted]) or not find(text, [wanted])


@given(WORDS, WORDS, WORDS)
def test_what_stands_in_a_text_is_found_at_its_place(before: str, word: str, after: str) -> None:
    sought = fold(word).text.strip()
    places = find(f"{before}\n|{word}|\n{after}", [f"|{word}|"])
    assert bool(places) or not sought
    for start, end in find(f"{before}{word}{after}", [word]):
        assert 0 <= start < end <= len(before + word + after)
