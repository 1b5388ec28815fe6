"""Every sentence that is said outside the window's own widgets, in Danish and English, by code.

One table, in four parts: `ERRORS` by the code of a `KkrDeskError`, `NOTICES` by the code of a `Notice`, `PROGRESS` by
what a `Progress` is told, and `COMMAND`, the words of the command line. A test finds every code that the program
raises and demands its sentence here. A table is loaded when it is first asked for: most runs need one or none.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from kkr_desk.sentences.sentence import Language, Sentence, Table, facts_of, long_date, printable, say

if TYPE_CHECKING:
    from kkr_desk.sentences.command import COMMAND
    from kkr_desk.sentences.errors import ERRORS
    from kkr_desk.sentences.notices import NOTICES
    from kkr_desk.sentences.progress import PROGRESS

__all__ = [
    "COMMAND",
    "ERRORS",
    "NOTICES",
    "PROGRESS",
    "Language",
    "Sentence",
    "Table",
    "facts_of",
    "long_date",
    "printable",
    "say",
]

_TABLES = {"COMMAND": "command", "ERRORS": "errors", "NOTICES": "notices", "PROGRESS": "progress"}


def __getattr__(name: str) -> Table:
    """Load a table, once."""
    if name not in _TABLES:
        raise AttributeError(name)
    table: Table = getattr(importlib.import_module(f"kkr_desk.sentences.{_TABLES[name]}"), name)
    globals()[name] = table
    return table
