"""The promises of the fault table, by their numbers: F2 killed publishers, F3 to F8 damage and loss, F21 to F24."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

import queries
from data import build, journal, publish
from data.release import ReleaseDamaged, current_id, history, newest_good, open_verified
from queries import current
from tests import tiny
from tests.handful import publish_handful
from tests.test_queries_releases import NEW, OLD, damage, material, point_at

REPOSITORY = Path(__file__).parent.parent
HOST = "http://127.0.0.1"


@pytest.fixture
def folder(tmp_path):
    return tiny.copied(tmp_path / "data")


@pytest.fixture
def root(tmp_path, monkeypatch):
    """OLD is in use in a handful of rows, and the site asks it; looks at CURRENT come as fast as they are asked for."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(current, "LOOK_SECONDS", 0.0)
    queries.unpin()
    publish_handful(tmp_path / "releases", OLD, material(1))
    yield tmp_path / "releases"
    queries.unpin()


@pytest.fixture
def client(release_dir, monkeypatch, tmp_path):
    """The whole site, in this process, over the data folder that the test has set."""
    from app import server

    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    yield server.test_client()
    queries.unpin()


def get(client, path: str) -> tuple[int, str]:
    response = client.get(path, base_url=HOST)
    return response.status_code, response.get_data(as_text=True)


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


def test_f3_a_damaged_file_in_the_new_version_leaves_the_old_one_and_readyz_says_stale(root, client):
    publish_handful(root, NEW, material(10))
    publish.rollback(root)
    assert queries.release().id in (OLD, NEW)
    damage(root, NEW)
    last = time.monotonic() + 20
    while queries.release().id != OLD:
        assert time.monotonic() < last
    point_at(root, NEW)
    began = time.monotonic()
    while '"stale"' not in get(client, "/readyz")[1].replace(" ", ""):
        assert time.monotonic() - began < 5
        time.sleep(0.05)
    assert int(queries.run("grants_by_theme").total("awarded_eur")) == 2


def test_f3_not_one_of_many_damaged_bytes_is_served(root):
    publish_handful(root, NEW, material(10))
    chance = random.Random(3)  # noqa: S311 - the same bytes every time
    files = sorted((root / NEW).iterdir())
    for _ in range(200):
        path = chance.choice(files)
        content = path.read_bytes()
        at = chance.randrange(len(content))
        path.chmod(0o644)
        path.write_bytes(content[:at] + bytes([content[at] ^ chance.randrange(1, 256)]) + content[at + 1 :])
        with pytest.raises(ReleaseDamaged):
            open_verified(root)
        path.write_bytes(content)


def test_f4_a_damaged_release_at_the_start_gives_way_to_the_newest_good_one_and_the_page_says_so(root, client):
    publish_handful(root, NEW, material(10))
    damage(root, NEW)
    began = time.monotonic()
    status, page = get(client, "/en/accessibility")
    assert time.monotonic() - began < 10
    assert (status, OLD in page, NEW in page) == (200, True, False)
    assert 'class="notice"' in page
    assert '"stale"' in get(client, "/readyz")[1].replace(" ", "")


def test_f5_a_folder_deleted_under_readers_fails_its_panels_and_the_next_release_heals_them(root, client):
    assert get(client, "/en/method")[0] == 200
    shutil.rmtree(root / OLD)
    queries.forget()
    status, _ = get(client, "/en/accessibility")
    assert status in (200, 500, 503)
    assert get(client, "/healthz") == (200, "ok\n")
    publish_handful(root, NEW, material(10))
    last = time.monotonic() + 20
    while queries.status()["release_id"] != NEW:
        assert time.monotonic() < last
        time.sleep(0.01)
    assert get(client, "/en/method")[0] == 200


def test_f6_without_a_data_folder_the_process_lives_and_the_page_says_that_there_is_no_data(client, tmp_path):
    assert get(client, "/healthz") == (200, "ok\n")
    assert get(client, "/readyz")[0] == 503
    status, page = get(client, "/sv/")
    assert status == 503
    assert '<html lang="sv">' in page
    assert "<h1>" in page


