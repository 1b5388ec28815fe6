"""Windows is asked for the right limits in the right layout; what it makes of them is tried where it runs."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from typing import Any

import pytest

from kkr_desk.errors import EnvironmentFault
from kkr_desk.worker import job_object
from kkr_desk.worker.job_object import BasicLimits, ExtendedLimits, JobObject


class Kernel:
    """Stands in for kernel32; remembers what it is asked for, and refuses what it is told to."""

    def __init__(self, refuses: str = "") -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.limits: list[ExtendedLimits] = []
        self._refuses = refuses

    def __getattr__(self, name: str) -> Any:
        def call(*arguments: Any) -> int:
            self.calls.append((name, arguments))
            if name == "SetInformationJobObject":
                self.limits.append(ExtendedLimits.from_buffer_copy(arguments[2]._obj))
            return (
                0
                if name == self._refuses
                else {"CreateJobObjectW": 7, "OpenProcess": 9, "GetLastError": 5}.get(name, 1)
            )

        return call


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the numbers are those of 64-bit Windows")
def test_the_layout_is_that_of_windows() -> None:
    """Offsets of winnt.h as the compiler for 64-bit Windows has them."""
    offsets = {name: getattr(BasicLimits, name).offset for name, *_ in BasicLimits._fields_}
    assert list(offsets.values()) == [0, 8, 16, 24, 32, 40, 48, 56, 60]
    assert (ctypes.sizeof(BasicLimits), ctypes.sizeof(ExtendedLimits)) == (64, 144)
    assert ExtendedLimits.IoInfo.offset == 64
    assert (ExtendedLimits.ProcessMemoryLimit.offset, ExtendedLimits.PeakJobMemoryUsed.offset) == (112, 136)


def test_everything_ends_with_who_made_it() -> None:
    kernel = Kernel()
    JobObject(kernel)
    basic = kernel.limits[-1].BasicLimitInformation
    assert basic.LimitFlags == 0x2000 | 0x0400 | 0x0008
    assert basic.ActiveProcessLimit == job_object.MOST_PROCESSES
    (_, (handle, kind, _, size)) = kernel.calls[-1]
    assert (handle, kind, size) == (7, 9, ctypes.sizeof(ExtendedLimits))


def test_limits_are_those_of_the_job_under_way() -> None:
    kernel = Kernel()
    made = JobObject(kernel)
    made.limit(memory=1 << 30, processor_seconds=1.5)
    limits = kernel.limits[-1]
    assert limits.BasicLimitInformation.LimitFlags == 0x2000 | 0x0400 | 0x0100 | 0x0008 | 0x0004
    assert (limits.ProcessMemoryLimit, limits.BasicLimitInformation.PerJobUserTimeLimit) == (1 << 30, 15_000_000)
    made.limit()
    assert kernel.limits[-1].BasicLimitInformation.LimitFlags == 0x2000 | 0x0400 | 0x0008


def test_a_process_is_taken_in_and_all_end_once() -> None:
    kernel = Kernel()
    made = JobObject(kernel)
    kernel.calls.clear()
    made.take(1234)
    made.end()
    made.end()
    assert kernel.calls == [
        ("OpenProcess", (0x0101, False, 1234)),
        ("AssignProcessToJobObject", (7, 9)),
        ("CloseHandle", (9,)),
        ("TerminateJobObject", (7, 1)),
        ("CloseHandle", (7,)),
    ]


@pytest.mark.parametrize(
    "function", ["CreateJobObjectW", "SetInformationJobObject", "OpenProcess", "AssignProcessToJobObject"]
)
def test_what_windows_refuses_is_told(function: str) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        JobObject(Kernel(function)).take(1)
    assert (caught.value.code, caught.value.facts["reason"]) == ("worker-died", f"{function}: 5")


@pytest.mark.skipif(sys.platform != "win32", reason="needs Windows")
def test_windows_ends_what_is_in_it() -> None:
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as process:
        made = JobObject()
        made.limit(memory=1 << 30, processor_seconds=30.0)
        made.take(process.pid)
        made.end()
        assert process.wait(10) == 1
