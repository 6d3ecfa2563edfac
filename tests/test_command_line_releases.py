"""Publishing and going back on the command line: what is in use, what is told, and exit codes."""

import pytest

from data.release import current_id
from tests import tiny


@pytest.fixture(autouse=True)
def here(folder, monkeypatch):
    """The tiny deliveries are those of the command line."""
    monkeypatch.setenv("DATA_DIR", str(folder))


def test_a_rollback_and_a_publish_move_between_releases(folder, run):
    run("build")
    first = current_id(folder / "releases")
    tiny.edit(folder, "raw/gifts.csv", "Palautus", "Palautettu")
    run("build")
    second = current_id(folder / "releases")
    code, text = run("rollback", "--lang", "en")
    assert (code, text.partition(". ")[0]) == (0, f"Release {first} is in use again")
    assert current_id(folder / "releases") == first
    assert run("publish", second)[0] == 0
    assert current_id(folder / "releases") == second
    lines = run("history", "--lang", "en")[1].splitlines()
    assert [line.split("  ")[-1] for line in lines if ": " not in line] == [
        f"published {first}",
        f"published {second}",
        f"rolled back to {first}",
        f"published {second}",
        "in use now",
    ]


def test_publishing_without_an_id_builds(folder, run):
    assert run("publish")[0] == 0
    assert (folder / "releases/CURRENT").exists()


def test_what_was_never_published_cannot_be_published_or_gone_back_to(run):
    assert run("rollback")[0] == 2
    assert run("publish", "0123456789ab")[0] == 2
    assert run("diff", "0123456789ab", "0123456789ab")[0] == 2
    assert run("history", "--lang", "en") == (0, "Nothing has been published yet.\n")


def test_a_damaged_release_is_told_and_ends_with_1(folder, run):
    run("build")
    first = current_id(folder / "releases")
    tiny.edit(folder, "raw/gifts.csv", "Palautus", "Palautettu")
    run("build")
    path = folder / "releases" / first / "gifts.parquet"
    path.chmod(0o644)
    path.write_bytes(b"")
    code, text = run("rollback", "--lang", "en")
    assert (code, text) == (1, f"The release is damaged and is not used: {first}/gifts.parquet has changed\n")
