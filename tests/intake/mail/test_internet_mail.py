from __future__ import annotations

import time
from email.message import EmailMessage
from pathlib import Path

import pytest

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.mail.internet import read_internet_mail
from kkr_desk.intake.mail.message import MOST_PARTS, Mail
from kkr_desk.intake.mail.paper import read_bodies
from kkr_desk.intake.writing.blocks import Paragraph, plain_words
from kkr_desk.model import FileStatus
from tests.intake.mail.outlook_files import packed_mail

HEAD = b"From: a@b.dk\r\nSubject: Emne\r\n"


def mail_of(head: str, body: str | bytes) -> Mail:
    data = body if isinstance(body, bytes) else body.encode()
    return read_internet_mail(HEAD + head.encode() + b"\r\n\r\n" + data)


def words_of(mail: Mail) -> str:
    return plain_words(block for block in read_bodies(mail).blocks if isinstance(block, Paragraph))


def multipart(kind: str, *parts: str, boundary: str = "x") -> tuple[str, str]:
    body = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts) + f"--{boundary}--\r\n"
    return f'MIME-Version: 1.0\r\nContent-Type: {kind}; boundary="{boundary}"', body


TEXT = "Content-Type: text/plain; charset=utf-8\r\n\r\nRen tekst æ"
HTML = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Opstillet <b>tekst</b></p>"


def test_of_alternatives_the_set_one_is_shown() -> None:
    mail = mail_of(*multipart("multipart/alternative", TEXT, HTML))
    assert words_of(mail) == "Opstillet tekst"
    assert mail.pieces == ()


def test_words_of_all_parts_are_shown_and_files_enclosed() -> None:
    mail = mail_of(
        *multipart(
            "multipart/mixed",
            TEXT,
            'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="Bilag 1.pdf"\r\n'
            "Content-Transfer-Encoding: base64\r\n\r\nJVBERg==",
            "Content-Type: text/plain\r\n\r\nListens fod",
            'Content-Type: text/plain; name="notat.txt"\r\n\r\nnotat',
            "Content-Type: image/png\r\n\r\nabc",
        )
    )
    assert words_of(mail) == "Ren tekst æ Listens fod"
    assert [piece.name for piece in mail.pieces] == ["Bilag 1.pdf", "notat.txt", "Vedhæftet.png"]
    assert mail.pieces[0].content() == b"%PDF"


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("attachment; filename*=utf-8''H%C3%B8ring%20%E2%80%93%20svar.pdf", "Høring – svar.pdf"),
        ("attachment; filename*0*=utf-8''H%C3%B8; filename*1*=ring; filename*2=.pdf", "Høring.pdf"),
        ("attachment; filename*=iso-8859-1'da'%D8.pdf", "Ø.pdf"),
        ('attachment; filename="=?utf-8?B?w5gucGRm?="', "Ø.pdf"),
        ("attachment; filename=Bilag.pdf", "Bilag.pdf"),
        ("attachment; filename*=ukendt''%E6.pdf", "æ.pdf"),
        ("attachment; filename*xyz*=;;=a", "Vedhæftet.pdf"),
    ],
)
def test_files_are_called_what_they_are_however_that_is_encoded(field: str, name: str) -> None:
    mail = mail_of(
        *multipart("multipart/mixed", f"Content-Type: application/pdf\r\nContent-Disposition: {field}\r\n\r\nx")
    )
    assert [piece.name for piece in mail.pieces] == [name]


def test_a_mail_within_is_enclosed_as_a_mail() -> None:
    inner = "Content-Type: message/rfc822\r\n\r\nSubject: =?utf-8?Q?=C3=98l?=\r\nContent-Type: text/plain\r\n\r\nindre"
    mail = mail_of(*multipart("multipart/mixed", TEXT, inner))
    assert words_of(mail) == "Ren tekst æ"
    (piece,) = mail.pieces
    assert piece.name == "Øl.eml"
    assert words_of(read_internet_mail(piece.content())) == "indre"


def test_lines_that_flow_are_put_together_and_quotes_kept() -> None:
    mail = mail_of(
        "Content-Type: text/plain; format=flowed; delsp=no", "En lang \r\nlinje\r\n> citeret \r\n> tekst\r\n-- \r\nÅse"
    )
    assert words_of(mail) == "En lang linje citeret tekst -- Åse"
    assert [getattr(block, "quotes", 0) for block in read_bodies(mail).blocks] == [0, 1, 0]


