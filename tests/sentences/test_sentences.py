"""Every code the program raises has its sentence in both languages, and every sentence is said somewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkr_desk.cli.root import COMMANDS, Root
from kkr_desk.intake import inspection, refusal
from kkr_desk.sentences import (
    COMMAND,
    ERRORS,
    NOTICES,
    PROGRESS,
    Language,
    Sentence,
    Table,
    facts_of,
    long_date,
    printable,
    say,
)
from kkr_desk.store import faults

TABLES: dict[str, Table] = {"ERRORS": ERRORS, "NOTICES": NOTICES, "PROGRESS": PROGRESS, "COMMAND": COMMAND}
EVERY = [(name, code, sentence) for name, table in TABLES.items() for code, sentence in table.items()]

RAISED = {
    "UserError": ERRORS,
    "EnvironmentFault": ERRORS,
    "Defect": ERRORS,
    "Notice": NOTICES,
    "_notice": NOTICES,
}

TOLD_ELSEWHERE: dict[str, Callable[[], Iterable[str]]] = {
    # Codes that are not written where they are raised, by the expression that gives them.
    "MACHINE[primary]": faults.MACHINE.values,
    "_NOTICES[status]": inspection._NOTICES.values,
    "_NOTICE_OF_KIND.get(kind, 'file-not-pdf')": refusal._NOTICE_OF_KIND.values,
}
"""What the expression may give. A plain name is followed by the rule for tables: the strings of its module count."""

Trees = dict[str, list[ast.AST]]

CODE = re.compile(r"[a-z]+(-[a-z0-9_]+)*")


@dataclass(frozen=True, slots=True)
class Raised:
    """One call that names a code: where, with which table, and the names of the facts it gives (None: unknown)."""

    place: str
    table: Table
    code: str
    facts: frozenset[str] | None


@pytest.fixture(scope="module")
def trees(root: Path) -> Trees:
    """All nodes of the program's modules by path, the tables of sentences left out."""
    package = root / "kkr_desk"
    files = (file for file in package.rglob("*.py") if "sentences" not in file.relative_to(package).parts)
    return {
        file.relative_to(package).as_posix(): list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
        for file in files
    }


@pytest.fixture(scope="module")
def raised(trees: Trees) -> list[Raised]:
    return [found for place, nodes in trees.items() for found in _raised(place, nodes)]


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _raised(place: str, nodes: list[ast.AST]) -> Iterator[Raised]:
    for node in nodes:
        if isinstance(node, ast.Call) and _called(node) in RAISED and node.args:
            for code in _codes(node.args[0]):
                yield Raised(f"{place}:{node.lineno}", RAISED[_called(node)], code, _facts(node))


def _codes(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from _codes(node.body)
        yield from _codes(node.orelse)
    elif isinstance(node, ast.Subscript):
        yield from TOLD_ELSEWHERE[ast.unparse(node)]()


def _facts(node: ast.Call) -> frozenset[str] | None:
    """Names of the facts a call gives; None where they are put together elsewhere."""
    if any(keyword.arg is None for keyword in node.keywords):
        return None
    if _called(node) != "Notice":
        return frozenset(str(keyword.arg) for keyword in node.keywords)
    if len(node.args) < 2:
        return frozenset()
    pairs = node.args[1]
    if not isinstance(pairs, ast.Tuple) or not all(isinstance(pair, ast.Tuple) for pair in pairs.elts):
        return None
    return frozenset(str(p.elts[0].value) for p in pairs.elts if isinstance(p, ast.Tuple) and _is_text(p.elts[0]))  # type: ignore[attr-defined]


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_every_code_that_is_raised_has_a_sentence(raised: list[Raised]) -> None:
    assert len(raised) > 50
    assert [f"{r.place}: {r.code}" for r in raised if r.code not in r.table] == []


def test_every_fact_of_a_sentence_is_given_where_it_is_raised(raised: list[Raised]) -> None:
    missing = []
    for r in raised:
        if r.facts is not None and r.code in r.table:
            wanted = facts_of(r.table[r.code].da) | facts_of(r.table[r.code].en)
            missing += [f"{r.place}: {r.code} {name}" for name in sorted(wanted - r.facts)]
    assert missing == []


def test_every_step_has_a_name(trees: Trees) -> None:
    told = {
        argument.value
        for nodes in trees.values()
        for node in nodes
        if isinstance(node, ast.Call) and _called(node) == "step"
        for argument in node.args[2:3]
        if isinstance(argument, ast.Constant)
    }
    assert told
    assert told <= set(PROGRESS)


def test_every_sentence_is_said_somewhere(trees: Trees) -> None:
    constants, patterns = _texts(trees.values())
    spoken = constants | set(_help_codes())
    unsaid = [
        f"{table} {code}"
        for table, code, _ in EVERY
        if code not in spoken and not any(pattern.fullmatch(code) for pattern in patterns)
    ]
    assert unsaid == []


def _texts(trees: Iterable[list[ast.AST]]) -> tuple[set[str], list[re.Pattern[str]]]:
    """All strings of the program, and what its f-strings may become ("advice-{status}")."""
    constants: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for nodes in trees:
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
            elif isinstance(node, ast.JoinedStr) and any(isinstance(v, ast.FormattedValue) for v in node.values):
                parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else "[a-z-]+" for v in node.values]
                if any(isinstance(v, ast.Constant) and re.search("[a-z]{3}", str(v.value)) for v in node.values):
                    patterns.append(re.compile("".join(parts)))
    return constants, patterns


