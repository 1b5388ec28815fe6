"""Which meeting a few words mean."""

from __future__ import annotations

from datetime import date

import pytest

from kkr_desk.errors import UserError
from kkr_desk.model import Meeting, MeetingId
from kkr_desk.store.finding import find
from tests.factory import make_meeting

MEETINGS = [
    make_meeting(council="KKR Midtsjælland", day=date(2024, 6, 19)),
    make_meeting(council="KKR Midtsjælland", day=date(2024, 4, 17)),
    make_meeting(council="KKR Fyn", day=date(2024, 6, 19)),
]


@pytest.mark.parametrize(
    ("words", "which"),
    [
        (MEETINGS[1].id, 1),
        ("2024-04-17", 1),
        ("17.4.2024", 1),
        ("17/04/2024", 1),
        ("2024-04", 1),
        ("fyn", 2),
        ("  FYN ", 2),
        ("midtsjÆlland 2024-06-19", 0),
        ("19-6-2024 kkr midt", 0),
        ("Midtsja\u0308lland 2024-04", None),
    ],
)
def test_words_name_one_meeting(words: str, which: int | None) -> None:
    if which is None:
        with pytest.raises(UserError, match="meeting-unknown"):
            find(MEETINGS, words)
    else:
        assert find(MEETINGS, words) == MEETINGS[which]


def test_a_decomposed_letter_is_the_same_letter() -> None:
    meeting = make_meeting(council="KKR Ålborg")
    assert find([meeting], "a\u030alborg") == meeting


def test_the_beginning_of_an_id_is_enough_when_it_is_unique() -> None:
    one, two = (Meeting(MeetingId(name), "KKR", date(2024, 1, 1), "") for name in ("01ab-1", "01ab-2"))
    assert find([one, two], "01ab-2") == two
    with pytest.raises(UserError) as error:
        find([one, two], "01ab")
    assert error.value.code == "meeting-ambiguous"
    assert error.value.facts["meetings"] == ("KKR 2024-01-01 (01ab-1)", "KKR 2024-01-01 (01ab-2)")


@pytest.mark.parametrize("words", ["", "   ", "KKR Bornholm", "2023", "31.6.2024"])
def test_no_meeting_is_never_a_guess(words: str) -> None:
    with pytest.raises(UserError, match="meeting-unknown"):
        find(MEETINGS, words)


@pytest.mark.parametrize("words", ["KKR", "2024-06-19", "midtsjælland"])
def test_several_meetings_are_named(words: str) -> None:
    with pytest.raises(UserError, match="meeting-ambiguous") as error:
        find(MEETINGS, words)
    meetings = error.value.facts["meetings"]
    assert isinstance(meetings, tuple)
    assert any(" 2024-06-19 (" in meeting for meeting in meetings)
