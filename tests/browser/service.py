"""The real site for a test: gunicorn with its own settings, on a free port, over a release built for the tests."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import urllib3

TOP = Path(__file__).parents[2]
GUNICORN = str(Path(sys.executable).parent / "gunicorn")
START_SECONDS = 60
STOP_SECONDS = 15


class Service:
    """One gunicorn on one port; it may be frozen, killed and started again there while a reader has a page open."""

    def __init__(self, data: Path):
        self.data = data
        self.port = free_port()
        self.process: subprocess.Popen | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def boot(self) -> None:
        """Start gunicorn without waiting for it."""
        environment = os.environ | {"HOST": "127.0.0.1", "PORT": str(self.port), "DATA_DIR": str(self.data)}
        self.process = subprocess.Popen(
            [GUNICORN], cwd=TOP, env=environment, stderr=subprocess.DEVNULL, start_new_session=True
        )

    def start(self) -> None:
        """Start gunicorn and wait until it answers with data."""
        self.boot()
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            assert self.process.poll() is None, "gunicorn did not start"
            with contextlib.suppress(urllib3.exceptions.HTTPError):
                if urllib3.request("GET", f"{self.address}/readyz", retries=False, timeout=10).status == 200:
                    return
            time.sleep(0.1)
        raise TimeoutError("gunicorn does not answer")

    def freeze(self) -> None:
        """Stop every process of it where it stands: connections are taken, and nothing answers."""
        os.killpg(self.process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on after `freeze`."""
        os.killpg(self.process.pid, signal.SIGCONT)

    def kill(self) -> None:
        """End every process of it at once: connections are refused."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(STOP_SECONDS)

    def end(self) -> None:
        """End it in order, and with force when it does not come to an end."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()


@contextlib.contextmanager
def served(data: Path) -> Iterator[Service]:
    """A service that answers, ended afterwards."""
    service = Service(data)
    try:
        service.start()
        yield service
    finally:
        service.end()


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
