"""A PDF that is nothing but the home of one stream, written while its bytes come (ISO 32000-1, 7.3.8 and 7.5).

qpdf reads a stream of a file only when it writes it, and takes one given as bytes into memory at once; a large
picture is there often enough while it is packed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO


def write_stream(path: Path, parts: Iterable[bytes]) -> None:
    """Write a PDF whose catalogue's ``Held`` is a stream without filters.

    Args:
        path: A file that is not there yet.
        parts: The stream's bytes; the next ones are asked for when the last are written.
    """
    with path.open("xb") as file:
        file.write(b"%PDF-1.5\n")
        places = [_object(file, 1, b"<</Type/Catalog/Pages 2 0 R/Held 3 0 R>>")]
        places.append(_object(file, 2, b"<</Type/Pages/Kids[]/Count 0>>"))
        places.append(file.tell())
        file.write(b"3 0 obj<</Length 4 0 R>>stream\n")
        begin = file.tell()
        for part in parts:
            file.write(part)
        length = file.tell() - begin
        file.write(b"\nendstream endobj\n")
        places.append(_object(file, 4, str(length).encode()))
        table = file.tell()
        entries = b"".join(b"%010d 00000 n \n" % place for place in places)
        file.write(b"xref\n0 5\n0000000000 65535 f \n" + entries)
        file.write(b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table)


def _object(file: BinaryIO, number: int, value: bytes) -> int:
    place = file.tell()
    file.write(b"%d 0 obj%s endobj\n" % (number, b" " + value))
    return place
