from __future__ import annotations

import base64
import hashlib
import io
from email.message import EmailMessage
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.course import Incoming
from kkr_desk.intake.inspector import Inspector
from kkr_desk.intake.kind import kind_of
from kkr_desk.intake.mail import files
from kkr_desk.intake.mail.message import MOST_PARTS
from kkr_desk.intake.unpacking import Bounds, unpack
from kkr_desk.model import FileStatus, Sha256
from kkr_desk.progress import NullProgress
from tests.intake.laid import facts, made_of, text_of

KINDS = (".eml", ".msg", ".txt", ".html", ".htm", ".csv", ".md", ".log", ".dat", ".mht")


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "PNG")
    return out.getvalue()


WORDS = (
    "Udkastet blev drøftet af kommunerne efter mødet, og det blev aftalt, hvor og mellem hvem det skal ske. Det er "
    "ikke mere, end der blev sagt af alle."
)


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Åse Holm <aho@naestved.dk>", "KKR Sjælland <kkr@kl.dk>"
    message["Cc"], message["Subject"] = "b@c.dk", "SV: Økonomi"
    message["Date"] = "Wed, 19 Jun 2024 07:30:00 +0000"
    message.add_alternative(f"<p>Kære alle</p><p>{WORDS}</p><img src='cid:graf@x'>", subtype="html")
    part = message.get_payload()[0]  # type: ignore[index]
    assert isinstance(part, EmailMessage)
    part.add_related(picture(), "image", "png", cid="<graf@x>", filename="graf.png")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Bilag 1/Høring.pdf")
    message.add_attachment(b"x", maintype="image", subtype="png", cid="<ubrugt@x>", filename="ubrugt.png")
    return message.as_bytes()


def test_a_mail_becomes_a_letter(tmp_path: Path) -> None:
    made = made_of(mail(), tmp_path)
    text = text_of(made.pdf)
    for words in ("SV: Økonomi", "Fra Åse Holm <aho@naestved.dk>", "Til KKR Sjælland <kkr@kl.dk>", "Kopi b@c.dk",
                  "Dato 19. juni 2024 kl. 9.30", "Vedhæftet Bilag 1/Høring.pdf; ubrugt.png", "Kære alle"):  # fmt: skip
        assert words in text
    assert facts(made, "file-encloses") == {"count": "2", "files": "Bilag 1/Høring.pdf, ubrugt.png"}
    assert (made.particulars.title, made.particulars.date) == ("Økonomi", "2024-06-19")
    assert made.particulars.sender == "Åse Holm <aho@naestved.dk>"
    with pikepdf.open(made.pdf) as pdf:
        assert str(pdf.Root.Lang) == "da"
    assert made_of(mail(), tmp_path).pdf.read_bytes() == made.pdf.read_bytes()


def test_its_files_come_out_and_its_pictures_stay(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(mail())
    enclosed = unpack(path, path.name, kind_of(path), tmp_path / "ud", progress=NullProgress())
    assert [(one.name, one.path.read_bytes()) for one in enclosed] == [
        ("Bilag 1-Høring.pdf", b"%PDF-1.7"),
        ("ubrugt.png", b"x"),
    ]
    assert all(one.path.is_relative_to(tmp_path / "ud") for one in enclosed)
    with pytest.raises(Refused):
        unpack(path, "", "eml", tmp_path / "to", bounds=Bounds(most_files=1), progress=NullProgress())


def test_mails_that_are_too_large_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 100)
    with pytest.raises(Refused) as refused:
        made_of(mail(), tmp_path)
    assert (refused.value.status, refused.value.notice.code) == (FileStatus.TOO_LARGE, "writing-too-large")
    assert MOST_PARTS == 500


def test_a_saved_page_is_shown_with_its_pictures(tmp_path: Path) -> None:
    data = (
        b"From: <Saved by Blink>\r\nSubject: Side\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n'
        b"Content-Location: https://kl.dk/\r\n\r\n<p>Ord<img src='https://kl.dk/a.png'>\r\n--x\r\n"
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://kl.dk/a.png\r\n\r\n"
        + base64.encodebytes(picture())
        + b"\r\n--x--\r\n"
    )
    made = made_of(data, tmp_path)
    assert made.notices == ()
    assert "Ord" in text_of(made.pdf)


@pytest.mark.torture
def test_every_mail_and_text_of_the_corpus_becomes_a_pdf(shared: Path) -> None:
    paths = [path for path in sorted((shared / "corpus/office").iterdir()) if path.suffix in KINDS]
    assert len(paths) >= 10
    with Inspector() as inspector:
        for path in paths:
            file = Incoming(path, Sha256(hashlib.sha256(path.read_bytes()).hexdigest()), path.name)
            assert inspector.inspect(file).status is FileStatus.OK, path.name
