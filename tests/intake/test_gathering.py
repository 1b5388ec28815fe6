from __future__ import annotations

import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from kkr_desk.errors import UserError
from kkr_desk.intake.gathering import gather, open_enclosing
from kkr_desk.progress import NullProgress
from kkr_desk.worker import Worker


class AtHome(Worker):
    """Does its jobs in this process."""

    def run(self, function: Any, *arguments: Any, limits: Any = None, progress: Any = None) -> Any:
        return function(*arguments, progress=progress)


@pytest.fixture
def came(tmp_path: Path) -> Path:
    """A folder of everything: plain, packed with two files of one name, packed and broken, a mail with a file."""
    folder = tmp_path / "Kommer ind"
    folder.mkdir()
    (folder / "Notat.pdf").write_bytes(b"%PDF")
    with zipfile.ZipFile(folder / "Pakke.zip", "w") as archive:
        archive.writestr("Bilag.txt", b"en")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("Bilag.txt", b"to")
    (folder / "Brudt.zip").write_bytes(b"PK\x03\x04 intet")
    mail = EmailMessage()
    mail["From"], mail["To"] = "a@b.dk", "c@d.dk"
    mail.set_content("Hej")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Vedlagt.pdf")
    (tmp_path / "Mail.eml").write_bytes(bytes(mail))
    return folder


def names(tmp_path: Path, *paths: Path, opens_mails: bool = False) -> list[str]:
    found = gather(paths, tmp_path / "ud", AtHome(), NullProgress(), opens_mails=opens_mails)
    assert all(one.path.is_file() for one in found)
    return [f"{one.name}{' !' if one.notice else ''}" for one in found]


def test_packed_folders_are_opened_and_every_file_has_a_name_of_its_own(came: Path, tmp_path: Path) -> None:
    assert names(tmp_path, came) == [
        "Kommer ind/Brudt.zip !",
        "Kommer ind/Notat.pdf",
        "Kommer ind/Pakke/Bilag.txt",
        "Kommer ind/Pakke/Bilag (2).txt",
    ]


def test_a_mail_brings_its_files_where_that_is_wanted(came: Path, tmp_path: Path) -> None:
    mail = tmp_path / "Mail.eml"
    assert names(tmp_path, mail) == ["Mail.eml"]
    assert names(tmp_path, mail, opens_mails=True) == ["Mail.eml", "Mail/Vedlagt.pdf"]


def test_what_encloses_nothing_says_so(came: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        open_enclosing(came / "Brudt.zip", "Brudt.zip", tmp_path / "ud", AtHome(), NullProgress())
    assert (caught.value.code, caught.value.facts) == ("nothing-enclosed", {"file": "Brudt.zip"})
