"""A crowd at the door: the first requests to a fresh gunicorn come all at once, and each is answered."""

import concurrent.futures

import urllib3

from tests.browser.service import Service

STARTS = 6
READERS = 48
PATHS = ("/fi/", "/fi/talous", "/sv/understod", "/_dash-layout", "/_dash-dependencies", "/assets/vendor/bootstrap.css")


def statuses(service: Service) -> set[int]:
    """The statuses of many first requests at once, sent as soon as somebody listens."""
    pool = urllib3.PoolManager(maxsize=READERS, retries=urllib3.Retry(connect=60, read=0, backoff_factor=0.05))
    addresses = [service.address + each for each in PATHS * (READERS // len(PATHS))]
    with concurrent.futures.ThreadPoolExecutor(READERS) as readers:
        answers = list(readers.map(lambda address: pool.request("GET", address, timeout=60).status, addresses))
    assert len(answers) == READERS
    return set(answers)


def test_many_first_requests_at_once_are_all_answered(release_dir):
    """Dash sets itself up in its first request, and several at once answered 500 (dash#3971)."""
    found = []
    for _ in range(STARTS):
        service = Service(release_dir)
        service.boot()
        try:
            found.append(statuses(service))
        finally:
            service.kill()
    assert found == [{200}] * STARTS
