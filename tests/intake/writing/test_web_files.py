from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from kkr_desk.intake.conversion import Refused
from kkr_desk.model import FileStatus
from tests.intake.laid import codes, facts, made_of, text_of

ASKING = """<html><head><base href='THERE'><link rel=stylesheet href='THERE'><style>@import url(THERE);
p{background:url(THERE)}</style><meta http-equiv=refresh content='0;url=THERE'></head><body background='THERE'>
<p style='background-image:url(THERE)'>Ord<img src='THERE'><img srcset='THERE 2x'><iframe src='THERE'></iframe>
<object data='THERE'></object><video src='THERE' poster='THERE'></video><input type=image src='THERE'>
<svg><image href='THERE'/></svg><script src='THERE'></script><a href='THERE' ping='THERE'>link</a></body></html>"""


@pytest.fixture
def heard() -> Iterator[tuple[int, list[str]]]:
    """A port of this machine, and who has called there."""
    callers: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        stopping = threading.Event()

        def listen() -> None:
            while not stopping.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                callers.append(str(address))
                connection.close()

        listener = threading.Thread(target=listen)
        listener.start()
        yield server.getsockname()[1], callers
        stopping.set()
        listener.join()


def test_nothing_is_fetched_whatever_a_page_or_mail_asks_for(tmp_path: Path, heard: tuple[int, list[str]]) -> None:
    port, callers = heard
    html = ASKING.replace("THERE", f"http://127.0.0.1:{port}/x")
    message = EmailMessage()
    message["Subject"], message["Disposition-Notification-To"] = "Emne", "a@b.dk"
    message.set_content(html, subtype="html")
    page, mail = made_of(html.encode(), tmp_path), made_of(message.as_bytes(), tmp_path)
    for made in (page, mail):
        assert "Ord" in text_of(made.pdf)
        assert facts(made, "remote-pictures-left-out") == {"count": "1"}
    assert callers == []


def test_no_file_of_this_machine_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "hemmeligt.png"
    secret.write_bytes(b"\x89PNG hemmeligt")
    html = f"<html><p>Ord<img src='{secret.as_uri()}'><img src='{secret}'><iframe src='{secret.as_uri()}'></iframe>"
    made = made_of(html.encode(), tmp_path)
    assert text_of(made.pdf).count("[Billede, der ikke fulgte med, er udeladt]") == 2


def test_a_page_says_its_own_encoding_and_title(tmp_path: Path) -> None:
    html = "<html><head><meta charset='cp865'><title>Notat om øl</title></head><body><p>Køge æ</p>"
    made = made_of(html.encode("cp865"), tmp_path)
    assert text_of(made.pdf) == "Køge æ"
    assert made.particulars.title == "Notat om øl"
    assert codes(made) == []


def test_a_page_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        made_of(b"<html><body><script>alert(1)</script></body></html>", tmp_path)
    assert refused.value.status is FileStatus.EMPTY
