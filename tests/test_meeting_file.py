"""Meeting files: what fits is read, what does not is refused by the field's name."""

from __future__ import annotations

import json
import sys
import unicodedata
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kkr_desk.errors import UserError
from kkr_desk.meeting_file import FileAttachment, FileItem, MeetingFile, field_name, read
from kkr_desk.model import INDEX_TITLE
from kkr_desk.numbering import is_number
from kkr_desk.paths import resource

GOOD: dict[str, Any] = {
    "council": "KKR Midtsjælland",
    "date": "2025-03-14",
    "items": [
        {
            "number": "2.1",
            "case_type": "Beslutningssag",
            "title": "Fordeling af flygtninge 2025",
            "attachments": [{"number": 1, "title": "Landstal 2025", "file": "a.pdf", "pages": 14}],
        },
        {"title": "Eventuelt"},
    ],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting's folder with one attachment, a folder with another, and a file that lies outside it."""
    folder = tmp_path_factory.mktemp("outside") / "meeting"
    (folder / "bilag").mkdir(parents=True)
    for name in ("a.pdf", "bilag/b.pdf", "../secret.pdf"):
        (folder / name).write_bytes(b"%PDF-1.7")
    return folder


def write(folder: Path, document: object) -> Path:
    file = folder / "meeting.json"
    text = document if isinstance(document, str) else json.dumps(document)
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    return file


def refusal(folder: Path, document: object) -> UserError:
    with pytest.raises(UserError) as caught:
        read(write(folder, document))
    return caught.value


def changed(*path: str | int, value: object) -> dict[str, Any]:
    """The good meeting with one value changed or added."""
    document = deepcopy(GOOD)
    node: Any = document
    for part in path[:-1]:
        node = node[part]
    node[path[-1]] = value
    return document


def with_file(name: str) -> dict[str, Any]:
    return changed("items", 0, "attachments", 0, "file", value=name)


def test_a_meeting_is_read(folder: Path) -> None:
    attachment = FileAttachment(1, "Landstal 2025", folder / "a.pdf", 14)
    items = (
        FileItem("2.1", "Fordeling af flygtninge 2025", "Beslutningssag", (attachment,)),
        FileItem(None, "Eventuelt", None),
    )
    expected = MeetingFile("KKR Midtsjælland", date(2025, 3, 14), INDEX_TITLE, issued=False, items=items, folder=folder)
    assert read(write(folder, GOOD)) == expected


def test_a_byte_order_mark_and_what_was_expected_are_passed_over(folder: Path) -> None:
    file = write(folder, "\ufeff" + json.dumps({**GOOD, "issued": True, "expected": {"total_pages": 180}}))
    assert read(file).issued


def test_the_real_meetings_are_read(shared: Path) -> None:
    for folder in (shared / "meetings").iterdir():
        meeting = read(folder / "meeting.json")
        assert meeting.issued
        assert all(a.path.is_file() and a.pages for item in meeting.items for a in item.attachments)


def test_texts_are_kept_composed_and_without_space_around_them(folder: Path) -> None:
    document = changed(
        "council", value=" KKR " + unicodedata.normalize("NFD", "Sjælland på Ærø å") + "\t".strip() + " "
    )
    assert read(write(folder, document)).council == "KKR Sjælland på Ærø å"


def test_a_file_name_of_a_mac_is_found_by_its_composed_spelling(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "Årsrapport.pdf")).write_bytes(b"%PDF")
    meeting = read(write(tmp_path, with_file("Årsrapport.pdf")))
    assert meeting.items[0].attachments[0].path.is_file()


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("place",), "Ringsted", "meeting-file-field-unknown"),
        (("items", 0, "note"), "", "meeting-file-field-unknown"),
        (("items", 0, "attachments", 0, "url"), "", "meeting-file-field-unknown"),
        (("council",), 7, "meeting-file-not-text"),
        (("council",), "", "meeting-file-text-empty"),
        (("council",), " \u00a0", "meeting-file-text-empty"),
        (("council",), "x" * 201, "meeting-file-text-long"),
        (("council",), "KKR\nSjælland", "meeting-file-text-unprintable"),
        (("council",), "KKR \u202eSjælland", "meeting-file-text-unprintable"),
        (("council",), "KKR \ud800", "meeting-file-text-unprintable"),
        (("index_title",), None, "meeting-file-not-text"),
        (("issued",), 1, "meeting-file-not-yes-no"),
        (("date",), "14.3.2025", "meeting-file-date"),
        (("date",), "2025-02-30", "meeting-file-date"),
        (("date",), "20250314", "meeting-file-date"),
        (("date",), "2025-W11-5", "meeting-file-date"),
        (("date",), "2025-03-14\n", "meeting-file-date"),
        (("date",), 20250314, "meeting-file-not-text"),
        (("items",), {}, "meeting-file-not-list"),
        (("items", 0), "2.1", "meeting-file-not-fields"),
        (("items",), [{"title": "x"}] * 1001, "meeting-file-list-long"),
        (("items", 0, "title"), "x" * 1001, "meeting-file-text-long"),
        (("items", 0, "number"), "2.01", "meeting-file-item-number"),
        (("items", 0, "number"), "2.1\n", "meeting-file-item-number"),
        (("items", 0, "number"), 2.1, "meeting-file-not-text"),
        (("items", 1, "number"), "2.1", "meeting-file-item-twice"),
        (("items", 0, "attachments", 0, "number"), "1", "meeting-file-not-number"),
        (("items", 0, "attachments", 0, "number"), 1.5, "meeting-file-not-number"),
        (("items", 0, "attachments", 0, "number"), True, "meeting-file-not-number"),
        (("items", 0, "attachments", 0, "number"), 0, "meeting-file-number-small"),
        (("items", 0, "attachments", 0, "number"), 10_000, "meeting-file-number-large"),
        (("items", 0, "attachments", 0, "pages"), 0, "meeting-file-number-small"),
        (("items", 0, "attachments", 0, "title"), "a\u2028x", "meeting-file-text-unprintable"),
        (("items", 0, "attachments", 0, "file"), "", "meeting-file-text-empty"),
        (("items", 0, "attachments", 0, "file"), "a\0.pdf", "meeting-file-text-unprintable"),
        (("items", 0, "attachments", 0, "file"), "x" * 256, "meeting-file-text-long"),
        (("items", 0, "attachments", 0, "file"), "ø" * 200, "meeting-file-text-long"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_field(
    folder: Path, path: tuple[str | int, ...], value: object, code: str
) -> None:
    error = refusal(folder, changed(*path, value=value))
    field = field_name(path) + (".number" if code == "meeting-file-item-twice" and path[-1] != "number" else "")
    assert (error.code, error.facts.get("field")) == (code, field)


@pytest.mark.parametrize(
    "path", [("council",), ("date",), ("items",), ("items", 1, "title"), ("items", 0, "attachments", 0, "file")]
)
def test_a_missing_field_is_named(folder: Path, path: tuple[str | int, ...]) -> None:
    document = deepcopy(GOOD)
    node: Any = document
    for part in path[:-1]:
        node = node[part]
    del node[path[-1]]
    error = refusal(folder, document)
    assert (error.code, error.facts["field"]) == ("meeting-file-field-missing", field_name(path))


def test_the_first_fault_in_the_order_of_the_file_is_named(folder: Path) -> None:
    document = {"items": [{"title": 1}, {"title": 2}], "date": 3, "council": "KKR"}
    assert refusal(folder, document).facts["field"] == "items[0].title"


def test_an_attachment_number_is_used_once_within_its_item(folder: Path) -> None:
    twice = [{"number": 1, "title": "x", "file": "a.pdf"}] * 2
    error = refusal(folder, changed("items", 0, "attachments", value=twice))
    assert error.code == "meeting-file-attachment-twice"
    assert error.facts["field"] == "items[0].attachments[1].number"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('{"council": "a", "council": "b"}', "council"),
        ('{"items": [{"title": "a"}, {"title": "b", "title": "b"}]}', "items[1].title"),
        ('{"expected": {"x": [{"y": 1, "y": 1}]}}', "expected.x[0].y"),
    ],
)
def test_a_field_given_twice_is_named(folder: Path, text: str, field: str) -> None:
    error = refusal(folder, text)
    assert (error.code, error.facts["field"]) == ("meeting-file-field-twice", field)


