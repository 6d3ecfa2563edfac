"""Files brought to `publish`: all or nothing, kept as they came, and whole again after a kill."""

import hashlib
import json
import signal

import pytest

from data import build, intake, journal
from data.__main__ import main
from data.intake import Received
from data.release import current_id, history
from tests import tiny
from tests.test_release_crash import run as run_code


@pytest.fixture
def folder(tmp_path, monkeypatch):
    made = tiny.copied(tmp_path / "data")
    monkeypatch.setenv("DATA_DIR", str(made))
    build.build(made)
    return made


@pytest.fixture
def run(capsys):
    """Runs a command and gives its exit code and its JSON."""

    def called(*arguments):
        capsys.readouterr()
        code = main([*arguments, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return called


def changed(folder, path, old="Palautus", new="Palautettu"):
    """The delivery of gifts with one note changed, as a file of its own."""
    path.write_text((folder / "raw/gifts.csv").read_text().replace(old, new))
    return path


def everything(folder):
    """The bytes of every file but the lock."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != ".lock"}


def test_an_accepted_file_is_published_put_among_the_deliveries_and_kept_as_it_came(folder, run, tmp_path):
    file = changed(folder, tmp_path / "gifts.csv")
    code, told = run("publish", str(file), "--by", "office", "--reason", "New note")
    content = file.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    assert (code, told["id"]) == (0, current_id(folder / "releases"))
    assert (folder / "raw/gifts.csv").read_bytes() == content
    assert (folder / "received" / f"{sha256}.csv").read_bytes() == content
    record = history(folder / "releases")[-1]
    received = {"name": "gifts.csv", "place": "raw/gifts.csv", "sha256": sha256, "bytes": len(content)}
    assert (record.by, record.reason, list(record.received)) == ("office", "New note", [received])
    assert record.changes["gifts"] == [0, 1, 0]


def test_a_refused_file_changes_nothing_at_all(folder, run, tmp_path):
    before = everything(folder)
    file = changed(folder, tmp_path / "gifts.csv", "2001;10;", "2001;ten;")
    code, told = run("publish", str(file))
    assert (code, [(line["file"], line["row"]) for line in told["lines"]]) == (1, [(str(file), 2)])
    assert everything(folder) == before


def test_a_file_with_warnings_is_held_until_somebody_accepts_them(folder, run, tmp_path):
    file = tmp_path / "members 2026.csv"
    file.write_text("".join((folder / "raw/memberships.csv").read_text().splitlines(keepends=True)[:2]))
    before = everything(folder)
    call = ("publish", str(file), "--table", "memberships")
    assert run("check", *call[1:])[0] == 3
    assert (run(*call)[0], everything(folder)) == (3, before)
    assert (run(*call, "--accept-warnings")[0], everything(folder)) == (2, before)
    assert run(*call, "--accept-warnings", "--by", "owner")[0] == 0
    assert list(history(folder / "releases")[-1].warnings) == ["raw/memberships.csv fewer-rows"]


def test_two_files_are_checked_together(folder, run, tmp_path):
    villages, gifts = tmp_path / "villages.csv", tmp_path / "gifts.csv"
    villages.write_text((folder / "raw/villages.csv").read_text().replace("ahola;", "uusi;"))
    gifts.write_text((folder / "raw/gifts.csv").read_text().replace(";ahola;", ";uusi;"))
    assert run("publish", str(gifts))[0] == 1
    told = run("check", str(gifts), str(villages))[1]
    assert "unknown-reference" not in {line["rule"] for line in told["lines"] if line["file"] == str(gifts)}


@pytest.mark.parametrize(
    "call", [["--table", "gifts"], ["nothing.csv"], ["gifts.csv"], ["a.csv", "b.csv", "--table", "x"]]
)
def test_a_file_that_cannot_be_meant_is_misuse(folder, run, call):
    assert run("publish", *call)[0] == 2


def test_a_reason_that_names_a_person_is_misuse(folder):
    with pytest.raises(SystemExit) as ended:
        main(["rollback", "--reason", "ask 040 123 4567"])
    assert ended.value.code == 2


KILLED = """
import os, signal, sys
from pathlib import Path
from data import build
from data.intake import Received

def stop(step):
    if step == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

folder, file = Path(sys.argv[1]), Path(sys.argv[3])
build.build(folder, files={"gifts": Received("gifts.csv", file.read_bytes())}, after=stop)
"""


@pytest.mark.parametrize("step", ["named", "recorded", "pointed", "logged"])
def test_f22_an_importer_killed_leaves_deliveries_and_release_that_agree(folder, tmp_path, step):
    old, before = current_id(folder / "releases"), (folder / "raw/gifts.csv").read_bytes()
    file = changed(folder, tmp_path / "gifts.csv")
    assert run_code(KILLED, folder, step, file).returncode == -signal.SIGKILL
    is_in = current_id(folder / "releases") != old
    assert is_in == (step in ("pointed", "logged"))
    assert (build.build(folder).release.id != old) == is_in
    assert (folder / "raw/gifts.csv").read_bytes() == (file.read_bytes() if is_in else before)
    assert not (folder / "releases" / intake.MARK).exists()


def test_the_same_file_twice_is_kept_once_and_changes_nothing_the_second_time(folder, tmp_path):
    file = Received("gifts.csv", changed(folder, tmp_path / "gifts.csv").read_bytes())
    first = build.build(folder, files={"gifts": file})
    again = build.build(folder, files={"gifts": file})
    assert (first.release.id, len(list((folder / "received").iterdir()))) == (again.release.id, 1)
    assert len(journal.records(folder / "releases")) == 2
