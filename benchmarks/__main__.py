"""Measure KKR Desk, beside qpdf and Qt where they do the like, and write the tables of docs/benchmarks.md.

    python -m benchmarks                    all parts; `make bench`
    python -m benchmarks documents window   these parts, each rewriting its own tables

Every figure is of a whole process, started as a user starts it. Ratios are of one run on one machine.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.copies import Input, copied
from benchmarks.process import KKR_DESK, Cost, compile_program, median, repeat, run

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "benchmarks.md"
SIZES = {1: 3, 4: 3, 16: 1}
"""How many copies of the long meeting, and how often each command is run on them."""
WORD_SIZES = (1, 4)
"""How many copies are also made a Word file, once each: enough to see whether memory grows with the pages."""
WISHES = {
    "other": "another meeting, opened",
    "open": "this meeting, opened",
    "meetings": "the list of meetings, read anew",
    "rename": "a title changed",
    "move": "an item moved",
    "undo": "and that undone",
    "drag": "a step of a drag",
    "search": "a word typed into the search field",
}
"""What `benchmarks.archive_cost` wishes for, in words."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the collection cost as a Word file, how large it became and how large it was said to become, in bytes."""

    cost: Cost
    size: int
    estimate: int


@dataclass(frozen=True, slots=True)
class Row:
    """One size of input and what each command cost on it."""

    copies: int
    pages: int
    qpdf: Cost
    export: Cost
    arrival: Cost
    again: Cost
    word: Word | None


def measure_size(source: Path, copies: int, times: int, folder: Path) -> Row:
    """Import, export and join one size of input."""
    folder.mkdir()
    given: Input = copied(source, folder, copies)
    store, target, joined = folder / "store", folder / "samling.pdf", folder / "qpdf.pdf"
    desk = (*KKR_DESK, "--json", "--store", str(store))
    arrival = run((*desk, "import", str(given.meeting)))
    meeting = json.loads(arrival.output.splitlines()[-1])["meeting"]
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        raise SystemExit("qpdf is missing; sh scripts/system-packages bench installs it")
    join = (qpdf, "--empty", "--pages", *map(str, given.files), "--", str(joined))
    exports, joins = [], []
    for _ in range(times):  # turn about, so that both meet the same machine
        joins.append(run(join, accepted=(0, 3)))
        exports.append(run((*desk, "export", meeting, "-o", str(target))))
    again = run((*desk, "import", str(given.meeting)))
    word = measure_word(desk, meeting, folder / "samling.docx") if copies in WORD_SIZES else None
    return Row(copies, given.pages, median(joins), median(exports), arrival, again, word)


def measure_word(desk: tuple[str, ...], meeting: str, target: Path) -> Word:
    """Make a meeting's collection a Word file."""
    cost = run((*desk, "export", meeting, "--format", "docx", "-o", str(target)))
    return Word(cost, target.stat().st_size, json.loads(cost.output)["estimated_bytes"])


def collection_table(rows: list[Row]) -> str:
    """The table of export beside qpdf."""
    lines = [
        "| pages | qpdf | export | ratio | export per 100 pages | qpdf peak | export peak |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {row.pages:,} | {row.qpdf.seconds:.2f} s | {row.export.seconds:.2f} s "
        f"| {row.export.seconds / row.qpdf.seconds:.2f} | {row.export.seconds / row.pages * 100:.3f} s "
        f"| {mib(row.qpdf)} | {mib(row.export)} |"
        for row in rows
    ]
    return "\n".join(lines)


def arrival_table(rows: list[Row]) -> str:
    """The table of import and import again."""
    lines = [
        "| pages | import | per 100 pages | peak | the same files again |",
        "| ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {row.pages:,} | {row.arrival.seconds:.2f} s | {row.arrival.seconds / row.pages * 100:.2f} s "
        f"| {mib(row.arrival)} | {row.again.seconds:.2f} s |"
        for row in rows
    ]
    return "\n".join(lines)


def word_table(rows: list[Row]) -> str:
    """The table of the Word file."""
    lines = [
        "| pages | Word file | per 100 pages | size | per 100 pages | said before | peak |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {row.pages:,} | {row.word.cost.seconds:.1f} s | {row.word.cost.seconds / row.pages * 100:.2f} s "
        f"| {row.word.size / 1e6:.1f} MB | {row.word.size / row.pages / 1e4:.2f} MB "
        f"| {row.word.estimate / 1e6:.1f} MB | {mib(row.word.cost)} |"
        for row in rows
        if row.word is not None
    ]
    return "\n".join(lines)