def test_broken_json_is_refused_by_its_line(folder: Path) -> None:
    error = refusal(folder, '{\n "council": "KKR",\n "date" "2025-03-14"\n}')
    assert (error.code, error.facts["line"], error.facts["column"]) == ("meeting-file-broken", 3, 9)


@pytest.mark.parametrize(
    "text", ["[]", "null", '"x"', '{"a": NaN}', "[" * 100_000, '{"a": ' + "9" * 5000 + "}", '{"a":' * 50_000]
)
def test_what_is_no_meeting_is_refused(folder: Path, text: str) -> None:
    assert refusal(folder, text).code in ("meeting-file-not-a-meeting", "meeting-file-broken")


def test_another_encoding_is_refused_by_its_line(folder: Path) -> None:
    file = folder / "latin.json"
    file.write_bytes('{\n "council": "KKR Sjælland"}'.encode("cp1252"))
    with pytest.raises(UserError) as caught:
        read(file)
    assert (caught.value.code, caught.value.facts["line"]) == ("meeting-file-encoding", 2)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", b"PK\x03\x04\xff\xfe", b"\x89PNG\r\n"])
def test_another_kind_of_file_is_not_sent_back_for_its_encoding(folder: Path, data: bytes) -> None:
    (folder / "meeting.json").write_bytes(data)
    with pytest.raises(UserError, match="meeting-file-not-a-meeting"):
        read(folder / "meeting.json")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_other_encoding_of_a_meeting_is_named_as_one(folder: Path, encoding: str) -> None:
    (folder / "meeting.json").write_bytes('{"council": "KKR Ærø"}'.encode(encoding))
    with pytest.raises(UserError, match="meeting-file-encoding"):
        read(folder / "meeting.json")


