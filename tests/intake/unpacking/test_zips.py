from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkr_desk.errors import Cancelled
from kkr_desk.intake.conversion import Refused
from kkr_desk.intake.unpacking import Bounds, Enclosed, unpack
from kkr_desk.intake.unpacking.unpack import unpack_file
from kkr_desk.model import FileStatus, Notice
from kkr_desk.progress import NullProgress
from kkr_desk.sentences import NOTICES

MEGABYTE = 1 << 20


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def unpacked(folder: Path, data: bytes, *, bounds: Bounds | None = None, password: str = "") -> tuple[Enclosed, ...]:
    path = folder / "pakke.zip"
    path.write_bytes(data)
    out = folder / "ud"
    return unpack(path, path.name, "zip", out, bounds=bounds, password=password, progress=NullProgress())


def names(enclosed: tuple[Enclosed, ...]) -> list[str]:
    return [one.name for one in enclosed]


def refused(folder: Path, data: bytes, *, bounds: Bounds | None = None, password: str = "") -> tuple[FileStatus, str]:
    with pytest.raises(Refused) as caught:
        unpacked(folder, data, bounds=bounds, password=password)
    return caught.value.status, caught.value.notice.code


def renamed(data: bytes, before: bytes, after: bytes) -> bytes:
    """A zip file in which an entry is called otherwise, in bytes of the same length."""
    assert len(before) == len(after)
    return data.replace(before, after)


def test_files_come_out_with_their_folders_in_their_names(tmp_path: Path) -> None:
    files = {"2.1 Budget/Bilag 1.pdf": b"%PDF", "2.1 Budget/": b"", "notat.txt": b"x" * 100_000, "tom.txt": b""}
    out = unpacked(tmp_path, packed(files))
    assert names(out) == ["2.1 Budget/Bilag 1.pdf", "notat.txt", "tom.txt"]
    assert [one.path.read_bytes() for one in out] == [b"%PDF", b"x" * 100_000, b""]
    assert all(one.path.is_relative_to(tmp_path / "ud") for one in out)


def test_what_systems_leave_behind_stays_behind(tmp_path: Path) -> None:
    junk = ["__MACOSX/._a.pdf", ".DS_Store", "m/Thumbs.db", "desktop.ini", "~$a.docx", "m/.hidden/x.pdf"]
    assert names(unpacked(tmp_path, packed(dict.fromkeys([*junk, "a.pdf"], b"x")))) == ["a.pdf"]
    assert refused(tmp_path, packed(dict.fromkeys(junk, b"x"))) == (FileStatus.EMPTY, "file-encloses-nothing")


