"""A meeting file from anywhere: refused with a sentence, or taken in whole and sound; nothing in it ever runs."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kkr_desk.errors import Cancelled, UserError
from kkr_desk.model import Council, CouncilId, TextKind
from kkr_desk.progress import NullProgress
from kkr_desk.store import Store
from kkr_desk.store.meeting_exchange import form, reading
from kkr_desk.store.meeting_exchange.reading import read_copy
from tests.intake.papers import simple
from tests.store.meeting_exchange.exchanges import item_named, look_at, rich_meeting, take_in
from tests.store.rows import Recorder, dump
from tests.store.sendings import issue

QUIET = NullProgress()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting file with everything that a file can have."""
    folder = tmp_path_factory.mktemp("giver")
    with Store.open(folder / "store", who="abk") as store:
        meeting = rich_meeting(store)
        source = look_at(store, simple(folder, "notat.pdf", 2))
        with store.operation("Rådet og et bilag"):
            store.save_council(Council(CouncilId(""), meeting.council, logo=store.content.add_bytes(b"<svg/>")))
            store.add_attachment(item_named(store, meeting.id, "Velkomst"), "Notat", "notat.pdf", source)
        issue(store, meeting)
        store.save_meeting(meeting.id, folder / "møde.kkr")
    return folder / "møde.kkr"


