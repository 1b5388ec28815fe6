"""A worker process: work that may crash, hang or eat the memory is done there, never in the program's own process."""

from kkr_desk.worker.process import Limits, Result, Worker

__all__ = ["Limits", "Result", "Worker"]
