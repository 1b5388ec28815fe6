"""House rules that no linter knows, as code. Each is tried on a breach of it as well."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

MOST_FILE_LINES = 400
MOST_FUNCTION_LINES = 40
"""Lines of a function without its docstring."""

VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "service", "misc"}
UNFINISHED = re.compile(r"\b([T]ODO|[F]IXME|[X]XX|raise [N]otImplementedError)\b")
MACHINES = re.compile(
    r"[p]ypi\.org|[p]ythonhosted|[r]egistry\.npmjs|[d]eb\.debian\.org|[/]work/|[/]farm/|[/]root/|[/]tmp/\w|[/]home/\w|[C]:\\Users"
)
"""Hosts of package registries and paths of one machine; written so that this file does not match itself."""

CHECKS = re.compile(r"(assert|check|raises|expect|wait|verify|match)")
"""Beginnings of calls that can make a test fail, beside the assert statement."""

SWALLOWED = "an error is swallowed in silence"

Nodes = Sequence[ast.AST]
"""All nodes of a file, the module first: to walk through it once for every rule takes seconds."""
Rule = Callable[[Nodes], Iterator[tuple[int, str]]]


def long_functions(nodes: Nodes) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            documented = ast.get_docstring(node) is not None
            docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
            lines = (node.end_lineno or 0) - node.lineno + 1 - docstring
            if lines > MOST_FUNCTION_LINES:
                yield node.lineno, f"{node.name} has {lines} lines"


def untranslatable_texts(nodes: Nodes) -> Iterator[tuple[int, str]]:
    """`self.tr(f"…")` is extracted as a text that never matches when the program runs (and ruff does not see it)."""
    for node in nodes:
        if not isinstance(node, ast.Call) or _called(node) not in {"tr", "translate", "QT_TRANSLATE_NOOP"}:
            continue
        if any(isinstance(part, ast.JoinedStr) for argument in node.args for part in ast.walk(argument)):
            yield node.lineno, "a text put together inside tr() can never be translated"


def swallowed_errors(nodes: Nodes) -> Iterator[tuple[int, str]]:
    """An error may be passed over only where a comment beside it says why it is none."""
    for node in nodes:
        if isinstance(node, ast.ExceptHandler) and all(_does_nothing(statement) for statement in node.body):
            yield node.lineno, SWALLOWED
        if not isinstance(node, ast.Call) or _called(node) != "suppress":
            continue
        if any(getattr(kind, "id", "") in {"Exception", "BaseException"} for kind in node.args):
            yield node.lineno, "every error is swallowed in silence"


def texts_without_encoding(nodes: Nodes) -> Iterator[tuple[int, str]]:
    """Windows would read and write them in the code page of the machine."""
    for node in nodes:
        if isinstance(node, ast.Call) and _is_text(node) and not any(k.arg == "encoding" for k in node.keywords):
            yield node.lineno, "a text file without encoding"


def printing(nodes: Nodes) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if isinstance(node, ast.Call) and _called(node) in {"print", "pprint"}:
            yield node.lineno, "only the command line speaks to the terminal"


def undocumented(nodes: Nodes) -> Iterator[tuple[int, str]]:
    if isinstance(nodes[0], ast.Module) and ast.get_docstring(nodes[0]) is None:
        yield 1, "does not say what it is"


def hollow_tests(nodes: Nodes) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            inside = list(ast.walk(node))
            calls = [_called(call) for call in inside if isinstance(call, ast.Call)]
            if not any(isinstance(n, ast.Assert) for n in inside) and not any(CHECKS.match(name) for name in calls):
                yield node.lineno, f"{node.name} cannot fail"


def homecomings(nodes: Nodes) -> Iterator[tuple[int, str]]:
    """`monkeypatch.undo` takes back the test's own home too: what it keeps from there on is kept in the user's."""
    for node in nodes:
        if isinstance(node, ast.Attribute) and node.attr == "undo" and getattr(node.value, "id", "") == "monkeypatch":
            yield node.lineno, "takes back every patch; use monkeypatch.context"


PROGRAM: tuple[Rule, ...] = (
    long_functions,
    untranslatable_texts,
    swallowed_errors,
    texts_without_encoding,
    printing,
    undocumented,
)
EVERYWHERE: tuple[Rule, ...] = (long_functions, swallowed_errors, texts_without_encoding)
TESTS: tuple[Rule, ...] = (*EVERYWHERE, hollow_tests, homecomings)


def rules_for(file: str) -> tuple[Rule, ...]:
    if file.startswith("kkr_desk/cli/"):
        return tuple(rule for rule in PROGRAM if rule is not printing)
    if file.startswith("kkr_desk/"):
        return PROGRAM
    return TESTS if file.startswith("tests/") else EVERYWHERE


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _does_nothing(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def _is_text(node: ast.Call) -> bool:
    name = _called(node)
    if name in {"read_text", "write_text"}:
        return len(node.args) < 2  # the second would be the encoding; `Store.write_text` has three and writes no file
    if name == "open" and isinstance(node.func, ast.Name):
        modes = [*node.args[1:2], *(k.value for k in node.keywords if k.arg == "mode")]
        return not any(isinstance(mode, ast.Constant) and "b" in str(mode.value) for mode in modes)
    modes = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "mode")]
    return name == "open" and any(
        isinstance(mode, ast.Constant) and re.fullmatch("[rwax]t?[+]?", str(mode.value)) for mode in modes
    )


@pytest.fixture(scope="module")
def files(root: Path) -> list[str]:
    """Every tracked file that is there, as a path from the root with forward slashes."""
    if not (root / ".git").exists():
        pytest.skip("needs the repository, not an unpacked copy of it")
    names = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout.decode()
    return [name for name in names.split("\0") if name and (root / name).is_file()]


@pytest.fixture(scope="module")
def texts(root: Path, files: list[str]) -> dict[str, str]:
    """The tracked text files."""
    found = {}
    for name in files:
        data = (root / name).read_bytes()
        if b"\0" not in data and not name.endswith(".pdf"):
            found[name] = data.decode("utf-8")
    return found


def test_python_files_keep_the_rules(texts: dict[str, str]) -> None:
    assert [fault for name, text in texts.items() if name.endswith(".py") for fault in breaches(name, text)] == []


def breaches(name: str, text: str) -> Iterator[str]:
    nodes, lines = list(ast.walk(ast.parse(text))), text.splitlines()
    for rule in rules_for(name):
        for line, fault in rule(nodes):
            if not (fault == SWALLOWED and any("  # " in near for near in lines[line - 1 : line + 1])):
                yield f"{name}:{line}: {fault}"


@pytest.mark.parametrize(("comment", "found"), [("  # it is gone already", 0), ("", 1)])
def test_an_error_passed_over_needs_a_reason(comment: str, found: int) -> None:
    text = f"'It.'\ntry:\n    f()\nexcept OSError:{comment}\n    pass\n"
    assert len(list(breaches("kkr_desk/it.py", text))) == found


def test_no_file_outgrows_a_reader(texts: dict[str, str]) -> None:
    long = {name: text.count("\n") for name, text in texts.items() if name.endswith((".py", ".sh"))}
    assert {name: lines for name, lines in long.items() if lines > MOST_FILE_LINES} == {}


def test_names_say_what_a_file_holds(files: list[str]) -> None:
    assert [name for name in files if VAGUE & {part.split(".")[0] for part in name.split("/")}] == []


def test_nothing_is_left_unfinished(texts: dict[str, str]) -> None:
    assert list(_matching(texts, UNFINISHED)) == []


def test_no_machine_and_no_registry_is_named(texts: dict[str, str]) -> None:
    assert list(_matching(texts, MACHINES)) == []


def test_lines_end_as_in_unix(texts: dict[str, str]) -> None:
    assert [name for name, text in texts.items() if "\r\n" in text] == []


def _matching(texts: dict[str, str], pattern: re.Pattern[str]) -> Iterator[str]:
    for name, text in texts.items():
        for n, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                yield f"{name}:{n}: {line.strip()[:100]}"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (long_functions, "def f():\n    '''Say.'''\n" + "    x = 1\n" * 40),
        (untranslatable_texts, "class A:\n    def f(self):\n        self.tr(f'{n} bilag')"),
        (swallowed_errors, "try:\n    f()\nexcept OSError:\n    pass"),
        (swallowed_errors, "try:\n    f()\nexcept OSError:\n    ..."),
        (swallowed_errors, "with contextlib.suppress(Exception):\n    f()"),
        (texts_without_encoding, "open('a')"),
        (texts_without_encoding, "path.open('w')"),
        (texts_without_encoding, "path.read_text()"),
        (printing, "print('x')"),
        (undocumented, "import os"),
        (hollow_tests, "def test_x():\n    f()"),
        (homecomings, "monkeypatch.undo()"),
    ],
)
def test_a_breach_is_found(rule: Rule, text: str) -> None:
    assert list(rule(list(ast.walk(ast.parse(text)))))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (long_functions, "def f():\n    '''Say\n" + "\n" * 20 + "    much.'''\n" + "    x = 1\n" * 39),
        (untranslatable_texts, "class A:\n    def f(self):\n        self.tr('%n bilag', n=n)"),
        (swallowed_errors, "try:\n    f()\nexcept OSError:\n    g()"),
        (swallowed_errors, "with contextlib.suppress(FileNotFoundError):\n    f()"),
        (
            texts_without_encoding,
            "open('a', 'rb')\npath.open('w', encoding='utf-8')\nStore.open(folder)\npath.open('rb')",
        ),
        (texts_without_encoding, "store.write_text(item, kind, html)"),
        (hollow_tests, "def test_x():\n    with pytest.raises(OSError):\n        f()"),
        (homecomings, "with monkeypatch.context() as failure:\n    failure.undo()"),
    ],
)
def test_what_is_allowed_is_not_found(rule: Rule, text: str) -> None:
    assert not list(rule(list(ast.walk(ast.parse(text)))))


@pytest.mark.parametrize("parts", [("https://py", "pi.org/simple"), ("/wo", "rk/main"), ("C:\\Us", "ers\\anna")])
def test_machines_are_recognised(parts: tuple[str, str]) -> None:
    assert MACHINES.search("".join(parts))


@pytest.mark.parametrize("parts", [("# TO", "DO: later"), ("raise NotImplemented", "Error")])
def test_unfinished_work_is_recognised(parts: tuple[str, str]) -> None:
    assert UNFINISHED.search("".join(parts))
