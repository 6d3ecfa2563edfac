"""The promises of the fault table on damage and loss, by their numbers F3 to F6: no damaged byte is ever served."""

import random
import shutil
import time

import pytest

import queries
from data import publish
from data.release import ReleaseDamaged, open_verified
from tests.handful import publish_handful
from tests.two_releases import NEW, OLD, damage, material, old_in_use, point_at
from tests.whole_site import HOST


@pytest.fixture
def root(tmp_path, monkeypatch):
    yield from old_in_use(tmp_path, monkeypatch)


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
