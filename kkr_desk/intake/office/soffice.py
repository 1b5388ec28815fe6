"""One running LibreOffice for many files: a server that stays open, and short-lived starts that hand it work.

A `soffice` that is started while another runs on the same profile hands its arguments to that one, waits until the work
is done and ends: 0.1 s instead of the 1.2 s of a cold start. The server would end with its last document, so it keeps
an empty one open. What hangs or crashes it is ended with it, and the next file gets a new one.
"""

from __future__ import annotations

import hashlib
import json
import os
import socket
import stat
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from multiprocessing.util import Finalize
from pathlib import Path

from kkr_desk.intake.office.profile import write_profile
from kkr_desk.progress import Progress
from kkr_desk.worker.program import run_program, start_program
from kkr_desk.worker.work_folder import job_folder

MEMORY = 3 << 30
"""Bytes of address space for LibreOffice; it takes 0.8 GiB idle, most of it never touched."""
MOST_FILES = 50
"""Files until a server is replaced: what LibreOffice leaks over them stays small."""
IDLE_SECONDS = 45.0
"""How long a server waits for the next file; it holds 250 MB meanwhile."""

START_UP = 20.0
"""Seconds to wait for a started server; a first start on a cold machine takes several."""
_OPENING = 0.2
"""Seconds that a started server takes to open the document that it keeps open, from when it has locked it."""
_STALE = 60.0
"""Age in seconds from which a socket that nobody listens at is taken for left behind."""
_SWITCHES = ("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault")
_PIPE = "SingleOfficeIPC_"
_PIPE_FOLDERS = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108  where LibreOffice puts its sockets, whatever TMPDIR says
_HELD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2" '
    'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text/></office:body>'
    "</office:document>"
)