@pytest.mark.parametrize(
    "name", ["../../ud af.pdf", "/etc/ud af.pdf", "C:\\Windows\\ud af.pdf", "a/../../ud af.pdf", "\\\\x\\y\\ud af.pdf"]
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (one,) = unpacked(tmp_path, packed({name: b"x"}))
    assert one.path.resolve().is_relative_to((tmp_path / "ud").resolve())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pakke.zip", "ud"]
    assert one.path.name == "ud af.pdf"


def test_links_and_devices_are_left_out(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, mode in (("link.pdf", stat.S_IFLNK), ("fifo", stat.S_IFIFO), ("fil.pdf", stat.S_IFREG)):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (mode | 0o644) << 16
            archive.writestr(entry, "/etc/passwd")
    (one,) = unpacked(tmp_path, out.getvalue())
    assert one.name == "fil.pdf"
    assert not one.path.is_symlink()


@pytest.mark.parametrize("encoding", ["cp850", "cp865", "cp1252", "utf-8"])
def test_danish_names_are_read_in_any_code_page(tmp_path: Path, encoding: str) -> None:
    name = "Ærø på Øen – æble.pdf".replace("–", "-")
    written = name.encode(encoding)
    data = packed({"x" * len(written): b"1"})  # the flag for UTF-8 is not set
    assert names(unpacked(tmp_path, renamed(data, b"x" * len(written), written))) == [name]


def test_a_name_beside_the_name_counts_where_it_belongs_to_it(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, of in (("a.pdf", b"a.pdf"), ("b.pdf", b"another")):
            entry = zipfile.ZipInfo(name)
            told = b"\x01" + struct.pack("<I", zlib.crc32(of)) + "Økonomi.pdf".encode()
            entry.extra = struct.pack("<HH", 0x7075, len(told)) + told
            archive.writestr(entry, b"x")
    assert names(unpacked(tmp_path, out.getvalue())) == ["Økonomi.pdf", "b.pdf"]


def test_zips_in_zips_open_down_to_the_bound(tmp_path: Path) -> None:
    data = packed({"dybest.pdf": b"%PDF"})
    for level in (3, 2):
        data = packed({f"lag {level}.zip": data, f"{level}.pdf": b"%PDF"})
    assert names(unpacked(tmp_path, data)) == ["2.pdf", "lag 2.zip/lag 3.zip", "lag 2.zip/3.pdf"]


def test_a_locked_or_broken_zip_within_stays_a_file(tmp_path: Path) -> None:
    out = unpacked(tmp_path, packed({"brudt.zip": b"PK\x03\x04 nothing", "a.pdf": b"%PDF"}))
    assert names(out) == ["brudt.zip", "a.pdf"]


def test_a_quine_ends(tmp_path: Path) -> None:
    """A zip file that holds a file of its own kind, which holds one again, without end."""
    data = packed({"r.zip": b"x" * 2000}, zipfile.ZIP_STORED)
    for _ in range(60):
        data = packed({"r.zip": data}, zipfile.ZIP_STORED)
    assert names(unpacked(tmp_path, data)) == ["r.zip/r.zip"]


def test_a_bomb_of_one_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, packed({"nul.txt": bytes(20 * MEGABYTE)})) == (FileStatus.TOO_LARGE, "file-encloses-much")
    assert sum(path.stat().st_size for path in (tmp_path / "ud").rglob("*.txt")) <= 17 * MEGABYTE


def test_a_bomb_of_many_layers_is_refused(tmp_path: Path) -> None:
    """As 42.zip: sixteen of the same in each of the same, a little in each."""
    leaf = packed({f"{n}.txt": bytes(MEGABYTE) for n in range(16)})
    middle = packed({f"{n}.zip": leaf for n in range(16)})
    bounds = Bounds(most_bytes=20 * MEGABYTE)
    assert refused(tmp_path, middle, bounds=bounds) == (FileStatus.TOO_LARGE, "file-encloses-much")


def test_what_the_list_declares_is_not_trusted(tmp_path: Path) -> None:
    data = packed({"stor.txt": bytes(2 * MEGABYTE)})
    lying = data.replace(struct.pack("<I", 2 * MEGABYTE), struct.pack("<I", 10))
    status, _ = refused(tmp_path, lying, bounds=Bounds(most_bytes=MEGABYTE))
    assert status in {FileStatus.DAMAGED, FileStatus.TOO_LARGE}


def test_entries_that_share_bytes_are_refused(tmp_path: Path) -> None:
    """As in Fifield's bomb: many entries in the list lead to one file."""
    data = packed({"a.txt": bytes(MEGABYTE)})
    at = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    listed, count = data[at:end], 100
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(listed) * count, at, 0)
    assert refused(tmp_path, data[:at] + listed * count + tail) == (FileStatus.DAMAGED, "zip-overlaps")


def test_many_entries_are_refused_before_they_are_read(tmp_path: Path) -> None:
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 3, 20, 0, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 0, 0, 0)
    listed = (entry + b"x" * 100) * 100_000
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(listed), 0, 0)
    assert refused(tmp_path, b"PK\x03\x04" + listed + tail) == (FileStatus.TOO_LARGE, "file-encloses-many")
    few = packed({f"{n}.txt": b"" for n in range(12)})
    assert refused(tmp_path, few, bounds=Bounds(most_files=11)) == (FileStatus.TOO_LARGE, "file-encloses-many")


