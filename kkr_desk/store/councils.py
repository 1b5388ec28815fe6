"""Rows of councils: what is usual in each, and what its documents look like."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from typing import Any

from kkr_desk.errors import UserError
from kkr_desk.model import USUAL_PHRASES, Council, CouncilId, Member, Phrases, StampPlace, Template
from kkr_desk.store.attachments import must_hold
from kkr_desk.store.connection import Connection, Row
from kkr_desk.store.meetings import new_id
from kkr_desk.store.wording import one_line

_FIELDS = "id, name, template, logo, members, sections, case_types, word_template, word_template_name, phrases"
_MARKS = ", ".join("?" * len(_FIELDS.split(", ")))
_COUNCIL = f"SELECT {_FIELDS} FROM council"  # noqa: S608  names of our own schema


def read_councils(connection: Connection) -> list[Council]:
    """All councils by name: those that were saved, and with the usual values those that only meetings name."""
    saved = [_council(row) for row in connection.rows(_COUNCIL)]
    sql = "SELECT DISTINCT council FROM meeting WHERE council NOT IN (SELECT name FROM council)"
    named = [Council(CouncilId(""), name) for (name,) in connection.rows(sql)]
    return sorted([*saved, *named], key=lambda council: (council.name.casefold(), council.name))


def read_council(connection: Connection, name: str) -> Council:
    """The council of a name; one with the usual values, and without an id, for a name that nobody has saved."""
    row = connection.row(f"{_COUNCIL} WHERE name = ?", (one_line(name),))
    return _council(row) if row else Council(CouncilId(""), one_line(name))


def save_council(connection: Connection, council: Council, was: str | None) -> Council:
    """Write a council, a new one when it has no id yet; its meetings follow it to a new name.

    Args:
        connection: The store's connection.
        council: What is to be kept.
        was: The name its meetings bear now; without it, that of its row.

    Returns:
        The council as it is kept, with its id.

    Raises:
        UserError: ``council-name-empty``; ``council-name-taken`` by another council, be it one that only meetings
            name; ``council-gone``.
        Defect: ``store-defect`` (content-not-added): its logo or Word template.
    """
    new = _tidy(council)
    if not new.name:
        raise UserError("council-name-empty")
    if connection.row("SELECT 1 FROM council WHERE name = ? AND id <> ?", (new.name, new.id)):
        raise UserError("council-name-taken", name=new.name)
    for content in (new.logo, new.word_template):
        if content is not None:
            must_hold(connection, content)
    had = _name_of(connection, new.id) if new.id else None
    was = had if was is None else was
    _refuse_merging(connection, new.name, {was, had})
    if new.id:
        sql = f"UPDATE council SET ({_FIELDS}) = ({_MARKS}) WHERE id = ?"  # noqa: S608  names of our own schema
        connection.write(sql, (*_values(new), new.id))
    else:
        new = replace(new, id=CouncilId(new_id()))
        connection.write(f"INSERT INTO council ({_FIELDS}) VALUES ({_MARKS})", _values(new))  # noqa: S608  likewise
    if was is not None and was != new.name:
        connection.write("UPDATE meeting SET council = ? WHERE council = ?", (new.name, was))
    return new


def _name_of(connection: Connection, council_id: CouncilId) -> str:
    row = connection.row("SELECT name FROM council WHERE id = ?", (council_id,))
    if row is None:
        raise UserError("council-gone")
    return str(row[0])


def _refuse_merging(connection: Connection, name: str, had: set[str | None]) -> None:
    """Refuse a name that others' meetings bear: their council is one, though nobody has saved it.

    Args:
        connection: The store's connection.
        name: The council's new name.
        had: Names that it had, those of its own meetings. With none it is new, or the one that the meetings name.
    """
    is_renamed = had != {None} and name not in had
    if is_renamed and connection.row("SELECT 1 FROM meeting WHERE council = ?", (name,)):
        raise UserError("council-name-taken", name=name)


def _tidy(council: Council) -> Council:
    """Every word on one line, empty rows left out."""
    members = (Member(one_line(m.name), one_line(m.municipality), one_line(m.party)) for m in council.members)
    return replace(
        council,
        name=one_line(council.name),
        members=tuple(member for member in members if member.name),
        sections=_lines(council.sections),
        case_types=_lines(council.case_types),
        phrases=tuple(_tidy_phrases(council.phrases)),
        word_template_name=one_line(council.word_template_name) if council.word_template else "",
    )


def _tidy_phrases(given: tuple[Phrases, ...]) -> Iterator[Phrases]:
    """Each case type once, the last that is said of it; one without any phrase stays, and offers none."""
    by_type = {one_line(phrases.case_type): _lines(phrases.outcomes) for phrases in given}
    return (Phrases(case_type, outcomes) for case_type, outcomes in by_type.items())


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in map(one_line, texts) if line)


def _values(council: Council) -> tuple[str | None, ...]:
    members = [[m.name, m.municipality, m.party] for m in council.members]
    lists = (_json(part) for part in (members, council.sections, council.case_types))
    phrases = "" if council.phrases == USUAL_PHRASES else _json([[p.case_type, p.outcomes] for p in council.phrases])
    own = (council.word_template, council.word_template_name, phrases)
    return (council.id, council.name, _json(asdict(council.template)), council.logo, *lists, *own)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _council(row: Row) -> Council:
    council_id, name, template, logo, members, sections, case_types, *own = row
    return Council(
        id=council_id,
        name=name,
        template=_template(json.loads(template)),
        logo=logo,
        members=tuple(Member(*given) for given in json.loads(members)),
        sections=tuple(json.loads(sections)),
        case_types=tuple(json.loads(case_types)),
        word_template=own[0],
        word_template_name=own[1],
        phrases=_phrases(own[2]),
    )


def _phrases(written: str) -> tuple[Phrases, ...]:
    """Phrases as they were written; "" is the usual ones, which a later version may better."""
    if not written:
        return USUAL_PHRASES
    return tuple(Phrases(case_type, tuple(outcomes)) for case_type, outcomes in json.loads(written))


def _template(given: dict[str, Any]) -> Template:
    """The template as it was written; a setting that is newer than the row has its default, one that is gone none."""
    known = {field.name for field in fields(Template)}
    values = {name: value for name, value in given.items() if name in known}
    if "stamp_place" in values:
        values["stamp_place"] = StampPlace(values["stamp_place"])
    return Template(**values)
