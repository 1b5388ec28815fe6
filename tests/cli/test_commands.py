"""Every command on a real store and real files: what it does, what it says, what it prints as JSON."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kkr_desk.cli.root import COMMANDS
from kkr_desk.errors import EnvironmentFault
from kkr_desk.store import Store
from tests.cli.runs import COUNCIL, TOTAL, Desk, make_pdf, stored_in


def test_import_says_what_came_in(desk: Desk, meeting: Path, tmp_path: Path) -> None:
    told = desk("--store", tmp_path / "nyt arkiv", "import", meeting)
    assert told.out == f"{COUNCIL}, 14. marts 2025, ligger nu i arkivet: 3 punkter, 3 bilag, 6 sider.\n"


def test_import_as_json(desk: Desk, meeting: Path, tmp_path: Path) -> None:
    imported = desk("import", meeting, "--store", tmp_path / "s", "--json").object
    assert (imported["items"], imported["attachments"], imported["pages"], imported["warnings"]) == (3, 3, 6, [])
    assert desk("list", "--store", tmp_path / "s", "--json").object["meeting"] == imported["meeting"]


def test_import_warns_of_a_page_count_that_is_not_the_one_expected(desk: Desk, meeting: Path, tmp_path: Path) -> None:
    make_pdf(meeting.parent / "Landstal.pdf", 2, "Landstal")
    told = desk("import", meeting, "--store", tmp_path / "s")
    assert told.code == 0
    assert "  – Punkt 2.1, bilag 1: " in told.out
    (warning,) = desk("import", meeting, "--store", tmp_path / "t", "--json").object["warnings"]
    assert desk("build", meeting, "--pdf", tmp_path / "c.pdf", "--json").object["warnings"] == [warning]
    assert warning["code"] == "attachment-pages-differ"
    assert warning["message"] in told.out
    assert (warning["stated"], warning["found"]) == ("1", "2")


def test_build_and_import_tell_of_a_file_that_is_there_twice(desk: Desk, meeting: Path, tmp_path: Path) -> None:
    shutil.copy(meeting.parent / "Landstal.pdf", meeting.parent / "Brev.pdf")
    (warning,) = desk("import", meeting, "--store", tmp_path / "t", "--json").object["warnings"]
    assert (warning["code"], warning["other_item"]) == ("attachment-twice", "2.1")
    assert desk("build", meeting, "--pdf", tmp_path / "c.pdf", "--json").object["warnings"] == [warning]


def test_import_tells_of_a_meeting_that_is_there_already(desk: Desk, store: Path, meeting: Path) -> None:
    told = desk("import", meeting)
    assert told.code == 0
    assert f"  – Arkivet havde allerede et møde i {COUNCIL} den dag. " in told.out
    assert desk("undo").code == 0
    assert len(desk("list", "--json").objects) == 1


def test_a_file_that_may_not_be_read_is_no_usage_error(
    desk: Desk, meeting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    assert desk("inspect", meeting.parent / "Notat.pdf").code == 0


def test_list_shows_the_meetings(desk: Desk, store: Path) -> None:
    heading, rule, row = desk("list").out.splitlines()
    assert heading.split() == ["Dato", "Råd", "Punkter", "Bilag", "Id"]
    assert set(rule) == {"─", " "}
    assert re.fullmatch(rf"14\. marts 2025  {COUNCIL} +3 +3  [0-9a-f]{{8}}", row)


def test_the_id_in_the_list_finds_the_meeting(desk: Desk, store: Path) -> None:
    short = desk("list").out.split()[-1]
    assert desk("show", short).code == 0


def test_list_without_a_store_makes_none(desk: Desk, tmp_path: Path) -> None:
    told = desk("--store", tmp_path / "none", "list")
    assert told.code == 0
    assert "Der er endnu ingen møder" in told.out
    assert desk("--store", tmp_path / "none", "list", "--json").out == ""
    assert not (tmp_path / "none").exists()


def test_a_first_import_that_was_broken_off_leaves_no_riddle(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "kkr-desk.sqlite3").touch()
    told = desk("--store", tmp_path, "list")
    assert (told.code, told.out.count(str(tmp_path))) == (0, 1)
    assert "Der er endnu ingen møder" in told.out
    assert f"Der er ingen møder i mappen {tmp_path}. " in desk("--store", tmp_path, "show", "x").err


@pytest.mark.parametrize("command", [["check"], ["backup", "kopi.sqlite3"]])
def test_a_store_that_may_only_be_read_is_checked_and_backed_up(
    desk: Desk, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    def open_sealed(folder: Path, *, read_only: bool = False) -> Store:
        if not read_only:
            raise EnvironmentFault("store-read-only", file=str(folder), reason="sealed")
        return opened(folder, read_only=True)

    opened = Store.open
    monkeypatch.setattr(Store, "open", open_sealed)
    monkeypatch.chdir(tmp_path)
    assert desk(*command).code == 0
    assert desk("undo").code == 3


def test_show_sets_out_the_agenda_with_its_pages(desk: Desk, store: Path) -> None:
    shown = desk("show", "2025-03-14")
    assert shown.out.splitlines() == [
        f"{COUNCIL}, 14. marts 2025",
        "",
        "Nr.  Titel                                         Sider  Side",
        "───  ────────────────────────────────────────────  ─────  ────",
        "2    (uden titel)",
        "2.1  Beslutningssag: Fordeling af flygtninge 2025            2",
        "       Bilag 1: Landstal 2025                          1     2",
        "       Bilag 2: Notat om økonomi                       2     4",
        "2.2  Siden sidst                                             7",
        "       Bilag 1: Brev                                   3     7",
        "3    Eventuelt",
        "",
        "3 punkter · 3 bilag · 10 sider i samlingen",
    ]


def test_show_follows_the_settings(desk: Desk, store: Path, tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text('[words]\nattachment = "{number} – {title}"\n', encoding="utf-8")
    assert "  1 – Landstal 2025" in desk("--settings", tmp_path / "s.toml", "show", COUNCIL).out


def test_a_wrong_setting_is_named(desk: Desk, store: Path, tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text('[stamp]\nformat = "Side"\n', encoding="utf-8")
    told = desk("export", COUNCIL, "-o", tmp_path / "c.pdf", "--settings", tmp_path / "s.toml")
    assert told.code == 1
    assert "stamp.format" in told.err
    assert not (tmp_path / "c.pdf").exists()


def test_attach_puts_files_behind_the_others(desk: Desk, store: Path, tmp_path: Path) -> None:
    pdf = make_pdf(tmp_path / "Svar_fra_ministeren.pdf", 1, "Svar")
    (tmp_path / "regneark.xlsx").write_bytes(b"PK\x03\x04")
    told = desk("attach", COUNCIL, "2.2", pdf, tmp_path / "regneark.xlsx")
    assert told.code == 0
    first, second, *notices = told.out.splitlines()
    assert first == "Punkt 2.2, bilag 2: Svar fra ministeren – 1 side"
    assert second == "Punkt 2.2, bilag 3: regneark – kan ikke medtages"
    assert all(notice.startswith("  – ") for notice in notices)
    assert notices
    assert "beskadiget" in desk("show", COUNCIL).out


def test_a_packed_folder_is_attached_file_by_file_and_a_mail_with_its_files(
    desk: Desk, store: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "bilag.zip", "w") as packed:
        for name in ("Bilag 10 Tal.txt", "Bilag 2 Notat.txt"):
            packed.writestr(name, f"Om {name}")
    told = desk("attach", COUNCIL, "3", tmp_path / "bilag.zip", "--json").objects
    assert [(one["number"], one["title"], one["status"]) for one in told] == [(1, "Notat", "ok"), (2, "Tal", "ok")]
    inspected = desk("inspect", tmp_path / "bilag.zip", "--json").objects
    assert [(Path(one["file"]).name, one["status"], one["pages"]) for one in inspected][-1] == ("bilag.zip", "ok", 2)
    mail = tmp_path / "svar.eml"
    mail.write_bytes(MAIL)
    assert len(desk("attach", COUNCIL, "3", mail, "--json").objects) == 1
    both = desk("attach", COUNCIL, "3", mail, "--enclosed", "--json").objects
    assert [one["title"] for one in both] == ["svar", "Tal"]


def test_a_folder_is_attached_by_its_names(desk: Desk, store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "til mødet"
    (folder / "2.2 Siden sidst").mkdir(parents=True)
    for name in ("2.1 Bilag 4 - Nyt notat.txt", "2.2 Siden sidst/Referat.txt", "noget.txt"):
        (folder / name).write_text(f"Om {name}", encoding="utf-8")
    told = desk("attach-folder", COUNCIL, folder)
    assert told.code == 0
    assert "Punkt 2.1, bilag 4: Nyt notat – 1 side" in told.out
    assert "Punkt 2.2, bilag 2: Referat – 1 side" in told.out
    assert "noget.txt er ikke vedhæftet" in told.out


def test_attach_takes_some_of_the_pages(desk: Desk, store: Path, tmp_path: Path) -> None:
    pdf = make_pdf(tmp_path / "Rapport.pdf", 5, "Rapport")
    assert desk("attach", COUNCIL, "3", pdf, "--pages", "2 - 3").code == 0
    assert desk("show", COUNCIL).out.splitlines()[-3].split() == ["Bilag", "1:", "Rapport", "2", "af", "5", "11"]
    shown = desk("show", COUNCIL, "--json").object
    (attachment,) = shown["items"][-1]["attachments"]
    assert (attachment["pages"], attachment["page_choice"], shown["pages"]) == (5, "2-3", TOTAL + 3)
    collection = tmp_path / "samling.pdf"
    assert desk("export", COUNCIL, "-o", collection).code == 0
    assert desk("verify", collection, "--meeting", COUNCIL, "--full").code == 0
    with pikepdf.open(collection) as made:
        words = [page.Contents[1].read_bytes() for page in made.pages[-2:]]
    assert [b"(Rapport 2)" in words[0], b"(Rapport 3)" in words[1]] == [True, True]


def test_a_choice_of_pages_that_are_not_there_attaches_nothing(desk: Desk, store: Path, tmp_path: Path) -> None:
    before = desk("show", COUNCIL, "--json").out
    told = desk("attach", COUNCIL, "3", make_pdf(tmp_path / "Rapport.pdf", 5, "Rapport"), "--pages", "4-6")
    assert told.code == 1
    assert told.err.startswith("Sidevalget »4-6« passer ikke til bilaget, hvis sidste side er 5.")
    assert desk("show", COUNCIL, "--json").out == before


def test_undo_and_redo_say_what(desk: Desk, store: Path, tmp_path: Path) -> None:
    desk("attach", COUNCIL, "3", make_pdf(tmp_path / "x.pdf", 1, "X"))
    undone = desk("undo")
    assert re.fullmatch(r"Fortrudt: .*x\.pdf.*\n", undone.out)
    assert "x" not in [a["title"] for i in desk("show", COUNCIL, "--json").object["items"] for a in i["attachments"]]
    assert desk("redo").out == undone.out.replace("Fortrudt", "Gentaget")
    assert desk("redo").err.startswith("Der er ikke noget at gentage.")
    assert desk("redo").code == 1


def test_inspect_says_what_would_happen_and_stores_nothing(desk: Desk, tmp_path: Path, home: Path) -> None:
    pdf = make_pdf(tmp_path / "a.pdf", 3, "A")
    (tmp_path / "b.rar").write_bytes(b"Rar!\x1a\x07\x00")
    told = desk("inspect", pdf, tmp_path / "b.rar")
    assert told.code == 0
    assert told.out.splitlines()[:2] == [f"{pdf}: 3 sider", f"{tmp_path / 'b.rar'}: kan ikke medtages"]
    assert stored_in(home) == []


def test_inspect_as_json(desk: Desk, tmp_path: Path) -> None:
    found = desk("inspect", make_pdf(tmp_path / "a.pdf", 3, "A"), "--json").object
    assert found.pop("seconds") >= 0
    assert found.pop("particulars") is not None
    assert found == {"file": str(tmp_path / "a.pdf"), "status": "ok", "pages": 3, "kind": "pdf", "warnings": []}


def test_inspect_of_a_file_that_is_not_there(desk: Desk, tmp_path: Path) -> None:
    told = desk("inspect", make_pdf(tmp_path / "a.pdf", 1, "A"), tmp_path / "no.pdf")
    assert (told.code, told.out) == (1, "")
    assert "no.pdf findes ikke" in told.err


def test_verify_by_itself_says_that_it_is_only_that(desk: Desk, meeting: Path, tmp_path: Path) -> None:
    desk("build", meeting, "--pdf", tmp_path / "c.pdf")
    told = desk("verify", tmp_path / "c.pdf")
    assert told.code == 0
    assert "Kun filens overensstemmelse med sig selv er kontrolleret." in told.out
    assert desk("verify", tmp_path / "c.pdf", "--json").object["against"] == "itself"


def test_verify_names_what_is_wrong_and_ends_with_1(desk: Desk, store: Path, tmp_path: Path) -> None:
    desk("export", COUNCIL, "-o", tmp_path / "c.pdf")
    assert desk("verify", tmp_path / "c.pdf", "--meeting", COUNCIL).code == 0
    with pikepdf.open(tmp_path / "c.pdf", allow_overwriting_input=True) as pdf:
        del pdf.pages[4]
        pdf.save(tmp_path / "short.pdf")
    told = desk("verify", tmp_path / "short.pdf", "--meeting", COUNCIL)
    assert told.code == 1
    assert "  – " in told.out
    assert told.out.endswith("lav bilagssamlingen igen, før den sendes ud. Filen er ikke rørt.\n")
    assert told.err == ""
    found = desk("verify", tmp_path / "short.pdf", "--meeting", COUNCIL, "--json")
    assert found.code == 1
    assert [finding["code"] for finding in found.objects[0]["findings"]] == ["verify-page-count"]
    assert found.objects[0]["findings"][0]["message"] in told.out


def test_verify_of_a_meeting_file_that_is_not_there(desk: Desk, meeting: Path, tmp_path: Path) -> None:
    told = desk("verify", meeting, "--meeting", tmp_path / "no.json")
    assert told.code == 1
    assert "no.json findes ikke" in told.err


def test_check_finds_what_is_missing(desk: Desk, store: Path) -> None:
    assert desk("check").code == 0
    lost = max((store / "content").rglob("*"), key=lambda file: len(file.name))
    lost.chmod(0o644)
    lost.unlink()
    told = desk("check")
    assert told.code == 1
    assert "mangler i arkivet" in told.out
    found = desk("check", "--json")
    assert [finding["code"] for finding in found.objects[0]["findings"]] == ["content-missing"]


def test_check_tidies_up(desk: Desk, store: Path) -> None:
    stray = store / "content" / "ab" / f"ab{'0' * 62}"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"x" * 100_000)
    os.utime(stray, (0, 0))
    assert "bruges ikke" in desk("check").out
    told = desk("check", "--tidy")
    assert (told.code, stray.exists()) == (0, False)
    assert told.out.startswith("Ryddet op: 1 fil (0,1 MB), som intet møde brugte mere, er fjernet.\n")
    assert desk("check", "--tidy").out.startswith("Der var intet at rydde op.\n")
    assert desk("check", "--tidy", "--json").object["tidied"] == {"files": 0, "size": 0}


def test_a_backup_is_a_store(desk: Desk, store: Path, tmp_path: Path) -> None:
    told = desk("backup", tmp_path / "kopi.sqlite")
    assert told.code == 0
    assert str(tmp_path / "kopi.sqlite") in told.out
    assert desk("list", "--store", tmp_path / "kopi.sqlite", "--json").object["council"] == COUNCIL


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["show", "Nordjylland"], "Der er ikke noget møde, der passer på »Nordjylland«."),
        (["export", COUNCIL, "-o", "no/such/folder/c.pdf"], "no/such/folder"),
        (["attach", COUNCIL, "9.9", __file__], "Mødet har ikke noget punkt 9.9."),
        (["import", "no.json"], "Mødefilen no.json findes ikke."),
        (["show", COUNCIL, "--settings", "no.toml"], "no.toml, findes ikke."),
    ],
)
def test_what_the_user_can_mend_is_one_sentence_and_1(desk: Desk, store: Path, words: list[str], says: str) -> None:
    told = desk(*words)
    assert (told.code, told.out) == (1, "")
    assert says in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("command", [["show", "x"], ["undo"], ["check"], ["backup", "b"], ["export", "x", "-o", "f"]])
def test_a_mistyped_store_is_not_made(desk: Desk, tmp_path: Path, command: list[str]) -> None:
    told = desk("--store", tmp_path / "tsore", *command)
    assert told.code == 1
    assert str(tmp_path / "tsore") in told.err
    assert not (tmp_path / "tsore").exists()


MAIL = b"""From: Region <region@example.dk>
To: KKR <kkr@example.dk>
Subject: Svar
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

