"""A job object: how Windows keeps a process and everything it starts within limits, and ends them together.

When the last handle to a job object is closed, also by the death of who held it, all its processes end; a process that
one of them starts is in it too. Of the Windows functions only those of kernel32 that are named here are called.
See https://learn.microsoft.com/windows/win32/procthread/job-objects.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any, ClassVar

from kkr_desk.errors import EnvironmentFault

OUT_OF_TIME = 1816
"""Exit code of processes whose job's processor time is up (ERROR_NOT_ENOUGH_QUOTA)."""
MOST_PROCESSES = 40
"""Processes at a time in a job object: a converter with its helpers on a machine of many processors needs 20."""

JOB_TIME = 0x0004
ACTIVE_PROCESS = 0x0008
PROCESS_MEMORY = 0x0100
DIE_ON_UNHANDLED_EXCEPTION = 0x0400
"""A crash ends the process, and Windows shows no message about it."""
KILL_ON_JOB_CLOSE = 0x2000
"""Flags of JOBOBJECT_BASIC_LIMIT_INFORMATION, JOB_OBJECT_LIMIT_… in winnt.h."""

_EXTENDED_LIMITS = 9
"""JobObjectExtendedLimitInformation, the kind of facts that SetInformationJobObject is given."""
_TICKS = 10_000_000
"""Ticks of 100 nanoseconds in a second."""
_MAY_BE_TAKEN = 0x0100 | 0x0001
"""PROCESS_SET_QUOTA and PROCESS_TERMINATE, what AssignProcessToJobObject asks of a process."""


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION, in the sizes Windows has: those of `ctypes.wintypes` differ elsewhere."""

    _fields_: ClassVar = [
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    ]


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; `IoInfo` is IO_COUNTERS, six numbers that are not used."""

    _fields_: ClassVar = [
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    ]


class JobObject:
    """Processes that end together, at the latest with the process that made this.

    Args:
        kernel: What has the functions of kernel32; Windows' own without it.

    Raises:
        EnvironmentFault: ``worker-died``: Windows would not have it.
    """

    def __init__(self, kernel: Any = None) -> None:
        self._kernel = kernel or _kernel()
        self._handle: int | None = self._kernel.CreateJobObjectW(None, None)
        if not self._handle:
            raise self._refusal("CreateJobObjectW")
        self.limit()

    def limit(self, *, memory: int | None = None, processor_seconds: float | None = None) -> None:
        """Set what the processes may take from now on, in place of what was set before.

        Args:
            memory: Bytes committed by each process.
            processor_seconds: Time of processors in user mode, all processes together; Windows counts it from now.
        """
        limits = ExtendedLimits()
        basic = limits.BasicLimitInformation
        basic.LimitFlags = KILL_ON_JOB_CLOSE | DIE_ON_UNHANDLED_EXCEPTION | ACTIVE_PROCESS
        basic.ActiveProcessLimit = MOST_PROCESSES
        if memory is not None:
            basic.LimitFlags |= PROCESS_MEMORY
            limits.ProcessMemoryLimit = memory
        if processor_seconds is not None:
            basic.LimitFlags |= JOB_TIME
            basic.PerJobUserTimeLimit = max(round(processor_seconds * _TICKS), 1)
        done = self._kernel.SetInformationJobObject(
            self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if not done:
            raise self._refusal("SetInformationJobObject")

    def take(self, pid: int) -> None:
        """Take in a process, and with it all that it starts from now on.

        Args:
            pid: Of a process that has not been waited for.
        """
        process = self._kernel.OpenProcess(_MAY_BE_TAKEN, False, pid)  # noqa: FBT003  Windows' own order of arguments
        if not process:
            raise self._refusal("OpenProcess")
        try:
            if not self._kernel.AssignProcessToJobObject(self._handle, process):
                raise self._refusal("AssignProcessToJobObject")
        finally:
            self._kernel.CloseHandle(process)

    def end(self) -> None:
        """End all its processes; harmless a second time."""
        if self._handle is not None:
            self._kernel.TerminateJobObject(self._handle, 1)
            self._kernel.CloseHandle(self._handle)
            self._handle = None

    def _refusal(self, function: str) -> EnvironmentFault:
        return EnvironmentFault("worker-died", reason=f"{function}: {self._kernel.GetLastError()}")


def _kernel() -> Any:
    """Windows' kernel32 with what its functions take: a handle that is cut to 32 bits would be another's."""
    kernel: Any = None
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")
        handle, number = ctypes.c_void_p, ctypes.c_uint32
        kernel.CreateJobObjectW.argtypes, kernel.CreateJobObjectW.restype = (handle, ctypes.c_wchar_p), handle
        kernel.OpenProcess.argtypes, kernel.OpenProcess.restype = (number, ctypes.c_int, number), handle
        kernel.SetInformationJobObject.argtypes = (handle, ctypes.c_int, handle, number)
        kernel.AssignProcessToJobObject.argtypes = (handle, handle)
        kernel.TerminateJobObject.argtypes = (handle, number)
        kernel.CloseHandle.argtypes = (handle,)
    return kernel
