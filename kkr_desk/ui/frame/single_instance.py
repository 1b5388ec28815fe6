"""One window for one store: a second start hands its file over to the first, which comes to the front.

A lock file decides who is first, since it cannot be left behind by a crash; a local socket carries the message.
"""

from __future__ import annotations

import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal, Slot

from kkr_desk.paths import meeting_place

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 5.0
"""Seconds that a second start waits for the first, which may be starting itself."""
_ROUND = 200
"""Milliseconds of one try."""
_MOST_BYTES = 65_536
"""Longest message."""


class SingleInstance(QObject):
    """The first start's ear, or a second start's voice.

    Args:
        store: Folder of the store that the window is to open.
        parent: Its owner.
    """

    called = Signal(object)
    """`Path | None`: the program was started again, with a file to open or without one."""

    def __init__(self, store: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name(store)
        folder = meeting_place()
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # held as long as its process lives, however long that is
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the first, who must `listen` soon; False when there is another.

        Where no lock file can be written, everyone is the first: two windows on one store do no harm.
        """
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """From now on, hear of others."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  not before the window is to be seen

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(self._name)  # left by a crash
        self._server.listen(self._name)

    def call(self, file: Path | None) -> bool:
        """Tell the first to come to the front.

        Args:
            file: What it is to open there.

        Returns:
            Whether it has heard; False when it does not answer.
        """
        import json  # noqa: PLC0415  likewise

        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  likewise

        message = json.dumps({"file": None if file is None else str(file.absolute())}).encode() + b"\n"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_ROUND):
                return _deliver(socket, message, end)
            time.sleep(_ROUND / 1000)
        return False

    def release(self) -> None:
        """Let another be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @Slot()
    def _answer(self) -> None:
        """Greet who calls with our process id, and listen."""
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(partial(self._hear, socket))
            socket.disconnected.connect(socket.deleteLater)
            socket.write(f"{os.getpid()}\n".encode())
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        """Read the message once it is whole, and thank for it."""
        import json  # noqa: PLC0415  likewise

        if not socket.canReadLine():
            return
        line = bytes(socket.readLine(_MOST_BYTES).data())
        try:
            file = json.loads(line)["file"]
        except (ValueError, KeyError, TypeError):  # not one of ours: somebody tries a door
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self.called.emit(Path(file) if isinstance(file, str) else None)


def _deliver(socket: QLocalSocket, message: bytes, end: float) -> bool:
    """Say it, and wait until it was heard."""
    greeting = _line(socket, end)
    if greeting.isdigit():
        _let_come_to_front(int(greeting))
    socket.write(message)
    socket.flush()
    heard = _line(socket, end) == b"ok"
    socket.disconnectFromServer()
    return heard


def _line(socket: QLocalSocket, end: float) -> bytes:
    while not socket.canReadLine() and time.monotonic() < end:
        if not socket.waitForReadyRead(_ROUND) and socket.state() != socket.LocalSocketState.ConnectedState:
            break
    return bytes(socket.readLine(_MOST_BYTES).data()).strip()


def _let_come_to_front(process: int) -> None:
    """Windows lets a window come to the front only when the program that has the focus allows it."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  Windows alone

        ctypes.windll.user32.AllowSetForegroundWindow(process)


def _name(store: Path) -> str:
    """A name of the user's and the store's own; socket names are short, and known to all users of the machine."""
    key = f"{meeting_place()}\0{os.path.normcase(store.resolve())}"
    digest = QCryptographicHash.hash(key.encode("utf-8", "surrogatepass"), QCryptographicHash.Algorithm.Sha256)
    return "kkr-desk-" + bytes(digest.toHex().data()).decode()[:24]
