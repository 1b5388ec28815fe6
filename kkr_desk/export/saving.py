"""Writing an assembled PDF to a file: deterministic, streams as they are; cancel and a full disk are survived."""

from __future__ import annotations

import io
from pathlib import Path
from types import TracebackType
from typing import Any

import pikepdf

from kkr_desk.progress import Progress


class _Output(io.RawIOBase):
    """A file that remembers the first error instead of raising it.

    qpdf may write while it cleans up after an error, and an exception there ends the process (measured: a file size
    limit in the middle of a save aborts it).
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file.open("wb")
        self.error: OSError | None = None

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def write(self, data: Any) -> int:
        if self.error is None:
            try:
                self._file.write(data)
            except OSError as error:
                self.error = error
        return memoryview(data).nbytes

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            self._file.close()
        except OSError as error:
            self.error = self.error or error
        super().close()
        if self.error is not None and (kind is None or value is self.error):
            raise self.error


def save(pdf: pikepdf.Pdf, made: Path, progress: Progress) -> None:
    """Write a document; streams keep the bytes they have, so that an attachment's page stays what it was.

    Args:
        pdf: The document.
        made: Where to; it may be half written when this raises.
        progress: Stepped by per cent.

    Raises:
        OSError: The disk is full, or the like.
        Cancelled: The user has asked to stop.
    """
    with _Output(made) as output:

        def report(percent: int) -> None:
            if output.error is not None:
                raise output.error
            progress.step(percent, 100, "export-saving")

        report(0)
        pdf.save(
            output,  # type: ignore[arg-type]  # it has all of a binary file that is used
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            deterministic_id=True,
            progress=report,
        )