def test_a_file_that_is_missing_or_a_folder_is_refused(folder: Path) -> None:
    for path in (folder / "no.json", folder):
        with pytest.raises(UserError) as caught:
            read(path)
        assert caught.value.code == "meeting-file-missing"


def test_a_huge_file_is_not_read(folder: Path) -> None:
    with (folder / "huge.json").open("wb") as huge:
        huge.truncate(1 << 33)
    with pytest.raises(UserError) as caught:
        read(folder / "huge.json")
    assert caught.value.code == "meeting-file-too-large"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.pdf",
        "bilag/../../secret.pdf",
        "bilag/../a.pdf",
        "..",
        "/etc/passwd",
        "//server/share/a.pdf",
        "C:/a.pdf",
        "C:a.pdf",
        "c:\\a.pdf",
        "\\\\server\\share\\a.pdf",
        "\\a.pdf",
        "bilag\\b.pdf",
    ],
)
def test_a_path_that_leads_outside_is_refused(folder: Path, name: str) -> None:
    error = refusal(folder, with_file(name))
    assert (error.code, error.facts["field"]) == ("meeting-file-path-outside", "items[0].attachments[0].file")


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links, which Windows keeps for administrators")
def test_a_link_that_leads_outside_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to(folder / "a.pdf")
    (tmp_path / "linked").symlink_to(folder)
    (tmp_path / "round").symlink_to(tmp_path / "round")
    for name in ("link.pdf", "linked/a.pdf", "round", "round/a.pdf"):
        assert refusal(tmp_path, with_file(name)).code == "meeting-file-path-outside"


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links, which Windows keeps for administrators")
def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "link.pdf").symlink_to("a.pdf")
    assert read(write(tmp_path, with_file("link.pdf"))).items[0].attachments[0].path == tmp_path / "link.pdf"


