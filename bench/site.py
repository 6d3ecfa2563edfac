"""What a reader's first visit costs: requests and bytes of two pages in a cold browser, and the time of a callback.

`make bench` prints it, and when the first content comes as a share of the largest content of a plain Dash page of the
same figures (`bench/plain_dash.py`), in the same run. The exit code is 1 when a page asked anything of another host.
"""

import contextlib
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import urllib3
from playwright.sync_api import Browser, Page, sync_playwright

TOP = Path(__file__).resolve().parents[1]
PAGES = ("/fi/", "/fi/talous")
CALLBACK = "/_dash-update-component"
REPEATS = 200
LARGEST = 8
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
PLAIN = ("--config", "python:builtins", "--workers", "2", "--threads", "4", "bench.plain_dash:server")
# A telephone on a slow 4G network, as Lighthouse has it: the times of a fast machine by its own network tell little.
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
SLOWER, VISITS, MOST, SETTLED_MS = 4, 5, 0.15, 1000
LARGEST_PAINT = """window.largest = 0; new PerformanceObserver((list) => list.getEntries().forEach((each) => {
  window.largest = each.startTime; })).observe({ type: "largest-contentful-paint", buffered: true })"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


@dataclass
class Visit:
    """One cold visit: each request's address and transferred bytes, the callbacks it sent, milliseconds to text."""

    path: str
    paint_ms: float | None = None
    addresses: dict[str, str] = field(default_factory=dict)
    transferred: dict[str, int] = field(default_factory=dict)
    callbacks: list[str] = field(default_factory=list)

    @property
    def has_plotly(self) -> bool:
        return any("plotly" in urlsplit(address).path for address in self.addresses.values())

    def foreign(self, host: str) -> set[str]:
        """Hosts other than the site's own."""
        parts = [urlsplit(address) for address in self.addresses.values()]
        return {part.netloc for part in parts if part.scheme.startswith("http") and part.netloc != host}


@contextlib.contextmanager
def served(*application: str):
    """The address of the site (or of another application), served by gunicorn on a free port as in use."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"HOST": "127.0.0.1", "PORT": str(port)}
    command = [Path(sys.executable).parent / "gunicorn", "--log-level", "warning", "--bind", f"127.0.0.1:{port}"]
    command += application
    process = subprocess.Popen(command, cwd=TOP, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_ready(address)
        yield address
    finally:
        process.terminate()
        process.wait(40)


def wait_until_ready(address: str) -> None:
    urllib3.request("GET", f"{address}/healthz", retries=urllib3.Retry(connect=8, backoff_factor=0.2), timeout=20)


def watch(page: Page, visit: Visit) -> None:
    """Write down in `visit` what the page asks for, by the browser's own count of bytes on the wire."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.requestWillBeSent",
        lambda event: visit.addresses.setdefault(event["requestId"], event["request"]["url"]),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: visit.transferred.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.on("request", lambda request: visit.callbacks.append(request.post_data) if CALLBACK in request.url else None)


def visit_cold(browser: Browser, address: str, path: str) -> Visit:
    """A visit by a browser that has seen nothing yet, until the network is silent."""
    visit = Visit(path)
    context = browser.new_context(locale="fi-FI")
    page = context.new_page()
    watch(page, visit)
    page.goto(address + path, wait_until="networkidle")
    visit.paint_ms = page.evaluate(PAINT)
    context.close()
    return visit


def paints_ms(browser: Browser, address: str, path: str, *, is_slow: bool) -> tuple[float, float]:
    """Milliseconds to the first and to the largest content of a cold visit."""
    context = browser.new_context(viewport={"width": 360 if is_slow else 1280, "height": 740})
    context.add_init_script(LARGEST_PAINT)
    page = context.new_page()
    if is_slow:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address + path, wait_until="networkidle", timeout=120_000)
    page.locator("h2").first.wait_for(timeout=120_000)
    page.wait_for_load_state("networkidle", timeout=120_000)
    page.wait_for_timeout(SETTLED_MS)
    found = page.evaluate(PAINT), page.evaluate("window.largest")
    context.close()
    return found


def compare_paints(browser: Browser, site: str, plain: str) -> None:
    """Print when content comes, in turns on both pages: what is asked for is at most MOST."""
    print(f"\nFirst content of /fi/talous against the largest of a plain Dash page; load {os.getloadavg()[0]:.1f}")
    for is_slow, told in ((False, "this machine"), (True, f"slow 4G, processor {SLOWER} times slower")):
        turns = [(site, "/fi/talous"), (plain, "/")] * VISITS
        seen = [paints_ms(browser, *each, is_slow=is_slow) for each in turns]
        first, largest = statistics.median(each[0] for each in seen[::2]), statistics.median(e[1] for e in seen[1::2])
        print(
            f"  {told}: {first:.0f} ms against {largest:.0f} ms, {first / largest:.2f} × (at most {MOST} is asked for)"
        )


def callback_ms(address: str, body: str) -> list[float]:
    """Milliseconds of the same callback, sent again and again over one connection."""
    times = []
    with urllib3.PoolManager() as pool:
        for _ in range(REPEATS):
            started = time.perf_counter()
            answer = pool.request(
                "POST",
                address + CALLBACK,
                body=body,
                headers={"Content-Type": "application/json", "Accept-Encoding": "br"},
            )
            times.append((time.perf_counter() - started) * 1000)
            if answer.status not in {200, 204}:
                raise SystemExit(f"The callback answered {answer.status}")
    return times


def show(visit: Visit, host: str) -> None:
    total = sum(visit.transferred.values())
    paint = f", text after {visit.paint_ms:.0f} ms" if visit.paint_ms else ""
    print(f"\n{visit.path}: {len(visit.addresses)} requests, {total / 1000:.0f} kB transferred{paint}")
    print(f"  plotly.js loaded: {'yes' if visit.has_plotly else 'no'}; other hosts: {visit.foreign(host) or 'none'}")
    for request, size in sorted(visit.transferred.items(), key=lambda item: -item[1])[:LARGEST]:
        print(f"  {size / 1000:8.1f} kB  {visit.addresses[request].split(host, 1)[-1][:100]}")


def show_callback(visit: Visit, address: str) -> None:
    if not visit.callbacks:
        print(f"  {visit.path} sends no callback")
        return
    body = max(visit.callbacks, key=len)
    times = sorted(callback_ms(address, body))
    print(
        f"  callback of {visit.path} ({json.loads(body)['output'][:60]}): median {statistics.median(times):.1f} ms, "
        f"95 % under {times[int(len(times) * 0.95)]:.1f} ms, {len(times)} times"
    )


def main() -> int:
    with served() as address, sync_playwright() as playwright:
        host = urlsplit(address).netloc
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        visits = [visit_cold(browser, address, path) for path in PAGES]
        with served(*PLAIN) as plain:
            compare_paints(browser, address, plain)
        browser.close()
        for visit in visits:
            show(visit, host)
        print("\nServer times:")
        for visit in visits:
            show_callback(visit, address)
        return int(any(visit.foreign(host) for visit in visits))


if __name__ == "__main__":
    sys.exit(main())
