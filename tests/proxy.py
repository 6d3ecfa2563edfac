"""The real nginx with the site's configuration, on loopback, before a tiny server that keeps what it was asked."""

import contextlib
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

DEPLOY = Path(__file__).parents[1] / "deploy"
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
NAME = "tilannekuva.example.fi"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class Upstream(BaseHTTPRequestHandler):
    """Answers everything with its path, like gunicorn: keep-alive, an ETag, a year for files."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.command, self.path, dict(self.headers)))
        time.sleep(self.server.delay)
        body = b"" if self.headers.get("If-None-Match") == '"1"' else self.path.encode()
        self.send_response(200 if body else 304)
        self.send_header("ETag", '"1"')
        self.send_header("Cache-Control", "max-age=31536000, immutable" if "/assets/" in self.path else "no-store")
        if body:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def log_message(self, *_):
        """Nothing: `asked` holds what came."""


class Server(ThreadingHTTPServer):
    request_queue_size = 512  # as gunicorn's backlog; the usual 5 makes a crowd wait a second


@contextlib.contextmanager
def upstream():
    with Server(("127.0.0.1", 0), Upstream) as server:
        server.asked, server.delay = [], 0.0
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def certificate(folder: Path) -> None:
    """A key and a certificate that nobody trusts; the test does not check it either."""
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += [
        "-days",
        "1",
        "-subj",
        f"/CN={NAME}",
        "-keyout",
        folder / "privkey.pem",
        "-out",
        folder / "fullchain.pem",
    ]
    subprocess.run(command, check=True, capture_output=True)


def render(folder: Path, changes: dict[str, str]) -> Path:
    """The site's files under `folder`, its fixed places changed for free ones, and nothing of the machine's own."""
    place = folder / "tilannekuva"
    shutil.copytree(DEPLOY / "nginx", place)
    shutil.copytree(DEPLOY / "errors", place / "errors")
    certificate(place)
    changes = {"/etc/nginx/tilannekuva": str(place), "/var/cache/nginx": str(folder), **changes}
    for path in place.glob("*.conf"):
        text = "\n".join(line for line in path.read_text().splitlines() if "listen [::]" not in line)
        for old, new in changes.items():
            text = text.replace(old, new)
        path.write_text(text)
    main = folder / "nginx.conf"
    main.write_text(
        f"{'user root;' if os.geteuid() == 0 else ''} daemon off; worker_processes 2; pid {folder}/pid;\n"
        f"error_log {folder}/error.log notice;\nevents {{ worker_connections 2048; }}\nhttp {{\n"
        + "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in TEMPORARY)
        + f"include {place}/tilannekuva.conf;\n}}\n"
    )
    return main


class Proxy:
    """A started nginx: its ports, and a way to speak to it with bytes of one's own."""

    def __init__(self, folder: Path, upstream_port: int):
        self.plain, self.port = free_port(), free_port()
        self.changes = {
            "listen 80": f"listen 127.0.0.1:{self.plain}",
            "listen 443": f"listen 127.0.0.1:{self.port}",
            "127.0.0.1:8050": f"127.0.0.1:{upstream_port}",
        }
        self.main = render(folder, self.changes)
        self.log = folder / "error.log"

    def check(self) -> str:
        """What `nginx -t` says of the configuration."""
        return subprocess.run([NGINX, "-t", "-c", self.main], check=False, capture_output=True, text=True).stderr

    @contextlib.contextmanager
    def running(self):
        process = subprocess.Popen([NGINX, "-c", self.main], stderr=subprocess.DEVNULL)
        try:
            self.connect(tries=100).close()
            yield self
        finally:
            process.terminate()
            process.wait(10)

    def connect(self, name: str = NAME, tries: int = 1, timeout: float = 10.0) -> ssl.SSLSocket:
        """A TLS connection to the site under this name."""
        context = ssl._create_unverified_context()  # noqa: S323  the certificate is a minute old and the test's own
        for left in reversed(range(tries)):
            try:
                plain = socket.create_connection(("127.0.0.1", self.port), timeout=timeout)
                return context.wrap_socket(plain, server_hostname=name)
            except ConnectionRefusedError:
                if not left:
                    raise
                time.sleep(0.05)
        raise AssertionError("unreachable")

    def say(self, request: bytes, patience: float = 1.0) -> bytes:
        """All that comes back for these bytes, until nginx closes or is silent for so many seconds."""
        with self.connect() as connection:
            connection.sendall(request)
            connection.settimeout(patience)
            answer = b""
            with contextlib.suppress(TimeoutError, ConnectionError):
                while part := connection.recv(65536):
                    answer += part
            return answer

    def ask(self, path: str, method: str = "GET", body: bytes = b"", headers: str = "", host: str = NAME) -> bytes:
        """The whole answer to one request that asks for the connection to be closed."""
        head = f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}"
        length = f"Content-Length: {len(body)}\r\n" if body else ""
        return self.say(f"{head}{length}\r\n".encode() + body, patience=10)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0
