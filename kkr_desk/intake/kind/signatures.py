"""Files that tell what they are in their first bytes.

Signatures are those of the formats' own specifications, as collected in the `file` program's magic and PRONOM.
"""

from __future__ import annotations

from pathlib import Path

_SIGNATURES = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "picture"),
    (b"\xff\x4f\xff\x51", "picture"),
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "picture"),
    (b"8BPS\x00\x01", "picture"),
    (b"\xd7\xcd\xc6\x9a", "picture"),
    (b"\x00\x00\x01\x00\x01\x00", "picture"),
    (b"AC10", "drawing"),
    (b"{\\rtf", "rtf"),
    (b"\x78\x9f\x3e\x22", "tnef"),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3", "one"),
    (b"\xffWPC", "old-office"),
    (b"\xdb\xa5\x2d\x00", "old-office"),
    (b"\x09\x00\x04\x00", "old-office"),
    (b"\x09\x02\x06\x00", "old-office"),
    (b"\x09\x04\x06\x00", "old-office"),
    (b"\x09\x08\x10\x00\x00\x06", "old-office"),
    (b"%!PS", "postscript"),
    (b"\xc5\xd0\xd3\xc6", "postscript"),
    (b"L\x00\x00\x00\x01\x14\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00F", "lnk"),
    (b"#!AMR", "media"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xce\xfa\xed\xfe", "program"),
    (b"\xfe\xed\xfa\xcf", "program"),
    (b"\xfe\xed\xfa\xce", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\x00asm\x01", "program"),
    (b"dex\n03", "program"),
    (b"#!", "program"),
    (b"FasdUAS ", "program"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gz"),
    (b"\x1f\x9d", "archive"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zst"),
    (b"MSCF\x00\x00\x00\x00", "cab"),
    (b"\x60\xea", "archive"),
    (b"conectix", "disk-image"),
    (b"vhdxfile", "disk-image"),
    (b"KDMV", "disk-image"),
    (b"QFI\xfb", "disk-image"),
    (b"SQLite format 3\x00", "database"),
    (b"\x00\x01\x00\x00Standard Jet DB", "database"),
    (b"\x00\x01\x00\x00Standard ACE DB", "database"),
    (b"!BDN", "database"),
    (b"\x00\x01\x00\x00\x00", "font"),
    (b"OTTO", "font"),
    (b"ttcf\x00", "font"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"ID3", "media"),
    (b"OggS\x00", "media"),
    (b"fLaC", "media"),
    (b"\x1aE\xdf\xa3", "media"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "media"),
    (b"FLV\x01", "media"),
    (b"MThd\x00\x00\x00\x06", "media"),
    (b"\x00\x00\x01\xba", "media"),
    (b"\x00\x00\x01\xb3", "media"),
    (b"-----BEGIN PGP MESSAGE", "sealed"),
    (b"-----BEGIN PKCS7", "sealed"),
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"mif1", b"msf1", b"avif", b"avis"})
_BMP_HEADERS = frozenset(size.to_bytes(4, "little") for size in (12, 16, 40, 52, 56, 64, 108, 124))
_FORMS = {b"WEBP": "webp", b"WAVE": "media", b"AVI ": "media", b"AIFF": "media", b"AIFC": "media"}
_MP3_FRAMES = (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa", b"\xff\xf1", b"\xff\xf9")
_SEALED = bytes.fromhex("06092a864886f70d0107")
"""Object identifier of CMS content (RFC 5652): mails and files that are signed or encrypted as a whole."""


def by_signature(head: bytes) -> str | None:
    """The kind that the first bytes of a file name; None where they name none."""
    kind = next((kind for signature, kind in _SIGNATURES if head.startswith(signature)), None)
    return kind or _boxed(head) or _picture(head) or _other(head)


def is_disk_image(path: Path) -> bool:
    """Whether a file is the image of a CD, whose name stands 32 KiB into it (ECMA-119), or an Apple disk image."""
    with path.open("rb") as file:
        file.seek(32769)
        if file.read(5) == b"CD001":
            return True
        size = file.seek(0, 2)
        file.seek(max(size - 512, 0))
        return file.read(4) == b"koly"


def _boxed(head: bytes) -> str | None:
    """Containers that name what is in them: RIFF, IFF and ISO's base media format."""
    if head[:4] in {b"RIFF", b"FORM"}:
        return _FORMS.get(head[8:12])
    if head[4:8] == b"ftyp":
        return "heic" if head[8:12] in _HEIC_BRANDS else "media"
    return "media" if head[4:8] in {b"moov", b"mdat"} and head[:2] == b"\0\0" else None


def _picture(head: bytes) -> str | None:
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0" and head[14:18] in _BMP_HEADERS:
        return "bmp"
    return "picture" if head.startswith(b"\x01\0\0\0") and head[40:44] == b" EMF" else None


def _other(head: bytes) -> str | None:
    if head[257:262] == b"ustar":
        return "tar"
    if head[2:5] == b"-lh" and head[6:7] == b"-":
        return "archive"
    if head.startswith(b"0") and _SEALED in head[:48]:
        return "sealed"
    return "media" if head.startswith(_MP3_FRAMES) and b"\0" in head else None
