from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kkr_desk.errors import Cancelled, KkrDeskError, UserError
from kkr_desk.intake.course import Incoming, Limits, Wanted
from kkr_desk.intake.digest import hash_of
from kkr_desk.intake.inspector import Inspector, inspect_files
from kkr_desk.model import Notice, Rendition
from tests.factory import HORRIBLE_NAME
from tests.intake import jobs
from tests.intake.papers import SOURCE, codes, look, simple


def incoming(path: Path, **fields: Any) -> Incoming:
    return Incoming(path, SOURCE, **{"name": path.name, **fields})


def test_it_finds_what_is_found_in_one_process(inspector: Inspector, tmp_path: Path) -> None:
    path = simple(tmp_path, HORRIBLE_NAME, pages=3)
    assert inspector.inspect(incoming(path)) == look(path)


def test_what_nothing_makes_a_pdf_of_is_named(inspector: Inspector, tmp_path: Path) -> None:
    path = tmp_path / "brev.docx"
    path.write_bytes(b"Rar!\x1a\x07\x00 ")
    rendition = inspector.inspect(incoming(path))
    assert (rendition.status, rendition.kind, rendition.pdf) == ("unsupported", "rar", None)
    assert rendition.warnings == (Notice("file-archive", (("kind", "rar"),)),)


def test_an_empty_file(inspector: Inspector, tmp_path: Path) -> None:
    path = tmp_path / "tom.pdf"
    path.touch()
    rendition = inspector.inspect(incoming(path))
    assert (rendition.status, rendition.kind, set(codes(rendition))) == ("empty", "empty-file", {"file-empty"})


def test_the_name_it_came_with_counts(inspector: Inspector, tmp_path: Path) -> None:
    path = tmp_path / "abcdef"
    path.write_bytes(b"<<what a mail gateway left of it>>")
    assert inspector.inspect(incoming(path, name="Bilag 1.PDF")).status == "damaged"
    assert inspector.inspect(incoming(path, name="Bilag 1.txt")).kind == "text"


def test_bytes_win_over_the_name_and_it_is_said(inspector: Inspector, tmp_path: Path) -> None:
    ((_, rendition, _),) = inspect_files([Wanted(simple(tmp_path, "brev.docx"))], inspector)
    assert (rendition.status, "file-kind-differs" in codes(rendition)) == ("ok", True)
    assert inspector.inspect(incoming(tmp_path / "brev.docx")).warnings == ()  # it is not of the bytes
    garbled = tmp_path / "notat.docx"
    garbled.write_bytes(bytes(range(256)))
    rendition = inspector.inspect(incoming(garbled))
    assert (rendition.status, set(codes(rendition))) == ("damaged", {"file-garbled"})


def test_a_file_that_is_not_there(inspector: Inspector, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        inspector.inspect(incoming(tmp_path / "væk.pdf"))
    assert (caught.value.code, caught.value.facts) == ("file-missing", {"file": "væk.pdf"})


def test_a_file_larger_than_allowed_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "stor.pdf"
    with path.open("wb") as file:
        file.truncate(3 << 20)
    with Inspector(Limits(most_bytes=2 << 20)) as inspector:
        rendition = inspector.inspect(incoming(path))
    assert rendition.status == "too-large"
    assert codes(rendition) == {"file-too-large": {"size": "3", "limit": "2"}}


@pytest.mark.parametrize(
    ("job", "limits", "status", "code"),
    [
        (jobs.crash, Limits(), "damaged", "file-stops-reader"),
        (jobs.hang, Limits(seconds=0.3), "timeout", "file-takes-too-long"),
        pytest.param(
            jobs.bomb,
            Limits(memory=256 << 20),
            "too-large",
            "file-needs-memory",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="the system keeps this limit on POSIX only"),
        ),
    ],
)
def test_a_file_that_takes_the_worker_down_gets_a_status_and_the_next_one_works(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    job: Callable[..., Rendition],
    limits: Limits,
    status: str,
    code: str,
) -> None:
    monkeypatch.setattr("kkr_desk.intake.course.inspect_file", job)
    bad, good = simple(tmp_path, "bad.pdf"), simple(tmp_path, "good.pdf")
    with Inspector(limits) as inspector:
        rendition = inspector.inspect(incoming(bad))
        assert (rendition.status, set(codes(rendition))) == (status, {code})
        inspector.limits = Limits()
        assert inspector.inspect(incoming(good)).status == "ok"


