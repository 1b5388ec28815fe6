"""What is known of an attachment's file, in words: kind, size, pages, their sizes, and what should be known of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from kkr_desk.model import Attachment, Notice, Particulars, Rendition
from kkr_desk.model.claims import notices_of
from kkr_desk.page_choice import runs
from kkr_desk.sentences import NOTICES, long_date, printable, say
from kkr_desk.store import Store
from kkr_desk.ui.attachment.offers import language_name
from kkr_desk.ui.attachment.page_layout import Size
from kkr_desk.ui.frame.language import language, locale

translate = QCoreApplication.translate

_PAPERS = {
    "A0": (2384, 3370),
    "A1": (1684, 2384),
    "A2": (1191, 1684),
    "A3": (842, 1191),
    "A4": (595, 842),
    "A5": (420, 595),
    "Letter": (612, 792),
}
"""Points of upright sheets (ISO 216, ANSI/ASME Y14.1)."""
_NEAR = 4
"""Points by which a sheet may differ from its norm: printers and scanners do."""
_CENTIMETRE = 72 / 2.54
_PARTS = (
    "factFile",
    "factKind",
    "factLength",
    "factPages",
    "factSizes",
    "factDate",
    "factSender",
    "factCase",
    "factDocument",
    "factLanguage",
    "factNotices",
)
"""The names of the rows."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is read of an attachment's file for its pane.

    Attributes:
        source: The file as it came.
        length: Its bytes; None when it cannot be reached.
        pdf: The PDF of its pages; None without one.
        sizes: Of the pages, in points as they are seen.
    """

    source: Path
    length: int | None
    pdf: Path | None = None
    sizes: tuple[Size, ...] = ()


def read_paper(store: Store, attachment: Attachment, rendition: Rendition) -> Paper:
    """Read what the pane shows of a file; on the store's thread.

    Args:
        store: The store.
        attachment: Whose file it is.
        rendition: What came of looking at it.
    """
    source = store.content.path(attachment.source)
    try:
        length = source.stat().st_size
    except OSError:
        length = None
    if rendition.pdf is None:
        return Paper(source, length)
    sizes = tuple((page.width, page.height) for page in store.pages(rendition.pdf))
    return Paper(source, length, store.content.path(rendition.pdf), sizes)


def kind_words(kind: str) -> str:
    """What a file is: "Word-dokument"."""
    words = {
        "pdf": "PDF",
        "doc": translate("Facts", "Word-dokument"),
        "docx": translate("Facts", "Word-dokument"),
        "odt": translate("Facts", "tekstdokument"),
        "rtf": translate("Facts", "tekstdokument"),
        "xls": translate("Facts", "Excel-regneark"),
        "xlsx": translate("Facts", "Excel-regneark"),
        "ods": translate("Facts", "regneark"),
        "ppt": translate("Facts", "PowerPoint-præsentation"),
        "pptx": translate("Facts", "PowerPoint-præsentation"),
        "odp": translate("Facts", "præsentation"),
        "msg": translate("Facts", "mail"),
        "eml": translate("Facts", "mail"),
        "html": translate("Facts", "hjemmeside"),
        "text": translate("Facts", "ren tekst"),
        "zip": translate("Facts", "pakket mappe"),
        "archive": translate("Facts", "pakket mappe"),
        "program": translate("Facts", "program"),
        "office-encrypted": translate("Facts", "Office-dokument med adgangskode"),
        "empty-file": translate("Facts", "tom fil"),
    }
    pictures = {"jpeg", "png", "tiff", "gif", "bmp", "webp", "heic"}
    if kind in pictures:
        return translate("Facts", "billede ({kind})").format(kind=kind.upper())
    return words.get(kind) or translate("Facts", "ukendt slags fil")


def particulars_words(told: Particulars) -> tuple[str, str, str, str, str]:
    """What a file says of itself: date, sender, case, document and language; "" for each that it does not say."""
    try:
        day = long_date(date.fromisoformat(told.date), language())
    except ValueError:  # a colleague's program may have read it in another way
        day = told.date
    case = ", ".join(number for number in (told.case_number, told.journal_number) if number)
    tongue = language_name(told.language) if told.language else ""
    return printable(day), printable(told.sender), printable(case), printable(told.document_id), printable(tongue)


def size_words(size: Size) -> str:
    """What a page measures: "A4 stående", "21,0 × 10,5 cm"."""
    short, long = sorted(size)
    for name, (width, height) in _PAPERS.items():
        if abs(short - width) <= _NEAR and abs(long - height) <= _NEAR:
            if size[0] > size[1]:
                return translate("Facts", "{paper} liggende").format(paper=name)
            return translate("Facts", "{paper} stående").format(paper=name)
    width_cm, height_cm = (locale().toString(side / _CENTIMETRE, "f", 1) for side in size)
    return translate("Facts", "{width} × {height} cm").format(width=width_cm, height=height_cm)


def sizes_words(sizes: Sequence[Size]) -> str:
    """What all pages measure: "A4 stående, A3 liggende (side 4, 7-8)"; the most frequent first, without its pages."""
    pages: defaultdict[str, list[int]] = defaultdict(list)
    for number, size in enumerate(sizes, 1):
        pages[size_words(size)].append(number)
    said: list[str] = []
    for name, numbers in sorted(pages.items(), key=lambda pair: -len(pair[1])):
        where = ", ".join(_shortened(runs(numbers)))
        said.append(translate("Facts", "{size} (side {pages})").format(size=name, pages=where) if said else name)
    return ", ".join(_shortened(said))


def length_words(length: int | None) -> str:
    """How many bytes a file takes: "1,2 MB"."""
    if length is None:
        return translate("Facts", "kan ikke hentes")
    return locale().formattedDataSize(length, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _shortened(parts: Sequence[str], most: int = 6) -> list[str]:
    return [*parts[:most], *(["…"] if len(parts) > most else [])]


class Facts(QWidget):
    """The facts as a form, and the notices of the file as sentences below it.

    Args:
        parent: Its owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attachment: Attachment | None = None
        self._rendition: Rendition | None = None
        self._paper: Paper | None = None
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(4)
        self._form.setHorizontalSpacing(8)
        self._names = [QLabel() for _ in _PARTS]
        self._values = [QLabel() for _ in _PARTS]
        for name, value, part in zip(self._names, self._values, _PARTS, strict=True):
            value.setObjectName(part)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._form.addRow(name, value)
        self.retranslate()

    def show_facts(self, attachment: Attachment, rendition: Rendition, paper: Paper | None) -> None:
        """Show what is known of a file; `paper` is None until it has been read."""
        self._attachment, self._rendition, self._paper = attachment, rendition, paper
        self._show()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        texts = (
            self.tr("Fil:"), self.tr("Slags:"), self.tr("Fylder:"), self.tr("Sider:"), self.tr("Mål:"),
            self.tr("Dato:"), self.tr("Afsender:"), self.tr("Sag:"), self.tr("Dokument:"), self.tr("Sprog:"),
            self.tr("Bemærk:"),
        )  # fmt: skip
        for name, value, text in zip(self._names, self._values, texts, strict=True):
            name.setText(text)
            value.setAccessibleName(text.rstrip(":"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        if self._attachment is None or self._rendition is None:
            return
        paper, pages = self._paper, self._rendition.page_count
        values = (
            printable(self._attachment.file_name),
            kind_words(self._rendition.kind),
            length_words(paper.length) if paper else "…",
            str(pages) if pages else "",
            sizes_words(paper.sizes) if paper else "",
            *particulars_words(self._rendition.particulars),
            "\n".join(notice_sentences(notices_of(self._rendition, self._attachment.file_name))),
        )
        for row, (value, text) in enumerate(zip(self._values, values, strict=True)):
            value.setText(text)
            self._form.setRowVisible(row, bool(text))


def notice_sentences(notices: Iterable[Notice]) -> list[str]:
    """What should be known of a file, a sentence each."""
    return [say(NOTICES, notice.code, language(), **dict(notice.facts)) for notice in notices]
