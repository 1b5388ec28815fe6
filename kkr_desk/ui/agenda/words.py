"""What the agenda says of its rows: on the screen, to a screen reader, and as labels of the journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from kkr_desk.intake.novelty import OFFICE_MISSING
from kkr_desk.model import FileStatus, Notice
from kkr_desk.sentences import COMMAND, NOTICES, say
from kkr_desk.ui.accessibility.words import LACKING
from kkr_desk.ui.agenda.rows import Outline, Row, RowKey, RowKind
from kkr_desk.ui.frame.language import language

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns of the tree."""

    NUMBER = 0
    TITLE = 1
    CASE_TYPE = 2
    CASEWORKER = 3
    PAGES = 4
    PAGE = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign beside a title: an icon with its word.

    A quiet one has no word on the screen, since it stands at so many rows; it is in the row's tip, and spoken.
    """

    icon: str
    word: str
    is_quiet: bool = False

    @property
    def shown(self) -> str:
        """The word beside the icon."""
        return "" if self.is_quiet else self.word


def column_name(column: int) -> str:
    """What stands above a column."""
    return {
        Column.NUMBER: translate("Agenda", "Nr."),
        Column.TITLE: translate("Agenda", "Titel"),
        Column.CASE_TYPE: translate("Agenda", "Type"),
        Column.CASEWORKER: translate("Agenda", "Sagsbeh."),
        Column.PAGES: translate("Agenda", "Sider"),
        Column.PAGE: translate("Agenda", "Side"),
    }[Column(column)]


def column_help(column: int) -> str:
    """What a column holds, where its name leaves a doubt."""
    return {
        Column.CASEWORKER: translate("Agenda", "Sagsbehandler"),
        Column.PAGES: translate("Agenda", "Hvor mange sider bilaget har"),
        Column.PAGE: translate("Agenda", "Hvor i bilagssamlingen punktet eller bilaget begynder"),
    }.get(Column(column), "")


def number_text(row: Row) -> str:
    """A row's number as it stands in its column: "2.1", "Bilag 3"."""
    if row.key.kind is RowKind.AWAITED:  # it is numbered when it is there
        return ""
    if row.is_item:
        return row.number
    return translate("Agenda", "Bilag {number}", "short").format(number=row.number)


def attachment_name(number: int | None, title: str) -> str:
    """An attachment in one line: "Bilag 3: Landstal"."""
    if number is None:
        return title
    return translate("Agenda", "Bilag {number}: {title}").format(number=number, title=title)


def title_text(row: Row) -> str:
    """A row's title; a section that nobody has named says so."""
    return row.title or translate("Agenda", "Uden titel")


def marks(row: Row, *, is_cut: bool = False, waiting: int = 0) -> Iterator[Mark]:
    """What stands beside a row's title; `waiting` titles of attachments have no file yet."""
    if row.key.kind is RowKind.AWAITED and row.arriving:
        yield Mark("file-down", translate("Agenda", "Læses ind …"))
    elif row.key.kind is RowKind.AWAITED:
        yield Mark("file-question-mark", translate("Agenda", "Fil mangler"))
    if row.status is not FileStatus.OK:
        yield Mark("circle-x", status_word(row.status, row.notices))
    elif row.notices:
        yield Mark("triangle-alert", translate("Agenda", "%n bemærkning(er)", "", len(row.notices)))
    if waiting:
        yield Mark("file-question-mark", translate("Agenda", "%n bilag mangler fil", "", waiting))
    if row.lacking:
        yield Mark(LACKING[row.lacking], lacking_word(row), is_quiet=True)
    if row.closed:
        yield Mark("lock", translate("Agenda", "Lukket"))
    if is_cut:
        yield Mark("scissors", translate("Agenda", "Klippet"))


def status_word(status: FileStatus, notices: Iterable[Notice] = ()) -> str:
    """Why a file cannot be included, in a word or two; `notices` are what there is to tell of it."""
    if any(notice.code == OFFICE_MISSING for notice in notices):
        return translate("Agenda", "Venter på Office")
    return {
        FileStatus.OK: "",
        FileStatus.PASSWORD: translate("Agenda", "Låst med kode"),
        FileStatus.DAMAGED: translate("Agenda", "Beskadiget"),
        FileStatus.EMPTY: translate("Agenda", "Tom fil"),
        FileStatus.UNSUPPORTED: translate("Agenda", "Kan ikke medtages"),
        FileStatus.TOO_LARGE: translate("Agenda", "For stor"),
        FileStatus.TIMEOUT: translate("Agenda", "Ikke læst færdig"),
    }[status]


def lacking_word(row: Row) -> str:
    """What an attachment is for those who listen: "Kun tekst"; "" where nothing is to be mended."""
    return say(COMMAND, f"verdict-{row.lacking}", language()) if row.lacking else ""