def test_a_page_that_cannot_be_drawn_is_attached_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kkr_desk.intake.course.inspect_file", jobs.crash_while_drawing)
    with Inspector() as inspector:
        rendition = inspector.inspect(incoming(simple(tmp_path)))
    assert (rendition.status, rendition.page_count) == ("ok", 1)
    assert set(codes(rendition)) == {"pdf-edges-unknown"}


@pytest.mark.expects_log("inspection failed: builtins.KeyError")
def test_our_own_mistake_is_logged_and_costs_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("kkr_desk.intake.course.inspect_file", jobs.fail)
    with Inspector() as inspector:
        assert inspector.inspect(incoming(simple(tmp_path, "bad.pdf"))).status == "damaged"
        assert inspector.inspect(incoming(simple(tmp_path, "good.pdf"))).status == "ok"
    assert "in fail" in caplog.text
    assert "%PDF" not in caplog.text  # for no content goes into the log


def test_cancel(inspector: Inspector, tmp_path: Path) -> None:
    class Impatient:
        def step(self, done: int, total: int, what: str = "") -> None:
            if done:
                raise Cancelled

    path = simple(tmp_path, pages=1500)
    with pytest.raises(Cancelled):
        inspector.inspect(incoming(path, progress=Impatient()))
    assert inspector.inspect(incoming(simple(tmp_path, "next.pdf"))).status == "ok"


def test_files_come_back_in_their_order(inspector: Inspector, tmp_path: Path) -> None:
    paths = [simple(tmp_path, f"{n}.pdf", pages=n, words=f"Bilag {n}") for n in (40, 1, 2)]
    found = list(inspect_files([Wanted(path) for path in paths], inspector))
    assert [(path, one.page_count) for path, one, _ in found] == list(zip(paths, (40, 1, 2), strict=True))
    assert all(seconds > 0 for _, _, seconds in found)
    sources = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    assert [one.source for _, one, _ in found] == sources


def test_a_missing_file_is_named_before_any_is_looked_at(inspector: Inspector, tmp_path: Path) -> None:
    wanted = [Wanted(simple(tmp_path)), Wanted(tmp_path / "væk.pdf")]
    with pytest.raises(UserError) as caught:
        next(inspect_files(wanted, inspector))
    assert caught.value.code == "file-missing"


def test_two_are_looked_at_at_a_time_and_one_that_fails_does_not_stop_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kkr_desk.intake.course.inspect_file", jobs.meet)
    paths = [simple(tmp_path, name) for name in ("a.pdf", "b.pdf")]
    files = [incoming(path) for path in (*paths, tmp_path / "væk.pdf")]
    with Inspector(at_once=2) as inspector:
        came = dict(inspector.inspect_all(files))
    assert [one.status for one in (came[0], came[1]) if isinstance(one, Rendition)] == ["ok", "ok"]
    assert isinstance(came[2], KkrDeskError)


def test_a_file_that_is_no_pdf_is_made_into_one(inspector: Inspector, tmp_path: Path) -> None:
    text = tmp_path / "notat.txt"
    text.write_text("Vi ønsker, at sagen drøftes.", encoding="utf-8")
    kept: list[tuple[Path, str]] = []
    rendition = inspector.inspect(incoming(text, keep=lambda made: kept.append((made, hash_of(made)))))
    assert (rendition.status, rendition.kind, rendition.source) == ("ok", "text", SOURCE)
    ((made, digest),) = kept
    assert (rendition.pdf, made.exists()) == (digest, False)
    assert "sagen drøftes" in rendition.pages[0].text


def test_the_window_would_not_load_what_reads_pdfs() -> None:
    script = (
        "import sys, kkr_desk.intake.arrival\n"
        "sys.exit(' '.join(sorted({'pikepdf', 'pypdfium2', 'reportlab'} & set(sys.modules))))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stderr, done.returncode) == ("\n", 1)  # nothing to name


def test_a_file_that_cannot_be_read_is_the_users_to_mend(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        hash_of(tmp_path / "borte.pdf")
    assert (caught.value.code, caught.value.facts["file"]) == ("file-unreadable", "borte.pdf")
