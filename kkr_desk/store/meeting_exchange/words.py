"""Differences in words, for window and command line alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from kkr_desk.model import Agenda, NumberedAttachment, NumberedItem, TextKind, Treatment
from kkr_desk.rich_text import parse, plain_text
from kkr_desk.sentences import COMMAND, Language, long_date, printable, say
from kkr_desk.store.meeting_exchange import sending_words
from kkr_desk.store.meeting_exchange.differences import Differences, ItemDifference, RowDifference, Side
from kkr_desk.store.meeting_exchange.form import Value, Values
from kkr_desk.store.meeting_exchange.history import ChangedBy

_FIELDS: Mapping[str, Mapping[str, str]] = {
    "meeting": {
        "council": "exchange-field-council",
        "date": "exchange-field-date",
        "time": "exchange-field-time",
        "place": "exchange-field-place",
        "state": "exchange-field-state",
        "index_title": "exchange-field-index-title",
    },
    "item": {
        "title": "exchange-field-title",
        "case_type": "exchange-field-case-type",
        "case_number": "exchange-field-case-number",
        "caseworker": "exchange-field-caseworker",
        "closed": "exchange-field-closed",
        "closed_reason": "exchange-field-closed-reason",
        "closed_title": "exchange-field-closed-title",
        "withdrawn": "exchange-field-withdrawn",
        "pinned_number": "exchange-field-pinned-number",
    },
}
"""What a field is called, by table and column, in the order they are named."""

_YES_OR_NO = frozenset({"closed", "closed_title", "withdrawn"})
"""Fields that say only whether it is so."""

_NOT_SHOWN = {"source": "exchange-other-file", "alternate_texts": "exchange-other-alternates"}
"""Fields of an attachment that are not shown, only that they differ where nothing else does."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that differs: what it is, how it is here, and how it is in the file."""

    label: str
    ours: str
    theirs: str


def heading(difference: ItemDifference, language: Language) -> str:
    """What differs: "2.1 Fordeling af flygtninge", or the meeting itself."""
    row = difference.ours or difference.theirs
    return _item(row) if row else say(COMMAND, "exchange-meeting", language)


def course(difference: ItemDifference, language: Language) -> str:
    """Who has changed it: "Ændret i filen"."""
    return say(COMMAND, _course(difference), language)


def lines(difference: ItemDifference, differences: Differences, language: Language) -> tuple[Line, ...]:
    """All that differs in one item.

    Args:
        difference: The item.
        differences: What it is one of.
        language: To say it in.
    """
    told = _Telling(differences, language)
    return tuple(line for row in difference.rows for line in told.row(row))


def treatment_words(treatment: Treatment, language: Language) -> str:
    """What was decided of a file: "med ændringsmarkeringer, uden kommentarer"; "" where nothing was."""
    decided = ((field.name, getattr(treatment, field.name)) for field in fields(treatment))
    return ", ".join(say(COMMAND, f"exchange-treated-{name}-{value}", language) for name, value in decided if value)


