"""What the export dialog says when something goes wrong, and that it can be tried again."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from kkr_desk.ui.export import dialog as dialog_module
from tests.ui.export import exports
from tests.ui.export.exports import Exporting, is_verified, wait_for


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
    controls = exporting.controls
    controls.write_target(exporting.target)
    with monkeypatch.context() as failure:
        failure.setattr(dialog_module, "run_export", failing)
        controls.click("start")
        exporting.finish()
    assert says in controls.outcome
    controls.click("details")
    copied = QGuiApplication.clipboard().text()
    assert controls.outcome in copied
    assert "Error" in copied or "Fault" in copied or "Defect" in copied
    controls.click("start")
    exporting.finish()
    assert is_verified(exporting.desk.folder, exporting.target), "after a failure it can be tried again"


def test_a_missing_folder_is_named_and_made_when_that_is_wanted(exporting: Exporting) -> None:
    controls, target = exporting.controls, exporting.folder / "nye" / "møder" / "samling.pdf"
    controls.write_target(target)
    controls.click("start")
    exporting.finish()
    assert controls.outcome.endswith("findes ikke. Opret den, eller vælg en anden mappe. Intet er gået tabt.")
    assert {"make_folder", "other_name"} <= controls.shown()
    assert controls.button("other_name").text() == "Vælg et andet &sted…"
    controls.click("make_folder")
    exporting.finish()
    wait_for(lambda: not controls.dialog.strip.is_working)
    assert is_verified(exporting.desk.folder, target)


def test_a_folder_that_cannot_be_made_is_named(exporting: Exporting) -> None:
    (exporting.folder / "fil").write_bytes(b"")
    exporting.controls.write_target(exporting.folder / "fil" / "nye" / "samling.pdf")
    exporting.controls.click("start")
    exporting.finish()
    exporting.controls.click("make_folder")
    exporting.finish()
    assert "details" in exporting.controls.shown()
    assert str(exporting.folder / "fil" / "nye") in exporting.controls.outcome


def test_a_mistake_of_ours_goes_to_the_window(exporting: Exporting, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    exporting.desk.failed.connect(told.append)
    monkeypatch.setattr(dialog_module, "run_export", exports.fail_unforeseen)
    exporting.controls.write_target(exporting.target)
    exporting.controls.click("start")
    exporting.finish()
    assert [getattr(error, "code", "") for error in told] == ["worker-exception"]
    assert "start" in exporting.controls.shown()
