"""The command line: `python -m data build|check|publish|rollback|withdraw|history|diff|template|boundaries`.

Exit code 0 when done, 1 when something is wrong with the data or the disk, 2 when the command was not understood,
3 when the data are held by warnings until somebody accepts them.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from data import commands, personal
from data.check_command import day
from data.entries import LANGUAGES
from data.messages import Voice, word
from data.problems import is_hidden

MAX_REASON = 300


def parser(lang: str) -> argparse.ArgumentParser:
    """The grammar of the command line, with its help in one language."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=word("help_lang", lang))
    shared.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=word("help_json", lang))
    main = argparse.ArgumentParser(prog="python -m data", description=word("about", lang), parents=[shared])
    kinds = main.add_subparsers(dest="command", required=True, metavar="COMMAND")
    command = {
        name: kinds.add_parser(name, parents=[shared], help=word(f"help_{name}", lang)) for name in commands.COMMANDS
    }
    for name in ("build", "publish"):
        command[name].add_argument("--accept-warnings", action="store_true", help=word("help_accept", lang))
        command[name].add_argument("--embargo", type=_hour, metavar="YYYY-MM-DDTHH:MM", help=word("help_embargo", lang))
    for name in ("build", "publish", "rollback", "withdraw"):
        command[name].add_argument("--by", metavar="NAME", help=word("help_by", lang))
        command[name].add_argument("--reason", type=_reason, metavar="TEXT", help=word("help_reason", lang))
    _add_check(command["check"], lang)
    command["publish"].add_argument("file", nargs="*", metavar="FILE|ID")
    for name in ("check", "publish"):
        command[name].add_argument("--table", metavar="TABLE", help=word("help_table", lang))
    command["rollback"].add_argument("id", nargs="?", metavar="ID")
    command["diff"].add_argument("first", metavar="A")
    command["diff"].add_argument("second", metavar="B")
    command["template"].add_argument("table", metavar="TABLE")
    command["template"].add_argument("--to", metavar="FILE")
    command["boundaries"].add_argument("file", nargs="?", metavar="FILE")
    command["boundaries"].add_argument("--year", type=_year, metavar="YEAR", help=word("help_year", lang))
    command["boundaries"].add_argument("--download", type=_year, metavar="YEAR", help=word("help_download", lang))
    return main


def _add_check(command: argparse.ArgumentParser, lang: str) -> None:
    """The arguments of `check`."""
    command.add_argument("file", nargs="*", metavar="FILE", help=word("help_file", lang))
    command.add_argument("--schema", metavar="DIR", help=word("help_schema", lang))
    command.add_argument("--marked", metavar="FILE.xlsx", help=word("help_marked", lang))
    command.add_argument("--today", metavar="DAY", type=day, default=date.today(), help=word("help_today", lang))


def _year(text: str) -> int:
    """A year of four digits; ValueError, which argparse tells as misuse, for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise ValueError(text)
    return int(text)


def _hour(text: str) -> datetime:
    """`now`, or a day and an hour: Finnish time unless it tells its own. ValueError otherwise."""
    if text == "now":
        return datetime.now(UTC)
    told = datetime.fromisoformat(text)
    return told if told.tzinfo else told.replace(tzinfo=ZoneInfo("Europe/Helsinki"))


def _reason(text: str) -> str:
    """A reason as everybody will read it: one line without personal data. ValueError otherwise."""
    if not 0 < len(text) <= MAX_REASON or any(is_hidden(char) for char in text) or personal.kind_of(text):
        raise ValueError(text)
    return text


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says, and give the exit code."""
    early = argparse.ArgumentParser(add_help=False)
    early.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    lang = early.parse_known_args([each for each in arguments if each != "--"])[0].lang
    chosen = parser(lang).parse_args(arguments)
    voice = Voice(lang=lang, is_json=getattr(chosen, "json", False))
    return commands.run(chosen, voice)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:  # the reader has seen enough, as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