Hermed svar.
--b
Content-Type: text/plain; name="Tal.txt"
Content-Disposition: attachment; filename="Tal.txt"

1 2 3
--b--
"""


def fields_documented(root: Path) -> Iterator[tuple[str, list[str]]]:
    page = (root / "docs" / "command-line.md").read_text(encoding="utf-8")
    for row in re.findall(r"^\| (`[\w-]+`(?:, `[\w-]+`)*) \| one[^|]* \| (.*) \|$", page, re.MULTILINE):
        for command in re.findall(r"`([\w-]+)`", row[0]):
            yield command, re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", row[1]))


def test_every_object_has_the_fields_that_are_documented(
    desk: Desk, store: Path, meeting: Path, root: Path, tmp_path: Path
) -> None:
    documented = dict(fields_documented(root))
    documented["build"] = documented["export"]
    documented["attach-folder"] = documented["attach"]
    documented["undo"], documented["redo"] = ["undone"], ["redone"]
    target = tmp_path / "c.pdf"
    pieces = tmp_path / "bilag"
    pieces.mkdir()
    shutil.copy(meeting.parent / "Notat.pdf", pieces / "Punkt 3 Bilag 7 Notat.pdf")
    words: dict[str, list[Any]] = {
        "build": [meeting, "--pdf", target],
        "import": [meeting],
        "attach": ["2025", "3", meeting.parent / "Brev.pdf"],
        "attach-folder": ["2025", pieces],
        "undo": [],
        "redo": [],
        "list": [],
        "show": ["2025"],
        "search": ["eventuelt"],
        "export": ["2025", "-o", target],
        "accessibility": ["2025"],
        "check-publication": ["2025"],
        "inspect": [target],
        "verify": [target, "--meeting", "2025"],
        "check": [],
        "backup": [tmp_path / "b"],
        "save-meeting": ["2025", "-o", tmp_path / "m.kkr"],
        "open-meeting": [tmp_path / "m.kkr"],
    }
    assert set(documented) == set(words) == set(COMMANDS)
    words["import"] += ["--store", tmp_path / "another"]
    for command, arguments in words.items():
        assert list(desk(command, *arguments, "--json").object) == documented[command], command
