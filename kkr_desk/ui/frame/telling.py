"""What the window says of an error: the sentence of its code where somebody else is to mend it, and details to copy."""

from __future__ import annotations

from kkr_desk.errors import Defect, EnvironmentFault, KkrDeskError, fault_of
from kkr_desk.log_file import circumstances, trace
from kkr_desk.sentences import ERRORS, say
from kkr_desk.ui.frame.language import language


def known(error: BaseException) -> KkrDeskError | None:
    """The error as one that the caseworker or the machine is to mend; None for a defect of ours."""
    if isinstance(error, OSError):
        return fault_of(error)
    if isinstance(error, MemoryError):
        return EnvironmentFault("memory-full")
    if isinstance(error, KkrDeskError) and not isinstance(error, Defect):
        return error
    return None


def sentence(error: KkrDeskError) -> str:
    """What happened, what to do, and that nothing was lost, in the window's language."""
    return say(ERRORS, error.code, language(), **error.facts)


def details(error: BaseException) -> str:
    """What somebody who helps needs: versions, platform, code and facts, where it came from. No content."""
    return f"{circumstances()}\n\n{trace(error)}"
