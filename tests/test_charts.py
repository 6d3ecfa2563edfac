"""Figures are tested by looking inside them."""

from decimal import Decimal

from components.bridge_chart import bridge
from components.charts import CONFIG, columns, flat_bars
from components.cost_charts import cumulative_line, estimate_bar

YEARS = [
    {"booked_year": 2017, "booked_eur": Decimal(60), "cumulative_eur": Decimal(60)},
    {"booked_year": 2018, "booked_eur": Decimal(20), "cumulative_eur": Decimal(80)},
]
ESTIMATES = [
    {"estimate_code": "original", "is_original": True, "estimated_eur": Decimal(100)},
    {"estimate_code": "continuation", "is_original": False, "estimated_eur": Decimal(120)},
]
NOTHING = {"booked_year": None, "explained_code": None}
STEPS = [
    {**NOTHING, "step_code": "awarded", "kind": "total", "amount_eur": 100, "starts_eur": 0, "ends_eur": 100},
    {
        "step_code": "not_booked",
        "kind": "subtraction",
        "booked_year": 2017,
        "amount_eur": -10,
        "starts_eur": 100,
        "ends_eur": 90,
        "explained_code": "not_explained",
    },
    {**NOTHING, "step_code": "other", "kind": "addition", "amount_eur": 5, "starts_eur": 90, "ends_eur": 95},
    {**NOTHING, "step_code": "total", "kind": "total", "amount_eur": 95, "starts_eur": 0, "ends_eur": 95},
]


def colours(figure) -> set[str]:
    """Every colour written anywhere in a figure."""
    found, left = set(), [figure]
    while left:
        part = left.pop()
        if isinstance(part, dict):
            found |= {v for k, v in part.items() if k.endswith("color") and isinstance(v, str)}
            left += part.values()
        elif isinstance(part, list):
            left += part
    return found


def test_bars_start_at_zero_and_a_negative_one_hangs_below():
    figure = columns(["2018", "2019"], [100.0, -1.0], ["100", "−1"])
    low, high = figure["layout"]["yaxis"]["range"]
    assert low < 0 < high
    assert figure["data"][0]["marker"]["color"] == ["token:bar", "token:neg"]


def test_a_bar_below_zero_is_at_least_three_pixels_thick():
    line = columns(["a", "b"], [100.0, -0.001], ["", ""])["data"][0]["marker"]["line"]
    assert line["width"] == [0, 2.5]


def test_a_click_on_a_bar_carries_the_choice_it_stands_for():
    figure = flat_bars(["A", "B"], [1, 2], ["1", "2"], [{"round": "2017"}, {"round": "2018"}])
    assert figure["data"][0]["customdata"][1] == {"round": "2018"}


def test_no_colour_is_written_in_a_figure_but_tokens():
    figures = [bridge(STEPS, "fi"), estimate_bar(YEARS, ESTIMATES, "sv"), cumulative_line(YEARS, ESTIMATES, "en")]
    written = set().union(*(colours(figure) for figure in figures))
    assert {colour for colour in written if not colour.startswith("token:")} == {"rgba(0,0,0,0)"}


def test_no_figure_offers_to_send_its_data_away():
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["displayModeBar"] is False


def test_the_bridge_stands_on_its_steps():
    trace = bridge(STEPS, "fi")["data"][0]
    assert trace["base"] == [0, 90, 90, 0]
    assert trace["y"] == [100, 10, 5, 95]


def test_what_the_source_does_not_explain_is_hatched():
    pattern = bridge(STEPS, "fi")["data"][0]["marker"]["pattern"]["shape"]
    assert pattern == ["", "/", "", ""]


def test_a_return_is_told_on_the_bridge_only_when_it_is_in_view():
    told = [*STEPS[:1], {**STEPS[1], "explained_code": "return_amount_not_stated"}, *STEPS[2:]]
    assert "palautus" not in bridge(STEPS, "fi")["layout"]["annotations"][0]["text"]
    assert "palautus" in bridge(told, "fi")["layout"]["annotations"][0]["text"]


def test_estimates_are_ticks_and_the_original_is_solid_and_longest():
    original, later = (shape for shape in estimate_bar(YEARS, ESTIMATES, "fi")["layout"]["shapes"])
    assert original["line"]["dash"] == "solid"
    assert later["line"]["dash"] != "solid"
    assert original["y1"] - original["y0"] > later["y1"] - later["y0"]


def test_years_of_the_outcome_lie_end_to_end():
    traces = estimate_bar(YEARS, ESTIMATES, "fi")["data"]
    assert [(trace["base"], trace["x"]) for trace in traces] == [(0.0, [60.0]), (60.0, [20.0])]


def test_figures_have_no_legend_and_finnish_separators():
    layout = cumulative_line(YEARS, ESTIMATES, "fi")["layout"]
    assert layout["showlegend"] is False
    assert layout["separators"] == ",\u00a0"


def test_an_empty_answer_gives_a_figure_all_the_same():
    assert columns([], [], [])["data"][0]["y"] == []
    assert flat_bars([], [], [])["data"][0]["x"] == []


def test_one_bar_alone_has_the_room_of_three():
    figure = flat_bars(["Oppiminen"], [69_835], ["69 835 €"])
    for layout in (figure["layout"], figure["layout"]["meta"]["narrow"]["layout"]):
        low, high = layout["yaxis"]["range"]
        assert high - low > 3
