"""A fuzz run: spoiled files go through the inspector, as many at a time as it takes, and each outcome is judged."""

from __future__ import annotations

import logging
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import psutil

from kkr_desk.errors import KkrDeskError, UserError
from kkr_desk.intake.course import Incoming
from kkr_desk.intake.digest import hash_of
from kkr_desk.intake.inspector import Inspector
from kkr_desk.model import FileStatus, Rendition, Shown, Treatment
from kkr_desk.paths import work_place
from kkr_desk.sentences import NOTICES, facts_of
from tests.fuzz.seeds import Seed, seeds
from tests.fuzz.spoiling import spoiled

SLOW = 30.0
"""Seconds beyond which a small file counts as having hung."""
_ROUND = 400
"""Files until the inspector is closed and looked for what it has left behind."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One spoiled file under way.

    Attributes:
        seed: What it was made of.
        path: Where it is.
        begun: When, on the monotonic clock.
    """

    seed: Seed
    path: Path
    begun: float


class Run:
    """A fuzz run.

    Args:
        folder: For files that come and go.
        kept: Where those go that something is wrong with.
        shared: The project's shared material, None where it is not there.
        number: What the run is repeated from; the same files come in the same order.
        kinds: Endings of the files that are spoiled; all where it is empty.
    """

    def __init__(self, folder: Path, kept: Path, shared: Path | None, number: int, kinds: frozenset[str]) -> None:
        self._folder = folder
        self._kept = kept
        self._chance = Random(number)
        self._kinds = dict[str, list[Seed]]()
        for seed in seeds(folder, shared):
            suffix = Path(seed.name).suffix
            if not kinds or suffix.removeprefix(".") in kinds:
                self._kinds.setdefault(suffix, []).append(seed)
        self._count = 0
        self._took = Counter[str]()
        self._longest = list[tuple[float, str, str]]()
        self.outcomes = Counter[tuple[str, str]]()
        self.findings = Counter[str]()

    def go_on(self, seconds: float) -> None:
        """Try files for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._round(end)

    def report(self) -> str:
        """What was tried and what came of it, in lines."""
        lines = [f"{self.outcomes.total()} files, largest process {peak() >> 20} MiB"]
        for kind in sorted({kind for kind, _ in self.outcomes}):
            told = {outcome: count for (of, outcome), count in self.outcomes.items() if of == kind}
            lines.append(f"{kind:8} {sum(told.values()):6}  {self._took[kind]:6.0f} s  {_in_words(told)}")
        lines += [f"longest: {took:.1f} s {name} {outcome}" for took, name, outcome in sorted(self._longest)[::-1][:5]]
        lines += [f"FINDING {count} x {what}" for what, count in self.findings.most_common()]
        return "\n".join([*lines, ""])

    def _round(self, end: float) -> None:
        heard = _Heard()
        logging.getLogger("kkr_desk").addHandler(heard)
        under_way = list[Attempt]()
        try:
            with Inspector() as inspector:
                for place, outcome in inspector.inspect_all(self._incoming(under_way, end)):
                    self._judge(under_way[place], outcome, heard.taken())
        except Exception as error:  # noqa: BLE001  whatever else is raised is what is looked for
            for attempt in under_way:
                self._keep(attempt, f"raised {type(error).__name__}: {error}")
        finally:
            logging.getLogger("kkr_desk").removeHandler(heard)
        for left in _left():
            self.findings[f"left behind: {left}"] += 1

    def _incoming(self, under_way: list[Attempt], end: float) -> Iterator[Incoming]:
        while time.monotonic() < end and len(under_way) < _ROUND:
            likes = self._kinds[self._chance.choice(sorted(self._kinds))]
            seed = self._chance.choice(likes)
            path = self._folder / f"{self._count}-{seed.name}"
            self._count += 1
            path.write_bytes(spoiled(seed.data, [like.data for like in likes], self._chance))
            changes, comments, hidden = (self._chance.choice(list(Shown)) for _ in range(3))
            treatment = Treatment(changes, comments, hidden)
            under_way.append(Attempt(seed, path, time.monotonic()))
            password = self._chance.choice(("", "", "", "pass"))
            yield Incoming(path, hash_of(path), seed.name, treatment, password)

    def _judge(self, attempt: Attempt, outcome: Rendition | KkrDeskError, logged: list[str]) -> None:
        took = time.monotonic() - attempt.begun
        wrong = [f"our own mistake: {line}" for line in logged]
        wrong += [f"slow: {took:.0f} s"] if took > SLOW else []
        if isinstance(outcome, Rendition):
            told = outcome.status.value
            if {notice.code for notice in outcome.warnings} & {"file-stops-reader", "file-needs-memory"}:
                told = outcome.warnings[-1].code
            wrong += _untrue(outcome)
        else:
            told = outcome.code
            wrong += (
                [] if isinstance(outcome, UserError) else [f"{type(outcome).__name__} {outcome.code} {outcome.facts}"]
            )
        kind = Path(attempt.seed.name).suffix.removeprefix(".")
        self.outcomes[kind, told] += 1
        self._took[kind] += round(took)
        self._longest.append((took, attempt.path.name, told))
        if told in {"file-stops-reader", "file-needs-memory", "timeout"}:
            self._kept_as(attempt, told)
        for what in wrong:
            self._keep(attempt, what)
        attempt.path.unlink(missing_ok=True)

    def _keep(self, attempt: Attempt, what: str) -> None:
        self.findings[what.splitlines()[0]] += 1
        self._kept_as(attempt, what)

    def _kept_as(self, attempt: Attempt, what: str) -> None:
        self._kept.mkdir(parents=True, exist_ok=True)
        if attempt.path.exists():
            (self._kept / attempt.path.name).write_bytes(attempt.path.read_bytes())
            with (self._kept / "said.txt").open("a", encoding="utf-8") as file:
                file.write(f"{attempt.path.name}: {what}\n")


class _Heard(logging.Handler):
    """Keeps what is logged as an error: a job that raised something unforeseen is logged just before its outcome."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        places = [line.strip() for line in message.splitlines() if line.strip().startswith("File ")]
        self._lines.append(f"{message.splitlines()[0]} at {places[-1] if places else '?'}\n{message}")

    def taken(self) -> list[str]:
        taken, self._lines = self._lines, []
        return taken


