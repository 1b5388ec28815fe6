"""What a meeting file says of its attachments for those who listen: language, and texts instead of pictures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kkr_desk.errors import UserError
from kkr_desk.meeting_file import FileAttachment, read

PLACE = "items[0].attachments[0]"


def attachment(folder: Path, **entries: object) -> FileAttachment:
    """The attachment of a meeting file that says this of it."""
    (folder / "a.pdf").write_bytes(b"%PDF")
    items = [{"title": "Sag", "attachments": [{"title": "Kort", "file": "a.pdf", **entries}]}]
    file = folder / "meeting.json"
    file.write_text(json.dumps({"council": "KKR Fyn", "date": "2025-03-14", "items": items}), encoding="utf-8")
    return read(file).items[0].attachments[0]


def test_it_is_read(tmp_path: Path) -> None:
    own = attachment(tmp_path, language="sv-SE", alternate_texts={"figure:2": " Kort over Fyn ", "page:1": "Brev"})
    assert (own.language, own.alternate_texts) == ("sv-SE", {"figure:2": "Kort over Fyn", "page:1": "Brev"})
    assert attachment(tmp_path, language=None, alternate_texts={}) == attachment(tmp_path)
    assert (attachment(tmp_path).language, attachment(tmp_path).alternate_texts) == ("", {})


@pytest.mark.parametrize(
    ("name", "value", "code", "field"),
    [
        ("language", "dansk sprog", "language", ".language"),
        ("language", "da-DK\n", "language", ".language"),
        ("language", 7, "not-text", ".language"),
        ("alternate_texts", ["x"], "not-fields", ".alternate_texts"),
        ("alternate_texts", {"figure:0": "x"}, "picture", ".alternate_texts"),
        ("alternate_texts", {"figure:1\n": "x"}, "picture", ".alternate_texts"),
        ("alternate_texts", {"figure:1": ""}, "text-empty", ".alternate_texts.figure:1"),
        ("alternate_texts", {"figure:1": None}, "not-text", ".alternate_texts.figure:1"),
        ("alternate_texts", {"figure:1": "x" * 5001}, "text-long", ".alternate_texts.figure:1"),
        ("alternate_texts", {"page:1": "a\u2028x"}, "text-unprintable", ".alternate_texts.page:1"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_field(
    tmp_path: Path, name: str, value: object, code: str, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        attachment(tmp_path, **{name: value})
    assert (refused.value.code, refused.value.facts["field"]) == (f"meeting-file-{code}", f"{PLACE}{field}")
