"""The pack from the command line: `python -m pages.pack --lang fi --as-of 2019-03-31 --to FOLDER`.

`python -m pages.pack check FILE…` makes each file anew from what it says of itself and compares it byte for byte.
"""

import argparse
import sys
from pathlib import Path
from time import perf_counter
from urllib.parse import urlencode

import queries
from components.documents import FORMS, DocumentUnavailable, file_name, write
from components.documents.fingerprint import MOST, recipe_in
from components.documents.model import Pack
from components.filters import LANGUAGES, Filters
from components.pack_links import TAKEN
from components.text import say
from pages.files import BadChoiceError
from pages.pack import CONTENTS, compose
from pages.pack.routes import contents_of

WIDTH = 24


def main(arguments: list[str] | None = None) -> int:
    """0 when all was made or is unchanged, 1 when a file has changed or could not be made, 2 for a bad choice."""
    words = sys.argv[1:] if arguments is None else arguments
    if words[:1] == ["check"]:
        return max((check(Path(each)) for each in words[1:]), default=2)
    taken = _parser().parse_args(words)
    try:
        return make(taken)
    except BadChoiceError as bad:
        print(say(taken.lang, "pack.command.bad_choice", name=bad.parameter), file=sys.stderr)
        return 2
    except queries.UnknownRelease:
        print(say(taken.lang, "pack.command.bad_choice", name="release"), file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pages.pack", description=say(LANGUAGES[0], "pack.command.help"))
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--to", type=Path, default=Path())
    parser.add_argument("--only", default=",".join(FORMS), metavar=",".join(FORMS))
    parser.add_argument("--contents", metavar=",".join(CONTENTS))
    for name in TAKEN:
        parser.add_argument(f"--{name.replace('_', '-')}")
    return parser


def make(taken: argparse.Namespace) -> int:
    """Write the chosen forms into the folder, with a bar on standard error; the paths go to standard output."""
    forms = [form for form in FORMS if form in taken.only.split(",")]
    if not forms or not set(taken.only.split(",")) <= set(FORMS):
        raise BadChoiceError("bad_value", "only")
    choice = chosen({name: getattr(taken, name) for name in TAKEN}, taken.lang)
    pack, failed = compose(choice, contents_of(taken.contents)), 0
    taken.to.mkdir(parents=True, exist_ok=True)
    for done, form in enumerate(forms):
        _bar(done, len(forms), form.upper())
        failed |= _one(pack, form, taken.to)
    _bar(len(forms), len(forms), pack.fingerprint)
    print(file=sys.stderr)
    return failed


def _one(pack: Pack, form: str, folder: Path) -> int:
    """Write one form and say so; 1 when this machine cannot make it."""
    started, path = perf_counter(), folder / file_name(pack, form)
    try:
        content = write(pack, form)
    except DocumentUnavailable:
        print(f"\r{say(pack.lang, 'pack.unavailable')}", file=sys.stderr)
        return 1
    path.write_bytes(content)
    told = {"seconds": f"{perf_counter() - started:.1f}", "kilobytes": str(len(content) // 1000)}
    print(f"\r{' ' * (WIDTH + 12)}\r", end="", file=sys.stderr, flush=True)
    print(say(pack.lang, "pack.command.made", name=str(path), **told), flush=True)
    return 0


def chosen(values: dict[str, str | None], lang: str) -> Filters:
    """The choices from texts; the release is pinned. BadChoiceError names the one that is not understood."""
    choice = Filters.from_search(urlencode({name: text for name, text in values.items() if text}), lang=lang)
    if choice.problems:
        raise BadChoiceError("bad_value", choice.problems[0])
    queries.pin(choice.release)
    return choice


def check(path: Path) -> int:
    """Is the file what its own release and choices give? The answer is said; 0 when it is."""
    content = path.read_bytes()
    told = recipe_in(content) if len(content) < MOST else None
    lang = told["lang"] if told and told.get("lang") in LANGUAGES else LANGUAGES[0]
    try:
        fingerprint, made = _again(told or {}, path.suffix.lstrip("."), lang)
    except (BadChoiceError, DocumentUnavailable, KeyError, queries.UnknownRelease):
        print(say(lang, "pack.command.unknown", name=path.name))
        return 1
    if made != content:
        print(say(lang, "pack.command.changed", name=path.name))
        return 1
    print(say(lang, "pack.command.same", name=path.name, fingerprint=fingerprint))
    return 0


def _again(told: dict[str, str], form: str, lang: str) -> tuple[str, bytes]:
    """Fingerprint and bytes of the file that a recipe gives; KeyError when it is no whole recipe or no form."""
    if form not in FORMS:
        raise KeyError(form)
    choice = chosen({"release": told["release"], **{name: told.get(name) for name in TAKEN if name != "release"}}, lang)
    pack = compose(choice, contents_of(told.get("contents")))
    return pack.fingerprint, write(pack, form)


def _bar(done: int, of: int, words: str) -> None:
    """One line of progress."""
    full = WIDTH * done // of
    print(f"\r[{'#' * full}{'.' * (WIDTH - full)}] {done}/{of} {words}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