class Server:
    """A running LibreOffice.

    Profile, home and temporary files are in a folder of its own, which stays longer than a file's.

    Args:
        soffice: Its program.
        progress: Asked whether to go on.

    Raises:
        EnvironmentFault: ``folder-not-writable``, ``program-missing`` or ``program-not-started``.
        Cancelled: By `progress`.
    """

    def __init__(self, soffice: Path, progress: Progress) -> None:
        self.soffice = soffice
        self.files = 0
        remove_stale_sockets()
        with ExitStack() as stack:
            self._folder = stack.enter_context(job_folder())
            self._profile = self._folder / "profile"
            write_profile(self._profile)
            held = self._folder / "held.fodt"
            held.write_text(_HELD, encoding="utf-8")
            self._program = start_program(self._command(str(held)), folder=self._folder, memory=MEMORY)
            stack.callback(self._end_program)
            self._await(held, progress)
            self._kept = stack.pop_all()

    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._program.is_alive()

    def make(self, source: Path, target: str, folder: Path, *, seconds: float, progress: Progress) -> Path | None:
        """Make a file of another kind.

        Args:
            source: The file; its ending must be that of its kind.
            target: What to make, as LibreOffice's ``--convert-to`` takes it.
            folder: Where it goes.
            seconds: Wall time.
            progress: Asked whether to go on.

        Returns:
            The file; None when LibreOffice made none.

        Raises:
            EnvironmentFault: ``program-timeout``.
            Cancelled: By `progress`.
        """
        self.files += 1
        command = self._command("--convert-to", target, "--outdir", str(folder), str(source))
        run_program(command, folder=self._folder, seconds=seconds, memory=MEMORY, progress=progress)
        made = folder / f"{source.stem}.{target.partition(':')[0]}"
        return made if made.is_file() else None

    def end(self) -> None:
        """End it at once and remove what it leaves."""
        self._kept.close()

    def _end_program(self) -> None:
        self._program.kill()
        for place in _sockets(self._pipe):
            place.unlink(missing_ok=True)

    @property
    def _pipe(self) -> str:
        """Name of the pipe at which it listens, which LibreOffice derives from the place of the profile.

        The digest's bytes are written as LibreOffice does it, without leading zeros (desktop/source/app/
        officeipcthread.cxx).
        """
        digest = hashlib.md5(self._profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
        return _PIPE + "".join(f"{byte:x}" for byte in digest)

    def _command(self, *arguments: str) -> list[str]:
        return [str(self.soffice), f"-env:UserInstallation={self._profile.as_uri()}", *_SWITCHES, *arguments]

    def _await(self, held: Path, progress: Progress) -> None:
        """Wait until it listens, where a second start would become a second server, and has its document open.

        It listens before that, and would then end with the first file that it converts. The document is being opened
        when LibreOffice has written the lock beside it. Neither is certain; what comes too early costs a new start.
        """
        lock = held.with_name(f".~lock.{held.name}#")
        end = time.monotonic() + START_UP
        while self.is_alive() and time.monotonic() < end and not (lock.exists() and _listens(self._pipe)):
            progress.step(0, 0)
            time.sleep(0.02)
        time.sleep(_OPENING)


class Keeper:
    """Keeps one server for the files of a worker process, which come one at a time."""

    def __init__(self) -> None:
        self._server: Server | None = None
        self._lock = threading.RLock()
        self._timer: threading.Timer | None = None
        Finalize(self, self.end, exitpriority=10)

    def make(
        self, soffice: Path, source: Path, target: str, folder: Path, *, seconds: float, progress: Progress
    ) -> Path | None:
        """As `Server.make`, on a server that is started or replaced as need be.

        A file that a server with others behind it fails on is tried once more on a new one: they are not its fault.
        """
        with self._lock:
            self._rest()
            end = time.monotonic() + seconds
            try:
                server = self._ready(soffice, progress)
                was_new = server.files == 0
                made = server.make(source, target, folder, seconds=_left(end), progress=progress)
                if made is None and not was_new:
                    self.end()
                    server = self._ready(soffice, progress)
                    made = server.make(source, target, folder, seconds=_left(end), progress=progress)
            except BaseException:
                self.end()  # whatever it was at, it must not go on with it
                raise
            if not server.is_alive():
                self.end()
            self._timer = threading.Timer(IDLE_SECONDS, self.end)
            self._timer.daemon = True
            self._timer.start()
            return made

    def end(self) -> None:
        """End the server, if one runs."""
        with self._lock:
            self._rest()
            if self._server is not None:
                self._server.end()
                self._server = None

    def _ready(self, soffice: Path, progress: Progress) -> Server:
        """A server that is alive and has not done too much yet."""
        server = self._server
        if server is not None and (server.soffice != soffice or server.files >= MOST_FILES or not server.is_alive()):
            self.end()
        if self._server is None:
            self._server = Server(soffice, progress)
        return self._server

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _left(end: float) -> float:
    """Seconds until a moment; at least one, in which an answer may still come."""
    return max(end - time.monotonic(), 1.0)


def remove_stale_sockets() -> None:
    """Remove sockets that killed LibreOffices of this user left behind: nobody listens at them."""
    for place in _sockets(_PIPE):
        try:
            known = place.stat()
        except FileNotFoundError:
            continue
        is_ours = sys.platform != "win32" and stat.S_ISSOCK(known.st_mode) and known.st_uid == os.getuid()
        if is_ours and time.time() - known.st_mtime > _STALE and not _answers(place):
            place.unlink(missing_ok=True)


def _listens(pipe: str) -> bool:
    """Whether a pipe of this name is there."""
    if sys.platform == "win32":
        return any(name.endswith(pipe) for name in os.listdir(r"\\.\pipe"))  # noqa: PTH208  no folder to pathlib
    return any(_answers(place) for place in _sockets(pipe))


def _sockets(pipe: str) -> Iterator[Path]:
    """Sockets of this user whose name holds `pipe`; Windows keeps its pipes elsewhere and removes them itself."""
    if sys.platform == "win32":
        return
    for folder in _PIPE_FOLDERS:
        yield from folder.glob(f"OSL_PIPE_{os.getuid()}_{pipe}*")


def _answers(place: Path) -> bool:
    """Whether somebody listens at a socket."""
    if sys.platform == "win32":
        return False
    with closing(socket.socket(socket.AF_UNIX)) as trial:
        try:
            trial.connect(str(place))
        except OSError:
            return False
        return True


def pdf_target(*, comments: bool) -> str:
    """What to tell LibreOffice to make a PDF; all else about it stands in the profile.

    Args:
        comments: Whether Writer's comments go into the margin.
    """
    if not comments:
        return "pdf"
    options = {"ExportNotesInMargin": {"type": "boolean", "value": "true"}}
    return f"pdf:writer_pdf_Export:{json.dumps(options, separators=(',', ':'))}"
