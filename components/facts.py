"""Facts as a list of terms and what is known of them."""

from dash import html


def facts(pairs: list[tuple[str, object]]) -> html.Dl:
    """A list of names and values; a value that is None is left out with its name."""
    stated = [(name, value) for name, value in pairs if value is not None]
    return html.Dl([part for name, value in stated for part in (html.Dt(name), html.Dd(value))], className="facts")
