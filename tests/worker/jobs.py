"""Jobs for the worker's tests: each does one thing that hostile files make libraries do."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import subprocess
import sys
import time
import warnings
from pathlib import Path

from kkr_desk.errors import UserError
from kkr_desk.progress import Progress
from kkr_desk.worker.program import start_program
from kkr_desk.worker.work_folder import job_folder

if sys.platform != "win32":
    import resource


def add(a: int, b: int, *, progress: Progress) -> int:
    return a + b


def own_pid(*, progress: Progress) -> int:
    return os.getpid()


def steps(total: int, seconds: float, *, progress: Progress) -> int:
    for n in range(total):
        progress.step(n, total, f"step {n}")
        time.sleep(seconds)
    return total


def wait_for(mark: Path, *, progress: Progress) -> str:
    """Report once, then hear of nothing but a file that comes."""
    progress.step(0, 1)
    while not mark.exists():
        time.sleep(0.005)
    return "done"


def abort(*, progress: Progress) -> None:
    os.abort()


def leave(code: int, *, progress: Progress) -> None:
    os._exit(code)


def segfault(*, progress: Progress) -> None:
    ctypes.string_at(0)


def hang(mark: Path | None, *, progress: Progress) -> None:
    if mark is not None:
        mark.write_text(str(os.getpid()), encoding="utf-8")
    while True:
        time.sleep(0.05)


def bomb(*, progress: Progress) -> int:
    kept = []
    while True:
        kept.append(bytearray(64 << 20))


def fail_with_facts(*, progress: Progress) -> None:
    raise UserError("file-missing", file="Bilag æøå.pdf", pages=[1, 2])


def fail_unforeseen(*, progress: Progress) -> None:
    raise ZeroDivisionError(" ".join(["words", "of", "a", "document"]))


def return_what_cannot_travel(*, progress: Progress) -> object:
    return lambda: None


def be_noisy(*, progress: Progress) -> str:
    sys.stdout.write("on stdout\n")
    sys.stderr.write("on stderr\n")
    os.write(1, b"raw on stdout\n")
    os.write(2, b"raw on stderr\n")
    warnings.warn("a warning", stacklevel=1)
    logging.getLogger("pikepdf").warning("a library's remark")
    logging.getLogger("kkr_desk.intake").warning("our own remark")
    return "done"


def survive_interrupt(*, progress: Progress) -> str:
    signal.raise_signal(signal.SIGINT)
    return "still here"


STARTS_ANOTHER = """
import os, subprocess
other = subprocess.Popen(["sleep", "60"])
print(os.getpid(), other.pid, flush=True)
other.wait()
"""


def start_a_program(mark: Path, then: str, *, progress: Progress) -> None:
    """Start a process that starts another and write down both, then go on as `then` says."""
    program = subprocess.Popen([sys.executable, "-I", "-S", "-c", STARTS_ANOTHER], stdout=subprocess.PIPE)
    assert program.stdout is not None
    told = program.stdout.readline().decode()
    mark.with_suffix(".new").write_text(f"{os.getpid()} {told}", encoding="utf-8")
    mark.with_suffix(".new").rename(mark)
    if then == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if then == "hold the interpreter":  # as C code that is stuck does
        ctypes.PyDLL(None).sleep(60)
    if then == "hang":
        time.sleep(60)


def processor_limit(*, progress: Progress) -> tuple[int, float]:
    """The limit of processor time that the system keeps, and how much of it is used."""
    return resource.getrlimit(resource.RLIMIT_CPU)[0], time.process_time()


def images(*, progress: Progress) -> tuple[int, str]:
    """Bytes of a crash's image that this process may leave, and those that a program it starts may."""
    shown = subprocess.run(["sh", "-c", "ulimit -c"], capture_output=True, text=True, check=True).stdout
    return resource.getrlimit(resource.RLIMIT_CORE)[0], shown.strip()


def spin(seconds: float, *, progress: Progress) -> None:
    """Use up processor time."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def touch(mark: Path, *, progress: Progress) -> None:
    mark.touch()


def much(size: int, *, progress: Progress) -> bytes:
    return bytes(size)


def die_with_a_folder(*, progress: Progress) -> None:
    with job_folder() as folder:
        (folder / "fortroligt").touch()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)


def spin_until_stopped(seconds: float, *, progress: Progress) -> None:
    """Use up processor time until the system says that it is up, or say so oneself in the end."""
    spin(seconds, progress=progress)
    signal.raise_signal(signal.SIGXCPU)


def run_a_program(folder: Path, mark: Path, *, progress: Progress) -> None:
    """Run a program as converters do, for a minute."""
    program = start_program([sys.executable, "-I", "-S", "-c", STARTS_ANOTHER], folder=folder, memory=None)
    while not program.output.endswith("\n"):
        time.sleep(0.005)
    mark.with_suffix(".new").write_text(f"{os.getpid()} {program.output}", encoding="utf-8")
    mark.with_suffix(".new").rename(mark)
    program.wait(60)