def test_a_mail_that_says_no_encoding_is_read_and_that_is_said() -> None:
    mail = mail_of("Content-Type: text/plain", "Kære Åse, mødet på Sorø er aflyst".encode("cp1252"))
    assert words_of(mail) == "Kære Åse, mødet på Sorø er aflyst"
    assert mail.assumed == "Windows-1252"
    assert words_of(mail_of("Content-Type: text/plain; charset=iso-8859-1", "– æ".encode("cp1252"))) == "– æ"
    assert words_of(mail_of("Content-Type: text/plain; charset=nonsens", "ærø".encode())) == "ærø"
    assert words_of(mail_of("Content-Type: text/plain; charset=base64", "ærø".encode())) == "ærø"


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b'Content-Type: multipart/mixed; boundary="y"\r\n\r\nuden dele',
        HEAD + b"Content-Type: multipart/mixed\r\n\r\nuden boundary",
        HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n*** ikke base64 ***",
        HEAD + b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 x\r\nM\r\n",
        HEAD + b"Content-Type: text/plain; charset*=utf-8'\r\n\r\nx",
        HEAD + b"Content-Type: ;;;=\r\nContent-Disposition: ;\x00\r\n\r\nx",
        HEAD + b"Content-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\n\r\n--y--",
        HEAD + b"Date: \xff\xfe\r\nTo: =?\xe6?Q?\xf8?=\r\n\r\n\xff",
        b"Subject: kun hoved\r\nFrom: x",
    ],
)
def test_broken_mails_are_read_as_far_as_they_go(data: bytes) -> None:
    mail = read_internet_mail(data)
    read_bodies(mail)
    assert mail.subject in {"Emne", "kun hoved"}


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n\r\n", b"From a@b.dk Wed Jun 19 07:30:00 2024\r\n"])
def test_what_stands_before_a_mail_is_no_part_of_it(before: bytes) -> None:
    mail = read_internet_mail(before + HEAD + b"\r\nTekst")
    assert (mail.subject, words_of(mail)) == ("Emne", "Tekst")


def test_encrypted_mails_are_refused_and_signatures_not_enclosed() -> None:
    for kind in ("multipart/encrypted", "application/pkcs7-mime"):
        with pytest.raises(Refused) as refused:
            mail_of(*multipart(kind, TEXT))
        assert refused.value.notice.code == "mail-encrypted"
    sealed = mail_of(
        *multipart("multipart/mixed", TEXT, 'Content-Type: application/pkcs7-mime; name="smime.p7m"\r\n\r\nMII')
    )
    assert [piece.name for piece in sealed.pieces] == ["smime.p7m"]
    signature = 'Content-Type: application/pkcs7-signature; name="smime.p7s"\r\n\r\nMII'
    mail = mail_of(*multipart("multipart/signed", TEXT, signature))
    assert (mail.signed, mail.pieces, words_of(mail)) == (True, (), "Ren tekst æ")


def test_what_exchange_packed_into_a_mail_is_its_own() -> None:
    message = EmailMessage()
    message["Subject"] = "Emne"
    packed = packed_mail({0x1000: "Pakket tekst"}, (("bilag.pdf", b"%PDF", {}),))
    message.add_attachment(packed, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    mail = read_internet_mail(message.as_bytes())
    assert [piece.name for piece in mail.pieces] == ["bilag.pdf"]
    assert "Pakket tekst" in words_of(mail)


def test_a_broken_pack_breaks_no_mail() -> None:
    packed = "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nikke pakket"
    mail = mail_of(*multipart("multipart/mixed", TEXT, packed))
    assert (words_of(mail), mail.damaged) == ("Ren tekst æ", True)
    assert [(piece.name, piece.content()) for piece in mail.pieces] == [("winmail.dat", b"ikke pakket")]


def test_parts_within_parts_and_parts_beside_parts_have_an_end() -> None:
    inner = [b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(20_000)]
    deep, nested = HEAD + b"".join(inner), HEAD + b"".join(inner[:300])
    wide = HEAD + b"Content-Type: multipart/mixed; boundary=y\r\n\r\n" + b"--y\r\n\r\nx\r\n" * (MOST_PARTS + 1)
    begun = time.process_time()
    for data in (deep, wide, nested):
        with pytest.raises(Refused) as refused:
            read_internet_mail(data)
        assert refused.value.status is FileStatus.TOO_LARGE
    assert time.process_time() - begun < 3


def test_a_real_mail_with_a_picture(shared: Path) -> None:
    path = shared / "corpus/office/unstructured__email-replace-mime-encodings-error-2.eml"
    mail = read_internet_mail(path.read_bytes())
    assert "Did you get a chance to review my previous email" in words_of(mail)
    assert read_bodies(mail).enclosed == ()
