"""The program's way in: wires window and command line to the process. `kkr-desk` and `python -m kkr_desk` come here.

Without a command, and where there is a screen, the window opens. `kkr-desk-window` is the same without a console.
Imports nothing at the top that costs time: a bare `--version` answers before anything else is loaded.
"""

import os
import sys
from typing import TYPE_CHECKING

from kkr_desk import __version__

if TYPE_CHECKING:
    from kkr_desk.ui.asked import Asked

BROKEN_OFF = 130
"""Exit code of a run that was broken off before it could say so: as in `kkr_desk.cli.failure`."""


def main() -> int:
    """Run the program.

    Returns:
        The exit code; see `docs/command-line.md`.
    """
    _prepare()
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"KKR Desk {__version__}\n")
        return 0
    try:
        from kkr_desk.ui.asked import asked, has_display  # noqa: PLC0415  likewise

        wish = asked(sys.argv[1:], os.environ)
        if wish is not None and has_display(os.environ):
            return _open_window(wish)

        from kkr_desk.cli.run import run  # noqa: PLC0415  loads click
        from kkr_desk.log_file import start_log  # noqa: PLC0415  likewise

        return run(log=start_log())
    except KeyboardInterrupt:
        return BROKEN_OFF


def window() -> int:
    """Open the window, whatever else the words after the program's name may be; the way in without a console.

    Returns:
        The exit code.
    """
    _prepare()
    from kkr_desk.ui.asked import Asked, asked  # noqa: PLC0415  likewise

    return _open_window(asked(sys.argv[1:], os.environ) or Asked())


def _open_window(wish: "Asked") -> int:
    from kkr_desk.log_file import start_log  # noqa: PLC0415  likewise
    from kkr_desk.ui.start import run  # noqa: PLC0415  loads Qt

    start_log()
    return run(wish.store, wish.file, wish.language)


def _prepare() -> None:
    """Let worker processes of a frozen build begin, and print Danish whatever the console's code page.

    A character that the console lacks never ends the work; without a console there is no stream.
    """
    if getattr(sys, "frozen", False):
        import multiprocessing  # noqa: PLC0415  in a frozen build, worker processes start here

        multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
