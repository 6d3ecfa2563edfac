"""A publisher killed at any step, two at once, a full disk: readers see the old release or the new one, whole."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from data import build, publish
from data.release import current_id, history, newest_good, open_verified
from tests import tiny

REPOSITORY = Path(__file__).parent.parent

KILLED = """
import os, signal, sys
from pathlib import Path
from data import build, publish

def stop(step):
    if step == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

folder = Path(sys.argv[1])
if sys.argv[3] == "rollback":
    publish.rollback(folder / "releases", after=stop)
else:
    build.build(folder, after=stop)
"""


@pytest.fixture
def root(folder):
    return folder / "releases"


def run(code, *arguments, **options):
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=120, **options)


def files(root):
    return sorted(path.name for path in root.rglob("*") if ".tmp" in path.name)


@pytest.mark.parametrize("step", publish.STEPS)
def test_a_publisher_killed_after_any_step_leaves_the_old_release_or_the_new_one_whole(folder, root, step):
    old = build.build(folder).release.id
    tiny.edit(folder, "raw/gifts.csv", "Palautus", "Palautettu")
    assert run(KILLED, folder, step, "build").returncode == -signal.SIGKILL
    served = open_verified(root)
    assert newest_good(root).id == served.id
    assert (served.id == old) == (publish.STEPS.index(step) < publish.STEPS.index("pointed"))
    built = build.build(folder)
    assert open_verified(root).id == built.release.id != old
    build.build(folder)
    tiny.edit(folder, "raw/gifts.csv", "Palautettu", "Palautus")
    build.build(folder)
    assert [record.id for record in history(root)] == [old, built.release.id, old]
    assert files(root) == []


@pytest.mark.parametrize("step", publish.STEPS)
def test_a_first_publisher_killed_after_any_step_is_followed_by_one_that_succeeds(folder, root, step):
    assert run(KILLED, folder, step, "build").returncode == -signal.SIGKILL
    id = build.build(folder).release.id
    assert open_verified(root).id == id
    tiny.edit(folder, "raw/gifts.csv", "Palautus", "Palautettu")
    build.build(folder)
    assert publish.rollback(root).id == id
    assert files(root) == []


@pytest.mark.parametrize("step", ["recorded", "pointer", "pointed", "logged"])
def test_a_rollback_killed_after_any_step_is_all_or_nothing(folder, root, step):
    first = build.build(folder).release.id
    tiny.edit(folder, "raw/gifts.csv", "Palautus", "Palautettu")
    second = build.build(folder).release.id
    assert run(KILLED, folder, step, "rollback").returncode == -signal.SIGKILL
    served = second if step in ("recorded", "pointer") else first
    assert open_verified(root).id == served
    tiny.edit(folder, "raw/gifts.csv", "Palautettu", "third")
    build.build(folder)
    assert publish.rollback(root).id == served
    assert not any(record.is_recovered for record in history(root))


def test_a_release_named_but_not_pointed_to_is_used_when_it_is_whole(folder, root):
    run(KILLED, folder, "named", "build")
    (left,) = [path for path in root.iterdir() if len(path.name) == 12]
    written = (left / "gifts.parquet").stat().st_ino
    built = build.build(folder)
    assert (built.release.id, built.was_there) == (left.name, True)
    assert (left / "gifts.parquet").stat().st_ino == written


def test_a_release_named_but_not_pointed_to_is_not_trusted_when_it_is_damaged(folder, root):
    run(KILLED, folder, "named", "build")
    (left,) = [path for path in root.iterdir() if len(path.name) == 12]
    path = left / "release.json"
    path.chmod(0o644)
    path.write_text(path.read_text().replace('"rows": 5', '"rows": 6'))
    built = build.build(folder)
    assert built.moved_aside.name == f".damaged-{left.name}-1"
    assert open_verified(root).tables["gifts"].rows == 5


def test_publishers_at_once_wait_for_each_other_and_none_is_lost(tmp_path, folder, root):
    folders = []
    for number in range(3):
        other = tiny.copied(tmp_path / f"data{number}")
        tiny.edit(other, "raw/gifts.csv", "Palautus", f"note {number}")
        os.symlink(root, other / "releases")
        folders.append(other)
    root.mkdir()
    code = "import sys; from pathlib import Path; from data import build; build.build(Path(sys.argv[1]))"
    command = [sys.executable, "-c", code]
    running = [subprocess.Popen([*command, str(each)], cwd=REPOSITORY) for each in folders * 2]
    assert [process.wait(timeout=120) for process in running] == [0] * 6
    past = history(root)
    assert [record.number for record in past] == list(range(1, len(past) + 1))
    assert [record.previous for record in past] == [None, *(record.id for record in past[:-1])]
    assert current_id(root) == past[-1].id
    assert {record.id for record in past} == {path.name for path in root.iterdir() if len(path.name) == 12}
    assert len({record.id for record in past}) == 3
    for record in past:
        open_verified(root, record.id)


def test_a_reader_never_sees_anything_but_whole_releases_while_publishers_are_killed(folder, root):
    ids = {build.build(folder).release.id}
    for number, old, new in ((1, "Palautus", "a"), (2, ";a;", ";b;"), (3, ";b;", ";c;"), (4, ";c;", ";d;")):
        tiny.edit(folder, "raw/gifts.csv", old, new)
        code = "import sys; from pathlib import Path; from data import build; build.build(Path(sys.argv[1]))"
        process = subprocess.Popen([sys.executable, "-c", code, str(folder)], cwd=REPOSITORY)
        for _ in range(40 * number):
            ids.add(open_verified(root).id)
        process.kill()
        process.wait()
        ids.add(open_verified(root).id)
    assert ids <= {record.id for record in history(root)} | {current_id(root)}


def test_a_build_with_nothing_to_do_waits_for_nobody(folder, root):
    build.build(folder)
    with publish.locked(root):
        waiting = Thread(target=build.build, args=(folder,), daemon=True)
        waiting.start()
        waiting.join(20)
        assert not waiting.is_alive()


def test_a_log_that_was_lost_is_begun_again_from_the_release_in_use(folder, root):
    first = build.build(folder).release.id
    shutil.rmtree(root / "log")
    tiny.edit(folder, "raw/gifts.csv", "Palautus", "Palautettu")
    build.build(folder)
    assert [record.is_recovered for record in history(root)] == [True, False]
    assert publish.rollback(root).id == first


def small_disk():
    """No file may grow past 1 500 bytes: writing fails half-way as it does on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500))


def test_a_full_disk_ends_in_a_clean_sentence_and_changes_nothing(folder, root):
    id = build.build(folder).release.id
    tiny.edit(folder, "raw/gifts.csv", "Palautus", "Palautettu")
    command = [sys.executable, "-B", "-m", "data", "build", "--lang", "en"]
    environment = os.environ | {"DATA_DIR": str(folder)}
    ended = subprocess.run(
        command,
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        preexec_fn=small_disk,
        timeout=120,
    )
    assert ended.returncode == 1
    assert ended.stderr == "The release could not be written: File too large. The release in use is as it was.\n"
    assert open_verified(root).id == id
    assert len(history(root)) == 1
    assert files(root) == []
