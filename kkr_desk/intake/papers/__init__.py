"""Office files read as what they are, zip files of XML, and made ready for a program that converts them.

What a paper brings beside its text (tracked changes, comments, hidden sheets, links to the outside, macros) is found,
told and, as the caseworker decided, shown or taken out of a copy. No office program is needed for any of it.
"""

from kkr_desk.intake.papers.passwords import open_office
from kkr_desk.intake.papers.preparing import Prepared, prepare

__all__ = ["Prepared", "open_office", "prepare"]
