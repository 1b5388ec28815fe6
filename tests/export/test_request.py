"""A document asked for and made: in this process and in a worker's, from one moment of the store."""

from __future__ import annotations

import errno
import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from kkr_desk.errors import Cancelled, EnvironmentFault, KkrDeskError, UserError
from kkr_desk.export import collection
from kkr_desk.export.request import Document, ExportRequest, estimate_word, job_of, plan_of, run_export
from kkr_desk.export.verify import verify_file
from kkr_desk.intake.looking import inspect_file
from kkr_desk.model import FileFormat, MeetingId, Sha256, Template
from kkr_desk.progress import NullProgress
from kkr_desk.store import Store
from kkr_desk.worker import Worker
from tests.export.councils import template_of
from tests.factory import HORRIBLE_NAME
from tests.intake.papers import simple

QUIET = NullProgress()


class Meddling(NullProgress):
    """Progress that writes to the store in the middle of the work, as a window would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wrote = False

    def step(self, done: int, total: int, what: str = "") -> None:
        if not self.wrote:
            self.wrote = True
            with Store.open(self.folder, who="en anden") as store, store.operation("Ryd op"):
                store.delete_meeting(store.meetings()[0].id)


class Stopping(NullProgress):
    """Progress whose user stops at a certain step."""

    def __init__(self, what: str) -> None:
        self.what = what

    def step(self, done: int, total: int, what: str = "") -> None:
        if what == self.what:
            raise Cancelled


def take_in(store: Store, file: Path) -> Sha256:
    source = store.content.add(file)
    draw = True
    store.save_rendition(inspect_file(file, source, file.name, 100, draw, progress=QUIET))
    return source


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one meeting: an item with attachments of 1 and 2 pages."""
    folder = tmp_path_factory.mktemp("arkiv") / "møder"
    papers = [simple(folder.parent, f"{word}.pdf", n, word) for n, word in enumerate(("Notat", "Brev"), 1)]
    with Store.open(folder, who="abk") as store:
        sources = [take_in(store, paper) for paper in papers]
        with store.operation("Importér mødet"):
            meeting = store.add_meeting("KKR Prøve", date(2026, 9, 18), "Indholdsfortegnelse - Bilag")
            item = store.add_item(meeting.id, "Fordeling af flygtninge")
            for paper, source in zip(papers, sources, strict=True):
                store.add_attachment(item.id, paper.stem, paper.name, source)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of the store that the test may change."""
    return Path(shutil.copytree(made, tmp_path / "møder"))


@pytest.fixture
def meeting(folder: Path) -> MeetingId:
    with Store.open(folder, read_only=True) as store:
        return store.meetings()[0].id


def request(target: Path, document: str = "collection", format_: str = "pdf", **more: object) -> ExportRequest:
    return ExportRequest(Document(document), FileFormat(format_), target, **more)  # type: ignore[arg-type]


def verified(folder: Path, meeting: MeetingId, file: Path) -> bool:
    with Store.open(folder, read_only=True) as store:
        job = job_of(store, plan_of(store, store.agenda(meeting)))
        return verify_file(file, job, True, QUIET) == ()


@pytest.mark.parametrize("document", list(Document))
@pytest.mark.parametrize("format_", list(FileFormat))
def test_every_document_is_made_by_a_worker_as_by_us(
    folder: Path, meeting: MeetingId, tmp_path: Path, worker: Worker, document: Document, format_: FileFormat
) -> None:
    ours = run_export(folder, meeting, request(tmp_path / "vores", document, format_), progress=QUIET)
    theirs = worker.run(run_export, folder, meeting, request(tmp_path / HORRIBLE_NAME[-80:], document, format_))
    assert ours.file.read_bytes() == theirs.file.read_bytes()
    assert (ours.pages, ours.sha256, ours.size) == (theirs.pages, theirs.sha256, theirs.file.stat().st_size)
    assert ours.pages == (1 if document is Document.INDEX else 6)
    if (document, format_) == (Document.COLLECTION, FileFormat.PDF):
        assert verified(folder, meeting, theirs.file)


def test_the_documents_are_of_one_moment(folder: Path, meeting: MeetingId, tmp_path: Path) -> None:
    meddling = Meddling(folder)
    exported = run_export(folder, meeting, request(tmp_path / "c.pdf"), progress=meddling)
    assert (meddling.wrote, exported.pages) == (True, 6)
    with pytest.raises(UserError, match="meeting-gone"):
        run_export(folder, meeting, request(tmp_path / "d.pdf"), progress=QUIET)


def test_word_is_made_by_the_councils_own_template(folder: Path, meeting: MeetingId, tmp_path: Path) -> None:
    def footer(**more: object) -> str:
        file = tmp_path / f"{len(more)}.docx"
        run_export(folder, meeting, request(file, "index", "docx", replace=True, **more), progress=QUIET)
        return str(docx.Document(str(file)).sections[0].footer.paragraphs[0].text)

    document, given = template_of(), tmp_path / "givet.docx"
    document.sections[0].footer.paragraphs[0].add_run("Givet ")
    document.save(str(given))
    document.sections[0].footer.paragraphs[0].runs[0].text = "KKR-sekretariatet "
    document.save(str(tmp_path / "rådets.docx"))
    with Store.open(folder) as store:
        own = store.content.add(tmp_path / "rådets.docx")
        with store.operation("Vælg skabelon"):
            store.save_council(replace(store.council("KKR Prøve"), word_template=own, word_template_name="rådets.docx"))
        kept = store.content.path(own)
    assert footer().startswith("KKR-sekretariatet ")
    assert footer(word_template=given).startswith("Givet ")
    kept.unlink()
    with pytest.raises(UserError, match="template-gone") as refused:
        footer()
    assert refused.value.facts == {"name": "rådets.docx"}


def test_the_words_are_the_councils_unless_others_are_given(folder: Path, meeting: MeetingId, tmp_path: Path) -> None:
    with Store.open(folder) as store, store.operation("Ret rådet"):
        council = store.council("KKR Prøve")
        store.save_council(type(council)(council.id, council.name, Template(attachment_text="Anneks {number} {title}")))
        agenda = store.agenda(meeting)
        assert plan_of(store, agenda).entries[2].text == "Anneks 1 Notat"
        assert plan_of(store, agenda, Template()).entries[2].text == "Bilag 1: Notat"
    own = run_export(folder, meeting, request(tmp_path / "a.pdf", "index"), progress=QUIET)
    given = run_export(folder, meeting, request(tmp_path / "b.pdf", "index", template=Template()), progress=QUIET)
    assert own.sha256 != given.sha256


def test_a_file_is_replaced_only_when_that_was_said(folder: Path, meeting: MeetingId, tmp_path: Path) -> None:
    target = tmp_path / "c.pdf"
    target.write_bytes(b"den gamle")
    with pytest.raises(UserError, match="target-exists"):
        run_export(folder, meeting, request(target), progress=QUIET)
    assert target.read_bytes() == b"den gamle"
    run_export(folder, meeting, request(target, replace=True), progress=QUIET)
    assert verified(folder, meeting, target)


def test_the_store_is_never_written_over(folder: Path, meeting: MeetingId) -> None:
    before = (folder / "kkr-desk.sqlite3").read_bytes()
    with pytest.raises(UserError, match="target-is-source"):
        run_export(folder, meeting, request(folder / "kkr-desk.sqlite3", replace=True), progress=QUIET)
    assert (folder / "kkr-desk.sqlite3").read_bytes() == before


def test_what_cannot_be_included_must_be_allowed(folder: Path, meeting: MeetingId, tmp_path: Path) -> None:
    (tmp_path / "tom.pdf").write_bytes(b"")
    with Store.open(folder) as store:
        source = take_in(store, tmp_path / "tom.pdf")
        with store.operation("Tilføj bilag"):
            store.add_attachment(store.agenda(meeting).items[0].item.id, "Tom", "tom.pdf", source)
    with pytest.raises(UserError) as refused:
        run_export(folder, meeting, request(tmp_path / "c.pdf"), progress=QUIET)
    assert refused.value.facts == {"count": 1, "attachments": ("1 / 3: Tom",)}
    exported = run_export(folder, meeting, request(tmp_path / "c.pdf", slip_pages=True), progress=QUIET)
    assert [notice.code for notice in exported.warnings] == ["attachment-slip"]


@pytest.mark.parametrize("document", list(Document))
def test_what_is_closed_must_be_allowed(folder: Path, meeting: MeetingId, tmp_path: Path, document: Document) -> None:
    with Store.open(folder) as store, store.operation("Luk bilag"):
        closed = store.agenda(meeting).items[0].attachments[1].attachment
        store.change_attachment(closed.id, closed=True)
    with pytest.raises(UserError) as refused:
        run_export(folder, meeting, request(tmp_path / "c.pdf", document), progress=QUIET)
    assert (refused.value.code, refused.value.facts["attachments"]) == ("closed-not-allowed", ("1 / 2: Brev",))
    assert not (tmp_path / "c.pdf").exists()
    assert run_export(folder, meeting, request(tmp_path / "c.pdf", document, closed=True), progress=QUIET).pages


@pytest.mark.parametrize("what", ["export-saving", "export-verifying"])
def test_a_cancelled_document_leaves_the_old_one(folder: Path, meeting: MeetingId, tmp_path: Path, what: str) -> None:
    target = tmp_path / "ud" / "c.pdf"
    target.parent.mkdir()
    target.write_bytes(b"den gamle")
    with pytest.raises(Cancelled):
        run_export(folder, meeting, request(target, replace=True), progress=Stopping(what))
    assert [file.name for file in target.parent.iterdir()] == ["c.pdf"]
    assert target.read_bytes() == b"den gamle"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk-full"),
        (PermissionError(errno.EACCES, "Permission denied", "c.pdf"), "no-permission"),
        (OSError(errno.EIO, "Input/output error", "c.pdf"), "machine-refused"),
    ],
)
def test_a_failing_machine_is_named(
    folder: Path, meeting: MeetingId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(collection, "save", fail)
    with pytest.raises(EnvironmentFault) as fault:
        run_export(folder, meeting, request(tmp_path / "c.pdf"), progress=QUIET)
    assert fault.value.code == code
    assert not (tmp_path / "c.pdf").exists()


def test_a_missing_folder_is_named(folder: Path, meeting: MeetingId, tmp_path: Path) -> None:
    with pytest.raises(KkrDeskError, match="target-folder-missing"):
        run_export(folder, meeting, request(tmp_path / "nej" / "c.pdf"), progress=QUIET)


def test_the_size_of_a_word_file_is_estimated_beforehand(
    folder: Path, meeting: MeetingId, tmp_path: Path, worker: Worker
) -> None:
    estimated = worker.run(estimate_word, folder, meeting)
    exported = run_export(folder, meeting, request(tmp_path / "c.docx", "collection", "docx"), progress=QUIET)
    assert 0.5 < estimated / exported.size < 2


def test_asking_loads_nothing_that_opens_a_pdf(tmp_path: Path) -> None:
    import subprocess  # noqa: PLC0415  for this test alone

    script = (
        "import sys; import kkr_desk.export.request, kkr_desk.export.doubts;"
        "print({'pikepdf', 'pypdfium2', 'docx', 'reportlab'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert found.stdout == "set()\n"
