"""Office files become PDFs: what the caseworker sees is in them, what a file asks of the machine is not done."""

from __future__ import annotations

import csv
import re
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from kkr_desk.intake.conversion import Refused, Request
from kkr_desk.intake.kind import kind_of
from kkr_desk.intake.office import conversion
from kkr_desk.intake.office.engine import LibreOffice
from kkr_desk.intake.office.finding import VARIABLE
from kkr_desk.intake.office.finishing import finish
from kkr_desk.intake.office.soffice import Keeper
from kkr_desk.model import FileStatus, Shown, Treatment
from kkr_desk.progress import NullProgress
from tests.intake.office.conftest import Convert
from tests.intake.office.office_papers import HOSTILE, macro_document, open_document, paragraph, word
from tests.intake.office.seldom_papers import HOSTILE_SELDOM, SELDOM

EVERY_HOSTILE = {**HOSTILE, **HOSTILE_SELDOM}

KINDS = {"doc", "docx", "odp", "ods", "odt", "office-encrypted", "ppt", "pptx", "rtf", "xls", "xlsx"}
SHARE_OF_WORDS = 0.95
"""Words that a PDF and LibreOffice's own text have in common, at least: hyphens and bullets differ."""
NO_RESULT = frozenset({"A", "Err", "N", "NAME", "REF", "VALUE", "520"})
OPENED = {"poi__protect.xlsx"}
"""Locked with the password that Excel gives unasked; LibreOffice parts its words between two pages, we do not."""


class Ear(ThreadingHTTPServer):
    """A server on loopback that writes down what it is asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Heard)
        self.heard: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Heard(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        assert isinstance(self.server, Ear)
        self.server.heard.append(self.path)
        self.send_error(404)

    do_GET = do_HEAD = do_OPTIONS = do_POST = do_PROPFIND = _answer  # noqa: N815  named so by the base class

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def ear() -> Iterator[Ear]:
    with Ear() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def text_of(pdf: Path) -> str:
    with closing(pdfium.PdfDocument(pdf)) as document:
        return "\n".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))


def test_a_paper_becomes_the_same_tagged_pdf_every_time(converted: Convert, tmp_path: Path) -> None:
    paper = word(tmp_path / "notat.docx", paragraph("Rødgrød med fløde på Ærø, Åse"))
    first, second = converted(paper), converted(paper)
    assert first.pdf.read_bytes() == second.pdf.read_bytes()
    assert "Rødgrød med fløde på Ærø, Åse" in text_of(first.pdf)
    with pikepdf.open(first.pdf) as pdf:
        assert pdf.pdf_version == "1.7"
        assert pdf.Root.MarkInfo.Marked
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())


def test_nothing_that_a_paper_names_is_fetched(soffice: Path, ear: Ear, tmp_path: Path) -> None:
    """LibreOffice gets the papers as they came: what `kkr_desk.intake.papers` takes out is not relied on."""
    keeper = Keeper()
    try:
        for kind, make in EVERY_HOSTILE.items():
            paper = make(tmp_path / f"paper.{kind}", ear.address)
            assert keeper.make(soffice, paper, "pdf", tmp_path, seconds=30.0, progress=NullProgress()) is not None
        written = tmp_path / "written-by-a-macro.txt"
        macro = macro_document(tmp_path / "macro.odt", written)
        assert keeper.make(soffice, macro, "pdf", tmp_path, seconds=30.0, progress=NullProgress()) is not None
    finally:
        keeper.end()
    assert ear.heard == []
    assert not written.exists()


@pytest.mark.parametrize("kind", sorted(SELDOM))
def test_kinds_that_are_seldom_met_are_made_too(converted: Convert, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "sjælden"
    path.write_bytes(SELDOM[kind]("Blåbærgrød"))
    assert kind_of(path) == kind
    assert "Blåbærgrød" in text_of(converted(path).pdf)


def test_xml_that_declares_entities_is_not_given_to_the_program(converted: Convert, tmp_path: Path) -> None:
    path = tmp_path / "ark.fods"
    declared = '?><!DOCTYPE x [<!ENTITY navn SYSTEM "file:///etc/passwd">]>'
    path.write_text(SELDOM["fodt"]("&navn;").decode().replace("?>", declared, 1), encoding="utf-16")
    with pytest.raises(Refused) as refused:
        converted(path)
    assert (refused.value.status, refused.value.notice.code) == (FileStatus.DAMAGED, "office-built-oddly")


@pytest.mark.torture
@pytest.mark.parametrize("kind", sorted(EVERY_HOSTILE))
def test_nothing_is_fetched_on_the_whole_way(converted: Convert, ear: Ear, tmp_path: Path, kind: str) -> None:
    made = converted(EVERY_HOSTILE[kind](tmp_path / f"paper.{kind}", ear.address))
    assert ear.heard == []
    assert len(pdfium.PdfDocument(made.pdf)) == 1


@pytest.mark.torture
def test_the_ear_hears_a_libreoffice_that_is_not_ours(
    soffice: Path, ear: Ear, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the tests above would show nothing."""
    monkeypatch.setattr("kkr_desk.intake.office.soffice.write_profile", lambda folder: folder.mkdir())
    monkeypatch.setattr("kkr_desk.worker.program._DEAD_PROXY", "")
    keeper = Keeper()
    paper = HOSTILE["odt"](tmp_path / "paper.odt", ear.address)
    keeper.make(soffice, paper, "pdf", tmp_path, seconds=30.0, progress=NullProgress())
    keeper.end()
    assert "/odt.png" in ear.heard


