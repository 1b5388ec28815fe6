"""What the export dialog says when something goes wrong, and that it can be tried again."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from kkr_desk.ui.export import dialog as dialog_module
from tests.ui.export import exports
from tests.ui.export.exports import Exporting, is_verified


@pytest.mark.parametrize(
    ("failing", "says"),
    [
        (exports.fail_in_use, "den er formentlig åben i et andet program. Luk den dér"),
        (exports.fail_disk_full, "Der er ikke mere plads på disken. Frigør plads, og prøv igen. Intet er gået tabt."),
        pytest.param(
            exports.fail_verify,
            "Dokumentet blev kontrolleret og passede ikke",
            marks=pytest.mark.expects_log("a document was not handed over: verify-failed"),
        ),
    ],
)
def test_a_failure_says_what_to_do_and_gives_details(
    exporting: Exporting, monkeypatch: pytest.MonkeyPatch, failing: object, says: str
) -> None:
    monkeypatch.setattr(dialog_module, "run_export", failing)
    controls = exporting.controls
    controls.write_target(exporting.target)
    controls.click("start")
    exporting.finish()
    assert says in controls.outcome
    controls.click("details")
    copied = QGuiApplication.clipboard().text()
    assert controls.outcome in copied
    assert "Error" in copied or "Fault" in copied or "Defect" in copied
    monkeypatch.undo()
    controls.click("start")
    exporting.finish()
    assert is_verified(exporting.desk.folder, exporting.target), "after a failure it can be tried again"


def test_a_missing_folder_is_named(exporting: Exporting) -> None:
    exporting.controls.write_target(exporting.folder / "nej" / "samling.pdf")
    exporting.controls.click("start")
    exporting.finish()
    assert exporting.controls.outcome.endswith("findes ikke. Opret den, eller vælg en anden mappe. Intet er gået tabt.")


def test_a_mistake_of_ours_goes_to_the_window(exporting: Exporting, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    exporting.desk.failed.connect(told.append)
    monkeypatch.setattr(dialog_module, "run_export", exports.fail_unforeseen)
    exporting.controls.write_target(exporting.target)
    exporting.controls.click("start")
    exporting.finish()
    assert [getattr(error, "code", "") for error in told] == ["worker-exception"]
    assert "start" in exporting.controls.shown()
