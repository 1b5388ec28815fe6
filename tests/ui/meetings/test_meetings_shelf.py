"""The order of meetings on the shelf."""

from __future__ import annotations

from datetime import date

from kkr_desk.model import Meeting, MeetingId
from kkr_desk.ui.meetings.shelf import arrange

TODAY = date(2026, 6, 1)


def meeting(day: str, council: str = "KKR Sjælland") -> Meeting:
    return Meeting(MeetingId(f"{council} {day}"), council, date.fromisoformat(day), "Bilag")


def shown(*meetings: Meeting) -> list[tuple[str, int, list[str]]]:
    return [
        (shelf.council, year.year, [m.date.isoformat()[5:] for m in year.meetings])
        for shelf in arrange(meetings, TODAY)
        for year in shelf.years
    ]


def test_the_next_meeting_is_on_top_and_the_latest_past_one_follows_what_is_to_come() -> None:
    days = ("2026-02-06", "2026-09-18", "2026-04-17", "2026-06-19", "2027-02-05", "2025-12-01")
    assert shown(*map(meeting, days)) == [
        ("KKR Sjælland", 2026, ["06-19", "09-18", "04-17", "02-06"]),
        ("KKR Sjælland", 2027, ["02-05"]),
        ("KKR Sjælland", 2025, ["12-01"]),
    ]


def test_a_meeting_of_today_is_still_to_come() -> None:
    assert shown(meeting("2026-06-02"), meeting("2026-06-01"), meeting("2026-05-31"))[0][2] == [
        "06-01", "06-02", "05-31",
    ]  # fmt: skip


def test_councils_stand_after_the_danish_alphabet() -> None:
    names = ["KKR Østjylland", "KKR Århus", "KKR Sjælland", "KKR Ærø", "KKR Aabenraa"]
    shelves = arrange([meeting("2026-06-19", name) for name in names], TODAY)
    assert [shelf.council for shelf in shelves] == [
        "KKR Sjælland", "KKR Ærø", "KKR Østjylland", "KKR Aabenraa", "KKR Århus",
    ]  # fmt: skip
