"""What a file really is, by its first bytes, and whether its name says the same."""

from data.reading.grid import Unreadable

MAX_BYTES = 200_000_000
OLE = b"\xd0\xcf\x11\xe0"
ZIP = b"PK"
_SIGNATURES = {ZIP: "xlsx", OLE: "xls", b"%PDF": "pdf", b"<": "html", b"{\\rtf": "rtf", b"PAR1": "parquet"}
_PACKED = (".xlsx", ".xlsm", ".ods")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def refuse_wrong_kind(content: bytes, *, suffix: str) -> None:
    """Raise Unreadable when a file is too large, empty, locked by a password, or not what its name says."""
    if len(content) > MAX_BYTES:
        raise Unreadable("file-too-large", limit=f"{MAX_BYTES // 10**6}")
    if not content.strip():
        raise Unreadable("empty-file")
    kind = _kind(content)
    if kind == "xls" and _ENCRYPTED in content:
        raise Unreadable("password-protected")
    if suffix == ".xls":
        raise Unreadable("file-type", wording=_wording(kind), kind=kind)
    if suffix in _PACKED and kind != "xlsx":
        raise Unreadable("file-type", wording=_wording(kind), kind=kind)
    if suffix not in _PACKED and kind != "text":
        raise Unreadable("file-type", wording=_wording(kind, is_named_text=True), kind=kind)


def _kind(content: bytes) -> str:
    start = content.removeprefix(b"\xef\xbb\xbf")[:100].lstrip()
    return next((kind for signature, kind in _SIGNATURES.items() if start.startswith(signature)), "text")


def _wording(kind: str, *, is_named_text: bool = False) -> str:
    """The sentences that fit: a text named as a workbook, a workbook named as a text, a web page, or something else."""
    named = {"text": "file-type-text", "html": "file-type-html", "xls": "file-type-xls"}
    return "file-type-xlsx" if kind == "xlsx" and is_named_text else named.get(kind, "file-type")
