from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.unpacking import Bounds, Tray
from kkr_desk.intake.unpacking.enclosed import safe_name, shown_name
from kkr_desk.model import FileStatus
from tests.factory import HORRIBLE_NAME


@pytest.mark.parametrize(
    ("given_name", "shown", "safe"),
    [
        ("Bilag 1.pdf", "Bilag 1.pdf", "Bilag 1.pdf"),
        ("2.1 Budget/Bilag 2.pdf", "2.1 Budget/Bilag 2.pdf", "Bilag 2.pdf"),
        ("2.1 Budget\\Bilag 2.pdf", "2.1 Budget/Bilag 2.pdf", "Bilag 2.pdf"),
        ("../../../etc/passwd", "etc/passwd", "passwd"),
        ("C:\\Windows\\system32\\x.dll", "Windows/system32/x.dll", "x.dll"),
        ("C:x.dll", "x.dll", "x.dll"),
        ("\\\\server\\share\\x.pdf", "server/share/x.pdf", "x.pdf"),
        ("/etc/shadow", "etc/shadow", "shadow"),
        ("CON", "CON", "_CON"),
        ("aux.pdf", "aux.pdf", "_aux.pdf"),
        ("Com1 .txt", "Com1 .txt", "_Com1 .txt"),
        ("Console.pdf", "Console.pdf", "Console.pdf"),
        ("notat.pdf. . ", "notat.pdf. .", "notat.pdf"),
        ("a\0b\nc\u202efdp.exe", "ab cfdp.exe", "ab cfdp.exe"),
        ("fil:strøm.pdf", "fil:strøm.pdf", "fil_strøm.pdf"),
        ("hvad?*.pdf", "hvad?*.pdf", "hvad__.pdf"),
        ("", "uden navn", "uden navn"),
        ("..", "uden navn", "uden navn"),
        ("u\u0308.pdf", "\u00fc.pdf", "\u00fc.pdf"),
    ],
)
def test_names_are_safe_and_still_tell(given_name: str, shown: str, safe: str) -> None:
    assert (shown_name(given_name), safe_name(shown_name(given_name))) == (shown, safe)


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name(HORRIBLE_NAME).endswith(".PDF")
    assert len(safe_name("ø" * 5000 + ".docx").encode()) < 255
    assert len(safe_name("\U0001f600" * 5000 + ".docx").encode()) < 255
    assert len(shown_name("/".join(["mappe"] * 1000 + ["x.pdf"]))) < 400


@given(st.text() | st.text(alphabet="./\\:CONAUX \0\u202e", max_size=12))
def test_no_name_leads_anywhere_else(name: str) -> None:
    shown, safe = shown_name(name), safe_name(shown_name(name))
    assert safe
    assert safe == Path(safe).name == unicodedata.normalize("NFC", safe)
    assert safe not in {".", ".."}
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe[-1] not in ". "
    assert shown.isprintable() or not shown.isascii()
    assert ".." not in shown.split("/")
    assert not shown.startswith("/")


def test_files_of_one_name_lie_beside_each_other(tmp_path: Path) -> None:
    tray = Tray(tmp_path / "bakke")
    first, second = tray.put("a/Bilag.pdf", [b"1", b"2"]), tray.put("b/BILAG.pdf", [b"3"])
    assert [one.path.read_bytes() for one in tray.enclosed] == [b"12", b"3"]
    assert (first.path.name, second.path.name) == ("Bilag.pdf", "BILAG.pdf")
    tray.take_back(first)
    assert tray.enclosed == (second,)
    assert not first.path.exists()


def test_one_file_or_one_byte_too_many_is_refused(tmp_path: Path) -> None:
    tray = Tray(tmp_path, Bounds(most_files=2, most_bytes=5))
    tray.put("a", [b"12"])
    with pytest.raises(Refused) as much:
        tray.put("b", iter([b"123", b"4"]))
    with pytest.raises(Refused) as many:
        tray.put("c", [])
    assert (much.value.status, much.value.notice.code) == (FileStatus.TOO_LARGE, "file-encloses-much")
    assert (many.value.status, many.value.notice.code) == (FileStatus.TOO_LARGE, "file-encloses-many")
