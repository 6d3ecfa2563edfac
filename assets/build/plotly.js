/* The plotly.js of this site: lines and bars as SVG, Finnish and Swedish, nothing sent anywhere.
 *
 * Only traces that draw without WebGL: regl builds code from strings, which the content policy forbids.
 */
import { forget } from "./colours.js";
import { fitToWidth, inWidth, printing } from "./narrow.js";
import "./policy.js";
import Plotly from "./core.js";
import bar from "plotly.js/lib/bar.js";
import fi from "plotly.js/lib/locales/fi.js";
import sv from "plotly.js/lib/locales/sv.js";
import plots from "plotly.js/src/plots/plots.js";

/* Both languages write 1 234,5; the locales that come with plotly.js leave the separators English. */
const withSeparators = (locale) => ({
  ...locale,
  format: { ...locale.format, decimal: ",", thousands: "\u00a0" },
});

Plotly.register([bar, withSeparators(fi), withSeparators(sv)]);

/* "Share chart…" uploads a figure to a company's server. Off by default, and empty if switched on. */
Plotly.setPlotConfig({ displaylogo: false, plotlyServerURL: "", showSendToCloud: false });
plots.sendDataToCloud = Plotly.Plots.sendDataToCloud = () => false;

const { react } = Plotly;
fitToWidth(Plotly);

/** Every figure as it stands, with a reader's zoom, in the colours and the width of now or of paper. */
function redraw(paper) {
  forget(paper);
  if (paper !== undefined) printing(paper);
  for (const graph of document.querySelectorAll(".js-plotly-plot")) {
    react(graph, graph.data, inWidth(graph, graph.layout));
  }
}

for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)", "print"]) {
  matchMedia(query).addEventListener("change", () => redraw());
}
addEventListener("beforeprint", () => redraw(true));
addEventListener("afterprint", () => redraw(false));

window.Plotly = Plotly;