@pytest.mark.parametrize(("password", "code"), [("", "zip-password"), ("forkert", "zip-password-wrong")])
def test_a_locked_zip_says_so(tmp_path: Path, password: str, code: str) -> None:
    data = bytearray(packed({"hemmeligt.txt": b"x" * 100}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    assert refused(tmp_path, bytes(data), password=password) == (FileStatus.PASSWORD, code)


def locked(data: bytes, key: bytes) -> bytes:
    """Bytes as PKZIP locks them (APPNOTE 6.1), with the 12 bytes in front that tell a wrong key from the right one."""
    table = [zlib.crc32(bytes([n]), 0xFFFFFFFF) ^ 0xFFFFFFFF for n in range(256)]
    keys = [0x12345678, 0x23456789, 0x34567890]

    def turn(byte: int) -> None:
        keys[0] = keys[0] >> 8 ^ table[(keys[0] ^ byte) & 0xFF]
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = keys[2] >> 8 ^ table[(keys[2] ^ keys[1] >> 24) & 0xFF]

    for byte in key:
        turn(byte)
    made = bytearray()
    for byte in bytes(11) + (zlib.crc32(data) >> 24).to_bytes(1, "big") + data:
        mask = keys[2] & 0xFFFF | 2
        made.append(byte ^ (mask * (mask ^ 1) >> 8 & 0xFF))
        turn(byte)
    return bytes(made)


@pytest.mark.parametrize("encoding", ["utf-8", "cp850", "cp1252"])
def test_a_locked_zip_opens_with_its_password(tmp_path: Path, encoding: str) -> None:
    """However the program that locked it wrote the letters down."""
    words = "Rødgrød med fløde".encode()
    data = bytearray(packed({"hemmeligt.txt": b"?" * (len(words) + 12)}, zipfile.ZIP_STORED))
    at = data.index(b"?")
    data[at : at + len(words) + 12] = locked(words, "Blåbær".encode(encoding))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(signature)
        data[place + flags] |= 1
        struct.pack_into("<I", data, place + flags + 8, zlib.crc32(words))
        struct.pack_into("<I", data, place + flags + 16, len(words))
    (one,) = unpacked(tmp_path, bytes(data), password="Blåbær")
    assert one.path.read_bytes() == words
    with zipfile.ZipFile(tmp_path / "pakke.zip") as archive:
        lucky = next(key for key in map(str, range(9999)) if is_let_in(archive, key))
    assert refused(tmp_path, bytes(data), password=lucky) == (FileStatus.PASSWORD, "zip-password-wrong")


def is_let_in(archive: zipfile.ZipFile, key: str) -> bool:
    """Whether a wrong key gets past the first look, as one in 256 does."""
    try:
        archive.open("hemmeligt.txt", pwd=key.encode()).close()
    except RuntimeError:
        return False
    return True


def test_a_method_that_nobody_reads_is_named(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": b"x" * 100}))
    for signature, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(signature) + method] = 96
    assert refused(tmp_path, bytes(data)) == (FileStatus.UNSUPPORTED, "zip-method")


def test_a_file_without_a_name_comes_out(tmp_path: Path) -> None:
    (one,) = unpacked(tmp_path, renamed(packed({"y": b"x"}), b"y", b"\0"))  # names end at a zero
    assert one.path.read_bytes() == b"x"


def test_a_broken_zip_is_damaged(tmp_path: Path) -> None:
    data = packed({"a.txt": bytes(range(256)) * 50}, zipfile.ZIP_STORED)
    assert refused(tmp_path, data[:-30]) == (FileStatus.DAMAGED, "zip-damaged")
    assert refused(tmp_path, data[:2000] + b"\0\0\0" + data[2003:]) == (FileStatus.DAMAGED, "zip-damaged")


def test_a_cancel_is_heeded(tmp_path: Path) -> None:
    class Impatient:
        def step(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    path = tmp_path / "a.zip"
    path.write_bytes(packed({"a.txt": b"x"}))
    with pytest.raises(Cancelled):
        unpack(path, "a.zip", "zip", tmp_path / "ud", progress=Impatient())


def test_the_job_tells_why_nothing_came_out(tmp_path: Path) -> None:
    path = tmp_path / "pakke.7z"
    path.write_bytes(b"7z\xbc\xaf\x27\x1c\0\0")
    told = unpack_file(path, path.name, tmp_path / "ud", "", progress=NullProgress())
    assert told == Notice("file-archive", (("kind", "7z"),))


@given(st.integers(0, 400), st.binary(min_size=1, max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_no_broken_byte_does_more_than_refuse(tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes) -> None:
    data = packed({"a/b.txt": b"hej" * 20, "æ.zip": packed({"c.txt": b"x"})})
    broken = data[:at] + junk + data[at + len(junk) :]
    folder = tmp_path_factory.mktemp("brud")
    path = folder / "brudt.zip"
    path.write_bytes(broken)
    told = unpack_file(path, path.name, folder / "ud", "", progress=NullProgress())
    if isinstance(told, Notice):
        assert told.code in NOTICES
    else:
        assert all(one.path.resolve().is_relative_to(folder.resolve()) for one in told)
