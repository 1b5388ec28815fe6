"""Spoil small files of every kind for a while and have them looked at as any that arrive; `make fuzz`.

    python -m tests.fuzz                       10 minutes
    FUZZ_SECONDS=60 FUZZ_SEED=7 FUZZ_KINDS=pdf,docx python -m tests.fuzz

Nothing but a rendition with a status, or an error of our own kind, may come of a file, within its time, and nothing may
be left behind. What goes wrong is kept in build/fuzz, with what was said; the exit code is then 1.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FINDINGS = ROOT / "build" / "fuzz"


def main() -> int:
    """Run it; the exit code."""
    seconds = float(os.environ.get("FUZZ_SECONDS") or 600)
    seed = int(os.environ.get("FUZZ_SEED") or time.time_ns() % 1_000_000)
    beside = Path(os.environ.get("KKR_DESK_SHARED") or ROOT.parent / "shared")
    shutil.rmtree(FINDINGS, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="kkr-desk-fuzz-") as folder:
        home = Path(folder) / "home"
        os.environ.update(HOME=str(home), XDG_CACHE_HOME=str(home / "cache"), LOCALAPPDATA=str(home / "cache"))
        from tests.fuzz.running import Run  # noqa: PLC0415  what it loads may ask for the home

        kinds = frozenset(filter(None, os.environ.get("FUZZ_KINDS", "").split(",")))
        run = Run(Path(folder), FINDINGS, beside if (beside / "corpus").is_dir() else None, seed, kinds)
        sys.stdout.write(f"seed {seed}, {seconds:.0f} seconds\n")
        run.go_on(seconds)
        sys.stdout.write(run.report())
    return 1 if run.findings else 0


if __name__ == "__main__":
    sys.exit(main())
