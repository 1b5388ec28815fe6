"""Whether the words after the program's name ask for the window, and what for. Loads nothing of Qt."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kkr_desk.sentences import Language

FILE_SUFFIX = ".kkr"
"""Ending of a meeting that was saved as a file."""

_OPTIONS = {"--store": "KKR_DESK_STORE", "--lang": "KKR_DESK_LANG"}
"""Options that the window knows, with the variable of each; the command line's, by the same names."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the window is to show.

    Attributes:
        store: Folder of the store; None for the user's own.
        file: A meeting saved as a file, to be opened.
        language: What the window is to speak this time; None for what the user chose.
    """

    store: Path | None = None
    file: Path | None = None
    language: Language | None = None


def asked(arguments: Sequence[str], environment: Mapping[str, str]) -> Asked | None:
    """What a start asks of the window: no words at all, or a meeting's file, with or without the window's options.

    Args:
        arguments: The words after the program's name.
        environment: The process's variables.

    Returns:
        What was asked, None when the words are for the command line.
    """
    given = {name: environment.get(variable, "") for name, variable in _OPTIONS.items()}
    files: list[str] = []
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if name in _OPTIONS:
            given[name] = value if equals else next(words, "")
            if not given[name]:
                return None
        else:
            files.append(word)
    if len(files) > 1 or any(not name.lower().endswith(FILE_SUFFIX) for name in files):
        return None
    language = given["--lang"].lower()
    return Asked(
        Path(given["--store"]) if given["--store"] else None,
        Path(files[0]) if files else None,
        Language(language) if language in list(Language) else None,
    )


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether there is a screen to show a window on."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
