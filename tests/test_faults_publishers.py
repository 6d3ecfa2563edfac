"""The promises of the fault table on publishers, by their numbers: F2 and F22 killed, F8 no room, F23, F24."""

import os
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from data import build, journal, publish
from data.release import history, newest_good, open_verified
from tests import tiny

REPOSITORY = Path(__file__).parent.parent


SHORT = """
import sys
from pathlib import Path
from tests import faults, tiny

folder = tiny.copied(Path(sys.argv[1]) / "data")
counts = faults.kill_publishers(folder, rounds=5, readers=1, seed=1)
assert counts["killed"] and counts["read"] > 10, counts
assert not any(counts[name] for name in faults.WRONG), counts
"""


def test_f2_f22_publishers_killed_at_random_moments_lose_and_tear_nothing(tmp_path):
    """A process of its own, for it forks: no database may be open before. `make faults` does 200 rounds."""
    command = [sys.executable, "-c", SHORT, str(tmp_path)]
    ended = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=120)
    assert (ended.returncode, ended.stderr[-400:]) == (0, "")


def small_disk() -> None:
    """No file may grow past 2 000 bytes: writing fails half-way as it does on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))


def test_f8_ten_publishers_fail_on_a_full_disk_and_the_release_in_use_is_as_it_was(folder, tmp_path):
    """On a real full disk of 3 MB where the tests may mount one; elsewhere files may not grow."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True)
    try:
        (disk / "releases").mkdir()
        (folder / "releases").symlink_to(disk / "releases")
        id = build.build(folder).release.id
        fail = failed_on_full_disk if mounted.returncode == 0 else failed
        if mounted.returncode == 0:
            fill(disk)
        for number in range(10):
            tiny.note(folder, f"note {number}")
            fail(folder)
            assert open_verified(folder / "releases").id == id
        assert len(history(folder / "releases")) == 1
        (disk / "ballast").unlink(missing_ok=True)
        assert build.build(folder).release.id != id
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", disk], check=True)


def fill(disk: Path) -> None:
    with (disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
        while True:
            ballast.write(b"\0" * 4096)


def failed_on_full_disk(folder: Path) -> None:
    with pytest.raises(publish.PublishFailed, match="No space left on device"):
        build.build(folder)


def failed(folder: Path) -> None:
    """A publisher that can write no file of more than 2 000 bytes ends in a sentence."""
    command = [sys.executable, "-m", "data", "build", "--lang", "en"]
    environment = os.environ | {"DATA_DIR": str(folder)}
    ended = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, preexec_fn=small_disk, timeout=60
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("The release could not be written: ")


MANY = """
import sys
from pathlib import Path
from data import build
from tests import tiny

for number in range(int(sys.argv[3])):
    tiny.note(Path(sys.argv[1]), f"{sys.argv[2]} {number}")
    build.build(Path(sys.argv[1]))
"""


def test_f23_publishers_in_parallel_lose_no_version(tmp_path):
    """Two at once; `FAULTS_EACH=20` has each of them publish twenty, as the fault table says."""
    each = int(os.environ.get("FAULTS_EACH", "5"))
    folders = [tiny.copied(tmp_path / name) for name in ("a", "b")]
    root = tmp_path / "releases"
    root.mkdir()
    for folder in folders:
        (folder / "releases").symlink_to(root)
    command = [sys.executable, "-c", MANY]
    running = [subprocess.Popen([*command, folder, folder.name, str(each)], cwd=REPOSITORY) for folder in folders]
    assert [process.wait(timeout=300) for process in running] == [0, 0]
    past = history(root)
    assert [record.number for record in past] == list(range(1, 2 * each + 1))
    assert len({record.id for record in past}) == 2 * each
    assert [record.previous for record in past] == [None, *(record.id for record in past[:-1])]
    for record in past:
        assert open_verified(root, record.id).id == record.id


def test_f24_a_rollback_is_one_command_of_less_than_ten_seconds(folder):
    first = build.build(folder).release.id
    tiny.note(folder, "second")
    build.build(folder)
    command = [sys.executable, "-m", "data", "rollback", "--by", "drill"]
    began = time.monotonic()
    environment = os.environ | {"DATA_DIR": str(folder)}
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True, capture_output=True, timeout=60)
    assert time.monotonic() - began < 10
    assert newest_good(folder / "releases").id == first
    assert journal.records(folder / "releases")[-1].action == "rollback"
