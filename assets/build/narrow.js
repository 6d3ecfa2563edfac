/* On a narrow screen a figure is redrawn, not shrunk: `layout.meta.narrow` holds what differs there.
 *
 * The figure as it was given is kept, so that turning a phone or resizing a window draws the other one.
 */
const NARROW = 560;
const given = new WeakMap();

const isNarrow = (graph) => graph.clientWidth > 0 && graph.clientWidth < NARROW;

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
      return original(graph, fitted(graph, asFigure(data, layout, config)));
    };
  }
  addEventListener("resize", () => {
    for (const graph of document.querySelectorAll(".js-plotly-plot")) {
      const kept = given.get(graph);
      if (kept?.figure.layout?.meta?.narrow && kept.narrow !== isNarrow(graph)) Plotly.react(graph, kept.figure);
    }
  });
}
