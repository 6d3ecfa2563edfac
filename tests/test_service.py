"""The real gunicorn with its settings: it starts anywhere, answers a crowd at once and loses nobody in between."""

import concurrent.futures
import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import urllib3
from playwright.sync_api import expect

from tests.proxy import NAME, Proxy

TOP = Path(__file__).parents[1]
GUNICORN = str(Path(sys.executable).parent / "gunicorn")
READ_ONLY = ["unshare", "--mount", "sh", "-c", 'mount -o remount,bind,ro / && exec "$@"', "sh"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def service(*before: str, **environment: str):
    """(process, address) of gunicorn, listening."""
    port = free_port()
    settings = os.environ | {"HOST": "127.0.0.1", "PORT": str(port), **environment}
    process = subprocess.Popen([*before, GUNICORN], cwd=TOP, env=settings, stderr=subprocess.DEVNULL)
    try:
        wait_until_listening(port, process)
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(40)


def wait_until_listening(port: int, process: subprocess.Popen) -> None:
    for _ in range(300):
        assert process.poll() is None, "gunicorn did not start"
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port), 20):
            return
        threading.Event().wait(0.05)
    pytest.fail("gunicorn does not listen")


def status(address: str) -> int:
    """The status of one page; 0 when no answer came."""
    try:
        return urllib3.request("GET", address, retries=False, timeout=30).status
    except urllib3.exceptions.HTTPError:
        return 0


def test_the_first_requests_may_come_all_at_once():
    """Without the warm-up Dash answers 500 to some of them (dash#3971)."""
    paths = ["/fi/", "/fi/talous", "/sv/", "/_dash-layout", "/_dash-dependencies", "/assets/vendor/bootstrap.css"] * 8
    with service() as (_, address), concurrent.futures.ThreadPoolExecutor(48) as pool:
        assert set(pool.map(lambda path: status(address + path), paths)) == {200}


def test_a_reload_loses_no_reader():
    """Readers wait for the new workers, at most; each of the two reloads happens among forty answers."""
    statuses, done = [], threading.Event()
    with service() as (process, address), concurrent.futures.ThreadPoolExecutor(4) as pool:

        def read():
            while not done.is_set():
                statuses.append(status(f"{address}/fi/"))

        readers = [pool.submit(read) for _ in range(4)]
        for wanted in (40, 80, 120):
            for _ in range(600):
                if done.wait(0.1) or len(statuses) >= wanted:
                    break
            if wanted < 120:
                process.send_signal(signal.SIGHUP)
        done.set()
        concurrent.futures.wait(readers)
    assert len(statuses) >= 120
    assert set(statuses) == {200}


def test_a_read_only_machine_with_a_full_log_and_no_home_will_do():
    """Read-only for real where the one who tests may say so."""
    may_remount = subprocess.run([*READ_ONLY, "true"], capture_output=True, check=False).returncode == 0
    before = READ_ONLY if may_remount else []
    with service(*before, HOME="/nonexistent", PYTHONDONTWRITEBYTECODE="1", ACCESS_LOG="/dev/full") as (_, address):
        assert {status(f"{address}{path}") for path in ("/fi/", *["/healthz"] * 100)} == {200}


def test_a_switch_of_dash_in_the_environment_is_refused():
    settings = os.environ | {"DASH_DEBUG": "true", "PORT": str(free_port())}
    done = subprocess.run([GUNICORN], cwd=TOP, env=settings, capture_output=True, timeout=60, check=False)
    assert done.returncode != 0


def test_a_page_is_drawn_whole_through_nginx(tmp_path, driver):
    """Chromium, TLS, nginx, gunicorn: the charts of the page of costs, without one refused or failed request."""
    flags = ["--no-sandbox", "--disable-gpu", f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
    with service(SITE_HOSTS=NAME) as (_, address):
        proxy = Proxy(tmp_path, int(address.rsplit(":", 1)[1]))
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        page = browser.new_page(ignore_https_errors=True)
        answers = []
        page.on("response", lambda answer: answers.append((answer.status, answer.url)))
        with proxy.running():
            page.goto(f"https://{NAME}:{proxy.port}/fi/talous")
            expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=30_000)
            browser.close()
    assert {status for status, _ in answers} <= {200, 204}, answers
