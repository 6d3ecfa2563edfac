"""Charts on slides: PowerPoint's own, with their numbers in a sheet behind them that can be edited."""

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.util import Pt

from components.documents import words
from components.documents.looks import OFFICE_FONT, TONES, colour
from components.documents.model import Chart
from components.documents.slide_parts import Box, write_run
from components.text import say

_KINDS = {
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "bridge": XL_CHART_TYPE.BAR_STACKED,
    "ranges": XL_CHART_TYPE.BAR_STACKED,
}
# Where the words of a mark stand.
_PLACES = {
    "columns": XL_LABEL_POSITION.OUTSIDE_END,
    "line": XL_LABEL_POSITION.ABOVE,
    "bridge": XL_LABEL_POSITION.INSIDE_BASE,
    "ranges": XL_LABEL_POSITION.INSIDE_BASE,
}


def add_chart(slide, chart: Chart, box: Box, lang: str) -> None:
    """The chart in its place, with its numbers in words for those who do not see it."""
    data = CategoryChartData(number_format="#,##0")
    data.categories = [mark.label for mark in chart.marks]
    series = _floating(chart, lang) if chart.kind in ("bridge", "ranges") else _standing(chart)
    for name, values, _ in series:
        data.add_series(name, values)
    shape = slide.shapes.add_chart(_KINDS[chart.kind], *box.measures(), data)
    shape._element._nvXxPr.cNvPr.set("descr", words.instead_of_chart(chart, lang))
    drawn = shape.chart
    drawn.font.size, drawn.font.name = Pt(13), OFFICE_FONT
    drawn.has_title, drawn.has_legend = True, bool(chart.limits)
    write_run(drawn.chart_title.text_frame.paragraphs[0], chart.name, size=12, tint="ink-2")
    drawn.chart_title.include_in_layout = False
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(drawn, is_flat=chart.kind in ("bridge", "ranges"))
    if all(mark.end >= 0 and mark.start >= 0 for mark in chart.marks):
        drawn.value_axis.minimum_scale = 0
    for plotted, (_, values, tone) in zip(drawn.plots[0].series, series, strict=True):
        _colour(plotted, tone, is_line=chart.kind == "line")
        if tone and tone != "ink":
            _label(plotted, values, chart)


def _standing(chart: Chart) -> list[tuple[str, list, str]]:
    """The marks as one series, and each limit as a level line."""
    limits = [(name, [level] * len(chart.marks), "ink") for name, level in chart.limits.items()]
    return [(chart.name, [mark.end for mark in chart.marks], "bar"), *limits]


def _floating(chart: Chart, lang: str) -> list[tuple[str, list, str]]:
    """Bars that start anywhere: an unseen one up to the start, then one series for each tone."""
    tones = list(dict.fromkeys(mark.tone for mark in chart.marks))
    start = [min(mark.start, mark.end) for mark in chart.marks]
    shown = [
        (
            chart.name if tone == "range" else say(lang, f"pack.series.{tone}"),
            [abs(mark.end - mark.start) if mark.tone == tone else None for mark in chart.marks],
            TONES[tone],
        )
        for tone in tones
    ]
    return [(say(lang, "pack.series.until"), start, ""), *shown]


def _axes(drawn, *, is_flat: bool) -> None:
    """Few lines: names on one axis, no numbers on the other, for each mark has its own."""
    names, values = drawn.category_axis, drawn.value_axis
    names.tick_labels.font.size = Pt(12)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.major_tick_mark = values.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = RGBColor.from_string(colour("line-2"))
    names.reverse_order = is_flat
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = RGBColor.from_string(colour("grid"))
    values.format.line.fill.background()
    values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    if hasattr(drawn.plots[0], "gap_width"):
        drawn.plots[0].gap_width = 60


def _colour(series, tone: str, *, is_line: bool) -> None:
    """Fill or line of a series and its numbers; the unseen one has neither."""
    if not tone:
        series.format.fill.background()
        return
    shade = RGBColor.from_string(colour(tone))
    if is_line:
        _line(series, tone, shade)
    elif tone == "warn-line":
        series.format.fill.patterned()
        series.format.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        series.format.fill.fore_color.rgb, series.format.fill.back_color.rgb = shade, RGBColor(255, 255, 255)
    else:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = shade


def _line(series, tone: str, shade: RGBColor) -> None:
    """A line with points; a limit has none."""
    series.smooth = False
    series.format.line.color.rgb, series.format.line.width = shade, Pt(2.5)
    if tone == "ink":
        series.marker.style = None
        series.marker.format.fill.background()
        series.marker.format.line.fill.background()
    else:
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = shade


def _label(series, values: list, chart: Chart) -> None:
    """The words of each mark beside it: of a range both ends, of a step its sign."""
    for place, (mark, value) in enumerate(zip(chart.marks, values, strict=True)):
        if value is None:
            continue
        label = series.points[place].data_label
        write_run(label.text_frame.paragraphs[0], mark.text, size=12, tint=_token(mark.tone), bold=True)
        label.position = _PLACES[chart.kind]


def _token(tone: str) -> str:
    """Ink, or paper upon the darkest fill."""
    return "paper" if tone == "total" else "ink"
