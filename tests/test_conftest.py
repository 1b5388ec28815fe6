"""The ground of the tests: an unexpected log record fails a test, homes are fresh, the horrible name works."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import platformdirs
import pytest

from tests.factory import HORRIBLE_NAME

pytest_plugins = ["pytester"]

LOGGING_TESTS = """
import logging
import pytest

def test_quiet():
    logging.getLogger("some.library").info("nothing special")

def test_unexpected():
    logging.getLogger("some.library").warning("something is odd")

@pytest.mark.expects_log("is odd")
def test_expected():
    logging.getLogger("some.library").warning("something is odd")

@pytest.mark.expects_log("is odd")
def test_expected_another():
    logging.getLogger("some.library").error("something broke")

def test_allowed():
    logging.getLogger("pikepdf._core").warning("file is damaged")
"""


def test_an_unexpected_log_record_fails_the_test(pytester: pytest.Pytester, root: Path) -> None:
    pytester.makeconftest((root / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makeini("[pytest]\nmarkers = expects_log: as in pyproject.toml\n")
    pytester.makepyfile(LOGGING_TESTS)
    result = pytester.runpytest_subprocess("-p", "no:randomly")
    result.assert_outcomes(passed=3, failed=2)
    result.stdout.fnmatch_lines(["*WARNING some.library: something is odd*", "*ERROR some.library: something broke*"])


def test_settings_and_data_are_in_a_fresh_home(home: Path) -> None:
    assert not any(home.iterdir())
    dirs = platformdirs.PlatformDirs("kkr-desk", appauthor=False)
    for folder in (dirs.user_data_path, dirs.user_config_path, dirs.user_state_path, dirs.user_cache_path, Path.home()):
        assert folder.is_relative_to(home)
    assert not [name for name in os.environ if name.startswith("KKR_DESK_") and name != "KKR_DESK_SHARED"]


def test_the_horrible_name_is_a_possible_one(tmp_path: Path) -> None:
    file = tmp_path / HORRIBLE_NAME
    file.write_bytes(b"%PDF-")
    assert [found.name for found in tmp_path.iterdir()] == [HORRIBLE_NAME]


def test_qt_draws_offscreen(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--onscreen"):
        pytest.skip("the windows are to be seen")
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert logging.getLogger().handlers