def small_table() -> str:
    """The table of starting up and of planning."""
    bare = repeat((sys.executable, "-c", "pass"), 15)
    version = repeat((*KKR_DESK, "--version"), 15)
    ratio = version.seconds / bare.seconds
    plan = json.loads(run((sys.executable, "-m", "benchmarks.plan_cost")).output)
    return "\n".join(
        [
            "| what | measured | target |",
            "| --- | ---: | ---: |",
            f"| `python -c pass` | {bare.seconds * 1000:.0f} ms | |",
            f"| `kkr-desk --version` | {version.seconds * 1000:.0f} ms, {ratio:.1f} times as long | 3 times |",
            f"| plan for 500 attachments, after a move | {plan['warm']:.1f} ms | 5 ms |",
            f"| the very first plan, type read from disk | {plan['cold']:.0f} ms | |",
            f"| numbering those 500 attachments | {plan['numbering']:.1f} ms | |",
        ]
    )


def tagging_table(shared: Path) -> str:
    """The table of what tags cost."""
    lines = [
        "| tags | pages | elements | export without | with | ratio | target | claim checked too | peak |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, meeting, how in (
        ("a real meeting, its files made anew with tags", "meetings/kkr-sjaelland-2024-06-19", ("anew",)),
        ("the long meeting as it came", "corpus/long", ()),
    ):
        module = (sys.executable, "-m", "benchmarks.tagging_cost")
        cost = run((*module, shared / meeting / "meeting.json", *how))
        found = json.loads(cost.output)
        lines.append(
            f"| {name} | {found['pages']} | {found['elements']:,} | {found['plain']:.2f} s | {found['tagged']:.2f} s "
            f"| {found['tagged'] / found['plain']:.2f} | 2 | {found['claimed']:.2f} s | {mib(cost)} |"
        )
    return "\n".join(lines)


def agenda_table() -> str:
    """The table of the agenda pane."""
    costs = json.loads(run((sys.executable, "-m", "benchmarks.agenda_cost")).output)
    build, refresh = costs["build"] / costs["plain"], costs["refresh"] / costs["build"]
    return "\n".join(
        [
            "| the agenda with 60 items and 500 attachments | measured | target |",
            "| --- | ---: | ---: |",
            f"| Qt's own tree with as many texts | {costs['plain']:.0f} ms | |",
            f"| every row drawn | {costs['build']:.0f} ms, {build:.1f} times as long | |",
            f"| a title changed | {costs['refresh']:.0f} ms, {refresh:.1f} of that | |",
            f"| a step of a drag, all page numbers anew | {costs['drag']:.0f} ms | 16 ms |",
        ]
    )


def window_table() -> str:
    """The table of the window's start."""
    costs = json.loads(run((sys.executable, "-m", "benchmarks.window_cost")).output)
    return "\n".join(
        [
            "| from the start of the process | measured | beside the empty window | target |",
            "| --- | ---: | ---: | ---: |",
            f"| an empty PySide6 window is drawn | {costs['empty']:.0f} ms | | |",
            f"| our window is drawn | {costs['frame']:.0f} ms | {costs['frame_ratio']:.2f} | 1.5 |",
            f"| the last meeting's rows are drawn | {costs['rows']:.0f} ms | {costs['rows_ratio']:.2f} | 3 |",
        ]
    )


def search_table() -> str:
    """The tables of search in a large store."""
    found = json.loads(run((sys.executable, "-m", "benchmarks.search_cost")).output)
    size = f"index {found['index'] / 1e6:.0f} MB beside {found['page'] / 1e6:.0f} MB of pages"
    made = f"made anew in {found['rebuild']:.0f} s, {found['rebuild'] / found['pages'] * 1000:.2f} ms a page"
    lines = [
        f"Search in {found['pages']:,} pages of 2,000 characters: {size}, {made}.",
        "",
        "| searched for | hits shown | search | plain scan | ratio |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {row['question']} | {row['hits']} | {row['milliseconds']:.0f} ms | {row['scan']:.0f} ms "
        f"| {row['milliseconds'] / row['scan']:.2f} |"
        for row in found["questions"]
    ]
    return "\n".join(lines)


