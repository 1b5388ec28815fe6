"""A mail is written as an Internet mail: one that was enclosed in Outlook's files comes out as a file of its own."""

from __future__ import annotations

from email.charset import QP, Charset
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime

from kkr_desk.intake.mail.message import Body, Mail, Piece


def internet_mail(mail: Mail) -> bytes:
    """The bytes of a mail as an .eml file; the same mail gives the same bytes."""
    whole = MIMEMultipart("related", boundary="==kkr-desk-mail==")
    fields = (("Subject", mail.subject), ("From", mail.sender), ("To", mail.to), ("Cc", mail.copy))
    for name, value in fields:
        if value:
            whole[name] = Header(value, "utf-8", header_name=name).encode()
    if mail.date is not None:
        whole["Date"] = format_datetime(mail.date)
    for body in mail.bodies:
        whole.attach(_text(body))
    for piece in mail.pieces:
        whole.attach(_file(piece))
    return whole.as_bytes()


def _text(body: Body) -> MIMENonMultipart:
    charset = Charset("utf-8")
    charset.body_encoding = QP
    part = MIMENonMultipart("text", "html" if body.is_html else "plain", charset="utf-8")
    part.set_payload(body.text.encode("utf-8", "replace").decode(), charset)
    return part


def _file(piece: Piece) -> MIMEApplication:
    part = MIMEApplication(piece.content())
    if piece.is_picture:
        part.replace_header("Content-Type", "image/unknown")
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", piece.name))
    if piece.content_id:
        part["Content-ID"] = f"<{piece.content_id}>"
    if piece.location:
        part["Content-Location"] = Header(piece.location, "utf-8").encode()
    return part
