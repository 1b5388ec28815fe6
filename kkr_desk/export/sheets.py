"""How large the pages of a finished PDF are, for printing. In a worker process: this opens the file."""

from __future__ import annotations

from pathlib import Path

from kkr_desk.errors import EnvironmentFault, fault_of
from kkr_desk.progress import Progress


def sheet_sizes(file: Path, *, progress: Progress) -> tuple[tuple[float, float], ...]:
    """Visible width and height of each page in points, after its rotation.

    Args:
        file: The PDF.
        progress: Stepped by page.

    Raises:
        EnvironmentFault: The file is gone or cannot be read any more.
    """
    import pypdfium2  # noqa: PLC0415  the window loads this module to ask a worker

    try:
        file.stat()
        document = pypdfium2.PdfDocument(file)
    except OSError as error:
        raise fault_of(error) from error
    except pypdfium2.PdfiumError as error:
        raise EnvironmentFault("machine-refused", file=str(file), reason="PDF") from error
    try:
        sizes = []
        for number in range(len(document)):
            progress.step(number, len(document), "print-preparing")
            sizes.append(document.get_page_size(number))
        return tuple(sizes)
    finally:
        document.close()
