"""Tell what kind of file some bytes are, by the signs that formats put at their head."""

from __future__ import annotations

_SIGNS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (8, b"WEBP", "a WebP image"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"MZ", "a Windows program"),
    (0, b"\x7fELF", "a Linux program"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"ID3", "an MP3 recording"),
    (0, b"OggS", "an Ogg recording"),
    (4, b"ftyp", "an MP4 video"),
    (0, b"RIFF", "a RIFF recording or video"),
    (0, b"%!PS", "a PostScript file"),
    (0, b"%PDF-", "a PDF file"),
)
_ZIPS = (
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint presentation (PPTX)"),
    (b"mimetypeapplication/epub+zip", "an EPUB book"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file (ODT or the like)"),
)


def looks_like(data: bytes) -> str | None:
    """Return what a binary file looks like, in words for a person, or None if it shows no known sign.

    Signs that plain letters could make by chance count only where a byte follows that no text has.
    """
    if data.startswith(b"PK\x03\x04"):
        return next((name for sign, name in _ZIPS if sign in data), "a ZIP archive")
    for offset, sign, name in _SIGNS:
        if data[offset : offset + len(sign)] == sign and (not sign.isalnum() or _has_control(data[:1024])):
            return name
    return None


def _has_control(head: bytes) -> bool:
    return any(byte < 0x20 and byte not in b"\t\n\v\f\r\x1b" for byte in head)
