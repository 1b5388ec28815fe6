from __future__ import annotations

import struct
from pathlib import Path

import pytest

from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.mail.internet import read_internet_mail
from kkr_desk.intake.mail.message import Mail
from kkr_desk.intake.mail.outlook import read_outlook_mail
from kkr_desk.intake.mail.rich_text import body_of, uncompressed
from kkr_desk.intake.mail.tnef import read_tnef
from kkr_desk.intake.mail.writing import internet_mail
from kkr_desk.model import FileStatus
from tests.intake.laid import codes, facts, made_of, text_of
from tests.intake.mail.outlook_files import Values, compound, outlook_mail, packed_mail, properties

JUNE = 133632558000000000
"""19 June 2024, 07.30 UTC, in units of 100 ns since 1601."""
MESSAGE: Values = {0x0037: "SV: Økonomi", 0x0C1A: "Åse Holm", 0x5D01: "aho@næstved.dk", 0x0039: JUNE}
RTF = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset238 Arial;}}"
    rb"{\*\htmltag18 <html>}{\*\htmltag50 <body>}\htmlrtf {\htmlrtf0 {\*\htmltag64 <p>}\htmlrtf \par drawn\htmlrtf0 "
    rb"R\'f8dgr\'f8d {\*\mhtmltag64 <i>}\u216?{\*\htmltag84 <b>}\htmlrtf {\b \htmlrtf0 fed\htmlrtf }\htmlrtf0 "
    rb"{\*\htmltag92 </b>} {\f1 \'b3}\{ok\}{\*\htmltag72 </p>}\htmlrtf }\htmlrtf0 {\*\htmltag58 </body></html>}}"
)


def stored(rtf: bytes) -> bytes:
    return struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf


def test_head_and_words_of_an_outlook_mail(tmp_path: Path) -> None:
    receivers: tuple[Values, ...] = (
        {0x3001: "KKR Sjælland", 0x39FE: "kkr@kl.dk", 0x0C15: 1},
        {0x3001: "'bkj@koege.dk'", 0x0C15: 2},
    )
    made = made_of(outlook_mail({**MESSAGE, 0x1000: "Kære alle\r\nHermed budgettet."}, receivers), tmp_path)
    text = text_of(made.pdf)
    for words in ("SV: Økonomi", "Fra Åse Holm <aho@næstved.dk>", "Til KKR Sjælland <kkr@kl.dk>", "Kopi bkj@koege.dk",
                  "Dato 19. juni 2024 kl. 9.30", "Hermed budgettet."):  # fmt: skip
        assert words in text
    assert made.particulars.title == "Økonomi"
    assert made.particulars.sender == "Åse Holm <aho@næstved.dk>"
    assert made.particulars.date == "2024-06-19"
    assert made.notices == ()


def test_attachments_are_named_and_a_mail_within_comes_out_as_a_mail() -> None:
    inner = ("__attach_version1.0_#00000001", "__substg1.0_3701000D")
    more = properties({0x0037: "Høringssvar", 0x1000: "Det indre æ"}, inner, 24)
    more |= properties({0x3701: b"%PDF", 0x3707: "Bilag.pdf"}, (*inner, "__attach_version1.0_#00000000"), 8)
    attachments: tuple[Values, ...] = (
        {0x3707: "Bilag 1 – æøå.pdf", 0x3704: "BILAG1~1.PDF", 0x3701: b"%PDF-" * 2000},
        {0x3705: 5},
    )
    mail = read_outlook_mail(outlook_mail(MESSAGE, (), attachments, more))
    assert [piece.name for piece in mail.pieces] == ["Bilag 1 – æøå.pdf", "Høringssvar.eml"]
    assert mail.pieces[0].content() == b"%PDF-" * 2000
    within = read_internet_mail(mail.pieces[1].content())
    assert within.subject == "Høringssvar"
    assert within.bodies[0].text.strip() == "Det indre æ"
    assert [(piece.name, piece.content()) for piece in within.pieces] == [("Bilag.pdf", b"%PDF")]


def test_html_is_taken_out_of_the_rtf_that_wraps_it() -> None:
    mail = read_outlook_mail(outlook_mail({**MESSAGE, 0x1009: stored(RTF), 0x1000: "uden html"}))
    (body,) = mail.bodies
    assert body.is_html
    assert body.text == "<html><body><p>Rødgrød Ø<b>fed</b> ł{ok}</p></body></html>"


def test_rtf_of_its_own_kind_leaves_its_words() -> None:
    rtf = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator Riched20;}\f0 K\'e6re {\b alle}\par N\'e6ste linje\tab x}"
    body = body_of(rtf)
    assert not body.is_html
    assert body.text == "Kære alle\nNæste linje\tx"


