"""What a reader takes along of one figure: its link, its frozen link, a citation, an embedding, a code, a question."""

from dataclasses import dataclass
from urllib.parse import quote

import segno
from dash import html

from components.filters import Filters
from components.numbers import day
from components.text import say

HEIGHT_OF_EMBED = 900


@dataclass(frozen=True)
class Shared:
    """One figure of one page: its id on the page, its question in words, and where the page stands (`https://…/fi/…`).

    `today` is the day on which it is cited; `as_of` the day that the page shows; `contact` where questions go, as a URI
    (`mailto:…` or `https://…`), empty when the operator has not said.
    """

    identity: str
    question: str
    page: str
    choice: Filters
    release_id: str
    as_of: object
    today: object
    contact: str = ""

    def address(self, **changes) -> str:
        """The whole address of the figure with its choices, some of them changed."""
        return f"{self.page}{self.choice.to_search(share=None, embed=None, **changes)}#{self.identity}"

    @property
    def live(self) -> str:
        """Shows the newest data for ever."""
        return self.address(release=None)

    @property
    def frozen(self) -> str:
        """Shows these very numbers for ever."""
        return self.address(release=self.release_id)

    @property
    def reference(self) -> str:
        """What an answer to a question refers to: the figure and the release."""
        return f"{self.identity}@{self.release_id}"

    def embedded(self, release: str | None) -> str:
        """The address of the figure alone, for other sites: of one release, or None for the newest data."""
        return f"{self.page}{self.choice.to_search(share=None, embed=self.identity, release=release)}"


def sheet(shared: Shared) -> list:
    """Everything that can be taken along of a figure, each with a heading, a sentence and a text to copy."""
    lang = shared.choice.lang
    back = html.A(say(lang, "share.back"), href=f"{shared.choice.to_search(share=None) or '?'}#{shared.identity}")
    head = [html.H1(say(lang, "share.heading")), html.P(shared.question, className="lead"), html.P(back)]
    texts = [
        _part(lang, "live", shared.live),
        _part(lang, "frozen", shared.frozen),
        _part(lang, "citation", citation(shared), rows=4),
        _part(lang, "embed", iframe(shared, None), rows=4),
        _part(lang, "embed_frozen", iframe(shared, shared.release_id), rows=4),
    ]
    return [
        html.Div(head, className="page-head"),
        html.Div([html.Div(texts), _code(shared)], className="share"),
        _question(shared),
    ]


def citation(shared: Shared) -> str:
    """One sentence that names the figure, its day, its release and its lasting address."""
    lang = shared.choice.lang
    told = {
        "question": shared.question,
        "day": day(lang, shared.as_of),
        "release": shared.release_id,
        "address": shared.frozen,
        "today": day(lang, shared.today),
    }
    return say(lang, "share.citation.text", site=say(lang, "site.name"), **told)


def iframe(shared: Shared, release: str | None) -> str:
    """The HTML that shows the figure on another site, without scripts; None follows the newest data."""
    title = shared.question.replace("&", "&amp;").replace('"', "&quot;")
    address = shared.embedded(release).replace("&", "&amp;")
    return f'<iframe src="{address}" title="{title}" width="100%" height="{HEIGHT_OF_EMBED}" loading="lazy"></iframe>'


def message(shared: Shared) -> str:
    """The question of a reader, begun for them: which figure, where, of which release."""
    told = {"question": shared.question, "address": shared.frozen, "reference": shared.reference}
    return say(shared.choice.lang, "share.question.text", **told)


def _part(lang: str, name: str, text: str, *, rows: int = 2, is_begun: bool = False) -> html.Section:
    """A heading, what the text is for, the text itself in a field, and a button that copies it.

    `is_begun`: the text is a beginning, which its reader goes on with in the field.
    """
    identity = f"share-{name}"
    field = html.Textarea(
        text,
        id=identity,
        rows=rows,
        **({} if is_begun else {"readOnly": "readonly", "spellCheck": "false"}),
        **{"aria-labelledby": f"{identity}-heading"},
    )
    heading = say(lang, f"share.{name}.heading")
    copy = html.Button(
        say(lang, "share.copy"),
        type="button",
        className="with-scripts copy",
        **{"data-copy": identity, "data-copied": say(lang, "share.copied")},
        **{"aria-label": say(lang, "share.copy_of", what=heading)},
    )
    parts = [
        html.H2(heading, id=f"{identity}-heading"),
        html.P(say(lang, f"share.{name}.about")),
    ]
    return html.Section([*parts, field, copy])


def _code(shared: Shared) -> html.Figure:
    """The frozen link as a code that a telephone reads from the wall of a meeting room."""
    lang = shared.choice.lang
    drawn = segno.make(shared.frozen, error="m", micro=False).svg_data_uri(scale=4, border=4, light="#fff")
    picture = html.Img(src=drawn, alt=say(lang, "share.code.alt"), className="code")
    return html.Figure(
        [html.H2(say(lang, "share.code.heading")), picture, html.Figcaption(say(lang, "share.code.about"))]
    )


def _question(shared: Shared) -> html.Section:
    """To whom a question goes, and the message with what must be known to answer it."""
    lang, to = shared.choice.lang, shared.contact
    parts = [_part(lang, "question", message(shared), rows=8, is_begun=True)]
    if not to:
        parts.append(html.P(say(lang, "share.question.no_contact")))
    else:
        text = say(lang, "share.question.mail", to=to.removeprefix("mailto:"))
        parts.append(html.P(say(lang, "share.question.answered")))
        parts.append(html.P(html.A(text, href=_letter(shared), className="button")))
    return html.Section(parts, className="share-question", id="share-ask")


def _letter(shared: Shared) -> str:
    """The contact as a link; a letter has its subject and its text already."""
    if not shared.contact.startswith("mailto:"):
        return shared.contact
    subject = say(shared.choice.lang, "share.question.subject", reference=shared.reference)
    return f"{shared.contact}?subject={quote(subject)}&body={quote(message(shared))}"
