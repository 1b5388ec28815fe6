"""A PDF that is nothing but the home of streams, written while their bytes come (ISO 32000-1, 7.3.8 and 7.5).

qpdf reads a file's stream when it writes it, but has one in memory that it is given as bytes or copies from another
file; a large picture takes enough room while it is packed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from pikepdf import Dictionary


class StreamFile:
    """A PDF whose objects from the third are streams and their lengths by turns; a context manager, for writing.

    Args:
        path: A file that is not there yet.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb")
        self._places: list[int] = []
        self._file.write(b"%PDF-1.5\n")
        self._object(b"<</Type/Catalog/Pages 2 0 R>>")
        self._object(b"<</Type/Pages/Kids[]/Count 0>>")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file; it is a PDF only after `finish`."""
        self._file.close()

    def add(self, dictionary: Dictionary, parts: Iterable[bytes]) -> int:
        """Write a stream.

        Args:
            dictionary: All it says but its length.
            parts: Its bytes; the next ones are asked for when the last are written.

        Returns:
            Its object number.
        """
        number = len(self._places) + 1
        self._places.append(self._file.tell())
        said = dictionary.unparse().removesuffix(b">>")
        self._file.write(b"%d 0 obj %s /Length %d 0 R >>stream\n" % (number, said, number + 1))
        begin = self._file.tell()
        for part in parts:
            self._file.write(part)
        length = self._file.tell() - begin
        self._file.write(b"\nendstream endobj\n")
        self._object(b"%d" % length)
        return number

    def finish(self) -> None:
        """Write what makes it a PDF."""
        table, size = self._file.tell(), len(self._places) + 1
        entries = b"".join(b"%010d 00000 n \n" % place for place in self._places)
        self._file.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, entries))
        self._file.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, table))
        self._file.close()

    def _object(self, value: bytes) -> None:
        self._places.append(self._file.tell())
        self._file.write(b"%d 0 obj %s endobj\n" % (len(self._places), value))
