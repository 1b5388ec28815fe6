"""The last look into a public file before it takes its name: nothing of what is closed may be in it, and no CPR number.

Everything is read back from the finished file: what its pages show and what lies on and beside them, every string of
every object, whatever streams hold text, every picture, and the bytes as they lie on the disk.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Name, Object, Pdf, Stream

from kkr_desk.cpr import CprNumber, Rank, find_cpr
from kkr_desk.errors import UserError
from kkr_desk.export.closed_material import ClosedMaterial, runs_of, words_in
from kkr_desk.export.publication import masked
from kkr_desk.export.unseen_words import whole_text, words_of
from kkr_desk.model import Notice, Sha256
from kkr_desk.pdf.content import UNREADABLE, page_streams
from kkr_desk.pdf.held_words import held_words, stream_words
from kkr_desk.progress import Progress

_LEAST_PICTURE = 128
"""Bytes of a picture or drawing that tells anything; empty ones and single dots are alike everywhere."""
_ENCODINGS = ("utf-8", "latin-1", "utf-16-be", "utf-16-le")
_TAG = re.compile(r"<[^<>]*>")
_LINE_END = re.compile(r"</w:p>|</w:tc>|<w:(?:br|cr|tab)\b[^<>]*>")
_SHORTEST = 8
"""Letters of a name that is looked for among bytes."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that is in a public file.

    Attributes:
        notice: It in words; never the closed words themselves.
        stops: Whether the file may not take its name.
    """

    notice: Notice
    stops: bool = True


def leaks(
    made: Path,
    forbidden: Sequence[ClosedMaterial],
    accepted: Collection[str],
    sources: Mapping[Sha256, Path],
    progress: Progress,
    *,
    public: Iterable[Path] = (),
) -> tuple[Leak, ...]:
    """What is in a finished file that may not be there.

    Args:
        made: The file.
        forbidden: What is closed.
        accepted: CPR numbers that somebody has accepted, ten digits each.
        sources: Where the PDFs of what is closed lie, by their hash.
        progress: Stepped by page.
        public: The PDFs of what is open: pictures that they show too, such as a logo, are no leak.

    Returns:
        Each thing once; nothing for a file that may be published.

    Raises:
        Cancelled: By `progress`.
        OSError: A file cannot be read.
    """
    search = _Search(forbidden, frozenset(accepted))
    with closing(pdfium.PdfDocument(made)) as document:  # pages first: what is on one is told of there
        for number in range(1, len(document) + 1):
            progress.step(number - 1, len(document), "publication-reading")
            search.read(whole_text(document, number), number)
        progress.step(len(document), len(document), "publication-reading")
    with pikepdf.open(made) as pdf:
        search.read_objects(pdf)
        search.see_pictures(pdf, _closed_pictures(forbidden, sources, public))
    search.read_bytes(made.read_bytes())
    return tuple(search.found.values())


def word_leaks(
    made: Path, forbidden: Sequence[ClosedMaterial], accepted: Collection[str], progress: Progress
) -> tuple[Leak, ...]:
    """The same for a Word file: all text and all settings of all its parts. Its pictures of pages are not compared.

    Args, raises: As `leaks`.
    """
    search = _Search(forbidden, frozenset(accepted))
    with zipfile.ZipFile(made) as package:
        parts = package.namelist()
        for number, part in enumerate(parts):
            progress.step(number, len(parts), "publication-reading")
            search.read(part)
            if part.lower().endswith((".xml", ".rels")):
                text = package.read(part).decode("utf-8", "replace")
                search.read(unescape(text))
                search.read(unescape(_TAG.sub("", _LINE_END.sub("\n", text))))
    progress.step(len(parts), len(parts), "publication-reading")
    return tuple(search.found.values())


def refuse_leaks(found: Iterable[Leak]) -> tuple[Notice, ...]:
    """Refuse to let a file take its name that has what may not be in it.

    Returns:
        What is only to be told of.

    Raises:
        UserError: ``public-file-refused``, with the reasons.
    """
    listed = tuple(found)
    reasons = tuple(leak.notice for leak in listed if leak.stops)
    if reasons:
        raise UserError("public-file-refused", reasons=reasons)
    return tuple(leak.notice for leak in listed)


class _Search:
    """Looks for what is forbidden and remembers what was found, each thing once.

    Args:
        forbidden: What is closed.
        accepted: CPR numbers that may be there.
    """

    def __init__(self, forbidden: Sequence[ClosedMaterial], accepted: frozenset[str]) -> None:
        self._forbidden = forbidden
        self._accepted = accepted
        self._rows: dict[int, dict[tuple[str, ...], tuple[int, str]]] = {}
        for place, material in enumerate(forbidden):
            for code, rows in (("leak-text", material.phrases), ("leak-name", material.names)):
                for row in rows:
                    self._rows.setdefault(len(row), {})[row] = place, code
        self.found: dict[tuple[object, ...], Leak] = {}

    def read(self, text: str, page: int = 0) -> None:
        """Look into a text; `page` is 1-based, 0 for one that is on no page."""
        for number in find_cpr(text):
            if number.digits not in self._accepted:
                self._tell_number(number, page)
        words = words_in(text)
        for length, rows in self._rows.items():
            for run in runs_of(words, length):
                if run in rows:
                    self._tell(*rows[run], page)

    def read_objects(self, pdf: Pdf) -> None:
        """Look into every string, and every stream that holds text."""
        for held in held_words(pdf):
            self.read(words_of(held))
        for stream in pdf.objects:
            if isinstance(stream, Stream):
                for text in stream_words(stream):
                    self.read(text)

    def see_pictures(self, pdf: Pdf, closed: Mapping[str, int]) -> None:
        """Look for pictures and drawings that only what is closed shows."""
        for picture in _pictures(pdf) if closed else ():
            if picture in closed:
                self._tell(closed[picture], "leak-picture", 0)

    def read_bytes(self, data: bytes) -> None:
        """Look for names in the bytes as they are, also between objects."""
        lower = data.lower()
        for place, material in enumerate(self._forbidden):
            if any(spelling in lower for row in material.names for spelling in _spellings(row)):
                self._tell(place, "leak-name", 0)

    def _tell(self, place: int, code: str, page: int) -> None:
        told, facts = _CODES[code, page > 0], (*self._forbidden[place].place, ("page", str(page)))
        self.found.setdefault((code, place), Leak(Notice(told, facts)))

    def _tell_number(self, number: CprNumber, page: int) -> None:
        code = "leak-cpr" if number.rank is Rank.LIKELY else "leak-maybe-cpr"
        told, facts = _CODES[code, page > 0], (("page", str(page)), ("number", masked(number.digits)))
        self.found.setdefault((code, number.digits), Leak(Notice(told, facts), stops=number.rank is Rank.LIKELY))


_CODES = {
    ("leak-cpr", True): "leak-cpr",
    ("leak-cpr", False): "leak-cpr-hidden",
    ("leak-maybe-cpr", True): "leak-maybe-cpr",
    ("leak-maybe-cpr", False): "leak-maybe-cpr-hidden",
    ("leak-name", True): "leak-name",
    ("leak-name", False): "leak-name-hidden",
    ("leak-picture", False): "leak-picture",
    ("leak-text", True): "leak-text",
    ("leak-text", False): "leak-text-hidden",
}
"""What is told of a find, on a page or on none."""


def _spellings(row: Sequence[str]) -> Iterator[bytes]:
    """A name as it may lie in a file."""
    if sum(map(len, row)) >= _SHORTEST:
        for joint in (" ", "_", "-", "%20", "."):
            for encoding in _ENCODINGS:
                with suppress(UnicodeEncodeError):
                    yield joint.join(row).encode(encoding)


def _closed_pictures(
    forbidden: Sequence[ClosedMaterial], sources: Mapping[Sha256, Path], public: Iterable[Path]
) -> dict[str, int]:
    """The pictures and drawings of what is closed alone, and whose they are."""
    found: dict[str, int] = {}
    for place, material in enumerate(forbidden):
        source = sources.get(material.pdf) if material.pdf else None
        if source is not None:
            with pikepdf.open(source) as pdf:
                found |= dict.fromkeys(_pictures(pdf), place)
    for path in public if found else ():
        with pikepdf.open(path) as pdf:
            for picture in _pictures(pdf):
                found.pop(picture, None)
    return found


def _pictures(pdf: Pdf) -> Iterator[str]:
    """Hashes of what a PDF's pages draw: their content, pictures, and drawings used more than once."""
    for page in pdf.pages:
        yield from (digest for stream in page_streams(page.obj) if (digest := _digest(stream)))
    for held in pdf.objects:
        if isinstance(held, Stream) and held.get("/Subtype") in (Name.Image, Name.Form) and (digest := _digest(held)):
            yield digest


def _digest(stream: Object) -> str:
    try:
        data = stream.read_bytes()
    except UNREADABLE:  # a photograph is not unpacked
        data = stream.read_raw_bytes()
    return hashlib.blake2b(data, digest_size=16).hexdigest() if len(data) >= _LEAST_PICTURE else ""