def _help_codes() -> Iterator[str]:
    root = Root(Language.DANISH)
    context = click.Context(root)
    loaded = [(name, root.get_command(context, name)) for name in COMMANDS]
    commands: list[tuple[str, click.Command | None]] = [("kkr-desk", root), *loaded]
    yield "option-help"
    for name, command in commands:
        yield from (f"help-{name}", f"short-{name}")
        assert command is not None
        for parameter in command.params:
            yield from (f"option-{parameter.name}", f"metavar-{parameter.name}")


def test_every_sentence_is_whole_in_both_languages() -> None:
    assert len(EVERY) > 400
    assert [
        f"{table} {code}: {fault}" for table, code, sentence in EVERY for fault in _faults(table, code, sentence)
    ] == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (Sentence("Filen {file} er låst.", "The file {file} is locked."), []),
        (Sentence("Filen {file} er låst.", "The file is locked."), ["facts"]),
        (Sentence("Filen  er låst.", "The file is locked."), ["two spaces"]),
        (Sentence("Filen er låst. ", "The file is locked."), ["a space at an end", "no end"]),
        (Sentence("Filen er låst", "The file is locked."), ["no end"]),
        (Sentence("Filen er\u202e låst.", "The file is locked."), ["a character that cannot be printed"]),
    ],
)
def test_a_sentence_that_is_not_whole_is_found(sentence: Sentence, found: list[str]) -> None:
    assert list(_faults("ERRORS", "file-locked", sentence)) == found
    assert list(_faults("ERRORS", "File locked", sentence)) == ["code", *found]


def _faults(table: str, code: str, sentence: Sentence) -> Iterator[str]:
    if not CODE.fullmatch(code.replace("kkr-desk", "kkr")):
        yield "code"
    if facts_of(sentence.da) != facts_of(sentence.en):
        yield "facts"
    for text in (sentence.da, sentence.en):
        if text.strip() != text:
            yield "a space at an end"
        if printable(text) != text:
            yield "a character that cannot be printed"
        if "  " in text:
            yield "two spaces"
        if table in ("ERRORS", "NOTICES") and not text.endswith((".", "?", ":")):
            yield "no end"


def test_the_tables_are_sorted(root: Path) -> None:
    for file in (root / "kkr_desk" / "sentences").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                keys = [str(key.value) for key in node.keys if isinstance(key, ast.Constant)]
                assert keys == sorted(keys), file.name
                assert len(keys) == len(set(keys)), file.name


def test_facts_are_filled_in() -> None:
    table = {"x": Sentence("{file} har {pages} sider den {day}", "{file} has {pages} pages on {day}")}
    facts = {"file": Path("a.pdf"), "pages": 3, "day": date(2024, 6, 19)}
    assert say(table, "x", Language.DANISH, **facts) == "a.pdf har 3 sider den 19. juni 2024"
    assert say(table, "x", Language.ENGLISH, **facts) == "a.pdf has 3 pages on 19 June 2024"


def test_the_parts_of_a_fact_stand_each_on_a_line() -> None:
    table = {"x": Sentence("Mangler:{files}Hent dem.", "Missing:{files}Fetch them.")}
    said = say(table, "x", Language.DANISH, files=("a\nb.pdf", "c.pdf"))
    assert said == "Mangler:\n  – a\ufffdb.pdf\n  – c.pdf\nHent dem."


def test_a_missing_fact_does_not_silence_the_sentence() -> None:
    assert say({"x": Sentence("{file} mangler", "{file} is missing")}, "x", Language.DANISH) == "… mangler"


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert say({}, "no-such-code", Language.ENGLISH, file="x") == "no-such-code"


@given(
    st.dictionaries(st.sampled_from(["file", "reason", "other"]), st.text() | st.integers() | st.none() | st.dates())
)
def test_saying_never_raises_and_never_moves_the_cursor(facts: dict[str, object]) -> None:
    for language in Language:
        told = say(ERRORS, "machine-refused", language, **facts)
        assert not set(told) & set("\x1b\n\r\x00\u202e\ud800")


def test_a_fact_is_never_taken_for_a_pattern() -> None:
    assert say({"x": Sentence("{file}", "{file}")}, "x", Language.DANISH, file="{reason} {0}") == "{reason} {0}"


def test_months_are_danish() -> None:
    assert long_date(date(2025, 3, 1), Language.DANISH) == "1. marts 2025"