def test_a_file_in_a_folder_below_is_found(folder: Path) -> None:
    assert read(write(folder, with_file("bilag/b.pdf"))).items[0].attachments[0].path == folder / "bilag" / "b.pdf"


def test_all_missing_attachments_are_named_at_once(folder: Path) -> None:
    files = [{"title": "x", "file": f"{n}.pdf"} for n in range(12)]
    error = refusal(folder, changed("items", 0, "attachments", value=[*files, {"title": "x", "file": "bilag"}]))
    assert error.code == "meeting-file-attachments-missing"
    assert error.facts["count"] == 13
    assert error.facts["files"] == (*(f"{n}.pdf" for n in range(10)), "…")


def test_the_schema_is_sound_and_says_what_numbering_says() -> None:
    schema = json.loads(resource("schema/meeting.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["index_title"]["default"] == INDEX_TITLE
    pattern = schema["$defs"]["item"]["properties"]["number"]["pattern"]
    validator = jsonschema.Draft202012Validator({"pattern": pattern})
    for number in ("1", "2.1", "9999.1", "1.2.3.4.5.6", "0", "01", "1.", "1.2.3.4.5.6.7", "12345", "a", "", "1.0"):
        assert validator.is_valid(number) == is_number(number)


def test_every_field_is_documented(root: Path) -> None:
    schema = json.loads(resource("schema/meeting.schema.json").read_text(encoding="utf-8"))
    page = (root / "docs" / "meeting-format.md").read_text(encoding="utf-8")
    for part in (schema, schema["$defs"]["item"], schema["$defs"]["attachment"]):
        for name, field in part["properties"].items():
            required = name in part["required"]
            assert f"| `{name}` | {'skal med ' if required else ''}|" in page, name
            assert field["description"]


KEYS = st.sampled_from(
    ["council", "date", "items", "issued", "index_title", "title", "number", "file", "attachments", "pages", "x", ""]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(
        ["2025-03-14", "2.1", "a.pdf", "../secret.pdf", "bilag", "e\u0301.pdf", "a/b", "CON", "~", "\ud800"]
    )
)
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5))


@given(st.dictionaries(KEYS, JSON, max_size=6))
def test_any_document_is_read_or_refused(folder: Path, document: dict[str, Any]) -> None:
    check_read_or_refused(write(folder, document))


ITEM = ("items", 0)
ATTACHMENT = (*ITEM, "attachments", 0)
PLACES: list[tuple[str | int, ...]] = [
    ("council",),
    ("date",),
    ITEM,
    (*ITEM, "title"),
    (*ITEM, "number"),
    (*ITEM, "attachments"),
    ATTACHMENT,
    (*ATTACHMENT, "file"),
    (*ATTACHMENT, "number"),
]


@given(st.sampled_from(PLACES), JSON)
def test_a_meeting_with_one_wrong_value_is_read_or_refused(
    folder: Path, path: tuple[str | int, ...], value: object
) -> None:
    check_read_or_refused(write(folder, changed(*path, value=value)))


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe{\0}\0")
@example(b'{"a": "\\ud800"}')
def test_any_bytes_are_refused(folder: Path, data: bytes) -> None:
    file = folder / "any.json"
    file.write_bytes(data)
    with pytest.raises(UserError):
        read(file)


@given(st.text(alphabet=st.sampled_from("abA/\\.:~ *?\u0301å%")).map(lambda text: text[:40]))
def test_no_path_leads_out_of_the_folder(folder: Path, name: str) -> None:
    meeting = check_read_or_refused(write(folder, with_file(name)))
    if meeting is not None:
        for attachment in meeting.items[0].attachments:
            assert attachment.path.resolve().is_relative_to(folder.resolve())


def check_read_or_refused(file: Path) -> MeetingFile | None:
    """Read a file; any error but a refusal of the file's ends the test."""
    try:
        meeting = read(file)
    except UserError as error:
        refused = error.code
    else:
        assert meeting.council.strip()
        return meeting
    assert refused.startswith("meeting-file-")
    return None
