"""Many objects for a document at once, in the library's own JSON (qpdf's, version 2).

Made one by one, a structure element costs some six calls into the library; measured for 50,000 of them: 0.5 s like this
against 1.6 s.
"""

from __future__ import annotations

import io
import json

from pikepdf import Dictionary, Object, Pdf

_HEAD = '{"jsonversion":2,"pdfversion":"1.3","pushedinheritedpageresources":false,"calledgetallpages":false}'
"""What the library asks for; none of it changes the document."""


class NewObjects:
    """Objects that are numbered before they are made, so that they can refer to each other.

    Nothing else may be added to the document until they are written.

    Args:
        pdf: The document.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self.first: int = pdf.make_indirect(Dictionary()).objgen[0]
        """Number of the first of them; the next has the next number."""
        self._values: list[str] = []

    def add(self, entries: str) -> None:
        """State the next object, a dictionary.

        Args:
            entries: Its entries in JSON, such as ``"/S":"/P","/K":[0,"12 0 R"]``.
        """
        self._values.append(entries)

    def write(self) -> None:
        """Make them."""
        stated = ",".join(f'"obj:{n} 0 R":{{"value":{{{held}}}}}' for n, held in enumerate(self._values, self.first))
        whole = f'{{"qpdf":[{_HEAD},{{{stated}}}]}}'
        self._pdf.update_from_qpdf_json(io.BytesIO(whole.encode("utf-8", "replace")))


def reference(held: Object) -> str:
    """A reference to an indirect object, in JSON."""
    number, generation = held.objgen
    return f'"{number} {generation} R"'


def value(held: Object) -> str:
    """An object as it stands in another one, in JSON: a reference where it is indirect."""
    return held.to_json().decode("utf-8", "replace")


def words(text: str) -> str:
    """A text string (ISO 32000-1, 7.9.2.2), in JSON."""
    return json.dumps(f"u:{text}", ensure_ascii=False)


def octets(data: bytes) -> str:
    """A byte string, in JSON."""
    return f'"b:{data.hex()}"'
