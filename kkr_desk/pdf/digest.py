"""A hash of all that a page shows, the same before and after it was put into a collection.

Object numbers, the order of dictionary entries, indirectness of lengths and the numbers that tie a page to its
structure tree may change when pages are copied; boxes, content, fonts, pictures, patterns and states may not. So a
page is written out from its resources inwards, every reference replaced by the order in which it was met, streams by
the hash of their bytes as stored.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

import pikepdf

from kkr_desk.pdf.annotations import SEEN, address, kept_as
from kkr_desk.pdf.content import UNREADABLE, page_streams
from kkr_desk.pdf.destinations import Destinations
from kkr_desk.pdf.fields import inherited, needs_look
from kkr_desk.pdf.layers import states

_SHOWN = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group")
_OUTSIDE = frozenset({"/Page", "/Pages", "/StructElem", "/StructTreeRoot"})
_ELSEWHERE = re.compile(rb"/Type /(?:Pages?|StructElem|StructTreeRoot) ")
_PACKED = ("/Filter", "/DecodeParms")
"""How a stream is packed; qpdf writes an empty one without."""
_EMPTY = hashlib.blake2b(b"", digest_size=16).digest()
_OF_FIELDS = frozenset({"/T", "/DA", "/Q"})
"""What a form field may be given where several forms come together; its look does not go by it."""
_OF_LINKS = frozenset({"/Contents"})
"""What a link is given where it does not say where it leads."""
_GIVEN = {"/Widget": _OF_FIELDS, "/Link": _OF_LINKS}
_STATE = frozenset({"/AS"})
"""What a ticked box is given along with its look."""
_VOLATILE = re.compile(rb"/(?:Length (?:\d+ \d+ R|\d+)|StructParents? -?\d+|(?:MC)?AF (?:\d+ \d+ R|\[[^\]]*\])) ?")
_REFERENCE = re.compile(rb"\((?:[^()\\]++|\\.)*\)|<[0-9a-fA-F]*+>|(?<![^ \[])(\d+) (\d+) R(?![^ \]>/])", re.DOTALL)


class Digester:
    """Hashes the pages of one document; what pages share is read once.

    Args:
        pdf: The open document.
        only: The pages that links may lead to, 1-based and ascending; such a link counts by the page's place among
            them. All of the document's without it.
    """

    def __init__(self, pdf: pikepdf.Pdf, only: Sequence[int] | None = None) -> None:
        self._pdf = pdf
        self._only = only
        self._pages = pdf.pages
        self._texts: dict[tuple[int, int], tuple[bytes, tuple[tuple[int, int], ...]]] = {}
        self._roots: dict[tuple[int, int], bytes] = {}
        self._states = states(pdf)
        self._first = 0
        self._destinations: Destinations | None = None

    def page(self, index: int) -> str:
        """Hash of a source page.

        Args:
            index: 0-based.
        """
        obj = self._pages[index].obj
        return self.shown(obj, page_streams(obj), obj.get("/Resources"))

    def shown(
        self,
        page: pikepdf.Object,
        streams: Iterable[pikepdf.Object],
        resources: pikepdf.Object | None,
        *,
        without_font: str = "",
    ) -> str:
        """Hash of what a page dictionary's boxes, these content streams and these resources show.

        Stamped pages are hashed through this, with the stamp's own streams taken away and its font, which goes by the
        name `without_font`, left out.
        """
        hashed = hashlib.blake2b(digest_size=16)
        for key in _SHOWN:
            if key in page:
                hashed.update(key.encode() + self._closed(page[key]))
        hashed.update(b"|" + self._content(list(streams)))
        if isinstance(resources, pikepdf.Dictionary):
            for key, entry in sorted(resources.items()):
                if isinstance(entry, pikepdf.Dictionary):
                    for name, value in sorted(entry.items()):
                        if key == "/Font" and name == without_font:
                            continue
                        hashed.update(f"{key}{name}".encode("utf-8", "replace") + self._closed(value))
                elif key not in ("/ProcSet", "/Font"):  # the stamp's font needs a dictionary to stand in
                    hashed.update(key.encode("utf-8", "replace") + self._closed(entry))
        return hashed.hexdigest()

    def annotations(self, index: int, first: int = 0, made: str | None = None) -> str:
        """Hash of a page's annotations: kind, place, look, and the page of the attachment or address they lead to.

        Those that do not come along into a collection do not count (see `kkr_desk.pdf.annotations`).

        Args:
            index: 0-based, in the document.
            first: 0-based page that links count from: the attachment's first page in a collection.
            made: For a page of a collection: what stands behind the hash of the source's.

        Returns:
            The hash, "" for a page without any. Behind it, and a space, which of them (0-based) are form fields whose
            look is left to viewers, so that a collection has looks for them that the source has not.
        """
        self._first = first
        annots = self._pages[index].obj.get("/Annots")
        if not isinstance(annots, pikepdf.Array):
            return ""
        if self._destinations is None:
            self._destinations = Destinations(self._pdf, self._only)
        kept = [
            (annot, kind)
            for annot in annots.as_list()
            if isinstance(annot, pikepdf.Dictionary) and (kind := kept_as(annot, self._destinations)) is not None
        ]
        if not kept:
            return ""
        if made is None:
            made = ",".join(str(n) for n, (annot, kind) in enumerate(kept) if needs_look(self._pdf, annot, kind))
        unknown = set(made.split(","))
        looks = (self._annotation(annot, kind, str(n) not in unknown) for n, (annot, kind) in enumerate(kept))
        hashed = hashlib.blake2b(b"\n".join(looks), digest_size=16).hexdigest()
        return f"{hashed} {made}".rstrip()

    def whole(self, value: pikepdf.Object) -> str:
        """Hash of one object and all that can be reached from it."""
        return hashlib.blake2b(self._closed(value), digest_size=16).hexdigest()

    def _annotation(self, annot: pikepdf.Object, kind: str, with_look: bool) -> bytes:  # noqa: FBT001
        parts = [kind.encode("utf-8", "replace")]
        seen = SEEN.intersection(annot.keys()) - _GIVEN.get(kind, frozenset())
        seen -= frozenset() if with_look else _STATE
        parts += [key.encode() + self._closed(annot[key]) for key in sorted(seen)]
        if with_look and "/AP" in annot:
            parts.append(self._closed(annot["/AP"]))
        if kind == "/Widget" and inherited(annot, "/FT") != pikepdf.Name.Sig:
            parts.append(self._closed(inherited(annot, "/V")))
        if kind == "/Link" and self._destinations is not None:
            parts.append(self._target(annot, self._destinations))
        return b"|".join(parts)

    def _target(self, annot: pikepdf.Object, destinations: Destinations) -> bytes:
        page = destinations.page_of(annot)
        if page is not None:
            return b"page %d" % (page - self._first)
        return (address(annot) or "").encode("latin-1")

    def _content(self, streams: Sequence[pikepdf.Object]) -> bytes:
        """Hash of a page's content as it is decoded and joined: content that is written anew is packed anew."""
        if not streams:
            return b""
        try:
            data = b"\n".join(stream.read_bytes() for stream in streams)
        except UNREADABLE:
            return b"".join(self._stored(stream) for stream in streams)
        return hashlib.blake2b(data, digest_size=16).digest()

    def _stored(self, stream: pikepdf.Object) -> bytes:
        """Hash of the bytes of a content stream that cannot be decoded, and how they are packed."""
        data = _stream_bytes(stream)
        if data == _EMPTY:
            return data
        packed = (self._closed(stream[key]) for key in _PACKED if key in stream)
        return data + b"".join(packed)

    def _closed(self, value: object) -> bytes:
        """An object and all that can be reached from it, in the order it is met."""
        if not isinstance(value, pikepdf.Object):
            return str(value).encode()
        if not value.is_indirect:
            text, references = self._cut(value)
            return self._walk(text, references) if references else text
        key = value.objgen
        if key not in self._roots:
            self._roots[key] = hashlib.blake2b(self._walk(b"?", (key,)), digest_size=16).digest()
        return self._roots[key]

    def _walk(self, text: bytes, references: Sequence[tuple[int, int]]) -> bytes:
        met: dict[tuple[int, int], int] = {}
        out = [text]
        queue = list(references)
        for key in queue:
            if key in met:
                out.append(b"#%d" % met[key])
                continue
            met[key] = len(met)
            text, inner = self._text(key)
            out.append(text)
            queue.extend(inner)
        return b"\n".join(out)

    def _text(self, key: tuple[int, int]) -> tuple[bytes, tuple[tuple[int, int], ...]]:
        found = self._texts.get(key)
        if found is None:
            text, references = self._cut(self._pdf.get_object(key))
            found = self._texts[key] = text + self._states.get(key, b""), references
        return found

    def _cut(self, obj: pikepdf.Object) -> tuple[bytes, tuple[tuple[int, int], ...]]:
        """An object's text with references cut out, and the references."""
        if isinstance(obj, pikepdf.Stream):
            data = _stream_bytes(obj)
            text = (_unpacked(obj) if data == _EMPTY else obj.stream_dict).unparse(resolved=True)
        else:
            text, data = _unparsed(obj), b""
        if _ELSEWHERE.search(text) and isinstance(obj, pikepdf.Dictionary) and str(obj.get("/Type")) in _OUTSIDE:
            return b"(elsewhere)", ()
        if b"/Length " in text or b"/StructParent" in text or b"AF " in text:
            text = _VOLATILE.sub(b"", text)
        if b" R" not in text:
            return text + data, ()
        references: list[tuple[int, int]] = []

        def cut(match: re.Match[bytes]) -> bytes:
            if match.group(1) is None:
                return match.group()
            references.append((int(match.group(1)), int(match.group(2))))
            return b"@"

        return _REFERENCE.sub(cut, text) + data, tuple(references)


def _unparsed(obj: object) -> bytes:
    return obj.unparse(resolved=True) if isinstance(obj, pikepdf.Object) else str(obj).encode()


def _stream_bytes(stream: pikepdf.Object) -> bytes:
    """Hash of a stream's bytes as stored; of nothing where they cannot be read."""
    try:
        return hashlib.blake2b(stream.read_raw_bytes(), digest_size=16).digest()
    except UNREADABLE:
        return b"unreadable"


def _unpacked(stream: pikepdf.Object) -> pikepdf.Object:
    return pikepdf.Dictionary({key: value for key, value in stream.items() if key not in _PACKED})
