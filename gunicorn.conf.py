"""How the site is served: two workers of four threads fit two cores; a proxy such as nginx stands in front.

HOST and PORT say where, ACCESS_LOG (a path, or - for standard output) switches on a log without addresses of readers.
"""

import os
import sys
from pathlib import Path

WARM_PATHS = ("/healthz", "/fi/", "/fi/talous")


def memory_folder(folder: str = "/dev/shm") -> str | None:  # noqa: S108  the heartbeat holds nothing
    """A folder in memory for the workers' heartbeat, so that a read-only or slow disk does not matter."""
    return folder if os.access(folder, os.W_OK) else None


def on_starting(server) -> None:
    """Nothing, or the end: Dash's own switches are refused here, before a worker can fail over them again and again."""
    if found := sorted(name for name in os.environ if name.startswith("DASH_")):
        sys.exit(f"refused: {' '.join(found)}")


def post_worker_init(worker) -> None:
    """Ask the pages once before any reader does.

    Dash sets itself up during its first request, and several first requests at once answer 500 (dash#3971).
    A page that fails is told in the log; the worker serves on, because the data may come later.
    """
    from werkzeug.test import Client  # not in the parent process, or a reload would keep the old program

    client = Client(worker.wsgi)
    for path in WARM_PATHS:
        try:
            status = client.get(path, base_url="http://127.0.0.1").status_code
        except Exception as error:
            status = type(error).__name__
        if status != 200:
            worker.log.warning("Warm-up of %s: %s", path, status)


wsgi_app = "app:server"
chdir = str(Path(__file__).resolve().parent)
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8050')}"

workers = 2
threads = 4
worker_class = "gthread"  # sync workers would close every connection
worker_tmp_dir = memory_folder()
control_socket_disable = True  # it would be opened in the home folder, which need not exist
timeout = 30
graceful_timeout = 30
keepalive = 75  # longer than nginx keeps its side, so that nginx closes first
backlog = 512
max_requests = 5000
max_requests_jitter = 500

limit_request_line = 4094
limit_request_fields = 50
limit_request_field_size = 4096
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")

accesslog = os.environ.get("ACCESS_LOG") or None
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s %(M)sms"
