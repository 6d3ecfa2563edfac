"""Where names stand on the map: beside their place, over no other name and no other named place."""

SIZE = 38  # height of a letter in units of the drawing: about 15 px on a wide screen
PER_LETTER = 0.54
MOST = 12
GAP = 16


def placed_names(named: list[dict], points: dict[str, tuple], *, width: int) -> list[tuple[str, int, int, str]]:
    """Up to a dozen names as (text, x, y, anchor), in the order given: who finds no room has no name on the map.

    `named` rows have `code` and `name`; `points` is code -> (x, y).
    """
    taken = [_box(*points[row["code"]], 12, 12) for row in named if row["code"] in points]
    found = []
    for row in named:
        if row["code"] not in points or len(found) == MOST:
            continue
        spot = _spot(row["name"], points[row["code"]], taken, width)
        if spot:
            taken.append(spot[0])
            found.append((row["name"], *spot[1:]))
    return found


def _spot(name: str, point: tuple, taken: list[tuple], width: int) -> tuple | None:
    """The first free place of a name around its point, with its box; None when there is none."""
    long = round(len(name) * SIZE * PER_LETTER)
    x, y = point
    for dx, dy, anchor in ((24, 12, "start"), (-24, 12, "end"), (0, -26, "middle"), (0, 50, "middle")):
        left = x + dx - {"start": 0, "end": long, "middle": long // 2}[anchor]
        box = (left - GAP, y + dy - SIZE, left + long + GAP, y + dy + GAP // 2)
        inside = box[0] >= 0 and box[2] <= width
        if inside and not any(_overlap(box, other) for other in taken if other != _box(x, y, 12, 12)):
            return box, x + dx, y + dy, anchor
    return None


def _box(x: int, y: int, dx: int, dy: int) -> tuple[int, int, int, int]:
    return x - dx, y - dy, x + dx, y + dy


def _overlap(one: tuple, other: tuple) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
