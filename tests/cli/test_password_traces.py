"""A password opens its file and is gone: not in the store, the journal, the log, the work folder or an argument."""

from __future__ import annotations

import subprocess
import unicodedata
from contextlib import suppress
from pathlib import Path

import pikepdf
import psutil

from tests.cli.runs import COUNCIL, Desk, make_pdf, start

PASSWORD = "Blåbærgrød-4711"
FORMS = {
    unicodedata.normalize(form, PASSWORD).encode(encoding, "ignore")
    for form in ("NFC", "NFD")
    for encoding in ("utf-8", "latin-1", "cp850", "utf-16-le")
}


def _arguments_of_all(process: subprocess.Popen[bytes]) -> set[str]:
    """With what arguments a process and all that it starts run, until it has ended."""
    told = set[str]()
    while process.poll() is None:
        with suppress(psutil.Error):  # one has just ended
            family = psutil.Process(process.pid)
            for one in (family, *family.children(recursive=True)):
                told.update(one.cmdline())
        with suppress(subprocess.TimeoutExpired):  # it goes on
            process.wait(0.05)
    return told


def test_a_password_leaves_no_trace(desk: Desk, meeting: Path, home: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    desk("import", meeting, "--store", store)
    locked = tmp_path / "aftale.pdf"
    with pikepdf.open(make_pdf(tmp_path / "plain.pdf", 2, "Fortroligt")) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="ejer", user=PASSWORD, R=6))
    command = ["-m", "kkr_desk", "attach", COUNCIL, "2.2", locked, "--store", store, "--json"]
    process = start(command, environment={"KKR_DESK_PASSWORD": PASSWORD})
    told = _arguments_of_all(process)
    out, err = process.communicate()
    assert process.returncode == 0, err
    assert b'"status": "ok"' in out
    assert any("spawn_main" in word for word in told)
    files = [path for folder in (home, store) for path in folder.rglob("*") if path.is_file()]
    assert "kkr-desk.sqlite3" in {path.name for path in files}
    said = [out, err, *(word.encode() for word in told), *(path.read_bytes() for path in files)]
    assert not [form for form in FORMS for text in said if form in text]