DRIFTS = {
    "column gone": ("gift_id;village_code;", "gift_id;", "village_code"),
    "column added": ("gift_id;village_code;", "gift_id;weight_kg;village_code;", "weight_kg"),
    "column renamed": ("amount_eur", "sum_eur", "amount_eur"),
    "column twice": ("gift_id;village_code;", "gift_id;gift_id;", "gift_id"),
    "text for a number": ("2001;10;", "2001;ten;", "amount_eur"),
    "fraction of a cent": ("2001;10;", "2001;10.005;", "amount_eur"),
    "fraction of a year": (";2001;10;", ";2001.5;10;", "given_year"),
    "another form of date": ("g1;ahola;bread;2001-", "g1;ahola;bread;01/2001-", "given_earliest"),
    "another word for yes": (";10;false;", ";10;maybe;", "is_shared"),
    "unknown code": ("g1;ahola;bread", "g1;ahola;stone", "kind_code"),
    "unknown source": (";letter;", ";postcard;", "source_id"),
    "key twice": ("\ng2;", "\ng1;", "gift_id"),
}


@pytest.mark.parametrize("drift", DRIFTS)
def test_f7_a_schema_that_drifts_is_refused_with_the_name_of_the_column(folder, drift):
    build.build(folder)
    id = current_id(folder / "releases")
    old, new, column = DRIFTS[drift]
    path = folder / "raw/gifts.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text, "the drift changes nothing"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(build.Refused) as refused:
        build.build(folder)
    assert column in {each.column for each in refused.value.problems}
    assert current_id(folder / "releases") == id


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
            note_of_gift(folder, f"note {number}")
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


def note_of_gift(folder: Path, note: str) -> None:
    text = (tiny.HERE / "raw/gifts.csv").read_text(encoding="utf-8")
    (folder / "raw/gifts.csv").write_text(text.replace("Palautus", note), encoding="utf-8")


def failed(folder: Path) -> None:
    """A publisher that can write no file of more than 2 000 bytes ends in a sentence."""
    command = [sys.executable, "-m", "data", "build", "--lang", "en"]
    environment = os.environ | {"DATA_DIR": str(folder)}
    ended = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, preexec_fn=small_disk, timeout=60
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("The release could not be written: ")


def test_f21_one_bad_row_among_many_refuses_the_whole_and_tells_every_error(folder):
    id = build.build(folder).release.id
    head, *rows = (folder / "raw/gifts.csv").read_text(encoding="utf-8").splitlines()
    cells = rows[0].split(";")
    many = [";".join([f"x{number}", *cells[1:5], "1999", "0", *cells[7:]]) for number in range(3_000)]
    many[123] = many[123].replace(";1999;0;", ";1999;nought;")
    many[2_876] = many[2_876].replace(";ahola;", ";nowhere;")
    (folder / "raw/gifts.csv").write_text("\n".join([head, *rows, *many]) + "\n", encoding="utf-8")
    with pytest.raises(build.Refused) as refused:
        build.build(folder)
    found = {(each.row, each.rule) for each in refused.value.problems}
    assert {(len(rows) + 125, "not-a-number"), (len(rows) + 2_878, "unknown-reference")} <= found
    assert current_id(folder / "releases") == id


MANY = """
import sys
from pathlib import Path
from data import build
from tests.test_faults import note_of_gift

for number in range(int(sys.argv[3])):
    note_of_gift(Path(sys.argv[1]), f"{sys.argv[2]} {number}")
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
    note_of_gift(folder, "second")
    build.build(folder)
    command = [sys.executable, "-m", "data", "rollback", "--by", "drill"]
    began = time.monotonic()
    environment = os.environ | {"DATA_DIR": str(folder)}
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True, capture_output=True, timeout=60)
    assert time.monotonic() - began < 10
    assert newest_good(folder / "releases").id == first
    assert journal.records(folder / "releases")[-1].action == "rollback"