def test_without_an_office_program_the_file_is_kept_and_said_to_wait_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none"))
    paper = word(tmp_path / "notat.docx", paragraph("x"))
    with pytest.raises(Refused) as refused:
        conversion.convert(Request(paper, paper.name, "docx", tmp_path), NullProgress())
    assert refused.value.status is FileStatus.UNSUPPORTED
    assert refused.value.notice.code == "office-missing"


def test_what_is_made_must_be_a_pdf_with_pages(tmp_path: Path) -> None:
    made = tmp_path / "made.pdf"
    for data, status in ((b"%PDF-1.7\nno", FileStatus.DAMAGED), (None, FileStatus.EMPTY)):
        if data is None:
            pikepdf.new().save(made)
        else:
            made.write_bytes(data)
        with pytest.raises(Refused) as refused:
            finish(made, tmp_path / "finished.pdf")
        assert refused.value.status is status


def test_a_program_that_makes_nothing_is_said_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, soffice: Path
) -> None:
    monkeypatch.setenv(VARIABLE, str(soffice))
    monkeypatch.setattr(LibreOffice, "make", lambda *_, **__: None)
    paper = open_document(tmp_path / "notat.odt", "<text:p>x</text:p>")
    with pytest.raises(Refused) as refused:
        conversion.convert(Request(paper, paper.name, "odt", tmp_path), NullProgress())
    assert (refused.value.status, refused.value.notice.code) == (FileStatus.DAMAGED, "office-not-converted")


@pytest.mark.torture
def test_every_office_file_of_the_corpus(soffice: Path, converted: Convert, shared: Path, tmp_path: Path) -> None:
    """Statuses are the manifest's; the words are those of LibreOffice's own text, where it makes one."""
    folder = shared / "corpus" / "office"
    keeper, wrong = Keeper(), {}
    try:
        for row in csv.DictReader((folder / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"):
            path = folder / row["file"]
            if kind_of(path, path.name) not in KINDS:
                continue
            try:
                made = converted(path, Treatment(hidden=Shown.SHOWN))
            except Refused as refused:
                if refused.status != row["expected"]:
                    wrong[path.name] = f"{refused.status} {refused.notice}"
                continue
            if path.name in OPENED:
                continue
            share = _share_of_words(keeper, soffice, path, made.pdf, tmp_path)
            if row["expected"] != "ok" or share < SHARE_OF_WORDS:
                wrong[path.name] = f"ok, {share:.3f} of the words"
    finally:
        keeper.end()
    assert wrong == {}


def _share_of_words(keeper: Keeper, soffice: Path, path: Path, pdf: Path, folder: Path) -> float:
    """How many of the words of LibreOffice's own text are in the PDF.

    Of sheets and slides, which have no text export that knows print areas, that of the PDF which LibreOffice makes of
    the file as it is; formulas without a result say so in another word each time they are looked at.
    """
    source = folder / path.name  # which headers of sheets may print
    shutil.copyfile(path, source)
    target = "txt:Text (encoded):UTF8" if path.suffix in {".doc", ".docx", ".odt", ".rtf"} else "pdf"
    made = keeper.make(soffice, source, target, folder, seconds=60.0, progress=NullProgress())
    if made is None:
        return 1.0 if path.suffix in {".xlsx", ".docx", ".doc"} else 0.0  # locked: LibreOffice asks, and gets no answer
    text = made.read_text(encoding="utf-8-sig") if target != "pdf" else text_of(made)
    expected = Counter(word for word in _words(text) if word not in NO_RESULT)
    found = Counter(_words(text_of(pdf)))
    if target == "pdf":  # a cell that LibreOffice parts between two pages is printed on both, and here on one
        expected, found = Counter(expected.keys()), Counter(found.keys())
    return (expected & found).total() / max(expected.total(), 1)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub("[\x02\xad\ufffe]", "", text))
