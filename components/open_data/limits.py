"""What the interface allows, in numbers: each is told here as it is enforced elsewhere, and a test compares them."""

from components.requests import MAX_FIELDS, MAX_PATH, MAX_QUERY

# The proxy's (deploy/nginx/tilannekuva.conf): connections of one address at once, meeting packs of one address.
CONNECTIONS = 100
PACKS_A_MINUTE, PACKS_AT_ONCE = 20, 20
# The database's (queries/database.py).
MAX_ROWS, SECONDS = 50_000, 5

LIMITS = {
    "path_characters": MAX_PATH,
    "query_characters": MAX_QUERY,
    "query_parameters": MAX_FIELDS,
    "rows": MAX_ROWS,
    "seconds_per_question": SECONDS,
    "connections_per_address": CONNECTIONS,
    "packs_per_minute_per_address": PACKS_A_MINUTE,
    "packs_at_once_per_address": PACKS_AT_ONCE,
}
