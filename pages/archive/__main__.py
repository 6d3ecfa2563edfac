"""The copy from the command line: `python -m pages.archive --to FOLDER` writes the whole site as plain files."""

import argparse
import sys
from pathlib import Path

import queries
from components.filters import LANGUAGES
from components.text import say
from pages.archive import export

WIDTH = 24


def main(arguments: list[str] | None = None) -> int:
    """0 when the copy is whole, 1 when there is no data, 2 when the folder is not empty."""
    parser = argparse.ArgumentParser(prog="python -m pages.archive", description=say(LANGUAGES[0], "site.archive_help"))
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    taken = parser.parse_args(arguments)
    try:
        archive = export(taken.to, _bar if sys.stderr.isatty() else lambda done, count, what: None)
    except FileExistsError:
        print(say(taken.lang, "site.archive_not_empty", name=str(taken.to)), file=sys.stderr)
        return 2
    except queries.NoData:
        print(say(taken.lang, "site.no_data.title"), file=sys.stderr)
        return 1
    counts = {"pages": str(len(archive.paths)), "files": str(sum(map(bool, archive.files.values())))}
    print(say(taken.lang, "site.archive_made", name=str(taken.to), **counts))
    return 0


def _bar(done: int, count: int, what: str) -> None:
    full = WIDTH * done // count
    print(f"\r[{'#' * full}{' ' * (WIDTH - full)}] {done}/{count} {what[:40]:40}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