class _Telling:
    """Says rows in words, within two agendas."""

    def __init__(self, differences: Differences, language: Language) -> None:
        self._ours = differences.ours
        self._theirs = differences.theirs
        self._language = language

    def row(self, row: RowDifference) -> Iterator[Line]:
        """The lines of one row."""
        if row.table == "attachment":
            yield self._attachment(row)
        elif row.table == "item_text":
            yield self._text(row)
        elif row.table in sending_words.TOLD_HERE:
            named = sending_words.label(row.table, row.ours or row.theirs or {}, self._language)
            ours, theirs = (sending_words.content(row.table, side, self._language) for side in (row.ours, row.theirs))
            yield Line(named, ours, theirs)
        else:
            yield from self._fields(row)
            if row.table == "item" and row.ours and row.theirs and _place_of(row.ours) != _place_of(row.theirs):
                sides = (self._place(self._ours, row.ours), self._place(self._theirs, row.theirs))
                yield Line(self._say("exchange-place"), *sides)

    def _fields(self, row: RowDifference) -> Iterator[Line]:
        """Every field that differs; of an item that is on one side alone, the title says enough."""
        is_alone = row.ours is None or row.theirs is None
        for name, code in _FIELDS[row.table].items():
            ours, theirs = (side.get(name) if side is not None else None for side in (row.ours, row.theirs))
            if name == "title" if is_alone else ours != theirs:
                yield Line(self._say(code), self._value(name, row.ours, ours), self._value(name, row.theirs, theirs))

    def _value(self, name: str, side: Values | None, value: Value) -> str:
        if side is None:
            return self._say("exchange-absent")
        if name in _YES_OR_NO:
            return self._say("exchange-yes" if value else "exchange-no")
        if name == "state":
            return self._say(f"exchange-state-{value}")
        if name == "date":
            return long_date(date.fromisoformat(str(value)), self._language)
        return printable(str(value)) if value else self._say("exchange-empty")

    def _text(self, row: RowDifference) -> Line:
        kind = TextKind(row.id.rpartition("/")[2])
        sides = [plain_text(parse(str(side["html"]))).strip() if side else "" for side in (row.ours, row.theirs)]
        return Line(self._say(f"exchange-text-{kind}"), *(side or self._say("exchange-empty") for side in sides))

    def _attachment(self, row: RowDifference) -> Line:
        named = row.ours or row.theirs or {}
        sides = [self._file(self._ours, row.id, row.ours), self._file(self._theirs, row.id, row.theirs)]
        for field, code in _NOT_SHOWN.items():
            is_other = row.ours and row.theirs and row.ours[field] != row.theirs[field]
            if is_other and sides[0] == sides[1]:
                sides[1] = f"{sides[1]}, {self._say(code)}"
        return Line(self._say("exchange-attachment", title=named.get("title", "")), *sides)

    def _file(self, agenda: Agenda | None, row: str, values: Values | None) -> str:
        if values is None or agenda is None:
            return self._say("exchange-absent")
        places = ((item, own) for item in agenda.items for own in item.attachments if own.attachment.id == row)
        item, own = next(places)
        return ", ".join(self._parts(item, own))

    def _parts(self, item: NumberedItem, own: NumberedAttachment) -> Iterator[str]:
        attachment = own.attachment
        yield self._say("exchange-attachment-side", number=f"{item.number}/{own.number}", file=attachment.file_name)
        if own.rendition.page_count:
            form = "pages-one" if own.rendition.page_count == 1 else "pages-many"
            yield self._say(form, count=own.rendition.page_count)
        if attachment.page_choice:
            yield self._say("exchange-chosen-pages", pages=attachment.page_choice)
        if attachment.pinned_number:
            yield self._say("exchange-pinned")
        if attachment.closed and attachment.closed_reason:
            yield self._say("exchange-closed-reason", reason=printable(attachment.closed_reason))
        elif attachment.closed:
            yield self._say("exchange-closed")
        if attachment.closed_title:
            yield self._say("exchange-closed-title")
        if attachment.withdrawn:
            yield self._say("exchange-withdrawn")
        if attachment.language:
            yield self._say("exchange-language", tag=attachment.language)
        if attachment.treatment != Treatment():
            yield treatment_words(attachment.treatment, self._language)
        yield self._say("exchange-titled", title=attachment.title)

    def _place(self, agenda: Agenda | None, values: Values | None) -> str:
        """Where an item stands: below what, and behind what."""
        if agenda is None or values is None:
            return self._say("exchange-absent")
        siblings = [row for row in agenda.items if row.item.parent_id == values["parent_id"]]
        own = next(n for n, row in enumerate(siblings) if row.item.id == values["id"])
        parent = next((row for row in agenda.items if row.item.id == values["parent_id"]), None)
        facts = {
            "parent": _item(parent) if parent else "",
            "before": _item(siblings[own - 1]) if own else "",
        }
        if parent:
            return self._say("exchange-place-under-after" if own else "exchange-place-under-first", **facts)
        return self._say("exchange-place-after" if own else "exchange-place-first", **facts)

    def _say(self, code: str, **facts: object) -> str:
        return say(COMMAND, code, self._language, **facts)


def _item(row: NumberedItem) -> str:
    return printable(f"{row.number} {row.item.title}".strip())


def _place_of(values: Values) -> tuple[Value, Value]:
    """What decides where an item stands."""
    return values["parent_id"], values["order_key"]


def _course(difference: ItemDifference) -> str:
    who = difference.changed_by
    if difference.item is not None and difference.ours is None:
        codes = ("exchange-deleted-here", "exchange-new-there", "exchange-deleted-here-changed-there")
    elif difference.item is not None and difference.theirs is None:
        codes = ("exchange-new-here", "exchange-deleted-there", "exchange-deleted-there-changed-here")
    elif Side.EACH in difference.sides:
        return "exchange-changed-each"
    else:
        codes = ("exchange-changed-here", "exchange-changed-there", "exchange-changed-both")
    return codes[(ChangedBy.OURS, ChangedBy.THEIRS, ChangedBy.BOTH).index(who)]
