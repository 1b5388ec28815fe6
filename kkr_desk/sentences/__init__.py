"""Every sentence that is said outside the window's own widgets, in Danish and English, by code.

One table, in four parts: `ERRORS` by the code of a `KkrDeskError`, `NOTICES` by the code of a `Notice`, `PROGRESS` by
what a `Progress` is told, and `COMMAND`, the words of the command line. A test finds every code that the program
raises and demands its sentence here.
"""

from kkr_desk.sentences.command import COMMAND
from kkr_desk.sentences.errors import ERRORS
from kkr_desk.sentences.notices import NOTICES
from kkr_desk.sentences.progress import PROGRESS
from kkr_desk.sentences.sentence import Language, Sentence, Table, facts_of, long_date, printable, say

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
