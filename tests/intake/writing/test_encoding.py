from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkr_desk.intake.writing.encoding import decode

DANISH = "Mødet i Køge: borgmestrene fra Sorø, Næstved og Ålborg drøftede – som “aftalt” – økonomien. Åben og ærlig."
OLD = "Mødet i Køge: borgmestrene fra Sorø, Næstved og Ålborg drøftede økonomien. ÆØÅ, på ny, blåbærgrød."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_told_with_its_mark_and_without(encoding: str) -> None:
    decoded = decode(DANISH.encode(encoding))
    assert (decoded.text, decoded.assumed) == (DANISH, "")


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1252", "Windows-1252"), ("cp865", "DOS 865"), ("mac_roman", "Macintosh")]
)
@pytest.mark.parametrize("text", [OLD, "Ærø", "blå", "En lang engelsk tekst uden dem. " * 40 + "På gensyn i Ribe"])
def test_danish_letters_tell_the_encoding(text: str, encoding: str, name: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.assumed) == (text, name)


def test_quotes_and_dashes_of_windows_are_no_letters_of_dos() -> None:
    text = "It is a “windows” encoding – isn’t it? 5 °C, § 4, €"
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Zażółć gęślą jaźń. Proszę przesłać załączniki do wniosku. Dotyczy to wspólnych zasad. " * 3,
            "cp1250",
        ),
        ("Уважаемые коллеги, направляем вам материалы к заседанию рабочей группы по бюджету. " * 3, "cp1251"),
    ],
)
def test_other_languages_are_told_by_their_own_words(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.assumed


def test_what_is_stated_is_believed_unless_it_is_wrong() -> None:
    assert decode("Køge".encode("cp865"), "cp865") == decode("Køge".encode())
    assert decode("Køge".encode("cp1252"), "utf-8").text == "Køge"
    assert decode("Køge".encode(), "iso-8859-1").text == "KÃ¸ge"
    assert decode("ærø".encode()[:-1], "utf-8").text == "ær\ufffd"
    assert decode(b"abc", "base64").text == "abc"


def test_a_few_broken_bytes_leave_unicode_unicode() -> None:
    decoded = decode((DANISH * 20).encode() + b"\xff")
    assert decoded.text == DANISH * 20 + "\ufffd"
    assert decoded.assumed == ""


@given(st.binary(max_size=400))
@settings(max_examples=60)
def test_any_bytes_are_some_text(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


def test_a_real_text_of_windows(shared: Path) -> None:
    decoded = decode((shared / "corpus/office/tika__testTXT_win-1252.txt").read_bytes())
    assert "a “windows” encoding" in decoded.text
    assert decoded.assumed == "Windows-1252"
