"""The files of a panel: the very same answer in each form, and its picture."""

from dataclasses import replace
from urllib.parse import urlencode

from dash import html

from components.filters import CHOICES, Filters
from components.text import say

FORM_NAMES = {"csv": "CSV", "xlsx": "XLSX", "parquet": "Parquet", "json": "JSON"}
CUBE_NAMES = {**FORM_NAMES, "jsonstat": "JSON-stat"}


def file_address(answer, choice: Filters, form: str) -> str:
    """Where the very same answer is as a file: the question, its parameters in force, the language."""
    asked = replace(choice, **{name: value for name, value in answer.params.items() if name in CHOICES})
    written = asked.written(only=[*answer.params, "release"])
    query = urlencode({**written, "lang": choice.lang})
    return f"/api/v1/answers/{answer.question}.{form}?{query}"


def files(answer, choice: Filters, question: str, *, has_picture: bool, identity: str) -> html.Span:
    """Links to the files of exactly what is shown; pictures are made in the browser, so only with scripts."""
    lang, forms = choice.lang, CUBE_NAMES if answer.cube else FORM_NAMES
    links = [
        _file_link(lang, title, question, href=file_address(answer, choice, form)) for form, title in forms.items()
    ]
    if has_picture:
        links += [
            _file_link(lang, form.upper(), question, href=f"#{identity}", picture=form) for form in ("png", "svg")
        ]
    return html.Span([html.Span(say(lang, "panel.download")), *links], className="files")


def _file_link(lang: str, form: str, question: str, *, href: str, picture: str | None = None) -> html.A:
    label = {"aria-label": say(lang, "panel.download_file", form=form, question=question)}
    if picture:
        return html.A(form, href=href, className="with-scripts picture-file", **label, **{"data-picture": picture})
    return html.A(form, href=href, className="file", **label, **{"data-file": form.lower()})
