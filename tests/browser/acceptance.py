"""The numbers of the final report that must come out, panel by panel, written by hand.

`seen` stands in the panel as it opens (sentence, figure, table), `twin` in its table, `columns` in each of its files:
the values of a column, all of them, in any order. `sums` are the sums of columns that are too long to write out.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Panel:
    """What one panel must hold. Money in whole euros; None is not stated."""

    page: str
    id: str
    seen: tuple
    twin: tuple
    columns: dict[str, tuple] = field(default_factory=dict)
    sums: dict[str, int] = field(default_factory=dict)
    rows: int | None = None


YEARS = (47_547, 359_190, 349_391, 77_190)
CUMULATIVE = (47_547, 406_737, 756_128, 833_318)
SERVICES = (40_113, 111_753, 72_912, 78_425)
GRANTS = (185_874, 215_466, -1_347)
PERSONNEL = (7_400, 57_714, 59_892, 0)
OTHER = (34, 3_849, 1_121, 113)
PRINTED = (303_203, 399_993, 125_006, 5_116)
COMPUTED = (303_203, 399_993, 125_006, 5_117)
COMPUTED_YEARS = (47_547, 359_190, 349_391, 77_191)
BUDGET = (*SERVICES, *GRANTS, *PERSONNEL, *OTHER, *PRINTED, *YEARS, 833_318, *COMPUTED, *COMPUTED_YEARS, 833_319)
DIFFERENCE = (19_086, 27_274, 1_347)
NOT_BOOKED = (-19_086, -27_274, -1_347)
BRIDGE = (447_700, *NOT_BOOKED, 399_993, 303_203, 125_006, 5_116, 833_318)
LOW = (81_000_000, 1_220_000_000, 7_000_000, 440_000_000)
HIGH = (230_000_000, 1_780_000_000, 23_000_000, 680_000_000)
MILLIONS = (81, 230, 1_220, 1_780, 7, 23, 440, 680)
COUNTED = (67, 26, 2, 1, 25, 23, 14, 30, 4, 13, 21, 311)
ALL_RULES = (*COUNTED, 57, 1_412_000, 250_000, 204_960, 242_740, 447_700, 47_707, 1_054_000, 1_063_900, 833_318, 77_191)
ALL_RULES += (
    5_117,
    833_319,
    406_737,
    756_128,
    48_000,
    5_000,
    *GRANTS,
    *YEARS,
    *PRINTED,
    *LOW,
    *HIGH,
    19_086,
    27_274,
)
IN_ALL = {"awarded_eur": 447_700, "grants": 21}
NAMED = {"registered": (1, 67, 2), "named": (1, 26, 1)}

PANELS = (
    Panel("front", "front-savings", MILLIONS, MILLIONS, {"low_eur": LOW, "high_eur": HIGH}, rows=4),
    Panel(
        "costs",
        "costs-estimate",
        seen=(833_318, 1_054_000, 1_063_900, 220_682, *YEARS, "79.1", "78.3"),
        twin=(1_054_000, 1_063_900, 833_318, -220_682, -230_582, "79.1", "78.3"),
        columns={"estimated_eur": (1_054_000, 1_063_900), "outcome_eur": (833_318, 833_318)},
    ),
    Panel("costs", "costs-bridge", (*BRIDGE, 47_707), BRIDGE, {"amount_eur": BRIDGE}),
    Panel("costs", "costs-budget", (*BUDGET, 77_191), BUDGET, {"amount_eur": BUDGET}),
    Panel(
        "costs",
        "costs-booked",
        seen=(*GRANTS, 399_993),
        twin=(*GRANTS, 399_993, 204_960, 242_740, 447_700, *DIFFERENCE, 47_707),
        columns={"booked_eur": GRANTS, "difference_eur": DIFFERENCE},
    ),
    Panel(
        "costs",
        "costs-cumulative",
        seen=CUMULATIVE,
        twin=(*CUMULATIVE, *YEARS),
        columns={"booked_eur": YEARS, "computed_eur": COMPUTED_YEARS, "cumulative_eur": CUMULATIVE},
    ),
    Panel(
        "grants",
        "grants-register",
        (21, 447_700, 48_000, 5_000),
        (48_000, 5_000),
        sums={"amount_eur": 447_700},
        rows=21,
    ),
    Panel(
        "grants",
        "grants-by-round",
        seen=(204_960, 242_740, 71, 21),
        twin=(14, 57, 9, 12, 204_960, 242_740, 447_700),
        columns={
            "awarded_eur": (204_960, 242_740),
            "grants": (9, 12),
            "applications": (14, 57),
            "applied_eur": (1_412_000,),
            "appropriation_eur": (250_000,),
        },
    ),
    Panel("grants", "grants-by-theme", (), (21, 447_700), sums=IN_ALL),
    Panel(
        "grants", "grants-by-band", (21_000, 5_000, 48_000), (21, 447_700), sums={"awarded_eur": 447_700, "grants": 21}
    ),
    Panel("grants", "grants-by-region", (447_700,), (447_700,), sums={"awarded_eur": 447_700}),
    Panel("grants", "grants-by-municipality", (447_700,), (447_700,), sums={"awarded_eur": 447_700}),
    Panel("method", "method-reconciliation", ALL_RULES, ALL_RULES, rows=110),
    Panel(
        "method", "method-missing", (67, 26, 2, 1, 23), (67, 26, 2, 1), {"registered": (1, 67, 2), "named": (1, 26, 1)}
    ),
    Panel("grant", "grant-events", (20_000,), (20_000,), {"amount_eur": (20_000,)}, rows=1),
    Panel("grant", "grant-recipients", (), (), rows=2),
)
KEY_FIGURES = (833_318, 1_054_000, 447_700, 9, 12, 48_000, 5_000, 399_993, -47_707, -1_347, 67, 2, 1, 26, 23, 311)
SITUATION = (833_318, "79.1", 21, 447_700, 399_993, 47_707, 67, 23, 25)
