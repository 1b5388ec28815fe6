from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest

from kkr_desk.intake.mail.header import field_date, people, plain_field, without_answers, written_date


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("Almindeligt emne", "Almindeligt emne"),
        ("=?utf-8?B?w6bDuMOl?=", "æøå"),
        ("=?iso-8859-1?Q?SV=3A_=D8konomi?= og mere", "SV: Økonomi og mere"),
        ("=?utf-8?Q?K=C3?=\r\n =?utf-8?Q?=B8ge?=", "Køge"),  # a letter that is parted between two words
        ("=?utf-8?Q?en?= =?iso-8859-1?Q?=E6?= to", "enæ to"),
        ("=?utf-8*da?Q?=C3=A6?=", "æ"),
        ("=?ukendt-8?Q?=E6=F8?=", "æø"),
        ("=?utf-8?B?w6bDuMO?=", "æø\ufffd"),
        ('"=?utf-8?Q?=C3=85se?=" <a@b.dk>', '"Åse" <a@b.dk>'),
        ("K\udcc3\udcb8ge", "Køge"),  # bytes without any encoding, in UTF-8
        ("K\udcf8ge i \udce6ndring", "Køge i ændring"),  # and in Windows-1252
        ("to\r\n linjer\tog\x07tegn", "to linjer og tegn"),
        ("=?utf-8?Q?aldrig lukket", "=?utf-8?Q?aldrig lukket"),
    ],
)
def test_fields_are_read_as_people_do(value: str, read: str) -> None:
    assert plain_field(value) == read


def test_names_stand_without_their_quotes() -> None:
    value = '"Holm, Åse" <aho@kommune.dk>, Bo <bo@x.dk>'
    assert people(value) == "Holm, Åse <aho@kommune.dk>, Bo <bo@x.dk>"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("SV: VS: Re[2]: FW:Økonomi", "Økonomi"),
        ("Svar : Økonomi", "Økonomi"),
        ("Referat: udkast", "Referat: udkast"),
        ("SV:", "SV:"),
    ],
)
def test_a_title_is_a_subject_without_its_answers(subject: str, title: str) -> None:
    assert without_answers(subject) == title


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2024, 6, 19, 7, 30, tzinfo=UTC), "19. juni 2024 kl. 9.30"),
        (datetime(2024, 1, 1, 23, 5, tzinfo=UTC), "2. januar 2024 kl. 0.05"),
        (datetime(2024, 3, 31, 0, 59, tzinfo=UTC), "31. marts 2024 kl. 1.59"),
        (datetime(2024, 3, 31, 1, 0, tzinfo=UTC), "31. marts 2024 kl. 3.00"),
        (datetime(2024, 10, 27, 1, 0, tzinfo=UTC), "27. oktober 2024 kl. 2.00"),
        (datetime(2024, 6, 19, 7, 30, tzinfo=timezone(timedelta(hours=-4))), "19. juni 2024 kl. 13.30"),
        (datetime(2024, 6, 19, 7, 30), "19. juni 2024 kl. 7.30"),  # noqa: DTZ001  a mail may not say its zone
    ],
)
def test_a_date_is_written_as_in_a_letter_in_danish_time(moment: datetime, written: str) -> None:
    assert written_date(moment) == written


@pytest.mark.parametrize("value", ["", "i går", "Mon, 31 Jun 2024 25:00:00 +9999", "1 Jan 99999999 00:00", "Mon, 1"])
def test_a_date_that_is_none_is_left_out(value: str) -> None:
    assert field_date(value) is None


def test_long_fields_cost_little() -> None:
    begun = time.process_time()
    for value in ("=?" * 200_000, "=?utf-8?B?" + "A" * 500_000, '"' * 300_000, "(" * 300_000, "=?x?Q?_?= " * 60_000):
        people(value)
        without_answers(value)
        field_date(value)
    assert time.process_time() - begun < 2
