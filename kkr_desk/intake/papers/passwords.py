"""Office files with a password, opened with the one that the caseworker gave ([MS-OFFCRYPTO])."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO
from xml.parsers.expat import ExpatError

import msoffcrypto  # type: ignore[import-untyped]
import olefile
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msoffcrypto.exceptions import (  # type: ignore[import-untyped]
    DecryptionError,
    EncryptionError,
    FileFormatError,
    InvalidKeyError,
    ParseError,
)

from kkr_desk.intake.conversion import Refused, Request
from kkr_desk.model import FileStatus, Notice

DEFAULT_PASSWORD = "VelvetSweatshop"  # noqa: S105  no secret: everybody's programs try it
"""What Excel encrypts a workbook with that has a password against changes only ([MS-OFFCRYPTO] 2.2.6.7)."""

_ASKED = bytes.fromhex("fea7d2763b4b9e79")
_ANSWER = bytes.fromhex("d7aa0f6d3061344e")
_KEY = bytes.fromhex("146e0be7abacd0d6")
"""What a key is for ([MS-OFFCRYPTO] 2.3.4.13)."""
_FILLING = b"\x36"
_MOST_DESCRIPTION = 1 << 20
_HOSTILE = (
    ExpatError,
    ParseError,
    EncryptionError,
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    struct.error,
)
"""What the library says of bytes that are no such file; it holds nothing against them itself."""


def open_office(request: Request) -> Path:
    """Take the password off a file.

    Args:
        request: A file of the kind "office-encrypted", "doc", "xls" or "ppt".

    Returns:
        A copy without password in the work folder; the file itself where it has none.

    Raises:
        Refused: The password is missing or another one, or the file is damaged or locked in an unknown way.
    """
    with request.path.open("rb") as file:
        try:
            _refuse_odd(request)
            office = _recognised(file, request.kind)
            return request.path if office is None else _opened(office, request)
        except (DecryptionError, FileFormatError) as error:
            raise Refused(FileStatus.UNSUPPORTED, Notice("file-encryption-unsupported")) from error
        except _HOSTILE as error:
            if isinstance(error, OSError) and error.errno:
                raise  # the machine's fault, not the file's
            raise Refused(FileStatus.DAMAGED, Notice("file-damaged")) from error


def _recognised(file: BinaryIO, kind: str) -> Any:
    """A file that has a password, as the library sees it; None for one without.

    What the library does not know of the formats before 2007 (Excel 5, Word 95, a broken file) is left to the office
    program, which knows more of them.
    """
    try:
        office = msoffcrypto.OfficeFile(file)
        return office if office.is_encrypted() else None
    except (FileFormatError, *_HOSTILE):
        if kind == "office-encrypted":
            raise
        return None


def _opened(office: Any, request: Request) -> Path:
    copy = request.folder / "opened"
    for password in dict.fromkeys((request.password, DEFAULT_PASSWORD)):
        if not password:
            continue
        try:
            _give(office, password)
            with copy.open("wb") as target:
                office.decrypt(target)
        except InvalidKeyError:
            continue
        return copy
    code = "file-office-password-wrong" if request.password else "file-office-password"
    raise Refused(FileStatus.PASSWORD, Notice(code))


def _give(office: Any, password: str) -> None:
    """Give the library the password.

    Raises:
        InvalidKeyError: It is another one.
    """
    if office.format != "ooxml":
        office.load_key(password=password)
    elif office.type == "agile" and _is_lengthened(office.info):
        office.load_key(secret_key=_lengthened_key(office.info, password))
    else:
        office.load_key(password=password, verify_password=True)


def _is_lengthened(info: Mapping[str, Any]) -> bool:
    """Whether a key is longer than the hash it is made of, which the library does not provide for."""
    return _hash(info["passwordHashAlgorithm"]).digest_size * 8 < int(info["passwordKeyBits"])


def _lengthened_key(info: Mapping[str, Any], password: str) -> bytes:
    """The key to a file's content ([MS-OFFCRYPTO] 2.3.4.11 to 2.3.4.13).

    Raises:
        InvalidKeyError: The password is another one.
    """
    name, salt, length = info["passwordHashAlgorithm"], info["passwordSalt"], int(info["passwordKeyBits"]) // 8
    spun = _hash(name, salt + password.encode("utf-16-le")).digest()
    for n in range(info["spinValue"]):
        spun = _hash(name, n.to_bytes(4, "little") + spun).digest()

    def opened(encrypted: bytes, purpose: bytes) -> bytes:
        key = _hash(name, spun + purpose).digest().ljust(length, _FILLING)[:length]
        cipher = Cipher(algorithms.AES(key), modes.CBC(salt.ljust(16, _FILLING)[:16])).decryptor()
        return bytes(cipher.update(encrypted) + cipher.finalize())

    asked = _hash(name, opened(info["encryptedVerifierHashInput"], _ASKED)).digest()
    if not opened(info["encryptedVerifierHashValue"], _ANSWER).startswith(asked):
        raise InvalidKeyError(name)
    return opened(info["encryptedKeyValue"], _KEY)[:length]


def _hash(name: str, data: bytes = b"") -> hashlib._Hash:
    return hashlib.new(name.lower().replace("-", ""), data)


def _refuse_odd(request: Request) -> None:
    """Refuse a description of the encryption that is not what Office writes: rights management, or XML with a bomb.

    Raises:
        Refused: It is.
    """
    if request.kind != "office-encrypted":
        return
    with olefile.OleFileIO(request.path) as ole:
        if not ole.exists("EncryptionInfo"):
            raise Refused(FileStatus.UNSUPPORTED, Notice("file-encryption-unsupported"))
        description = ole.openstream("EncryptionInfo").read()
    if len(description) > _MOST_DESCRIPTION or b"<!" in description:
        raise Refused(FileStatus.DAMAGED, Notice("office-built-oddly"))