@pytest.fixture
def file(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to be spoiled."""
    return Path(shutil.copyfile(made, tmp_path / "møde.kkr"))


def spoil(file: Path, *statements: str) -> None:
    """Change a file as somebody would who knows SQLite."""
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def refusal(file: Path) -> str:
    with pytest.raises(UserError) as refused:
        read_copy(file, QUIET)
    assert refused.value.facts["file"] == str(file)
    return refused.value.code


def test_the_file_is_sound_before_it_is_spoiled(file: Path, other: Store) -> None:
    take_in(other, file)
    assert other.check() == ()
    assert (
        len(other.pages(next(iter(other.agenda(other.meetings()[0].id).items)).attachments[-1].attachment.source)) == 2
    )


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"SQLite format 3\x00", b"SQLite format 3\x00" + bytes(5000)])
def test_another_kind_of_file_is_named(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    assert refusal(file) == "meeting-file-unknown"


def test_a_store_is_no_meeting_file(other: Store) -> None:
    assert refusal(other.file) == "meeting-file-unknown"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nej.kkr") == "file-missing"


def test_a_file_from_the_future_is_named(file: Path) -> None:
    spoil(file, "PRAGMA user_version = 999")
    assert refusal(file) == "meeting-file-newer"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM meeting; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE more (x)",
        "CREATE INDEX i ON item (title)",
        "CREATE VIRTUAL TABLE v USING fts5 (x)",
        "ALTER TABLE item ADD COLUMN extra TEXT",
        "ALTER TABLE item ADD COLUMN extra TEXT GENERATED ALWAYS AS (title || title) VIRTUAL",
        "ALTER TABLE item DROP COLUMN title",
        "ALTER TABLE content_part RENAME COLUMN bytes TO hex",
        "DROP TABLE page",
        "DROP TABLE content_part",
        "DROP TABLE change",
    ],
)
def test_a_schema_that_is_not_ours_is_refused(file: Path, statement: str) -> None:
    spoil(file, statement)
    assert refusal(file) == "meeting-file-damaged"


def test_a_table_that_is_a_view_is_refused(file: Path) -> None:
    spoil(file, "DROP TABLE page", "CREATE VIEW page AS SELECT * FROM rendition")
    assert refusal(file) == "meeting-file-damaged"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM meeting",
        "INSERT INTO meeting SELECT 'to', council, date, index_title, state, time, place, archived FROM meeting",
        "UPDATE meeting SET date = 'i morgen'",
        "UPDATE meeting SET state = 'sent'",
        "UPDATE attachment SET treatment = 'changes=hidden'",
        "UPDATE attachment SET treatment = 'hidden=shown changes=shown'",
        "UPDATE rendition SET treatment = 'comments=shown'",
        'UPDATE rendition SET particulars = \'{"author": "x"}\'',
        'UPDATE rendition SET particulars = \'{"title": "x\\n"}\'',
        "UPDATE item SET closed_reason = 'x' || char(10)",
        "UPDATE decision SET id = 'x'",
        "UPDATE decision SET reservations = '[[\"a\"]]'",
        "UPDATE decision SET reservations = '[[\"a\", 1]]'",
        "UPDATE decision SET outcome = 'x' || char(10)",
        "UPDATE attendee SET presence = 'maybe'",
        "UPDATE attendee SET order_key = ''",
        "UPDATE attendee SET leaves_at = 'intet'",
        "UPDATE follow_up SET due = 'snart'",
        "UPDATE follow_up SET state = 'later'",
        "UPDATE follow_up SET done = '2025-01-01'",
        "UPDATE edition SET number = 0",
        "UPDATE edition SET kind = 'part'",
        "UPDATE edition SET issued_at = '2025-01-01T10:00:00'",
        "UPDATE edition SET withdrawn_at = 'ja'",
        "UPDATE edition SET sent = '{}'",
        'UPDATE edition SET sent = replace(sent, \'"number":1\', \'"number":"1"\')',
        "UPDATE edition SET sent = replace(sent, '\"closed\":false', '\"closed\":0')",
        "UPDATE edition SET sent = replace(sent, '\"page_count\":1', '\"page_count\":-1')",
        "UPDATE edition_file SET sha256 = 'x'",
        "UPDATE edition_file SET size = 7",
        "UPDATE edition_file SET id = 'x'",
        "UPDATE edition_file SET format = 'exe'",
        "UPDATE edition_file SET name = '../x' || char(10)",
        'UPDATE sign_off SET findings = \'[["a", 1, "cpr", "x"]]\'',
        "UPDATE sign_off SET at = '2025-01-01T10:00:00'",
        "UPDATE council SET phrases = '[[1, [\"x\"]]]'",
        "UPDATE meeting SET council = 'KKR' || char(10) || 'to'",
        "UPDATE meeting SET id = '../../etc'",
        "UPDATE item SET meeting_id = 'et andet'",
        "UPDATE item SET parent_id = id",
        "UPDATE item SET parent_id = 'intet' WHERE parent_id IS NOT NULL",
        "UPDATE item SET parent_id = (SELECT max(id) FROM item) WHERE parent_id IS NULL",
        "UPDATE item SET pinned_number = 'to'",
        "UPDATE item SET order_key = ''",
        "UPDATE item SET order_key = '; DROP TABLE item'",
        "UPDATE item SET title = char(27) || '[2J'",
        "UPDATE item SET title = CAST(x'ff41' AS TEXT)",
        "UPDATE item SET title = replace(hex(zeroblob(60000)), '0', 'x')",
        "UPDATE attachment SET source = 'ab'",
        "UPDATE attachment SET item_id = 'intet'",
        "UPDATE attachment SET pinned_number = -1",
        "UPDATE attachment SET language = 'dansk sprog'",
        "UPDATE attachment SET alternate_texts = '[]'",
        "UPDATE attachment SET alternate_texts = 'nej'",
        "UPDATE attachment SET alternate_texts = '{\"figure:1\": 1}'",
        'UPDATE attachment SET alternate_texts = \'{"../x": "y"}\'',
        'UPDATE attachment SET alternate_texts = \'{"page:1":"tæt"}\'',
        'UPDATE attachment SET alternate_texts = \'{"page:1": "a\\u001b[2J"}\'',
        "UPDATE rendition SET accessibility = 'nej'",
        "UPDATE rendition SET accessibility = '[]'",
        "UPDATE rendition SET accessibility = '{}'",
        "UPDATE page SET tags = 'maybe'",
        "UPDATE page SET open_marks = -1",
        "UPDATE content SET sha256 = replace(sha256, 'a', '/')",
        "UPDATE item_text SET kind = 'script'",
        "UPDATE item_text SET item_id = (SELECT id FROM item WHERE title = 'Velkomst')",
        "UPDATE item_text SET html = replace(hex(zeroblob(4000000)), '0', 'x')",
        "UPDATE rendition SET status = 'fine'",
        "UPDATE rendition SET page_count = 3",
        "UPDATE rendition SET pdf = source || 'x'",
        "UPDATE rendition SET warnings = 'nej'",
        "UPDATE rendition SET warnings = '[[1, 2]]'",
        'UPDATE rendition SET warnings = \'[["x", [["a"]]]]\'',
        "UPDATE rendition SET warnings = '{\"a\": 1}'",
        "DELETE FROM page WHERE number = 1",
        "UPDATE page SET width = 1e308 * 10",
        "UPDATE page SET height = -1",
        "UPDATE page SET rotation = 45",
        "UPDATE page SET ink_columns = 1000000",
        "UPDATE page SET ink_top = zeroblob(3)",
        "UPDATE page SET pdf = 'x'",
        "UPDATE council SET template = '[]'",
        'UPDATE council SET template = \'{"attachment_text": "{number.__class__} {title}"}\'',
        'UPDATE council SET template = \'{"stamp_size": "stor"}\'',
        'UPDATE council SET template = \'{"stamp_place": "under"}\'',
        'UPDATE council SET template = \'{"colour": "red; url(x)"}\'',
        "UPDATE council SET members = '[1]'",
        "UPDATE council SET sections = '[1]'",
        "UPDATE operation SET at = 'i går'",
        "UPDATE operation SET at = '2025-01-01T10:00:00'",
        "UPDATE operation SET kind = 'evil'",
        "UPDATE operation SET label = char(10)",
        "UPDATE change SET table_name = 'sqlite_master'",
        "UPDATE change SET after = 'nej' WHERE after IS NOT NULL",
        "UPDATE change SET after = '[]' WHERE after IS NOT NULL",
        'UPDATE change SET after = \'{"id": "en anden"}\' WHERE after IS NOT NULL',
        "UPDATE change SET row_id = replace(hex(zeroblob(200)), '0', 'x') WHERE rowid = 1",
        "UPDATE change SET after = replace(after, '\"source\"', '\"kilde\"') WHERE table_name = 'attachment'",
        "UPDATE change SET after = replace(hex(zeroblob(3)), '0', '[') WHERE after IS NOT NULL",
    ],
)
def test_rows_that_we_never_write_are_refused(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        assert raw.execute(statement).rowcount != 0
    assert refusal(file) == "meeting-file-damaged"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE content_part SET bytes = CAST(bytes || x'00' AS BLOB)",
        "UPDATE content_part SET bytes = zeroblob(length(bytes))",
        "UPDATE content_part SET number = number + 1, bytes = x''",
        "DELETE FROM content_part",
    ],
)
def test_content_that_is_not_what_its_hash_says_is_never_kept(file: Path, other: Store, statement: str) -> None:
    spoil(file, statement)
    before = dump(other)
    with pytest.raises(UserError, match="meeting-file-damaged"):
        take_in(other, file)
    assert dump(other) == before
    assert other.check() == ()
    assert [path for path in other.content.folder.rglob("*") if path.is_file()] == []


def test_texts_are_made_safe(file: Path, other: Store) -> None:
    spoil(file, "UPDATE item_text SET html = '<p onclick=\"x()\">Vigtigt<script>x()</script><img src=x></p>'")
    take_in(other, file)
    (texts,) = other.meeting_texts(other.meetings()[0].id).values()
    assert set(texts.values()) == {"<p>Vigtigt</p>"}
    assert set(texts) <= set(TextKind)


def test_more_rows_than_any_meeting_has_are_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", {**form.MOST_ROWS, "item": 3})
    assert refusal(file) == "meeting-file-damaged"


def test_a_check_can_be_cancelled(file: Path) -> None:
    with pytest.raises(Cancelled):
        read_copy(file, Recorder(cancel_at=1))


@pytest.mark.parametrize("seed", [pytest.param(n, marks=[pytest.mark.torture] if n >= 10 else []) for n in range(100)])
def test_damage_anywhere_is_refused_or_does_no_harm(file: Path, other: Store, seed: int) -> None:
    """Bytes lost, bytes changed, the end cut off: what is taken in is sound, all the same."""
    chance = random.Random(seed)
    data = bytearray(file.read_bytes())
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(72 if seed % 4 else 0, len(data))] = chance.randrange(256)
    if seed % 5 == 0:
        del data[chance.randrange(len(data)) :]
    file.write_bytes(bytes(data))
    before = dump(other)
    try:
        take_in(other, file)
    except UserError as refused:
        assert refused.code.startswith("meeting-file-")  # noqa: PT017  both ways are right
        assert dump(other) == before
    assert {notice.code for notice in other.check()} <= {"content-unreferenced"}
