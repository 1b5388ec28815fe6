"""`kkr-desk inspect` over papers of every kind that ask for something at an address: a server there hears nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kkr_desk.intake.office.soffice import Keeper
from kkr_desk.progress import NullProgress
from tests.intake.asking_papers import OLD, OPEN_DOCUMENTS, dynamic_form, entities, pdf, vector
from tests.intake.office.office_papers import HOSTILE


class Ear(ThreadingHTTPServer):
    """A server on loopback that writes down what it is asked for, and whoever calls."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), BaseHTTPRequestHandler)
        self.heard: list[str] = []

    def process_request(self, request: object, client_address: object) -> None:
        """Count the call, whatever it would say."""
        self.heard.append(str(client_address))
        self.shutdown_request(request)  # type: ignore[arg-type]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def ear() -> Iterator[Ear]:
    with Ear() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def inspected(files: list[Path]) -> dict[str, str]:
    """Status by name, as the command line tells it."""
    environment = {**os.environ, "http_proxy": "", "no_proxy": "*"}
    command = [sys.executable, "-m", "kkr_desk", "inspect", "--json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert "Traceback" not in done.stderr
    return {Path(one["file"]).name: one["status"] for one in map(json.loads, done.stdout.splitlines())}


def test_the_ear_hears(ear: Ear) -> None:
    script = f"import urllib.request as u\ntry: u.urlopen('{ear.address}/x')\nexcept OSError: pass\n"
    subprocess.run([sys.executable, "-c", script], check=True)
    assert len(ear.heard) == 1


def test_nothing_is_fetched_that_a_pdf_or_a_drawing_names(ear: Ear, tmp_path: Path) -> None:
    makers = {"a.pdf": pdf, "b.pdf": dynamic_form, "c.svg": vector}
    statuses = inspected([make(tmp_path / name, ear.address) for name, make in makers.items()])
    assert statuses == {"a.pdf": "ok", "b.pdf": "unsupported", "c.svg": "ok"}  # as the text that it is
    assert ear.heard == []


@pytest.mark.torture
def test_nothing_is_fetched_that_an_office_file_names(ear: Ear, tool: Callable[[str], Path], tmp_path: Path) -> None:
    papers = [make(tmp_path / f"new.{kind}", ear.address) for kind, make in {**HOSTILE, **OPEN_DOCUMENTS}.items()]
    papers.append(entities(tmp_path / "entities.docx", ear.address))
    soffice, keeper = tool("soffice"), Keeper()
    try:
        for kind, of in OLD.items():
            source = {**HOSTILE, **OPEN_DOCUMENTS}[of](tmp_path / f"old-{kind}.{of}", ear.address)
            made = keeper.make(soffice, source, kind, tmp_path, seconds=60.0, progress=NullProgress())
            assert made is not None
            data = made.read_bytes()
            assert str(ear.server_port).encode() in data.replace(b"\0", b""), kind
            papers.append(made)
    finally:
        keeper.end()
    statuses = inspected(papers)
    assert set(statuses) == {paper.name for paper in papers}
    assert {name for name, status in statuses.items() if status != "ok"} <= {"entities.docx"}
    assert ear.heard == []