def _untrue(rendition: Rendition) -> Iterator[str]:
    """What cannot be, of a rendition."""
    is_ok = rendition.status is FileStatus.OK
    if is_ok != (rendition.pdf is not None) or is_ok != bool(rendition.pages):
        yield f"{rendition.status} with {rendition.page_count} pages and PDF {rendition.pdf}"
    if rendition.page_count != len(rendition.pages):
        yield f"{rendition.page_count} pages, of which {len(rendition.pages)} are known"
    if not is_ok and not rendition.warnings:
        yield f"{rendition.status} and no word why"
    for notice in rendition.warnings:
        if notice.code not in NOTICES:
            yield f"no sentence for {notice.code}"
        elif missing := facts_of(NOTICES[notice.code].da) - dict(notice.facts).keys() - {"item", "attachment", "title"}:
            yield f"{notice.code} does not tell {sorted(missing)}"


def _left() -> Iterator[str]:
    """What a closed inspector has left behind."""
    for process in psutil.Process().children(recursive=True):
        if "multiprocessing.resource_tracker" not in " ".join(process.cmdline()):  # Python's own; it ends with us
            yield f"process {process.name()}"
    here = str(work_place())
    for process in psutil.process_iter(["cmdline"]):
        if here in " ".join(process.info["cmdline"] or ()):
            yield f"program {process.info['cmdline'][0]}"
    for place in work_place().glob(".kkr-desk-*") if work_place().is_dir() else ():
        yield f"folder with {sorted(one.name for one in place.rglob('*'))[:5]}"


def _in_words(told: dict[str, int]) -> str:
    return ", ".join(f"{outcome} {count}" for outcome, count in sorted(told.items()))


def peak() -> int:
    """Bytes of the largest process that the run has ended; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415  POSIX

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10
