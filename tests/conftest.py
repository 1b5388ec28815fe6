"""What every test stands on: a home of its own, no unexpected word in the log, and tools that may be missing.

* Qt draws offscreen; ``pytest --onscreen`` shows the windows.
* A test that logs a warning or worse fails, unless it says `@pytest.mark.expects_log("pattern")`.
* `shared` and `tool` skip a test by name when what they need is absent.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import re
import shutil
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parents[1]

ALLOWED_LOG = (
    # qpdf's remarks on damaged files, passed on by pikepdf. Such files are what the tests are about, and what a
    # caseworker must know of them is a Notice, not a log line.
    ("pikepdf", re.compile(".*", re.DOTALL)),
)
"""Logger (with its children) and message of log records that may appear in any test, each with its reason."""

_HOME_VARIABLES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "WIN_PD_OVERRIDE_APPDATA",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA",
    "WIN_PD_OVERRIDE_COMMON_APPDATA",
    "WIN_PD_OVERRIDE_PERSONAL",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_DOCUMENTS_DIR",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
)

_PYTHON_VARIABLES = ("PYTHONUNBUFFERED", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONOPTIMIZE", "PYTHONWARNINGS")
"""What makes a started Python behave otherwise than a user's; some machines set it for every process."""


class LogRecorder(logging.Handler):
    """Keeps the warnings, errors and worse that reach the root logger."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


_recorder = LogRecorder()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows instead of drawing them offscreen")


def pytest_configure(config: pytest.Config) -> None:
    # Where a machine forbids it, every worker process compiles the program anew: 0.5 s each, and there are hundreds.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    logging.getLogger().addHandler(_recorder)
    _set_up_hypothesis(config)


def pytest_unconfigure() -> None:
    logging.getLogger().removeHandler(_recorder)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    with _no_unexpected_log(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    with _no_unexpected_log(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    with _no_unexpected_log(item):
        return (yield)


_homes = itertools.count()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the homes of all tests are: beside the tests' own folders, each new one of those would read them."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder: settings, the default store and caches of the test and of what it starts are below it."""
    folder = homes / str(next(_homes))
    folder.mkdir()
    for name in _HOME_VARIABLES:
        monkeypatch.setenv(name, str(folder if name in {"HOME", "USERPROFILE"} else folder / name.lower()))
    for name in [n for n in os.environ if n.startswith("KKR_DESK_") and n != "KKR_DESK_SHARED"]:
        monkeypatch.delenv(name)
    for name in _PYTHON_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the source tree."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The project's shared material beside the source tree, or where KKR_DESK_SHARED says; skips without it."""
    folder = Path(os.environ.get("KKR_DESK_SHARED") or ROOT.parent / "shared").resolve()
    if not (folder / "meetings").is_dir():
        pytest.skip("needs ../shared, the project's real meetings and hard files")
    return folder


@pytest.fixture(scope="session")
def tool() -> Callable[[str], Path]:
    """Finds an optional program by name (`tool("qpdf")`); skips without it."""

    def find(name: str) -> Path:
        found = shutil.which(name)
        if found is None:
            pytest.skip(f"needs the optional program {name}")
        return Path(found)

    return find


@contextlib.contextmanager
def _no_unexpected_log(item: pytest.Item) -> Iterator[None]:
    """Fail the phase of a test in which a record appeared that neither the list nor the test's marker expects."""
    _recorder.records.clear()
    yield
    expected = [re.compile(pattern, re.DOTALL) for mark in item.iter_markers("expects_log") for pattern in mark.args]
    lines = [_line(record) for record in _recorder.records if not _is_allowed(record, expected)]
    if lines:
        pytest.fail("unexpected in the log:\n" + "\n".join(lines), pytrace=False)


def _is_allowed(record: logging.LogRecord, expected: list[re.Pattern[str]]) -> bool:
    message = record.getMessage()
    for name, pattern in ALLOWED_LOG:
        if (record.name == name or record.name.startswith(f"{name}.")) and pattern.search(message):
            return True
    return any(pattern.search(message) for pattern in expected)


def _line(record: logging.LogRecord) -> str:
    return f"{record.levelname} {record.name}: {record.getMessage()}"


def _set_up_hypothesis(config: pytest.Config) -> None:
    """Few examples in the daily suite, the same in CI (never the same ones twice), many in `make torture`."""
    suppress = [hypothesis.HealthCheck.too_slow]
    hypothesis.settings.register_profile("daily", max_examples=20, deadline=None, suppress_health_check=suppress)
    hypothesis.settings.register_profile("ci", hypothesis.settings.get_profile("daily"), derandomize=False)
    hypothesis.settings.register_profile("torture", hypothesis.settings.get_profile("daily"), max_examples=1000)
    if not config.getoption("--hypothesis-profile", default=None):
        hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "daily")