def notices_text(row: Row) -> str:
    """All there is to know of a row's file, each on a line of its own; "" where there is nothing."""
    lines = [] if row.status is FileStatus.OK else [translate("Agenda", "Kan ikke medtages i bilagssamlingen.")]
    told = (say(NOTICES, notice.code, language(), **dict(notice.facts)) for notice in row.notices)
    lacking = translate("Agenda", "Ikke webtilgængelig: {word}").format(word=lacking_word(row)) if row.lacking else ""
    return "\n".join([*lines, *told, *([lacking] if lacking else [])])


def spoken(row: Row, *, is_cut: bool = False, waiting: int = 0) -> str:
    """A row in one sentence: "Punkt 2.1, Beslutningssag: Fordeling af flygtninge, side 16"."""
    if row.key.kind is RowKind.DRAFT:
        return translate("Agenda", "Nyt punkt: {title}").format(title=title_text(row))
    if row.key.kind is RowKind.AWAITED:
        named = attachment_name(int(row.number) if row.number else None, title_text(row))
        return ", ".join([named, *(mark.word for mark in marks(row))])
    if row.is_item:
        name = translate("Agenda", "Punkt {number}")
        title = f"{row.case_type}: {title_text(row)}" if row.case_type else title_text(row)
    else:
        name, title = translate("Agenda", "Bilag {number}"), title_text(row)
    parts = [name.format(number=row.number), title]
    if row.pinned:
        parts.append(translate("Agenda", "nummeret er fastholdt"))
    drawn = list(marks(row, is_cut=is_cut, waiting=waiting))
    parts += [mark.word for mark in drawn if not mark.is_quiet]
    if row.status is not FileStatus.OK:
        parts.append(translate("Agenda", "kan ikke medtages"))
    elif row.pages is not None:
        parts.append(translate("Agenda", "%n side(r)", "", row.pages))
    parts += [mark.word for mark in drawn if mark.is_quiet]
    if row.page is not None:
        parts.append(translate("Agenda", "side {page}").format(page=row.page))
    return ", ".join(parts)


def named(outline: Outline, key: RowKey) -> str:
    """A row as labels of the journal name it: "punkt 2.3", "bilag 1 under 2.1"."""
    row = outline.rows[key]
    if row.is_item or row.parent is None:
        return translate("Agenda", "punkt {number}").format(number=row.number)
    item = outline.rows[row.parent].number
    return translate("Agenda", "bilag {number} under {item}").format(number=row.number, item=item)


def moving(outline: Outline, keys: Sequence[RowKey]) -> str:
    """Label of moving rows: "Flyt punkt 2.3"."""
    if len(keys) == 1:
        return translate("Agenda", "Flyt {row}").format(row=named(outline, keys[0]))
    return translate("Agenda", "Flyt %n række(r)", "", len(keys))


def deleting(outline: Outline, keys: Sequence[RowKey]) -> str:
    """Label of deleting rows: "Slet punkt 2.3", "Slet bilag 1 under 2.1", "Slet 3 rækker"."""
    if len(keys) == 1:
        return translate("Agenda", "Slet {row}").format(row=named(outline, keys[0]))
    return translate("Agenda", "Slet %n række(r)", "", len(keys))


def changing(outline: Outline, keys: Sequence[RowKey], column: int) -> str:
    """Label of writing into a column: "Omdøb punkt 2.3"."""
    if column == Column.CASE_TYPE and len(keys) > 1:
        return translate("Agenda", "Ret sagstype for %n punkt(er)", "", len(keys))
    label = {
        Column.CASE_TYPE: translate("Agenda", "Ret sagstype for {row}"),
        Column.CASEWORKER: translate("Agenda", "Ret sagsbehandler for {row}"),
    }.get(Column(column), translate("Agenda", "Omdøb {row}"))
    return label.format(row=named(outline, keys[0]))


def adding(title: str) -> str:
    """Label of writing a new item."""
    return translate("Agenda", "Nyt punkt: {title}").format(title=title)


def attaching(names: Sequence[str], number: str) -> str:
    """Label of attaching files: "Vedhæft landstal.pdf til punkt 2.1", "Vedhæft 3 bilag til punkt 2.1"."""
    what = names[0] if len(names) == 1 else translate("Agenda", "%n bilag", "", len(names))
    return translate("Agenda", "Vedhæft {what} til punkt {number}").format(what=what, number=number)


def pasting(items: int, attachments: int = 0) -> str:
    """Label of pasting rows: "Indsæt 5 punkter", "Indsæt 2 bilag", "Indsæt 7 rækker"."""
    if items and attachments:
        return translate("Agenda", "Indsæt %n række(r)", "", items + attachments)
    if attachments:
        return translate("Agenda", "Indsæt %n bilag", "", attachments)
    return translate("Agenda", "Indsæt %n punkt(er)", "", items)
