"""What is looked at before a workbook is opened: its zip archive, entry by entry, unpacked in memory and counted.

Declared sizes lie, so bytes are counted as they come out; every entry is read to its end, so that its checksum is
compared. Limits: 1 000 entries, 100 MB unpacked; no document type, no macro, no name that leaves the archive.
"""

import io
import re
import zipfile
import zlib

from data.reading.grid import Unreadable

MAX_ENTRIES = 1_000
MAX_UNPACKED = 100_000_000
PIECE = 1 << 20
HEAD = 4_096
_PLAIN = re.compile(r"[^/\\:\0][^\\:\0]*")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MACROS = re.compile(r"(?:.*/)?vbaProject\.bin|xl/macrosheets/.*|Basic/.*|Scripts/.*[^/]", re.IGNORECASE)
_XML = (".xml", ".rels", ".vml", ".rdf")
MIMETYPE = "mimetype"


def unpacked(content: bytes) -> dict[str, bytes]:
    """The XML entries of an archive by name, others as empty bytes. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _refuse_entries(entries)
            return _read(archive, entries)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise Unreadable("damaged-file") from error


def _refuse_entries(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(names) > MAX_ENTRIES or len({name.casefold() for name in names}) < len(names):
        raise Unreadable("unsafe-zip")
    if not all(_PLAIN.fullmatch(name) and ".." not in name.split("/") for name in names):
        raise Unreadable("unsafe-zip")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("password-protected")
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Unreadable("file-too-large-unpacked", limit=f"{MAX_UNPACKED // 10**6}")
    if any(_MACROS.fullmatch(name) for name in names):
        raise Unreadable("macros")


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    found, left = {}, MAX_UNPACKED
    for entry in entries:
        is_kept = entry.filename.lower().endswith(_XML) or entry.filename == MIMETYPE
        content = _counted(archive, entry, left, is_kept=is_kept)
        left -= len(content)
        if entry.filename.lower().endswith(_XML) and _has_document_type(content):
            raise Unreadable("unsafe-xml")
        found[entry.filename] = content if is_kept else b""
    return found


def _counted(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, *, is_kept: bool) -> bytes:
    """The bytes of an entry, read to the end; an entry that is not kept is only counted and checked."""
    pieces, total = [], 0
    with archive.open(entry) as file:
        while piece := file.read(PIECE):
            total += len(piece)
            if total > left:
                raise Unreadable("file-too-large-unpacked", limit=f"{MAX_UNPACKED // 10**6}")
            pieces += [piece] if is_kept else []
    return b"".join(pieces)


def _has_document_type(content: bytes) -> bool:
    """Whether XML declares a document type, in its first bytes or, in two bytes a letter, anywhere there."""
    return bool(_DOCTYPE.search(content[:HEAD]) or _DOCTYPE.search(content[:HEAD].replace(b"\0", b"")))