def test_compressed_rtf_is_unpacked() -> None:
    """The example of [MS-OXRTFCP] 3.1, and its second, whose reference reaches into what it writes itself."""
    data = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert uncompressed(data) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    crossing = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert uncompressed(crossing) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
    with pytest.raises(ValueError, match="what"):
        uncompressed(b"\0" * 8 + b"what" + b"\0" * 8)


def test_what_exchange_packed_is_taken_out(tmp_path: Path) -> None:
    html = "<p>Kære Åse</p><img src='cid:graf@x'>".encode("cp1252")
    data = packed_mail(
        {0x0037: "Økonomi", 0x0C1A: "Åse", 0x0039: JUNE, 0x1013: html, 0x3FDE: 1252},
        (("BILAG1~1.PDF", b"%PDF-1.7 indhold", {0x3707: "Bilag 1 – budget.pdf"}),),
    )
    made = made_of(data, tmp_path, "winmail.dat")
    assert "Kære Åse" in text_of(made.pdf)
    assert facts(made, "file-encloses") == {"count": "1", "files": "Bilag 1 – budget.pdf"}
    assert read_tnef(data).pieces[0].content() == b"%PDF-1.7 indhold"


@pytest.mark.parametrize("cut", [7, 60, 150, 400])
def test_what_breaks_off_is_read_as_far_as_it_goes(cut: int) -> None:
    data = packed_mail({0x0037: "Emne", 0x1000: "Tekst " * 40}, (("a.pdf", b"x" * 100, {}),))
    assert read_tnef(data[:-cut] if cut < len(data) else data[:30]).damaged or cut == 7


def test_mails_within_mails_have_an_end() -> None:
    place: tuple[str, ...] = ()
    streams = properties({0x0037: "Emne"})
    for _ in range(9):
        place = (*place, "__attach_version1.0_#00000000", "__substg1.0_3701000D")
        streams |= properties({0x0037: "Emne"}, place, 24)
    with pytest.raises(Refused) as refused:
        read_outlook_mail(compound(streams))
    assert refused.value.status is FileStatus.TOO_LARGE


def test_an_encrypted_mail_is_refused_and_a_signed_one_read() -> None:
    with pytest.raises(Refused) as refused:
        read_outlook_mail(outlook_mail({0x001A: "IPM.Note.SMIME", 0x0037: "Hemmeligt"}))
    assert refused.value.notice.code == "mail-encrypted"
    inner = ("__attach_version1.0_#00000000", "__substg1.0_3701000D")
    more = properties({0x001A: "IPM.Note.SMIME", 0x0037: "Hemmeligt"}, inner, 24)
    mail = read_outlook_mail(outlook_mail(MESSAGE, (), ({0x3705: 5},), more))
    assert [piece.name for piece in mail.pieces] == ["Hemmeligt.eml"]
    signed = (
        b'Content-Type: multipart/signed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nIndhold\r\n'
        b"--x\r\nContent-Type: application/pkcs7-signature\r\n\r\nMII\r\n--x--\r\n"
    )
    message: Values = {**MESSAGE, 0x001A: "IPM.Note.SMIME.MultipartSigned"}
    mail = read_outlook_mail(outlook_mail(message, (), ({0x3707: "smime.p7m", 0x3701: signed},)))
    assert (mail.signed, mail.subject, mail.bodies[0].text.strip()) == (True, "SV: Økonomi", "Indhold")
    assert mail.pieces == ()


def test_a_broken_file_is_said_to_be_broken() -> None:
    data = outlook_mail({**MESSAGE, 0x1000: "Tekst " * 2000})
    for broken in (data[:600], data[:2000], data[:512] + b"\xff" * 3000):
        with pytest.raises(Refused) as refused:
            read_outlook_mail(broken)
        assert refused.value.status is FileStatus.DAMAGED


def test_a_mail_without_anything_is_a_mail() -> None:
    assert read_internet_mail(internet_mail(Mail(subject="Øl"))).subject == "Øl"


@pytest.mark.parametrize("name", ["poi__attachment_msg_pdf.msg", "poi__ASCII_UTF-8_CP1252_LCID1031.msg"])
def test_real_mails(shared: Path, tmp_path: Path, name: str) -> None:
    made = made_of((shared / "corpus/office" / name).read_bytes(), tmp_path)
    text = text_of(made.pdf)
    if "attachment" in name:
        assert "Test email with 1 msg attachment, 1 pdf" in text
        assert facts(made, "file-encloses")["files"] == "Test Attachment.eml, smbprn.00009008.KdcPjl.pdf"
    else:
        assert "Body öäü Body" in text
        assert codes(made) == []
