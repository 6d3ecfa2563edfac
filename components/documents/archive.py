"""The parts of an office file packed anew, so that equal contents are equal bytes."""

import io
import re
import zipfile

# The earliest moment that a zip archive can tell: a part has no time of its own.
MOMENT = (1980, 1, 1, 0, 0, 0)
_WRITTEN = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
FIRST = ("mimetype", "[Content_Types].xml")


def repacked(content: bytes) -> bytes:
    """The archive with its parts in the order of their names and without times; `mimetype` stands first, as it is."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        names = sorted(set(old.namelist()), key=lambda name: (FIRST.index(name) if name in FIRST else 9, name))
        for name in names:
            part = zipfile.ZipInfo(name, MOMENT)
            part.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 3
            new.writestr(part, _inner(name, old.read(name)))
    return target.getvalue()


def _inner(name: str, content: bytes) -> bytes:
    """A part as it goes in; a workbook behind a chart is itself an archive, dated by its writer."""
    if not name.endswith(".xlsx"):
        return content
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for each in old.namelist():
            new.writestr(each, _WRITTEN.sub(b"2000-01-01T00:00:00Z", old.read(each)))
    return repacked(target.getvalue())
