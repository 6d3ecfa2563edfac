"""`make` by itself, with pretended tools: what it does first, what it leaves alone the second time, what it says."""

import json
import re
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
LOCKS = ("requirements", "requirements-dev", "requirements-node", "requirements-lock")
COPIED = ("Makefile", "package-lock.json", *(f"{name}.txt" for name in LOCKS))
TOOLS = {
    ".venv/bin/pip": 'echo "pip $*" >> log',
    ".venv/bin/python": 'echo "python $*" >> log; at="${DATA_DIR:-data}/releases"; mkdir -p "$at"; touch "$at/CURRENT"',
    ".venv/bin/gunicorn": 'echo "gunicorn $HOST $PORT" >> log',
    "bin/npm": 'echo "npm $*" >> log; mkdir -p node_modules',
    "bin/node": """[ "$1" = -e ] && exit "${NODE_IS_OLD:-0}"
echo "node $*" >> log; mkdir -p assets/vendor; touch assets/vendor/manifest.json""",
    "bin/id": 'echo "${PRETENDED_ID:-0}"',
    "bin/apt-get": 'echo "apt-get $*" >> log',
}


class Tree:
    """A checkout with pretended tools that only keep a log of how they were called."""

    def __init__(self, folder: Path):
        self.folder = folder
        for name in ("deploy", "data/raw", "assets/build"):
            (folder / name).mkdir(parents=True)
        for name in (*COPIED, "deploy/node.sh", "deploy/debian.sh"):
            (folder / name).write_bytes((TOP / name).read_bytes())
            (folder / name).chmod(0o755)
        for name, line in TOOLS.items():
            self.tool(name, line)
        (folder / ".venv/.created").touch()
        self.write("data/raw/grants.csv")

    def tool(self, name: str, line: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/bash\n{line}\n")
        path.chmod(0o755)

    def write(self, name: str) -> None:
        """A file written now, later than everything before it."""
        time.sleep(0.02)
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text("x")

    def call(self, *command: str, **environment: str) -> subprocess.CompletedProcess:
        """Run a command here and forget the log of the one before."""
        (self.folder / "log").write_text("")
        path = f"{self.folder}/bin:/usr/bin:/bin"
        return subprocess.run(
            command, cwd=self.folder, env={"PATH": path, **environment}, capture_output=True, text=True, check=False
        )

    @property
    def log(self) -> list[str]:
        return (self.folder / "log").read_text().splitlines()


@pytest.fixture
def tree(tmp_path):
    return Tree(tmp_path)


def test_the_first_run_installs_builds_and_serves_in_four_told_steps(tree):
    done = tree.call("make", "run", "PORT=9001")
    assert re.findall(r"^\d/4", done.stdout, re.MULTILINE) == ["1/4", "2/4", "3/4", "4/4"]
    assert "http://127.0.0.1:9001/" in done.stdout
    assert [line.split()[0] for line in tree.log] == ["pip", "npm", "node", "python", "gunicorn"]
    assert tree.log[-1] == "gunicorn 127.0.0.1 9001"


def test_the_second_run_only_serves(tree):
    tree.call("make", "run")
    done = tree.call("make", "run", "HOST=0.0.0.0")
    assert tree.log == ["gunicorn 0.0.0.0 8050"]
    assert re.findall(r"^\d/4", done.stdout, re.MULTILINE) == ["4/4"]


def test_python_packages_are_installed_by_hash_and_as_wheels_without_those_of_development(tree):
    tree.call("make", "setup")
    (call,) = (line for line in tree.log if line.startswith("pip"))
    assert "--require-hashes" in call
    assert "--only-binary=:all:" in call
    assert call.endswith("-r requirements.txt")


def test_no_package_of_npm_may_run_a_script_of_its_own(tree):
    tree.call("make", "setup")
    assert any(line.startswith("npm ci --ignore-scripts") for line in tree.log)


@pytest.mark.parametrize("name", ["data/raw/grants.csv", "data/raw/example/new.csv", "data/tables.toml"])
def test_a_changed_delivery_or_description_makes_a_new_release(tree, name):
    tree.call("make", "setup")
    tree.write(name)
    tree.call("make", "setup")
    assert tree.log == ["python -m data build"]


def test_a_rollback_is_left_as_it_is(tree):
    tree.call("make", "setup")
    tree.write("data/releases/CURRENT")
    tree.call("make", "setup")
    assert tree.log == []


def test_a_missing_release_is_built_again(tree):
    tree.call("make", "setup")
    (tree.folder / "data/releases/CURRENT").unlink()
    tree.call("make", "setup")
    assert tree.log == ["python -m data build"]


def test_another_data_folder_is_built_by_itself(tree):
    tree.call("make", "setup")
    (tree.folder / "other/raw").mkdir(parents=True)
    tree.call("make", "setup", "DATA_DIR=other")
    assert tree.log == ["python -m data build"]
    assert (tree.folder / "other/releases/CURRENT").exists()


def test_a_data_folder_of_ready_releases_is_never_built(tree):
    (tree.folder / "ready/releases").mkdir(parents=True)
    tree.call("make", "setup", "DATA_DIR=ready")
    assert "python -m data build" not in tree.log


def test_a_failing_build_stops_before_serving(tree):
    tree.tool(".venv/bin/python", "exit 1")
    assert tree.call("make", "run").returncode != 0
    assert not any(line.startswith("gunicorn") for line in tree.log)


def test_without_a_new_enough_node_the_one_from_pypi_is_taken(tree):
    tree.call("deploy/node.sh", "true", NODE_IS_OLD="1")
    assert [line.split()[-1] for line in tree.log] == ["requirements-node.txt"]


def test_root_gets_the_debian_packages_and_others_the_command(tree):
    tree.call("deploy/debian.sh", "nginx-light")
    assert tree.log[-1].endswith("nginx-light")
    done = tree.call("deploy/debian.sh", "nginx-light", PRETENDED_ID="1000")
    assert done.returncode != 0
    assert "sudo apt-get install --yes nginx-light" in done.stderr
    assert tree.log == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_python_package_is_pinned_by_hash(name):
    pinned = re.split(r"\n(?=\w)", (TOP / f"{name}.txt").read_text())
    pinned = [entry for entry in pinned if not entry.startswith("#")]
    assert pinned
    assert all(re.match(r"[\w.-]+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", entry) for entry in pinned)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_asked_for_is_in_the_lock(name):
    wanted = re.findall(r"^[a-z][\w.-]*", (TOP / f"{name}.in").read_text(), re.MULTILINE)
    assert set(wanted) <= set(re.findall(r"^([\w.-]+)==", (TOP / f"{name}.txt").read_text(), re.MULTILINE))


def test_the_lock_of_npm_holds_digests_and_names_no_host():
    packages = json.loads((TOP / "package-lock.json").read_text())["packages"]
    assert all("integrity" in facts for path, facts in packages.items() if path)
    assert "://" not in "".join(facts.get("resolved", "") for facts in packages.values())


def test_a_package_with_another_hash_is_not_installed(tmp_path):
    with zipfile.ZipFile(tmp_path / "tiny-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1\n")
        wheel.writestr("tiny-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("tiny-1.dist-info/RECORD", "")
    (tmp_path / "lock.txt").write_text(f"tiny==1 --hash=sha256:{'0' * 64}\n")
    command = [
        TOP / ".venv/bin/pip",
        "install",
        "--dry-run",
        "--no-index",
        "--find-links",
        tmp_path,
        "--require-hashes",
    ]
    done = subprocess.run([*command, "-r", tmp_path / "lock.txt"], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "DO NOT MATCH THE HASHES" in done.stderr
