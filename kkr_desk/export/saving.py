"""Writing an assembled PDF to a file: deterministic, streams as they are; cancel and a full disk are survived."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf

from kkr_desk.progress import Progress

_BUFFER = 1 << 20


class _Output(io.RawIOBase):
    """A file that remembers the first error instead of raising it.

    qpdf may write while it cleans up after an error, and an exception there ends the process (measured: a file size
    limit in the middle of a save aborts it). It has no `fileno`, so that pikepdf does not write past it.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = io.FileIO(file, "w")
        self.error: OSError | None = None

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def write(self, data: Any) -> int:
        if self.error is None:
            try:
                return self._file.write(data) or 0
            except OSError as error:
                self.error = error
        return memoryview(data).nbytes

    def close(self) -> None:
        self._file.close()
        super().close()


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
        buffered = io.BufferedWriter(output, _BUFFER)
        pdf.save(
            buffered,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            deterministic_id=True,
            progress=report,
        )
        buffered.flush()
        report(100)