def mib(cost: Cost) -> str:
    """Peak memory in words."""
    return f"{cost.peak / 2**20:.0f} MiB"


def machine() -> str:
    """The machine in general words; nothing that tells which one it was."""
    version = ".".join(platform.python_version_tuple()[:2])
    return f"Measured on {platform.system()}, {os.cpu_count()} cores, Python {version}."


def archive_table() -> str:
    """The tables of the window in a store of many years, and in a long meeting."""
    costs = json.loads(run((sys.executable, "-m", "benchmarks.archive_cost")).output)
    empty, sample, archive = costs["empty"]["frame"], costs["sample"], costs["archive"]
    lines = [
        "| from the start of the process | the sample alone | 400 meetings | beside the empty window | target |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {said} | {sample[name]:.0f} ms | {archive[name]:.0f} ms | {archive[name] / empty:.2f} | {target} |"
        for name, said, target in (
            ("frame", "the window is drawn", "1.5"),
            ("rows", "the last meeting's rows are drawn", "3"),
        )
    ]
    lines += [
        f"| memory after all below | {sample['memory'] / 2**20:.0f} MiB | {archive['memory'] / 2**20:.0f} MiB | | |",
        "",
        "| wished, and all is drawn | the sample's | with 60 items and 500 attachments | ratio | no answer meanwhile |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [archive_row(said, sample[name], archive[name]) for name, said in WISHES.items()]
    return "\n".join(lines)


def archive_row(said: str, sample: dict[str, float], archive: dict[str, float]) -> str:
    """One wish in both stores."""
    ratio = archive["took"] / sample["took"]
    return f"| {said} | {sample['took']:.0f} ms | {archive['took']:.0f} ms | {ratio:.1f} | {archive['held']:.0f} ms |"


def arrival_tables() -> str:
    """The table of files of all kinds as they arrive."""
    found = json.loads(run((sys.executable, "-m", "benchmarks.arrival_cost")).output)
    lines = [
        "| kind | pages a file | first file longer | pages a second, one at a time | two at a time | ratio |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {kind} | {cost['pages']:.0f} | {max(0, cost['first']):.1f} s | {cost['one']:.1f} | {cost['two']:.1f} "
        f"| {cost['two'] / cost['one']:.2f} |"
        for kind, cost in found.items()
    ]
    return "\n".join(lines)


def documents_tables() -> str:
    """The tables of export, import and the Word file."""
    shared = Path(os.environ.get("KKR_DESK_SHARED") or ROOT.parent / "shared")
    source = shared / "corpus" / "long" / "meeting.json"
    if not source.is_file():
        raise SystemExit("The benchmark needs the long meeting of ../shared.")
    rows = []
    with tempfile.TemporaryDirectory() as work:
        for copies, times in SIZES.items():
            rows.append(measure_size(source, copies, times, Path(work) / str(copies)))
            print(f"{rows[-1].pages} pages measured", file=sys.stderr)
            shutil.rmtree(Path(work) / str(copies))
    return "\n\n".join([collection_table(rows), arrival_table(rows), word_table(rows)])


PARTS: dict[str, Callable[[], str]] = {
    "documents": documents_tables,
    "arrival": arrival_tables,
    "start": small_table,
    "window": window_table,
    "agenda": agenda_table,
    "archive": archive_table,
    "search": search_table,
}
"""What can be measured alone, by its name in docs/benchmarks.md."""


def publish(part: str, text: str) -> None:
    """Put a part's tables between its marks in docs/benchmarks.md, leaving the words around them."""
    document = DOCUMENT.read_text(encoding="utf-8")
    begin, end = f"<!-- measured: {part} -->", f"<!-- end of {part} -->"
    before, rest = document.split(begin)
    _, after = rest.split(end)
    written = f"{before}{begin}\n{machine()}\n\n{text}\n{end}{after}"
    DOCUMENT.write_text(written, encoding="utf-8", newline="\n")


def main(names: Sequence[str]) -> None:
    """Measure the named parts, or all; print their tables and write them down."""
    unknown = set(names) - PARTS.keys()
    if unknown:
        raise SystemExit(f"There is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}.")
    compile_program()
    for name in names or PARTS:
        text = PARTS[name]()
        print(f"{text}\n", flush=True)
        publish(name, text)


if __name__ == "__main__":
    main(sys.argv[1:])
