"""The service as files: gunicorn's settings, the systemd unit and the container hold what they promise."""

import configparser
import json
import os
import re
import runpy
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from components.text import words

TOP = Path(__file__).parents[1]
DEPLOY = TOP / "deploy"


@pytest.fixture
def settings(monkeypatch):
    """gunicorn.conf.py as gunicorn reads it, under the given environment."""

    def read(**environment):
        for name in ("HOST", "PORT", "ACCESS_LOG", "FORWARDED_ALLOW_IPS"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(TOP / "gunicorn.conf.py"))

    return read


def test_gunicorn_listens_on_loopback_unless_told_otherwise(settings):
    assert settings()["bind"] == "127.0.0.1:8050"
    assert settings(HOST="0.0.0.0", PORT="9000")["bind"] == "0.0.0.0:9000"  # noqa: S104  only read, never bound


def test_gunicorn_serves_with_threads_and_limits_what_it_reads(settings):
    found = settings()
    assert (found["workers"], found["threads"], found["worker_class"]) == (2, 4, "gthread")
    assert found["control_socket_disable"] is True
    assert found["limit_request_fields"] <= 50
    assert found["limit_request_line"] <= 4094
    assert found["max_requests"] == 5000


def test_readers_are_not_logged_unless_asked_and_never_by_address(settings):
    assert settings()["accesslog"] is None
    found = settings(ACCESS_LOG="-")
    assert found["accesslog"] == "-"
    assert not re.search(r"%\((h|q|r|f|a|\{[^}]+\}i)\)s", found["access_log_format"])


def test_the_heartbeat_is_in_memory_where_there_is_any(settings, tmp_path):
    choose = settings()["memory_folder"]
    assert choose(str(tmp_path)) == str(tmp_path)
    assert choose(str(tmp_path / "missing")) is None


def worker(answer):
    """A worker of gunicorn as the warm-up sees it: a program and a log."""
    warnings, asked = [], []

    def program(environ, start_response):
        asked.append(environ["PATH_INFO"])
        return answer(start_response)

    log = SimpleNamespace(warning=lambda text, *values: warnings.append(text % values))
    return SimpleNamespace(wsgi=program, log=log, asked=asked, warnings=warnings)


def test_a_new_worker_asks_the_pages_before_any_reader(settings):
    def fine(start_response):
        start_response("200 OK", [])
        return [b""]

    warmed = worker(fine)
    settings()["post_worker_init"](warmed)
    assert warmed.asked == ["/healthz", "/fi/", "/fi/talous"]
    assert warmed.warnings == []


def test_a_page_that_fails_is_told_and_does_not_stop_the_worker(settings):
    def broken(start_response):
        raise RuntimeError("secret")

    failing = worker(broken)
    settings()["post_worker_init"](failing)
    assert len(failing.warnings) == 3
    assert "RuntimeError" in failing.warnings[0]
    assert "secret" not in "".join(failing.warnings)


@pytest.fixture(scope="module")
def unit():
    parser = configparser.RawConfigParser(strict=False, delimiters="=")
    parser.optionxform = str
    parser.read(DEPLOY / "tilannekuva.service")
    return parser


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("User", "tilannekuva"),
        ("NoNewPrivileges", "yes"),
        ("PrivateTmp", "yes"),
        ("ProtectSystem", "strict"),
        ("ProtectHome", "yes"),
        ("CapabilityBoundingSet", ""),
        ("SystemCallFilter", "@system-service"),
        ("RestrictAddressFamilies", "AF_INET AF_UNIX"),
        ("IPAddressDeny", "any"),
        ("IPAddressAllow", "localhost"),
        ("MemoryMax", "3G"),
        ("TasksMax", "200"),
        ("Restart", "always"),
    ],
)
def test_the_service_is_closed_in(unit, key, value):
    assert unit["Service"][key] == value


def test_systemd_finds_no_fault_in_the_unit(tmp_path, unit):
    """Where systemd is not installed, the sections and keys are held to be there at least."""
    assert unit.sections() == ["Unit", "Service", "Install"]
    analyse = shutil.which("systemd-analyze")
    if analyse:
        program = unit["Service"]["ExecStart"]
        text = (DEPLOY / "tilannekuva.service").read_text().replace(program, "/bin/true")
        (tmp_path / "tilannekuva.service").write_text(text)
        command = [analyse, "verify", "--man=no", tmp_path / "tilannekuva.service"]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")


def instructions() -> list[tuple[str, str]]:
    """(instruction, rest) of each line of the Containerfile, continued lines joined."""
    text = re.sub(r"\\\n\s*", " ", (DEPLOY / "Containerfile").read_text())
    return [tuple(line.split(" ", 1)) for line in text.splitlines() if line and not line.startswith("#")]


def last_stage() -> dict[str, str]:
    found = instructions()
    start = max(index for index, (name, _) in enumerate(found) if name == "FROM")
    return dict(found[start:])


def test_the_container_runs_as_nobody_in_particular():
    assert re.fullmatch(r"[1-9]\d{3,}", last_stage()["USER"])


def test_the_container_knows_whether_it_is_well():
    words = json.loads(last_stage()["HEALTHCHECK"].split("CMD ", 1)[1])
    compile(words[2], "healthcheck", "exec")
    assert "/healthz" in words[2]


def test_the_container_serves_without_a_shell():
    assert json.loads(last_stage()["CMD"]) == [".venv/bin/gunicorn"]


def test_the_serving_stage_gets_no_tools_of_building():
    names = [name for name, _ in instructions()]
    assert names.count("FROM") == 2
    installed = last_stage()["RUN"]
    assert not re.search(r"\b(make|gcc|git|node|npm|curl)\b", installed)
    assert "--from=build" in last_stage()["COPY"]


def test_secrets_and_outputs_stay_out_of_the_container():
    ignored = (TOP / ".dockerignore").read_text().split()
    assert {".git", ".venv", "node_modules", "build", "data/releases"} <= set(ignored)


@pytest.mark.parametrize("name", ["title", "not_allowed", "too_large", "too_many", "unavailable"])
def test_nginx_refuses_in_the_words_of_the_site(name):
    told = re.search(
        rf"\$tilannekuva_{name} \{{(.*?)\n\}}", (DEPLOY / "nginx/problem_words.conf").read_text("utf-8"), re.DOTALL
    )[1]
    assert dict(re.findall(r'(\w\w) "(.*)";', told)) == words()[f"refusals.{name}"]


def test_every_file_that_nginx_includes_is_there():
    texts = [path.read_text() for path in (DEPLOY / "nginx").glob("*.conf")]
    named = {name for text in texts for name in re.findall(r"include /etc/nginx/tilannekuva/([\w.]+);", text)}
    assert named
    assert {name for name in named if not (DEPLOY / "nginx" / name).is_file()} == set()


@pytest.mark.parametrize("code", ["413", "429", "503"])
def test_an_error_page_speaks_three_languages_and_loads_nothing(code):
    page = (DEPLOY / "errors" / f"{code}.html").read_text()
    assert re.findall(r'lang="(\w\w)"', page) == ["fi", "sv", "en"]
    assert not re.search(r"src=|href=|url\(", page)
    assert os.path.getsize(DEPLOY / "errors" / f"{code}.html") < 2000
