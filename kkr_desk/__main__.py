"""The program's way in: wires the command line to the process. `kkr-desk` and `python -m kkr_desk` both come here.

Imports nothing at the top that costs time: a bare `--version` answers before anything else is loaded.
"""

import sys

from kkr_desk import __version__

BROKEN_OFF = 130
"""Exit code of a run that was broken off before it could say so: as in `kkr_desk.cli.failure`."""


def main() -> int:
    """Run the program.

    Returns:
        The exit code; see `docs/command-line.md`.
    """
    if getattr(sys, "frozen", False):
        import multiprocessing  # noqa: PLC0415  in a frozen build, worker processes start here

        multiprocessing.freeze_support()
    _speak_utf8()
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"KKR Desk {__version__}\n")
        return 0

    try:
        from kkr_desk.cli.run import run  # noqa: PLC0415  loads click
        from kkr_desk.log_file import start_log  # noqa: PLC0415  likewise

        return run(log=start_log())
    except KeyboardInterrupt:
        return BROKEN_OFF


def _speak_utf8() -> None:
    """Print Danish whatever the console's code page; a character it lacks never ends the work."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
