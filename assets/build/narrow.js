/* On a narrow screen a figure is redrawn, not shrunk: `layout.meta.narrow` holds what differs there.
 *
 * The figure as it was given is kept, so that turning a phone or resizing a window draws the other one.
 */
const NARROW = 560;
/* What margins of 18 mm leave of an A4. Nothing resizes on its way to paper: a wider figure would be cut there. */
const PAPER = 658;
const given = new WeakMap();
let isPrinted = false;

const isNarrow = (graph) => graph.clientWidth > 0 && graph.clientWidth < NARROW;

/** Tell whether what is drawn now goes to paper. */
export const printing = (value) => { isPrinted = value; };

/** A layout in the width of its place, or of the paper. */
export function inWidth(graph, { width, ...layout }) {
  return isPrinted && graph.clientWidth > PAPER
    ? { ...layout, autosize: false, width: PAPER }
    : { ...layout, autosize: true };
}

function fitted(graph, figure) {
  const narrow = figure.layout?.meta?.narrow;
  given.set(graph, { figure, narrow: Boolean(narrow) && isNarrow(graph) });
  if (!narrow || !isNarrow(graph)) return figure;
  return { ...figure, data: narrow.data ?? figure.data, layout: { ...figure.layout, ...narrow.layout } };
}

const asFigure = (data, layout, config) => (Array.isArray(data) ? { data, layout, config } : data);

/** Let `newPlot` and `react` draw the figure that fits, and draw again when the other one fits. */
export function fitToWidth(Plotly) {
  for (const name of ["newPlot", "react"]) {
    const original = Plotly[name];
    Plotly[name] = (place, data, layout, config) => {
      const graph = typeof place === "string" ? document.getElementById(place) : place;
      const figure = fitted(graph, asFigure(data, layout, config));
      return original(graph, isPrinted ? { ...figure, layout: inWidth(graph, figure.layout) } : figure);
    };
  }
  addEventListener("resize", () => {
    for (const graph of document.querySelectorAll(".js-plotly-plot")) {
      const kept = given.get(graph);
      if (kept?.figure.layout?.meta?.narrow && kept.narrow !== isNarrow(graph)) Plotly.react(graph, kept.figure);
    }
  });
}
