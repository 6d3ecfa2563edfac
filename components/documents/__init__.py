"""The meeting pack as files: PDF, PPTX, XLSX, ODS and one HTML file, each a pure function of the same answers."""

from importlib import import_module

from components.documents.model import Pack

MIMETYPES = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "html": "text/html; charset=utf-8",
}
FORMS = tuple(MIMETYPES)
_WRITERS = {"pdf": "pdf", "pptx": "slides", "xlsx": "workbook", "ods": "spreadsheet", "html": "one_file"}


class DocumentUnavailable(RuntimeError):
    """This machine lacks what a form needs: the message is the form."""


def write(pack: Pack, form: str) -> bytes:
    """The pack as a file: the same bytes for the same pack. DocumentUnavailable when the machine cannot make it.

    A writer and its library are loaded when first asked for: a worker that serves pages needs none of them.
    """
    return import_module(f"{__name__}.{_WRITERS[form]}").write(pack)


def file_name(pack: Pack, form: str) -> str:
    """A name that tells what the file is: day, release and language."""
    return f"digikunta_{pack.as_of.isoformat()}_{pack.release_id}_{pack.lang}.{form}"
