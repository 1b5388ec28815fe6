"""What a file says that the text of its pages leaves out: in comments and fields, behind links, aloud, off the page.

It is asked for before a public edition, in a worker process or on the command line: a document is open 5 to 50 ms for
it (measured), so it need not be kept with what is known of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from kkr_desk.errors import EnvironmentFault, fault_of
from kkr_desk.export.publication import Place, UnseenWords
from kkr_desk.pdf.content import UNOPENABLE, page_streams
from kkr_desk.pdf.held_words import HeldWords, Key, held_words, stream_words

_TAG = re.compile(r"<[^<>]{0,2000}>")
_DIVIDED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
"""PDFium puts one of these where a word was divided at a line's end; the page's text on arrival is without them too."""
_LOOKS_LIKE_MARKUP = frozenset({"/RC", "/RV"})


_KEYS = {
    "/URI": Place.LINK,
    "/Title": Place.BOOKMARK,
    "/Alt": Place.SPOKEN,
    "/ActualText": Place.SPOKEN,
    "/E": Place.SPOKEN,
    "/V": Place.FIELD,
    "/DV": Place.FIELD,
    "/RV": Place.FIELD,
    "/Opt": Place.FIELD,
    "/TU": Place.FIELD,
    "/TM": Place.FIELD,
    "/Contents": Place.ANNOTATION,
    "/RC": Place.ANNOTATION,
    "/Subj": Place.ANNOTATION,
}


def unseen_words(path: Path) -> tuple[UnseenWords, ...]:
    """All words of a PDF that the text of its pages leaves out.

    Args:
        path: A PDF that was looked at on arrival, so that it can be opened.

    Raises:
        EnvironmentFault: The file is gone or cannot be read any more.
    """
    try:
        with pikepdf.open(path) as pdf:
            held = tuple(_held(pdf))
            annotated = [number for number, page in enumerate(pdf.pages, 1) if "/Annots" in page.obj]
        return (*held, *_shown(path, annotated))
    except OSError as error:
        raise fault_of(error) from error
    except (*UNOPENABLE, pdfium.PdfiumError) as error:
        raise EnvironmentFault("machine-refused", file=str(path), reason="PDF") from error


def words_of(held: HeldWords) -> str:
    """A string's words as a reader shows them: without marks, and with a link's escapes undone."""
    if held.key in _LOOKS_LIKE_MARKUP:
        return unescape(_TAG.sub("", held.text))
    return unquote(held.text) if held.key == "/URI" else held.text


def whole_text(document: pdfium.PdfDocument, number: int) -> str:
    """All text of a page (1-based), seen or not, with that of its stamps, fields and comments.

    The document is changed in memory: what lies on the page becomes part of it.
    """
    with closing(document[number - 1]) as shown:
        if pdfium_c.FPDFPage_Flatten(shown, pdfium_c.FLAT_NORMALDISPLAY) != pdfium_c.FLATTEN_SUCCESS:
            return _text(shown)
    with closing(document[number - 1]) as changed:  # the change is only read in a page that is opened after it
        return _text(changed)


def _text(shown: pdfium.PdfPage) -> str:
    with closing(shown.get_textpage()) as textpage:
        text = str(textpage.get_text_range())
    return _DIVIDED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _held(pdf: Pdf) -> Iterator[UnseenWords]:
    pages = _pages(pdf)
    info: Any = pdf.trailer.get("/Info")
    left_out = info.objgen if isinstance(info, Dictionary) else None
    for held in held_words(pdf):
        text = words_of(held)
        if held.holder != left_out and any(letter.isdecimal() for letter in text):
            yield UnseenWords(pages.get(held.holder, 0), _KEYS.get(held.key, Place.ELSEWHERE), text)
    own: Any = pdf.Root.get("/Metadata")
    for stream in pdf.objects:
        if isinstance(stream, Stream) and not (isinstance(own, Stream) and stream.objgen == own.objgen):
            is_spoken = stream.get("/Type") != Name.Metadata and stream.get("/Subtype") != Name.Image
            place = Place.SPOKEN if is_spoken else Place.ELSEWHERE
            for text in stream_words(stream):
                yield UnseenWords(pages.get(stream.objgen, 0), place, text)


def _pages(pdf: Pdf) -> dict[Key, int]:
    """The page that objects belong to: annotations, and elements that name their page."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found: dict[Key, int] = {}
    for number, page in enumerate(pdf.pages, 1):
        annots = page.obj.get("/Annots")
        listed = annots.as_list() if isinstance(annots, Array) else ()
        found |= {annot.objgen: number for annot in listed if isinstance(annot, Dictionary) and annot.is_indirect}
        found |= {stream.objgen: number for stream in page_streams(page.obj)}
    for held in pdf.objects:
        if isinstance(held, Dictionary) and "/Pg" in held:
            page_of: Any = held.get("/Pg")
            if isinstance(page_of, Object) and page_of.objgen in numbers:
                found[held.objgen] = numbers[page_of.objgen]
    return found | numbers


def _shown(path: Path, annotated: list[int]) -> Iterator[UnseenWords]:
    """The whole text of each page that has more than what was read on arrival."""
    with closing(pdfium.PdfDocument(path)) as document:
        for number in range(1, len(document) + 1):
            with closing(document[number - 1]) as shown:
                has_more = number in annotated or _has_more(shown)
            if has_more:
                yield UnseenWords(number, Place.SHOWN, whole_text(document, number))


def _has_more(shown: pdfium.PdfPage) -> bool:
    """Whether text lies outside a page's visible part."""
    with closing(shown.get_textpage()) as textpage:
        return len(str(textpage.get_text_range()).split()) != len(str(textpage.get_text_bounded()).split())
