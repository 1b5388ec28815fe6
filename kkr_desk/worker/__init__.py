"""A worker process: work that may crash, hang or eat the memory is done there, never in the program's own process."""

from kkr_desk.worker.crew import Course, Crew, Job, Task, once
from kkr_desk.worker.process import Limits, Result, Worker

__all__ = ["Course", "Crew", "Job", "Limits", "Result", "Task", "Worker", "once"]
