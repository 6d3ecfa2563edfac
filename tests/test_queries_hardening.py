"""The database reaches the files of its release and nothing else, whatever SQL it is given."""

import hashlib
import socket
import threading
from pathlib import Path

import duckdb
import pytest

import queries
from queries import database
from tests.conftest import HANDFUL_ID
from tests.handful import grants

ATTACKS = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM read_json('/etc/passwd')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM parquet_metadata('{outside}/grants.parquet')",
    "SELECT * FROM read_parquet('{outside}/grants.parquet')",
    "SELECT * FROM read_parquet('{folder}/../../outside/grants.parquet')",
    "SELECT * FROM read_text('{folder}/link')",
    "SELECT * FROM read_parquet('http://127.0.0.1:{port}/x.parquet')",
    "SELECT * FROM read_csv('s3://bucket/x.csv')",
    "COPY grants TO '{outside}/stolen.csv'",
    "EXPORT DATABASE '{outside}/stolen'",
    "ATTACH '{outside}/new.db' AS new_one",
    "ATTACH 'http://127.0.0.1:{port}/x.db' AS far",
    "INSTALL httpfs",
    "LOAD httpfs",
    "LOAD '{outside}/x.duckdb_extension'",
    "SET enable_external_access = true",
    "SET allowed_directories = ['/']",
    "SET lock_configuration = false",
    "RESET memory_limit",
    "SET memory_limit = '64GB'",
    "SET temp_directory = '/tmp'",
    "SET threads = 64",
    "PRAGMA enable_profiling",
    "PRAGMA database_size; SET home_directory = '/'",
    "CREATE PERSISTENT SECRET s (TYPE s3, KEY_ID 'a', SECRET 'b')",
    "SELECT * FROM stolen_frame",
    "CALL enable_logging()",
]


@pytest.fixture
def hardened(handful, tmp_path):
    ask = handful(grants({"id": "2017-nokia", "to": ["536"], "eur": 1}))
    ask("grants_by_theme")
    folder = tmp_path / "releases" / HANDFUL_ID
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "grants.parquet").write_bytes((folder / "grants.parquet").read_bytes())
    (folder / "link").symlink_to("/etc/passwd")
    return queries._served().database._connection.cursor(), folder, outside


@pytest.fixture
def port():
    """A port on this machine that counts who calls."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.01)
        calls, over = [], threading.Event()

        def listen() -> None:
            while not over.is_set():
                try:
                    server.accept()[0].close()
                    calls.append(1)
                except TimeoutError:
                    continue

        listener = threading.Thread(target=listen)
        listener.start()
        yield server.getsockname()[1]
        over.set()
        listener.join()
    assert calls == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused(hardened, port, attack):
    connection, folder, outside = hardened
    stolen_frame = "a variable of Python's"
    before = _state(folder), _state(outside)
    with pytest.raises(duckdb.Error):
        connection.execute(attack.format(folder=folder, outside=outside, port=port)).fetchall()
    assert (_state(folder), _state(outside)) == before
    assert stolen_frame


def test_what_the_release_holds_is_still_read(hardened):
    connection, *_ = hardened
    assert connection.execute("SELECT count(*) FROM grants").fetchall() == [(1,)]


def test_every_setting_of_the_threat_model_is_in_force(hardened):
    connection, folder, _ = hardened
    settings = dict(connection.execute("SELECT name, value FROM duckdb_settings()").fetchall())
    assert settings["allowed_directories"] == f"[{folder.resolve()}/]"
    assert settings["temp_directory"] == ""
    assert settings["enable_external_access"] == "false"
    assert settings["lock_configuration"] == "true"
    assert settings["threads"] == "1"


def test_no_reader_gets_a_stacked_statement_through(hardened):
    with pytest.raises(queries.BadParameter):
        queries.run("grants_by_theme", theme="x'; DROP VIEW grants; --")
    assert queries.run("grants_by_theme", known_by="2018-01-01").total("awarded_eur") == 1


def test_a_table_with_a_strange_name_is_not_opened(tmp_path):
    with pytest.raises(ValueError, match="table name"):
        database.Database(tmp_path, {"t AS SELECT 1; --": "t.parquet"})
    for absent in ({"t (a INTEGER); --": ()}, {"t": (("a INTEGER); --", "INTEGER"),)}):
        with pytest.raises(ValueError, match="table name"):
            database.Database(tmp_path, {}, absent=absent)


def test_sql_is_put_together_in_three_known_places_only():
    folder = Path(database.__file__).parent
    found = {
        path.name: [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if _puts_together(line)]
        for path in folder.glob("*.py")
    }
    assert {name: len(lines) for name, lines in found.items() if lines} == {"database.py": 2, "question.py": 1}


def _puts_together(line: str) -> bool:
    return any(word in line for word in ("SELECT", "CREATE", "FROM ")) and ("{" in line or "%" in line or "+" in line)


def _state(folder: Path) -> dict[str, str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
