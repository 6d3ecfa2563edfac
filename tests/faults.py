"""Publishers killed at random moments while readers read: what came of it, counted. `make faults` runs 200 rounds.

Both tables of a release carry the number of the round that made it, so that a torn read is seen as two numbers. Half
of the rounds publish edited deliveries, half bring them as a file. Processes are forked before any database is opened.
"""

import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from data import build, publish
from data.intake import Received
from data.release import ReleaseDamaged, ReleaseMissing, current_id, history, open_verified
from tests import tiny

FORK = multiprocessing.get_context("fork")
BOTH = "SELECT max(gifts.note_fi), max(villages.name_fi) FROM gifts CROSS JOIN villages"


def deliver(folder: Path, number: int) -> dict[str, Received]:
    """The deliveries of a round: its number in the note of one gift and in the name of one village."""
    gifts = (tiny.HERE / "raw/gifts.csv").read_text(encoding="utf-8").replace("Palautus", f"z{number:06}")
    villages = (tiny.HERE / "raw/villages.csv").read_text(encoding="utf-8").replace("Ahola", f"z{number:06}")
    contents = {"gifts": gifts.encode(), "villages": villages.encode()}
    if number % 2:
        return {name: Received(f"{name}.csv", content) for name, content in contents.items()}
    with publish.locked(folder / "releases"):  # what is brought by hand must not fall between two others
        pass
    for name, content in contents.items():
        (folder / f"raw/{name}.csv").write_bytes(content)
    return {}


def forked(work, *arguments) -> int:
    """A child process that does the work and ends, its number."""
    child = os.fork()
    if child == 0:
        with suppress(Exception):
            work(*arguments)
            os._exit(0)
        os._exit(1)
    return child


def publisher(folder: Path, number: int, **more) -> int:
    """A child that publishes the deliveries of a round."""
    files = deliver(folder, number)
    return forked(lambda: build.build(folder, files=files, accept_warnings=True, by="faults", **more))


def reader(folder: Path, over, told) -> None:
    """Ask both tables again and again through the site's own door, and tell how it went."""
    os.environ["DATA_DIR"] = str(folder)
    from queries import current

    current.LOOK_SECONDS = 0.0
    follower, counts = current.Follower(folder / "releases", warm=lambda opened: None), Counter()
    while not over.is_set():
        try:
            ((note, name),) = follower.current().database.rows(BOTH, {})
            counts["torn" if note != name else "read"] += 1
        except Exception:  # whatever it is, a reader got no answer: it is counted, and the count must be 0
            counts["failed"] += 1
        time.sleep(0.005)  # leave the publishers a turn
    told.put(counts)


def kill_publishers(folder: Path, *, rounds: int, readers: int, seed: int) -> Counter:
    """Kill a publisher at a random moment of each round; counts of reads, of outcomes and of whatever went wrong."""
    root, chance, counts = folder / "releases", random.Random(seed), Counter()  # noqa: S311
    os.waitpid(publisher(folder, 0), 0)
    over, told = FORK.Event(), FORK.Queue()
    reading = [FORK.Process(target=reader, args=(folder, over, told)) for _ in range(readers)]
    for process in reading:
        process.start()
    seen, began = {current_id(root)}, time.monotonic()
    os.waitpid(publisher(folder, 1), 0)
    lasts = 1.2 * (time.monotonic() - began)
    number = 2
    while counts["killed"] < rounds:
        _one_round(folder, number, chance.uniform(0, lasts), seen, counts)
        number += 1
    over.set()
    for _ in reading:
        counts.update(told.get(timeout=60))
    for process in reading:
        process.join()
    _last_look(folder, number, seen, counts)
    return counts


def _one_round(folder: Path, number: int, moment: float, seen: set[str], counts: Counter) -> None:
    root, before = folder / "releases", current_id(folder / "releases")
    child = publisher(folder, number)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    was_killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
    counts["killed" if was_killed else "ended first"] += 1
    with suppress(ReleaseMissing, ReleaseDamaged):
        after = open_verified(root).id
        counts["new in use" if after != before else "old in use"] += 1
        seen.add(after)
        return
    counts["damaged"] += 1


def _last_look(folder: Path, number: int, seen: set[str], counts: Counter) -> None:
    """The next publish works, every release that was ever in use is there and whole, and nothing is left lying."""
    root = folder / "releases"
    counts["next publish failed"] += os.waitpid(publisher(folder, number), 0)[1] != 0
    told = {record.id for record in history(root)}
    counts["lost"] += len(seen - told)
    for id in told:
        with suppress(ReleaseMissing, ReleaseDamaged):
            open_verified(root, id)
            continue
        counts["lost"] += 1
    counts["releases"] = len(told)
    counts["left lying"] = len([path for path in root.rglob("*") if ".tmp" in path.name])
    files = [(folder / f"raw/{name}.csv").read_text(encoding="utf-8") for name in ("gifts", "villages")]
    counts["deliveries behind"] += not all(f"z{number:06}" in text for text in files)


WRONG = ("torn", "failed", "damaged", "lost", "left lying", "next publish failed", "deliveries behind")


def main(rounds: int) -> int:
    """Do the rounds in a folder of their own and print every count; 1 when anything went wrong."""
    with tempfile.TemporaryDirectory() as place:
        folder = tiny.copied(Path(place) / "data")
        began = time.monotonic()
        counts = kill_publishers(folder, rounds=rounds, readers=2, seed=20170929)
        shutil.rmtree(folder)
    for name in ("killed", "ended first", "old in use", "new in use", "releases", "read", *WRONG):
        print(f"{name:20} {counts[name]}")
    print(f"{'seconds':20} {time.monotonic() - began:.0f}")
    return int(any(counts[name] for name in WRONG))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
